"""Questions to the table of places.

``places.tsv`` has a row for every country, region, continent, area and sea. ``names.bin`` is an index of all names: behind the
key of a name stand records, parted by ";":

- ``=RU``: a row of ``places.tsv`` of this main name, ``~RU`` of this other name, ``-RU.48`` of this name where a word beside it
  asks for a region,
- ``>moscow,g524901``: a city that has another main name,
- ``g524901,RU.48,70,5575,3762,Q649,Moscow``: a city: short id, region, ten times the logarithm of its inhabitants, hundredths
  of degrees, Wikidata id, and its name where that is not the key in capitals.

Keys of abbreviations begin with "!", of peoples and adjectives with "%".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from kg.gazetteer.blocks import Blocks
from kg.gazetteer.entry import Entry, iri, short
from kg.gazetteer.keys import abbreviation, bare_name, place_key

KINDS = {
    "country": frozenset({"country", "territory", "former country"}),
    "region": frozenset({"region"}),
    "city": frozenset({"capital", "city"}),
}
"""Kinds of entries that a word beside a name asks for."""


_SMALL = 100_000
_OVERSHADOWED = 10
"""Inhabitants of a capital that its larger namesakes hide, and how many times larger they are."""


class Match(NamedTuple):
    """An entry that a name may stand for.

    Attributes:
        usual: whether the name is its main one, not one of its others.
        close: whether one is the beginning of the other ("Frankfurt am Main" and "Frankfurt", "Davao" and "Davao City").
    """

    entry: Entry
    usual: bool
    close: bool = False


@dataclass(frozen=True, slots=True)
class _Tables:
    rows: dict[str, list[str]]
    codes: dict[str, str]
    seats: dict[str, str]
    names: Blocks


@cache
def _tables() -> _Tables:
    folder = files(__package__)
    rows = [line.split("\t") for line in (folder / "places.tsv").read_text("utf-8").splitlines()]
    return _Tables(
        rows={row[0]: row for row in rows},
        codes={row[1]: row[0] for row in rows},
        seats={"g" + seat: row[0] for row in rows if row[3] in {"country", "territory"} for seat in row[10].split()},
        names=Blocks((folder / "names.bin").read_bytes()),
    )


@lru_cache(maxsize=10_000)
def lookup(name: str) -> tuple[Match, ...]:
    """The places of a name in any spelling, the most populous first; a people ("Russians") is not among them.

    A word that says what the place is ("Amur region", "Pyongyang City") leaves only places of that kind.

    >>> [match.entry.kind for match in lookup("Pyongyang")]
    ['capital']
    >>> lookup("UAE")[0].entry.name, lookup("Moscow region")[0].entry.name
    ('United Arab Emirates', 'Moscow Oblast')
    """
    key = place_key(name)
    found = list(_find("!" + (abbreviation(name) or _shortened(name))))
    found = found or [(entry, mark) for entry, mark in _find(key) if mark != "-"]  # "EU" is not the French town of Eu
    if not found and (bare := bare_name(key)):
        of_kind = [(entry, mark) for entry, mark in _find(bare[0]) if entry.kind in KINDS[bare[1]]]
        found = [(entry, mark) for entry, mark in of_kind if mark != "-"] or of_kind
    matches = {entry.id: Match(entry, mark != "~", _is_close(key, entry)) for entry, mark in reversed(found)}
    return tuple(sorted(matches.values(), key=lambda m: (-m.entry.population, m.entry.id)))


def _is_close(key: str, place: Entry) -> bool:
    main = place_key(place.name)
    return main.startswith(key + " ") or key.startswith(main + " ")


def _shortened(name: str) -> str:
    """A word that ends in a full stop, in capitals ("Calif." as "CALIF")."""
    return name.replace(".", "").replace(" ", "").upper() if name.endswith(".") else ""


def _find(key: str) -> Iterator[tuple[Entry, str]]:
    """The entries behind a key, each with the mark of its record ("=" for a city's main name)."""
    tables = _tables()
    for record in (tables.names.find(key) or "").split(";"):
        if record[:1] == ">":
            target, short = record[1:].rsplit(",", 1)
            main = (r for r in (tables.names.find(target) or "").split(";") if r.startswith(short + ","))
            yield from ((_city(target, r), "~") for r in main)
        elif record[:1] in {"=", "~", "-"} and record:
            yield _place(record[1:]), record[0]
        elif record:
            yield _city(key, record), "="


@lru_cache(maxsize=10_000)
def _place(code: str) -> Entry:
    tables = _tables()
    _, short, name, kind, country, parent, wikidata, population, latitude, longitude, seats = tables.rows[code]
    within = []
    while parent:
        within.append(iri(tables.rows[parent][1]))
        parent = tables.rows[parent][5]
    return Entry(
        id=iri(short),
        name=name,
        kind=kind,
        code=code,
        country=country or None,
        wikidata=wikidata or None,
        population=int(population),
        latitude=float(latitude) if latitude else None,
        longitude=float(longitude) if longitude else None,
        within=tuple(within),
        seats=tuple(iri("g" + number) for number in seats.split()),
    )


def _city(key: str, record: str) -> Entry:
    short, code, size, latitude, longitude, wikidata, name = record.split(",", 6)
    parent = _place(code)
    alone = parent.kind == "region" and iri(short) in parent.seats  # the region is little more than the city
    return Entry(
        id=iri(short),
        name=name or key.title(),
        kind="capital" if short in _tables().seats else "city",
        code=code,
        country=parent.country,
        wikidata=wikidata or None,
        population=round(10 ** (int(size) / 10)) if size != "0" else 0,
        latitude=int(latitude) / 100,
        longitude=int(longitude) / 100,
        within=parent.within if alone else (parent.id, *parent.within),
    )


def entry(id_or_code: str) -> Entry | None:
    """A country, region, continent, area or sea by its IRI or code ("RU", "RU.59"); cities are found by name alone."""
    tables = _tables()
    code = tables.codes.get(short(id_or_code), id_or_code)
    return _place(code) if code in tables.rows else None


@lru_cache(maxsize=10_000)
def people_of(name: str) -> Entry | None:
    """The country (or region) of an adjective or a people, or None where there is none or several.

    >>> people_of("North Koreans").name, people_of("French").name, people_of("Korean"), people_of("Somalian").name
    ('North Korea', 'France', None, 'Somalia')
    """
    key = place_key(name)
    found = [entry for entry, _ in _find("%" + key)]
    country = key.removesuffix("s").removesuffix("n")
    if not found and country.endswith("ia") and country != key:
        found = [entry for entry, mark in _find(country) if entry.kind == "country" and mark == "="]
    return _only(found)


def country_of(name: str) -> Entry | None:
    """The country that a name, an acronym, an adjective or a people stands for, if only one.

    >>> country_of("DPRK").name, country_of("Russians").name, country_of("Korean"), country_of("Paris")
    ('North Korea', 'Russia', None, None)
    """
    found = [match.entry for match in lookup(name) if match.entry.kind in KINDS["country"]]
    return _only(found) if found else people_of(name)


def capital_of(name: str) -> Entry | None:
    """The country whose capital or seat of government a name is, if only one; None for a country's own name.

    >>> capital_of("Pyongyang").name, capital_of("Kiev").name, capital_of("Singapore")
    ('North Korea', 'Ukraine', None)
    """
    tables = _tables()
    matches = [match.entry for match in lookup(name)]
    if any(entry.kind == "country" for entry in matches):
        return None
    by_main_name = [match.entry for match in lookup(name) if match.usual]
    seats = [entry for entry in by_main_name or matches if entry.kind == "capital"]
    if seats and max(entry.population for entry in seats) < min(_SMALL, matches[0].population / _OVERSHADOWED):
        return None  # Victoria is rather the state in Australia than the capital of the Seychelles
    return _only([_place(tables.seats[short(entry.id)]) for entry in seats])


def is_capital(name: str) -> bool:
    """Whether a name is that of one country's capital."""
    return capital_of(name) is not None


def contains(outer: Entry, inner: Entry) -> bool:
    """Whether one place lies in the other, as the table knows it.

    >>> contains(country_of("Russia"), lookup("Vladivostok")[0].entry)
    True
    """
    return outer.id in inner.within


def region_of(place: Entry) -> str:
    """Code of the first-level region that a place is or lies in, or an empty string."""
    parts = place.code.split(".")
    return ".".join(parts[:2]) if len(parts) > 1 else ""


def _only(entries: list[Entry]) -> Entry | None:
    """The one entry, or the one country among others."""
    found = {entry.id: entry for entry in entries if entry.kind == "country"} or {entry.id: entry for entry in entries}
    return next(iter(found.values())) if len(found) == 1 else None
