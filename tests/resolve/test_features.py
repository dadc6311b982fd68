"""Clues for and against two profiles being one."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Link
from kg.resolve.features import (
    FEATURES,
    Feature,
    compare_aliases,
    compare_facilities,
    compare_links,
    compare_nations,
    compare_officials,
    compare_person_names,
    compare_thing_names,
)
from kg.resolve.profiles import Profile

_NAMES = [
    "Ann Lee", "Ann", "Lee", "A. Lee", "Ann Maria Lee", "Bob Lee", "Lee Ann", "World Grain Union", "WGU", "the WGU",
    "Northgate", "--",
    "Northgate Cosmodrome", "Northgate Spaceport", "Northgate Airport", "Acme", "Acme Inc.", "N. Korea", "North Korea",
]  # fmt: skip


def entry(name: str) -> Link:
    return Link(f"https://places.example/{name}", name, "city", None, None, None, None, (), 0.9)


def profile(
    *names: str, sort: str = "person", number: int = 0, link: Link | None = None, official: str | None = None
) -> Profile:
    type_ = "facility" if sort == "thing" else sort
    return Profile(sort, Counter(names), Counter({type_: len(names)}), ((number, "e0"),), link=link, official=official)


profiles = st.builds(
    lambda names, sort, number, link, official: profile(*names, sort=sort, number=number, link=link, official=official),
    st.lists(st.sampled_from(_NAMES), min_size=1, max_size=3),
    st.sampled_from(["person", "thing", "group", "product"]),
    st.integers(0, 2),
    st.sampled_from([None, entry("Oslo"), entry("Rome")]),
    st.sampled_from([None, "World Grain Union", "World Bank"]),
)


def score(left: Profile, right: Profile, look: object) -> float | None:
    clue = look(left, right)  # type: ignore[operator]
    return clue.score if clue else None


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.name)
@given(profiles, profiles)
def test_a_clue_is_as_strong_from_both_sides(feature: Feature, left: Profile, right: Profile) -> None:
    assert score(left, right, feature.look) == score(right, left, feature.look)


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.name)
@given(profiles, profiles)
def test_a_clue_lies_in_range_and_gives_a_reason(feature: Feature, left: Profile, right: Profile) -> None:
    clue = feature.look(left, right)
    assert clue is None or (-1 <= clue.score <= 1 and clue.reason.strip())


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.name)
@given(st.sampled_from(_NAMES), st.sampled_from(["person", "thing", "group", "product"]))
def test_nothing_forbids_that_a_profile_is_itself(feature: Feature, name: str, sort: str) -> None:
    same = profile(name, sort=sort, link=entry("Oslo"), official="World Bank")
    assert (score(same, same, feature.look) or 0) > -1


def test_a_reason_reads_the_same_from_both_sides() -> None:
    left, right = profile("Ann Lee", "Zoe Bo"), profile("Bo Zoe", "Lee Ann")
    assert compare_person_names(left, right) == compare_person_names(right, left)


def test_every_feature_has_a_name_of_its_own() -> None:
    assert len({feature.name for feature in FEATURES}) == len(FEATURES)


# ---- persons -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (["Ann Lee"], ["Ann Lee"], 1.0),
        (["Ann Lee"], ["Lee Ann"], 1.0),
        (["Ann Lee"], ["Ann Maria Lee"], 0.85),
        (["Ann Lee"], ["A. Lee"], 0.7),
        (["Ann Lee"], ["Lee"], 0.4),
        (["Ann Lee"], ["Bob Lee"], -1.0),
        (["Sergei Lavrov"], ["Sergey Lavrov"], 0.85),
        (["Antoine Gizenga"], ["Antione Gizenga"], 0.6),
        (["Anna Ivanov"], ["Anna Ivanova"], -1.0),
        (["Ursula von der Leyen"], ["von der Leyen"], 0.4),
        (["Ann Lee", "Lee"], ["Bob Lee", "Lee"], -1.0),
        (["Ann Lee", "Bob Lee"], ["Ann Lee"], -1.0),
    ],
)  # fmt: skip
def test_persons_names(left: list[str], right: list[str], expected: float | None) -> None:
    assert score(profile(*left), profile(*right), compare_person_names) == expected


def test_a_persons_name_says_nothing_of_things() -> None:
    assert compare_person_names(profile("Ann Lee"), profile("Ann Lee", sort="thing")) is None


def test_the_reason_shows_both_names() -> None:
    clue = compare_person_names(profile("Ann Lee"), profile("A. Lee"))
    assert clue is not None and "Ann Lee" in clue.reason and "A. Lee" in clue.reason


# ---- things ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Acme Inc.", "Acme", 1.0),
        ("World Grain Union", "WGU", 0.7),
        ("Defence Council of Kharkiv", "Defence Council of Kharkyv", 0.75),
        ("North Korea", "South Korea", None),
        ("Northgate", "Northgate Airport", None),
    ],
)
def test_names_of_things(left: str, right: str, expected: float | None) -> None:
    assert score(profile(left, sort="thing"), profile(right, sort="thing"), compare_thing_names) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Northgate Cosmodrome", "Northgate Spaceport", 0.9),
        ("Northgate Cosmodrome", "Northgate Airport", -1.0),
        ("Northgate Cosmodrome", "Eastgate Cosmodrome", None),
        ("Northgate Cosmodrome", "Northgate", None),
        ("Cosmodrome", "Spaceport", None),
    ],
)
def test_facilities(left: str, right: str, expected: float | None) -> None:
    assert score(profile(left, sort="thing"), profile(right, sort="thing"), compare_facilities) == expected


# ---- links and bodies --------------------------------------------------------------------------------------------


def test_one_entry_is_one_thing_and_two_are_two() -> None:
    oslo, rome, none = profile("Oslo", link=entry("Oslo")), profile("Rome", link=entry("Rome")), profile("Oslo")
    assert score(oslo, oslo, compare_links) == 1.0
    assert score(oslo, rome, compare_links) == -1.0
    assert score(oslo, none, compare_links) is None


def test_two_known_bodies_are_never_one() -> None:
    un, council = profile("UN", official="United Nations"), profile("UN", official="United Nations Security Council")
    assert score(un, council, compare_officials) == -1.0
    assert score(un, un, compare_officials) == 1.0


def test_bodies_that_every_country_has_are_two_where_the_countries_are() -> None:
    here, there = (replace(profile("Foreign Ministry", sort="thing"), nation=nation) for nation in ("FR", "CN"))
    assert score(here, there, compare_nations) == -1.0
    assert score(here, here, compare_nations) is None


# ---- aliases -----------------------------------------------------------------------------------------------------


def test_an_article_that_calls_one_by_the_others_name_speaks_for_one() -> None:
    left, right = profile("World Grain Union", "Grain House", sort="thing"), profile("Grain House", sort="thing", number=1)
    assert score(left, right, compare_aliases) == 0.9


def test_an_article_that_speaks_of_both_speaks_against() -> None:
    left, right = profile("World Grain Union", "Grain House", sort="thing"), profile("Grain House", sort="thing")
    assert score(left, right, compare_aliases) == 0.3


def test_an_acronym_in_common_is_no_alias() -> None:
    left, right = profile("World Grain Union", "WGU", sort="thing"), profile("WGU", sort="thing", number=1)
    assert compare_aliases(left, right) is None
