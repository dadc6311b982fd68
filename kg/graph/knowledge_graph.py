"""The graph and the questions it answers."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx

from kg.config import Config
from kg.errors import GraphError
from kg.graph import records
from kg.graph.attributes import (
    ARTICLE,
    EVENT,
    MENTIONED_IN,
    REPORTED_IN,
    VALUE,
    load_evidence,
    split_texts,
)
from kg.graph.chronology import Chronology, tell
from kg.graph.filters import EventFilter, day, places_within, subtypes
from kg.graph.node_reader import NodeReader
from kg.graph.nodes import ArticleNode, EntityNode, EventNode, Node, RelationEdge
from kg.graph.paths import Connection, shortest_paths
from kg.graph.projections import project
from kg.graph.search import Fit, fit, fold
from kg.graph.summary import describe, describe_html
from kg.graph.tables import data_frames
from kg.graph.wordless import wordless
from kg.model import Evidence, Resolution

if TYPE_CHECKING:
    import pandas
    import pyoxigraph
    import rdflib

    from kg.plot import Picture
    from kg.sparql import Limits, Table

Data = Mapping[str, Any]
_LAST = "~"  # sorts after every date


@dataclass(frozen=True, slots=True)
class Header:
    """What holds for the whole graph: base IRI, program and version, hash of the settings, language model. No clock."""

    base: str
    generator: str
    config: str
    model: str = ""


class KnowledgeGraph:
    """People, organizations, places, events and the articles that speak of them.

    Made by `kg.build`, `build_graph` or `kg.read`. A graph is not changed once it is made; `to_networkx` gives a copy to
    compute with.

    >>> import kg
    >>> graph = kg.build(["seeds"])  # doctest: +SKIP
    >>> for event in graph.events(type="Meeting", participant="Putin"):  # doctest: +SKIP
    ...     print(event, event.evidence[0].sentence)
    """

    def __init__(self, graph: nx.MultiDiGraph) -> None:
        self._graph = graph
        self._read = NodeReader(graph)

    # ---- what is in it -------------------------------------------------------------------------------------------

    @property
    def header(self) -> Header:
        """Base IRI, generator and settings."""
        return Header(**self._graph.graph)

    def people(self) -> tuple[EntityNode, ...]:
        """All persons, the most mentioned first."""
        return self.entities("person")

    def organizations(self) -> tuple[EntityNode, ...]:
        """All organizations, the most mentioned first."""
        return self.entities("organization")

    def places(self) -> tuple[EntityNode, ...]:
        """All places and facilities, the most mentioned first."""
        return self.entities("place", "facility")

    def entities(self, *kinds: str) -> tuple[EntityNode, ...]:
        """All things with a name, of these kinds if any are given, the most mentioned first."""
        wanted = set(kinds) or set(self._ids) - {ARTICLE, EVENT, VALUE}
        nodes = (self._read.entity(node) for kind in wanted for node in self._ids.get(kind, ()))
        return tuple(sorted(nodes, key=lambda node: (-node.mentions, node.id)))

    def articles(self) -> tuple[ArticleNode, ...]:
        """All articles, the earliest first, those without a date last."""
        nodes = (self._read.article(node) for node in self._ids.get(ARTICLE, ()))
        return tuple(sorted(nodes, key=lambda node: (node.published or _LAST, node.id)))

    def events(
        self,
        *,
        type: str | None = None,  # noqa: A002 - the word of the ontology and the outputs
        participant: str | Node | None = None,
        role: str | None = None,
        place: str | Node | None = None,
        since: str | date | None = None,
        until: str | date | None = None,
        certainty: str | None = None,
        source: str | Node | None = None,
        asserted: bool | None = None,
    ) -> tuple[EventNode, ...]:
        """The events for which all that is given holds, the earliest first, those without a time last.

        Args:
            type: name of the event type; what is below it in the ontology is meant, too.
            participant: who takes part: a node, an id, or a name or some words of one ("Putin").
            role: a role that somebody plays; the participant, if one is given.
            place: where it happened, named likewise; what lies in it is meant, too.
            since: leave out what ended before this day, month (``2023-09``) or year, or at no known time.
            until: leave out what began after it, or at no known time.
            certainty: ``certain``, ``probable``, ``possible`` or ``planned``.
            source: who reports it: an article, or its title, publisher or some words of them.
            asserted: only what is said to have happened, unless a certainty is given; False adds what is planned, merely
                possible or denied.

        Raises:
            GraphError: a date is not written as ``2023-09-13``, ``2023-09`` or ``2023``.
        """
        wanted = EventFilter(
            types=None if type is None else subtypes(type),
            who=None if participant is None else self._named(participant),
            role=role,
            where=None if place is None else places_within(self, self._named(place)),
            since=day("since", since),
            until=day("until", until),
            certainty=certainty,
            sources=None if source is None else self._sources(source),
            asserted=True if asserted or (asserted is None and certainty is None) else None,
        )
        found = filter(wanted.accepts, map(self._read.event, self._ids.get(EVENT, ())))
        return tuple(sorted(found, key=lambda event: ((event.time and event.time.begin) or _LAST, event.id)))

    def timeline(self, who: str | Node, **which: Any) -> tuple[EventNode, ...]:
        """The events at a known time in which a thing plays any role, as their place, too; the earliest first.

        Args:
            who: a node, an id, or a name or some words of one.
            which: as in `events`.
        """
        ids, events = self._named(who), self.events(**which)
        players = (({player.id for players in event.roles.values() for player in players}, event) for event in events)
        return tuple(event for found, event in players if event.time is not None and not ids.isdisjoint(found))

    def chronology(self, who: str | EntityNode, **which: Any) -> Chronology:
        """What the articles say that somebody did, in words, each with the sentence that says most of it.

        Args:
            who: an entity, its id, or a name or some words of one; of what goes by it, what `find` gives first.
            which: the events, as in `events`; what is planned, possible or denied is there unless ``asserted`` is given.

        Raises:
            GraphError: no entity goes by this name.
        """
        name = who.id if isinstance(who, Node) else who
        found = (self[name],) if name in self else self.find(name)
        node = next((node for node in found if isinstance(node, EntityNode)), None)
        if node is None:
            raise GraphError(f"no person, place or organization goes by the name {name!r}")
        events = self.events(**{"asserted": False} | which)
        with_it = (e for e in events if any(player.id == node.id for players in e.roles.values() for player in players))
        return tell(node, with_it, self._read.circumstances)

    def paths(
        self, start: str | Node, end: str | Node, *, kinds: Collection[str] = ("person",), limit: int = 10, **which: Any
    ) -> tuple[Connection, ...]:
        """The shortest chains of events from one entity to another: who met whom that met them.

        Args:
            start: a node, an id, or a name or some words of one.
            end: likewise.
            kinds: what may lie between: persons, unless said otherwise.
            limit: how many at most.
            which: the events, as in `events`: ``paths("Putin", "Trump", type="Meeting")``.
        """
        return shortest_paths(self.events(**which), self._named(start), self._named(end), kinds, limit)

    def relations(
        self,
        *,
        type: str | None = None,  # noqa: A002 - the word of the ontology and the outputs
        subject: str | Node | None = None,
        object: str | Node | None = None,  # noqa: A002 - the other end, as everybody calls it
        former: bool | None = None,
    ) -> tuple[RelationEdge, ...]:
        """The lasting relations for which all that is given holds, in the order of their subjects.

        Args:
            type: name of the relation (``holds_position``).
            subject: who or what: a node, an id, or a name or some words of one ("Putin").
            object: of whom or what: likewise, or the words of a value ("military expert").
            former: True for those that held in the past only, False for those that are not said to be over.
        """
        who = None if subject is None else self._named(subject)
        whom = None if object is None else self._named(object)
        things = [node for kind, nodes in self._ids.items() if kind not in {ARTICLE, EVENT, VALUE} for node in nodes]
        edges = (
            edge
            for node in things
            if who is None or node in who
            for edge in records.relation_edges(self._graph, node)
            if (whom is None or edge[1] in whom)
            and (type is None or edge[3]["relation"].casefold() == type.casefold())
            and (former is None or edge[3]["former"] is former)
        )
        return tuple(sorted((self._read.relation(*edge) for edge in edges), key=lambda found: (found.subject.id, found.id)))

    def find(self, name: str) -> tuple[Node, ...]:
        """The nodes that go by this name, the best fit first: the whole name, whole words of it, the start of a word.

        Accents, case and hyphens do not count. Among equal fits things come before events and articles, what has the very name
        before what is also called so ("Pyongyang": the city, then the country), and what is mentioned more often comes first.
        """
        question = fold(name)
        order = {EVENT: 1, ARTICLE: 2, VALUE: 3}
        fits = ((fit(question, names), node) for node, names in self._names.items())
        found = [
            (how, order.get(data["kind"], 0), fold(data["name"]) != question, -data.get("mentions", 0), node)
            for how, node in fits
            if how < Fit.NONE and (data := self._graph.nodes[node])
        ]
        return tuple(self[node] for *_, node in sorted(found))

    def evidence(self, of: str | Node | tuple[str, ...]) -> tuple[Evidence, ...]:
        """Where the articles say it.

        Args:
            of: a node or its id (of an article: all that is taken from it), the key of an edge, or an edge as networkx names
                it: ``(source, target)`` or ``(source, target, key)``.

        Raises:
            GraphError: there is no such node or edge.
        """
        if isinstance(of, Node):
            of = of.id
        facts = self._facts(of)
        return tuple(sorted({piece for fact in facts for piece in load_evidence(fact["evidence"])}))

    def __getitem__(self, node: str) -> Node:
        """The node of an id; GraphError if there is none."""
        if node not in self._graph:
            raise GraphError(f"no node {node!r} in the graph")
        return self._read.node(node)

    def __iter__(self) -> Iterator[Node]:
        return (self[node] for node in self._graph)

    def __len__(self) -> int:
        return len(self._graph)

    def __contains__(self, node: object) -> bool:
        return (node.id if isinstance(node, Node) else node) in self._graph

    def __eq__(self, other: object) -> bool:
        """Whether all nodes, edges and attributes are the same."""
        return isinstance(other, KnowledgeGraph) and bool(nx.utils.graphs_equal(self._graph, other._graph))

    __hash__ = None  # type: ignore[assignment]

    # ---- in other shapes -----------------------------------------------------------------------------------------

    def to_networkx(self) -> nx.MultiDiGraph:
        """A copy as a networkx graph; `kg.graph.attributes` says what its attributes mean."""
        return self._graph.copy()

    def projection(self, *kinds: str, **which: Any) -> nx.Graph:
        """Who took part in something together: an undirected graph with the number of events as ``weight``.

        Args:
            kinds: kinds of the entities; persons where none is given.
            which: as in `events`: ``projection("person", type="Meeting", since="2023")``.
        """
        return project(self.events(**which), kinds or ("person",))

    def plot(self, view: str = "network", **which: Any) -> Picture:
        """A picture for a notebook, or to `save` as SVG.

        Args:
            view: ``network`` (who takes part in what), ``timeline`` (when) or ``map`` (where).
            which: the events, as in `events`: ``plot("timeline", participant="Putin")``.

        Raises:
            GraphError: there is no such view.
        """
        from kg.plot import plot

        return plot(self, view, **which)

    def to_pandas(self) -> dict[str, pandas.DataFrame]:
        """The tables of `kg.graph.tables` as data frames: entities, events, articles, participations, relations, mentions.

        Raises:
            ImportError: pandas is not installed.
        """
        return data_frames(self)

    def node_attributes(self) -> Iterator[tuple[str, Data]]:
        """Every node with its attributes, in the order of the files."""
        return iter(self._graph.nodes(data=True))

    def edge_attributes(self) -> Iterator[tuple[tuple[str, str, str], Data]]:
        """Every edge as (source, target, key) with its attributes, in the order of the files."""
        return ((tuple(edge), data) for *edge, data in self._graph.edges(keys=True, data=True))

    def to_resolution(self) -> Resolution:
        """The facts as the records of `kg.model`, without the way from mentions to them."""
        return records.read_records(self._graph)

    def without_text(self) -> KnowledgeGraph:
        """The same graph with places of evidence only, no sentences: for material that may not be passed on."""
        return KnowledgeGraph(wordless(self._graph))

    def to_rdf(self) -> rdflib.Graph:
        """The graph in RDF, as the Turtle export has it."""
        from kg.export.rdf_graph import to_rdflib

        return to_rdflib(self)

    def query(self, sparql: str, limits: Limits | None = None) -> Table:
        """The answer to a SPARQL query.

        Args:
            sparql: a SELECT, ASK, CONSTRUCT or DESCRIBE query.
            limits: what it may take; with them it runs in a process of its own, which can be stopped.

        Raises:
            QueryError: the query is wrong, would change something, or takes more than it may.
        """
        from kg.sparql import query

        return query(self._store if limits is None else self, sparql, limits)

    def write(self, path: str | Path, config: Config | None = None) -> None:
        """Write a file in the format that its suffix tells.

        Raises:
            UnknownFormat: no format has this suffix.
            OutputError: the file cannot be written.
        """
        from kg.export import write

        write(self, path, config)

    @cached_property
    def _store(self) -> pyoxigraph.Store:
        """The graph as the query engine has it, kept for the next query."""
        from kg.sparql import load

        return load(self)

    def __repr__(self) -> str:
        return f"<KnowledgeGraph: {describe(self)}>"

    def _repr_html_(self) -> str:
        return describe_html(self)

    # ---- how it is found -----------------------------------------------------------------------------------------

    @cached_property
    def _ids(self) -> dict[str, list[str]]:
        """The ids of the nodes of each kind."""
        by_kind: dict[str, list[str]] = {}
        for node, kind in self._graph.nodes(data="kind"):
            by_kind.setdefault(kind, []).append(node)
        return by_kind

    @cached_property
    def _names(self) -> dict[str, tuple[str, ...]]:
        return {node: (data["label"], *split_texts(data.get("aliases", ""))) for node, data in self._graph.nodes(data=True)}

    @cached_property
    def _edges(self) -> dict[str, Data]:
        return {key: data for *_, key, data in self._graph.edges(keys=True, data=True)}

    def _sources(self, source: str | Node) -> set[str]:
        """The articles that go by this name, or whose publisher does."""
        found = self._named(source)
        if isinstance(source, Node):
            return found
        question = fold(source)
        published = (article for article in self.articles() if article.publisher)
        return found | {article.id for article in published if fit(question, [article.publisher or ""]) <= Fit.WORDS}

    def _named(self, who: str | Node) -> set[str]:
        if isinstance(who, Node):
            return {who.id}
        question = fold(who)
        return {node for node, names in self._names.items() if node == who or fit(question, names) <= Fit.WORDS}

    def _facts(self, of: str | tuple[str, ...]) -> list[Data]:
        if isinstance(of, str) and of in self._graph:
            return self._facts_of_node(of)
        if isinstance(of, str):
            facts = [self._edges[of]] if of in self._edges else []
        else:
            between = self._graph.get_edge_data(*of[:2]) or {}
            facts = [fact for key, fact in between.items() if key in (of[2:] or between)]
        if not facts:
            raise GraphError(f"no node or edge {of!r} in the graph")
        return facts

    def _facts_of_node(self, node: str) -> list[Data]:
        kind = self._graph.nodes[node]["kind"]
        if kind in {ARTICLE, VALUE}:
            return [fact for *_, fact in self._graph.in_edges(node, data=True)]
        relation = REPORTED_IN if kind == EVENT else MENTIONED_IN
        return [fact for *_, fact in self._graph.out_edges(node, data=True) if fact["relation"] == relation]
