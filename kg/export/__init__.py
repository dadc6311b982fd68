"""KnowledgeGraph -> files and back. To add a format: write a module with ``write(graph, stream)``, and a row in FORMATS."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from kg.config import Config
from kg.errors import GraphError, UnknownFormat
from kg.export import graphml, turtle
from kg.export.files import replacing
from kg.graph import KnowledgeGraph

__all__ = ["FORMATS", "Format", "find_format", "read", "replacing", "write"]


@dataclass(frozen=True, slots=True)
class Format:
    """A file format.

    Attributes:
        name: what ``--format`` calls it.
        suffix: what its files end in, with the dot.
        media_type: what it is called in HTTP.
        write: writes a graph into a binary stream.
        read: reads a graph from one, or None where the format does not keep all of it.
    """

    name: str
    suffix: str
    media_type: str
    write: Callable[[KnowledgeGraph, BinaryIO], None]
    read: Callable[[BinaryIO], KnowledgeGraph] | None


FORMATS: Final = (
    Format("turtle", ".ttl", "text/turtle", turtle.write, turtle.read),
    Format("graphml", ".graphml", "application/graphml+xml", graphml.write, graphml.read),
)


def find_format(name: str | Path) -> Format:
    """The format of this name, or of a file with this suffix.

    Raises:
        UnknownFormat: there is none; the message lists those that there are.
    """
    for known in FORMATS:
        if name == known.name or Path(name).suffix.lower() == known.suffix:
            return known
    listed = ", ".join(f"{known.name} ({known.suffix})" for known in FORMATS)
    raise UnknownFormat(f"{name}: no format has this name or suffix (known: {listed})")


def write(graph: KnowledgeGraph, path: str | Path, config: Config | None = None) -> None:
    """Write a file in the format of its suffix, wholly or not at all; without the articles' sentences if ``text`` is off.

    Raises:
        UnknownFormat: no format has this suffix.
        OutputError: the file cannot be written; what was there before is left as it was.
    """
    target = find_format(Path(path))
    carried = graph if config is None or config.text else graph.without_text()
    with replacing(Path(path)) as stream:
        target.write(carried, stream)


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
