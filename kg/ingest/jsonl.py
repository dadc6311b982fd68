"""JSON Lines: one article a line, its text analysed as it stands.

No furniture is looked for, and no character is added or dropped, so offsets count from the start of the given ``text``.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import IO, Any

from kg.errors import ArticleError
from kg.ingest.dates import parse_date
from kg.ingest.decode import SIZE_LIMIT, clean_text
from kg.ingest.paragraphs import split_paragraphs
from kg.ingest.text import text_id
from kg.model import Article, Block, Span

_OPTIONAL = ("id", "title", "published", "url", "publisher", "language")
_LONGEST_TITLE = 1000
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*")
_REST_OF_HEADLINE = re.compile(r"[^\w\n]*(?=\n|$)")


def read_jsonl(stream: IO[bytes], source: str) -> Iterator[Article | ArticleError]:
    """The articles of a file, one a line; in place of a bad line, what is wrong with it."""
    is_empty = True
    for number, line in enumerate(_lines(stream), start=1):
        content = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
        if number == 1 and content.startswith(_UTF16):
            yield ArticleError(source, "is UTF-16: JSON Lines are UTF-8")
            return
        if not content.strip():
            continue
        if is_empty and content.lstrip().startswith(b"["):
            yield ArticleError(source, "is a JSON array: JSON Lines have one object a line")
            return
        is_empty = False
        try:
            yield parse_line(content, f"{source}:{number}")
        except ArticleError as error:
            yield error
    if is_empty:
        yield ArticleError(source, "is empty")


def _lines(stream: IO[bytes]) -> Iterator[bytes]:
    """The lines, each cut off a byte beyond the limit, so that no line fills the memory."""
    while line := stream.readline(SIZE_LIMIT + 1):
        yield line
        while len(line) > SIZE_LIMIT and not line.endswith(b"\n"):
            line = stream.readline(SIZE_LIMIT + 1)


def parse_line(line: bytes, source: str) -> Article:
    """The article of a line.

    Raises:
        ArticleError: the line is no JSON object, has no text, or a field of another type than text.
    """
    fields = _parse_object(line, source)
    text = clean_text(_field(fields, "text", source) or "")
    if not text.strip():
        raise ArticleError(source, "has no 'text'")
    given = {name: _field(fields, name, source) for name in _OPTIONAL}
    title = given["title"]
    title_span = find_title(text, title) if title else None
    return Article(
        id=given["id"] or text_id(text),
        source=source,
        text=text,
        blocks=tuple(_blocks(text, title_span)),
        title=title,
        title_span=title_span,
        published=_published(given["published"]),
        publisher=given["publisher"],
        url=given["url"],
        language=_language(given["language"], source),
    )


def _parse_object(line: bytes, source: str) -> dict[str, Any]:
    if len(line) > SIZE_LIMIT:
        raise ArticleError(source, f"is longer than {SIZE_LIMIT // 1_000_000} MB")
    try:
        fields = json.loads(line.decode())
    except UnicodeDecodeError as error:
        raise ArticleError(source, f"is not UTF-8 (at byte {error.start})") from error
    except json.JSONDecodeError as error:
        raise ArticleError(source, f"is not JSON: {error.msg} (at character {error.pos + 1})") from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, brackets thousands deep
        raise ArticleError(source, f"is not JSON: {error}") from error
    if not isinstance(fields, dict):
        raise ArticleError(source, "is not a JSON object")
    return fields


def _field(fields: dict[str, Any], name: str, source: str) -> str | None:
    """A field's text, None where there is none.

    An id is kept to the letter, since others refer to it; white space in names and titles has no meaning.
    """
    value = fields.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise ArticleError(source, f"{name!r} must be text, not {type(value).__name__}")
    if name == "id" and not value.isprintable():
        raise ArticleError(source, "'id' has a character that cannot be printed")
    if name in {"id", "text"}:
        return value or None
    return " ".join(clean_text(value).split()) or None


def _published(value: str | None) -> str | None:
    """A date as ISO 8601; None where it has another form that cannot be told, since an article is worth more than its date."""
    if value is None:
        return None
    try:
        return (date if len(value) <= len("2023-09-13") else datetime).fromisoformat(value).isoformat()
    except ValueError:
        return parse_date(value)


def _language(value: str | None, source: str) -> str:
    if value is not None and not _LANGUAGE_TAG.fullmatch(value):
        raise ArticleError(source, f"'language' is not a language tag: {value[:40]!r}")
    return (value or "").replace("_", "-")


def find_title(text: str, title: str) -> Span | None:
    """Where a text repeats its title, if it begins with it; the white space may differ."""
    pattern = r"\s*(" + r"\s+".join(map(re.escape, title[:_LONGEST_TITLE].split())) + r")(?!\w)"
    match = re.match(pattern, text)
    return Span(*match.span(1)) if match and len(title) <= _LONGEST_TITLE else None


def _blocks(text: str, title_span: Span | None) -> Iterator[Block]:
    """The headline where there is one, and paragraphs."""
    start = 0
    if title_span:
        rest = _REST_OF_HEADLINE.match(text, title_span.end)
        start = title_span.end + len(rest.group().rstrip()) if rest else title_span.end
        yield Block(title_span.start, start, "headline")
    for span in split_paragraphs(text[start:]):
        yield Block(start + span.start, start + span.end, "paragraph")
