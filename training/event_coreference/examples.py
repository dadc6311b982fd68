"""Pairs of event mentions to learn from: of the topics of ECB+, and of long stories, in which nothing is one happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np

from kg.event_coreference import Circles, EventView, Stories, candidates
from kg.event_coreference.circles import Pair
from kg.event_coreference.features import document_cosine, measure, measure_again
from kg.event_coreference.words import nearness
from kg.ontology import ROOT
from training.event_coreference.campaigns import Campaign, apart
from training.event_coreference.regression import FOLDS, Array, Regression

KEPT, ALIKE, NEAR = 3, 4, 0.5
"""One in so many pairs that are not one; articles of other topics; cosine of triggers that are compared."""
CAMPAIGN = 3.0
"""How much a pair of a long story weighs: there are few, and much of the news is of that kind."""
SEEN = 0.02
"""Likelihood at first look from which resolution looks again."""


@dataclass(frozen=True)
class Examples:
    """Mentions that are read together, and pairs of them to learn from.

    Attributes:
        views: the mentions.
        folds: of each mention, 0..FOLDS-1; mentions of one topic are in one.
        pairs: numbers of two mentions.
        targets: whether they are of one happening.
        counts: how many pairs each stands for.
        stories: which articles are alike.
    """

    views: Sequence[EventView]
    folds: Sequence[int]
    pairs: Sequence[Pair]
    targets: Array
    counts: Array
    stories: Stories

    def measured(self, pairs: Sequence[Pair]) -> Array:
        """The columns of the first look."""
        return np.array([measure(self.views[a], self.views[b], self._story(a, b)) for a, b in pairs])

    def measured_again(self, models: Sequence[Regression]) -> Array:
        """The columns of the second look at the pairs; ``models``: of the first look, each without one fold."""
        compared = candidates(self.views, self.stories)
        first = self._looked(compared, models)
        circles = Circles.of_pairs({pair: p for pair, p in zip(compared, first, strict=True) if p >= SEEN})
        rows = zip(self.pairs, self._looked(self.pairs, models), strict=True)
        return np.array(
            [measure_again(self.views[a], self.views[b], self._story(a, b), p, circles.common(a, b)) for (a, b), p in rows]
        )

    def without(self, fold: int) -> Array:
        """Whether each pair has nothing to do with this fold."""
        return np.array([fold not in {self.folds[a], self.folds[b]} for a, b in self.pairs])

    def _looked(self, pairs: Sequence[Pair], models: Sequence[Regression]) -> list[float]:
        """The likelihoods by the models that know nothing of the first mention's topic."""
        found = np.zeros(len(pairs))
        for fold in range(FOLDS):
            chosen = [i for i, (a, _) in enumerate(pairs) if self.folds[a] == fold]
            for begin in range(0, len(chosen), 50_000):
                part = chosen[begin : begin + 50_000]
                found[part] = models[fold](self.measured([pairs[i] for i in part]))
        return [float(value) for value in found]

    def _story(self, a: int, b: int) -> float:
        return self.stories.common(self.views[a].article, self.views[b].article)


def stories_of(views: Sequence[EventView]) -> Stories:
    """Which of their articles are alike."""
    return Stories({view.article: view.sentences.document for view in views})


def of_topics(rows: Sequence[tuple[EventView, str | None]], topics: Sequence[str]) -> Examples:
    """Pairs inside a topic, of those that are not one one in `KEPT`; and some with articles of other topics that look alike.

    Args:
        rows: mentions and their chains: None where the corpus has no event, "" where it says nothing.
        topics: of the articles, by number.
    """
    by_topic: dict[str, list[tuple[int, str]]] = defaultdict(list)
    by_article: dict[int, list[int]] = defaultdict(list)
    for number, (view, chain) in enumerate(rows):
        if chain != "":
            by_article[view.article].append(number)
        if chain:
            by_topic[topics[view.article]].append((number, chain))
    views = [view for view, _ in rows]
    found: list[tuple[Pair, float, float]] = []
    for group in by_topic.values():
        for number, ((left, chain), (right, other)) in enumerate(combinations(group, 2)):
            if chain == other or number % KEPT == 0:
                found.append(((left, right), float(chain == other), 1.0 if chain == other else float(KEPT)))
    found += [(pair, 0.0, 1.0) for pair in _across_topics(views, by_article, topics)]
    order = {topic: i % FOLDS for i, topic in enumerate(sorted(set(topics)))}
    pairs, targets, counts = zip(*found, strict=True)
    folds = [order[topics[view.article]] for view in views]
    return Examples(views, folds, pairs, np.array(targets), np.array(counts), stories_of(views))


def _across_topics(
    views: Sequence[EventView], by_article: Mapping[int, Sequence[int]], topics: Sequence[str]
) -> Iterator[Pair]:
    """Pairs that a run would compare, of each article and those of other topics that are most like it."""
    for article, numbers in by_article.items():
        others = [other for other in by_article if topics[other] != topics[article]]
        others.sort(key=lambda other: (-document_cosine(views[numbers[0]], views[by_article[other][0]]), other))
        for left, right in product(numbers, [number for other in others[:ALIKE] for number in by_article[other]]):
            if _comparable(views[left], views[right]):
                yield left, right


def of_campaigns(campaigns: Sequence[Campaign], views: Sequence[EventView]) -> Examples:
    """Pairs in two articles of one long story that a run would compare; none is one happening."""
    number = {id(view): i for i, view in enumerate(views)}
    by_article: dict[int, list[EventView]] = defaultdict(list)
    for view in views:
        by_article[view.article].append(view)
    pairs = [(number[id(a)], number[id(b)]) for a, b in apart(campaigns, by_article) if _comparable(a, b)]
    order = {story: i % FOLDS for i, story in enumerate(sorted({campaign.story for campaign in campaigns}))}
    folds = [order[campaigns[view.article].story] for view in views]
    return Examples(views, folds, pairs, np.zeros(len(pairs)), np.full(len(pairs), CAMPAIGN), stories_of(views))


def _comparable(left: EventView, right: EventView) -> bool:
    """Whether a run would ask about two mentions in articles that are alike."""
    return left.root == right.root or left.type == right.type != ROOT or nearness(left.lemma, right.lemma) >= NEAR
