"""Which reports are of one happening: candidates by what articles and triggers share, then likelihood and contradiction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from kg.disjoint import DisjointSets
from kg.event_coreference import EventView, cluster_pairs, likelihood
from kg.event_coreference.features import SAYS_LITTLE, dot
from kg.event_coreference.words import is_light, nearness
from kg.model import EventMention, Polarity
from kg.ontology import ROOT, load_ontology
from kg.timex import Interval

THRESHOLD = 0.35
"""Mean likelihood from which two groups of reports are of one happening; three of four pairs of ECB+ are."""
_PLAIN = 0.95
"""Likelihood where two who take part, or the place and the day, are the same."""
_DOUBTFUL = 0.3
"""What remains of the likelihood where reports name different people, or say too little to be told from others."""
_SAME_WORDS, _SAME_SAYING = 0.3, 0.5
"""Cosine of two sentences that say much the same; and of two that report one saying."""
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
    """The mentions of one happening in one article, with what they say together."""

    type: str
    polarity: Polarity
    reading: int
    mentions: tuple[EventMention, ...]
    views: tuple[EventView, ...]
    participants: frozenset[str]
    places: frozenset[str]
    when: Interval | None
    published: date | None

    @property
    def root(self) -> str:
        """The root of the trigger where the type says too little; it has to agree, then."""
        return self.views[0].root if self.type in SAYS_LITTLE else ""

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
    components = DisjointSets()
    likely = [pair for pair in candidates if _judge(reports[pair[0]], reports[pair[1]], types) >= THRESHOLD]
    for left, right in likely:
        components.union(left, right)
    members: dict[int, list[int]] = defaultdict(list)
    for number in sorted({number for pair in likely for number in pair}):
        members[components.find(number)].append(number)
    grouped = [group for component in members.values() for group in _split(component, likely, reports, types)]
    alone = set(range(len(reports))) - {number for group in grouped for number in group}
    return sorted([*grouped, *([number] for number in alone)])


def _split(
    component: Sequence[int], likely: Sequence[tuple[int, int]], reports: Sequence[Report], types: Mapping[str, str]
) -> Iterator[list[int]]:
    """The happenings among reports that hang together: all pairs are judged, or, of very many, those that are likely."""
    place = {number: i for i, number in enumerate(component)}
    chosen: Iterable[tuple[int, int]] = combinations(component, 2)
    if len(component) > _LARGEST_COMPONENT:
        chosen = [pair for pair in likely if pair[0] in place]
    judged = {(place[a], place[b]): _judge(reports[a], reports[b], types) for a, b in chosen}
    forbidden = [pair for pair, value in judged.items() if value < 0]
    pairs = {pair: max(0.0, value) for pair, value in judged.items()}
    for group in cluster_pairs(len(component), pairs, THRESHOLD, forbidden):
        yield [component[i] for i in group]


# ---- candidates --------------------------------------------------------------------------------------------------


def _by_participants(reports: Sequence[Report]) -> Iterator[tuple[int, int]]:
    """Pairs of one type (and word, where the type says little) that share somebody or the place."""
    blocks: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for number, report in enumerate(reports):
        for entity in sorted(report.participants | report.places):
            blocks[report.type, report.root, entity].append(number)
    for members in blocks.values():
        if len(members) <= _LARGEST_BLOCK:
            yield from combinations(members, 2)


def _by_words(reports: Sequence[Report]) -> Iterator[tuple[int, int]]:
    """Pairs in articles that are alike, whose triggers have one root, one telling type, or are near in meaning."""
    of_article: dict[int, list[int]] = defaultdict(list)
    for number, report in enumerate(reports):
        of_article[report.reading].append(number)
    documents = {article: reports[numbers[0]].views[0].document for article, numbers in of_article.items()}
    for left, right in _alike(documents):
        for a in of_article[left]:
            yield from ((a, b) for b in of_article[right] if _could_be_one(reports[a].views[0], reports[b].views[0]))


def _could_be_one(left: EventView, right: EventView) -> bool:
    if left.root == right.root or left.type == right.type not in SAYS_LITTLE:
        return True
    return nearness(left.lemma, right.lemma) >= _NEAR


def _alike(documents: Mapping[int, Mapping[str, float]]) -> Iterator[tuple[int, int]]:
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


def _judge(left: Report, right: Report, types: Mapping[str, str]) -> float:
    """How likely two reports are of one happening, 0..1; -1 where what they say cannot both be said of one."""
    if _contradict(left, right, types):
        return -1.0
    if plain := _plain(left, right):
        return plain
    pairs = [(a, b) for a in left.views for b in right.views]
    doubtful = _estranged(left, right) or _vague(left, right, max(dot(a.context, b.context) for a, b in pairs))
    return sum(likelihood(a, b) for a, b in pairs) / len(pairs) * (_DOUBTFUL if doubtful else 1.0)


def _contradict(left: Report, right: Report, types: Mapping[str, str]) -> bool:
    """Different stated times or buildings, one of them denied, news of other days; or types that exclude each other."""
    if left.polarity != right.polarity or (left.type != right.type and ROOT not in {left.type, right.type}):
        return True
    if left.when and right.when:
        if not left.when.overlaps(right.when):
            return True
    elif left.day and right.day and abs(left.day - right.day) > _NEWS_WINDOW:
        return True
    if left.places & right.places or not left.places or not right.places:
        return False
    return {types[p] for p in left.places} == {types[p] for p in right.places} == {"facility"}


def _estranged(left: Report, right: Report) -> bool:
    """Whether two reports name different people, share but one of those who met, or, undated, name different places."""
    if not (left.day and right.day) and left.places and right.places and not left.places & right.places:
        return True
    if left.type == ROOT or not left.participants or not right.participants:
        return False
    common = left.participants & right.participants
    if len(common) >= 2:
        return False
    known = load_ontology().events.get(left.type)
    alone = bool(known and known.reciprocal) and not left.places & right.places
    return alone or not common or bool(left.participants - common and right.participants - common)


def _vague(left: Report, right: Report, context: float) -> bool:
    """Whether reports whose type says little have too little in common: what is said is told apart by its words."""
    if not {left.type, right.type} & SAYS_LITTLE:
        return False
    if _others_do(left, right):
        return True
    if "Statement" in {left.type, right.type}:
        return not left.participants & right.participants or context < _SAME_SAYING
    same_time = bool(left.when and right.when and left.when.granularity == right.when.granularity == "day")
    if is_light(left.views[0].lemma) or is_light(right.views[0].lemma):
        return not (left.participants & right.participants and (same_time or context >= _SAME_WORDS))
    return not (left.participants & right.participants or left.places & right.places or same_time or context >= _SAME_WORDS)


def _others_do(left: Report, right: Report) -> bool:
    """Whether each report names who does it, and they are not the same."""
    doers = [frozenset().union(*(view.doers for view in report.views)) for report in (left, right)]
    return all(doers) and not doers[0] & doers[1]


def _plain(left: Report, right: Report) -> float:
    """Two who take part in both; or all of one report's, where time and place are the same: the likelier the nearer in time."""
    if (left.type, left.root) != (right.type, right.root) or not left.day or not right.day or _others_do(left, right):
        return 0.0
    common = left.participants & right.participants
    same_day = bool(left.when and right.when and left.when.granularity == right.when.granularity == "day")
    smaller = min((left.participants, right.participants), key=len)
    if len(common) < 2 and not (left.places & right.places and (same_day or common) and smaller <= common):
        return 0.0
    return _PLAIN - min(abs(left.day - right.day) / _NEWS_WINDOW, 1.0) / 4
