"""A newspaper page as plain text -> its blocks, and what they say about the article.

One pass over the paragraphs: each is classified by the first rule that fits, and prose is what no rule claims.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from kg.ingest import furniture
from kg.ingest.captions import caption_key, find_credit, is_caption
from kg.ingest.dateline import Dateline, find_dateline
from kg.ingest.dates import parse_date
from kg.ingest.names import is_name
from kg.ingest.paragraphs import ends_prose, ends_sentence, split_paragraphs, trim
from kg.model import Block, BlockKind, Span

_TOP = 12
"""Paragraphs among which headline, bylines and dates are looked for."""

_OPENING = 2
"""Paragraphs of prose that may begin with a bare dateline: the first, and the one after a standfirst."""

_LONGEST_HEADLINE = 250
_SHORTEST_REPEAT = 5
_SAMPLE = 20_000
_ABBREVIATION = re.compile(r"(?:\b[A-Z]\.){2,}$")
_SPEAKER = re.compile(r"^[A-Z][A-Z .'-]{2,30}:\s", re.MULTILINE)
_PARTS = re.compile(r"\s+[|·•]\s+")


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of an article, and its furniture in plain words.

    Attributes:
        blocks: in order, without overlaps, trimmed; the text outside of them is white space.
        title_span: the headline.
        published: ISO 8601, from the line that says so, else the dateline, else the last change.
        publisher: the agency of the dateline or of a line "Source: …".
    """

    blocks: tuple[Block, ...]
    title_span: Span | None
    published: str | None
    publisher: str | None


def read_layout(text: str) -> Layout:
    """The layout of a newspaper article."""
    page = _Page(text, list(split_paragraphs(text, _stands_alone)))
    for index in range(len(page.paragraphs)):
        page.index = index
        if not any(rule(page) for rule in _RULES):
            _read_prose(page)
    return Layout(tuple(page.blocks), page.headline, page.published or page.datelined or page.updated, page.publisher)


@dataclass(slots=True)
class _Page:
    """How far a page has been read, and what it has said."""

    text: str
    paragraphs: list[Span]
    index: int = 0
    blocks: list[Block] = field(default_factory=list)
    headline: Span | None = None
    prose_count: int = 0
    captions: set[str] = field(default_factory=set)
    last_key: str = ""
    published: str | None = None
    datelined: str | None = None
    updated: str | None = None
    publisher: str | None = None

    @property
    def here(self) -> Span:
        """The paragraph that is being read."""
        return self.paragraphs[self.index]

    @property
    def words(self) -> str:
        """Its text."""
        return self.text[self.here.start : self.here.end]

    @property
    def next_words(self) -> str:
        """The paragraph after it, empty at the end."""
        return "".join(span.text_in(self.text) for span in self.paragraphs[self.index + 1 : self.index + 2])

    @property
    def is_top(self) -> bool:
        """Whether the report has not begun."""
        return self.index < _TOP and self.prose_count < _OPENING

    def add(self, kind: BlockKind, start: int = 0, end: int | None = None) -> bool:
        """Append a block, a part of the paragraph or all of it, unless it is white space. Always true."""
        span = trim(self.text, self.here.start + start, self.here.end if end is None else self.here.start + end)
        if span.start < span.end:
            self.blocks.append(Block(span.start, span.end, kind))
        return True


def _stands_alone(line: str) -> bool:
    return len(line) <= _LONGEST_HEADLINE and (
        furniture.is_published(line)
        or furniture.is_updated(line)
        or furniture.is_byline(line)
        or furniture.is_contact(line)
        or furniture.find_source(line) is not None
    )


def _read_published(page: _Page) -> bool:
    if furniture.is_updated(page.words):
        page.updated = page.updated or parse_date(page.words)
        return page.add("published")
    if not (furniture.is_published(page.words) or (page.is_top and furniture.is_day(page.words))):
        return False
    page.published = page.published or parse_date(page.words)
    return page.add("published")


def _read_byline(page: _Page) -> bool:
    near_edge = page.is_top or page.index >= len(page.paragraphs) - 2
    return near_edge and (furniture.is_byline(page.words) or _is_author(page)) and page.add("byline")


def _is_author(page: _Page) -> bool:
    """A name between headline and date: of the author, the desk or the column."""
    following = page.next_words
    is_dated = furniture.is_published(following) or furniture.is_updated(following) or furniture.is_day(following)
    return page.headline is not None and page.is_top and is_dated and furniture.is_author(page.words)


def _read_byline_with_date(page: _Page) -> bool:
    """One line for both: "By Jane Doe | September 13, 2023"."""
    parts = _PARTS.split(page.words) if page.is_top and len(page.words) <= _LONGEST_HEADLINE else []
    dates = [part for part in parts if furniture.is_published(part) or furniture.is_updated(part) or furniture.is_day(part)]
    names = [part for part in parts if furniture.is_byline(part) or is_name(part)]
    if not dates or not names or len(dates) + len(names) < len(parts):
        return False
    page.published = page.published or parse_date(dates[0])
    return page.add("published")


def _read_section(page: _Page) -> bool:
    if not page.is_top or page.prose_count:
        return False
    above_headline = page.headline is None and furniture.is_shout(page.words) and _is_headline(page.next_words)
    return (furniture.is_section(page.words) or above_headline) and page.add("section")


def _read_contact(page: _Page) -> bool:
    return furniture.is_contact(page.words) and page.add("contact")


def _read_source(page: _Page) -> bool:
    source = furniture.find_source(page.words)
    if source is None:
        return False
    page.publisher = page.publisher or source
    return page.add("credit")


def _read_repeat(page: _Page) -> bool:
    """A caption, or the paragraph before, once more."""
    credit = find_credit(page.words)
    key = caption_key(page.words[:credit])
    is_repeat = len(key.split()) >= _SHORTEST_REPEAT and (key in page.captions or key == page.last_key)
    page.last_key = key
    return is_repeat and page.add("duplicate")


def _read_caption(page: _Page) -> bool:
    credit = find_credit(page.words)
    if credit is None and not is_caption(page.words):
        return False
    page.captions.add(page.last_key)
    page.add("caption", end=credit)
    return credit is None or page.add("credit", start=credit)


def _read_headline(page: _Page) -> bool:
    is_first = page.headline is None and page.is_top and not page.prose_count
    if not is_first or not page.next_words or not _is_headline(page.words) or _dateline(page):
        return False
    page.headline = page.here
    return page.add("headline")


def _is_headline(words: str) -> bool:
    """A headline does not end as prose does."""
    is_open = not ends_prose(words) or _ABBREVIATION.search(words[-10:]) is not None
    return 0 < len(words) <= _LONGEST_HEADLINE and is_open


_RULES: tuple[Callable[[_Page], bool], ...] = (
    _read_published,
    _read_byline_with_date,
    _read_section,
    _read_byline,
    _read_contact,
    _read_source,
    _read_repeat,
    _read_caption,
    _read_headline,
)
"""Each adds the blocks of the paragraph and answers true, or leaves it to the next."""


def _read_prose(page: _Page) -> None:
    """A paragraph, without the dateline before it and the address behind it."""
    dateline = _dateline(page)
    start = dateline.length if dateline else 0
    if dateline:
        page.datelined = page.datelined or dateline.published
        page.publisher = page.publisher or dateline.agency
        page.add("dateline", end=start)
    contact = furniture.find_glued_contact(page.words)
    page.add("paragraph", start, contact)
    if contact is not None:
        page.add("contact", contact)
    page.prose_count += ends_sentence(page.words)


def _dateline(page: _Page) -> Dateline | None:
    opens_article = page.is_top and len(_SPEAKER.findall(page.text[:_SAMPLE])) < 2
    return find_dateline(page.words, opens_article=opens_article)
