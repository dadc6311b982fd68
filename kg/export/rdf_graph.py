"""A graph in the memory of the RDF libraries: pyoxigraph's store for questions, rdflib for whoever works with rdflib."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pyoxigraph import Literal, Quad, RdfFormat, parse

from kg.export.rdf import prefixes
from kg.export.turtle import write_ntriples
from kg.export.vocabulary import XSD
from kg.graph import KnowledgeGraph

if TYPE_CHECKING:
    import rdflib


def triples(graph: KnowledgeGraph) -> Iterator[Quad]:
    """All that the graph says in RDF, in the default graph."""
    return parse(ntriples(graph), format=RdfFormat.N_TRIPLES)


def ntriples(graph: KnowledgeGraph) -> bytes:
    """The same as N-Triples."""
    stream = io.BytesIO()
    write_ntriples(graph, stream)
    return stream.getvalue()


def to_rdflib(graph: KnowledgeGraph) -> rdflib.Graph:
    """The same in rdflib."""
    import rdflib

    def convert(term: object) -> rdflib.URIRef | rdflib.Literal:
        if not isinstance(term, Literal):
            return rdflib.URIRef(str(term)[1:-1])
        datatype = None if term.datatype.value == XSD.string else rdflib.URIRef(term.datatype.value)
        return rdflib.Literal(term.value, datatype=datatype, normalize=False)

    target = rdflib.Graph(bind_namespaces="none")
    for prefix, iri in prefixes(graph).items():
        target.bind(prefix, iri)
    for triple in triples(graph):
        target.add((convert(triple.subject), convert(triple.predicate), convert(triple.object)))
    return target
