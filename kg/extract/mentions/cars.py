"""Names of cars: a maker's and its word for one ("Ford Taurus"), which a pipeline takes for a firm, a place or a person."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.mentions.name import Name
from kg.facilities import parse_facility
from kg.gazetteer import lookup, organization, people_of
from kg.gazetteer.shortened import DIVISIONS, FIRM_KINDS
from kg.model import Span
from kg.names import core_words, words
from kg.ontology import load_ontology
from kg.products import parse_car

_TYPES = frozenset({"organization", "place", "product", "person", "facility"})
_NO_CARS = frozenset(
    "credit racing team dealer dealers dealership motorsport cars trucks plant works benz automobile automobiles silverdome gb "
    "rover brand brands executive dodge".split()
)
_LANDS = frozenset({"country", "continent", "area", "territory"})
_LONGEST = 2
"""Words of a car's name behind its maker's."""


def with_cars(text: str, names: Sequence[Name]) -> list[Name]:
    """Names, with cars' as products', and who drives one apart ("Ford Fusion Lee" of an article that has "Ann Lee")."""
    surnames = {
        name.span.text_in(text).rsplit(maxsplit=1)[-1]
        for name in names
        if name.type == "person" and " " in name.span.text_in(text)
    }
    found: list[Name] = []
    for name in names:
        surface = name.span.text_in(text)
        front, _, last = surface.rpartition(" ")
        if last in surnames and name.type in _TYPES and _is_car(front, set()):
            found.append(name._replace(type="product", span=Span(name.span.start, name.span.start + len(front))))
            found.append(name._replace(type="person", span=Span(name.span.end - len(last), name.span.end)))
        else:
            found.append(name._replace(type="product") if name.type in _TYPES and _is_car(surface, surnames) else name)
    return found


def _is_car(surface: str, surnames: set[str]) -> bool:
    car = parse_car(surface)
    if car is None or len(car.model) > _LONGEST or core_words(surface) != words(surface):
        return False
    rest = surface.partition(" ")[2]
    entities = load_ontology().entities
    told = (
        entities["organization"].heads
        | entities["person"].titles
        | entities["person"].nouns
        | FIRM_KINDS
        | DIVISIONS
        | _NO_CARS
    )
    return (
        all(part[:1].isupper() and part.isalpha() for part in rest.split())
        and told.isdisjoint(words(rest))
        and surnames.isdisjoint(rest.split())
        and not (_is_land(rest) or people_of(rest) or organization(surface) or parse_facility(surface))
    )


def _is_land(name: str) -> bool:
    """Whether a name is that of what firms have divisions for; cars are called after towns ("Hyundai Santa Fe")."""
    found = [match.entry for match in lookup(name) if match.usual]
    return any(entry.kind in _LANDS or (entry.kind == "region" and entry.country == "US") for entry in found)
