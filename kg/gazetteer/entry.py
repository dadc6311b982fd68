"""An entry of the gazetteer."""

from __future__ import annotations

from dataclasses import dataclass

_IRIS = {
    "g": "https://sws.geonames.org/{}/",
    "q": "http://www.wikidata.org/entity/Q{}",
    "w": "https://en.wikipedia.org/wiki/{}",
    "a": "urn:geonames:admin1:{}",
    "f": "urn:fips:{}",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the world.

    Attributes:
        id: IRI of GeoNames where the tables have it, else of Wikidata or Wikipedia; where they have a code alone
            ``urn:geonames:admin1:FR.11`` (a region) or ``urn:fips:26049`` (an American county).
        name: the usual English name.
        kind: ``country``, ``territory``, ``former country``, ``region``, ``county``, ``capital``, ``city``, ``continent``,
            ``area``, ``sea`` or ``ocean``.
        code: ISO 3166-1 code of a country, GeoNames' code of a region ("RU.59"), that with the number of a county
            ("US.MI.26049"), for a city that of its region; a name of its own ("~Middle_East") for the rest.
        country: ISO 3166-1 alpha-2 code, or None.
        wikidata: ``Q649``, or None.
        population: inhabitants; of a city within a tenth, 0 where unknown.
        latitude, longitude: WGS84 degrees, or None; of a region those of its largest city.
        within: IRIs of what contains it, the narrowest first.
        seats: IRIs of the capitals of a country; of a region the one city that it consists of.
    """

    id: str
    name: str
    kind: str
    code: str
    country: str | None
    wikidata: str | None
    population: int
    latitude: float | None
    longitude: float | None
    within: tuple[str, ...]
    seats: tuple[str, ...] = ()


def iri(short: str) -> str:
    """The IRI that a table's short id stands for.

    >>> iri("g524901")
    'https://sws.geonames.org/524901/'
    """
    return _IRIS[short[0]].format(short[1:])


def short(id_: str) -> str:
    """The short id of an IRI, or an empty string.

    >>> short("https://sws.geonames.org/524901/")
    'g524901'
    """
    for letter, form in _IRIS.items():
        head, _, tail = form.partition("{}")
        if id_.startswith(head) and id_.endswith(tail):
            return letter + id_[len(head) : len(id_) - len(tail)]
    return ""
