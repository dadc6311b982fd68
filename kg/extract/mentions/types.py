"""What kind of thing a name names, by the words in it and beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.mentions.designations import SHIP
from kg.extract.mentions.name import Name
from kg.facilities import parse_facility
from kg.gazetteer import country_of, lookup, organization, people_of
from kg.gazetteer.keys import abbreviation
from kg.names import words
from kg.ontology import load_ontology

if TYPE_CHECKING:
    from kg.extract.tokens import Span as DocSpan

_DESIGNATION = re.compile(r"\b[A-Z][A-Za-z]{0,6}-?\d{1,4}[A-Za-z]?$")
"""What ends the name of a type of vehicle or weapon ("Su-35", "KC-45", "A350")."""
_DESIGNATIONS = re.compile(r"\b[A-Z]{1,3}-\d{1,4}[A-Z]?s$")
"""Several such vehicles ("KC-30s")."""

_SHIPPED = frozenset({"organization", "person", "place", "facility"})
_NUMBERED = re.compile(r"[A-Z]{1,3}-?\d{3,4}[A-Z]?s?|[A-Z][a-z]{3,} (?:II|III|IV|VI|VII|VIII|IX)")
"""What is no body's name, but that of a type ("A380", "Delta IV")."""

_COUNTRIES = frozenset("DPRK DRC FRG GDR PRC ROK UAE UK US USA USSR".split())
"""Abbreviations of countries that name no body."""

_CAPITALS = re.compile(r"[A-Z]{3,6}")
"""A single word in capitals is an agency's acronym, if it is no surname of the article (there, the votes decide)."""


def type_by_head(text: str, name: Name) -> Name:
    """A name of several words with the type that its head noun says ("Korean Peninsula", "Ministry of Defence")."""
    surface = text[name.span.start : name.span.end]
    parts = words(surface)
    if name.type in {"group", "product", "event"}:
        return name
    if name.type == "person" and _CAPITALS.fullmatch(surface) and not _is_speaker(text, name):
        return name._replace(type="organization")
    if _DESIGNATION.search(surface) and (name.type in {"person", "place"} or " " in surface):
        return name._replace(type="product")
    if _DESIGNATIONS.search(surface):
        return name._replace(type="product")
    if name.type in {"organization", "place"} and _is_country(surface):
        return name._replace(type="place")
    if (name.type == "organization" and _NUMBERED.fullmatch(surface)) or (name.type in _SHIPPED and SHIP.match(surface)):
        return name._replace(type="product")
    if len(parts) < 2:
        return name
    if name.type == "place" and organization(surface) and not lookup(surface):
        return name._replace(type="organization")
    if parts[-1] == "republic" and _is_american(" ".join(parts[:-1])):
        return name._replace(type="organization")
    facility = parse_facility(surface)
    if (
        facility
        and facility.own
        and (name.type == "place" or facility.kind not in load_ontology().entities["facility"].institutions)
    ):
        return name._replace(type="facility")
    end = next((i for i, word in enumerate(parts) if word in {"of", "for"} and i), len(parts))
    for kind in ("place", "organization"):
        if parts[end - 1] in load_ontology().entities[kind].heads:
            return name._replace(type=kind)
    return name


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


def has_title(ent: DocSpan) -> bool:
    """Whether a name stands beside what a person is ("Russia's ambassador in Washington, X Y, …")."""
    titles = load_ontology().entities["person"].titles
    root = ent.root
    beside = [root.head, root.head.head] if root.dep_ in {"appos", "nmod:desc", "nmod:unmarked", "flat"} else []
    beside += [
        child for child in root.children if child.dep_ in {"appos", "nmod:desc"} and child.i not in range(ent.start, ent.end)
    ]
    return any(token.lower_ in titles for token in beside)


def is_portfolio(ent: DocSpan) -> bool:
    """Whether a name is only what a minister is minister of ("Natural Resources Minister X Y")."""
    doc = ent.doc
    if ent.start > 1 and doc[ent.start - 1].lower_ in {"of", "for"} and doc[ent.start - 2].lower_ in {"minister", "ministers"}:
        return True
    return ent.end < len(doc) and doc[ent.end].text in {"Minister", "Ministers"}


_NO_BODIES = frozenset("TV PC PAC CEO CFO COO PM MP MBA PhD DNA HIV AIDS GDP VIP AM FM DVD ID IQ UFO".split())
"""Common nouns in capitals."""
_DOCUMENTS = frozenset("charter constitution treaty act amendment".split())


def is_no_body(surface: str) -> bool:
    """Whether what a pipeline took for an organization is a common noun in capitals or a document ("U.N. Charter")."""
    parts = words(surface)
    return surface.removesuffix("s") in _NO_BODIES or (len(parts) > 1 and parts[-1] in _DOCUMENTS)
