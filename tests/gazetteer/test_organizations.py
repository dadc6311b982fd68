"""Organizations by their names and acronyms."""

from __future__ import annotations

from importlib.resources import files

import pytest

from kg.gazetteer import organization


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("UN", "United Nations"),
        ("the U.N.", "United Nations"),
        ("United Nations", "United Nations"),
        ("NATO", "North Atlantic Treaty Organization"),
        ("Nato", "North Atlantic Treaty Organization"),
        ("BET", "Black Entertainment Television"),
        ("Homeland Security", "Department of Homeland Security"),
        ("KCNA", "Korean Central News Agency"),
        ("World Health Organisation", "World Health Organization"),
    ],
)
def test_a_name_and_its_acronym_are_one(name: str, full: str) -> None:
    assert organization(name) == full


@pytest.mark.parametrize("name", ["RSF", "Bet", "Homeland Security Investigations", "Un", "who", "Nations", ""])
def test_what_is_open_is_none(name: str) -> None:
    assert organization(name) is None


def test_every_row_is_found_by_its_own_name() -> None:
    rows = (files("kg.gazetteer") / "organizations.tsv").read_text("utf-8").splitlines()
    names = [row.split("\t")[0] for row in rows]
    assert [organization(name) for name in names] == names
