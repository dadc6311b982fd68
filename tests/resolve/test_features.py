"""Clues for and against two profiles being one."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.features import (
    FEATURES,
    Feature,
    compare_company,
    compare_facilities,
    compare_person_names,
    compare_thing_names,
)
from kg.resolve.profiles import Profile

_NAMES = [
    "Ann Lee", "Ann", "Lee", "A. Lee", "Ann Maria Lee", "Bob Lee", "Lee Ann", "World Grain Union", "WGU", "the WGU",
    "Northgate", "--",
    "Northgate Cosmodrome", "Northgate Spaceport", "Northgate Airport", "Acme", "Acme Inc.", "N. Korea", "North Korea",
]  # fmt: skip


def profile(*names: str, sort: str = "person", company: frozenset[str] = frozenset(), number: int = 0) -> Profile:
    type_ = "facility" if sort == "thing" else sort
    return Profile(sort, Counter(names), Counter({type_: len(names)}), ((number, "e0"),), frozenset({number}), company)


profiles = st.builds(
    lambda names, sort, company: profile(*names, sort=sort, company=company),
    st.lists(st.sampled_from(_NAMES), min_size=1, max_size=3),
    st.sampled_from(["person", "thing", "group", "product"]),
    st.frozensets(st.sampled_from(["oslo", "rome", "bob ray", "acme"])),
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
@given(profiles)
def test_nothing_forbids_that_a_profile_is_itself(feature: Feature, same: Profile) -> None:
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
        (["Ann Lee"], ["A. Lee"], 0.85),
        (["Ann Lee"], ["Lee"], 0.4),
        (["Ann Lee"], ["Bob Lee"], -1.0),
        (["Ann Lee"], ["Ray"], None),
        (["Ray"], ["Lee"], -1.0),
        pytest.param(
            ["Ann Lee", "Lee"], ["Bob Lee", "Lee"], -1.0,
        ),
        (["Ann Lee", "Bob Lee"], ["Ann Lee"], 1.0),
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
        ("World Grain Union", "WGU", 0.75),
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


# ---- company -----------------------------------------------------------------------------------------------------


def test_company_in_common_speaks_for_one_the_more_of_it_there_is() -> None:
    one, two = frozenset({"oslo"}), frozenset({"oslo", "bob ray"})
    assert score(profile("Lee", company=one), profile("Lee", company=two), compare_company) == pytest.approx(0.3)
    assert score(profile("Lee", company=two), profile("Lee", company=two), compare_company) == pytest.approx(0.4)


def test_no_company_in_common_says_nothing() -> None:
    assert compare_company(profile("Lee", company=frozenset({"oslo"})), profile("Lee", company=frozenset({"rome"}))) is None


def test_company_alone_never_makes_one_of_two() -> None:
    crowd = frozenset(map(str, range(1000)))
    assert (score(profile("Lee", company=crowd), profile("Lee", company=crowd), compare_company) or 0) <= 0.5
