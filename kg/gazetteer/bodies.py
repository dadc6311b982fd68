"""Bodies that every country has ("Foreign Ministry", "US Air Force"): what they are and whose."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kg.gazetteer.entry import Entry
from kg.gazetteer.organizations import organization
from kg.gazetteer.places import country_of, lookup
from kg.names import words

_BODIES = frozenset(
    "ministry parliament court force forces army navy police cabinet council assembly commission committee guard "
    "government bank senate congress department treasury administration".split()
)
_BODY_WORDS = frozenset(
    "foreign defence defense interior home internal finance justice health education agriculture labor labour "
    "economy economic energy environment trade transport transportation culture unification intelligence election elections "
    "electoral constitutional appeals armed air coast central national federal supreme high lower upper security general state "
    "public affairs commerce veterans of and for the".split()
)
_LOCAL = (frozenset({"police", "department"}), frozenset({"health", "department"}), frozenset({"public", "health"}))
"""Words that together name what towns and counties have, too."""
_UNTELLING = frozenset({"of", "and", "for", "the", "affairs"})
_AS = {"defence": "defense", "labour": "labor"}
_BEHIND = re.compile(r" (?:of|for) (?:the )?([A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})")
_BEFORE = re.compile(r"([A-Z][\w.-]*(?: [A-Z][\w.-]*){0,2})(?:['’]s?)? $")
_REACH = 45
_DEPARTED = frozenset({"US", "AU", "CA", "CH", "GB", "HK", "IE", "PH", "ZA"})
"""Countries whose ministries, or some of them, are called departments."""
_AMERICAN = frozenset(
    "agriculture commerce defense education energy interior justice labor state transportation treasury veterans".split()
)
"""What the departments of the United States are for."""
_LONGEST = 4
"""Words that the name of a country has at most in the name of a body."""


class NationalBody(NamedTuple):
    """A body's own words, in one order, and the code of the country that its name says; empty where it says none."""

    own: tuple[str, ...]
    country: str

    @property
    def is_government(self) -> bool:
        """Whether it is no part of a state, but all of it."""
        return self.own == ("government",)


@lru_cache(maxsize=20_000)
def national_body(name: str) -> NationalBody | None:
    """What a body of a country is by its name, or None where countries have no such body.

    >>> national_body("Department of Defense") == national_body("Defence Department")
    True
    >>> national_body("USAF"), national_body("Kremlin")
    (NationalBody(own=('air', 'force'), country='US'), None)
    """
    parts = words((organization(name) if " " not in name else None) or name)
    country, rest = _country_in(parts)
    if not _is_body(rest):
        return None
    return NationalBody(tuple(sorted({_AS.get(word, word) for word in rest} - _UNTELLING)), country)


def usual_owner(body: NationalBody, nation: str) -> str:
    """The code of the country whose body a name without a country means: a department is one of a country that has such.

    Args:
        body: by its name.
        nation: the code of the country that the article speaks of most, or "".

    >>> usual_owner(national_body("State Department"), "KP"), usual_owner(national_body("Foreign Ministry"), "KP")
    ('US', 'KP')
    """
    federal = "department" in body.own and not _AMERICAN.isdisjoint(body.own)
    return "US" if federal and ("state" in body.own or nation not in _DEPARTED) else nation


def _country_in(parts: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The code of the country that a name begins or ends with, and what is left."""
    for length in range(min(_LONGEST, len(parts) - 1), 0, -1):
        if country := _country(" ".join(parts[:length])):
            return country.code, parts[length:]
        behind = parts[-length - 1] in {"of", "the"} or (
            len(parts) > length + 1 and parts[-length - 2 : -length] == ("of", "the")
        )
        if behind and (country := _country(" ".join(parts[-length:]))):
            return country.code, tuple(parts[:-length])
    return "", parts


def _country(name: str) -> Entry | None:
    """The country of a name or an adjective; None where a region has that name, too (Georgia)."""
    name = name.upper() if len(name) < _LONGEST else name
    found = country_of(name)
    regional = found and any(match.entry.kind == "region" and match.usual for match in lookup(name))
    return found if found and found.country and not regional else None


def _is_body(parts: tuple[str, ...]) -> bool:
    known = set(parts)
    return (
        bool(known & _BODIES)
        and all(part in _BODIES or part in _BODY_WORDS for part in parts)
        and not any(local <= known for local in _LOCAL)
        and (len(known - _UNTELLING) > 1 or not known & {"department", "bank", "administration", "commission", "committee"})
    )


def owner_beside(text: str, start: int, end: int) -> str:
    """The code of the country that stands beside a body's name ("Russia's Defense Ministry", "Government of Chad"), or "".

    Args:
        text: the article's text.
        start: where the name begins in it.
        end: where it ends.
    """
    before = _BEFORE.search(text[max(0, start - _REACH) : start])
    behind = _BEHIND.match(text, end, end + _REACH)
    for run, from_end in ((before, True), (behind, False)):
        parts = run[1].split() if run else []
        for length in range(len(parts), 0, -1):
            some = parts[-length:] if from_end else parts[:length]
            if country := _country(" ".join(some).removesuffix("’s").removesuffix("'s")):
                return country.code
    return ""
