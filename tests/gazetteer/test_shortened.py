"""What firms, teams and landscapes are called in short."""

from __future__ import annotations

import pytest

from kg.gazetteer.shortened import short_firms, short_landscapes


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Northrop Grumman", {("northrop",)}),
        ("Philadelphia 76ers", {("76ers",)}),
        ("Portland Trail Blazers", {("trail", "blazers"), ("blazers",)}),
        ("Staunton Police Department", {("staunton", "police")}),
        ("Ohio State University", {("ohio", "state")}),
        ("New York University", set()),
        ("Zorvan Distribution", {("zorvan",)}),
        ("McAfee Labs", set()),
        ("Boston Herald", set()),
        ("Singapore Airlines", set()),
        ("Congress", set()),
    ],
)
def test_a_firm_or_team_has_the_short_names_that_tell_it(name: str, short: set[tuple[str, ...]]) -> None:
    assert set(short_firms(name)) == short


@pytest.mark.parametrize(
    ("name", "short"),
    [("Euphrates River", {("euphrates",)}), ("South China Sea", set()), ("Coron Island", set()), ("North Sea", set())],
)
def test_a_landscape_is_called_without_its_kind_where_the_rest_is_nothing_else(name: str, short: set[tuple[str, ...]]) -> None:
    assert set(short_landscapes(name)) == short
