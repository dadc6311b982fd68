"""The formats that articles come in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO

from kg.errors import ArticleError
from kg.ingest.jsonl import read_jsonl
from kg.ingest.text import read_text
from kg.model import Article


@dataclass(frozen=True, slots=True)
class Reader:
    """An input format.

    Attributes:
        name: what it is called.
        suffixes: the file names that it goes by, in lower case.
        read: (stream, source) -> articles, and an ``ArticleError`` in place of each that cannot be read. It raises nothing
            but what the stream raises.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[IO[bytes], str], Iterator[Article | ArticleError]]


TEXT = Reader("text", (".txt",), read_text)
JSON_LINES = Reader("jsonl", (".jsonl", ".ndjson"), read_jsonl)
READERS = (TEXT, JSON_LINES)
SUFFIXES = tuple(suffix for reader in READERS for suffix in reader.suffixes)


def find_reader(source: str) -> Reader:
    """The reader for a file, told by its suffix.

    Raises:
        ArticleError: no reader goes by that suffix.
    """
    for reader in READERS:
        if source.lower().endswith(reader.suffixes):
            return reader
    raise ArticleError(source, f"no reader for this kind of file (known: {', '.join(SUFFIXES)})")


def sniff_reader(head: bytes) -> Reader:
    """The reader for what comes without a name: JSON Lines if it begins as an object does."""
    return JSON_LINES if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else TEXT
