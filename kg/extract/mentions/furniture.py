"""Names in the newspaper's furniture, which is not parsed: the agency of a photo, the places and the agency of a dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.mentions.name import Name
from kg.model import Article, Block, Span

SCORE = 0.8
"""Score of a name that stands where only such names stand."""

_AGENCY = re.compile(r"\b[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*)*")
_ACRONYM = re.compile(r"[A-Z]{2,}")
_IN_BRACKETS = re.compile(r"\(([^()]+)\)")
_PART = re.compile(r"[^,/()]+")
_NO_PLACE = re.compile(
    r"\d|^\W*$|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?$", re.IGNORECASE
)


def names_of_furniture(article: Article) -> Iterator[Name]:
    """The names in credits ("Photo: Xinhua") and datelines ("GENEVA, Oct. 3 (Agency) --")."""
    for block in article.blocks:
        if block.kind == "credit":
            after = article.text.find(":", block.start, block.end) + 1 or block.start
            yield from _agency(article.text, Span(after, block.end))
        elif block.kind == "dateline":
            yield from _names_of_dateline(article.text, block)


def _agency(text: str, span: Span) -> Iterator[Name]:
    """The agency beside a photographer: the part in capitals, else the last ("A. Keller/Alpine Wire", "AP/A. Keller")."""
    parts = [match.span() for match in _AGENCY.finditer(text, span.start, span.end)]
    if parts:
        capitals = [part for part in parts if _ACRONYM.fullmatch(text, *part)]
        yield Name(Span(*(capitals or parts[-1:])[0]), "organization", SCORE)


def _names_of_dateline(text: str, block: Block) -> Iterator[Name]:
    bracket = _IN_BRACKETS.search(text, block.start, block.end)
    for part in _PART.finditer(text, block.start, bracket.start() if bracket else block.end):
        words = part.group().strip(" -–—:.\n")
        if not words or _NO_PLACE.search(words):
            continue
        start = text.index(words, part.start())
        yield Name(Span(start, start + len(words)), "place", SCORE)
    if bracket:
        yield from _agency(text, Span(*bracket.span(1)))
