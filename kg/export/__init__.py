"""KnowledgeGraph -> files and back. To add a format: write a module with ``write(graph, stream)``, and a row in FORMATS.

A format of several files is a folder: its row has a writer for each of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import BinaryIO, Final

from kg.config import Config
from kg.errors import GraphError, OutputError, UnknownFormat
from kg.export import cytoscape, ftm, geojson, gexf, graphml, jsonld, neo4j, rdfxml, tables, trig, turtle
from kg.export.files import replacing, replacing_folder
from kg.graph import KnowledgeGraph

__all__ = ["FORMATS", "Format", "check_writable", "find_format", "read", "replacing", "write"]

Writer = Callable[[KnowledgeGraph, BinaryIO], None]


@dataclass(frozen=True, slots=True)
class Format:
    """A file format.

    Attributes:
        name: what ``--format`` calls it.
        suffix: what its files end in, with the dot.
        write: writes a graph into a binary stream; where the format is a folder, a writer for each file in it.
        read: reads a graph from one, or None where the format does not keep all of it.
        write_rdf12: writes it with the reifiers of RDF 1.2, or None where the format has none.
        needs: package that writing takes and kg does not always bring; its extra has the format's name (``kg[parquet]``).
    """

    name: str
    suffix: str
    write: Writer | Mapping[str, Writer]
    read: Callable[[BinaryIO], KnowledgeGraph] | None
    write_rdf12: Writer | None = None
    needs: str = ""


FORMATS: Final = (
    Format("turtle", ".ttl", turtle.write, turtle.read, partial(turtle.write, rdf12=True)),
    Format("trig", ".trig", trig.write, trig.read, partial(trig.write, rdf12=True)),
    Format("ntriples", ".nt", turtle.write_ntriples, turtle.read_ntriples, partial(turtle.write_ntriples, rdf12=True)),
    Format("jsonld", ".jsonld", jsonld.write, jsonld.read),
    Format("rdfxml", ".rdf", rdfxml.write, rdfxml.read),
    Format("graphml", ".graphml", graphml.write, graphml.read),
    Format("gexf", ".gexf", gexf.write, None),
    Format("cytoscape", ".cyjs", cytoscape.write, None),
    Format("neo4j", ".neo4j", neo4j.FILES, None),
    Format("ftm", ".ftm.json", ftm.write, None),
    Format("geojson", ".geojson", geojson.write, None),
    Format("csv", ".csv", tables.CSV, None),
    Format("parquet", ".parquet", tables.PARQUET, None, needs="pyarrow"),
)


def find_format(name: str | Path) -> Format:
    """The format of this name, or of a file with this suffix.

    Raises:
        UnknownFormat: there is none; the message lists those that there are.
    """
    for known in FORMATS:
        if name == known.name or Path(name).name.lower().endswith(known.suffix):
            return known
    listed = ", ".join(f"{known.name} ({known.suffix})" for known in FORMATS)
    raise UnknownFormat(f"{name}: no format has this name or suffix (known: {listed})")


def check_writable(target: Format) -> None:
    """Make sure, before long work, that a format can be written here.

    Raises:
        OutputError: a package that it takes is not installed.
    """
    if target.needs and find_spec(target.needs) is None:
        raise OutputError(f"{target.name} needs {target.needs}: pip install 'kg[{target.name}]'")


def write(graph: KnowledgeGraph, path: str | Path, config: Config | None = None, rdf12: bool = False) -> None:
    """Write a file in the format of its suffix, wholly or not at all; without the articles' sentences if ``text`` is off.

    A folder replaces one of the same format and no other.

    Args:
        graph: what to write.
        path: where to.
        config: settings; the defaults where none are given.
        rdf12: reifiers of RDF 1.2 in place of ``rdf:Statement`` nodes.

    Raises:
        UnknownFormat: no format has this suffix, or the one that has it knows nothing of RDF 1.2.
        OutputError: the file cannot be written; what was there before is left as it was.
    """
    target = find_format(Path(path))
    check_writable(target)
    writer = target.write_rdf12 if rdf12 else target.write
    if writer is None:
        raise UnknownFormat(f"{path}: {target.name} has no form in RDF 1.2")
    carried = graph if config is None or config.text else graph.without_text()
    if not isinstance(writer, Mapping):
        with replacing(Path(path)) as stream:
            writer(carried, stream)
        return
    with replacing_folder(Path(path), writer) as folder:
        for name, write_file in writer.items():
            with (folder / name).open("wb") as stream:
                write_file(carried, stream)


def read(path: str | Path) -> KnowledgeGraph:
    """Read a graph that `write` has written.

    Raises:
        UnknownFormat: no format has this suffix.
        GraphError: the file cannot be read, is cut short, is not of kg, or its format cannot be read back.
    """
    source = find_format(Path(path))
    if source.read is None:
        raise GraphError(f"{path}: {source.name} is written only, it does not keep everything")
    try:
        with Path(path).open("rb") as stream:
            return source.read(stream)
    except OSError as error:
        raise GraphError(f"{path}: {error.strerror or error}") from error
    except GraphError as error:
        raise GraphError(f"{path}: {error}") from error
