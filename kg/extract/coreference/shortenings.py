"""The short forms that a name is called by after it has been given in full."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from kg.facilities import parse_facility
from kg.gazetteer import country_of, lookup, organization, people_of
from kg.gazetteer.shortened import FIRM_KINDS, short_firms, short_landscapes
from kg.names import words
from kg.ontology import load_ontology
from kg.products import parse_car, parse_model

_NAMED = frozenset("hurricane typhoon cyclone storm superstorm operation mount lake river cape island".split())
"""What stands before a proper name and is left out when it is named again."""
_SHIPS = frozenset("uss hms hmas hmcs hmnzs ins rms usns uscgc ss mv".split())
"""What stands before the names of ships."""
_HOUSES = frozenset({"house", "chamber", "church"})
_CHAMBERS = frozenset({"house", "senate"})
_PANELS = frozenset({"committee", "subcommittee", "panel", "caucus"})
_LONG = 3
"""Words of a name above which the first can be left out ("Black Caucus Foundation")."""
_DIRECTIONS = frozenset("north south east west northern southern eastern western central new".split())
_CITY = 100_000
"""Inhabitants of a town that an article may mean by a firm's first word."""
_TOWN = 30_000
"""Inhabitants of a town whose bare name is more likely the town than what was built there."""


@lru_cache(maxsize=20_000)
def short_forms(name: str, kind: str) -> tuple[tuple[str, ...], ...]:
    """The folded words of each short form of a name.

    Args:
        name: the name in full.
        kind: its entity type.

    >>> short_forms("Joint Chiefs of Staff", "organization")
    (('chiefs', 'of', 'staff'), ('joint', 'chiefs'))
    >>> short_forms("US Congress", "organization"), short_forms("Russian Far East", "place")
    ((('congress',),), (('far', 'east'),))
    >>> short_forms("Vostochny Cosmodrome", "facility"), short_forms("Sochi Airport", "facility")
    ((('vostochny',),), ())
    """
    return tuple(dict.fromkeys(short for short in _forms(name, kind) if short and short != words(name)))


def _forms(name: str, kind: str) -> Iterator[tuple[str, ...]]:
    parts = words((organization(name) if kind == "organization" else None) or name)
    if len(parts) < 2:
        return
    if kind == "facility":
        facility = parse_facility(name)
        if facility and facility.own and not _is_town(" ".join(facility.own)):
            yield facility.own
    if kind in {"organization", "place"}:
        yield _without_country(parts)
        yield parts[1:] if len(parts) > _LONG and parts[0] not in _DIRECTIONS else ()
    if kind == "place":
        yield _half(parts)
    if kind == "organization":
        yield _without_body(parts)
        yield from _forms_of_body(name, parts)
    if kind in {"place", "event"} and parts[0] in _NAMED:
        yield parts[1:]
    if kind == "event" and parts[0] == "tropical":
        yield parts[2:]
    if kind == "place":
        yield from short_landscapes(name)
    if kind == "product":
        yield from _forms_of_model(name)
        yield car.model if (car := parse_car(name)) else ()
    if kind in {"product", "organization"} and parts[0] in _SHIPS:  # ships are often taken for bodies
        yield parts[1:]


def _forms_of_model(name: str) -> Iterator[tuple[str, ...]]:
    """A type's name without its maker, without its nickname, its designation and its nickname alone."""
    model = parse_model(name)
    if model is not None:
        yield model.designation + model.nickname
        yield model.maker + model.designation
        yield model.designation
        yield model.nickname


def _forms_of_body(name: str, parts: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    of = next((i for i, word in enumerate(parts) if word in {"of", "for"} and i), 0)
    heads = load_ontology().entities["organization"].heads
    if of > 1 or (of == 1 and parts[0] in heads | _HOUSES):
        yield parts[:of]
        yield _without_country(parts[:of])
    if not of and parts[-1] in heads:
        yield parts[-1:]
    yield from short_firms(name)
    if len(parts) == 2 and parts[1] in FIRM_KINDS and not organization(name) and not _is_town(parts[0], _CITY):
        yield parts[:1]
    if parts[0] in _CHAMBERS and parts[-1] in _PANELS:
        yield parts[1:]
    if parts[-1] == "circuit" and "for" in parts:  # "Court of Appeals for the Ninth Circuit"
        yield parts[-2:]
    if town := next((n for n in (3, 2, 1) if len(parts) > n + 1 and _is_town(" ".join(parts[:n]))), 0):
        yield parts[town:]  # "Atlanta Journal-Constitution"


def _without_country(parts: tuple[str, ...]) -> tuple[str, ...]:
    """A name without the country or people in front ("US Congress", "Russian Far East"), else nothing."""
    for length in (2, 1):
        front, rest = " ".join(parts[:length]), parts[length:]
        if rest and (country_of(front) or people_of(front)) and not country_of(" ".join(parts)):
            return rest
    return ()


def _without_body(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The name of a part of an organization without the organization's ("UN Security Council"), else nothing."""
    for length in (3, 2, 1):
        front, rest = " ".join(parts[:length]), parts[length:]
        if len(rest) > 1 and (organization(front) or organization(front.upper())):
            return rest
    return ()


def _half(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The direction in the name of a country that is one half of a land ("North Korea"), else nothing."""
    if len(parts) != 2 or parts[0] not in {"north", "south"} or country_of(" ".join(parts)) is None:
        return ()
    whole = [match.entry.kind for match in lookup(parts[1]) if match.usual]
    return parts[:1] if {"country", "area"}.intersection(whole) else ()


def _is_town(name: str, least: int = _TOWN) -> bool:
    return any(match.entry.population >= least or match.entry.kind == "country" for match in lookup(name))
