"""The words of time: what each one means, and the pattern fragments that the grammar is written in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

MONTHS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}

WEEKDAYS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday weds wed",
            "thursday thurs thur thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
"""Monday is 0, as in ``date.weekday``."""

UNITS: Mapping[str, str] = {
    "second": "TS",
    "sec": "TS",
    "minute": "TM",
    "min": "TM",
    "hour": "TH",
    "hr": "TH",
    "day": "D",
    "weekend": "WE",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "yr": "Y",
    "decade": "DE",
    "century": "CE",
    "centurie": "CE",
}
"""Singular to the code of TIMEX3; a leading T marks what stands after the T of a duration."""

SEASONS: Mapping[str, str] = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}

DAY_PARTS: Mapping[str, str] = {
    "morning": "MO",
    "noon": "MI",
    "midday": "MI",
    "lunchtime": "MI",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "midnight": "NI",
    "overnight": "NI",
}

DECADES: Mapping[str, int] = {
    name: number
    for number, name in enumerate("twenties thirties forties fifties sixties seventies eighties nineties".split(), start=2)
}

ZONES: Mapping[str, str] = {"gmt": "Z", "utc": "Z"}
"""Only these can be told without knowing where and when; other zones leave the time local."""

HOLIDAYS: Mapping[str, tuple[int, int]] = {
    "new year's day": (1, 1),
    "valentine's day": (2, 14),
    "st. patrick's day": (3, 17),
    "april fools' day": (4, 1),
    "may day": (5, 1),
    "halloween": (10, 31),
    "veterans day": (11, 11),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}
"""Month and day. Longer names stand before the names that they begin with."""

MOVING_HOLIDAYS: Mapping[str, tuple[int, int, int]] = {
    "martin luther king day": (1, 0, 3),
    "memorial day": (5, 0, -1),
    "labor day": (9, 0, 1),
    "columbus day": (10, 0, 2),
    "thanksgiving day": (11, 3, 4),
    "thanksgiving": (11, 3, 4),
}
"""Month, weekday, and the how-manieth of it (-1: the last)."""

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
_ONES += "seventeen eighteen nineteen".split()
_TENS = {name: 10 * ten for ten, name in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
NUMBERS: Mapping[str, float] = {
    **{word: float(number) for number, word in enumerate(_ONES)},
    **{word: float(number) for word, number in _TENS.items()},
    **{f"{tens}-{_ONES[one]}": float(number + one) for tens, number in _TENS.items() for one in range(1, 10)},
    "a": 1.0,
    "an": 1.0,
    "a hundred": 100.0,
    "hundred": 100.0,
    "one hundred": 100.0,
    "a thousand": 1000.0,
    "a couple": 2.0,
    "a couple of": 2.0,
    "couple of": 2.0,
    "a half": 0.5,
    "half a": 0.5,
    "half an": 0.5,
    "half": 0.5,
    "a dozen": 12.0,
}
FACTORS: Mapping[str, int] = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
VAGUE_NUMBERS = tuple(
    "several;a few;few;many;some;dozens of;hundreds of;thousands of;a number of;numerous;tens of thousands of;countless".split(
        ";"
    )
)
"""How many is not said: TIMEX3 writes X."""

_ORDINALS_1_TO_19 = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth"
).split()
ORDINALS: Mapping[str, int] = {
    **{word: number for number, word in enumerate(_ORDINALS_1_TO_19, start=1)},
    "twentieth": 20,
    **{f"twenty-{_ORDINALS_1_TO_19[one - 1]}": 20 + one for one in range(1, 10)},
    "thirtieth": 30,
    "thirty-first": 31,
    "final": -1,
    "last": -1,
}

STEPS: Mapping[str, int] = {
    **dict.fromkeys(("last", "past", "this past", "previous", "preceding", "prior", "before", "earlier"), -1),
    **dict.fromkeys(("this", "current", "same", "that"), 0),
    **dict.fromkeys(("next", "coming", "this coming", "following", "after", "later"), 1),
}
"""How many periods away a word points."""

NAME_AFTER = tuple(
    (
        "Times;Mirror;Telegraph;Herald;Post;Mail;Express;Independent;Tribune;Chronicle;Gazette;Journal;Star;Sun;World;News;"
        "Network;Magazine;Show;Night Live;Night Football;School;Schools;Club;Group;Bank;Movement;Revolution;Market;Mosque;"
        "Massacre;Murders;Prayer;Prayers;Sermon;Agreement;Agreements;Accord;Accords"
    ).split(";")
)
"""A Sunday Times is no Sunday: words that make a name of the weekday before them."""

NAME_BEFORE = tuple("Bloody Black Ash Good Super Palm Shrove Ruby Cyber Easter Maundy Whit Holy Casual Manic".split())
"""Words that make a name of the weekday or day after them."""


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first; blanks and hyphens between their parts are alike.

    >>> any_of(["one", "twenty-one"])
    '(?:twenty[- ]one|one)'
    """
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", " ").replace(r"\-", "[- ]") for word in ordered) + ")"


def _capitalised(words: Iterable[str]) -> str:
    """Any of the words as names are written: March and MARCH, but not the verb."""
    return "(?-i:" + any_of(form for word in words for form in (word.capitalize(), word.upper())) + ")"


_LONG_MONTHS = [name for name in MONTHS if len(name) > 4 or name in ("may", "june", "july")]
_SHORT_MONTHS = [name for name in MONTHS if name not in _LONG_MONTHS]
_LONG_WEEKDAYS = [name for name in WEEKDAYS if name.endswith("day")]
_SHORT_WEEKDAYS = [name for name in WEEKDAYS if not name.endswith("day")]
_HEDGES = (
    "almost;nearly;about;around;some;over;more than;less than;fewer than;at least;at most;up to;approximately;roughly;under;"
    "no more than;no less than;just over;just under;only;as much as;as many as;as little as"
).split(";")
_PART_OF = (
    rf"(?:the )?{any_of('end beginning start middle close rest course turn remainder latter part early part'.split())} of "
)
_OFFSET = r"[+-]\d{1,2}(?::?\d\d)?"

FRAGMENTS: Mapping[str, str] = {
    "count": rf"(?:(?:{any_of([*NUMBERS, *VAGUE_NUMBERS])}|\d{{1,3}}(?:,\d{{3}}){{1,2}}|\d{{1,4}}(?:\.\d{{1,2}})?)"
    rf"(?: {any_of(FACTORS)}| ?(?:½|1/2))?)",
    "day": r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w%]|[.,:]\d)",
    "decade": any_of(DECADES),
    "hedge": any_of(_HEDGES),
    "holiday": any_of([*HOLIDAYS, *MOVING_HOLIDAYS]).replace("'", "['’]"),
    "mod": rf"(?:(?:(?:the )?(?:very )?(?:early|late|mid|later|earlier)(?: in |[- ])|as early as |{_PART_OF})(?:the )?)",
    "month": rf"(?:{_capitalised(_LONG_MONTHS)}|{_capitalised(_SHORT_MONTHS)}\b\.?)",
    "ordinal": rf"(?:{any_of(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))",
    "part": any_of("morning afternoon evening night lunchtime".split()),
    "period": any_of("day week weekend month quarter year decade century".split()),
    "same": r"(?:that(?: same)?|the (?:very )?same|the (?:following|next|previous|preceding|prior))",
    "season": any_of(SEASONS),
    "unit": any_of(unit for unit in UNITS if unit not in ("centurie", "quarter", "weekend")),
    "units": rf"(?:{any_of(unit for unit in UNITS if unit != 'century')}s)",
    "wday": rf"(?:{any_of(_LONG_WEEKDAYS)}|{_capitalised(_SHORT_WEEKDAYS)}\b\.?)",
    "weekday": any_of(_LONG_WEEKDAYS),
    "which": any_of(["last", "next", "this", "past", "coming", "this past", "this coming", "current", "the current"]),
    "year": r"(?:[12]\d{3})(?!\w|[.,:]\d|%)",
    "zone": rf"(?-i:\((?:GMT|UTC)(?: ?{_OFFSET})?\)|(?:GMT|UTC)(?:{_OFFSET})?|A?[CEMP][SD]?T|BST|CEST|JST|KST|IST|MSK|"
    r"local time|[A-Z]\w{2,12} [Tt]ime|Eastern)(?!\w)",
}
"""What ``<name>`` stands for in a rule of the grammar."""
