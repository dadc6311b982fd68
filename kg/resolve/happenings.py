"""Which reports are of one happening: candidates by what articles and triggers share, then likelihood and contradiction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import numpy as np

from kg.disjoint import DisjointSets
from kg.event_coreference import EventView, cluster_pairs, likelihoods
from kg.event_coreference.features import SAYS_LITTLE, closeness, dot
from kg.event_coreference.words import Vector, is_light, vectors
from kg.model import EventMention, Polarity
from kg.ontology import ROOT, load_ontology
from kg.timex import Interval

Pair = tuple[int, int]
Numbers = np.ndarray[Any, np.dtype[Any]]

THRESHOLD = 0.3
"""Mean likelihood from which two groups of reports are of one happening; most pairs across articles of ECB+ are, then."""
_APART = 0.03
"""Likelihood below which two reports of one article are of two happenings: whoever tells both would have said so."""
_PLAIN = 0.95
"""Likelihood where two who take part, or the place and the day, are the same."""
_DOUBTFUL, _OTHER_WORD, _UNSUPPORTED = 0.3, 0.5, 0.7
"""What a likelihood is worth where reports name different people or say next to nothing; where the type says little and the
words differ, or nothing else agrees; and where a telling type is all that agrees."""
_JOINED = 0.5
"""Likelihood at least, where extraction already holds two mentions of an article for one happening; eight of ten are."""
_SAME_WORDS, _SAME_STORY, _SAME_SAYING = 0.1, 0.2, 0.4
"""Cosine of what is told around two triggers: of something of the same; of one story, in two articles; of one saying."""
_STRANGE, _FAMILIAR = 0.2, 0.4
"""Cosine of two articles, and of what surrounds two triggers: below, they do not tell one story; above, they do."""
_UNSURE = frozenset({"possible", "planned"})
_NEWS_WINDOW = timedelta(days=14)
"""A report without a date speaks of a happening that the news of these days around its publication is about."""
_NEIGHBOURS, _TERMS, _POSTINGS = 40, 20, 150
"""Articles that one is compared with; its most telling words; articles that a word may be in to be telling."""
_ALIKE = 0.1
"""Cosine of two articles that may be about one thing."""
_NEAR = 0.5
"""Cosine of two triggers that may mean one thing."""
_LARGEST_BLOCK, _LARGEST_COMPONENT = 500, 300


@dataclass(frozen=True, slots=True)
class Report:
    """A mention of a happening, with what it says; ``named`` is all that its article names."""

    type: str
    polarity: Polarity
    reading: int
    mentions: tuple[EventMention, ...]
    view: EventView
    participants: frozenset[str]
    places: frozenset[str]
    named: frozenset[str]
    when: Interval | None
    published: date | None

    @property
    def root(self) -> str:
        """The root of the trigger where the type says too little; it has to agree, then."""
        return self.view.root if self.type in SAYS_LITTLE else ""

    @property
    def day(self) -> date | None:
        """The day that it tells of, or else was published on."""
        return (self.when.begin or self.when.end) if self.when else self.published


def group_reports(reports: Sequence[Report], types: Mapping[str, str]) -> list[list[int]]:
    """Numbers of reports that are of one happening, each group in order.

    Args:
        reports: of all articles.
        types: entity id -> entity type.
    """
    candidates = sorted({*_by_participants(reports), *_by_words(reports)})
    judged = _judge(candidates, reports, types)
    likely = [pair for pair in candidates if judged[pair] >= THRESHOLD]
    components = DisjointSets()
    for left, right in likely:
        components.union(left, right)
    members: dict[int, list[int]] = defaultdict(list)
    for number in sorted({number for pair in likely for number in pair}):
        members[components.find(number)].append(number)
    grouped = [group for component in members.values() for group in _split(component, judged, reports, types)]
    alone = set(range(len(reports))) - {number for group in grouped for number in group}
    return sorted([*grouped, *([number] for number in alone)])


def _split(
    component: Sequence[int], judged: Mapping[Pair, float], reports: Sequence[Report], types: Mapping[str, str]
) -> Iterator[list[int]]:
    """The happenings among reports that hang together: all pairs are judged, or, of very many, those that were candidates."""
    place = {number: i for i, number in enumerate(component)}
    values: Mapping[Pair, float]
    if len(component) > _LARGEST_COMPONENT:
        values = {pair: value for pair, value in judged.items() if pair[0] in place and pair[1] in place}
    else:
        pairs = list(combinations(component, 2))
        missing = _judge([pair for pair in pairs if pair not in judged], reports, types)
        values = {pair: judged[pair] if pair in judged else missing[pair] for pair in pairs}
    forbidden = [(place[a], place[b]) for (a, b), value in values.items() if value < 0]
    chances = {(place[a], place[b]): max(0.0, value) for (a, b), value in values.items()}
    for group in cluster_pairs(len(component), chances, THRESHOLD, forbidden):
        yield [component[i] for i in group]


# ---- candidates --------------------------------------------------------------------------------------------------


def _by_participants(reports: Sequence[Report]) -> Iterator[Pair]:
    """Pairs of one type (and word, where the type says little) that share somebody or the place."""
    blocks: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for number, report in enumerate(reports):
        for entity in sorted(report.participants | report.places):
            blocks[report.type, report.root, entity].append(number)
    for members in blocks.values():
        if len(members) <= _LARGEST_BLOCK:
            yield from combinations(members, 2)


def _by_words(reports: Sequence[Report]) -> Iterator[Pair]:
    """Pairs in one article or two alike, whose triggers have one root, one telling type, or are near in meaning."""
    of_article: dict[int, list[int]] = defaultdict(list)
    for number, report in enumerate(reports):
        of_article[report.reading].append(number)
    words = {article: _Words.of([reports[number].view for number in numbers]) for article, numbers in of_article.items()}
    documents = {article: reports[numbers[0]].view.sentences.document for article, numbers in of_article.items()}
    for left, right in [*((article, article) for article in of_article), *_alike(documents)]:
        for i, j in words[left].near(words[right]):
            a, b = of_article[left][i], of_article[right][j]
            if a < b:
                yield a, b


@dataclass(frozen=True, slots=True)
class _Words:
    """The triggers of an article, to be compared with another's at once."""

    roots: Numbers
    types: Numbers
    vectors: Vector

    @classmethod
    def of(cls, views: Sequence[EventView]) -> _Words:
        """Of the first mention of each report."""
        kinds = ["" if view.type in SAYS_LITTLE else view.type for view in views]
        return cls(np.array([view.root for view in views]), np.array(kinds), vectors([view.lemma.lower() for view in views]))

    def near(self, other: _Words) -> list[list[int]]:
        """(number here, number there) of those that could be one."""
        found = self.vectors @ other.vectors.T >= _NEAR
        found |= self.roots[:, None] == other.roots[None]
        found |= (self.types[:, None] == other.types[None]) & (self.types != "")[:, None]
        pairs: list[list[int]] = np.argwhere(found).tolist()
        return pairs


def _alike(documents: Mapping[int, Mapping[str, float]]) -> Iterator[Pair]:
    """Pairs of articles with telling words in common, for each at most as many as it has near neighbours."""
    terms = {article: sorted(bag, key=lambda stem: (-bag[stem], stem))[:_TERMS] for article, bag in documents.items()}
    postings: dict[str, list[int]] = defaultdict(list)
    for article, stems in terms.items():
        for stem in stems:
            postings[stem].append(article)
    pairs: set[tuple[int, int]] = set()
    for article, stems in terms.items():
        shared = {other for stem in stems if len(postings[stem]) <= _POSTINGS for other in postings[stem]} - {article}
        ranked = sorted((-dot(documents[article], documents[other]), other) for other in shared)
        pairs.update((min(article, other), max(article, other)) for value, other in ranked[:_NEIGHBOURS] if -value >= _ALIKE)
    return iter(sorted(pairs))


# ---- judgement ---------------------------------------------------------------------------------------------------


def _judge(pairs: Iterable[Pair], reports: Sequence[Report], types: Mapping[str, str]) -> dict[Pair, float]:
    """Likelihood that two reports are of one happening; -1 where something forbids it."""
    judged: dict[Pair, float] = {}
    asked: list[Pair] = []
    for pair in pairs:
        left, right = reports[pair[0]], reports[pair[1]]
        judged[pair] = -1.0 if _contradict(left, right, types) else _plain(left, right)
        if not judged[pair]:
            asked.append(pair)
    chances = likelihoods([(reports[a].view, reports[b].view) for a, b in asked])
    for (a, b), chance in zip(asked, chances, strict=True):
        left, right = reports[a], reports[b]
        judged[a, b] = max(chance * _worth(left, right), _JOINED * _is_joined(left, right))
        if left.reading == right.reading and judged[a, b] < _APART:
            judged[a, b] = -1.0
    return judged


def _contradict(left: Report, right: Report, types: Mapping[str, str]) -> bool:
    """Different stated times or buildings, one of them denied, news of other days; or types that exclude each other."""
    if left.polarity != right.polarity or (left.type != right.type and ROOT not in {left.type, right.type}):
        return True
    if left.when and right.when:
        if not left.when.overlaps(right.when):
            return True
    elif left.day and right.day and (abs(left.day - right.day) > _NEWS_WINDOW or _comes_too_early(left, right)):
        return True
    if left.places & right.places or not left.places or not right.places:
        return False
    return {types[p] for p in left.places} == {types[p] for p in right.places} == {"facility"}


def _comes_too_early(left: Report, right: Report) -> bool:
    """Whether one is told as a fact, without its day, in an article from before the day of the other."""
    for undated, dated in ((left, right), (right, left)):
        begin = dated.when.begin if dated.when else None
        if begin and undated.when is None and undated.published and undated.view.certainty not in _UNSURE:
            return undated.published < begin
    return False


def _worth(left: Report, right: Report) -> float:
    """What a likelihood is worth: little where people differ; where types say too little, more the closer the articles are."""
    if _others_do(left, right) or (_estranged(left, right) and not _is_joined(left, right)):
        return _DOUBTFUL
    trust = _trust(left, right)
    if trust >= _UNSUPPORTED or left.reading == right.reading or _recurs(left) or _recurs(right):
        return trust
    story = (closeness(left.view, right.view) - _STRANGE) / (_FAMILIAR - _STRANGE)
    return trust + (1 - trust) * min(max(story, 0.0), 1.0)


def _recurs(report: Report) -> bool:
    """Whether one story has many of the kind: sayings, and verbs that tell next to nothing."""
    return _is_saying(report.type) or is_light(report.view.lemma)


def _is_saying(name: str) -> bool:
    known = load_ontology().events.get(name)
    return known is not None and "Statement" in {known.name, known.parent}


def _trust(left: Report, right: Report) -> float:
    """What a likelihood is worth by the two reports alone, where a type says too little to tell happenings apart."""
    alike = dot(left.view.context, right.view.context)
    shared = bool(left.participants & right.participants)
    common = shared or bool(left.places & right.places) or _same_day(left, right)
    if left.reading != right.reading and not (shared and _same_day(left, right)) and _tell_of_others(left, right):
        return _DOUBTFUL
    if not {left.type, right.type} & SAYS_LITTLE:
        return 1.0 if common or alike >= _SAME_WORDS else _UNSUPPORTED
    if "Statement" in {left.type, right.type} and (not shared or alike < _SAME_SAYING):
        return _DOUBTFUL
    if left.view.root != right.view.root:
        return _OTHER_WORD if common else _DOUBTFUL
    if any(is_light(report.view.lemma) for report in (left, right)) and not (shared and alike >= _SAME_WORDS):
        return _DOUBTFUL
    if any(report.view.certainty in _UNSURE for report in (left, right)) and not common and alike < _SAME_WORDS:
        return _DOUBTFUL
    return 1.0 if common or _is_joined(left, right) or alike >= _SAME_WORDS else _OTHER_WORD


def _tell_of_others(left: Report, right: Report) -> bool:
    """Whether two reports of what recurs, sayings or what has no type of its own, share too little; sayings besides names."""
    if ROOT in {left.type, right.type}:
        shared = left.participants & right.participants
        return dot(left.view.context, right.view.context) < (_SAME_WORDS if shared else _SAME_STORY)
    return _is_saying(left.type) and dot(left.view.unnamed, right.view.unnamed) < _SAME_STORY


def _is_joined(left: Report, right: Report) -> bool:
    """Whether extraction holds them for one: by what they say, or by a phrase that points back."""
    return left.reading == right.reading and left.view.cluster == right.view.cluster


def _estranged(left: Report, right: Report) -> bool:
    """Whether two reports are of different people, share but one of those who met, or, undated, name different places."""
    if not (left.day and right.day) and left.places and right.places and not left.places & right.places:
        return True
    if not left.participants or not right.participants:
        return _is_strange(left, right) or _is_strange(right, left)
    common = left.participants & right.participants
    if len(common) >= 2 or (common and left.type == ROOT):
        return False
    known = load_ontology().events.get(left.type)
    alone = bool(known and known.reciprocal) and not left.places & right.places
    return alone or not common or bool(left.participants - common and right.participants - common)


def _is_strange(bare: Report, telling: Report) -> bool:
    """Whether a report says nothing of who met, and its article does not name those who, by the other report, did."""
    known = load_ontology().events.get(telling.type)
    met = known is not None and known.reciprocal and len(telling.participants) > 1
    return met and len(telling.participants & bare.named) < 2


def _same_day(left: Report, right: Report) -> bool:
    return bool(left.when and right.when and left.when.granularity == right.when.granularity == "day")


def _others_do(left: Report, right: Report) -> bool:
    """Whether each report names who does it, and they are not the same."""
    return bool(left.view.doers and right.view.doers and not left.view.doers & right.view.doers)


def _plain(left: Report, right: Report) -> float:
    """Two who take part in both; or all of one report's, where time and place are the same: the likelier the nearer in time."""
    if (left.type, left.root) != (right.type, right.root) or not left.day or not right.day or _others_do(left, right):
        return 0.0
    common = left.participants & right.participants
    smaller = min((left.participants, right.participants), key=len)
    if len(common) < 2 and not (left.places & right.places and (_same_day(left, right) or common) and smaller <= common):
        return 0.0
    return _PLAIN - min(abs(left.day - right.day) / _NEWS_WINDOW, 1.0) / 4
