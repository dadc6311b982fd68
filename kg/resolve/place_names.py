"""The entries of the gazetteer that a name may be, by its form and the words that say what it is the name of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.gazetteer import Match, entry, lookup, people_of
from kg.gazetteer.keys import place_key
from kg.model import Mention
from kg.resolve.forms import DIRECTIONS

_NEAR = 60
_STATE_BEHIND = re.compile(r" (state|province)\b(?! of)")
_LAWMAKER_BEHIND = re.compile(r" (?:[Ss]en\.|[Ss]enator|[Gg]overnor|Gov\.|Rep\.|[Rr]epresentative|[Cc]ongress(?:wo)?man) [A-Z]")
_LAWMAKER_BEFORE = re.compile(
    r"(?:[Ss]en\.|[Ss]enator|[Gg]overnor|Gov\.|Rep\.|[Rr]epresentative|[Cc]ongress(?:wo)?man|Attorney General) "
    r"(?:[A-Z][\w.’'-]* ){0,3}(?:of|from) $"
)
_PARTY_BEFORE = re.compile(r"\([RDI]-$")


def matches_of(text: str, names: Sequence[Mention]) -> dict[str, Match]:
    """All entries that any of the names may be; the main name of one rather than another of its names."""
    found: dict[str, Match] = {}
    for mention in names:
        if place_key(mention.text) in DIRECTIONS:
            continue
        for match in _lookup_before(text, mention):
            known = found.get(match.entry.id)
            found[match.entry.id] = match if known is None or match.usual else known
    if _are_with_article(text, names):
        return {id_: match for id_, match in found.items() if match.entry.kind != "city" or match.entry.name[:4] == "The "}
    return found


def _are_with_article(text: str, names: Sequence[Mention]) -> bool:
    """Whether most of several mentions stand behind "the", as ships' names do and cities' do not ("the Mysore")."""
    count = sum(text[max(0, mention.start - 4) : mention.start].lower() == "the " for mention in names)
    return count > 1 and 3 * count >= 2 * len(names)


def _lookup_before(text: str, mention: Mention) -> tuple[Match, ...]:
    """The entries of a name; only regions where "state" or the like stands behind it ("the Sunshine state" is no city)."""
    before = text[max(0, mention.start - _NEAR) : mention.start]
    if _LAWMAKER_BEHIND.match(text, mention.end) or _LAWMAKER_BEFORE.search(before):
        states = tuple(m for m in lookup(mention.text) if m.entry.kind == "region" and m.entry.country == "US" and m.usual)
        return states or lookup(mention.text)  # "Washington senator X", "Senator X of Washington"
    if _PARTY_BEFORE.search(before):  # "(R-AZ)", "(D-Mass)"
        postal = entry(f"US.{mention.text}")
        return (Match(postal, True),) if postal else lookup(mention.text) or lookup(f"{mention.text}.")
    state = _STATE_BEHIND.match(text, mention.end)
    if state and lookup(mention.text):
        return lookup(f"{mention.text} {state[1]}")
    dotted = f"{mention.text}." if text[mention.end : mention.end + 1] == "." else mention.text
    return (
        lookup(mention.text) or lookup(dotted) or lookup(mention.text.partition(",")[0]) or _lookup_behind_people(mention.text)
    )


def _lookup_behind_people(name: str) -> tuple[Match, ...]:
    """The entries of a name without the adjective in front ("Russian Republic of Dagestan")."""
    front, _, rest = name.partition(" ")
    people = people_of(front) if rest else None
    return tuple(m for m in lookup(rest) if people and people.id in m.entry.within) if people else ()
