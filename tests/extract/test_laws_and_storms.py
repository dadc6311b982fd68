"""Names told from a noun in them: laws, treaties and storms."""

from __future__ import annotations

import pytest

from kg.extract.mentions import find_names
from tests.parse import read


def names_of(*lines: str) -> list[tuple[str, str]]:
    """Text and type of the names of an article of such sentences; who governs whom in them plays no part."""
    parsed = read(*(" ".join([first, *(f"{token}/dep>1" for token in rest)]) for first, *rest in map(str.split, lines)))
    found = find_names(parsed.article, parsed.passages, {})
    return [(parsed.text[name.span.start : name.span.end], name.type) for name in found]


# ---- laws ----------------------------------------------------------------------------------------------------------


def test_a_laws_nickname_is_its_name_and_that_of_a_person_is_not() -> None:
    assert names_of("They saw Obamacare@organization .") == [("Obamacare", "product")]
    assert names_of("They saw Obama@person .") == [("Obama", "person")]


@pytest.mark.parametrize(
    ("sentence", "law"),
    [
        ("They saw the Clean Air Act .", "Clean Air Act"),
        ("They saw the Clean Water and Air Act .", "Clean Water and Air Act"),
        ("They saw the Treaty of Lorvik .", "Treaty of Lorvik"),
        ("They saw the Lorvik@place Treaty .", "Lorvik Treaty"),
        ("They saw the Convention on the Law of the Sea .", "Convention on the Law of the Sea"),
        ("They saw the Bill of Rights .", "Bill of Rights"),
        ("They saw the Constitution .", "Constitution"),
        ("They saw the French.JJ Constitution .", "Constitution"),
        ("They saw their Constitution .", "Constitution"),
        ("They saw the North American Trade Agreement .", "North American Trade Agreement"),
        ("They saw Title IX .", "Title IX"),
    ],
)
def test_what_a_noun_for_a_law_names_is_one_name(sentence: str, law: str) -> None:
    assert names_of(sentence) == [(law, "product")]


@pytest.mark.parametrize(
    "sentence",
    [
        "They saw the Act .",
        "They saw the act.NN of Rome .",
        "They saw a Constitution .",
        "Constitution talks opened .",
        "They saw the National Convention .",
        "They saw Clean Act Center .",
        "They saw Buffalo Bill .",
        "They saw the Act on Capitol Hill .",
        "They saw the Convention on Monday .",
    ],
)
def test_a_noun_for_a_law_alone_or_within_another_name_names_none(sentence: str) -> None:
    assert names_of(sentence) == []


def test_another_name_before_and_is_no_part_of_a_laws() -> None:
    names = names_of("They saw Lorvik@organization and the Clean Air Act .")
    assert names == [("Lorvik", "organization"), ("Clean Air Act", "product")]


# ---- storms --------------------------------------------------------------------------------------------------------


def test_a_storms_name_has_its_noun_and_is_the_storms_alone_too() -> None:
    names = names_of("They saw Hurricane Ida@person .", "They saw Ida@person again.RB .", "They saw Ida .")
    assert names == [("Hurricane Ida", "event"), ("Ida", "event"), ("Ida", "event")]


def test_a_tropical_storm_has_its_adjective() -> None:
    assert names_of("They saw Tropical Storm Ida .") == [("Tropical Storm Ida", "event")]


def test_a_storms_name_alone_may_be_a_persons_of_the_article() -> None:
    names = names_of("They saw Hurricane Ida .", "Ida@person Lee@person left.VBD .", "They saw Ida@person .")
    assert names == [("Hurricane Ida", "event"), ("Ida Lee", "person"), ("Ida", "person")]


@pytest.mark.parametrize("sentence", ["They saw the National Hurricane Center .", "They saw Typhoon Jets Club ."])
def test_a_storms_noun_within_another_name_names_no_storm(sentence: str) -> None:
    assert names_of(sentence) == []
