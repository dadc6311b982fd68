"""The place, day and agency that a report opens with: ``GENEVA, Oct. 3 (Northern Wire) --``.

A bare name before a dash is no dateline yet ("Moscow - not Kyiv - …"). It takes capitals, a date or an agency, and a new
sentence after it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.ingest.dates import parse_date, split_trailing_date
from kg.ingest.furniture import is_agency, is_name
from kg.ingest.paragraphs import ends_sentence

_LONGEST = 140
_SEPARATOR = re.compile(r"\s*(?:--+|[—–―]|(?<=\s)-(?=\s|$)|:(?=\s))\s*")
_AGENCY = re.compile(r"\s*\(([^()]{2,40})\)$")
_NO_PLACES = frozenset(
    "BREAKING UPDATE EXCLUSIVE ANALYSIS OPINION COMMENT EXPLAINER CORRECTION EDITORIAL WATCH LIVE Q A".split()
)


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
        opens_article: whether it is the first of the article; only there are capitals enough ("WASHINGTON - The").
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
    stands_out = opens_article and (separator.end() == len(paragraph) or ends_sentence(paragraph))
    if not _is_dateline(places, day, agency, stands_out=stands_out):
        return None
    return Dateline(len(paragraph[: separator.end()].rstrip()), parse_date(day), agency)


def _opens_sentence(text: str) -> bool:
    return not text or not text.lstrip("\"'“‘")[:1].islower()


def _is_dateline(places: str, day: str, agency: str | None, *, stands_out: bool) -> bool:
    if not places:
        return agency is not None
    city, *regions = (part.strip() for part in places.split(","))
    if city in _NO_PLACES or not all(is_name(part) for part in (city, *regions)):
        return False
    return bool(day or agency) or (stands_out and len(city) > 3 and city.isupper())
