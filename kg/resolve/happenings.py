"""Which reports are of one happening: those that hang together by likely pairs, parted where pairs are unlikely on average."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from kg.disjoint import DisjointSets
from kg.event_coreference import Stories, candidates, cluster_pairs
from kg.event_coreference.circles import Pair
from kg.resolve.judgement import Judge
from kg.resolve.reports import Report

THRESHOLD = 0.3
"""Mean likelihood from which two groups of reports are of one happening; most pairs across articles of ECB+ are, then."""
_LARGEST_COMPONENT = 300


def group_reports(reports: Sequence[Report], types: Mapping[str, str]) -> list[list[int]]:
    """Numbers of reports that are of one happening, each group in order.

    Args:
        reports: of all articles.
        types: entity id -> entity type.
    """
    views = [report.view for report in reports]
    stories = Stories({view.article: view.sentences.document for view in views})
    pairs = candidates(views, stories)
    judge = Judge(reports, types, stories, pairs)
    judged = judge(pairs)
    likely = [pair for pair in pairs if judged[pair] >= THRESHOLD]
    components = DisjointSets()
    for left, right in likely:
        components.union(left, right)
    members: dict[int, list[int]] = defaultdict(list)
    for number in sorted({number for pair in likely for number in pair}):
        members[components.find(number)].append(number)
    grouped = [group for component in members.values() for group in _split(component, judged, judge)]
    alone = set(range(len(reports))) - {number for group in grouped for number in group}
    return sorted([*grouped, *([number] for number in alone)])


def _split(component: Sequence[int], judged: Mapping[Pair, float], judge: Judge) -> Iterator[list[int]]:
    """The happenings among reports that hang together: all pairs are judged, or, of very many, those that were candidates."""
    place = {number: i for i, number in enumerate(component)}
    values: Mapping[Pair, float]
    if len(component) > _LARGEST_COMPONENT:
        values = {pair: value for pair, value in judged.items() if pair[0] in place and pair[1] in place}
    else:
        pairs = list(combinations(component, 2))
        missing = judge(pair for pair in pairs if pair not in judged)
        values = {pair: judged[pair] if pair in judged else missing[pair] for pair in pairs}
    forbidden = [(place[a], place[b]) for (a, b), value in values.items() if value < 0]
    chances = {(place[a], place[b]): max(0.0, value) for (a, b), value in values.items()}
    for group in cluster_pairs(len(component), chances, THRESHOLD, forbidden):
        yield [component[i] for i in group]
