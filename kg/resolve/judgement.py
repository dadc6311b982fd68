"""How likely two reports are of one happening: what contradicts, the trained comparison, and how far it is to be trusted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from kg.event_coreference import Again, Circles, Compared, Stories, likelihoods, reconsidered
from kg.event_coreference.circles import Pair
from kg.event_coreference.features import SAYS_LITTLE, closeness, dot
from kg.event_coreference.words import is_light
from kg.ontology import ROOT, load_ontology
from kg.resolve.reports import Report

FORBIDDEN = -1.0
"""The judgement on two reports that cannot be of one happening."""
_SEEN = 0.02
"""Likelihood at first look from which two reports are looked at again."""
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


class Judge:
    """Judges pairs of reports, by themselves and by whom both are likely one with."""

    def __init__(
        self, reports: Sequence[Report], types: Mapping[str, str], stories: Stories, candidates: Sequence[Pair]
    ) -> None:
        """Take a first look at the candidates.

        Args:
            reports: of all articles.
            types: entity id -> entity type.
            stories: which articles are alike.
            candidates: numbers of two reports, the smaller first.
        """
        self._reports, self._types, self._stories = reports, types, stories
        self._first = self._look(candidates)
        self._circles = Circles.of_pairs({pair: chance for pair, chance in self._first.items() if chance >= _SEEN})

    def __call__(self, pairs: Iterable[Pair]) -> dict[Pair, float]:
        """Likelihood that two reports are of one happening, 0..1, or `FORBIDDEN`."""
        judged = {pair: self._first.get(pair, 0.0) for pair in pairs}
        judged.update(self._look([pair for pair in judged if pair not in self._first]))
        asked = [pair for pair, chance in judged.items() if chance >= _SEEN and not self._is_plain(pair)]
        judged.update(zip(asked, reconsidered([self._again(pair, judged[pair]) for pair in asked]), strict=True))
        return {pair: self._trusted(pair, chance) for pair, chance in judged.items()}

    def _look(self, pairs: Sequence[Pair]) -> dict[Pair, float]:
        found: dict[Pair, float] = {}
        for pair in pairs:
            left, right = self._both(pair)
            found[pair] = FORBIDDEN if _contradict(left, right, self._types) else _plain(left, right)
        asked = [pair for pair, chance in found.items() if not chance]
        found.update(zip(asked, likelihoods([self._compared(pair) for pair in asked]), strict=True))
        return found

    def _trusted(self, pair: Pair, chance: float) -> float:
        left, right = self._both(pair)
        if chance == FORBIDDEN or self._is_plain(pair):
            return chance
        value = max(chance * _worth(left, right), _JOINED * _is_joined(left, right))
        return FORBIDDEN if left.reading == right.reading and value < _APART else value

    def _both(self, pair: Pair) -> tuple[Report, Report]:
        return self._reports[pair[0]], self._reports[pair[1]]

    def _is_plain(self, pair: Pair) -> bool:
        return _plain(*self._both(pair)) > 0

    def _compared(self, pair: Pair) -> Compared:
        left, right = self._both(pair)
        return Compared(left.view, right.view, self._stories.common(left.reading, right.reading))

    def _again(self, pair: Pair, first: float) -> Again:
        return Again(*self._compared(pair), first, self._circles.common(*pair))


def _contradict(left: Report, right: Report, types: Mapping[str, str]) -> bool:
    """Different stated times or buildings, one of them denied, news of other days; or types that exclude each other."""
    if left.polarity != right.polarity or (left.type != right.type and ROOT not in {left.type, right.type}):
        return True
    if _met_others(left, right, types):
        return True
    if left.when and right.when:
        if not left.when.overlaps(right.when):
            return True
    elif left.day and right.day and (abs(left.day - right.day) > _NEWS_WINDOW or _comes_too_early(left, right)):
        return True
    if left.places & right.places or not left.places or not right.places:
        return False
    return {types[p] for p in left.places} == {types[p] for p in right.places} == {"facility"}


def _met_others(left: Report, right: Report, types: Mapping[str, str]) -> bool:
    """Whether one says which two met, and the other names persons that are none of them ("Ann met Lee"; "talks with Bob")."""
    if left.type != right.type or not _is_reciprocal(left.type):
        return False
    here, there = ({who for who in report.participants if types[who] == "person"} for report in (left, right))
    told = len(here | there) > 2 or left.reading == right.reading
    return bool(here and there) and told and not here & there


def _comes_too_early(left: Report, right: Report) -> bool:
    """Whether one is told as a fact, without its day, in an article from before the day of the other."""
    for undated, dated in ((left, right), (right, left)):
        begin = dated.when.begin if dated.when else None
        if begin and undated.when is None and undated.published and undated.view.certainty not in _UNSURE:
            return undated.published < begin
    return False


def _worth(left: Report, right: Report) -> float:
    """What a likelihood is worth: little where people differ; where types say too little, more the closer the articles are."""
    if _others_do(left, right) or (_estranged(left, right) and not _is_joined(left, right)) or _count_apart(left, right):
        return _DOUBTFUL
    if _is_unconfirmed(left, right) or _is_unconfirmed(right, left):
        return _DOUBTFUL
    trust = _trust(left, right)
    if trust >= _UNSUPPORTED or left.reading == right.reading or _recurs(left) or _recurs(right):
        return trust
    story = (closeness(left.view, right.view) - _STRANGE) / (_FAMILIAR - _STRANGE)
    return trust + (1 - trust) * min(max(story, 0.0), 1.0)


def _is_unconfirmed(plan: Report, fact: Report) -> bool:
    """Whether one article plans what another tells as a fact without a word of who, where or when."""
    if plan.reading == fact.reading or plan.view.certainty not in _UNSURE or fact.view.certainty in _UNSURE:
        return False
    return bool(plan.participants) and not _is_reciprocal(plan.type) and not (fact.participants or fact.places or fact.when)


def _count_apart(left: Report, right: Report) -> bool:
    """Whether two articles tell, each with numbers and none in common, what has no type of its own: trade, polls, results."""
    if left.reading == right.reading or ROOT not in {left.type, right.type}:
        return False
    here, there = ({stem for stem in report.view.context if stem[0].isdigit()} for report in (left, right))
    return bool(here and there) and not here & there


def _recurs(report: Report) -> bool:
    """Whether one story has many of the kind: sayings, and verbs that tell next to nothing."""
    return _is_saying(report.type) or is_light(report.view.lemma)


def _is_reciprocal(name: str) -> bool:
    known = load_ontology().events.get(name)
    return known is not None and known.reciprocal


def _is_saying(name: str) -> bool:
    known = load_ontology().events.get(name)
    return known is not None and known.is_saying


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
    alone = _is_reciprocal(left.type) and not left.places & right.places
    return alone or not common or bool(left.participants - common and right.participants - common)


def _is_strange(bare: Report, telling: Report) -> bool:
    """Whether a report says nothing of who met, and its article does not name those who, by the other report, did."""
    return _is_reciprocal(telling.type) and len(telling.participants & bare.named) < min(len(telling.participants), 2)


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
