"""Times of day: 9:43 p.m., 15:00 local time, 0600 GMT, noon, in the morning."""

from __future__ import annotations

import re

from kg.extract.times.context import Context
from kg.extract.times.rule import Reading, Rule, before, plain
from kg.extract.times.values import relative_value, value_of, weekday_near
from kg.extract.times.vocabulary import DAY_PARTS, NUMBERS, WEEKDAYS, ZONES

_CUE = re.compile(r"\b(?:at|by|around|until|till|from|to|before|after|since|about|between|and|of|approximately)\s{1,8}$", re.I)
_STEPS = {"today": 0, "yesterday": -1, "tomorrow": 1}


def _hour(words: str) -> int:
    return int(words) if words.isdigit() else int(NUMBERS[plain(words)])


def _read_clock(match: re.Match[str], context: Context) -> Reading | None:
    """A time on the clock; with its day where that follows at once, else floating until the day is found."""
    hour, minute = _hour(match["hour"]), match["minute"]
    half = plain(match["half"]).replace(".", "")
    zone = plain(match["zone"]).strip("()")
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    elif "." in match[0][:3] or not (zone or _CUE.search(before(match)) or match["hours"]):
        return None
    clock = f"T{hour:02d}" + (f":{minute}" if minute else "")
    return _dated(match, context, clock + ZONES.get(zone, ""))


def _read_named(match: re.Match[str], context: Context) -> Reading | None:
    clock = {"noon": "T12:00", "midday": "T12:00", "midnight": "T00:00"}[plain(match["name"])]
    return _dated(match, context, clock)


def _read_part(match: re.Match[str], context: Context) -> Reading | None:
    """In the morning, overnight: of one day, not of any, so never of the present tense."""
    if context.tense(match.start()) == "present":
        return None
    return Reading("time", f"T{DAY_PARTS[plain(match['part'] or match['name'])]}", 1.0, floating=True)


def _dated(match: re.Match[str], context: Context, clock: str) -> Reading:
    """The time on the day that is named right after it."""
    name = plain(match["on"])
    if not name:
        return Reading("time", clock, 0.9, floating=True)
    if context.today is None:
        return Reading("time", clock, 0.6)
    if name in _STEPS:
        return Reading("time", f"{relative_value(context.today, 'D', _STEPS[name])}{clock}")
    day = weekday_near(context.today, WEEKDAYS[name], context.direction(match) or -1)
    return Reading("time", f"{value_of(day, 'D')}{clock}" if day else clock)


_ZONE = r"(?:,? ?<zone>)?"
_ON = r"(?: (?:on )?(?P<on>today|yesterday|tomorrow|<weekday>))?"

RULES = (
    Rule(
        "clock",
        rf"(?P<hour>1\d|2[0-3]|0?\d)(?:[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?)?(?: ?(?P<half>[ap]\.? ?m\b\.?)|(?P<hours> ?(?:hours|hrs|h)\b)|(?<=[:.]\d\d)){_ZONE}{_ON}",
        _read_clock,
        0.85,
    ),
    Rule(
        "four digits",
        rf"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?P<half>)(?: ?(?P<hours>hours|hrs)|,? ?(?=<zone:ahead>)){_ZONE}{_ON}",
        _read_clock,
        0.8,
    ),
    Rule("zoned hour", rf"(?P<hour>1\d|2[0-3]|0?\d)(?P<minute>)(?P<half>)(?P<hours>) <zone>{_ON}", _read_clock, 0.7),
    Rule(
        "o'clock",
        rf"(?P<hour>1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?P<minute>) o['’]clock(?P<hours>)(?P<half> [ap]\.? ?m\b\.?)?{_ZONE}{_ON}",
        _read_clock,
        0.6,
    ),
    Rule("noon", rf"(?:12 )?(?P<name>noon|midday|midnight){_ZONE}{_ON}", _read_named, 0.8),
    Rule(
        "part of day",
        r"(?:(?<=in )|(?<=during )|(?<=on )|(?<=at )|(?<=by ))(?:the )?(?:early |late )?<part>(?! of)|(?P<name>overnight)",
        _read_part,
        0.5,
    ),
)
