"""Bodies that every country has: what they are and whose."""

from __future__ import annotations

import pytest

from kg.gazetteer import national_body, owner_beside, usual_owner


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Department of Defense", "Defence Department"),
        ("Foreign Ministry", "Ministry of Foreign Affairs"),
        ("US Air Force", "United States Air Force"),
        ("USAF", "U.S. Air Force"),
        ("Russian Foreign Ministry", "Ministry of Foreign Affairs of Russia"),
    ],
)
def test_one_body_in_other_words_is_one(left: str, right: str) -> None:
    assert national_body(left) == national_body(right) is not None


@pytest.mark.parametrize(("left", "right"), [("US Air Force", "UAE Air Force"), ("Foreign Ministry", "Finance Ministry")])
def test_two_bodies_are_two(left: str, right: str) -> None:
    assert national_body(left) != national_body(right)


@pytest.mark.parametrize("name", ["Kremlin", "Police Department", "Department", "European Commission", "Royal Air Force"])
def test_what_is_not_every_countrys_is_no_such_body(name: str) -> None:
    assert national_body(name) is None


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Russia's Defense Ministry", "RU"),
        ("the South Korean Defense Ministry", "KR"),
        ("the Defense Ministry of South Africa's", "ZA"),
        ("the Defense Ministry said", ""),
        ("Georgia's Defense Ministry", ""),
    ],
)
def test_the_country_beside_a_body_is_whose_it_is(text: str, country: str) -> None:
    start = text.index("Defense")
    assert owner_beside(text, start, start + len("Defense Ministry")) == country


@pytest.mark.parametrize(
    ("name", "nation", "owner"),
    [
        ("State Department", "KP", "US"),
        ("State Department", "IE", "US"),
        ("Justice Department", "MM", "US"),
        ("Department of Justice", "PH", "PH"),
        ("Defense Ministry", "GB", "GB"),
    ],
)
def test_a_department_without_a_country_is_of_one_that_has_departments(name: str, nation: str, owner: str) -> None:
    body = national_body(name)
    assert body is not None
    assert usual_owner(body, nation) == owner
