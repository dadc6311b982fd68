"""JSON-LD: the triples as JSON, one object a node, with a context that makes the names short."""

from __future__ import annotations

import json
from functools import partial
from typing import BinaryIO

import pyoxigraph

from kg.export.notation import Names, NTriples
from kg.export.rdf import Mapping, prefixes
from kg.export.turtle import read_format
from kg.export.vocabulary import TYPE
from kg.graph import KnowledgeGraph

_quote = json.JSONEncoder(ensure_ascii=False).encode


class _Names(Names):
    """IRIs as strings of JSON."""

    def full(self, iri: str) -> str:
        return _quote(iri)

    def short(self, name: str) -> str:
        return f'"{name}"'


class _JsonLd(NTriples):
    """Values as JSON; the names in them are those of the context."""

    def __init__(self, context: dict[str, str]) -> None:
        super().__init__(_Names(context))
        self.names[TYPE] = '"@type"'

    def ref(self, iri: str) -> str:
        return f'{{"@id": {self.names[iri]}}}'

    def subject_in_full(self, iri: str) -> str:
        return _quote(iri)

    def ref_in_full(self, iri: str) -> str:
        return f'{{"@id": {_quote(iri)}}}'

    def kind(self, iri: str) -> str:
        return self.names[iri]

    def typed(self, text: str, datatype: str) -> str:
        return f'{{"@value": {_quote(text)}, "@type": {self.names[datatype]}}}'


def write(graph: KnowledgeGraph, stream: BinaryIO) -> None:
    """Write the graph, a node at a time."""
    context = prefixes(graph)
    stream.write(f'{{\n"@context": {json.dumps(context, ensure_ascii=False, indent=1)},\n"@graph": [\n'.encode())
    for number, (subject, rows) in enumerate(Mapping(graph, _JsonLd(context)).blocks()):
        values: dict[str, list[str]] = {}
        for term, value in rows:
            values.setdefault(term, []).append(value)
        fields = [f'"@id": {subject}', *(f"{term}: {_several(found)}" for term, found in values.items())]
        stream.write(f"{',' if number else ''}{{{', '.join(fields)}}}\n".encode())
    stream.write(b"]\n}\n")


def _several(values: list[str]) -> str:
    return values[0] if len(values) == 1 else f"[{', '.join(values)}]"


read = partial(read_format, form=pyoxigraph.RdfFormat.JSON_LD, name="JSON-LD")
