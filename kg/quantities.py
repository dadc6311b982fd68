"""How many and how long as texts state it: "at least 12 people" and "about two hours" as numbers, with what they leave open."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Final

_ONES: Final = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen"
).split()
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBERS: Final = {
    **{word: number for number, word in enumerate(_ONES, 1)},
    **{word: 10 * ten for ten, word in enumerate(_TENS, 2)},
    **{f"{tens}-{one}": 10 * ten + n for ten, tens in enumerate(_TENS, 2) for n, one in enumerate(_ONES[:9], 1)},
}
_SCALES: Final = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_DIGITS: Final = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_LEAST, _MOST, _ABOUT = "at least", "at most", "about"
_HEDGES: Final = {
    **dict.fromkeys(("at least", "no fewer than", "no less than", "a minimum of"), _LEAST),
    **dict.fromkeys(("more than", "over", "upwards of", "in excess of", "above"), "more than"),
    **dict.fromkeys(("fewer than", "less than", "under", "below"), "less than"),
    **dict.fromkeys(("at most", "up to", "as many as", "no more than", "a maximum of"), _MOST),
    **dict.fromkeys(
        ("about", "around", "some", "roughly", "approximately", "nearly", "almost", "an estimated", "close to"), _ABOUT
    ),
}
_SLACK: Final = 0.25
"""Share by which "about" a number may be off."""
_FAR: Final = 3
_HEDGED: Final = re.compile(rf"(?:^|.*\s)({'|'.join(sorted(map(re.escape, _HEDGES), key=len, reverse=True))})\s*$", re.I | re.S)
_NOT_ALL: Final = frozenset("other others more additional further another remaining first last next every of".split())
"""Words that make a number one of a part, or of something beside what was counted before."""
_PEOPLE: Final = frozenset(
    "people person persons victim victims individual individuals death deaths fatality fatalities".split()
)
_UNITS: Final = {"S": 1, "TM": 60, "TH": 3600, "D": 86_400, "W": 604_800, "M": 2_629_800, "Y": 31_557_600}
_NAMES: Final = {"S": "second", "TM": "minute", "TH": "hour", "D": "day", "W": "week", "M": "month", "Y": "year"}
_LENGTH: Final = re.compile(r"P(?:(\d+(?:\.\d+)?)([YMWD])|T(\d+(?:\.\d+)?)([HMS]))")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as it is stated.

    Attributes:
        words: the same for all that is stated alike: "12", "at least 12", "2 hours".
        low, high: what it can be; of lengths in seconds.
        of: what is counted, in the singular; empty for people, and for lengths.
    """

    words: str
    low: float
    high: float
    of: str = ""

    def agrees(self, other: Quantity) -> bool:
        """Whether both can be true of one thing."""
        return self.low <= other.high and other.low <= self.high

    def is_near(self, other: Quantity) -> bool:
        """Whether the one is at most three times the other: counts of one thing seldom lie farther apart."""
        (_, small), (large, _) = sorted(((self.low, self.high), (other.low, other.high)))
        return large <= _FAR * small


def read_count(words: str, before: str = "") -> Quantity | None:
    """How many of what a phrase counts; None where it gives no number, or only that of a part.

    Args:
        words: a phrase that begins with a number, or with a hedge and a number.
        before: the text before it, where a hedge may end.

    >>> read_count("Fourteen people", "killed at least ")
    Quantity(words='at least 14', low=14, high=inf, of='')
    >>> read_count("12 Russian soldiers").of, read_count("12 others"), read_count("a man")
    ('soldier', None, None)
    """
    parts = words.split()
    start = next((i for i, part in enumerate(parts) if _number(part) is not None), None)
    if start is None or start > 3:  # no hedge is longer
        return None
    hedge = _hedge(" ".join(parts[:start])) if start else _hedge(before)
    if start and hedge is None:
        return None
    number, past = _read(parts, start)
    counted = parts[past:]
    if number is None or _NOT_ALL.intersection(part.lower() for part in counted) or _is_year(parts[start], hedge):
        return None
    return _hedged(f"{number:g}" if number < 1e6 else f"{number:.0f}", number, hedge, _singular(counted[-1]) if counted else "")


def read_length(value: str, words: str, before: str = "") -> Quantity | None:
    """How long something took, from the TIMEX3 value of a duration; None where that has no number.

    Args:
        value: ``PT2H``, ``P3D``.
        words: the time expression, which may begin with a hedge.
        before: the text before it, where a hedge may end.

    >>> read_length("PT2H", "more than two hours").words
    'more than 2 hours'
    """
    match = _LENGTH.fullmatch(value)
    if match is None:
        return None
    count, code = (match[1], match[2]) if match[1] else (match[3], match[4])
    unit = f"T{code}" if not match[1] and code != "S" else code
    number = float(count)
    hedge = _hedge(before) or next((_HEDGES[h] for h in _HEDGES if words.lower().startswith(f"{h} ")), None)
    named = f"{number:g} {_NAMES[unit]}{'' if number == 1 else 's'}"
    return _hedged(named, number * _UNITS[unit], hedge, "")


def read_number(words: str) -> float | None:
    """The first number in some words, whatever it counts; None where there is none.

    >>> read_number("more than two hours"), read_number("a two-hour talk"), read_number("an hour"), read_number("hours")
    (2.0, 2.0, 1.0, None)
    """
    parts = words.lower().split()
    for i, part in enumerate(parts):
        number, _ = _read(parts, i)
        if number is None:
            number = _number(part.partition("-")[0])
        if number is not None:
            return float(number)
    return 1.0 if {"a", "an"}.intersection(parts) else None


def _hedged(words: str, number: float, hedge: str | None, of: str) -> Quantity:
    low, high = {
        _LEAST: (number, math.inf),
        "more than": (math.nextafter(number, math.inf), math.inf),
        _MOST: (0.0, number),
        "less than": (0.0, math.nextafter(number, 0.0)),
        _ABOUT: (number * (1 - _SLACK), number * (1 + _SLACK)),
    }.get(hedge or "", (number, number))
    return Quantity(f"{hedge} {words}" if hedge else words, low, high, of)


def _hedge(words: str) -> str | None:
    match = _HEDGED.match(words)
    return _HEDGES[match[1].lower()] if match else None


def _read(parts: list[str], start: int) -> tuple[float | None, int]:
    """The number that begins at a word, with the scales behind it ("two hundred", "1.5 million"), and where it ends."""
    number = _number(parts[start])
    past = start + 1
    while number is not None and past < len(parts) and (scale := _SCALES.get(parts[past].lower())):
        number, past = number * scale, past + 1
    return number, past


def _number(word: str) -> float | None:
    word = word.lower().strip(",;.")
    if _DIGITS.fullmatch(word):
        return float(word.replace(",", ""))
    return _NUMBERS.get(word)


def _is_year(word: str, hedge: str | None) -> bool:
    return hedge is None and _YEAR.fullmatch(word) is not None


def _singular(noun: str) -> str:
    noun = noun.lower().strip(".,;:'’\"”")
    if noun in _PEOPLE:
        return ""
    return {"men": "man", "women": "woman", "children": "child"}.get(noun, noun.removesuffix("s"))
