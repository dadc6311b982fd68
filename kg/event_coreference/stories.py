"""Which articles are alike, and which tell one story: those that are like the same others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from kg.event_coreference.circles import Circles, Pair
from kg.event_coreference.features import dot
from kg.event_coreference.views import Bag

_NEIGHBOURS, _NEAREST = 40, 10
"""Articles that one is compared with; those of them that make its circle: a story of ECB+ has about as many."""
_TERMS, _POSTINGS = 20, 150
"""Most telling words of an article; articles that a word may be in to be telling."""
_ALIKE = 0.1
"""Cosine of two articles that may be about one thing."""


class Stories:
    """The articles that are alike.

    Attributes:
        pairs: numbers of two articles that may tell of one happening, the smaller first, in order: those with telling words in
            common, for each article at most as many as it has near neighbours.
    """

    def __init__(self, documents: Mapping[int, Bag]) -> None:
        """Of the words of each article."""
        terms = {article: sorted(bag, key=lambda stem: (-bag[stem], stem))[:_TERMS] for article, bag in documents.items()}
        postings: dict[str, list[int]] = defaultdict(list)
        for article, stems in terms.items():
            for stem in stems:
                postings[stem].append(article)
        near: dict[int, dict[int, float]] = {}
        pairs: set[Pair] = set()
        for article, stems in terms.items():
            shared = {other for stem in stems if len(postings[stem]) <= _POSTINGS for other in postings[stem]} - {article}
            ranked = sorted((-dot(documents[article], documents[other]), other) for other in shared)[:_NEIGHBOURS]
            alike = [(other, -value) for value, other in ranked if -value >= _ALIKE]
            pairs.update((min(article, other), max(article, other)) for other, _ in alike)
            near[article] = dict(alike[:_NEAREST])
        self.pairs = tuple(sorted(pairs))
        self._documents, self._circles = documents, Circles(near)
        self._common: dict[Pair, float] = {}

    def common(self, left: int, right: int) -> float:
        """How far two articles tell one story, 0..1: how alike they are, times what those next to them have in common.

        A story of more articles than make a circle has several: of two that are much alike, that counts instead.
        """
        if left == right:
            return 0.0
        pair = (min(left, right), max(left, right))
        if pair not in self._common:
            alike = dot(self._documents[left], self._documents[right])
            self._common[pair] = alike * max(alike, self._circles.common(left, right))
        return self._common[pair]
