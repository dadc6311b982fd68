"""What sort of thing a name is, where articles or the pipeline disagree, by the entities that come of it."""

from __future__ import annotations

import pytest

from tests.resolve.test_context import with_name


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        (
            "Aer Lingus",
            "[Aer Lingus Group PLC](organization) hired [Bob Ray](person).",
            "[Aer Lingus](person) and [Bob Ray](person) met.",
        ),
        ("INS Mysore", "[INS Mysore](organization) left.", "[INS Mysore](product) came."),
        ("INS Mysore", "[INS Mysore](product) left.", "[Indian Naval Ship Mysore](organization) came."),
        ("JASTA", "The [Justice Against Sponsors of Terrorism Act](product) passed.", "[JASTA](organization) failed."),
        ("Nafta", "The [North American Free Trade Agreement](product) holds.", "[Nafta](organization) is old."),
        ("Airbus 380", "The [Airbus A380](product) flew.", "The [Airbus 380](product) landed."),
        ("Western", "[Western](group) states paid.", "[Westerners](group) came."),
        ("Ford Motor Company", "[Ford Motors Co.](organization) grew.", "[Ford Motor Company](organization) fell."),
        ("Ann Lee III", "[Ann Lee](person) left.", "[Ann Lee III](person) came."),
        ("LA Marathon", "The [Los Angeles Marathon](event) began.", "The [LA Marathon](event) ended."),
    ],
)
def test_names_of_one_thing(name: str, one: str, other: str) -> None:
    (found,) = with_name(name, one, other)
    assert all(any(f"[{alias}]" in text for alias in found) for text in (one, other))


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("Pan Am", "[Pan Am](person) left.", "[Pan Pacific Group](organization) grew."),
        ("INS", "[INS Mysore](product) left.", "[INS](organization) came."),
        ("ACT", "The [Clean Air Act](product) passed.", "[ACT](organization) grew."),
        ("CAA", "The [Clean Air Act](product) passed.", "[CAA](organization) grew."),
        ("Boeing 380", "The [Airbus A380](product) flew.", "The [Boeing 380](product) landed."),
        ("Western", "[Western](group) states paid.", "[Eastern](group) states paid."),
        ("Ann Lee Sr.", "[Ann Lee Jr.](person) left.", "[Ann Lee Sr.](person) came."),
        ("Ann Lee Jr.", "[Ann Lee Jr.](person) left.", "[Bob Lee Jr.](person) came."),
        ("NYC Marathon", "The [Los Angeles Marathon](event) began.", "The [NYC Marathon](event) ended."),
    ],
)
def test_names_of_two_things(name: str, one: str, other: str) -> None:
    assert with_name(name, one, other) == [{name}]
