"""Relation mentions -> relations: one for all that say the same of the same entities."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kg.ids import node_id
from kg.model import Entity, Evidence, Relation, RelationMention
from kg.names import fold
from kg.ontology import load_ontology
from kg.resolve.profiles import ChainKey
from kg.resolve.sources import Reading
from kg.timex import interval


class _Fact(NamedTuple):
    """What a relation says; equal facts are one relation."""

    type: str
    subject: str
    object: str | None
    value: str | None


class _Report(NamedTuple):
    """One mention of a fact."""

    mention: RelationMention
    evidence: Evidence
    begin: str | None
    end: str | None


def resolve_relations(
    readings: Sequence[Reading], entities: Iterable[Entity], entity_of: Mapping[ChainKey, str]
) -> tuple[Relation, ...]:
    """The relations of all articles, sorted by id; one whose sides have no entity (nobody whom the text names) is left out.

    The people or the adjective of a country stands for the country where that is an entity, too. A position without an
    organization is the one of that name that the person has in one.
    """
    reports: dict[_Fact, list[_Report]] = defaultdict(list)
    countries = _countries(entities)
    for number, reading in enumerate(readings):
        chain_of = {mention.id: mention.entity for mention in reading.extraction.mentions}
        node_of = {m: countries.get(node, node) for m, c in chain_of.items() if c and (node := entity_of.get((number, c)))}
        for mention in reading.extraction.relations:
            fact = _fact(mention, node_of)
            if fact is not None:
                reports[fact].append(_report(reading, mention))
    return tuple(sorted((_relation(fact, said) for fact, said in _settle(reports).items()), key=lambda relation: relation.id))


def _countries(entities: Iterable[Entity]) -> dict[str, str]:
    """Entity of a country's people -> entity of the country."""
    linked = [entity for entity in entities if entity.link is not None]
    places = {entity.link.id: entity.id for entity in linked if entity.type == "place" and entity.link}
    return {e.id: places[e.link.id] for e in linked if e.type == "group" and e.link and e.link.id in places}


def _fact(mention: RelationMention, node_of: Mapping[str, str]) -> _Fact | None:
    subject, target = node_of.get(mention.subject), node_of.get(mention.object or "")
    if subject is None or subject == target or (target is None and mention.object is not None) or not (target or mention.value):
        return None
    if target is not None and target < subject and load_ontology().relations[mention.type].symmetric:
        subject, target = target, subject
    return _Fact(mention.type, subject, target, fold(mention.value) if mention.value else None)


def _report(reading: Reading, mention: RelationMention) -> _Report:
    value = next((t.value for t in reading.extraction.times if t.id == mention.time), None) if mention.time else None
    days = interval(value) if value else None
    begin = days.begin if days and (mention.time_relation == "since" or days.granularity == "range") else None
    end = days.end if days and (mention.time_relation == "until" or days.granularity == "range") else None
    return _Report(
        mention,
        reading.quote(mention.start, mention.end, mention.score),
        begin.isoformat() if begin else None,
        end.isoformat() if end else None,
    )


def _settle(reports: Mapping[_Fact, list[_Report]]) -> dict[_Fact, list[_Report]]:
    """Facts without an object as part of the one fact that says the same with an object."""
    homes: dict[_Fact, list[_Fact]] = defaultdict(list)
    for fact in reports:
        if fact.object is not None and fact.value is not None:
            homes[fact._replace(object=None)].append(fact)
    settled: dict[_Fact, list[_Report]] = defaultdict(list)
    for fact, said in reports.items():
        home = homes.get(fact, [])
        settled[home[0] if len(home) == 1 else fact].extend(said)
    return settled


def _relation(fact: _Fact, said: Sequence[_Report]) -> Relation:
    values = Counter(report.mention.value for report in said if report.mention.value)
    begins = sorted({report.begin for report in said if report.begin})
    ends = sorted({report.end for report in said if report.end})
    return Relation(
        id=node_id("relation", fact.type.replace("_", " "), *fact),
        type=fact.type,
        subject=fact.subject,
        object=fact.object,
        value=min(values, key=lambda value: (-values[value], value)) if values else None,
        former=all(report.mention.former for report in said),
        begin=begins[0] if begins else None,
        end=ends[-1] if ends else None,
        score=round(max((report.mention.score for report in said if report.mention.score is not None), default=0.5), 3),
        evidence=tuple(sorted({report.evidence for report in said})),
    )
