"""Plain text: one newspaper article a file, with the furniture of the page around it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from kg.errors import ArticleError
from kg.ids import hash_text
from kg.ingest.decode import SIZE_LIMIT, decode_article
from kg.ingest.layout import read_layout
from kg.model import Article

_ID_LENGTH = 16


def read_text(stream: IO[bytes], source: str) -> Iterator[Article | ArticleError]:
    """The article of a text file, or why it cannot be read."""
    try:
        yield parse_text(decode_article(stream.read(SIZE_LIMIT + 1), source), source)
    except ArticleError as error:
        yield error


def parse_text(text: str, source: str) -> Article:
    """The article that a newspaper's text is."""
    layout = read_layout(text)
    headline = layout.title_span
    return Article(
        id=text_id(text),
        source=source,
        text=text,
        blocks=layout.blocks,
        title=" ".join(headline.text_in(text).split()) if headline else None,
        title_span=headline,
        published=layout.published,
        publisher=layout.publisher,
        language="",
    )


def text_id(text: str) -> str:
    """The id of an article that brings none."""
    return hash_text(text)[:_ID_LENGTH]
