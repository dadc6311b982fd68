"""Lengths of time and what recurs: four hours, the past two days, every Monday, twice a week."""

from __future__ import annotations

import re

from kg.extract.times.context import Context
from kg.extract.times.rule import Reading, Rule, before, group, plain
from kg.extract.times.values import duration
from kg.extract.times.vocabulary import MONTHS, NUMBERS, UNITS, VAGUE_NUMBERS, WEEKDAYS

_ABBREVIATED = ("sec", "min", "hr", "yr")
_RATE = re.compile(r"(?:\d|percent|%|\btimes|\bonce|\btwice|illion|dollars|euros|pounds|people|tons|tonnes|barrels)\s{1,8}$", re.I)
_BARE = re.compile(r"\b(?:for|in|over|within|after|took|take|lasted|last|spent|spend|of|many|through)(?: the)?\s{1,8}$", re.I)
_ADVERBS = {"hourly": "TH", "nightly": "D", "daily": "D", "weekly": "W", "monthly": "M", "quarterly": "Q", "yearly": "Y", "annually": "Y", "annual": "Y"}


def number_of(words: str) -> float | None:
    """How many the words say; None where they are vague.

    >>> number_of("twenty five"), number_of("1,200"), number_of("several")
    (25.0, 1200.0, None)
    """
    word = plain(words)
    if word in VAGUE_NUMBERS:
        return None
    if word in NUMBERS:
        return NUMBERS[word]
    return NUMBERS.get(word.replace(" ", "-")) or float(word.replace(",", ""))


def unit_of(word: str) -> str:
    """The TIMEX3 code of a unit, singular or plural.

    >>> unit_of("Centuries"), unit_of("day")
    ('CE', 'D')
    """
    name = plain(word)
    return UNITS[name] if name in UNITS else UNITS[name.removesuffix("s")]


def _read_duration(match: re.Match[str], _: Context) -> Reading | None:
    words, unit = plain(match["count"]), plain(match["unit"])
    singular = unit in UNITS
    if unit == "second" and not words[0].isdigit():
        return None  # a second term
    if unit.removesuffix("s") in _ABBREVIATED and not words[0].isdigit():
        return None
    if unit == "quarters" and re.match(r"\s{1,8}of\b", match.string[match.end() : match.end() + 12]):
        return None  # three quarters of them
    if words in ("a", "an") and _RATE.search(before(match)):
        return Reading("set", duration(1, unit_of(unit)), 0.9)
    if words in ("a", "an") and not singular:
        return None
    if singular and "-" not in match[0] and re.match(r"\d{4}", words):
        return None  # 2018 day five
    count = number_of(words)
    if group(match, "half") and count is not None:
        count += 0.5
    if group(match, "upper"):
        count = None
    return Reading("duration", duration(count, unit_of(unit)), 0.7 if words in ("a", "an") else 1.0)


def _read_vague(match: re.Match[str], _: Context) -> Reading:
    return Reading("duration", duration(None, unit_of(match["units"])))


def _read_bare(match: re.Match[str], context: Context) -> Reading | None:
    return _read_vague(match, context) if _BARE.search(before(match)) else None


def _read_span(match: re.Match[str], _: Context) -> Reading:
    """The past year, the last four months: as long as that."""
    count = group(match, "count")
    return Reading("duration", duration(number_of(count) if count else 1, unit_of(match["unit"])))


def _read_set(match: re.Match[str], _: Context) -> Reading | None:
    """What recurs: the value is its period."""
    if weekday := group(match, "weekday"):
        return Reading("set", f"XXXX-WXX-{WEEKDAYS[plain(weekday)] + 1}")
    if month := group(match, "month"):
        return Reading("set", f"XXXX-{MONTHS[plain(month)]:02d}")
    count = group(match, "count")
    return Reading("set", duration(number_of(count) if count else 1, unit_of(match["unit"])))


def _read_adverb(match: re.Match[str], _: Context) -> Reading | None:
    word = match["adverb"]
    if word[0].isupper() and not re.search(r"(?:^|[.!?:;\n\"“]\s{0,3})$", before(match)):
        return None  # the Daily Mail
    return Reading("set", duration(1, _ADVERBS[plain(word)]))


_MORE = r"(?: (?:more|full|straight|consecutive|long|whole|additional|extra|other|further|solid|calendar|working|business))?"
_SPAN_WORDS = r"(?:last|next|past|coming|first|final|previous|following|preceding|opening|closing|recent)"

LOOKALIKES = (
    Rule("age", r"(?:\d{1,4}|<count>)[- ](?:years?|months?|weeks?|days?)[- ](?:old|olds|of age)", None),
    Rule("around the clock", r"24/7", None),
)
"""These are no times at all."""

SPANS = (
    Rule("count span", rf"(?:the |these |this )?{_SPAN_WORDS} <count>{_MORE}[ -](?P<unit>(?:<units>|<period>))", _read_span, 0.85),
    Rule("past unit", r"(?:the )past (?P<unit>day|week|month|quarter|year|decade|century)", _read_span, 0.7),
    Rule("vague span", rf"(?:the |these )?{_SPAN_WORDS} <units>", _read_vague, 0.8),
)
"""These stand before what is counted from today."""

RULES = (
    Rule("every", r"(?:every|each)(?: other| single| <count>)? (?:<weekday>|<month>|(?P<unit><units>|<unit:one>))", _read_set, 0.85),
    Rule("per", r"(?:once|twice|thrice|<count> times) (?:an?|per|each|every) (?P<unit><unit:one>)", lambda m, c: Reading("set", duration(1, unit_of(m["unit"]))), 0.8),
    Rule("a unit each", r"per (?P<unit><unit:one>)", _read_set, 0.7),
    Rule("weekdays", r"(?:on )?<weekday>s", _read_set, 0.7),
    Rule("adverb", rf"(?P<adverb>{'|'.join(_ADVERBS)})", _read_adverb, 0.6),
    Rule(
        "duration",
        rf"(?:<hedge> )?<count>(?:(?: or |-or-| to |-to-| ?[-–] ?)(?P<upper>\d{{1,3}}|<count:most>))?(?P<half>[- ]and[- ]a[- ]half)?{_MORE}[ -]"
        r"(?P<unit><units>|<unit:one>)(?:[- ]long)?(?! old)",
        _read_duration,
        0.9,
    ),
    Rule("unit and a half", r"(?:<hedge> )?<count> (?P<unit><unit:one>) (?P<half>and a half)", _read_duration, 0.9),
    Rule("long", r"(?P<unit><units>|<unit:one>)(?:-| )?long", lambda m, c: Reading("duration", duration(None if m["units"] else 1, unit_of(m["unit"]))), 0.8),
    Rule("bare units of", r"<units>(?= (?:of|in the making|before|after|following)\b)", _read_vague, 0.7),
    Rule("bare units", r"<units>", _read_bare, 0.7),
)
