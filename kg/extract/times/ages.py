"""Decades, centuries and the years of eras: the 1990s, the 18th and 19th centuries, 508 BC."""

from __future__ import annotations

import re

from kg.extract.times.context import Context
from kg.extract.times.rule import Reading, Rule, after, before, group, ordinal_of, plain
from kg.extract.times.vocabulary import DECADES

_OWNER = re.compile(r"\b(?:his|her|their|my|your|our|its)(?: (?:early|mid|late))?[\s-]{1,8}$", re.I)
_DEGREES = re.compile(r"\b(?:temperatures?|highs?|lows?|degrees?|mercury|wages?|aged?|ages)\b[^.;!?]{0,40}$", re.I)


def _read_decade(match: re.Match[str], _: Context) -> Reading | None:
    """The 1990s, the nineties, '90s; the 1800s are a century, her nineties are hers, those of the weather are degrees."""
    if full := match["full"]:
        return Reading("date", full[:2] if full[2] == "0" and full < "2000" else full[:3])
    if _OWNER.search(before(match)) or (match["tens"] and _DEGREES.search(before(match))) or after(match)[:1] == "°":
        return None
    return Reading("date", f"19{DECADES[plain(match['decade'])] if match['decade'] else match['tens']}", 0.9)


def _read_century(match: re.Match[str], _: Context) -> Reading | None:
    number = ordinal_of(match["ordinal"])
    return Reading("date", None if group(match, "era") else f"{number - 1:02d}") if 1 <= number <= 21 else None


def _read_era(match: re.Match[str], _: Context) -> Reading:
    """Years counted from the birth of Christ: 508 BC, AD 842."""
    year = int(match["number"] or match["later"])
    return Reading("date", f"{'-' if (match['era'] or '').startswith('B') else ''}{year:04d}")


_SHORT_DECADE = r"(?:['’]|(?<=the )|(?<=and )|(?<=early )|(?<=mid-)|(?<=late ))(?P<tens>[2-9])0['’]?s"

RULES = (
    Rule("decade", rf"<mod>?(?:the )?(?:(?P<full>(?:1[5-9]|20)\d0)['’]?s|{_SHORT_DECADE}|<decade>)", _read_decade, 0.9),
    Rule("century", r"<mod>?(?:the )?<ordinal>[- ](?:century|centuries)(?: (?P<era>BCE?))?", _read_century, 0.9),
    Rule(
        "centuries",
        r"<mod>?(?:the )?<ordinal>(?= ?(?:and|or|to|through|-|–) ?(?:the )?(?:early |mid-?|late )?<ordinal:next>[- ]"
        r"(?:century|centuries)(?! BCE?\b))",
        _read_century,
        0.85,
    ),
    Rule(
        "eras",
        r"(?-i:(?P<number>\d{1,4})(?= ?(?:to|and|until|-|–) ?(?:about |around |c\. ?)?\d{1,4} (?P<era>BCE?)\b))",
        _read_era,
        0.8,
    ),
    Rule("era", r"(?-i:(?P<number>\d{1,4}) (?P<era>BCE?|AD|CE)|AD ?(?P<later>\d{1,4}))", _read_era, 0.9),
)
