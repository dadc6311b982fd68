"""Days told from today: yesterday, last night, on Wednesday, the following Monday."""

from __future__ import annotations

import re
from datetime import date

from kg.extract.times.context import Context
from kg.extract.times.rule import Reading, Rule, after, before, ends_with_name, group, is_conjunction, plain, step_of
from kg.extract.times.values import relative_value, shift, value_of, weekday_near
from kg.extract.times.vocabulary import DAY_PARTS, NAME_AFTER, NAME_BEFORE, WEEKDAYS, any_of

DEICTIC_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}
_NAMED_AFTER = re.compile(rf"\s{{1,8}}(?:{'|'.join(NAME_AFTER)})\b")
_NAMED_BEFORE = re.compile(rf"\b(?:{'|'.join(NAME_BEFORE)})\s{{1,8}}$")
_SHOW_AFTER = re.compile(r"\s{1,8}(?:show|programme)\b", re.I)
_ANY = re.compile(r"\ban?\s{1,8}$", re.I)  # a Friday is any Friday
_SO_CALLED = re.compile(r"\b(?:known|called|what (?:is|are))\s{1,8}$", re.I)
_STILL = re.compile(
    r"\bstill\b[^.;!?]{1,40}\s$|\b(?:used|in use|than|even|(?:can|may) be (?:seen|found)|(?:it|they) (?:is|are))\s{1,8}$", re.I
)
_OF_THIS_AGE = re.compile(
    r"['’]s\s{1,8}(?:\w+\s)?(?:world|society|societies|generations?|youth|young|children|kids|standards|technology|economy|era|age"
    r"|culture|environment|climate)\b|\s{1,8}than ever",
    re.I,
)
_OF_THE_SPEAKER = re.compile(r"\b(?:I|we|you|me|us|our|my|your)\b|\b(?:is|are|am|['’](?:s|re|m))\s\w{2,20}ing\b", re.I)
_PAST, _COMING = ("last", "past", "this past"), ("coming", "this coming")


def _with_part(day: str | None, part: str | None) -> Reading:
    """A day, or the part of it that is named."""
    if not part:
        return Reading("date", day)
    return Reading("time", f"{day}T{DAY_PARTS[plain(part)]}" if day else None)


def _read_deictic(match: re.Match[str], context: Context) -> Reading | None:
    """Today, yesterday morning, tomorrow night."""
    if match[0][0].isupper() and (ends_with_name(before(match)) or _SHOW_AFTER.match(after(match))):
        return None  # USA Today, the Today show
    if plain(match[0]) == "today" and _is_nowadays(match, context):
        return None
    return _with_part(relative_value(context.today, "D", DEICTIC_DAYS[plain(match["word"])]), match["part"])


def _is_nowadays(match: re.Match[str], context: Context) -> bool:
    """Whether today is this age: still in use today, today's world; the present after a past that is years ago."""
    clue, tense = before(match), context.tense(match.start())
    if _SO_CALLED.search(clue) or _OF_THIS_AGE.match(after(match)):
        return True
    if tense == "past":
        return False
    if _STILL.search(clue):
        return True
    return tense != "future" and context.is_long_past() and not _OF_THE_SPEAKER.search(clue + after(match))


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
    if is_conjunction(match):
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
    if (same := group(match, "same")) and (named := context.named_last()):
        return _weekday_from(named.begin, weekday, step_of(same)) if named.granularity in ("day", "time") else None
    which, week_which = plain(group(match, "which")), group(match, "week_which")
    if which in _PAST:
        return weekday_near(shift(today, "D", -1), weekday, -1)
    if which in _COMING:
        return weekday_near(shift(today, "D", 1), weekday, 1)
    if which or week_which:
        return shift(monday, "D", 7 * step_of(week_which or which) + weekday)
    return weekday_near(today, weekday, context.direction(match) or -1)


def _weekday_from(day: date | None, weekday: int, step: int) -> date | None:
    """The one before or after a day that was named, or that of its week."""
    if step:
        return weekday_near(shift(day, "D", step), weekday, step)
    return shift(day, "D", weekday - day.weekday()) if day else None


_WHICH_WEEK = r"(?:,? (?:of )?<which:week_which> week)?"

RULES = (
    Rule("deictic", rf"<mod>?(?P<word>{any_of(DEICTIC_DAYS)})(?: <part>)?", _read_deictic, 0.9),
    Rule("this day", r"(?<!to )this (?:very )?day", _read_this_day, 0.7),
    Rule("tonight", r"tonight", _read_tonight, 0.9),
    Rule("part", r"<mod>?(?P<which_part>this|last|that|(?:the )?(?:same|next|following|previous)) <part>", _read_part, 0.8),
    Rule(
        "weekday",
        rf"(?:early |late |later )?(?:<which> |<same> )?<weekday>(?:(?:['’]s)? (?:early |late )?<part>)?{_WHICH_WEEK}",
        _read_weekday,
        0.9,
    ),
)
