"""Months, quarters, halves, seasons and years of the calendar."""

from __future__ import annotations

import re
from datetime import date

from kg.extract.times.context import Context
from kg.extract.times.days import full_year
from kg.extract.times.rule import (
    Reading,
    Rule,
    after,
    before,
    begins_with_name,
    ends_with_name,
    is_conjunction,
    ordinal_of,
    plain,
    step_of,
)
from kg.extract.times.vocabulary import MONTHS, SEASONS
from kg.extract.times.yearly import OF_YEAR, UNTOLD, Yearly, read_yearly

# Words that tell a time from a number or a name: after the first kind hardly anything else comes.
_STRONG_CUE = re.compile(
    r"\b(?:in|by|of|since|until|till|during|between|through|throughout|each|every|mid|early|late)[\s-]{1,8}$", re.I
)
_NUMBER_CUE = re.compile(r"\b(?:by|of|between|through|each|every)\s{1,8}$", re.I)
_WEAK_CUE = re.compile(
    r"\b(?:from|to|for|and|or|after|before|on|as|around|about|than|with|circa|c\.|ca\.|year)\s{1,8}$|\b\d{4} ?[-–—] ?$", re.I
)
_RANGE_NEXT = re.compile(r" ?[-–—] ?(\d{4})(?![\w%]|[.,]\d|\s{1,8}(?:[a-z]+s|people|men|women|km|m|kg)\b)")
_DETERMINER = re.compile(r"(?:\b(?:the|this|that|a|its|his|her|their|our)|['’]s)\s{1,8}$", re.I)
_PEOPLE = r"people|children|men|women"
_PLURAL_NEXT = re.compile(rf"\s{{1,8}}(?:[a-z]{{3,}}s|[a-z]*(?:{_PEOPLE}))\b")
_OF_A_YEAR = "levels|prices|results|figures|elections|sales|standards|games|polls|models"  # the 2000 elections
_COUNTED_NEXT = re.compile(rf"\s{{1,8}}(?!(?:{_OF_A_YEAR})\b)(?:[a-z]+s|{_PEOPLE}|km|m|kg|feet|ft|or)\b")
_IN_SEASON = re.compile(
    r"\b(?:(?:in|during|over|by|until|since|through|throughout|before|after)(?: the| early| late| mid)*|early|late|mid)"
    r"[\s-]{1,8}$",
    re.I,
)
_VERB_OR_NOUN_NEXT = re.compile(r"\s{1,8}(?:of|in|back|into|out|short|to|apart|behind|from)\b")  # the fall of the city
_OF_BUSINESS = re.compile(
    r"['’]?s?\s{1,8}(?:\w+\s)?(?:results?|sales|profits?|earnings|revenues?|loss(?:es)?|reports?|growth|income|figures|numbers"
    r"|forecasts?|guidance|deliveries|production|output|gdp|inflation|dividends?|update)\b",
    re.I,
)
_SEASON_BEGINS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_NAMES = ("march", "april", "june", "august")


def _is_told(match: re.Match[str]) -> bool:
    """Whether the words say which one is meant, so that it is one."""
    return any(match[name] for name in ("year", "year_which", "same_year", "which", "same", "mod"))


def _read_month(match: re.Match[str], context: Context) -> Reading | None:
    month = MONTHS[plain(match["month"])]
    told = _is_told(match)
    if is_conjunction(match) or (not told and not _is_month(match)):
        return None
    return read_yearly(match, context, Yearly(lambda year: date(year, month, 1), f"{month:02d}", 30))


def _is_month(match: re.Match[str]) -> bool:
    """Whether a bare month is one, not a name, a verb or a modal."""
    word, clue = plain(match["month"]), before(match)
    if _STRONG_CUE.search(clue):
        return True
    if word == "may" or len(word) < 4:
        return False
    return bool(_WEAK_CUE.search(clue)) or word not in _NAMES or not (begins_with_name(after(match)) or ends_with_name(clue))


def _read_quarter(match: re.Match[str], context: Context) -> Reading | None:
    """The third quarter, the first half of 2009; a half needs its year: most halves are of games."""
    letter, last = match["quarter"][0].upper(), 4 if match["quarter"][0] in "qQ" else 2
    number, dated = ordinal_of(match["ordinal"]), match["year"] or match["year_which"] or match["same_year"]
    if number > last or (not dated and (letter == "H" or plain(match["ordinal"]) == "last")):
        return None
    return _numbered(match, context, letter, number if number > 0 else last)


def _read_q3(match: re.Match[str], context: Context) -> Reading | None:
    letter, number = match["letter"].upper(), int(match["number"])
    told = match["year"] or match["year_which"] or match["same_year"]
    if not told and (letter == "H" or not (_STRONG_CUE.search(before(match)) or _OF_BUSINESS.match(after(match)))):
        return None  # the first quartile, Q1
    return None if letter == "H" and number > 2 else _numbered(match, context, letter, number)


def _numbered(match: re.Match[str], context: Context, letter: str, number: int) -> Reading | None:
    months = {"Q": 3, "H": 6}[letter]
    first_month = (number - 1) * months + 1
    return read_yearly(match, context, Yearly(lambda year: date(year, first_month, 1), f"{letter}{number}", 30 * months))


def _read_season(match: re.Match[str], context: Context) -> Reading | None:
    code = SEASONS[plain(match["season"])]
    told = _is_told(match)
    if is_conjunction(match):
        return None
    if match["same"] and (_VERB_OR_NOUN_NEXT.match(after(match)) or not (step_of(match["same"]) or context.named_last())):
        return None  # that fall of the price
    bare = _IN_SEASON.search(before(match) + (match["the"] or "")) and not _VERB_OR_NOUN_NEXT.match(after(match))
    if not (told or bare) or (begins_with_name(after(match)) and not match["year"]):
        return None
    if not told and context.tense(match.start()) == "present":
        return Reading("date", f"{UNTOLD}-{code}", 0.8)  # in the summer it is hot
    reading = read_yearly(match, context, Yearly(lambda year: date(year, _SEASON_BEGINS[code], 1), code, 90))
    return reading if told or not reading else reading._replace(sure=0.8 * reading.sure)


def _read_year(match: re.Match[str], _: Context) -> Reading | None:
    """A bare number, if what stands around it or its size says that it is a year."""
    year, clue = int(match["year"]), before(match)
    counted = year % 100 == 0 and _COUNTED_NEXT.match(after(match))  # 2000 people
    if counted and not match["mod"] and (_NUMBER_CUE.search(clue) or not _STRONG_CUE.search(clue)):
        return None
    if year > 2050 and not _STRONG_CUE.search(clue):
        return None
    if match["mod"] or (_STRONG_CUE.search(clue) and (year >= 1900 or not _PLURAL_NEXT.match(after(match)))):
        return Reading("date", match["year"])
    if _is_alone_in_brackets(match) or _begins_range(match):
        return Reading("date", match["year"], 0.95)
    if _is_bracketed(match) or _WEAK_CUE.search(clue):
        return Reading("date", match["year"], 0.95) if year >= 1500 else None
    if year >= 1700 and (_DETERMINER.search(clue) or _ends_list(match)):
        return Reading("date", match["year"], 0.85)
    return Reading("date", match["year"], 0.7 if ends_with_name(clue) else 0.85) if 1900 <= year <= 2050 else None


def _ends_list(match: re.Match[str]) -> bool:
    """Whether it ends an enumeration of place and year: Aberdeen, 1859."""
    return before(match).endswith(", ") and after(match)[:1] in (".", ",", ";")


def _begins_range(match: re.Match[str]) -> bool:
    """Whether a later year of the same age follows after a dash."""
    last = _RANGE_NEXT.match(after(match))
    return last is not None and int(match["year"]) >= 1500 and 0 < int(last[1]) - int(match["year"]) < 200


def _is_alone_in_brackets(match: re.Match[str]) -> bool:
    return before(match).endswith("(") and after(match).startswith(")")


def _is_bracketed(match: re.Match[str]) -> bool:
    return before(match)[-1:] in ("(", "[") or after(match)[:1] in (")", "]")


def _read_years(match: re.Match[str], _: Context) -> Reading | None:
    """1992-94; where both years are written out they are two dates, as in from 1992 to 1994."""
    first, last = match["year"], match["last_year"]
    last = first[: 4 - len(last)] + last
    return Reading("date", f"{first}/{last}") if 1500 <= int(first) < int(last) <= 2100 else None


def _read_fiscal(match: re.Match[str], _: Context) -> Reading:
    return Reading("date", f"FY{full_year(match['fiscal'])}")


RULES = (
    Rule("fiscal", r"(?:fiscal(?: year)? |FY ?['’]?)(?P<fiscal>(?:19|20)\d\d|\d\d)", _read_fiscal, 0.7),
    Rule(
        "quarter",
        rf"<mod>?(?:the )?<ordinal>(?: fiscal| financial| calendar)?[- ](?P<quarter>quarter|half){OF_YEAR}",
        _read_quarter,
        0.9,
    ),
    Rule("q3", rf"(?-i:(?P<letter>[QH])(?P<number>[1-4])){OF_YEAR}", _read_q3, 0.85),
    Rule("season", rf"<mod>?(?:<same> |(?P<the>(?:the )?)(?:<which> )?)<season>{OF_YEAR}", _read_season, 0.8),
    Rule("month", rf"<mod>?(?:the month of )?(?:<which> |<same> )?<month>{OF_YEAR}", _read_month, 0.95),
    Rule("years", r"<year> ?[-–—] ?(?P<last_year>\d\d)(?![\w%]|[.,:/-]\d)", _read_years, 0.85),
    Rule("year", r"<mod>?(?:(?:the )?year )?<year>(?!(?<=0)['’]?s\b| BCE?\b|[-/]\d(?!\d{3}\b))", _read_year, 0.95),
)
