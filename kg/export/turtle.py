"""Turtle and N-Triples: for reading by people and by every tool of the semantic web.

Subjects with their blocks one after the other, prefixes in an order of our own, an empty line between subjects; written block
by block, so that no second copy of the file stands in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from typing import BinaryIO

import pyoxigraph

from kg.errors import GraphError
from kg.export.notation import NTriples, Turtle
from kg.export.rdf import Mapping, prefixes
from kg.export.rdf_reader import read_quads
from kg.export.rows import Block
from kg.graph import KnowledgeGraph

_VERSION = b'VERSION "1.2"\n'


def write(graph: KnowledgeGraph, stream: BinaryIO, rdf12: bool = False) -> None:
    """Write the graph as Turtle.

    Args:
        graph: what to write.
        stream: where to.
        rdf12: reifiers of RDF 1.2 in place of ``rdf:Statement`` nodes.
    """
    names = prefixes(graph)
    write_head(names, stream, rdf12)
    stream.writelines(subjects(Mapping(graph, Turtle(names), rdf12).blocks()))


def write_ntriples(graph: KnowledgeGraph, stream: BinaryIO, rdf12: bool = False) -> None:
    """Write the graph as N-Triples, the header last: a file that is cut short has none."""
    blocks = Mapping(graph, NTriples(), rdf12).blocks()
    header = next(blocks)
    stream.writelines(_lines(chain(blocks, [header])))


def write_head(names: dict[str, str], stream: BinaryIO, rdf12: bool) -> None:
    """Write the prefixes."""
    stream.write(_VERSION if rdf12 else b"")
    stream.writelines(f"@prefix {name}: <{iri}> .\n".encode() for name, iri in names.items())


def subjects(blocks: Iterable[Block]) -> Iterator[bytes]:
    """Each block as Turtle, with an empty line before it."""
    for subject, rows in blocks:
        parts, last = [f"\n{subject} "], ""
        for term, value in rows:
            parts.append(f" , {value}" if term == last else f" ;\n\t{term} {value}")
            last = term
        parts[1] = parts[1][4:]
        parts.append(" .\n")
        yield "".join(parts).encode()


def _lines(blocks: Iterable[Block]) -> Iterator[bytes]:
    for subject, rows in blocks:
        yield "".join([f"{subject} {term} {value} .\n" for term, value in rows]).encode()


def read_format(
    stream: BinaryIO,
    form: pyoxigraph.RdfFormat,
    name: str,
    mend: Callable[[Iterable[pyoxigraph.Quad]], Iterable[pyoxigraph.Quad]] = iter,
) -> KnowledgeGraph:
    """Read a graph that one of the writers has written.

    Args:
        stream: where from.
        form: the format.
        name: its name, for people.
        mend: gives the quads as they were before this format's own escapes.

    Raises:
        GraphError: the file is cut short, is not of this format, or is not of kg.
    """
    try:
        return read_quads(mend(pyoxigraph.parse(stream, format=form)))
    except SyntaxError as error:
        raise GraphError(f"not {name}, or cut short: {error.msg}") from error


read = partial(read_format, form=pyoxigraph.RdfFormat.TURTLE, name="Turtle")
read_ntriples = partial(read_format, form=pyoxigraph.RdfFormat.N_TRIPLES, name="N-Triples")
