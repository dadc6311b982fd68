"""What comes once a year - a day of a month, a month, a quarter, a season - and which year is meant."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kg.extract.times.context import Context
from kg.extract.times.rule import Reading, compile_pattern, group, step_of
from kg.extract.times.values import shift
from kg.timex import interval

UNTOLD = "XXXX"
_TENSE_RULES = 1000.0  # a month in the past tense has begun: the tense alone decides
_TENSE_LEANS = 4.0  # a day's date without its year is near publication: the tense only leans

OF_YEAR = (
    r"(?:(?:,? of|,| in)? (?:(?:the )?(?:fiscal )?(?:year )?<year>|(?:the )?<which:year_which> (?:fiscal )?year"
    r"|<same:same_year> (?:fiscal )?year))?"
)
"""The end of a pattern that may tell the year."""

# May 3 and May 5, 2009: the year at the end holds for both.
_YEAR_AHEAD = compile_pattern(
    r"(?:,|,? and|,? or| to| through| until| ?[-–—])?(?: (?:early |late |mid-)?<month>)(?: <day>)?(?:,| of)? "
    r"(?P<year>(?:19|20)\d\d)(?![\w%]|[.,]\d)"
)


@dataclass(frozen=True, slots=True)
class Yearly:
    """Something that comes once a year.

    Attributes:
        begin: its first day in a year; raises ValueError in years without it.
        label: what follows the year in its value; empty for a day that differs from year to year.
        days: how long it lasts, about.
    """

    begin: Callable[[int], date]
    label: str
    days: int = 1

    def value(self, year: str) -> str:
        """Its value in a year."""
        return f"{year}-{self.label}" if self.label or year == UNTOLD else self.begin(int(year)).isoformat()


def read_yearly(match: re.Match[str], context: Context, thing: Yearly) -> Reading | None:
    """The thing in its year; None if that year has none."""
    try:
        year, sure = year_of(match, context, thing)
        value = thing.value(year).removesuffix("-")
    except ValueError:
        return None
    return Reading("date", value, sure) if year == UNTOLD or interval(value) else None


def year_of(match: re.Match[str], context: Context, thing: Yearly) -> tuple[str, float]:
    """The year that the words tell, else the one that the tense tells; and how sure that is."""
    if told := group(match, "year"):
        return told, 1.0
    if ahead := _YEAR_AHEAD.match(match.string, match.end()):
        return ahead["year"], 1.0
    if (same_year := group(match, "same_year")) and (named := context.reference("Y")):
        return f"{named.year + step_of(same_year):04d}", 0.9
    if (same := group(match, "same")) and (last := context.named_last()) and last.begin and last.end:
        return f"{_stepped_from(last.begin, last.end, thing, step_of(same)):04d}", 0.9
    if same and context.today and (step := step_of(same)):
        return f"{_stepped(context.today, thing, step):04d}", 0.9
    which, year_which = group(match, "which"), group(match, "year_which")
    if year_which and context.today:
        moved = shift(context.today, "Y", step_of(year_which))
        return (f"{moved.year:04d}", 1.0) if moved else (UNTOLD, 0.6)
    if which and context.today:
        return f"{_stepped(context.today, thing, step_of(which)):04d}", 0.9
    near = context.in_year(match, thing.begin, thing.days, _TENSE_LEANS if thing.days == 1 else _TENSE_RULES)
    return (f"{near.year:04d}", 0.95 if context.today else 0.7) if near else (UNTOLD, 0.6)


def _stepped(today: date, thing: Yearly, step: int) -> int:
    """The year of the last, this or next one: the last is over, the next has not begun."""
    if step < 0:
        return next((year for year in (today.year, today.year - 1) if _last_day(thing, year) < today), today.year - 2)
    if step > 0:
        return next((year for year in (today.year, today.year + 1) if thing.begin(year) > today), today.year + 1)
    return today.year


def _stepped_from(begin: date, end: date, thing: Yearly, step: int) -> int:
    """The year of that one, the previous or the following one, told from what was named last."""
    if step > 0:
        return end.year if thing.begin(end.year) > end else end.year + 1
    if step < 0:
        return begin.year if _last_day(thing, begin.year) < begin else begin.year - 1
    return begin.year - (_last_day(thing, begin.year - 1) >= begin)  # a winter that began the year before


def _last_day(thing: Yearly, year: int) -> date:
    span = interval(thing.value(f"{year:04d}"))
    return span.end if span and span.end else thing.begin(year)
