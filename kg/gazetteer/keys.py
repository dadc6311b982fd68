"""Names of places as keys: the spellings of one name are one string."""

from __future__ import annotations

import re

from kg.names import words

_WRITTEN_OUT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_OF = frozenset({"region", "province", "state", "republic", "city", "town", "county", "district", "commonwealth", "kingdom"})
TYPE_WORDS = {
    "region": "region",
    "krai": "region",
    "kray": "region",
    "oblast": "region",
    "okrug": "region",
    "province": "region",
    "prefecture": "region",
    "governorate": "region",
    "territory": "region",
    "state": "region",
    "republic": "region",
    "department": "region",
    "emirate": "region",
    "canton": "region",
    "voivodeship": "region",
    "city": "city",
    "town": "city",
    "village": "city",
    "municipality": "city",
}
"""Words beside a name that say what it is ("Amur region", "Pyongyang City"), and the kind that they ask for."""
_NARROWER = frozenset({"autonomous", "metropolitan", "special", "administrative", "capital", "federal"})


def place_key(name: str) -> str:
    """A place's name in the form in which its spellings are equal.

    >>> place_key("St. Petersburg"), place_key("P’yŏngyang"), place_key("the U.S.")
    ('saint petersburg', 'pyongyang', 'us')
    """
    parts = [word.replace("'", "") for word in words(re.sub(r"[ʻʼ‘´`]", "’", name))]
    if len(parts) > 1:
        parts = [_WRITTEN_OUT.get(part, part) for part in parts[:-1]] + parts[-1:]
    return " ".join(parts)


def abbreviation(name: str) -> str | None:
    """The letters of a name in capitals ("U.S." as "US"), or None where it is a word.

    >>> abbreviation("U.A.E."), abbreviation("Chad"), abbreviation("Us")
    ('UAE', None, None)
    """
    letters = re.sub(r"[.\s]", "", name.strip().removesuffix("'s").removesuffix("’s").removeprefix("the "))
    return letters if letters.isalpha() and letters.isupper() and 2 <= len(letters) <= 6 else None


def bare_name(key: str) -> tuple[str, str] | None:
    """A key without the word that says what it is, and the kind that the word asks for; None where there is no such word.

    >>> bare_name("amur region"), bare_name("state of georgia"), bare_name("amur")
    (('amur', 'region'), ('georgia', 'region'), None)
    """
    parts = key.split()
    if len(parts) > 2 and parts[1] == "of" and parts[0] in _OF:
        return " ".join(parts[2:]), TYPE_WORDS.get(parts[0], "region" if parts[0] != "kingdom" else "country")
    if len(parts) > 1 and (kind := TYPE_WORDS.get(parts[-1])):
        rest = parts[:-1]
        while len(rest) > 1 and rest[-1] in _NARROWER:
            rest = rest[:-1]
        return " ".join(rest), kind
    return None
