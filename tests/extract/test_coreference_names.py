"""Which names of an article are one thing, and the reasons that are given for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.coreference.names import NameLinks, link_names
from kg.extract.coreference.shortenings import short_forms
from tests.parse import mark


def links(*paragraphs: str) -> NameLinks:
    """The chains and joins of the names of an article."""
    parsed = mark(*paragraphs)
    return link_names(parsed.text, sorted(parsed.names()))


def numbers(*paragraphs: str) -> list[int]:
    """The chain of each name, counted from 0 in the order of the text."""
    chains = links(*paragraphs).chains
    return [list(dict.fromkeys(chains)).index(chain) for chain in chains]


# ---- persons -----------------------------------------------------------------------------------------------------


def test_a_surname_with_particles_joins_its_full_name() -> None:
    assert numbers("[Anna von der Heyde](person) came.", "[von der Heyde](person) left.") == [0, 0]


def test_the_bare_end_of_a_surname_with_particles_joins_too() -> None:
    assert numbers("[Anna van Dorp](person) came.", "[Dorp](person) left.") == [0, 0]


def test_a_surname_goes_on_meaning_who_was_called_so_before_a_namesake_appeared() -> None:
    assert numbers("[Park Min-ji](person) came.", "[Park](person) met [Park Ha-na](person).", "[Park](person) left.") == [
        0,
        0,
        1,
        0,
    ]


def test_a_title_of_another_gender_bars_the_join() -> None:
    assert numbers("[Angela Lee](person) came.", "Mr. [Lee](person) left.") == [0, 1]


# ---- things ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("[North Korea](place)", "[DPRK](place)"),
        ("[United States](place)", "[America](place)"),
        ("[United Nations](organization)", "[UN](organization)"),
        ("[Joint Chiefs of Staff](organization)", "[Joint Chiefs](organization)"),
        ("[US Congress](organization)", "[Congress](organization)"),
        ("[Russian Far East](place)", "[Far East](place)"),
        ("[Zorvan Technologies](organization)", "[Zorvan](organization)"),
        ("[Zorvan Inc.](organization)", "[Zorvan](organization)"),
        ("[European Commission](organization)", "[Commission](organization)"),
        ("[Zorvan Cosmodrome](facility)", "[Zorvan](place)"),
        ("[Hurricane Zorva](event)", "[Zorva](event)"),
        ("[UN Security Council](organization)", "[Security Council](organization)"),
        ("[North Korea](place)", "[North](place)"),
        ("[Zorvan Capital Management](organization)", "[Zorvan](organization)"),
    ],
)
def test_short_and_other_names_of_one_thing(first: str, second: str) -> None:
    assert numbers(f"{first} won.", f"{second} lost.") == [0, 0]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("[Sochi Airport](facility)", "[Sochi](place)", id="an airport is not its town"),
        pytest.param("[South Korea](place)", "[DPRK](place)", id="another country"),
        pytest.param("[South Korea](place)", "[North](place)", id="the other half"),
        pytest.param("[South Africa](place)", "[South](place)", id="no half of a land"),
        pytest.param("[Zorvan Technologies](organization)", "[Technologies](organization)", id="the kind alone"),
        pytest.param("[John Zorvan](person)", "[Zorvan Square](facility)", id="who a square is named for"),
    ],
)
def test_names_of_two_things_stay_apart(first: str, second: str) -> None:
    assert numbers(f"{first} won.", f"{second} lost.") == [0, 1]


def test_a_short_form_of_two_names_joins_neither() -> None:
    assert numbers("[US Congress](organization) and [Zorvan Congress](organization).", "[Congress](organization).") == [0, 1, 2]


def test_an_acronym_in_brackets_need_not_be_made_of_initials_alone() -> None:
    assert numbers("The [Zorvan Statistics Administration](organization) ([ZStA](organization)) said so.") == [0, 0]


def test_a_capital_that_stands_for_a_government_is_not_the_city() -> None:
    parsed = mark("[Moscow](place) agreed in [Moscow](place).", "[Moscow](place) agreed.")
    assert link_names(parsed.text, sorted(parsed.names()), metonyms={0, 2}).chains == [0, 1, 0]


def test_an_adjective_refers_to_nothing_by_itself() -> None:
    parsed = mark("A [Dutch](group) firm bought a [Dutch](group) bank.")
    assert link_names(parsed.text, sorted(parsed.names()), alone={0, 1}).chains == [0, 1]


# ---- reasons -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second", "rule"),
    [
        ("[Ann Lee](person)", "[Ann Lee](person)", "name"),
        ("[Ann Lee](person)", "[Lee](person)", "surname"),
        ("[Ann Maria Lee](person)", "[Ann Lee](person)", "variant"),
        ("[World Grain Union](organization)", "[WGU](organization)", "acronym"),
        ("[North Korea](place)", "[DPRK](place)", "country"),
        ("[United Nations](organization)", "[UN](organization)", "organization"),
        ("[US Congress](organization)", "[Congress](organization)", "body"),
        ("[Zorvan Congress](organization)", "[Congress](organization)", "short form"),
        ("[Zorvan Cosmodrome](facility)", "[Zorvan Spaceport](facility)", "facility"),
    ],
)
def test_every_join_says_its_rule_and_both_names(first: str, second: str, rule: str) -> None:
    (join,) = links(f"{first} won.", f"{second} lost.").joins
    assert (join.left, join.right, join.rule) == (0, 1, rule)
    assert first[1 : first.index("]")] in join.reason
    assert second[1 : second.index("]")] in join.reason


NAMES = st.sampled_from(
    [
        "[Ann Lee](person)",
        "[Lee](person)",
        "[Bob Lee](person)",
        "[UN](organization)",
        "[United Nations](organization)",
        "[Oslo](place)",
    ]
)


@given(st.lists(NAMES, max_size=12))
def test_the_joins_are_a_tree_over_each_chain(names: list[str]) -> None:
    found = links(*(f"{name} came." for name in names))
    assert len(found.joins) == len(names) - len(set(found.chains))
    for join in found.joins:
        assert join.left < join.right
        assert found.chains[join.left] == found.chains[join.right]


def test_a_name_is_no_short_form_of_itself() -> None:
    assert short_forms("Congress", "organization") == ()


@pytest.mark.parametrize("name", ["Hurricane Ida", "Tropical Storm Ida", "Superstorm Ida"])
def test_a_storm_is_called_by_its_own_name_alone(name: str) -> None:
    assert short_forms(name, "event") == (("ida",),)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Lenox Healthcare", ("lenox",)),
        ("House Intelligence Committee", ("intelligence", "committee")),
        ("Court of Appeals for the Sixth Circuit", ("sixth", "circuit")),
        ("MV Gibe", ("gibe",)),
    ],
)
def test_an_organization_is_called_by_what_tells_it(name: str, short: tuple[str, ...]) -> None:
    assert short in short_forms(name, "organization")


def test_a_firm_is_not_called_by_a_large_towns_name() -> None:
    assert ("chicago",) not in short_forms("Chicago Airlines", "organization")


def test_bodies_of_two_countries_are_two_though_they_have_one_name() -> None:
    chains = numbers("South Korea's [Foreign Ministry](organization) and Japan's [Foreign Ministry](organization).")
    assert len(set(chains)) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("[Boeing 787 Dreamliner](product)", "[Dreamliner](product)"),
        ("[Airbus A380](product)", "[A380s](product)"),
        ("[Lockheed Martin](organization)", "[Lockheed](organization)"),
        ("[Communist Party of Zorvan](organization) ([PCZ](organization))", "[PCZ](organization)"),
        ("[Laurence Mark](person)", "[Larry](person)"),
        ("[Wladimir Klitschko](person)", "[Kiltschko](person)"),
        ("[Bill Lee](person)", "[William Lee](person)"),
        ("[Campbell's Soup](organization)", "[Campbell Soup](organization)"),
    ],
)
def test_a_thing_by_part_of_its_name_a_short_or_a_misspelt_one(first: str, second: str) -> None:
    assert len(set(numbers(f"{first} won.", f"{second} lost."))) == 1


def test_a_firm_that_was_named_before_is_not_its_part() -> None:
    assert len(set(numbers("[Zorvan](organization) won.", "[Zorvan Mobix](organization) and [Zorvan](organization)."))) == 2


# ---- misspelt names of things ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("usual", "rare"), [("Chrysler", "Chrylser"), ("MSNBC", "MNSBC")])
def test_a_misspelt_name_that_stands_once_joins_the_usual_one(usual: str, rare: str) -> None:
    often = [f"[{usual}](organization) grew."] * 3
    assert numbers(*often, f"[{rare}](organization) fell.") == [0, 0, 0, 0]


def test_names_that_differ_by_a_letter_and_stand_once_each_are_two_unless_two_letters_are_swapped() -> None:
    assert numbers("[Petersen](organization 0.9) grew.", "[Petersan](organization 0.5) fell.") == [0, 1]
    assert numbers("[Chrysler](organization 0.9) grew.", "[Chrylser](organization 0.5) fell.") == [0, 0]
    assert numbers("[MSNBC](organization 0.9) grew.", "[MNSBC](organization 0.5) fell.") == [0, 0]


def test_a_mount_by_its_abbreviation_is_the_mount() -> None:
    assert numbers("[Zor-Mount Cook](place) is high.", "[Zor-Mt Cook](place) is cold.") == [0, 0]


@pytest.mark.parametrize(("usual", "other"), [("Somalia", "Somalian"), ("CNBC", "CBNC"), ("Chrysler", "Chrystal")])
def test_another_name_is_no_misspelt_one(usual: str, other: str) -> None:
    assert numbers(*[f"[{usual}](organization) grew."] * 3, f"[{other}](organization) fell.") == [0, 0, 0, 1]


def test_a_misspelt_given_name_before_the_same_surname_is_one_person() -> None:
    assert numbers("[Donald Lee](person) came.", "[Donand Lee](person) left.") == [0, 0]
    assert numbers("[Andrew Lee](person) came.", "[Andrea Lee](person) left.") == [0, 1]
    assert numbers("[Martin Lee](person) came.", "[Marvin Lee](person) left.") == [0, 1]


def test_a_long_name_without_its_first_word_and_a_ship_without_what_stands_before_it_are_the_same() -> None:
    first, second = (
        "[Congressional Black Caucus Foundation](organization) met.",
        "[Black Caucus Foundation](organization) left.",
    )
    assert numbers(first, second) == [0, 0]
    assert numbers("[Western Zorvan Trade Zone](place) grew.", "[Zorvan Trade Zone](place) fell.") == [0, 1]
    assert numbers("[INS Zorvan](product) came.", "[Zorvan](product) left.") == [0, 0]


def test_a_car_by_its_makers_word_for_it_is_the_car_and_the_maker_is_not() -> None:
    assert numbers("A [Ford Taurus](product) and a [Taurus](product) of [Ford](organization).") == [0, 0, 1]


def test_a_newspaper_without_its_towns_name_of_two_words_is_the_same() -> None:
    assert numbers("The [San Diego Union-Tribune](organization) said so.", "The [Union-Tribune](organization) asked.") == [0, 0]
    assert numbers("The [San Diego Tribune](organization) said so.", "The [Tribune](organization) asked.") == [0, 0]
    assert numbers("The [Zor Diego Sun-Tribune](organization) said so.", "The [Sun-Tribune](organization) asked.") == [0, 1]


def test_several_of_a_thing_are_the_thing_and_a_firm_by_its_first_word_is_the_firm() -> None:
    assert numbers("[Airbus](organization) grew.", "Two [Airbuses](organization) flew.") == [0, 0]
    assert numbers("A [Boeing 787 Dreamliner](product) flew.", "The [Dreamliners](product) flew.") == [0, 0]
    assert numbers("[Peabody Energy](organization) grew.", "[Peabody](organization) fell.") == [0, 0]
    assert numbers("[Boston Energy](organization) grew.", "[Boston](organization) fell.") == [0, 1]


def test_a_surname_before_the_full_name_of_kin_is_another_persons() -> None:
    assert numbers(
        "[Obama](person) speaks.",
        "Mr. [Obama](person) and the first lady, [Michelle Obama](person), met.",
        "[Obama](person) left.",
    ) == [0, 0, 1, 0]


def test_who_is_called_by_the_surname_alone_keeps_a_gender() -> None:
    line = "Mr. [Lee](person) met [Ann Lee](person)."
    assert numbers(line, "[Lee](person) left.", "Ms. [Lee](person) stayed.") == [0, 1, 0, 1]


def test_a_surname_before_a_full_name_that_nothing_speaks_against_joins_it() -> None:
    assert numbers("[Lee](person) speaks.", "His wife met [Ann Lee](person).") == [0, 0]


def test_a_headlines_surname_is_whom_the_article_names_first_and_most() -> None:
    first, other = "[Ann Lee](person) came.", "[Bob Lee](person) came."
    assert numbers("[Lee](person) leaves", first, other, first) == [0, 0, 1, 0]
    assert numbers("[Lee](person) leaves", other, first, first) == [0, 1, 2, 2]
    assert numbers("[Lee](person) leaves", first, other) == [0, 1, 2]


def test_the_end_of_a_title_is_nobody() -> None:
    assert numbers('"Morning [Joe](person)" had', "[Joe Lee](person) on.") == [0, 1]
    assert numbers('"[Joe](person)" had', "[Joe Lee](person) on.") == [0, 0]
