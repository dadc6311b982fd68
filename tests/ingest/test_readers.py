"""The registry of input formats."""

from __future__ import annotations

import io

import pytest

from kg.errors import ArticleError
from kg.ingest import READERS
from kg.ingest.readers import find_reader, sniff_reader


def test_no_suffix_belongs_to_two_readers() -> None:
    suffixes = [suffix for reader in READERS for suffix in reader.suffixes]
    assert len(set(suffixes)) == len(suffixes)
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in suffixes)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_nothing_is_an_error(reader) -> None:
    (error,) = reader.read(io.BytesIO(b""), "a")
    assert isinstance(error, ArticleError)
    assert str(error) == "a: is empty"


@pytest.mark.parametrize(
    ("name", "reader"), [("a.txt", "text"), ("A.TXT", "text"), ("a.jsonl", "jsonl"), ("x/a.b.ndjson", "jsonl")]
)
def test_suffixes(name: str, reader: str) -> None:
    assert find_reader(name).name == reader


def test_unknown_suffix() -> None:
    with pytest.raises(ArticleError, match=r"known: \.txt, \.jsonl, \.ndjson"):
        find_reader("a.pdf")


@pytest.mark.parametrize(
    ("head", "reader"), [(b'{"text"', "jsonl"), (b"\xef\xbb\xbf\n  {", "jsonl"), (b"They met", "text"), (b"", "text")]
)
def test_sniffing(head: bytes, reader: str) -> None:
    assert sniff_reader(head).name == reader
