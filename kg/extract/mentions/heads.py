"""What kind of thing a name names by the words in it: "Korean Peninsula", "Super Bowl", "Interstate 75", "Su-35"."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.mentions.name import Name
from kg.facilities import parse_facility
from kg.gazetteer import country_of, lookup, organization, people_of
from kg.gazetteer.keys import abbreviation
from kg.model import EntityType
from kg.names import key, words
from kg.ontology import load_ontology

_DESIGNATION = re.compile(r"\b[A-Z][A-Za-z]{0,6}-?\d{1,4}[A-Za-z]?$")
"""What ends the name of a type of vehicle or weapon ("Su-35", "KC-45", "A350")."""
_DESIGNATIONS = re.compile(r"\b[A-Z]{1,3}-\d{1,4}[A-Z]?s$")
"""Several such vehicles ("KC-30s")."""

_NUMBERED = re.compile(
    r"(?![GU]-)[A-Z]{1,3}-\d{2}[A-Z]?s?|[A-Z]{1,3}-?\d{3,4}[A-Z]?s?|[A-Z][a-z]{3,} (?:II|III|IV|VI|VII|VIII|IX)"
)
"""What is no body's name, but that of a type ("A380", "Delta IV")."""

_MISTAKEN = frozenset({"organization", "place", "product", "person"})
"""What a pipeline takes a faith for."""
_BUILT = frozenset({"organization", "place", "product"})
_ROAD = re.compile(r"(?:Interstate|Highway|Route|State Route|US|U\.S\.|I)(?: Highway| Route)?[ -]\d{1,3}")
_CAMPS = frozenset({"democratic", "republican", "democrat", "conservative", "islamic"})
"""Adjectives of political camps and faiths, which name no body by themselves."""
_CONVENTION = ("national", "convention")
"""What American parties meet for."""
_ARMED = re.compile(r"(?:Lashkar|Jaish|Tehri?k|Tehreek|Sipah|Hizb|Harkat)-(?:e|i|ul)-")
"""What the names of parties and armed groups of South Asia begin with."""
_FAITHS = frozenset(
    "roman catholic orthodox russian greek ukrainian anglican episcopal lutheran methodist presbyterian mormon coptic "
    "evangelical united reformed baptist southern armenian".split()
)
"""What stands before "Church" in the name of a church that is no building."""

_COUNTRIES = frozenset("DPRK DRC FRG GDR PRC ROK UAE UK US USA USSR".split())
"""Abbreviations of countries that name no body."""

_CITY = 500_000
"""Inhabitants of a city whose name of several words is no person's ("Washington D.C.")."""

_CAPITALS = re.compile(r"[A-Z]{3,6}")
"""A single word in capitals is an agency's acronym, if it is no surname of the article (there, the votes decide)."""


def type_by_head(text: str, name: Name) -> Name:
    """A name with the type that its form or its head noun says ("Korean Peninsula", "Ministry of Defence")."""
    surface = name.span.text_in(text)
    if name.type != "person" and key(surface) in _holidays():
        return name._replace(type="event")
    if name.type in _MISTAKEN and key(surface) in _faiths():
        return name._replace(type="group")
    if name.type in {"group", "product", "event"}:
        return name
    if name.type == "person" and _CAPITALS.fullmatch(surface) and not _is_speaker(text, name):
        return name._replace(type="organization")
    kind = _by_form(surface, name.type) or (_by_noun(surface, name.type) if len(words(surface)) > 1 else None)
    return name._replace(type=kind) if kind else name


def _by_form(surface: str, kind: EntityType) -> EntityType | None:
    """What a name is by its letters and numbers, or because all know it."""
    if _DESIGNATION.search(surface) and (kind in {"person", "place"} or " " in surface):
        return "product"
    if _DESIGNATIONS.search(surface) or (kind == "organization" and _NUMBERED.fullmatch(surface)):
        return "product"
    if kind in {"organization", "place"} and _is_country(surface):
        return "place"
    if kind in _BUILT and (_ROAD.fullmatch(surface) or key(surface) in _landmarks()):
        return "facility"
    return "group" if kind == "organization" and key(surface) in _CAMPS else None


def _by_noun(surface: str, kind: EntityType) -> EntityType | None:
    """What a name of several words is by the noun at its end, or before its "of" or "for"."""
    parts, entities = words(surface), load_ontology().entities
    if kind == "person" and any((match.usual or match.close) and match.entry.population >= _CITY for match in lookup(surface)):
        return "place"
    if kind in {"organization", "place"} and (parts[-1] in entities["event"].heads or parts[-2:] == _CONVENTION):
        return "event"
    if _is_body(surface, kind):
        return "organization"
    facility = parse_facility(surface)
    if facility and facility.own and (kind == "place" or facility.kind not in entities["facility"].institutions):
        return "facility"
    head = parts[next((i for i, word in enumerate(parts) if word in {"of", "for"} and i), len(parts)) - 1]
    if kind in _BUILT and head == "plant":
        return "facility"
    return next((other for other in ("place", "organization") if head in entities[other].heads), None)


def _is_body(surface: str, kind: EntityType) -> bool:
    """Whether a name is a church's that is no building, a newspaper's, or a well-known body's that no place is called."""
    *front, last = words(surface)
    if last == "church" and _FAITHS.issuperset(front):
        return True
    if last == "republic" and _is_american(" ".join(front)):
        return True
    if _ARMED.match(surface):
        return True
    return kind == "place" and organization(surface) is not None and not lookup(surface)


@cache
def _holidays() -> frozenset[str]:
    return frozenset(key(day) for day in load_ontology().entities["event"].lists["holidays"])


@cache
def _faiths() -> frozenset[str]:
    return frozenset(map(key, load_ontology().entities["group"].lists["faiths"]))


@cache
def _landmarks() -> frozenset[str]:
    return frozenset(map(key, load_ontology().entities["facility"].lists["landmarks"]))


def _is_country(surface: str) -> bool:
    """Whether a name is that of a country or an abbreviation of it or of a region ("DPRK", "N.J.", "West Bank")."""
    letters = abbreviation(surface)
    usual = {match.entry.kind for match in lookup(surface) if match.usual}
    if letters is None:
        whole = " " in surface and not people_of(surface) and country_of(surface) is not None
        return bool(usual & {"country", "territory"}) or whole or (surface.endswith(".") and usual == {"region"})
    return letters in _COUNTRIES or ("." in surface and usual == {"region"})


def _is_speaker(text: str, name: Name) -> bool:
    """Whether a name stands before a person's words ("PENCE: Thank you")."""
    return text.startswith(":", name.span.end) and (name.span.start == 0 or text[name.span.start - 1] == "\n")


def _is_american(name: str) -> bool:
    """Whether a name is that of a place in the United States, where a "Republic" is a newspaper."""
    places = [match.entry for match in lookup(name) if match.usual]
    return bool(places) and max(places, key=lambda place: (place.kind == "region", place.population)).country == "US"
