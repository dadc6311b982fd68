"""Dates told from today or from the date that was named last: yesterday, last week, two days later, on Wednesday."""

from __future__ import annotations

import re
from datetime import timedelta

from kg.extract.times.context import Context
from kg.extract.times.lengths import number_of, unit_of
from kg.extract.times.rule import Reading, Rule, before, group, plain
from kg.extract.times.values import duration, relative_value, shift, value_of, weekday_near
from kg.extract.times.vocabulary import DAY_PARTS, NAME_AFTER, NAME_BEFORE, WEEKDAYS

STEPS = {"last": -1, "past": -1, "this past": -1, "previous": -1, "preceding": -1, "prior": -1, "before": -1, "earlier": -1}
STEPS |= {"next": 1, "coming": 1, "this coming": 1, "following": 1, "after": 1, "later": 1}
_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}
_NAMED_AFTER = re.compile(r"\s{1,3}(?:" + "|".join(NAME_AFTER) + r")\b")
_NAMED_BEFORE = re.compile(r"\b(?:" + "|".join(NAME_BEFORE) + r")\s{1,3}$")


def _with_part(day: str | None, part: str | None) -> Reading:
    """A day, or the part of it that is named."""
    if not part:
        return Reading("date", day)
    return Reading("time", f"{day}T{DAY_PARTS[plain(part)]}" if day else None)


def _read_deictic(match: re.Match[str], context: Context) -> Reading | None:
    """Today, yesterday morning, tomorrow night."""
    if _NAMED_BEFORE.search(before(match)) or (
        match[0][0].isupper() and re.match(r"\s(?:[Ss]how|[Pp]rogramme)\b", match.string[match.end() : match.end() + 12])
    ):
        return None
    return _with_part(relative_value(context.today, "D", _DAYS[plain(match["word"])]), match["part"])


def _read_part(match: re.Match[str], context: Context) -> Reading | None:
    """This morning, last night, that evening, the next morning."""
    which = plain(match["which_part"]).removeprefix("the ").strip()
    if which in ("that", "same"):
        return _with_part(relative_value(context.reference("D"), "D", 0), match["part"])
    if which in ("next", "following", "previous"):
        return _with_part(relative_value(context.reference("D"), "D", STEPS[which]), match["part"])
    return _with_part(relative_value(context.today, "D", -1 if which == "last" else 0), match["part"])


def _read_weekday(match: re.Match[str], context: Context) -> Reading | None:
    if _NAMED_AFTER.match(match.string, match.end()) or _NAMED_BEFORE.search(before(match)):
        return None
    weekday, which, week = WEEKDAYS[plain(match["weekday"])], plain(match["which"]), plain(match["week_which"])
    part = match["part"]
    today = context.today
    if today is None:
        yearless = f"XXXX-WXX-{weekday + 1}"
        return Reading("time", f"{yearless}T{DAY_PARTS[plain(part)]}", 0.6) if part else Reading("date", yearless, 0.6)
    monday = today - timedelta(days=today.weekday())
    if week:
        day = shift(monday, "D", 7 * STEPS.get(week, 0) + weekday)
    elif which in ("last", "past", "this past"):
        day = weekday_near(today - timedelta(days=1), weekday, -1)
    elif which == "next":
        day = shift(monday, "D", 7 + weekday)
    elif which in ("coming", "this coming"):
        day = weekday_near(today + timedelta(days=1), weekday, 1)
    elif which:
        day = shift(monday, "D", weekday)
    else:
        day = weekday_near(today, weekday, context.direction(match) or -1)
    return _with_part(value_of(day, "D") if day else None, part)


def _read_period(match: re.Match[str], context: Context) -> Reading | None:
    """This week, last month, next year, the end of the year."""
    unit, which = unit_of(match["period"] or match["years"]), plain(match["which"] or match["this"]).removeprefix("the ")
    step = STEPS.get(which, 0)
    if unit == "D":
        return None
    if (
        unit == "WE"
        and step == 0
        and context.today
        and context.today.weekday() < 3
        and context.tense(match.start()) in ("past", "none")
    ):
        step = -1  # on a Monday, this weekend is over
    return Reading("date", relative_value(context.today, unit, step))


def _read_of_period(match: re.Match[str], context: Context) -> Reading:
    return Reading("date", relative_value(context.today, unit_of(match["period"]), 0), 0.8)


def _read_weekend(match: re.Match[str], context: Context) -> Reading:
    step = -1 if context.today and context.today.weekday() < 5 and context.direction(match) <= 0 else 0
    return Reading("date", relative_value(context.today, "WE", step))


def _read_whole(match: re.Match[str], context: Context) -> Reading | None:
    unit = unit_of(match["period"])
    return Reading("date", relative_value(context.reference(unit), unit, 0)) if unit in ("Y", "Q", "M") else None


def _read_same(match: re.Match[str], context: Context) -> Reading | None:
    """That day, the following week, the year before: told from what was named last."""
    unit, way = unit_of(match["period"]), plain(match["way"]).removeprefix("the ").removeprefix("very ")
    return Reading("date", relative_value(context.reference(unit), unit, STEPS.get(way, 0)))


def _read_same_period_of(match: re.Match[str], context: Context) -> Reading:
    """The same month last year."""
    reference = context.reference("M")
    year_before = shift(reference, "Y", -1) if reference else None
    unit = unit_of(match["period"]) if match["period"] else "M"
    return Reading("date", value_of(year_before, unit) if year_before else None)


def _read_away(match: re.Match[str], context: Context) -> Reading | None:
    """Two weeks ago, three days later: as coarse as the unit."""
    unit, way = unit_of(match["unit"]), plain(match["way"])
    words = group(match, "count")
    count = number_of(words) if words else None
    if group(match, "half") and count is not None:
        count += 0.5
    backwards = way in ("ago", "earlier", "before that", "before this")
    sign = -1 if backwards else 1
    if unit.startswith("T"):
        return _clock_away(context, unit, None if count is None else sign * count, way)
    if count is None:
        return Reading("date", {"ago": "PAST_REF", "from now": "FUTURE_REF"}.get(way), 0.7)
    start = context.today if way in ("ago", "from now") else context.reference(unit)
    return Reading("date", relative_value(start, unit, sign * count) or ("PAST_REF" if way == "ago" else None))


def _clock_away(context: Context, unit: str, count: float | None, way: str) -> Reading:
    """Hours ago, minutes later: only where the time of publication is known."""
    if way not in ("ago", "from now"):
        return Reading("duration", duration(None if count is None else abs(count), unit))
    if context.clock is None or count is None:
        return Reading("time", "PAST_REF" if way == "ago" else "FUTURE_REF", 0.7)
    seconds = {"TH": 3600, "TM": 60, "TS": 1}[unit] * count
    try:
        moment = context.clock + timedelta(seconds=seconds)
    except OverflowError:
        return Reading("time", None)
    return Reading("time", moment.strftime("%Y-%m-%dT%H" if unit == "TH" else "%Y-%m-%dT%H:%M"))


RULES = (
    Rule("deictic", rf"<mod>?(?P<word>{'|'.join(sorted(_DAYS, key=len, reverse=True))})(?: <part>)?", _read_deictic, 0.95),
    Rule("this day", r"(?<!to )this (?:very )?day", lambda m, c: Reading("date", relative_value(c.today, "D", 0)), 0.7),
    Rule("tonight", r"tonight", lambda m, c: Reading("time", f"{c.today}TNI" if c.today else None), 0.9),
    Rule("part", r"<mod>?(?P<which_part>this|last|that|(?:the )?(?:same|next|following|previous)) <part>", _read_part, 0.85),
    Rule(
        "away",
        r"(?:<hedge> )?(?:<count>(?P<half> and a half)? )?(?P<unit><units>|<unit:one>) (?P<way>ago|earlier|later|from now|before that|after that)(?! than)",
        _read_away,
        0.8,
    ),
    Rule(
        "same period",
        r"(?:the )?same (?:<period>|period|time) (?:of |in )?(?:last year|the (?:previous|prior) year|an? year (?:ago|earlier|before))",
        _read_same_period_of,
        0.7,
    ),
    Rule(
        "same",
        r"<mod>?(?P<way>that|(?:that|the) (?:very )?same|the (?:following|next|previous|preceding|prior)) <period>",
        _read_same,
        0.75,
    ),
    Rule(
        "year before",
        r"the <period> (?P<way>before|previous|earlier|after|later)(?! (?:the|a|an|he|she|it|they|his|her|their|its)\b)",
        _read_same,
        0.6,
    ),
    Rule("period", r"<mod>?(?:the )?<which> <period>|(?P<this>this) (?P<years>day|week|month|year)s", _read_period, 0.92),
    Rule(
        "weekend",
        r"(?:(?<=over )|(?<=during )|(?<=throughout )|(?<=at )|(?<=on )|(?<=for ))the (?P<period>weekend)",
        _read_weekend,
        0.7,
    ),
    Rule("whole", r"(?:the )?(?:entire|whole|full) <period>", _read_whole, 0.6),
    Rule(
        "of the period", r"<mod>(?:the )?(?P<period>day|week|weekend|month|quarter|year|decade|century)", _read_of_period, 0.75
    ),
    Rule("year-end", r"year[- ]end", lambda m, c: Reading("date", relative_value(c.today, "Y", 0)), 0.6),
    Rule(
        "weekday",
        r"(?:early |late |later )?(?:<which> )?<weekday>(?:['’]s)?(?: (?:early |late )?<part>)?(?:,? (?:of )?<which:week_which> week)?",
        _read_weekday,
        0.9,
    ),
)
