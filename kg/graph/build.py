"""Resolution -> KnowledgeGraph: one node a thing, one edge a fact, each with what it rests on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable
from dataclasses import asdict
from itertools import pairwise
from operator import attrgetter

import networkx as nx

from kg import __version__
from kg.config import Config
from kg.errors import GraphError
from kg.graph.attributes import (
    MENTIONED_IN,
    REPORTED_IN,
    VALUE,
    Attributes,
    dump_evidence,
    fact_id,
    legal_text,
    scalars,
    value_id,
)
from kg.graph.knowledge_graph import Header, KnowledgeGraph
from kg.graph.node_attributes import NAME, arrange, article_attributes, entity_attributes, event_attributes, rank
from kg.model import Evidence, Relation, Resolution

_ID = re.compile(r"[A-Za-z0-9_-]+/[A-Za-z0-9_-]+")
_by_id = attrgetter("id")


def build_graph(resolution: Resolution, config: Config | None = None, model: str = "") -> KnowledgeGraph:
    """The graph of what all articles together say.

    Equal resolutions give equal graphs, whatever their order. Aliases become a sorted set without the name itself; scores and
    coordinates get four decimals; in labels, not in evidence, U+FFFD replaces what XML cannot carry.

    Args:
        resolution: what is known.
        config: the settings it came about with.
        model: name and version of the language model that read the articles.

    Raises:
        GraphError: something has no evidence, or refers to something that is not there.
    """
    config = config or Config()
    return assemble(resolution, Header(base=config.base, generator=f"kg {__version__}", config=config.hash(), model=model))


def assemble(resolution: Resolution, header: Header) -> KnowledgeGraph:
    """The same under the header of an earlier build: what the readers of files call.

    Raises:
        GraphError: as `build_graph`.
    """
    _check_quotations(resolution.all_evidence())
    graph = nx.MultiDiGraph(**scalars(**asdict(header)))
    relations = sorted(resolution.relations, key=_by_id)
    entities, events = sorted(resolution.entities, key=_by_id), sorted(resolution.events, key=_by_id)
    for source in sorted(resolution.sources, key=_by_id):
        _add_node(graph, source.id, article_attributes(source))
    for entity in entities:
        _add_node(graph, entity.id, entity_attributes(entity))
    for event in events:
        _add_node(graph, event.id, event_attributes(event))
    for value in sorted({_value_of(relation) for relation in relations if relation.object is None}):
        _add_node(graph, value_id(value), scalars(label=value, name=value, kind=VALUE))
    things = {entity.id for entity in entities}
    for entity in entities:
        _add_sources(graph, entity.id, MENTIONED_IN, entity.evidence)
    if twice := [later.id for earlier, later in pairwise(relations) if earlier.id == later.id]:
        raise GraphError(f"{twice[0]} is there twice")
    for relation in relations:
        _add_relation(graph, relation, things)
    for event in events:
        for part in sorted(event.participations, key=attrgetter("role", "entity")):
            _add_fact(graph, (event.id, part.role, part.entity), part.evidence, part.score)
        _add_sources(graph, event.id, REPORTED_IN, event.evidence)
        claimed = (claim.node for difference in event.differences for claim in difference.claims)
        if missing := [node for node in claimed if node is not None and node not in graph]:
            raise GraphError(f"{event.id}: there is no {missing[0]}")
    return KnowledgeGraph(graph)


def _check_quotations(evidence: Iterable[Evidence]) -> None:
    """One span of an article has one text and one sentence: all that is said of it in RDF hangs on that."""
    seen: dict[tuple[str, int, int], Evidence] = {}
    for piece in evidence:
        if seen.setdefault((piece.article, piece.start, piece.end), piece) != piece:
            raise GraphError(f"{piece.article}: characters {piece.start} to {piece.end} are quoted in two ways")


def _add_node(graph: nx.MultiDiGraph, node: str, attributes: Attributes) -> None:
    if not _ID.fullmatch(node):
        raise GraphError(f"{node!r} is not an id (kind/name in letters, digits and hyphens)")
    if node in graph:
        raise GraphError(f"{node} is there twice")
    graph.add_node(node, **attributes)


def _add_sources(graph: nx.MultiDiGraph, node: str, relation: str, evidence: Iterable[Evidence]) -> None:
    by_article = defaultdict(list)
    for piece in evidence:
        by_article[piece.article].append(piece)
    if not by_article:
        raise GraphError(f"{node} has no evidence")
    for article, pieces in sorted(by_article.items()):
        _add_fact(graph, (node, relation, article), pieces, None)


def _add_fact(graph: nx.MultiDiGraph, fact: tuple[str, str, str], evidence: Iterable[Evidence], score: float | None) -> None:
    source, relation, target = fact
    key = fact_id(*fact)
    if not NAME.fullmatch(relation):
        raise GraphError(f"{key}: {relation!r} is not the name of a role")
    if target not in graph:
        raise GraphError(f"{key}: there is no {target}")
    if graph.has_edge(source, target, key):
        raise GraphError(f"{key} is there twice")
    graph.add_edge(source, target, key, **_fact_attributes(relation, arrange(key, evidence), score))


def _add_relation(graph: nx.MultiDiGraph, relation: Relation, entities: Container[str]) -> None:
    if not _ID.fullmatch(relation.id):
        raise GraphError(f"{relation.id!r} is not an id (kind/name in letters, digits and hyphens)")
    if not NAME.fullmatch(relation.type) or relation.type in {MENTIONED_IN, REPORTED_IN}:
        raise GraphError(f"{relation.id}: {relation.type!r} is not the name of a relation")
    if missing := [end for end in (relation.subject, relation.object) if end is not None and end not in entities]:
        raise GraphError(f"{relation.id}: there is no {missing[0]}")
    target = value_id(_value_of(relation)) if relation.object is None else relation.object
    attributes = _fact_attributes(relation.type, arrange(relation.id, relation.evidence), relation.score)
    attributes |= scalars(value=relation.value, former=relation.former, time_begin=relation.begin, time_end=relation.end)
    graph.add_edge(relation.subject, target, relation.id, **attributes)


def _value_of(relation: Relation) -> str:
    """The words at the end of a relation that leads to no entity."""
    if not relation.value:
        raise GraphError(f"{relation.id} has neither an object nor a value")
    return legal_text(relation.value)


def _fact_attributes(relation: str, evidence: tuple[Evidence, ...], score: float | None) -> Attributes:
    best = max(evidence, key=lambda piece: rank(piece.score))
    return scalars(
        label=relation.replace("_", " "),
        relation=relation,
        score=best.score if score is None else float(score),
        weight=float(len(evidence)),
        article=best.article,
        start=best.start,
        end=best.end,
        text=best.text,
        sentence=best.sentence,
    ) | {"evidence": dump_evidence(evidence)}
