"""Names of ships: with "INS" or the like in front, or behind a noun for a vessel ("a dhow named X"); then everywhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.mentions.name import Name
from kg.model import Span
from kg.names import SHIP, key, words

_VESSEL = (
    r"(?:ship|warship|frigate|destroyer|vessel|yacht|tanker|trawler|icebreaker|corvette|cruiser|submarine|ferry"
    r"|freighter|dhow|boat|liner|craft|minesweeper|schooner)"
)
_BEFORE = re.compile(rf"\b{_VESSEL} (?:(?:is |was )?(?:named|called|christened|dubbed) )?(?:the )?[`'\"“‘]*$", re.IGNORECASE)
_FRONT = re.compile(rf"(?:\w+ )?(?:war|Naval )?{_VESSEL} (?=[A-Z])", re.IGNORECASE)
"""A noun at the beginning of a name ("Warship INS X", "Indian Naval Ship X")."""
_NAVAL = re.compile(r"(?:[A-Z]\w+ )?(?:Naval Ship|Navy Ship|Warship)")
_REACH = 45
_SHIPPED = frozenset({"organization", "person", "place", "facility"})
_UNSURE = 0.8
"""Score under which a noun in front says more of a name's type than the pipeline."""


def as_ships(text: str, names: Sequence[Name]) -> list[Name]:
    """Names, with ships' as products', without a noun in front and also where the article has them alone."""
    found: list[Name] = []
    ships: set[str] = set()
    for name in sorted(names):
        ship = _as_ship(text, name, found[-1] if found else None)
        if ship is None:
            found.append(name)
            continue
        if (
            found
            and _NAVAL.fullmatch(text, found[-1].span.start, found[-1].span.end)
            and found[-1].span.end + 1 == ship.span.start
        ):
            found.pop()
        found.append(ship)
        ships.add(_own(text, ship))
    persons = {
        word for name in found if name.type == "person" and len(parts := words(name.span.text_in(text))) > 1 for word in parts
    }
    return [
        name._replace(type="product") if name.type in _SHIPPED and _own(text, name) in ships - persons else name
        for name in found
    ]


def _as_ship(text: str, name: Name, before: Name | None) -> Name | None:
    """The name as a ship's, if it is one by what stands in it or right before it."""
    surface = name.span.text_in(text)
    if name.type not in _SHIPPED:
        return name if SHIP.match(surface) else None
    if front := _FRONT.match(surface):
        return Name(Span(name.span.start + front.end(), name.span.end), "product", name.score)
    naval = before and before.span.end + 1 == name.span.start and _NAVAL.fullmatch(text, before.span.start, before.span.end)
    before_it = text[max(0, name.span.start - _REACH) : name.span.start]
    if before_it.endswith(", ") and text.startswith(",", name.span.end):  # "the dhow, X, which …"
        before_it = f"{before_it[:-2]} "
    called = name.score < _UNSURE and _BEFORE.search(before_it)
    return name._replace(type="product") if naval or called or SHIP.match(surface) else None


def _own(text: str, name: Name) -> str:
    surface = name.span.text_in(text)
    ship = SHIP.match(surface)
    return key(surface[ship.end() :] if ship else surface)
