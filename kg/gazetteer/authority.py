"""The user's own table of names: what it says wins over the built-in one.

CSV with the columns ``name``, ``aliases`` (parted by "|"), ``type`` (of the ontology) and ``id`` (an IRI), in any order.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import ConfigError
from kg.gazetteer.entry import Entry
from kg.gazetteer.keys import place_key
from kg.gazetteer.places import entry
from kg.ontology import load_ontology

_COLUMNS = ("name", "aliases", "type", "id")


@dataclass(frozen=True, slots=True)
class Authority:
    """Rows by type and folded name.

    >>> Authority().find("place", ["Moscow"]) is None
    True
    """

    rows: Mapping[tuple[str, str], Entry] = field(default_factory=dict)

    def find(self, type_: str, names: Iterable[str]) -> Entry | None:
        """The row for a thing of this type with one of these names, or None where there is none or several."""
        found = {row.id: row for name in names if (row := self.rows.get((type_, place_key(name))))}
        return next(iter(found.values())) if len(found) == 1 else None


def load_authority(path: Path) -> Authority:
    """Read the table.

    Raises:
        ConfigError: the file cannot be read, lacks a column, or a row is not complete; names file and line.
    """
    rows: dict[tuple[str, str], Entry] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            missing = [column for column in _COLUMNS if column not in (reader.fieldnames or ())]
            if missing:
                raise ConfigError(f"{path}: line 1: no column {missing[0]!r} (needed: {', '.join(_COLUMNS)})")
            for row in reader:
                place = f"{path}: line {reader.line_num}"
                made = _entry(row, place)
                for name in [row["name"], *row["aliases"].split("|")]:
                    other = rows.setdefault((row["type"], place_key(name)), made) if place_key(name) else made
                    if other.id != made.id:
                        raise ConfigError(f"{place}: {name!r} is {other.id} already")
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ConfigError(f"{path}: {error}") from error
    return Authority(rows)


def _entry(row: Mapping[str, str | None], place: str) -> Entry:
    if None in row.values() or None in row:
        raise ConfigError(f"{place}: has not {len(_COLUMNS)} fields")
    name, type_, id_ = (row[column] or "" for column in ("name", "type", "id"))
    if not place_key(name):
        raise ConfigError(f"{place}: no name")
    types = load_ontology().entities
    if type_ not in types:
        raise ConfigError(f"{place}: unknown type {type_!r} (known: {', '.join(sorted(types))})")
    if ":" not in id_ or any(c in id_ for c in ' <>"{}|\\^`'):
        raise ConfigError(f"{place}: {id_!r} is not an absolute IRI")
    known = entry(id_)
    return known or Entry(id_, name, "", "", None, None, 0, None, None, ())
