"""Turtle, for reading by people and by every tool of the semantic web."""

from __future__ import annotations

import re
from typing import BinaryIO

import pyoxigraph

from kg.errors import GraphError
from kg.export.rdf import prefixes, triples
from kg.export.rdf_reader import read_triples
from kg.graph import KnowledgeGraph

_HEAD = re.compile(rb"\A(?:@prefix .*\n)*")
_SUBJECT = re.compile(rb"^(?=[^\t\n])", re.MULTILINE)


def write(graph: KnowledgeGraph, stream: BinaryIO) -> None:
    """Write the graph: the prefixes in an order of our own, and an empty line between subjects."""
    names = prefixes(graph)
    turtle = pyoxigraph.serialize(triples(graph), format=pyoxigraph.RdfFormat.TURTLE, prefixes=names) or b""
    stream.writelines(f"@prefix {name}: <{iri}> .\n".encode() for name, iri in names.items())
    stream.write(_SUBJECT.sub(b"\n", _HEAD.sub(b"", turtle)))


def read(stream: BinaryIO) -> KnowledgeGraph:
    """Read a graph that `write` has written.

    Raises:
        GraphError: the file is cut short, is no Turtle, or is not of kg.
    """
    try:
        return read_triples(pyoxigraph.parse(stream, format=pyoxigraph.RdfFormat.TURTLE))
    except SyntaxError as error:
        raise GraphError(f"not Turtle, or cut short: {error.msg}") from error
