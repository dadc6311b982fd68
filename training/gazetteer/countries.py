"""Names, peoples and capitals of countries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from kg.gazetteer.keys import place_key
from training.gazetteer.sources import City, fact

_NAME_FIELDS = ("UNTERM English Short", "UNTERM English Formal", "official_name_en", "CLDR display name")


def country_names(record: dict[str, Any], codes: dict[str, str]) -> Iterator[str]:
    """What the Factbook and the United Nations call a country; a leading "!" marks an abbreviation."""
    for field in ("conventional short form", "conventional long form"):
        for name in re.split(r";|/", fact(record, "Government", "Country name", field))[:1]:
            yield re.sub(r"\s*\(.*?\)", "", name).strip()
    for field in _NAME_FIELDS:
        name = re.sub(r"\s*\(the\)|\*", "", codes.get(field, "")).strip()
        if name and " - " not in name and "," not in name and "(" not in name:
            yield re.sub(r"^the ", "", name)
    for part in re.split(r"\bor\b|\(|\)|/", fact(record, "Government", "Country name", "abbreviation")):
        if len(part.strip()) > 2:
            yield "!" + part.strip()
    if (iso3 := codes.get("ISO3166-1-Alpha-3", "")).strip():
        yield "!" + iso3


def peoples(record: dict[str, Any]) -> Iterator[str]:
    """Adjectives and nouns for a country's people, singular and plural, as the Factbook has them."""
    for kind in ("noun", "adjective"):
        text = fact(record, "People and Society", "Nationality", kind).split("; note")[0]
        for part in re.split(r",|;| or ", text):
            yield from _forms(part.strip())


def _forms(part: str) -> Iterator[str]:
    word = re.sub(r"\s*\(.*", "", part).removeprefix("or ").strip()
    if not word[:1].isupper() or word in {"Congo", "Taiwan"}:
        return
    yield word
    if "(s)" in part:
        yield word + "s"
    if "(men)" in part or "(women)" in part:
        yield re.sub("man$", "men", word)


def capitals(record: dict[str, Any], codes: dict[str, str], listed: str, cities: list[City]) -> list[int]:
    """Ids of a country's capitals and seats of government among its cities."""
    text = fact(record, "Government", "Capital", "name").split("; note")[0]
    names = [re.sub(r"\s*(\(.*?\)|is the .*| in Romanian.*)", "", part).strip() for part in re.split(r"[;,](?! D\.C)", text)]
    names += [codes.get("Capital", ""), listed]
    wanted = {place_key(name) for name in names if name} - {""}
    found: list[int] = []
    for key in sorted(wanted):
        fitting = [c for c in cities if key in {place_key(c.name), *map(place_key, c.aliases)}]
        exact = [c for c in fitting if place_key(c.name) == key] or fitting
        if exact:
            found.append(max(exact, key=lambda c: (c.population, -c.id)).id)
    return sorted(set(found))


def coordinates(record: dict[str, Any]) -> tuple[float, float] | None:
    """Degrees, from "54 00 N, 2 00 W"."""
    text = fact(record, "Geography", "Geographic coordinates")
    match = re.search(r"(\d+) (\d+) ([NS]),\s*(\d+) (\d+) ([EW])", text)
    if not match:
        return None
    a, b, ns, c, d, ew = match.groups()
    return (
        round((int(a) + int(b) / 60) * (1 if ns == "N" else -1), 2),
        round((int(c) + int(d) / 60) * (1 if ew == "E" else -1), 2),
    )
