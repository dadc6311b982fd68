"""Dates that name a place on the calendar: days, months, quarters, seasons, years, decades, centuries, holidays."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from kg.extract.times.context import Context
from kg.extract.times.rule import Reading, Rule, before, compile_pattern, group, plain
from kg.extract.times.values import nth_weekday, relative_value, shift, value_of
from kg.extract.times.vocabulary import DECADES, HOLIDAYS, MONTHS, MOVING_HOLIDAYS, ORDINALS, SEASONS, WEEKDAYS
from kg.timex import interval

_STEPS = {"last": -1, "past": -1, "this past": -1, "previous": -1, "next": 1, "coming": 1, "this coming": 1, "following": 1}
_TENSE_RULES = 1000.0  # a month in the past tense is over: the tense alone decides
_TENSE_LEANS = 4.0  # a day's date without its year is near publication, whatever the tense

# May 3 and May 5, 2009: the year at the end holds for both.
_YEAR_AHEAD = compile_pattern(
    r"(?:,|,? and|,? or| to| through| until| ?[-–—])?(?: (?:early |late |mid-)?<month>)?(?: <day>)?(?:,| of)? (?P<year>20\d\d|19\d\d)(?![\w%]|[.,]\d)"
)
_STRONG_CUE = re.compile(r"\b(?:in|by|of|since|until|till|during|between|through|throughout|each|every|mid|early|late)[\s-]{1,8}$", re.I)
_WEAK_CUE = re.compile(r"\b(?:from|to|for|and|or|after|before|on|as|around|about|than|with|circa|c\.|ca\.|year)\s{1,8}$", re.I)
_DETERMINER = re.compile(r"(?:\b(?:the|this|that|a|its|his|her|their|our)|['’]s)\s{1,8}$", re.I)
_LOWER_AFTER = re.compile(r"\s{1,8}[a-z]{3,}s\b|\s{1,8}[a-z]*(?:people|children|men|women)\b")
_NAME_BEFORE = re.compile(r"[A-Z][\w’'-]{1,30}\s{1,8}$")
_NAME_AFTER = re.compile(r"\s{1,8}[A-Z][a-z]")
_OWNER = re.compile(r"\b(?:his|her|their|my|your|our|its)(?: (?:early|mid|late))?[\s-]{1,8}$", re.I)
_NOUN_AFTER_ROUND_YEAR = re.compile(r"\s{1,8}(?:[a-z]+s|people|men|women|children|km|m|kg|meters|metres|miles|feet|ft|or)\b")


def _step(words: str) -> int:
    """How many periods away: last -1, this 0, next 1.

    >>> _step("the current"), _step("Last")
    (0, -1)
    """
    return _STEPS.get(plain(words), 0)


def _month(match: re.Match[str]) -> int:
    return MONTHS[plain(match["month"])]


def _day(words: str) -> int:
    return int(re.sub(r"\D", "", words) or 0) or ORDINALS[plain(words).replace(" ", "-")]


# ---- days ----------------------------------------------------------------------------------------------------------


def _read_iso(match: re.Match[str], _: Context) -> Reading | None:
    if interval(match["date"]) is None:
        return None
    if match["clock"]:
        return Reading("time", f"{match['date']}T{match['clock']}{'Z' if match['zone'] == 'Z' else ''}")
    return Reading("date", match["date"])


def _read_numeric(match: re.Match[str], _: Context) -> Reading | None:
    """Month first with slashes, day first with dots, unless the numbers tell otherwise."""
    first, second, year = int(match["first"]), int(match["second"]), match["year"]
    if match["separator"] == "." and len(year) == 2:
        return None  # a version or a section
    american = match["separator"] == "/"
    month, day = (first, second) if american else (second, first)
    if month > 12:
        month, day = day, month
    value = f"{_full_year(year)}-{month:02d}-{day:02d}"
    return Reading("date", value, 1.0 if max(first, second) > 12 or first == second else 0.8) if interval(value) else None


def _full_year(year: str) -> str:
    return year if len(year) == 4 else f"20{year}" if int(year) < 50 else f"19{year}"


def _read_day(match: re.Match[str], context: Context) -> Reading | None:
    """A day of a month, or a range of days."""
    month, first = _month(match), _day(match["day"] or match["ordinal"])
    year, sure = match["year"] or group(match, "same_year"), 1.0
    which = group(match, "which")
    if not year and (ahead := _YEAR_AHEAD.match(match.string, match.end())) and ahead["month"]:
        year = ahead["year"]
    if not year and which:
        year = relative_value(context.today, "Y", _step(which))
    if not year:
        weekday = WEEKDAYS.get(plain(match["wday"]))

        def day_in(year_number: int) -> date:
            day = date(year_number, month, first)
            if weekday not in (None, day.weekday()):
                raise ValueError
            return day

        near = context.in_year(match, day_in, _TENSE_LEANS) or context.in_year(match, lambda y: date(y, month, first), _TENSE_LEANS)
        year, sure = (f"{near.year:04d}", 0.95 if context.today else 0.7) if near else ("XXXX", 0.6)
    if interval(f"{2000 if year == 'XXXX' else year}-{month:02d}-{first:02d}") is None:
        return None
    value = f"{year}-{month:02d}-{first:02d}"
    if match["last_day"]:
        value += f"/{year}-{month:02d}-{_day(match['last_day']):02d}"
        if "X" not in value and interval(value) is None:
            return None
    return Reading("date", value, sure)


def _read_day_of_this_month(match: re.Match[str], context: Context) -> Reading | None:
    """``on the 13th``: of the month that was spoken of."""
    month = context.reference("M")
    if month is None or _day(match["nth"]) > 31:
        return None
    try:
        return Reading("date", month.replace(day=_day(match["nth"])).isoformat())
    except ValueError:
        return None


def _read_holiday(match: re.Match[str], context: Context) -> Reading | None:
    name = plain(match["holiday"])
    month, *rest = (HOLIDAYS.get(name) or HOLIDAYS.get(name + ".") or MOVING_HOLIDAYS[name])

    def day_in(year: int) -> date:
        return date(year, month, rest[0]) if len(rest) == 1 else nth_weekday(year, month, rest[0], rest[1])

    clue = before(match)
    if _NAME_AFTER.match(match.string, match.end()) or (_NAME_BEFORE.search(clue) and not _starts_sentence(clue)):
        return None
    return _yearly(match, context, day_in, lambda day: value_of(day, "D"), "XXXX-" + f"{month:02d}" + (f"-{rest[0]:02d}" if len(rest) == 1 else ""))


# ---- months, quarters, halves, seasons -----------------------------------------------------------------------------


def _yearly(
    match: re.Match[str], context: Context, day_in: Callable[[int], date], value: Callable[[date], str], yearless: str
) -> Reading:
    """What comes once a year, in the year that the words tell, else in the one that the tense tells."""
    which, year_which = group(match, "which"), group(match, "year_which")
    if match["year"]:
        return Reading("date", value(day_in(int(match["year"]))))
    if (ahead := _YEAR_AHEAD.match(match.string, match.end())) and ahead["month"]:
        return Reading("date", value(day_in(int(ahead["year"]))))
    if year_which and context.today:
        year = shift(context.today, "Y", _step(year_which))
        return Reading("date", value(day_in(year.year)) if year else None)
    if which and context.today:
        return Reading("date", value(_stepped(context.today, day_in, value, _step(which))), 0.9)
    near = context.in_year(match, day_in, _TENSE_RULES)
    return Reading("date", value(near), 0.95 if context.today else 0.7) if near else Reading("date", yearless, 0.6)


def _stepped(today: date, day_in: Callable[[int], date], value: Callable[[date], str], step: int) -> date:
    """Last, this or next of what comes once a year: the last one is over, the next one has not begun."""
    this = day_in(today.year)
    now = value(this) == value(today)
    if step < 0 and (this > today or now):
        return day_in(today.year - 1)
    if step > 0 and (this < today or now):
        return day_in(today.year + 1)
    return this


def _read_month(match: re.Match[str], context: Context) -> Reading | None:
    month, word = _month(match), match["month"]
    if not (match["year"] or match["year_which"] or match["which"] or match["mod"] or _is_month(match, word)):
        return None
    return _yearly(match, context, lambda year: date(year, month, 1), lambda day: value_of(day, "M"), f"XXXX-{month:02d}")


def _is_month(match: re.Match[str], word: str) -> bool:
    """Whether a bare month is one, not a name, a verb or a modal."""
    clue = before(match)
    if _STRONG_CUE.search(clue):
        return True
    if plain(word) == "may" or len(plain(word)) < 4:
        return False
    named = _NAME_AFTER.match(match.string, match.end()) or _NAME_BEFORE.search(clue)
    return bool(_WEAK_CUE.search(clue)) or not (named and plain(word) in ("march", "april", "june", "august"))


def _read_quarter(match: re.Match[str], context: Context) -> Reading | None:
    size = 3 if match["quarter"].lower().startswith("q") else 6
    number = _day(match["ordinal"])
    dated = match["year"] or match["year_which"]
    if number > 12 // size or (number < 0 and plain(match["ordinal"]) == "last" and not dated) or (size == 6 and not dated):
        return None
    return _numbered(match, context, size, number if number > 0 else 12 // size)


def _read_q3(match: re.Match[str], context: Context) -> Reading | None:
    return _numbered(match, context, 3 if match["kind"].upper() == "Q" else 6, int(match["number"]))


def _numbered(match: re.Match[str], context: Context, size: int, number: int) -> Reading:
    """The nth quarter (size 3) or half (6) of a year."""
    name = f"{'Q' if size == 3 else 'H'}{number}"
    reading = _yearly(match, context, lambda year: date(year, (number - 1) * size + 1, 1), lambda day: f"{day.year:04d}-{name}", f"XXXX-{name}")
    return reading._replace(sure=reading.sure * (1 if match["year"] else 0.95))


def _read_season(match: re.Match[str], context: Context) -> Reading | None:
    code = SEASONS[plain(match["season"])]
    dated = match["year"] or match["year_which"] or match["which"]
    clue = before(match) + match[0]
    if not dated and (not _IN_SEASON.search(clue) or _NOT_SEASON.match(match.string, match.end())):
        return None
    if _NAME_AFTER.match(match.string, match.end()) and not match["year"]:
        return None
    month = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    reading = _yearly(match, context, lambda year: date(year, month, 1), lambda day: f"{day.year:04d}-{code}", f"XXXX-{code}")
    return reading if dated else reading._replace(sure=0.7)


_IN_SEASON = re.compile(r"\b(?:(?:in|during|over|by|until|since|through|throughout|before|after)(?: (?:the|early|late|mid))*[\s-]|early |late |mid-)"
                        r"(?:the )?(?:spring|summer|autumn|fall|winter)$", re.I)
_NOT_SEASON = re.compile(r"\s{1,8}(?:of|in|back|into|out|short|to|apart|behind|from)\b|\w")


# ---- years and longer ----------------------------------------------------------------------------------------------


def _read_year(match: re.Match[str], _: Context) -> Reading | None:
    """A bare year, if what stands around it or its pattern says that it is one."""
    year, clue = int(match["year"]), before(match)
    if match["mod"] or (_STRONG_CUE.search(clue) and not (year < 1900 and _LOWER_AFTER.match(match.string, match.end()))):
        return Reading("date", match["year"])
    if _bracketed(match) or _WEAK_CUE.search(clue):
        return Reading("date", match["year"], 0.95) if year >= 1500 and not _counts(match, year) else None
    if year >= 1700 and (_DETERMINER.search(clue) or _closes_list(match, clue)) and not _counts(match, year):
        return Reading("date", match["year"], 0.85)
    if not 1900 <= year <= 2050 or _counts(match, year):
        return None
    return Reading("date", match["year"], 0.7 if _NAME_BEFORE.search(clue) and not _starts_sentence(clue) else 0.85)


def _closes_list(match: re.Match[str], clue: str) -> bool:
    """Whether the year ends an enumeration of place and year: Aberdeen, 1859."""
    return clue.endswith(", ") and match.string[match.end() : match.end() + 1] in (".", ",", ";")


def _bracketed(match: re.Match[str]) -> bool:
    return match.string[match.start() - 1 : match.start()] in ("(", "[") or match.string[match.end() : match.end() + 1] in (")", "]")


def _starts_sentence(clue: str) -> bool:
    return bool(re.search(r"(?:^|[.!?:;\n]\s{0,3})\w+\s{1,8}$", clue))


def _counts(match: re.Match[str], year: int) -> bool:
    """Whether a number is how many: 2000 people."""
    return year % 100 == 0 and bool(_NOUN_AFTER_ROUND_YEAR.match(match.string, match.end()))


def _read_years(match: re.Match[str], _: Context) -> Reading | None:
    first, last = match["year"], match["last_year"]
    last = first[: 4 - len(last)] + last
    return Reading("date", f"{first}/{last}") if 1500 <= int(first) < int(last) <= 2100 else None


def _read_fiscal(match: re.Match[str], _: Context) -> Reading:
    return Reading("date", f"FY{_full_year(match['fiscal'])}")


def _read_decade(match: re.Match[str], _: Context) -> Reading | None:
    if match["decade"]:
        name = plain(match["decade"])
        return None if _OWNER.search(before(match)) else Reading("date", f"19{DECADES[name]}", 0.9)
    if match["full"]:
        return Reading("date", match["full"][:3])
    return None if _OWNER.search(before(match)) else Reading("date", f"19{match['short'].strip(_APOSTROPHES)[0]}", 0.9)


def _read_era(match: re.Match[str], _: Context) -> Reading:
    """Years counted from the birth of Christ: 508 BC, AD 842."""
    year = int(match["number"] or match["later"])
    return Reading("date", f"-{year:04d}" if plain(match["era"]).startswith("bc") else f"{year:04d}")


def _read_century(match: re.Match[str], _: Context) -> Reading | None:
    number = _day(match["ordinal"])
    return Reading("date", None if match["era"] else f"{number - 1:02d}") if 1 <= number <= 21 else None


_APOSTROPHES = "'’"
_OF_YEAR = r"(?:(?:,? of|,| in)? (?:(?:the )?(?:fiscal )?(?:year )?<year>|(?:the )?<which:year_which> (?:fiscal )?year))?"
_SHORT_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"

DAYS = (
    Rule("iso", r"(?P<date>\d{4}-\d\d-\d\d)(?:[T ](?P<clock>\d\d:\d\d)(?::\d\d(?:\.\d{1,6})?)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?", _read_iso, 0.98),
    Rule("numeric", r"(?P<first>\d{1,2})(?P<separator>[/.])(?P<second>\d{1,2})(?P=separator)(?P<year>(?:19|20)\d\d|\d\d)", _read_numeric, 0.85),
    Rule("nine eleven", r"9/11", lambda match, context: Reading("date", "2001-09-11"), 0.8),
    Rule(
        "month day",
        rf"(?:<wday>,? )?<mod>?<month> (?:the )?<day>(?:(?: ?[-–—] ?| to | through )(?P<last_day>{_SHORT_DAY}))?"
        r"(?:,? <year>|,? of (?P<same_year>\d{4})|,? (?:of )?<which> year)?",
        _read_day,
        0.95,
    ),
    Rule(
        "day month",
        rf"(?:<wday>,? )?(?:(?:the )?<day>(?:(?: ?[-–—] ?| to )(?P<last_day>{_SHORT_DAY}))?(?: of)?|the <ordinal> of) <month>(?:,? <year>)?",
        _read_day,
        0.95,
    ),
)
"""These hold their weekday, so they come before it."""

RULES = (
    Rule("day of month", r"(?<=on )the (?P<nth>\d{1,2}(?:st|nd|rd|th))(?= ?[.,;:!?)]| and | but | of (?:this|the|that) month)", _read_day_of_this_month, 0.6),
    Rule("fiscal", r"(?:fiscal(?: year)? |FY ?['’]?)(?P<fiscal>(?:19|20)\d\d|\d\d)", _read_fiscal, 0.7),
    Rule("holiday", r"<holiday>(?: day)?(?:,? (?:of )?<year>)?", _read_holiday, 0.7),
    Rule("quarter", rf"<mod>?(?:the )?<ordinal>(?: fiscal| financial| calendar)?[- ](?P<quarter>quarter|half){_OF_YEAR}", _read_quarter, 0.9),
    Rule("q3", rf"(?-i:(?P<kind>[QH])(?P<number>[1-4])){_OF_YEAR}", _read_q3, 0.85),
    Rule("season", rf"<mod>?(?:the )?(?:<which> )?<season>{_OF_YEAR}", _read_season, 0.8),
    Rule("month", rf"<mod>?(?:the month of )?(?:<which> )?<month>{_OF_YEAR}", _read_month, 0.95),
    Rule("years", r"<year> ?[-–—] ?(?P<last_year>\d{4}|\d\d)(?![\w%]|[.,:/-]\d)", _read_years, 0.85),
    Rule("decade", r"<mod>?(?:the )?(?:(?P<full>(?:1[5-9]|20)\d0)['’]?s|(?P<short>(?:['’]|(?<=the )|(?<=and )|(?<=early )|(?<=mid-)|(?<=late ))[2-9]0)['’]?s|<decade>)", _read_decade, 0.9),
    Rule("century", r"<mod>?(?:the )?<ordinal>[- ](?:century|centuries)(?: (?P<era>BCE?))?", _read_century, 0.9),
    Rule("era", r"(?-i:(?P<number>\d{1,4}) (?P<era>BCE?|AD|CE)|AD (?P<later>\d{1,4}))", _read_era, 0.9),
    Rule("year", r"<mod>?(?:the )?(?:year )?<year>(?!['’]?s\b| ?(?:BCE?)\b)", _read_year, 0.95),
)
