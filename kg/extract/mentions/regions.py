"""Names with a region beside them: "Henderson, Nev." is a town, "(D-S.C.)" a party's letter and a state."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.mentions.name import Name
from kg.gazetteer import lookup
from kg.model import Span

_PARTY = re.compile(r"(?:\(|, )[DRI](?:[-–](?=[A-Z])|(?=\)))")
_STATE = re.compile(r"[A-Z][A-Za-z.]*(?: [A-Z][A-Za-z.]*)?")
_REGION_BEHIND = re.compile(r", ([A-Z][A-Za-z]*\.|(?:[A-Z]\.){2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?=[\s,.;:)]|$)")
_GIVEN = frozenset("Jordan Chad Israel Georgia India Kenya China Chile Cuba Malta Ireland Virginia Montana Dakota".split())
"""Countries and states that persons are called after."""
_TOWN_TYPES = frozenset({"person", "organization", "group"})


def without_party(text: str, name: Name) -> Name | None:
    """The state alone of a lawmaker's party and state in brackets; None where the party's letter is all."""
    start = name.span.start
    party = _PARTY.match(text, max(0, start - 1)) or _PARTY.match(text, max(0, start - 2))
    if party is None or not party.start() < start < party.end():
        return name
    state = _STATE.match(text, party.end(), max(party.end(), name.span.end))
    return Name(Span(party.end(), state.end()), "place", name.score) if state else None


def split_places(text: str, names: Sequence[Name]) -> list[Name]:
    """Two names where a country runs into a person's full name, or a region into another name of the article.

    "Netherlands Ann Lee" in a list; "Dearborn, Michigan Ford" over a line's end.
    """
    others = {name.span.text_in(text) for name in names if name.type in {"organization", "person"}}
    split: list[Name] = []
    for name in names:
        first, _, rest = name.span.text_in(text).partition(" ")
        country = name.type == "person" and " " in rest and first not in _GIVEN and _is_main(first)
        region = name.type == "place" and rest in others and _is_main(first) and not lookup(f"{first} {rest}")
        if country or region:
            seam = name.span.start + len(first)
            split.append(name._replace(span=Span(name.span.start, seam), type="place"))
            split.append(name._replace(span=Span(seam + 1, name.span.end), type="person" if country else "organization"))
        else:
            split.append(name)
    return split


def _is_main(name: str) -> bool:
    """Whether a name is a country's or an American state's own."""
    found = [match.entry for match in lookup(name) if match.usual and match.entry.name == name]
    return any(entry.kind == "country" or (entry.kind == "region" and entry.country == "US") for entry in found)


def as_town(text: str, name: Name) -> Name:
    """A name of one or two words as a place's, where a region stands behind it that has a town of this name."""
    surface = name.span.text_in(text)
    behind = _REGION_BEHIND.match(text, name.span.end) if name.type in _TOWN_TYPES and surface.count(" ") < 2 else None
    if behind is None:
        return name
    regions = {m.entry.id for m in lookup(behind[1]) if m.entry.kind == "region" and (m.usual or behind[1].endswith("."))}
    if any(regions.intersection(match.entry.within) for match in lookup(surface)):
        return name._replace(type="place")
    return name
