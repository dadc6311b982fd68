"""RDF in readers that share no code with ours: raptor, serd, N3.js and jsonld.js find the same statements."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import pytest

from tests import required
from tests.export.consumers.loaded import HERE

Command = Callable[[Path], list[str | Path]]


def rapper(syntax: str) -> Command:
    return lambda path: [required.command("rapper"), "-q", "-i", syntax, "-o", "ntriples", path]


def serdi(syntax: str) -> Command:
    return lambda path: [required.command("serdi"), "-i", syntax, "-o", "nquads", path]


def node(package: str) -> Command:
    return lambda path: [required.node_with(package), HERE / "rdf_file.cjs", path]


READERS: tuple[tuple[str, str, Command], ...] = (
    ("turtle", "raptor", rapper("turtle")),
    ("turtle", "serd", serdi("turtle")),
    ("turtle", "N3.js", node("n3")),
    ("ntriples", "raptor", rapper("ntriples")),
    ("ntriples", "serd", serdi("ntriples")),
    ("trig", "serd", serdi("trig")),
    ("trig", "N3.js", node("n3")),
    ("rdfxml", "raptor", rapper("rdfxml")),
    ("jsonld", "jsonld.js", node("jsonld")),
)


def statements(text: bytes, form: pyoxigraph.RdfFormat, reader: str) -> set[pyoxigraph.Quad]:
    """The statements; raptor's strings are C's and end at U+0000."""
    quads = set(pyoxigraph.parse(text, form))
    return set(map(cut, quads)) if reader == "raptor" else quads


def cut(quad: pyoxigraph.Quad) -> pyoxigraph.Quad:
    value = quad.object
    if not isinstance(value, pyoxigraph.Literal) or "\0" not in value.value:
        return quad
    return pyoxigraph.Quad(quad.subject, quad.predicate, pyoxigraph.Literal(value.value.partition("\0")[0]), quad.graph_name)


@pytest.mark.parametrize(("name", "reader", "command"), READERS, ids=[f"{name}-{reader}" for name, reader, _ in READERS])
def test_other_readers_find_the_same_statements(
    name: str, reader: str, command: Command, export: Callable[[str], Path]
) -> None:
    path = export(name)
    printed = subprocess.run(command(path), capture_output=True, check=True).stdout
    form = pyoxigraph.RdfFormat.from_extension(path.suffix[1:])
    assert form is not None
    assert statements(printed, pyoxigraph.RdfFormat.N_QUADS, reader) == statements(path.read_bytes(), form, reader)
