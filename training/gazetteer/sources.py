"""The source files as records: cities and countries of GeoNames, names of regions, identifiers, the World Factbook."""

from __future__ import annotations

import csv
import html
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent


@dataclass(frozen=True)
class City:
    """A populated place of GeoNames (cities500)."""

    id: int
    name: str
    country: str
    region: str
    population: int
    latitude: float
    longitude: float
    aliases: tuple[str, ...]


def read_cities(geonames: Path) -> list[City]:
    """The cities in the order of their ids."""
    rows = json.loads((geonames / "cities500.json").read_text("utf-8")).values()
    cities = [
        City(
            row["geonameid"],
            row["name"],
            row["countrycode"],
            row["admin1code"],
            row["population"],
            row["latitude"],
            row["longitude"],
            tuple(a for a in row["alternatenames"] if a),
        )
        for row in rows
    ]
    return sorted(cities, key=lambda city: city.id)


def read_json(path: Path) -> Any:
    """A JSON file."""
    return json.loads(path.read_text("utf-8"))


def read_region_names(world_cities: Path, cities: list[City]) -> dict[str, str]:
    """Code of a region ("RU.59") -> its name, told from the cities that lie in it."""
    by_id = {city.id: city for city in cities}
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    with (world_cities / "data/world-cities.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            city = by_id.get(int(row["geonameid"]))
            if city and row["subcountry"]:
                votes[f"{city.country}.{city.region}"][row["subcountry"]] += 1
    return {code: min(names, key=lambda n: (-names[n], n)) for code, names in sorted(votes.items())}


def read_territories(rigour: Path) -> dict[str, dict[str, Any]]:
    """Code of a territory ("ru", "ru_pri") -> names and Wikidata id."""
    files = sorted((rigour / "resources/territories").glob("*.yml"))
    return {file.stem: yaml.safe_load(file.read_text("utf-8")) for file in files}


def read_codes(country_codes: Path) -> dict[str, dict[str, str]]:
    """ISO code -> the row of the table of country codes."""
    with (country_codes / "data/country-codes.csv").open(encoding="utf-8") as file:
        return {row["ISO3166-1-Alpha-2"]: row for row in csv.DictReader(file) if row["ISO3166-1-Alpha-2"].strip()}


def read_factbook(factbook: Path) -> dict[str, dict[str, Any]]:
    """FIPS code -> the country's record."""
    return {file.stem.upper(): read_json(file) for file in sorted(factbook.glob("*/*.json")) if file.parent.name != "meta"}


def fact(record: dict[str, Any], *path: str) -> str:
    """A text of the Factbook, or an empty string."""
    value: Any = record
    for step in path:
        value = value.get(step, {}) if isinstance(value, dict) else {}
    text = value.get("text", "") if isinstance(value, dict) else ""
    text = html.unescape(re.sub(r"<[^>]+>", " ", text or ""))
    return "" if text.strip().lower() in {"none", "na"} else text.strip()


def read_table(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table beside this file."""
    with (HERE / f"{name}.csv").open(encoding="utf-8") as file:
        yield from csv.DictReader(file)
