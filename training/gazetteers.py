"""Names from open gazetteers, to put in the place of the names of the corpora."""

from __future__ import annotations

import csv
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from training import lists

FAMILY_FIRST = frozenset(lists.sequence("east_asian", "family_first"))
KOREAN = (lists.sequence("east_asian", "korean_family"), lists.sequence("east_asian", "korean_given"))
CHINESE = (lists.sequence("east_asian", "chinese_family"), lists.sequence("east_asian", "chinese_given"))
ORGANIZATIONS, FACILITIES = lists.sequence("templates", "organizations"), lists.sequence("templates", "facilities")
FIELDS, SUBJECTS = lists.sequence("templates", "fields"), lists.sequence("templates", "subjects")
ABBREVIATED = ("N.Korea", "S.Korea", "N. Korea", "S. Korea", "DPRK", "ROK", "UAE", "PRC", "UK", "US", "U.S.", "USA")
PARTICLES = ("al-", "Al-", "de ", "van ", "bin ", "von ")
LEADER_TITLES = lists.words("leader_titles")
NAME_COLUMNS = ("Romanized Name", "Localized Name")
ADJECTIVE_ENDS = ("an", "ish", "ese", "ian", "i", "ch", "ic")


@dataclass
class Gazetteer:
    """Name parts by country, leaders, cities, companies, demonyms."""

    given: dict[str, list[str]]
    family: dict[str, list[str]]
    leaders: list[str]
    cities: list[str]
    countries: list[str]
    demonyms: list[str]
    companies: list[str]


def _latin(word: str) -> bool:
    return bool(re.fullmatch(r"[A-Za-zÀ-ɏ'’. -]+", word))


def _parts(path: Path) -> dict[str, list[str]]:
    names: dict[str, list[str]] = defaultdict(list)
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            name = next((row[key].strip() for key in NAME_COLUMNS if row.get(key, "").strip()), "")
            if name and _latin(name):
                names[row["Country"]].append(name)
    return dict(names)


def _executive(folder: Path) -> list[str]:
    """Heads of state and of government; the source writes family names in capitals."""
    names = set()
    for path in sorted(folder.glob("*/*.json")):
        branch = json.loads(path.read_text(encoding="utf-8")).get("Government", {}).get("Executive branch", {})
        for key in ("chief of state", "head of government"):
            text = branch.get(key, {}).get("text", "") if isinstance(branch, dict) else ""
            for match in re.finditer(r"((?:[A-Z][a-z'’-]+ )+)((?:[A-Z][A-Z'’-]+ ?)+)", re.sub(r"<[^>]+>|&\w+;", "", text)):
                words = [word for word in match[1].split() if word.lower() not in LEADER_TITLES]
                names.add(" ".join([*words[-2:], match[2].strip().title()]))
    return sorted(name for name in names if " " in name and not name.endswith((" Ii", " Iii", " Iv")))


def load(folder: Path, demonyms: Iterable[str], countries: Iterable[str]) -> Gazetteer:
    """Everything from the gazetteer folder."""
    with (folder / "world_cities" / "data" / "world-cities.csv").open(encoding="utf-8", newline="") as file:
        rows = [row["name"] for row in csv.DictReader(file)]
    cities = [name for name in rows if _latin(name) and name[0].isupper() and name.count(" ") < 3]
    with (folder / "sp500" / "data" / "constituents.csv").open(encoding="utf-8", newline="") as file:
        companies = [re.sub(r" \(.*", "", row["Security"]) for row in csv.DictReader(file)]
    return Gazetteer(
        given=_parts(folder / "names_sigpwned" / "common-forenames-by-country.csv"),
        family=_parts(folder / "names_sigpwned" / "common-surnames-by-country.csv"),
        leaders=_executive(folder / "factbook"),
        cities=cities,
        countries=sorted(name.title() for name in countries if _latin(name) and name.isascii() and " and " not in name),
        demonyms=sorted(word.title() for word in demonyms if word.endswith(ADJECTIVE_ENDS) and not word.endswith("man")),
        companies=companies,
    )


def person(names: Gazetteer, rng: random.Random) -> str:
    """A person's name from any part of the world."""
    kind = rng.random()
    if kind < 0.1:
        return rng.choice(names.leaders)
    if kind < 0.3:
        return " ".join(rng.choice(part) for part in (KOREAN if kind < 0.2 else CHINESE))
    country = rng.choice(sorted(names.given.keys() & names.family.keys()))
    given, family = rng.choice(names.given[country]), rng.choice(names.family[country])
    if country in FAMILY_FIRST:
        return f"{family} {given}"
    return f"{given} {_middle(rng)}{family}"


def _middle(rng: random.Random) -> str:
    """What may stand between given name and family name; mostly nothing."""
    kind = rng.random()
    if kind < 0.06:
        return f"{rng.choice('ABCDEFGHJKLMNPRSTVW')}. "
    return rng.choice(PARTICLES) if kind < 0.12 else ""


def family_name(names: Gazetteer, rng: random.Random) -> str:
    """A family name alone."""
    if rng.random() < 0.15:
        return rng.choice(KOREAN[0] + CHINESE[0])
    return rng.choice(names.family[rng.choice(sorted(names.family))])


def place(names: Gazetteer, rng: random.Random) -> str:
    """A city or a country, some written "N.Korea"-style."""
    kind = rng.random()
    if kind < 0.06:
        return rng.choice(ABBREVIATED)
    return rng.choice(names.cities if kind < 0.7 else names.countries)


def fill(template: str, names: Gazetteer, rng: random.Random) -> str:
    """A name made from a template."""
    return template.format(
        field=rng.choice(FIELDS),
        subject=rng.choice(SUBJECTS),
        demonym=rng.choice(names.demonyms),
        city=rng.choice(names.cities),
        country=rng.choice(names.countries),
        company=rng.choice(names.companies),
        family=family_name(names, rng),
    )
