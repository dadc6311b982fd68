"""Attributes of networkx -> the nodes and relations that a graph answers with."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import networkx as nx

from kg.graph import records
from kg.graph.attributes import ARTICLE, EVENT, REPORTED_IN, VALUE, load_differences, load_evidence, load_links, split_texts
from kg.graph.nodes import ArticleNode, EntityNode, EventNode, Node, RelationEdge
from kg.model import Evidence

Data = Mapping[str, Any]


class NodeReader:
    """Makes the nodes of one graph."""

    def __init__(self, graph: nx.MultiDiGraph) -> None:
        self._graph = graph

    def node(self, node: str) -> Node:
        """The node of an id, as its kind has it."""
        makers: dict[str, Callable[[str], Node]] = {ARTICLE: self.article, EVENT: self.event, VALUE: self.value}
        return makers.get(self._graph.nodes[node]["kind"], self.entity)(node)

    def entity(self, node: str) -> EntityNode:
        """A thing with a name."""
        data = self._graph.nodes[node]
        return EntityNode(
            *self._what(node),
            aliases=split_texts(data.get("aliases", "")),
            score=data["score"],
            mentions=data["mentions"],
            link=records.link_of(data),
            candidates=load_links(data.get("candidates", "[]")),
        )

    def relation(self, source: str, target: str, key: str, data: Data) -> RelationEdge:
        """A lasting relation, of an edge and its attributes."""
        relation = records.relation_of(self._graph, source, target, key, data)
        kept = ("id", "type", "value", "former", "begin", "end", "score", "evidence")
        return RelationEdge(
            iri=self._graph.graph["base"] + key,
            subject=self.entity(source),
            object=None if relation.object is None else self.entity(target),
            **{name: getattr(relation, name) for name in kept},
        )

    def value(self, node: str) -> Node:
        """What is no node of its own kind: the words at a relation's other end."""
        return Node(*self._what(node))

    def article(self, node: str) -> ArticleNode:
        """An article."""
        source = records.source_of(node, self._graph.nodes[node])
        return ArticleNode(
            *self._what(node),
            title=source.title,
            published=source.published,
            publisher=source.publisher,
            url=source.url,
            language=source.language,
            path=source.path,
            sha256=source.text_sha256,
        )

    def circumstances(self, event: EventNode) -> Iterator[Evidence]:
        """The words that say who takes part in an event, where and when."""
        for *_, fact in self._graph.out_edges(event.id, data=True):
            if fact["relation"] != REPORTED_IN:
                yield from load_evidence(fact["evidence"])
        yield from event.time.evidence if event.time else ()

    def event(self, node: str) -> EventNode:
        """An event with all that its edges tell."""
        data = self._graph.nodes[node]
        targets: dict[str, list[str]] = {}
        for _, target, relation in self._graph.out_edges(node, data="relation"):
            targets.setdefault(relation, []).append(target)
        articles = targets.pop(REPORTED_IN, [])
        return EventNode(
            *self._what(node),
            roles={role: tuple(map(self.entity, players)) for role, players in targets.items()},
            time=records.time_of(data),
            articles=tuple(map(self.article, articles)),
            evidence=records.evidence_of(self._graph, node, REPORTED_IN),
            differences=load_differences(data.get("differences", "[]")),
            **{name: data[name] for name in ("type", "certainty", "polarity", "tense", "score")},
        )

    def _what(self, node: str) -> tuple[str, str, str, str]:
        data = self._graph.nodes[node]
        return node, self._graph.graph["base"] + node, data["kind"], data["label"]
