"""Rows about the nodes of one graph: what every part of the mapping to RDF is made of."""

from __future__ import annotations

from kg.export.notation import NTriples, Row
from kg.export.vocabulary import TYPE

Block = tuple[str, list[Row]]
"""A subject and all that is said of it."""


class Rows:
    """Rows in one notation; nodes are named by their ids, under the base IRI of their graph."""

    def __init__(self, base: str, notation: NTriples) -> None:
        self.base, self.to, self.name = base, notation, notation.names

    def node(self, node: str) -> str:
        """A node as a subject."""
        return self.to.subject(self.base + node)

    def kind(self, iri: str) -> Row:
        """A class that the subject belongs to."""
        return self.name[TYPE], self.to.kind(iri)

    def ref(self, term: str, node: str) -> Row:
        """A property whose value is a node of the graph."""
        return self.name[term], self.to.ref(self.base + node)

    def far(self, term: str, iri: str) -> Row:
        """A property whose value is outside of the graph."""
        return self.name[term], self.to.ref(iri)

    def text(self, term: str, text: str) -> Row:
        """A property whose value is a text."""
        return self.name[term], self.to.text(text)

    def number(self, term: str, number: float) -> Row:
        """A property whose value is a score or a coordinate."""
        return self.name[term], self.to.decimal(number)
