"""KnowledgeGraph -> Resolution: the same facts as typed records again, for the exports and for whoever computes with them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import networkx as nx

from kg.graph.attributes import (
    ARTICLE,
    EVENT,
    MENTIONED_IN,
    REPORTED_IN,
    VALUE,
    load_differences,
    load_evidence,
    load_links,
    split_texts,
    type_of,
)
from kg.model import Entity, Event, EventTime, Evidence, Link, Participation, Relation, Resolution, Source

Data = Mapping[str, Any]


def read_records(graph: nx.MultiDiGraph) -> Resolution:
    """What the attributes say; which mention went where is not in a graph, so these two maps are empty.

    Raises:
        KeyError: an attribute is missing.
        ValueError: evidence is not written as it should be.
    """
    nodes = [(node, data["kind"], data) for node, data in graph.nodes(data=True)]
    things = [(node, data) for node, kind, data in nodes if kind not in {ARTICLE, EVENT, VALUE}]
    return Resolution(
        sources=tuple(source_of(node, data) for node, kind, data in nodes if kind == ARTICLE),
        entities=tuple(_entity(graph, node, data) for node, data in things),
        events=tuple(_event(graph, node, data) for node, kind, data in nodes if kind == EVENT),
        entity_of={},
        event_of={},
        relations=tuple(relation_of(graph, *edge) for node, _ in things for edge in relation_edges(graph, node)),
    )


def source_of(node: str, data: Data) -> Source:
    """The article of a node."""
    return Source(
        id=node,
        title=data.get("title"),
        published=data.get("published"),
        publisher=data.get("publisher"),
        url=data.get("url"),
        language=data.get("language", ""),
        path=data.get("path", ""),
        text_sha256=data.get("sha256", ""),
    )


def _entity(graph: nx.MultiDiGraph, node: str, data: Data) -> Entity:
    return Entity(
        id=node,
        type=type_of(data["kind"]),
        name=data["name"],
        aliases=split_texts(data.get("aliases", "")),
        score=data["score"],
        evidence=evidence_of(graph, node, MENTIONED_IN),
        link=link_of(data),
        candidates=load_links(data.get("candidates", "[]")),
    )


def link_of(data: Data) -> Link | None:
    """The gazetteer's entry that the entity of a node is."""
    if "link" not in data:
        return None
    return Link(
        id=data["link"],
        name=data.get("link_name", ""),
        kind=data.get("link_kind", ""),
        country=data.get("country"),
        wikidata=data.get("wikidata"),
        latitude=data.get("latitude"),
        longitude=data.get("longitude"),
        within=split_texts(data.get("within", "")),
        score=data["link_score"],
    )


def relation_edges(graph: nx.MultiDiGraph, node: str) -> list[tuple[str, str, str, Data]]:
    """The lasting relations whose subject is this entity: (subject, target, key, attributes)."""
    edges = graph.out_edges(node, keys=True, data=True)
    return [edge for edge in edges if edge[3]["relation"] != MENTIONED_IN]


def relation_of(graph: nx.MultiDiGraph, subject: str, target: str, key: str, data: Data) -> Relation:
    """The relation of an edge."""
    return Relation(
        id=key,
        type=data["relation"],
        subject=subject,
        object=None if graph.nodes[target]["kind"] == VALUE else target,
        value=data.get("value"),
        former=data["former"],
        begin=data.get("time_begin"),
        end=data.get("time_end"),
        score=data["score"],
        evidence=load_evidence(data["evidence"]),
    )


def _event(graph: nx.MultiDiGraph, node: str, data: Data) -> Event:
    return Event(
        id=node,
        type=data["type"],
        label=data["label"],
        participations=tuple(
            Participation(fact["relation"], target, fact["score"], load_evidence(fact["evidence"]))
            for _, target, fact in graph.out_edges(node, data=True)
            if fact["relation"] != REPORTED_IN
        ),
        time=time_of(data),
        certainty=data["certainty"],
        polarity=data["polarity"],
        tense=data["tense"],
        score=data["score"],
        evidence=evidence_of(graph, node, REPORTED_IN),
        differences=load_differences(data.get("differences", "[]")),
    )


def time_of(data: Data) -> EventTime | None:
    """When the event of a node happened."""
    if "time" not in data:
        return None
    return EventTime(
        value=data["time"],
        begin=data.get("time_begin"),
        end=data.get("time_end"),
        granularity=data["granularity"],
        score=data["time_score"],
        evidence=load_evidence(data["time_evidence"]),
    )


def evidence_of(graph: nx.MultiDiGraph, node: str, relation: str) -> tuple[Evidence, ...]:
    """Where the articles say what the edges of one relation say."""
    facts = [data for _, _, data in graph.out_edges(node, data=True) if data["relation"] == relation]
    return tuple(piece for fact in facts for piece in load_evidence(fact["evidence"]))
