"""Counts and lengths as texts state them."""

from __future__ import annotations

import pytest

from kg.quantities import Quantity, read_count, read_length, read_number


@pytest.mark.parametrize(
    ("words", "before", "stated"),
    [
        ("12 people", "", "12"),
        ("Fourteen people", "", "14"),
        ("thirty-two", "", "32"),
        ("two hundred soldiers", "", "200"),
        ("two dozen soldiers", "more than ", "more than 24"),
        ("1,200 protesters", "More than ", "more than 1200"),
        ("1.5 million people", "", "1500000"),
        ("Some 200 soldiers", "", "about 200"),
        ("12 people", "killed at least ", "at least 12"),
        ("at least 12 people", "", "at least 12"),
        ("2000 people", "about ", "about 2000"),
    ],
)
def test_a_count_is_read_with_its_hedge(words: str, before: str, stated: str) -> None:
    count = read_count(words, before)
    assert count is not None
    assert count.words == stated


@pytest.mark.parametrize(
    "words",
    [
        "people",
        "a man",
        "several people",
        "12 others",
        "another 12 people",
        "the last two days",
        "2019",
        "12-year-old girl",
        "one of",
    ],
)
def test_what_gives_no_number_or_that_of_a_part_is_no_count(words: str) -> None:
    assert read_count(words) is None


def test_people_are_counted_however_they_are_called_and_others_by_their_noun() -> None:
    assert [
        found.of for words in ("12", "12 people", "one victim", "12 Russian soldiers", "3 men") if (found := read_count(words))
    ] == [
        *("", "", ""),
        "soldier",
        "man",
    ]


@pytest.mark.parametrize(
    ("left", "right", "agree"),
    [
        ("12", "12", True),
        ("12", "14", False),
        ("at least 12", "14", True),
        ("at least 12", "10", False),
        ("more than 12", "12", False),
        ("up to 12", "14", False),
        ("about 12", "14", True),
        ("about 12", "20", False),
    ],
)
def test_numbers_agree_where_both_can_be_true(left: str, right: str, agree: bool) -> None:
    first, second = (_count(f"{words} people") for words in (left, right))
    assert first.agrees(second) is second.agrees(first) is agree


def test_numbers_of_one_thing_are_near() -> None:
    assert _count("12").is_near(_count("30"))
    assert not _count("5").is_near(_count("130"))


@pytest.mark.parametrize(
    ("value", "words", "stated"),
    [
        ("PT2H", "two hours", "2 hours"),
        ("PT2H", "two-hour", "2 hours"),
        ("PT1H", "about an hour", "about 1 hour"),
        ("P1.5Y", "a year and a half", "1.5 years"),
    ],
)
def test_a_length_is_read_from_its_value_and_hedged_by_its_words(value: str, words: str, stated: str) -> None:
    length = read_length(value, words)
    assert length is not None
    assert length.words == stated


def test_lengths_agree_whatever_their_units() -> None:
    hours, day = read_length("PT24H", "24 hours"), read_length("P1D", "one day")
    assert hours is not None
    assert day is not None
    assert hours.agrees(day)


@pytest.mark.parametrize("value", ["PXD", "2023-09", "P1Y2M"])
def test_a_length_without_one_number_is_none(value: str) -> None:
    assert read_length(value, "some days") is None


@pytest.mark.parametrize(("words", "number"), [("at least 14", 14), ("a 24-hour trip", 24), ("hours", None)])
def test_the_first_number_of_words(words: str, number: float | None) -> None:
    assert read_number(words) == number


def _count(words: str) -> Quantity:
    count = read_count(words)
    assert count is not None
    return count
