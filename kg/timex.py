"""What a TIMEX3 value says on the calendar: its first day, its last day, and how coarse it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

_DAY = timedelta(days=1)
_OPEN = ("", "..")
_SEASON_BEGINS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""Months; winter is named by the year in which it begins. Seasons are those of the northern hemisphere."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of the calendar.

    Attributes:
        begin, end: first and last day, both inclusive; None where the value leaves that side open.
        granularity: ``time``, ``day``, ``weekend``, ``week``, ``month``, ``quarter``, ``season``, ``half``, ``year``,
            ``decade``, ``century`` or ``range``.
    """

    begin: date | None
    end: date | None
    granularity: str

    def overlaps(self, other: Interval) -> bool:
        """Whether the two have a day in common, open sides reaching for ever."""
        return (self.begin is None or other.end is None or self.begin <= other.end) and (
            other.begin is None or self.end is None or other.begin <= self.end
        )


def interval(value: str) -> Interval | None:
    """The days of a TIMEX3 value; None where it has no place on the calendar.

    A time of day without its day is an interval open on both sides. Durations, sets, ``PAST_REF`` and values with
    unknown parts (``XXXX-09``) have no interval.

    >>> interval("2023-W37")
    Interval(begin=datetime.date(2023, 9, 11), end=datetime.date(2023, 9, 17), granularity='week')
    >>> interval("2023-09-13/2023-09-15").granularity
    'range'
    >>> interval("P2D") is None
    True
    """
    if "/" in value:
        return _range(*value.split("/", 1))
    for pattern, read in _FORMS:
        if match := pattern.fullmatch(value):
            try:
                return read(*match.groups())
            except (ValueError, OverflowError):  # the thirtieth of February, week 54, the year 0
                return None
    return None


def _range(first: str, last: str) -> Interval | None:
    opening, closing = interval(first), interval(last)
    if (opening is None and first not in _OPEN) or (closing is None and last not in _OPEN):
        return None
    begin, end = opening.begin if opening else None, closing.end if closing else None
    if (begin or end) is None or (begin and end and end < begin):
        return None
    return Interval(begin, end, "range")


def _months(year: str, month: int, count: int, granularity: str) -> Interval:
    begin, past = date(int(year), month, 1), int(year) * 12 + month - 1 + count
    return Interval(begin, date(past // 12, past % 12 + 1, 1) - _DAY, granularity)


def _years(first: int, count: int, granularity: str) -> Interval:
    return Interval(date(max(first, 1), 1, 1), date(first + count - 1, 12, 31), granularity)


def _day(day: str, granularity: str = "day") -> Interval:
    return Interval(date.fromisoformat(day), date.fromisoformat(day), granularity)


def _week(year: str, week: str, first: int = 1, last: int = 7, granularity: str = "week") -> Interval:
    year_number, week_number = int(year), int(week)
    begin = date.fromisocalendar(year_number, week_number, first)
    return Interval(begin, date.fromisocalendar(year_number, week_number, last), granularity)


_FORMS: tuple[tuple[re.Pattern[str], Callable[..., Interval]], ...] = tuple(
    (re.compile(pattern, re.ASCII), read)
    for pattern, read in (
        (r"(\d{4}-\d\d-\d\d)", _day),
        (r"(\d{4})-(\d\d)", lambda year, month: _months(year, int(month), 1, "month")),
        (r"(\d{4})", lambda year: _years(int(year), 1, "year")),
        (r"(\d{3})", lambda decade: _years(int(decade) * 10, 10, "decade")),
        (r"(\d{2})", lambda century: _years(int(century) * 100, 100, "century")),
        (r"(\d{4})-W(\d\d)", _week),
        (r"(\d{4})-W(\d\d)-WE", lambda year, week: _week(year, week, 6, 7, "weekend")),
        (r"(\d{4})-W(\d\d)-([1-7])", lambda year, week, day: _week(year, week, int(day), int(day), "day")),
        (r"(\d{4})-Q([1-4])", lambda year, quarter: _months(year, int(quarter) * 3 - 2, 3, "quarter")),
        (r"(\d{4})-H([12])", lambda year, half: _months(year, int(half) * 6 - 5, 6, "half")),
        (r"(\d{4})-(SP|SU|FA|WI)", lambda year, season: _months(year, _SEASON_BEGINS[season], 3, "season")),
        (r"(\d{4}-\d\d-\d\d)T(?:\d\d(?::\d\d){0,2}(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?|[A-Z]{2})", lambda day: _day(day, "time")),
        (r"T(?:\d\d(?::\d\d){0,2}(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?|[A-Z]{2})", lambda: Interval(None, None, "time")),
    )
)
