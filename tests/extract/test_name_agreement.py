"""One type for equal names of an article: what most speaks for it, and where two may differ."""

from __future__ import annotations

import pytest

from kg.extract.mentions import find_names
from tests.parse import mark


def types_of(surface: str, *paragraphs: str) -> list[str]:
    """The types that the mentions of a name get, in the order of the text."""
    parsed = mark(*paragraphs)
    found = find_names(parsed.article, parsed.passages, {})
    return [name.type for name in found if parsed.text[name.span.start : name.span.end] == surface]


def test_a_sure_name_outweighs_several_unsure_ones() -> None:
    lines = ["In [Vorik](place 0.9) it rained.", "[Vorik](person 0.43) was hit.", "They saw [Vorik](person 0.44)."]
    assert types_of("Vorik", *lines) == ["place"] * 3


def test_as_sure_names_are_counted() -> None:
    lines = ["In [Vorik](place 0.9) it rained.", "[Vorik](person 0.9) was hit.", "They saw [Vorik](person 0.9)."]
    assert types_of("Vorik", *lines) == ["person"] * 3


def test_a_persons_full_name_says_what_the_surname_is() -> None:
    lines = ["[Ann LaSalle](person 0.9) drove.", "They stopped [LaSalle](place 0.8).", "[LaSalle](place 0.8) fled."]
    assert types_of("LaSalle", *lines) == ["person"] * 2


def test_a_large_place_and_a_person_may_share_a_name() -> None:
    lines = ["[Ann Houston](person 0.9) flew.", "She left [Houston](place 0.97).", "[Houston](person 0.95) was glad."]
    assert types_of("Houston", *lines) == ["place", "person"]


def test_a_firms_full_name_says_what_the_short_one_is() -> None:
    lines = [
        "[Zor Bingus Group PLC](organization 0.9) flies.",
        "[Zor Bingus](person 0.9) grew.",
        "[Zor Bingus](person 0.5) fell.",
    ]
    assert types_of("Zor Bingus", *lines) == ["organization"] * 2


def test_a_well_known_body_is_one() -> None:
    assert types_of("GOP", "He left the [GOP](place 0.5).") == ["organization"]


def test_a_regions_name_of_several_words_is_a_place_and_one_of_a_single_word_need_not_be() -> None:
    assert types_of("New Jersey", "It blocked a [New Jersey](organization 0.5) firm.") == ["place"]
    assert types_of("Mary", "It was a Hail [Mary](person 0.5).") == ["person"]


def test_a_works_title_stays_one_beside_the_place_that_it_is_called_after() -> None:
    lines = [
        'He starred in the film "[Australia](place 0.9)," shot there.',
        "[Australia](place 0.9) is hot.",
        "[Australia](place 0.9) won.",
    ]
    assert types_of("Australia", *lines) == ["product", "place", "place"]


def test_a_firms_kind_says_that_its_first_word_alone_is_the_firm_but_for_a_large_town() -> None:
    assert types_of("Lenox", "[Lenox Healthcare](organization 0.9) grew.", "[Lenox](person 0.9) fell.") == ["organization"]
    assert types_of("Qatar", "[Qatar Airways](organization 0.9) grew.", "It flew to [Qatar](place 0.9).") == ["place"]


def test_the_number_behind_a_persons_surname_is_none() -> None:
    lines = ["[Ann Zorvan III](person 0.9) drove.", "They stopped [Zorvan](organization 0.5)."]
    assert types_of("Zorvan", *lines) == ["person"]


def test_an_acronym_is_what_the_name_is_that_it_stands_for() -> None:
    law = "The [Justice Against Sponsors of Terrorism Act](product 0.9) passed."
    assert types_of("JASTA", law, "He vetoed [JASTA](organization 0.5).") == ["product"]
    assert types_of("JASTB", law, "He vetoed [JASTB](organization 0.5).") == ["organization"]


def test_a_place_that_nobody_knows_may_be_a_given_name_misspelt() -> None:
    lines = ["[Terence Vorik](person 0.9) fell.", "They saw [Terrence](place 0.5)."]
    assert types_of("Terrence", *lines) == ["person"]


@pytest.mark.parametrize("town", ["Florence", "Terrville"])
def test_a_place_that_is_known_or_another_name_stays_one(town: str) -> None:
    lines = ["[Florance Vorik](person 0.9) fell.", f"They saw [{town}](place 0.5)."]
    assert types_of(town, *lines) == ["place"]
