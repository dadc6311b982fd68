"""Resolution -> KnowledgeGraph: one node a thing, one edge a fact, each with what it rests on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from operator import attrgetter

import networkx as nx

from kg import __version__
from kg.config import Config
from kg.errors import GraphError
from kg.graph.attributes import (
    ARTICLE,
    EVENT,
    MENTIONED_IN,
    REPORTED_IN,
    Attributes,
    dump_evidence,
    fact_id,
    join_aliases,
    kind_of,
    legal_text,
    round_score,
    scalars,
)
from kg.graph.knowledge_graph import Header, KnowledgeGraph
from kg.model import Entity, Event, EventTime, Evidence, Resolution, Source

_ID = re.compile(r"[A-Za-z0-9_-]+/[A-Za-z0-9_-]+")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_by_id = attrgetter("id")


def build_graph(resolution: Resolution, config: Config | None = None) -> KnowledgeGraph:
    """The graph of what all articles together say.

    Equal resolutions give equal graphs, whatever their order. Aliases become a sorted set without the name itself; scores get
    four decimals; in labels, not in evidence, U+FFFD replaces what XML cannot carry.

    Raises:
        GraphError: something has no evidence, or refers to something that is not there.
    """
    config = config or Config()
    return assemble(resolution, Header(base=config.base, generator=f"kg {__version__}", config=config.hash()))


def assemble(resolution: Resolution, header: Header) -> KnowledgeGraph:
    """The same under the header of an earlier build: what the readers of files call.

    Raises:
        GraphError: as `build_graph`.
    """
    _check_quotations(resolution.all_evidence())
    graph = nx.MultiDiGraph(**scalars(base=header.base, generator=header.generator, config=header.config))
    entities, events = sorted(resolution.entities, key=_by_id), sorted(resolution.events, key=_by_id)
    for source in sorted(resolution.sources, key=_by_id):
        _add_node(graph, source.id, _article_attributes(source))
    for entity in entities:
        _add_node(graph, entity.id, _entity_attributes(entity))
    for event in events:
        _add_node(graph, event.id, _event_attributes(event))
    for entity in entities:
        _add_sources(graph, entity.id, MENTIONED_IN, entity.evidence)
    for event in events:
        for part in sorted(event.participations, key=attrgetter("role", "entity")):
            _add_fact(graph, (event.id, part.role, part.entity), part.evidence, part.score)
        _add_sources(graph, event.id, REPORTED_IN, event.evidence)
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
    if not _NAME.fullmatch(relation):
        raise GraphError(f"{key}: {relation!r} is not the name of a role")
    if target not in graph:
        raise GraphError(f"{key}: there is no {target}")
    if graph.has_edge(source, target, key):
        raise GraphError(f"{key} is there twice")
    graph.add_edge(source, target, key, **_fact_attributes(relation, _arrange(key, evidence), score))


def _fact_attributes(relation: str, evidence: tuple[Evidence, ...], score: float | None) -> Attributes:
    best = max(evidence, key=lambda piece: _rank(piece.score))
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


def _article_attributes(source: Source) -> Attributes:
    label = source.title or source.id.partition("/")[2]
    return scalars(
        label=label,
        name=label,
        kind=ARTICLE,
        title=source.title,
        published=source.published,
        publisher=source.publisher,
        url=source.url,
        language=source.language,
        path=source.path,
        sha256=source.text_sha256,
    )


def _entity_attributes(entity: Entity) -> Attributes:
    name = legal_text(entity.name) or entity.id.partition("/")[2]
    aliases = {legal_text(alias) for alias in entity.aliases} - {name, ""}
    return scalars(
        label=name,
        name=name,
        kind=kind_of(entity.type),
        score=float(entity.score),
        mentions=len(set(entity.evidence)),
        aliases=join_aliases(sorted(aliases)),
    )


def _event_attributes(event: Event) -> Attributes:
    if not _NAME.fullmatch(event.type):
        raise GraphError(f"{event.id}: {event.type!r} is not the name of a type")
    label = event.label or event.type
    attributes = scalars(
        label=label,
        name=label,
        kind=EVENT,
        score=float(event.score),
        mentions=len(set(event.evidence)),
        type=event.type,
        certainty=event.certainty,
        polarity=event.polarity,
        tense=event.tense,
    )
    return attributes | _time_attributes(event.id, event.time) if event.time else attributes


def _time_attributes(event: str, time: EventTime) -> Attributes:
    return scalars(
        time=time.value,
        time_begin=time.begin,
        time_end=time.end,
        granularity=time.granularity,
        time_score=float(time.score),
    ) | {"time_evidence": dump_evidence(_arrange(f"the time of {event}", time.evidence))}


def _arrange(what: str, evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The evidence in the order of the articles, every span once, with the best of its scores."""
    best: dict[Evidence, Evidence] = {}
    for piece in evidence:
        score = None if piece.score is None else round_score(piece.score)
        if piece not in best or _rank(score) > _rank(best[piece].score):
            best[piece] = replace(piece, score=score)
    if not best:
        raise GraphError(f"{what} has no evidence")
    return tuple(best[piece] for piece in sorted(best))


def _rank(score: float | None) -> float:
    """What has no score comes after what has the worst."""
    return -1.0 if score is None else score
