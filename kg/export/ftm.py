"""FollowTheMoney entities as JSON Lines: Aleph, OpenAleph, OpenSanctions and the ``ftm`` command. Written only.

A place is an ``Address`` (it has coordinates there); an event an ``Event`` whose people and organizations are ``involved`` or
``organizer``; everything else that plays a role, and every lasting relation, an ``UnknownLink`` with its role. ``proof``
leads to the articles, ``description`` quotes their sentences. Products are left out, for FollowTheMoney has only things that
can be owned.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO, Final

from kg.graph import KnowledgeGraph
from kg.graph.attributes import PLACE_ROLE, describe_difference, fact_id
from kg.model import Entity, Event, EventTime, Evidence, Link, Participation, Relation, Source

Properties = Mapping[str, Iterable[object]]

_SCHEMATA: Final = {
    "person": "Person",
    "organization": "Organization",
    "group": "LegalEntity",
    "place": "Address",
    "facility": "Address",
    "event": "Event",
}
_LEGAL: Final = frozenset({"Person", "Organization", "LegalEntity"})
_ORGANIZERS: Final = frozenset({"host", "organizer"})
_LANGUAGES: Final = {"en": "eng"}
_DAY: Final = len("2023-09-13")


def write(graph: KnowledgeGraph, stream: BinaryIO) -> None:
    """Write one entity a line: articles, things, events, then the links between them."""
    records = graph.to_resolution()
    schemata = {entity.id: _SCHEMATA[entity.type] for entity in records.entities if entity.type in _SCHEMATA}
    names = {entity.id: entity.name for entity in records.entities}
    for found in (
        *map(_article, records.sources),
        *(_thing(entity, schemata[entity.id]) for entity in records.entities if entity.id in schemata),
        *(line for event in records.events for line in _event(event, schemata, names)),
        *(_relation(relation) for relation in records.relations if {relation.subject, relation.object} <= schemata.keys()),
    ):
        stream.write(f"{json.dumps(found, ensure_ascii=False, separators=(',', ':'))}\n".encode())


def _article(source: Source) -> dict[str, Any]:
    return _entity(
        source.id,
        "Article",
        name=[source.title or source.id.partition("/")[2]],
        title=[source.title],
        fileName=[source.path or source.id.partition("/")[2]],
        publishedAt=[(source.published or "")[:_DAY]],
        publisher=[source.publisher],
        sourceUrl=[source.url],
        language=[_LANGUAGES.get(source.language)],
    )


def _thing(entity: Entity, schema: str) -> dict[str, Any]:
    link = entity.link
    place = _position(link) if link and schema == "Address" else {}
    known = {"country": [link.country and link.country.lower()], "wikidataId": [link.wikidata]} if link else {}
    full = {"full": [entity.name]} if schema == "Address" else {}
    return _entity(
        entity.id, schema, name=[entity.name], alias=entity.aliases, **full, **known, **place, proof=_articles(entity.evidence)
    )


def _position(link: Link) -> Properties:
    return {"latitude": [link.latitude], "longitude": [link.longitude]}


def _event(event: Event, schemata: Mapping[str, str], names: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    properties: dict[str, list[object]] = defaultdict(list)
    links = []
    for part in event.participations:
        schema = schemata.get(part.entity)
        if part.role == PLACE_ROLE:
            properties["location"].append(names[part.entity])
            properties["addressEntity"] += [_id(part.entity)] if schema == "Address" else []
        elif schema in _LEGAL:
            properties["organizer" if part.role in _ORGANIZERS else "involved"].append(_id(part.entity))
        elif schema:
            links.append(_role(event, part))
    yield _entity(
        event.id,
        "Event",
        name=[event.label],
        keywords=[event.type, event.certainty, *(["denied"] if event.polarity == "negative" else [])],
        notes=map(describe_difference, event.differences),
        **_time(event.time),
        **properties,
        **_quotations(event.evidence),
    )
    yield from links


def _role(event: Event, part: Participation) -> dict[str, Any]:
    ends = {"subject": [_id(event.id)], "object": [_id(part.entity)], "role": [part.role.replace("_", " ")]}
    return _entity(fact_id(event.id, part.role, part.entity), "UnknownLink", **ends, **_quotations(part.evidence))


def _relation(relation: Relation) -> dict[str, Any]:
    words = ("former" if relation.former else "", relation.value or relation.type.replace("_", " "))
    return _entity(
        relation.id,
        "UnknownLink",
        subject=[_id(relation.subject)],
        object=[_id(relation.object or "")],
        role=[" ".join(filter(None, words))],
        startDate=[relation.begin],
        endDate=[relation.end],
        **_quotations(relation.evidence),
    )


def _time(time: EventTime | None) -> Properties:
    if time is None:
        return {}
    return {"date": [time.begin]} if time.begin == time.end else {"startDate": [time.begin], "endDate": [time.end]}


def _quotations(evidence: Iterable[Evidence]) -> Properties:
    return {"description": [piece.sentence for piece in evidence], "proof": _articles(evidence)}


def _articles(evidence: Iterable[Evidence]) -> list[str]:
    return [_id(piece.article) for piece in evidence]


def _entity(node: str, schema: str, /, **properties: Iterable[object]) -> dict[str, Any]:
    texts = {key: list(dict.fromkeys(str(value) for value in values if value)) for key, values in properties.items()}
    return {"id": _id(node), "schema": schema, "properties": {key: found for key, found in texts.items() if found}}


def _id(name: str) -> str:
    """The id with the letters that FollowTheMoney allows."""
    return name.replace("/", ".").replace("_", "-")
