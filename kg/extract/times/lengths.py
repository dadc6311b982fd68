"""Lengths of time and what recurs: four hours, the past two days, every Monday, twice a week."""

from __future__ import annotations

import re

from kg.extract.times.context import Context
from kg.extract.times.rule import Reading, Rule, after, before, group, plain
from kg.extract.times.values import duration
from kg.extract.times.vocabulary import FACTORS, MONTHS, NUMBERS, UNITS, VAGUE_NUMBERS, WEEKDAYS

_ABBREVIATIONS = ("sec", "min", "hr", "yr")
_ADVERBS = {"hourly": "TH", "daily": "D", "nightly": "D", "weekly": "W", "monthly": "M", "quarterly": "Q"}
_ADVERBS |= dict.fromkeys(("yearly", "annually", "annual"), "Y")

_HALF = re.compile(r" ?(?:½|1/2)$")

# Fifteen a year: what is counted by the unit, where otherwise "a year" would be how long.
_RATE = re.compile(
    r"(?:\d|percent|%|\btimes|\bonce|\btwice|illion|dollars|euros|pounds|people|tons|tonnes|barrels)\s{1,8}$", re.I
)
_LASTING = re.compile(
    r"\b(?:for|in|over|within|after|took|take|lasted|last|spent|spend|of|many|through)(?: the)?\s{1,8}$", re.I
)
_MEASURED = re.compile(r"\s{1,8}(?:of|after|before|away|long|only|apart|short)\b")
_FIRST_IN_SENTENCE = re.compile(r"(?:^|[.!?:;\n\"“]\s{0,3})$")


def number_of(words: str) -> float | None:
    """How many the words say; None where they are vague.

    >>> number_of("twenty five"), number_of("1,200"), number_of("several")
    (25.0, 1200.0, None)
    >>> number_of("ten thousand"), number_of("5 1/2"), number_of("2½")
    (10000.0, 5.5, 2.5)
    """
    word = plain(words)
    whole, _, factor = word.rpartition(" ")
    if word in VAGUE_NUMBERS or whole in VAGUE_NUMBERS:
        return None
    if (number := NUMBERS.get(word, NUMBERS.get(word.replace(" ", "-")))) is not None:
        return number
    if half := _HALF.search(word):
        return float(word[: half.start()]) + 0.5
    return (number_of(whole) or 0) * FACTORS[factor] if whole else float(word.replace(",", ""))


def unit_of(word: str) -> str:
    """The TIMEX3 code of a unit, singular or plural.

    >>> unit_of("Centuries"), unit_of("day")
    ('CE', 'D')
    """
    name = plain(word)
    return UNITS[name] if name in UNITS else UNITS[name.removesuffix("s")]


def count_of(match: re.Match[str]) -> float | None:
    """How many units a match tells of, halves included."""
    count = number_of(match["count"]) if group(match, "count") else None
    return count + 0.5 if count is not None and (group(match, "half") or group(match, "and_half")) else count


def _read_duration(match: re.Match[str], _: Context) -> Reading | None:
    words, unit = plain(match["count"]), plain(match["unit"])
    singular, digits = unit in UNITS, words[0].isdigit()
    if not digits and (unit == "second" or unit.removesuffix("s") in _ABBREVIATIONS):
        return None  # a second term
    if singular and "-" not in match[0] and re.match(r"\d{4}", words):
        return None  # 2018 day five
    if plain(match[0]) == "one day" and not (_LASTING.search(before(match)) or _MEASURED.match(after(match))):
        return None  # one day it will come
    if unit == "quarters" and re.match(r"\s{1,8}of\b", after(match)):
        return None  # three quarters of them
    if words in ("a", "an"):
        if not singular:
            return None
        if _RATE.search(before(match)):
            return Reading("set", duration(1, unit_of(unit)), 0.9)
    count = None if match["most"] else count_of(match)
    return Reading("duration", duration(count, unit_of(unit)), 0.8 if words in ("a", "an") else 1.0)


def _read_lasting(match: re.Match[str], _: Context) -> Reading | None:
    return Reading("duration", duration(None, unit_of(match["units"]))) if _LASTING.search(before(match)) else None


def _read_length(match: re.Match[str], _: Context) -> Reading:
    """As long as the units say: vague if they are many and not counted."""
    count = count_of(match) if group(match, "count") else None if group(match, "units") else 1
    return Reading("duration", duration(count, unit_of(match["unit"])))


def _read_long_word(match: re.Match[str], _: Context) -> Reading:
    return Reading("duration", duration(1, unit_of(match[0].lower().removesuffix("long"))))


def _read_set(match: re.Match[str], _: Context) -> Reading:
    """What recurs: the value is its period."""
    if weekday := group(match, "weekday"):
        return Reading("set", f"XXXX-WXX-{WEEKDAYS[plain(weekday)] + 1}")
    if month := group(match, "month"):
        return Reading("set", f"XXXX-{MONTHS[plain(month)]:02d}")
    count = count_of(match) if group(match, "count") else 1
    return Reading("set", duration(count, unit_of(match["unit"])))


def _read_rate(match: re.Match[str], _: Context) -> Reading:
    return Reading("set", duration(1, unit_of(match["unit"])))


def _read_adverb(match: re.Match[str], _: Context) -> Reading | None:
    if match[0][0].isupper() and not _FIRST_IN_SENTENCE.search(before(match)):
        return None  # the Daily Mail
    return Reading("set", duration(1, _ADVERBS[plain(match[0])]))


_MORE = (
    r"(?: (?:more|or more|full|straight|consecutive|long|whole|additional|extra|other|further|solid|calendar|working"
    r"|business))?"
)
_PASSING = r"(?:last|next|past|coming|first|final|previous|(?<=the )following|(?<=the )preceding|opening|closing|recent)"
_UNIT = r"(?P<unit><units>|<unit:one>)"

LOOKALIKES = (
    Rule("age", r"(?:\d{1,4}|<count>)[- ](?:years?|months?|weeks?|days?)[- ](?:old|olds|of age)", None),
    Rule("around the clock", r"24/7", None),
)
"""These are no times at all, nor is anything in them."""

SPANS = (
    Rule(
        "count span", rf"(?:the |these |this )?{_PASSING} <count>{_MORE}[ -](?P<unit><units:many>|<period>)", _read_length, 0.85
    ),
    Rule("past unit", r"the past (?P<unit><period>)", _read_length, 0.7),
    Rule("weekdays", r"<weekday>(?: <part>)?s", _read_set, 0.7),
    Rule("vague span", rf"(?:the |these )?{_PASSING} (?P<unit><units>)", _read_length, 0.8),
)
"""Lengths that touch today, and weekdays that recur; they come before what is told from today."""

RULES = (
    Rule("every", rf"(?:every|each)(?: other| single| <count>)? (?:<weekday>|<month>|{_UNIT})", _read_set, 0.85),
    Rule("times", r"(?:once|twice|thrice|<count> times) (?:an?|per|each|every) (?P<unit><unit:one>)", _read_rate, 0.8),
    Rule("per", r"per (?P<unit>day|week|month|year)", _read_rate, 0.7),
    Rule("adverb", "|".join(_ADVERBS), _read_adverb, 0.7),
    Rule(
        "duration",
        rf"(?:<hedge> )?<count>(?:(?: or |-or-| to |-to-| ?[-–] ?)(?P<most>\d{{1,3}}|<count:most_words>))?"
        rf"(?P<half>[- ]and[- ]a[- ]half)?{_MORE}[ -]{_UNIT}(?:[- ]long|(?P<and_half> and a half))?(?! old)",
        _read_duration,
        0.9,
    ),
    Rule("long", rf"{_UNIT}[- ]long", _read_length, 0.8),
    Rule("long word", r"daylong|weeklong|monthlong|yearlong", _read_long_word, 0.8),
    Rule("ending", r"(?!quarters)(?P<unit><units>)(?= (?:of|in the making|before|after|following)\b)", _read_length, 0.7),
    Rule("lasting", r"<units>", _read_lasting, 0.7),
)
