"""The dates of newspaper furniture: ``Sep 13, 2023 09:43 PM`` -> ``2023-09-13T21:43:00``.

What is ambiguous stays unresolved: ``03/04/2023`` is two days, and a date without its year is none.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_NAMED_MONTH = rf"(?P<month>{_MONTH})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})(?!\d)"

_DATE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<!\d)(?P<year>\d{4})([-/.])(?P<one>\d\d?)\2(?P<day>\d\d?)(?!\d)",
        rf"\b{_NAMED_MONTH}\.?\s+{_DAY},?\s+{_YEAR}",
        rf"(?<!\d){_DAY}(?:\s+of\s+|[-/\s]\s*){_NAMED_MONTH}\.?(?:,?\s+|[-/]){_YEAR}",
        r"(?<!\d)(?P<one>\d\d?)([-/.])(?P<other>\d\d?)\2(?P<year>\d{4})(?!\d)",
    )
)
_TIME = re.compile(
    r"(?<![\d+:.-])(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?(?::(?P<second>\d\d))?(?:\.\d+)?(?:\s*(?P<half>[ap])\.?m\b\.?)?"
    r"(?:\s*(?P<zone>(?:(?:UTC|GMT)\s*[+-]\d{1,2}(?::?\d\d)?)|[+-]\d\d:?\d\d|(?:Z|UTC|GMT)\b))?",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>\d\d)?")

_LABEL = "last first published posted updated modified issued created on at of local time"
_LONGEST_LINE = 120
_DATE_TOKEN = re.compile(
    r"\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-][\d:]+)?(?![^\W_])"
    rf"|(?:{_MONTH}|{_WEEKDAY}|{_LABEL.replace(' ', '|')}|[ap]\.?m|\d{{1,4}}(?:st|nd|rd|th)?|(?-i:[A-Z]{{1,5}}))(?![^\W_])"
    r"|[\s,.:|/()+·•–-]",
    re.IGNORECASE,
)
_TRAILING_DATE = re.compile(
    rf"(?:^|[,\s])\s*(?:{_WEEKDAY}\.?,?\s+)?(?:{_MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}\s+{_MONTH}\.?)(?:,?\s+\d{{4}})?$",
    re.IGNORECASE,
)


def is_date_line(line: str) -> bool:
    """Whether a line holds a date or a time and nothing besides.

    >>> is_date_line("Thursday, Sep 14, 2023 | Updated 9:06 AM"), is_date_line("May 4 was a Monday")
    (True, False)
    """
    if len(line) > _LONGEST_LINE:
        return False
    position = 0
    while position < len(line):
        match = _DATE_TOKEN.match(line, position)
        if not match:
            return False
        position = match.end()
    return any(character.isdigit() for character in line)


def parse_date(text: str) -> str | None:
    """The first date in a line, with its time of day and zone where they stand there, as ISO 8601.

    >>> parse_date("Published on Wed, 13 September 2023 at 5:19 pm GMT")
    '2023-09-13T17:19:00+00:00'
    """
    for pattern in _DATE:
        match = pattern.search(text)
        day = _day(match.groupdict()) if match else None
        if match and day:
            clock = _time(text[match.end() :].removeprefix("T")) or _time(text[: match.start()])
            return (datetime.combine(day, clock) if clock else day).isoformat()
    return None


def split_trailing_date(text: str) -> tuple[str, str]:
    """A dateline's places and the date after them, its year or not.

    >>> split_trailing_date("GENEVA, Oct. 3")
    ('GENEVA', 'Oct. 3')
    """
    match = _TRAILING_DATE.search(text)
    if not match:
        return text, ""
    return text[: match.start()].rstrip(" ,"), match.group().lstrip(", ")


def _day(parts: dict[str, str | None]) -> date | None:
    year = int(parts["year"] or 0)
    if parts.get("other"):
        return _day_of_numbers(year, int(parts["one"] or 0), int(parts["other"] or 0))
    named = parts.get("month")
    month = _MONTHS.index(named[:3].lower()) + 1 if named else int(parts["one"] or 0)
    return _valid_date(year, month, int(parts["day"] or 0))


def _day_of_numbers(year: int, one: int, other: int) -> date | None:
    """Day and month in either order, if only one of the two can be meant."""
    readings = {_valid_date(year, one, other), _valid_date(year, other, one)} - {None}
    return readings.pop() if len(readings) == 1 else None


def _valid_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _time(text: str) -> time | None:
    """The first time of day; a number alone is none."""
    for match in _TIME.finditer(text):
        if match["half"] or match["minute"]:
            return _valid_time(match)
    return None


def _valid_time(match: re.Match[str]) -> time | None:
    hour, minute, second = (int(match[name] or 0) for name in ("hour", "minute", "second"))
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    try:
        return time(hour, minute, second, tzinfo=_zone(match["zone"]))
    except ValueError:
        return None


def _zone(name: str | None) -> timezone | None:
    """Universal time and what is counted from it; letters such as IST or CST stand for several zones and are left out."""
    if not name:
        return None
    offset = _OFFSET.search(name)
    if not offset:
        return UTC
    minutes = int(offset["hours"]) * 60 + int(offset["minutes"] or 0)
    return timezone(timedelta(minutes=-minutes if offset["sign"] == "-" else minutes))
