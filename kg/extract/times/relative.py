"""Dates told from today or from the date that was named last: yesterday, last week, two days later, on Wednesday."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kg.extract.times.context import Context
from kg.extract.times.lengths import count_of, unit_of
from kg.extract.times.rule import Reading, Rule, after, before, group, plain, step_of
from kg.extract.times.values import duration, relative_value, shift, value_of, weekday_near
from kg.extract.times.vocabulary import DAY_PARTS, NAME_AFTER, NAME_BEFORE, WEEKDAYS

_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}
_NAMED_AFTER = re.compile(rf"\s{{1,8}}(?:{'|'.join(NAME_AFTER)})\b")
_NAMED_BEFORE = re.compile(rf"\b(?:{'|'.join(NAME_BEFORE)})\s{{1,8}}$")
_SHOW_AFTER = re.compile(r"\s{1,8}(?:show|programme)\b", re.I)
_ANY = re.compile(r"\ban?\s{1,8}$", re.I)  # a Friday is any Friday
_PAST, _COMING = ("last", "past", "this past"), ("coming", "this coming")
_SECONDS = {"TH": 3600, "TM": 60, "TS": 1}


def _with_part(day: str | None, part: str | None) -> Reading:
    """A day, or the part of it that is named."""
    if not part:
        return Reading("date", day)
    return Reading("time", f"{day}T{DAY_PARTS[plain(part)]}" if day else None)


# ---- days ----------------------------------------------------------------------------------------------------------


def _read_deictic(match: re.Match[str], context: Context) -> Reading | None:
    """Today, yesterday morning, tomorrow night."""
    if _NAMED_BEFORE.search(before(match)) or (match[0][0].isupper() and _SHOW_AFTER.match(after(match))):
        return None  # USA Today, the Today show
    return _with_part(relative_value(context.today, "D", _DAYS[plain(match["word"])]), match["part"])


def _read_this_day(_match: re.Match[str], context: Context) -> Reading:
    return Reading("date", relative_value(context.today, "D", 0))


def _read_tonight(_match: re.Match[str], context: Context) -> Reading:
    return _with_part(relative_value(context.today, "D", 0), "night")


def _read_part(match: re.Match[str], context: Context) -> Reading:
    """This morning, last night, that evening, the next morning."""
    which = plain(match["which_part"]).removeprefix("the ")
    start = context.today if which in ("this", "last") else context.reference("D")
    return _with_part(relative_value(start, "D", step_of(which)), match["part"])


def _read_weekday(match: re.Match[str], context: Context) -> Reading | None:
    if _NAMED_AFTER.match(after(match)) or _NAMED_BEFORE.search(before(match)) or _ANY.search(before(match)):
        return None
    reading = _with_part(weekday_value(match, context, WEEKDAYS[plain(match["weekday"])]), match["part"])
    return reading if context.today else reading._replace(sure=0.7)


def weekday_value(match: re.Match[str], context: Context, weekday: int) -> str | None:
    """The day that a weekday means; which one is unknown without the day of publication."""
    if context.today is None:
        return f"XXXX-WXX-{weekday + 1}"
    day = _weekday(match, context, context.today, weekday)
    return value_of(day, "D") if day else None


def _weekday(match: re.Match[str], context: Context, today: date, weekday: int) -> date | None:
    """Last Friday is over; next Friday is in next week; a bare Friday lies where the tense says, in doubt before today."""
    monday = shift(today, "D", -today.weekday())
    which, week_which = plain(group(match, "which")), group(match, "week_which")
    if which in _PAST:
        return weekday_near(shift(today, "D", -1), weekday, -1)
    if which in _COMING:
        return weekday_near(shift(today, "D", 1), weekday, 1)
    if which or week_which:
        return shift(monday, "D", 7 * step_of(week_which or which) + weekday)
    return weekday_near(today, weekday, context.direction(match) or -1)


# ---- weeks, months, years ------------------------------------------------------------------------------------------


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
    """The end of the year: of the one that is running; later in the day: of the day that was named."""
    unit = unit_of(match["period"])
    return Reading("date", relative_value(context.reference(unit) if unit == "D" else context.today, unit, 0))


# ---- from what was named last --------------------------------------------------------------------------------------


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


def _moment_away(context: Context, unit: str, count: float | None) -> str | None:
    """Hours or minutes from the time of publication, where that is known."""
    if context.moment is None or count is None:
        return None
    try:
        moment = context.moment + timedelta(seconds=_SECONDS[unit] * count)
    except OverflowError:
        return None
    return moment.isoformat()[: len("2023-09-13T21" if unit == "TH" else "2023-09-13T21:43")]


_WHICH_WEEK = r"(?:,? (?:of )?<which:week_which> week)?"
_LAST_YEAR = r"(?:last year|the (?:previous|prior) year|an? year (?:ago|earlier|before))"
_LATER = r"(?P<way>ago|earlier|later|from now|before that|after that)(?! than)"
_NO_CLAUSE = r"(?! (?:the|a|an|he|she|it|they|his|her|their|its)\b)"

RULES = (
    Rule("deictic", rf"<mod>?(?P<word>{'|'.join(sorted(_DAYS, key=len, reverse=True))})(?: <part>)?", _read_deictic, 0.9),
    Rule("this day", r"(?<!to )this (?:very )?day", _read_this_day, 0.7),
    Rule("tonight", r"tonight", _read_tonight, 0.9),
    Rule("part", r"<mod>?(?P<which_part>this|last|that|(?:the )?(?:same|next|following|previous)) <part>", _read_part, 0.8),
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
    Rule(
        "weekday",
        rf"(?:early |late |later )?(?:<which> )?<weekday>(?:(?:['’]s)? (?:early |late )?<part>)?{_WHICH_WEEK}",
        _read_weekday,
        0.9,
    ),
)
