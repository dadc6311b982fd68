"""The user's own table of names."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import ConfigError
from kg.gazetteer.authority import load_authority

HEAD = "name,aliases,type,id\n"


def table(folder: Path, rows: str) -> Path:
    path = folder / "names.csv"
    path.write_text(rows, encoding="utf-8")
    return path


def test_a_row_is_found_by_its_name_and_aliases_in_any_spelling(tmp_path: Path) -> None:
    rows = load_authority(table(tmp_path, HEAD + "Ann Lee,A. Lee|Lee the Elder,person,https://example.org/lee\n"))
    for name in ("Ann Lee", "ANN LEE", "A Lee", "Lee the elder"):
        found = rows.find("person", [name])
        assert found is not None
        assert (found.id, found.name) == ("https://example.org/lee", "Ann Lee")


def test_a_row_is_for_its_type_alone(tmp_path: Path) -> None:
    rows = load_authority(table(tmp_path, HEAD + "Acme,,organization,https://example.org/acme\n"))
    assert rows.find("organization", ["Acme"])
    assert rows.find("person", ["Acme"]) is None


def test_names_of_two_rows_find_none(tmp_path: Path) -> None:
    rows = load_authority(table(tmp_path, HEAD + "Acme,,organization,urn:x:1\nApex,,organization,urn:x:2\n"))
    assert rows.find("organization", ["Acme", "Apex"]) is None


def test_an_id_of_the_gazetteer_brings_what_it_knows(tmp_path: Path) -> None:
    rows = load_authority(table(tmp_path, HEAD + "The Bear,,place,https://sws.geonames.org/2017370/\n"))
    found = rows.find("place", ["The Bear"])
    assert found is not None
    assert (found.country, found.wikidata) == ("RU", "Q159")


def test_columns_come_in_any_order(tmp_path: Path) -> None:
    rows = load_authority(table(tmp_path, "id,type,name,aliases\nurn:x:1,place,Ruritania,\n"))
    assert rows.find("place", ["Ruritania"])


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("name,type,id\n", "line 1: no column 'aliases'"),
        (HEAD + "Acme,,organization\n", "line 2: has not 4 fields"),
        (HEAD + "Acme,,organization,urn:x:1,more\n", "line 2: has not 4 fields"),
        (HEAD + ",,organization,urn:x:1\n", "line 2: no name"),
        (HEAD + "Acme,,firm,urn:x:1\n", "line 2: unknown type 'firm'"),
        (HEAD + "Acme,,organization,acme\n", "line 2: 'acme' is not an absolute IRI"),
        (HEAD + "A,,place,urn:x:1\nB,A,place,urn:x:2\n", "line 3: 'A' is urn:x:1 already"),
    ],
)
def test_a_wrong_row_is_named_by_file_and_line(tmp_path: Path, rows: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said) as error:
        load_authority(table(tmp_path, rows))
    assert "names.csv" in str(error.value)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"missing\.csv"):
        load_authority(tmp_path / "missing.csv")
