"""The place, day and agency that a report opens with: ``GENEVA, Oct. 3 (Northern Wire) --``.

A bare name before a dash is no dateline yet ("Moscow - not Kyiv - …"). It takes capitals, a date or an agency, and a new
sentence after it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.ingest.dates import parse_date, split_trailing_date
from kg.ingest.names import is_agency, is_name
from kg.ingest.paragraphs import ends_sentence

_LONGEST = 140
_SHORTEST_CITY = 4
_SEPARATOR = re.compile(r"\s*(?:--+|[—–―]|(?<=\s)-(?=\s|$)|:(?=\s))\s*")
_AGENCY = re.compile(r"\s*\(([^()]{2,40})\)$")
_NO_PLACE = re.compile(r"BREAKING|UPDATE|EXCLUSIVE|ANALYSIS|OPINION|COMMENT|EXPLAINER|CORRECTION|EDITORIAL|WATCH|LIVE|NOTE")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says.

    Attributes:
        length: characters it takes up, dash included and white space around it excluded.
        published: ISO 8601 date, None where it does not tell the year.
        agency: the news agency in brackets.
    """

    length: int
    published: str | None
    agency: str | None


def find_dateline(paragraph: str, *, opens_article: bool) -> Dateline | None:
    """The dateline that a paragraph begins with.

    Args:
        paragraph: the paragraph, trimmed.
        opens_article: whether the article begins with it; only there a city in capitals is enough ("WASHINGTON - The").
    """
    separator = _SEPARATOR.search(paragraph[:_LONGEST])
    if not separator or not _opens_sentence(paragraph[separator.end() : separator.end() + 2]):
        return None
    prefix = paragraph[: separator.start()]
    bracket = _AGENCY.search(prefix)
    agency = bracket[1] if bracket and is_agency(bracket[1]) else None
    if bracket and not agency:
        return None
    places, day = split_trailing_date(prefix[: bracket.start()] if bracket else prefix)
    names = [name.strip() for name in places.split(",")] if places else []
    is_alone = separator.end() == len(paragraph)
    stands_out = _stands_out(names, opens_article=opens_article) and (is_alone or ends_sentence(paragraph))
    if not all(map(_is_place, names)) or not (agency or (names and (day or stands_out))):
        return None
    return Dateline(len(paragraph[: separator.end()].rstrip()), parse_date(day), agency)


def _opens_sentence(text: str) -> bool:
    return not text or not text.lstrip("\"'“‘")[:1].islower()


def _is_place(name: str) -> bool:
    return is_name(name) and _NO_PLACE.fullmatch(name) is None


def _stands_out(names: list[str], *, opens_article: bool) -> bool:
    """Whether a place alone makes a dateline: a city in capitals, with its country or at the beginning of the article."""
    return bool(names) and names[0].isupper() and len(names[0]) >= _SHORTEST_CITY and (opens_article or len(names) > 1)
