"""Periods told from today or from the date that was named last: last week, two days later, a year ago today."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kg.extract.times.context import Context
from kg.extract.times.lengths import count_of, unit_of
from kg.extract.times.nearby import DEICTIC_DAYS
from kg.extract.times.rule import Reading, Rule, plain, step_of
from kg.extract.times.values import duration, relative_value, shift, value_of, weekday_near
from kg.extract.times.vocabulary import WEEKDAYS

_SECONDS = {"TH": 3600, "TM": 60, "TS": 1}


def _read_period(match: re.Match[str], context: Context) -> Reading | None:
    """This week, last month, next year."""
    unit, step = unit_of(match["period"] or match["typo"]), step_of(match["which"])
    if unit == "D":
        return None
    if unit == "WE" and step == 0 and _is_early_in_week(context.today) and context.tense(match.start()) in ("past", "none"):
        step = -1  # this weekend was the last one
    return Reading("date", relative_value(context.today, unit, step))


def _is_early_in_week(day: date | None) -> bool:
    return day is not None and day.weekday() < 3


def _read_weekend(match: re.Match[str], context: Context) -> Reading:
    over = context.today is not None and context.today.weekday() < 5 and context.direction(match) <= 0
    return Reading("date", relative_value(context.today, "WE", -1 if over else 0))


def _read_whole(match: re.Match[str], context: Context) -> Reading:
    unit = unit_of(match["period"])
    return Reading("date", relative_value(context.reference(unit), unit, 0))


def _read_of_period(match: re.Match[str], context: Context) -> Reading:
    """The end of the year: of the one that is running or is told of; later in the day: of the day that was named."""
    unit = unit_of(match["period"])
    told = unit == "D" or (unit in ("Y", "DE", "CE") and context.tense(match.start()) == "past" and context.is_long_past())
    return Reading("date", relative_value(context.reference(unit) if told else context.today, unit, 0))


def _read_same(match: re.Match[str], context: Context) -> Reading:
    """That day, the following week, the year before."""
    unit = unit_of(match["period"])
    return Reading("date", relative_value(context.reference(unit), unit, step_of(match["way"])))


def _read_year_before(match: re.Match[str], context: Context) -> Reading:
    """The same month last year, the same period a year earlier."""
    moved = shift(context.reference("M"), "Y", -1)
    return Reading("date", value_of(moved, unit_of(match["period"] or "month")) if moved else None)


def _read_away(match: re.Match[str], context: Context) -> Reading:
    """Two weeks ago, three days later: as coarse as the unit."""
    unit, way, count = unit_of(match["unit"]), plain(match["way"]), count_of(match)
    from_today = way in ("ago", "from now")
    untold = {"ago": "PAST_REF", "from now": "FUTURE_REF"}.get(way)
    signed = None if count is None else -count if way in ("ago", "earlier", "before that") else count
    if unit in _SECONDS:
        if not from_today:
            return Reading("duration", duration(count, unit))
        return Reading("time", _moment_away(context, unit, signed) or untold)
    start = context.today if from_today else context.reference(unit)
    return Reading(
        "date", untold if signed is None else relative_value(start, unit, signed) or untold, 0.7 if signed is None else 1
    )


def _read_ago_from(match: re.Match[str], context: Context) -> Reading | None:
    """Ten years ago today, a week ago this Monday: as fine as what it is told from."""
    name, unit, count = plain(match["from"]), unit_of(match["unit"]), count_of(match)
    if count is None or unit in _SECONDS:
        return None
    if name in WEEKDAYS:
        start, fineness = weekday_near(context.today, WEEKDAYS[name], context.direction(match) or -1), "D"
    elif name in DEICTIC_DAYS:
        start, fineness = shift(context.today, "D", DEICTIC_DAYS[name]), "D"
    else:
        which, _, period = name.partition(" ")
        fineness = unit_of(period)
        start = shift(context.today, fineness, step_of(which))
    moved = shift(start, unit, -count)
    return Reading("date", value_of(moved, fineness) if moved else "PAST_REF")


def _moment_away(context: Context, unit: str, count: float | None) -> str | None:
    """Hours or minutes from the time of publication, where that is known."""
    if context.moment is None or count is None:
        return None
    try:
        moment = context.moment + timedelta(seconds=_SECONDS[unit] * count)
    except OverflowError:
        return None
    return moment.isoformat()[: len("2023-09-13T21" if unit == "TH" else "2023-09-13T21:43")]


_LAST_YEAR = r"(?:last year|the (?:previous|prior) year|an? year (?:ago|earlier|before))"
_LATER = r"(?P<way>ago|earlier|later|from now|before that|after that)(?! than)"
_NO_CLAUSE = r"(?! (?:the|a|an|he|she|it|they|his|her|their|its)\b)"

RULES = (
    Rule(
        "ago from",
        r"(?:<hedge> )?<count>(?P<half> and a half)? (?P<unit><units>|<unit:one>) ago "
        r"(?P<from>today|tomorrow|yesterday|<weekday>|(?:this|last|next) (?:week|month))",
        _read_ago_from,
        0.8,
    ),
    Rule("away", rf"(?:<hedge> )?(?:<count>(?P<half> and a half)? )?(?P<unit><units>|<unit:one>) {_LATER}", _read_away, 0.75),
    Rule("year before", rf"(?:the )?same (?:<period>|period|time) (?:of |in )?{_LAST_YEAR}", _read_year_before, 0.75),
    Rule(
        "same",
        r"<mod>?(?:(?P<way>that|the (?:following|next|previous|preceding|prior))|(?:that|the) (?:very )?same) <period>",
        _read_same,
        0.75,
    ),
    Rule("before", rf"the <period> (?P<way>before|previous|earlier|after|later){_NO_CLAUSE}", _read_same, 0.7),
    Rule("period", r"<mod>?(?:the )?<which> <period>|this (?P<typo>day|week|month|year)s", _read_period, 0.9),
    Rule(
        "weekend",
        r"(?:(?<=over )|(?<=during )|(?<=throughout )|(?<=at )|(?<=on )|(?<=for ))the (?P<weekend>weekend)",
        _read_weekend,
        0.7,
    ),
    Rule("whole", r"(?:the )?(?:entire|whole|full) (?P<period>month|quarter|year)", _read_whole, 0.6),
    Rule("of the period", r"<mod><period>", _read_of_period, 0.75),
    Rule("year-end", r"(?P<period>year)[- ]end", _read_of_period, 0.6),
)
