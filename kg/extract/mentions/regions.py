"""Names with a region beside them: "Henderson, Nev." is a town, "(D-S.C.)" a party's letter and a state."""

from __future__ import annotations

import re

from kg.extract.mentions.name import Name
from kg.gazetteer import lookup
from kg.model import Span

_PARTY = re.compile(r"(?:\(|, )[DRI](?:[-–](?=[A-Z])|(?=\)))")
_STATE = re.compile(r"[A-Z][A-Za-z.]*(?: [A-Z][A-Za-z.]*)?")
_REGION_BEHIND = re.compile(r", ([A-Z][A-Za-z]*\.|(?:[A-Z]\.){2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?=[\s,.;:)]|$)")
_TOWN_TYPES = frozenset({"person", "organization", "group"})


def without_party(text: str, name: Name) -> Name | None:
    """The state alone of a lawmaker's party and state in brackets; None where the party's letter is all."""
    start = name.span.start
    party = _PARTY.match(text, max(0, start - 1)) or _PARTY.match(text, max(0, start - 2))
    if party is None or not party.start() < start < party.end():
        return name
    state = _STATE.match(text, party.end(), max(party.end(), name.span.end))
    return Name(Span(party.end(), state.end()), "place", name.score) if state else None


def as_town(text: str, name: Name) -> Name:
    """A name of one or two words as a place's, where a region stands behind it that has a town of this name."""
    surface = text[name.span.start : name.span.end]
    behind = _REGION_BEHIND.match(text, name.span.end) if name.type in _TOWN_TYPES and surface.count(" ") < 2 else None
    if behind is None:
        return name
    regions = {m.entry.id for m in lookup(behind[1]) if m.entry.kind == "region" and (m.usual or behind[1].endswith("."))}
    if any(regions.intersection(match.entry.within) for match in lookup(surface)):
        return name._replace(type="place")
    return name
