"""Why two things hang together: the facts between them, each with its words, sentences and score, and whom the words mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import GraphError
from kg.graph import EntityNode, EventNode, KnowledgeGraph, Node
from kg.graph.attributes import MENTIONED_IN, load_evidence
from kg.ledger import FILE, Step, trace
from kg.model import Evidence
from kg.names import key

_PATHS = 3


@dataclass(frozen=True, slots=True)
class Fact:
    """An edge of the graph.

    Attributes:
        id: its key.
        relation: role, relation of the ontology, ``mentioned_in`` or ``reported_in``.
        source, target: the nodes at its ends.
        score: 0..1, or None where it has none.
        evidence: the words that state it, with their sentences.
    """

    id: str
    relation: str
    source: Node
    target: Node
    score: float | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """An event that two things take part in.

    Attributes:
        event: the event; its evidence are the words that report it.
        facts: their roles in it.
    """

    event: EventNode
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Identity:
    """How the words of a fact came to stand for an entity.

    Attributes:
        entity: whom they mean.
        words: what stands in the article.
        steps: from there to the entity's own name.
    """

    entity: EntityNode
    words: Evidence
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Connection:
    """All that connects two nodes.

    Attributes:
        left, right: the nodes.
        facts: the edges between them, in both directions.
        events: the events that both take part in.
        paths: where there is neither, the shortest chains of such events from one to the other.
        identities: for the words of it all that are not the entity's name, why they mean it; empty without a ledger.
        others: what else fits one of the names.
    """

    left: Node
    right: Node
    facts: tuple[Fact, ...]
    events: tuple[Shared, ...]
    paths: tuple[tuple[Shared, ...], ...]
    identities: tuple[Identity, ...]
    others: tuple[Node, ...]

    def all_facts(self) -> Iterator[Fact]:
        """Every edge of it once."""
        chains = (self.events, *self.paths)
        facts = (*self.facts, *(fact for chain in chains for shared in chain for fact in shared.facts))
        return iter({fact.id: fact for fact in facts}.values())


def why(graph: KnowledgeGraph, left: str, right: str, folder: Path | None = None) -> Connection:
    """What connects two nodes, by name or id; of what goes by a name, that which `KnowledgeGraph.find` gives first.

    Args:
        graph: where to look.
        left: a name, or the id of a node.
        right: another.
        folder: of the build, whose ledger says why words mean an entity; None to leave that out.

    Raises:
        GraphError: nothing goes by a name, or both names are one thing.
    """
    found = [(graph[name],) if name in graph else graph.find(name) for name in (left, right)]
    for name, nodes in zip((left, right), found, strict=True):
        if not nodes:
            raise GraphError(f"nothing in the graph goes by the name {name!r}")
    a, b = found[0][0], found[1][0]
    if a == b:
        raise GraphError(f"{left!r} and {right!r} are one thing, {a.id} (kg explain says why)")
    edges = _Edges(graph)
    facts = tuple(edges.between(a, b))
    events = tuple(edges.shared(a, b))
    chains = () if facts or events else graph.paths(a, b, kinds=_kinds(graph), limit=_PATHS, asserted=False)
    paths = tuple(tuple(edges.along(chain.entities, chain.events)) for chain in chains)
    others = tuple(node for nodes in found for node in nodes[1:] if node not in (a, b) and isinstance(node, EntityNode))
    connection = Connection(a, b, facts, events, paths, (), others)
    if folder is None or not (folder / FILE).is_file():
        return connection
    return Connection(a, b, facts, events, paths, tuple(_identities(graph, connection, folder)), others)


def _kinds(graph: KnowledgeGraph) -> set[str]:
    return {entity.kind for entity in graph.entities()}


class _Edges:
    """The edges of a graph by their ends."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self._graph = graph
        self._edges: dict[tuple[str, str], list[tuple[str, Mapping[str, Any]]]] = {}
        for (source, target, name), data in graph.edge_attributes():
            self._edges.setdefault((source, target), []).append((name, data))

    def between(self, a: Node, b: Node) -> Iterator[Fact]:
        """The edges between two nodes, in both directions."""
        for source, target in ((a, b), (b, a)):
            for name, data in self._edges.get((source.id, target.id), ()):
                yield Fact(name, data["relation"], source, target, data.get("score"), load_evidence(data["evidence"]))

    def shared(self, a: Node, b: Node) -> Iterator[Shared]:
        """The events that both take part in, the earliest first."""
        for event in self._graph.events(asserted=False):
            roles = {player.id for players in event.roles.values() for player in players}
            if {a.id, b.id} <= roles:
                yield Shared(event, (*self.between(event, a), *self.between(event, b)))

    def along(self, entities: Iterable[Node], events: Iterable[EventNode]) -> Iterator[Shared]:
        """The steps of a chain of events."""
        nodes = tuple(entities)
        for a, event, b in zip(nodes, events, nodes[1:], strict=False):
            yield Shared(event, (*self.between(event, a), *self.between(event, b)))


def _identities(graph: KnowledgeGraph, connection: Connection, folder: Path) -> Iterator[Identity]:
    """Why the words at an entity's end of a fact mean it, each way once."""
    paths = {article.id: article.path for article in graph.articles()}
    words: dict[EntityNode, dict[Evidence, None]] = {}
    for fact in connection.all_facts():
        named = fact.source if fact.relation == MENTIONED_IN else fact.target
        if isinstance(named, EntityNode):
            words.setdefault(named, {}).update(dict.fromkeys(fact.evidence))
    for entity, said in words.items():
        told: dict[str, Evidence] = {}
        for piece in said:
            if key(piece.text) != key(entity.name):
                told.setdefault(key(piece.text), piece)
        steps = trace(folder, entity.id, [(paths[piece.article], piece.start) for piece in told.values()])
        yield from (Identity(entity, piece, way) for piece, way in zip(told.values(), steps, strict=True) if way)
