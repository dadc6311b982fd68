"""Where the sources of an event differ: when, where, by whom, how many, how long, and whether at all.

Only what articles state is compared. What is coarser differs from nothing (a month and a day of it, a country and a town in
it, "at least 12" and 14), and nor do values that one article states side by side. A plan that was carried out is no denial.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import combinations
from typing import Final

from kg.event_coreference.features import SAYS_LITTLE
from kg.event_coreference.views import HELD
from kg.model import Aspect, Claim, Difference, Entity, Event, EventMention, Evidence, Link, Time
from kg.ontology import load_ontology
from kg.quantities import Quantity, read_count, read_length
from kg.resolve.profiles import ChainKey
from kg.resolve.reports import Report
from kg.resolve.sources import Reading
from kg.timex import Interval, interval

_POINTS: Final = frozenset({"capital", "city"})
_AREAS: Final = frozenset({"continent", "sea", "ocean", "area"})
_SUBURB: Final = 30.0
"""Kilometres within which one town may be a part of the other."""
_EARTH: Final = 6371.0
_PLACES: Final = frozenset({"place", "facility"})
_WHOLE: Final = frozenset({"person", "group"})
"""Types of which one is no part of another, as an office is of its ministry."""
_Told = tuple[Event, Sequence[Report]]
_Part = tuple[str, str]
_Content = Interval | Quantity | Entity
_NEWS_WINDOW: Final = timedelta(days=14)
"""Days of publication within which an assertion and a denial without dates speak of one thing."""
_NEAR: Final = 60
"""Characters between a verb and how long it took."""
_BEFORE: Final = 20
"""Characters before a number that can hedge it."""
_TOTALS: Final = 31
"""Days from which on a number sums up many happenings ("100 attacks this year")."""
_VICTIM: Final = "victim"
_HEDGE: Final = "at least|more than|about|some|up to|nearly|almost|around|over"
_NUMBER: Final = rf"(?:(?i:{_HEDGE}) )?(?:\d[\d,]*|[A-Za-z]+(?:-[a-z]+)?)(?: hundred| thousand)?"
_COUNTED_BEFORE: Final = re.compile(rf"(?:^|\s)({_NUMBER})(?: (?:were|was|are|have been|had been|have|had))? $")
_COUNTED_AFTER: Final = re.compile(rf" ({_NUMBER})(?=[,.;]| (?:and|in|at|on|near|when|after|during|by)\b|$)")
_FILLED: Final = r"(?: for)?(?: [a-z ]{2,14})? $"
_LASTED: Final = re.compile(rf"[^.;:]*\b(?:last|lasts|lasted|lasting|took|taking|take|ran|went on|continued){_FILLED}")
_AND: Final = re.compile(r"\band (?:the |their |its )?$")
_FOR: Final = re.compile(r"[^,.;:]*\bfor(?: [a-z ]{2,14})? $")


@dataclass(frozen=True, slots=True)
class _Said:
    """A value that a mention of an event states.

    Attributes:
        about: aspect, and role where there is one.
        value, node: of the claim.
        reading: number of the article.
        content: what is compared.
    """

    about: tuple[Aspect, str]
    value: str
    node: str | None
    reading: int
    content: _Content
    evidence: Evidence


class Differences:
    """Compares what the mentions of events say; made once for all events."""

    def __init__(self, readings: Sequence[Reading], entities: Sequence[Entity], entity_of: Mapping[ChainKey, str]) -> None:
        self._readings, self._entity_of = readings, entity_of
        self._entities = {entity.id: entity for entity in entities}

    def of(self, reports: Sequence[Report]) -> tuple[Difference, ...]:
        """Where the reports of one event differ, sorted."""
        if len({report.reading for report in reports}) < 2:
            return ()
        said: dict[tuple[Aspect, str], list[_Said]] = defaultdict(list)
        for report in reports:
            for mention in report.mentions:
                for value in self._said(report, mention):
                    said[value.about].append(value)
        found = ((about, _contested(values)) for about, values in said.items())
        return tuple(sorted((_difference(about, values) for about, values in found if values), key=_order))

    def with_denials(self, events: Iterable[_Told]) -> Iterator[Event]:
        """The events, those that some articles assert and others deny with both claims."""
        told = list(events)
        known = {event.id: event for event, _ in told}
        claims: dict[str, set[str]] = defaultdict(set)
        for said, denied in self._contradictions(told):
            claims[said] |= {said, denied}
            claims[denied] |= {said, denied}
        for event, _ in told:
            if others := [known[other] for other in claims.get(event.id, ())]:
                status = (Claim(_status(other), other.id, other.evidence) for other in others)
                both = Difference("status", "", tuple(sorted(status, key=_claim_order)))
                yield replace(event, differences=tuple(sorted([*event.differences, both], key=_order)))
            else:
                yield event

    # ---- what is said --------------------------------------------------------------------------------------------

    def _said(self, report: Report, mention: EventMention) -> Iterator[_Said]:
        reading = self._readings[report.reading]
        time = next((t for t in reading.extraction.times if t.id == mention.time and mention.time_relation in HELD), None)
        day = "" if time is None else (time.value or "").partition("T")[0]
        when = interval(day)
        if time is not None and when is not None:
            yield _Said(("time", ""), day, None, report.reading, when, reading.quote(time.start, time.end, time.score))
        yield from self._named(report, mention)
        if when is None or _days(when) <= _TOTALS:
            yield from _counted(report, mention, reading)
        yield from _lengths(report, mention, reading)

    def _named(self, report: Report, mention: EventMention) -> Iterator[_Said]:
        """The place, and who plays a role that one alone can play."""
        reading = self._readings[report.reading]
        spans = {span.id: span for span in reading.extraction.mentions}
        known = load_ontology().events.get(report.type)
        single = {role.name for role in known.roles.values() if role.single} if known else set()
        fillers: list[tuple[tuple[Aspect, str], str]] = [(("place", ""), mention.place)] if mention.place else []
        fillers += [
            (("participant", argument.role), argument.mention) for argument in mention.arguments if argument.role in single
        ]
        for about, name in fillers:
            span = spans[name]
            entity = self._entities.get(self._entity_of.get((report.reading, span.entity or ""), ""))
            if entity is not None:
                quote = reading.quote(span.start, span.end, span.score)
                yield _Said(about, entity.name, entity.id, report.reading, entity, quote)

    # ---- asserted and denied -------------------------------------------------------------------------------------

    def _contradictions(self, told: Sequence[_Told]) -> Iterator[tuple[str, str]]:
        """Ids of events that articles assert, and of those that others deny, where both are one happening."""
        sure = [t for t in told if t[0].certainty in {"certain", "probable"} and t[0].type not in SAYS_LITTLE]
        asserted: dict[tuple[str, _Part], list[_Told]] = defaultdict(list)
        for one in sure:
            for part in _parts(one[0]) if one[0].polarity == "positive" else ():
                asserted[one[0].type, part].append(one)
        for denied in sure:
            parts = _parts(denied[0]) if denied[0].polarity == "negative" else set()
            if len(parts) >= 2:
                rarest = min((asserted[denied[0].type, part] for part in sorted(parts)), key=len)
                yield from ((said[0].id, denied[0].id) for said in rarest if self._denies(said, denied))

    def _denies(self, said: _Told, denied: _Told) -> bool:
        """Whether two events of one type are one happening, with nobody in what is denied who is not in what is said."""
        groups = [reports for _, reports in (said, denied)]
        if {report.reading for report in groups[0]} & {report.reading for report in groups[1]}:
            return False
        if not _parts(denied[0]) <= _parts(said[0]):
            return False
        places = [self._entities[p.entity] for event, _ in (said, denied) for p in event.participations if p.role == "place"]
        if len(places) == 2 and _differ(*places):
            return False
        spans = [interval(event.time.value) for event, _ in (said, denied) if event.time]
        if len(spans) == 2 and spans[0] and spans[1]:
            return spans[0].overlaps(spans[1])
        days = [min((report.day for report in reports if report.day), default=None) for reports in groups]
        return bool(days[0] and days[1] and abs(days[0] - days[1]) <= _NEWS_WINDOW)


def _parts(event: Event) -> set[_Part]:
    return {(part.role, part.entity) for part in event.participations if part.role != "place"}


def _status(event: Event) -> str:
    return "denied" if event.polarity == "negative" else event.certainty


# ---- numbers -----------------------------------------------------------------------------------------------------


def _counted(report: Report, mention: EventMention, reading: Reading) -> Iterator[_Said]:
    """How many play a role, from the words of who plays it ("14 people"), or from a bare number of victims ("killed 12")."""
    text = reading.extraction.article.text
    spans = {span.id: span for span in reading.extraction.mentions}
    for argument in mention.arguments:
        span = spans[argument.mention]
        if span.kind == "nominal" and (count := read_count(span.text, text[max(0, span.start - _BEFORE) : span.start])):
            yield _number(report.reading, argument.role, count, reading.quote(span.start, span.end, argument.score))
    known = load_ontology().events.get(report.type)
    if known is None or _VICTIM not in known.roles or any(argument.role == _VICTIM for argument in mention.arguments):
        return
    sentence = reading.sentence_at(mention.trigger.start)
    before = _COUNTED_BEFORE.search(text[sentence.start : mention.trigger.start])
    after = _COUNTED_AFTER.match(text[mention.trigger.end : sentence.end])
    for match, offset in ((before, sentence.start), (after, mention.trigger.end)):
        if match and (count := read_count(match[1])):
            start, end = offset + match.start(1), offset + match.end(1)
            yield _number(report.reading, _VICTIM, count, reading.quote(start, end, mention.score))
            return


def _days(when: Interval) -> float:
    return (when.end - when.begin).days if when.begin and when.end else math.inf


def _number(reading: int, role: str, count: Quantity, quote: Evidence) -> _Said:
    return _Said(("number", f"{role}: {count.of}" if count.of else role), count.words, None, reading, count, quote)


def _lengths(report: Report, mention: EventMention, reading: Reading) -> Iterator[_Said]:
    """How long it took: "two-hour talks", "the talks lasted two hours", "met for two hours"."""
    text = reading.extraction.article.text
    sentence = reading.sentence_at(mention.trigger.start)
    for time in reading.extraction.times:
        inside = sentence.start <= time.start and time.end <= sentence.end
        if inside and time.type == "duration" and time.value and _measures(time, mention, text, reading):
            length = read_length(time.value, time.text, text[max(0, time.start - _BEFORE) : time.start])
            if length is not None:
                quote = reading.quote(time.start, time.end, time.score)
                yield _Said(("duration", ""), length.words, None, report.reading, length, quote)


def _measures(time: Time, mention: EventMention, text: str, reading: Reading) -> bool:
    """Whether a length of time in the sentence of an event is its own."""
    trigger = mention.trigger
    if time.end <= trigger.start:
        between = text[time.end : trigger.start]
        return mention.kind == "noun" and ((between == " " and "-" in time.text) or between == " of ")
    between = text[trigger.end : time.start]
    if mention.kind == "noun":
        if " and " in between or _AND.search(
            text[max(0, trigger.start - _BEFORE) : trigger.start]
        ):  # what several took together
            return False
        return _LASTED.fullmatch(between) is not None and not _others_between(mention, time, reading, 1)
    return len(between) <= _NEAR and _FOR.fullmatch(between) is not None and not _others_between(mention, time, reading, 0)


def _others_between(mention: EventMention, time: Time, reading: Reading, allowed: int) -> bool:
    events = reading.extraction.events
    return sum(mention.trigger.end <= other.trigger.start < time.start for other in events) > allowed


# ---- what differs ------------------------------------------------------------------------------------------------


def _contested(said: Sequence[_Said]) -> list[_Said]:
    """The values that another article contradicts, unless one article states both."""
    together = {
        frozenset((a.value, b.value)) for a, b in combinations(said, 2) if a.reading == b.reading and a.value != b.value
    }
    pairs = [
        (a, b)
        for a, b in combinations(said, 2)
        if a.reading != b.reading and frozenset((a.value, b.value)) not in together and _differ(a.content, b.content)
    ]
    contested = {value.value for pair in pairs for value in pair}
    return [value for value in said if value.value in contested]


def _difference(about: tuple[Aspect, str], said: Sequence[_Said]) -> Difference:
    quotes: dict[tuple[str, str | None], set[Evidence]] = defaultdict(set)
    for value in said:
        quotes[value.value, value.node].add(value.evidence)
    claims = (Claim(value, node, tuple(sorted(evidence))) for (value, node), evidence in quotes.items())
    return Difference(*about, tuple(sorted(claims, key=_claim_order)))


def _order(difference: Difference) -> tuple[str, str]:
    return difference.aspect, difference.of


def _claim_order(claim: Claim) -> tuple[str, str]:
    return claim.value, claim.node or ""


def _differ(left: _Content, right: _Content) -> bool:
    """Whether two values cannot both be true."""
    if isinstance(left, Interval) and isinstance(right, Interval):
        return not left.overlaps(right)
    if isinstance(left, Quantity) and isinstance(right, Quantity):
        return not left.agrees(right) and left.is_near(right)
    if isinstance(left, Entity) and isinstance(right, Entity):
        if {left.type, right.type} <= _PLACES:
            return left.link is not None and right.link is not None and _are_apart(left.link, right.link)
        return left.type == right.type and left.type in _WHOLE and left.id != right.id
    return False


def _are_apart(left: Link, right: Link) -> bool:
    """Whether two places are in two countries, or towns with land between them."""
    one_holds_other = left.id == right.id or left.id in right.within or right.id in left.within
    if one_holds_other or {left.kind, right.kind} & _AREAS:
        return False
    if left.country and right.country and left.country != right.country:
        return True
    return {left.kind, right.kind} <= _POINTS and _distance(left, right) > _SUBURB


def _distance(left: Link, right: Link) -> float:
    """Kilometres between two places; 0 where one has no position."""
    if left.latitude is None or left.longitude is None or right.latitude is None or right.longitude is None:
        return 0.0
    north, south = math.radians(left.latitude), math.radians(right.latitude)
    part = math.sin((north - south) / 2) ** 2
    part += math.cos(north) * math.cos(south) * math.sin(math.radians(left.longitude - right.longitude) / 2) ** 2
    return 2 * _EARTH * math.asin(math.sqrt(min(1.0, part)))
