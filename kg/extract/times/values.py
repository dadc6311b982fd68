"""Arithmetic on the calendar in the units of TIMEX3, and the values that name a day, week, month … there."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta

_DAYS = {"D": 1, "WE": 7, "W": 7}
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}

_NAMES: dict[str, Callable[[date], str]] = {
    "D": date.isoformat,
    "W": lambda day: f"{day.isocalendar().year:04d}-W{day.isocalendar().week:02d}",
    "WE": lambda day: f"{day.isocalendar().year:04d}-W{day.isocalendar().week:02d}-WE",
    "M": lambda day: f"{day.year:04d}-{day.month:02d}",
    "Q": lambda day: f"{day.year:04d}-Q{(day.month + 2) // 3}",
    "Y": lambda day: f"{day.year:04d}",
    "DE": lambda day: f"{day.year // 10:03d}",
    "CE": lambda day: f"{day.year // 100:02d}",
}


def value_of(day: date, unit: str) -> str:
    """The TIMEX3 value of the unit that holds the day.

    >>> [value_of(date(2023, 9, 13), unit) for unit in ("D", "W", "M", "Q", "Y", "DE", "CE")]
    ['2023-09-13', '2023-W37', '2023-09', '2023-Q3', '2023', '202', '20']
    """
    return _NAMES[unit](day)


def shift(day: date | None, unit: str, count: float) -> date | None:
    """The day so many units later (earlier if negative); a missing 31st becomes the last of its month.

    None beyond the calendar, or where there was no day to start from.

    >>> shift(date(2024, 3, 31), "M", -1)
    datetime.date(2024, 2, 29)
    """
    if day is None:
        return None
    try:
        if unit in _DAYS:
            return day + timedelta(days=round(count * _DAYS[unit]))
        months = day.year * 12 + day.month - 1 + round(count * _MONTHS[unit])
        year, month = months // 12, months % 12 + 1
        return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    except (ValueError, OverflowError):
        return None


def relative_value(day: date | None, unit: str, count: float) -> str | None:
    """The value of the unit so many units away from the day.

    >>> relative_value(date(2023, 9, 13), "M", -1)
    '2023-08'
    """
    moved = shift(day, unit, count)
    return value_of(moved, unit) if moved else None


def weekday_near(day: date | None, weekday: int, direction: int) -> date | None:
    """The next such weekday on or after the day (``direction`` 1), else the last on or before it."""
    if day is None:
        return None
    step = (weekday - day.weekday()) % 7 if direction > 0 else -((day.weekday() - weekday) % 7)
    return shift(day, "D", step)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth (-1: last) such weekday of a month.

    >>> nth_weekday(2023, 11, 3, 4)
    datetime.date(2023, 11, 23)
    """
    days = [d for d in range(1, calendar.monthrange(year, month)[1] + 1) if date(year, month, d).weekday() == weekday]
    return date(year, month, days[nth - 1 if nth > 0 else nth])


def duration(count: float | None, unit: str) -> str:
    """A length of time; a count that is not told is X.

    >>> duration(2.5, "Y"), duration(None, "TH"), duration(12, "TH")
    ('P2.5Y', 'PTXH', 'PT12H')
    """
    number = "X" if count is None else f"{count:g}" if count < 1e5 else f"{count:.0f}"
    return f"PT{number}{unit[1]}" if unit.startswith("T") and len(unit) == 2 else f"P{number}{unit}"


def nearest(candidates: list[date], today: date, direction: int, weight: float, days: int = 1) -> date | None:
    """The candidate closest to today; days against the direction of the tense count ``weight`` times.

    Candidates are first days of what lasts so many days; what has begun and is not over is as near as can be.

    >>> days = [date(year, 6, 10) for year in (2022, 2023, 2024)]
    >>> nearest(days, date(2023, 5, 28), -1, 4), nearest(days, date(2023, 2, 1), -1, 4)
    (datetime.date(2023, 6, 10), datetime.date(2022, 6, 10))
    """

    def cost(day: date) -> float:
        away = (day - today).days
        if -days < away <= 0:
            return 0
        return abs(away) * (weight if away * direction < 0 else 1)

    return min(candidates, key=cost, default=None)
