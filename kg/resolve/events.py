"""One event for one happening: reports of all articles brought together by type, participants, time and place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from kg.event_coreference import view_events
from kg.event_coreference.views import HELD
from kg.event_coreference.words import is_light
from kg.ids import node_id
from kg.model import Certainty, Entity, Event, EventMention, EventTime, Evidence, Mention, Participation
from kg.ontology import ROOT, load_ontology
from kg.resolve.differences import Differences
from kg.resolve.happenings import group_reports
from kg.resolve.profiles import ChainKey
from kg.resolve.reports import Report
from kg.resolve.sources import Reading
from kg.timex import Interval, interval

_STRENGTH: tuple[Certainty, ...] = ("certain", "probable", "planned", "possible")
EventKey = tuple[int, str]
"""(number of the reading, event mention id)."""


class _Known(NamedTuple):
    """The mentions of an article by their ids, and the entities that they stand for."""

    entity: Mapping[str | None, str]
    mentions: Mapping[str, Mention]


def resolve_events(
    readings: Sequence[Reading], entities: Sequence[Entity], entity_of: Mapping[ChainKey, str]
) -> tuple[tuple[Event, ...], dict[EventKey, str]]:
    """The events of all articles, sorted by id, and the event of each mention.

    Mentions that say nothing that could be shown become no event: see `_is_told`.
    """
    types = {entity.id: entity.type for entity in entities}
    names = {entity.id: entity.name for entity in entities}
    known = [_known(number, reading, entity_of) for number, reading in enumerate(readings)]
    reports = [
        report for number, reading in enumerate(readings) for report in _reports(number, reading, known[number], entity_of)
    ]
    differences = Differences(readings, entities, entity_of)
    told: list[tuple[Event, Sequence[Report]]] = []
    event_of: dict[EventKey, str] = {}
    for group in group_reports(reports, types):
        members = sorted((reports[i] for i in group), key=lambda report: report.type == ROOT)  # the telling types first
        if not _is_told(members):
            continue
        event = _event(members, readings, known, types, names)
        told.append((replace(event, differences=differences.of(members)), members))
        event_of.update(((report.reading, mention.id), event.id) for report in members for mention in report.mentions)
    return tuple(sorted(differences.with_denials(told), key=lambda event: event.id)), event_of


def _is_told(members: Sequence[Report]) -> bool:
    """Whether a graph should show it: somebody named takes part, a known type has place or time, or several articles report it.

    A verb of no type that tells next to nothing ("went", "had") needs somebody named and a place or a time; one that tells what
    lasts ("belongs") is no happening, and what only opens another ("failed") tells nothing without anybody.
    """
    named = any(report.participants for report in members)
    set_ = any(report.places or report.when for report in members)
    known = any(report.type != ROOT for report in members)
    root = load_ontology().events[ROOT]
    empty = root.state_verbs if named or set_ else root.state_verbs | root.phase_verbs
    if not known and all(report.view.lemma in empty for report in members):
        return False
    if not known and all(is_light(report.view.lemma) for report in members):
        return named and set_
    return named or (known and set_) or len({report.reading for report in members}) > 1


# ---- reports -----------------------------------------------------------------------------------------------------


def _reports(number: int, reading: Reading, known: _Known, entity_of: Mapping[ChainKey, str]) -> Iterator[Report]:
    extraction = reading.extraction
    entity = known.entity
    named = frozenset(entity.values())
    values = {time.id: time.value for time in extraction.times}
    views = {view.mention: view for view in view_events(number, extraction, lambda chain: entity_of.get((number, chain)))}
    for mention in extraction.events:
        place = entity.get(mention.place)
        yield Report(
            type=mention.type,
            polarity=mention.polarity,
            reading=number,
            mentions=(mention,),
            view=views[mention.id],
            participants=frozenset(entity[a.mention] for a in mention.arguments if a.mention in entity),
            places=frozenset({place} if place else ()),
            named=named,
            when=_finest([values[mention.time]] if mention.time is not None and mention.time_relation in HELD else []),
            published=_published(extraction.article.published),
        )


def _known(number: int, reading: Reading, entity_of: Mapping[ChainKey, str]) -> _Known:
    mentions = reading.extraction.mentions
    entity: dict[str | None, str] = {
        mention.id: entity_of[number, mention.entity]
        for mention in mentions
        if mention.entity is not None and (number, mention.entity) in entity_of
    }
    return _Known(entity, {mention.id: mention for mention in mentions})


def _finest(values: Sequence[str | None]) -> Interval | None:
    found = [span for value in values if value and (span := interval(value)) and (span.begin or span.end)]
    return min(found, key=_length, default=None)


def _length(span: Interval) -> int:
    return (span.end - span.begin).days if span.begin and span.end else 10**6


def _published(value: str | None) -> date | None:
    return date.fromisoformat(value[:10]) if value else None


# ---- one event ---------------------------------------------------------------------------------------------------


def _event(
    members: Sequence[Report],
    readings: Sequence[Reading],
    known: Sequence[_Known],
    types: Mapping[str, str],
    names: Mapping[str, str],
) -> Event:
    participations = _participations(members, readings, known, types)
    when = _time(members, readings)
    pairs = [(report, mention) for report in members for mention in report.mentions]
    telling = _telling(members)
    strongest = min(telling, key=lambda m: (_STRENGTH.index(m.certainty), m.tense == "none", m.tense))
    evidence = tuple(sorted({readings[r.reading].quote(m.trigger.start, m.trigger.end, m.score) for r, m in pairs}))
    label = _label(members[0], participations, when, names)
    value = when.value if when else ""
    return Event(
        id=node_id("event", f"{members[0].type} {value}", evidence[0].article, evidence[0].start, evidence[0].end),
        type=members[0].type,
        label=label,
        participations=participations,
        time=when,
        certainty=strongest.certainty,
        polarity=members[0].polarity,
        tense=strongest.tense,
        score=round(max((mention.score or 0.0 for _, mention in pairs), default=0.0), 3),
        evidence=evidence,
    )


def _telling(members: Sequence[Report]) -> list[EventMention]:
    """Mentions of articles that say who takes part, if any does: a bare fact does not make what another one plans a fact."""
    naming = {report.reading for report in members if report.participants}
    return [m for report in members if report.reading in naming or not naming for m in report.mentions]


def _participations(
    members: Sequence[Report], readings: Sequence[Reading], known: Sequence[_Known], types: Mapping[str, str]
) -> tuple[Participation, ...]:
    """Who takes part in which role, and the one place that is most exact and most often given."""
    quotes: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for report in members:
        reading = readings[report.reading]
        entity, spans = known[report.reading]
        for mention in report.mentions:
            arguments = [(a.role, a.mention, a.score) for a in mention.arguments]
            if mention.place is not None:
                arguments.append(("place", mention.place, spans[mention.place].score))
            for role, number, score in arguments:
                if number in entity:
                    quotes[role, entity[number]].append(
                        _quote_argument(reading, mention, spans[number].start, spans[number].end, score)
                    )
    places = {key: found for key, found in quotes.items() if key[0] == "place"}
    chosen = min(places, key=lambda key: (types[key[1]] != "facility", -len(places[key]), key), default=None)
    kept = {key: found for key, found in quotes.items() if key[0] != "place" or key == chosen}
    return tuple(
        Participation(role, entity, round(max(q.score or 0.0 for q in found), 3), tuple(sorted(set(found))))
        for (role, entity), found in sorted(kept.items())
    )


def _quote_argument(reading: Reading, mention: EventMention, start: int, end: int, score: float | None) -> Evidence:
    """The argument's words in the event's sentence; the trigger where the argument stands in another sentence."""
    sentence = reading.sentence_at(mention.trigger.start)
    if sentence.start <= start and end <= sentence.end:
        return reading.quote(start, end, score)
    return reading.quote(mention.trigger.start, mention.trigger.end, score)


def _time(members: Sequence[Report], readings: Sequence[Reading]) -> EventTime | None:
    """The finest time that the reports give, the most frequent of equally fine ones."""
    found: dict[str, list[Evidence]] = defaultdict(list)
    for report in members:
        reading = readings[report.reading]
        times = {time.id: time for time in reading.extraction.times}
        for mention in report.mentions:
            time = times.get(mention.time or "")
            if (
                time is not None
                and time.value is not None
                and interval(time.value) is not None
                and mention.time_relation in HELD
            ):
                found[_day(time.value)].append(reading.quote(time.start, time.end, time.score))
    if not found:
        return None
    value = min(found, key=lambda v: (_length(_interval(v)), -len(found[v]), v))
    span = _interval(value)
    evidence = tuple(sorted(set(found[value])))
    return EventTime(
        value=value,
        begin=span.begin.isoformat() if span.begin else None,
        end=span.end.isoformat() if span.end else None,
        granularity=span.granularity,
        score=round(max(quote.score or 0.0 for quote in evidence), 3),
        evidence=evidence,
    )


def _day(value: str) -> str:
    """A value without its time of day, where it has a day."""
    return value.split("T", maxsplit=1)[0] if "T" in value and "/" not in value and value[0] != "T" else value


def _interval(value: str) -> Interval:
    found = interval(value)
    assert found is not None, value
    return found


def _label(first: Report, participations: Sequence[Participation], when: EventTime | None, names: Mapping[str, str]) -> str:
    """What, who, where, when: "Meeting of Kim Jong-un and Vladimir Putin, Vostochny Cosmodrome, 2023-09-13"."""
    count = Counter({p.entity: len(p.evidence) for p in participations if p.role != "place"})
    people = sorted(count, key=lambda entity: (-count[entity], names[entity]))
    shown = [names[entity] for entity in people[:4]] + (["others"] if len(people) > 4 else [])
    who = f" of {', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else f" of {shown[0]}" if shown else ""
    where = "".join(f", {names[p.entity]}" for p in participations if p.role == "place")
    known = load_ontology().events.get(first.type)
    what = known.label if known else first.type
    if first.type == ROOT and first.mentions[0].trigger.lemma:
        what = first.mentions[0].trigger.lemma.capitalize()
    return f"{what}{who}{where}" + (f", {when.value}" if when else "")
