"""Times of day: 9:43 p.m., 15:00 local time, 0600 GMT, noon, in the morning."""

from __future__ import annotations

import re

from kg.extract.times.context import Context
from kg.extract.times.nearby import weekday_value
from kg.extract.times.rule import Reading, Rule, before, group, plain
from kg.extract.times.values import relative_value
from kg.extract.times.vocabulary import DAY_PARTS, NUMBERS, WEEKDAYS, ZONES

_CUE = re.compile(r"\b(?:at|by|around|until|till|from|to|before|after|since|about|between|and|of|approximately)\s{1,8}$", re.I)
_STEPS = {"today": 0, "yesterday": -1, "tomorrow": 1}
_NAMED = {"noon": "T12:00", "midday": "T12:00", "midnight": "T00:00"}


def _read_clock(match: re.Match[str], context: Context) -> Reading | None:
    """A time on the clock; with am or pm, a zone, the word hours, or a preposition before its colon."""
    hour, minute = _hour(match["hour"]), group(match, "minute")
    half, zone = plain(group(match, "half")), plain(match["zone"]).strip("()")
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    elif not zone and not group(match, "hours") and (group(match, "colon") != ":" or not _CUE.search(before(match))):
        return None
    return _on_day(match, context, f"T{hour:02d}{f':{minute}' if minute else ''}{ZONES.get(zone, '')}")


def _hour(words: str) -> int:
    return int(words) if words.isdigit() else int(NUMBERS[plain(words)])


def _read_named(match: re.Match[str], context: Context) -> Reading:
    return _on_day(match, context, _NAMED[plain(match["name"])])


def _on_day(match: re.Match[str], context: Context, clock: str) -> Reading:
    """The time on the day that is named right after it, if any."""
    name = plain(match["on"])
    if not name:
        return Reading("time", clock)
    by_name = name in _STEPS
    day = relative_value(context.today, "D", _STEPS[name]) if by_name else weekday_value(match, context, WEEKDAYS[name])
    return Reading("time", f"{day}{clock}" if day else None)


def _read_part(match: re.Match[str], context: Context) -> Reading | None:
    """In the morning, overnight: of one day, not of any, so never of the present tense."""
    if context.tense(match.start()) == "present":
        return None
    return Reading("time", f"T{DAY_PARTS[plain(match['part'] or match['name'])]}")


_HOUR = r"(?P<hour>1\d|2[0-3]|0?\d)"
_WORD_HOUR = r"(?P<hour>1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_HALF = r"(?P<half>[ap]\.? ?m\b\.?)"
_ON = r"(?:,? ?<zone>)?(?: (?:on )?(?P<on>today|yesterday|tomorrow|<weekday>))?"

RULES = (
    Rule(
        "clock",
        rf"{_HOUR}(?:(?P<colon>[:.])(?P<minute>[0-5]\d)(?::[0-5]\d)?)?"
        rf"(?: ?{_HALF}|(?P<hours> ?(?:hours|hrs|h)\b)|(?<=[:.]\d\d)|(?= <zone:ahead>)){_ON}",
        _read_clock,
        0.85,
    ),
    Rule(
        "four digits",
        rf"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?: ?(?P<hours>hours|hrs)|(?= ?<zone:ahead>)){_ON}",
        _read_clock,
        0.8,
    ),
    Rule("o'clock", rf"{_WORD_HOUR} (?P<hours>o['’]clock)(?: {_HALF})?{_ON}", _read_clock, 0.6),
    Rule("noon", rf"(?:12 )?(?P<name>noon|midday|midnight){_ON}", _read_named, 0.8),
    Rule(
        "part of day",
        r"(?:(?<=in )|(?<=during )|(?<=on )|(?<=at )|(?<=by ))(?:the )?(?:early |late )?<part>(?! of)|(?P<name>overnight)",
        _read_part,
        0.6,
    ),
)
