"""RDF/XML, for the tools that read nothing else.

Characters that XML has no way to write are possible in a text (never in a label): such a text has the escapes of JSON and the
datatype ``kg:escaped``, and reading it back gives the text again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Table
from typing import BinaryIO

import pyoxigraph

from kg.export.markup import escape, quote
from kg.export.notation import Names, NTriples
from kg.export.rdf import Mapping, prefixes
from kg.export.turtle import read_format
from kg.export.vocabulary import KG
from kg.graph import KnowledgeGraph
from kg.graph.attributes import legal_text

_NAME = re.compile(r"[A-Za-z_][\w.-]*$", re.ASCII)


class _Tags(Names):
    """IRIs of properties as tags: with a prefix, else with a namespace of their own."""

    def full(self, iri: str) -> str:
        local = _NAME.search(iri)
        start = local.start() if local else len(iri)
        return f"x:{iri[start:]} xmlns:x={quote(iri[:start])}"


class _Xml(NTriples):
    """Values as the rest of a property's element: what follows its name, up to the closing tag."""

    def __init__(self, namespaces: Table[str, str]) -> None:
        super().__init__(_Tags(namespaces))

    def subject(self, iri: str) -> str:
        return quote(iri)

    def ref(self, iri: str) -> str:
        return f" rdf:resource={quote(iri)}/>"

    subject_in_full, ref_in_full = subject, ref

    def text(self, text: str) -> str:
        return f">{escape(text)}</" if legal_text(text) == text else self.typed(json.dumps(text), KG.escaped)

    def typed(self, text: str, datatype: str) -> str:
        return f" rdf:datatype={quote(datatype)}>{escape(text)}</"


def write(graph: KnowledgeGraph, stream: BinaryIO) -> None:
    """Write the graph, a subject at a time."""
    names = prefixes(graph)
    mapping = Mapping(graph, _Xml(names))
    spaces = "".join(f"\n  xmlns:{prefix}={quote(iri)}" for prefix, iri in names.items())
    stream.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{spaces}>\n'.encode())
    for subject, rows in mapping.blocks():
        properties = "".join([_property(term, value) for term, value in rows])
        stream.write(f"<rdf:Description rdf:about={subject}>\n{properties}</rdf:Description>\n".encode())
    stream.write(b"</rdf:RDF>\n")


def _property(tag: str, value: str) -> str:
    return f"  <{tag}{value}\n" if value.endswith("/>") else f"  <{tag}{value}{tag.partition(' ')[0]}>\n"


def read(stream: BinaryIO) -> KnowledgeGraph:
    """Read a graph that `write` has written.

    Raises:
        GraphError: the file is cut short, is no RDF/XML, or is not of kg.
    """
    return read_format(stream, pyoxigraph.RdfFormat.RDF_XML, "RDF/XML", _unescaped)


def _unescaped(quads: Iterable[pyoxigraph.Quad]) -> Iterator[pyoxigraph.Quad]:
    for quad in quads:
        value = quad.object
        if isinstance(value, pyoxigraph.Literal) and value.datatype.value == KG.escaped:
            yield pyoxigraph.Quad(quad.subject, quad.predicate, pyoxigraph.Literal(json.loads(value.value)), quad.graph_name)
        else:
            yield quad
