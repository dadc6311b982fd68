"""The files of a graph, and whether one has what the graph has."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg import export
from kg.errors import GraphError
from kg.graph import KnowledgeGraph
from kg.verify.report import quote

_SHOWN: Final = 5
"""Statements of a file that are listed where the graph has others."""


def find_graphs(path: Path) -> tuple[Path, ...]:
    """The files with a graph that can be read in a folder that ``kg build`` wrote; a file is itself.

    Raises:
        GraphError: the folder has none.
    """
    if not path.is_dir():
        return (path,)
    found = (path / f"graph{known.suffix}" for known in export.FORMATS if known.read is not None)
    graphs = tuple(file for file in found if file.is_file())
    if not graphs:
        raise GraphError(f"{path}: no graph there that can be read (kg build writes graph.ttl and graph.graphml)")
    return graphs


def differences(path: Path, graph: KnowledgeGraph) -> Iterator[str]:
    """What a file has and the graph that was read from it has not, and the other way round."""
    form, content = export.find_format(path), path.read_bytes()
    written = [_bytes(write, graph) for write in (form.write, form.write_rdf12) if write is not None]
    if content in written:
        return
    kept, rest = _statements(content, path.suffix), _statements(written[-1 if b"reifies" in content else 0], path.suffix)
    for extra, words in ((kept - rest, "is in the file and not of the graph"), (rest - kept, "is not in the file")):
        yield from (f"{quote(statement)} {words}" for statement in islice(sorted(extra), _SHOWN))
        if len(extra) > _SHOWN:
            yield f"and {len(extra) - _SHOWN} more: {words}"


def _bytes(write: object, graph: KnowledgeGraph) -> bytes:
    stream = io.BytesIO()
    assert callable(write)  # a format that can be read is one file
    write(graph, stream)
    return stream.getvalue()


def _statements(content: bytes, suffix: str) -> set[str]:
    """The triples of a file in RDF; the lines of another."""
    form = ox.RdfFormat.from_extension(suffix.removeprefix("."))
    if form is None:
        return {line.strip() for line in content.decode("utf-8", "replace").splitlines()}
    return {f"{quad.subject} {quad.predicate} {quad.object}" for quad in ox.parse(content, format=form)}
