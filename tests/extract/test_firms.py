"""Names of firms and parts of offices: what belongs to them and what does not."""

from __future__ import annotations

import pytest

from tests.extract.test_mentions import names_of


def test_a_firm_of_founders_with_and_is_one() -> None:
    line = (
        "She left [Hogan & Ray](organization), now [Hogan Lee](organization), for [Moore &](organization) [Van Allen](person)."
    )
    assert names_of(line) == [
        ("Hogan & Ray", "organization"),
        ("Hogan Lee", "organization"),
        ("Moore & Van Allen", "organization"),
    ]


def test_a_founder_that_a_pipeline_left_out_belongs_to_the_firm() -> None:
    assert names_of("[Burke](organization) & Sons grew.") == [("Burke & Sons", "organization")]


def test_persons_and_acronyms_with_and_between_are_two() -> None:
    assert len(names_of("[Bill](person) & [Jill](person) sang.")) == 2
    assert len(names_of("He has the [WBA](organization) & [IBO](organization) belts.")) == 2


def test_a_firms_name_ends_with_its_legal_form() -> None:
    assert names_of("The [Ray Trade Ltd Christmas](organization) party ended.") == [("Ray Trade Ltd", "organization")]
    assert names_of("[Ray Co Holdings](organization) grew.") == [("Ray Co Holdings", "organization")]


def test_a_people_in_front_is_no_part_of_a_firms_name() -> None:
    assert names_of("The [British union Unite](organization) agreed.") == [("Unite", "organization")]
    both = names_of("The [South Korean Hyundai Motor Company](organization) grew.", "[Hyundai](organization) is big.")
    assert [name for name, _ in both] == ["Hyundai Motor Company", "Hyundai"]


@pytest.mark.parametrize("name", ["British Airways", "Chinese Communist Party", "American Red Cross", "Indian Navy"])
def test_a_people_that_belongs_to_a_bodys_name_stays(name: str) -> None:
    found = names_of(f"The [{name}](organization) grew.", "The [Navy](organization) and the [Airways](organization) did, too.")
    assert found[0][0] == name


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("[Zor Chief Financial](organization) Officer [Ann Lee](person) left.", "Zor"),
        ("[Zor Senate Majority](organization) Leader [Ann Lee](person) left.", "Zor Senate"),
        ("Undersecretary of the [Air Force for Trade](organization) [Ann Lee](person) left.", "Air Force"),
    ],
)
def test_what_goes_before_an_officers_rank_is_no_part_of_the_body(line: str, body: str) -> None:
    assert names_of(line) == [(body, "organization"), ("Ann Lee", "person")]


@pytest.mark.parametrize(
    "line", ["The [Surgeon](organization) General left.", "[Chief Public Relations](organization) Officer"]
)
def test_half_an_office_is_no_name(line: str) -> None:
    assert names_of(line) == []


@pytest.mark.parametrize("title", ["[Undersheriff](organization)", "[Const](person).", "[Msgr](person)."])
def test_a_title_before_a_person_is_no_name(title: str) -> None:
    assert names_of(f"{title} [Ann Lee](person) left.") == [("Ann Lee", "person")]


def test_justice_ends_a_bodys_name_where_no_judge_follows() -> None:
    assert names_of("The [Department of Justice](organization) sued.") == [("Department of Justice", "organization")]


def test_common_nouns_behind_a_known_name_are_no_part_of_it() -> None:
    assert names_of("A [United Nations climate change](organization) treaty.") == [("United Nations", "organization")]
    lines = ["The [Zorvan forest](organization) fund.", "[Zorvan](organization) grew.", "[Un gallo con huevos](organization)"]
    assert [name for name, _ in names_of(*lines)] == ["Zorvan", "Zorvan", "Un gallo con huevos"]


def test_the_noun_of_a_body_in_small_letters_stays() -> None:
    assert names_of("The [NATO foreign ministry](organization) met.") == [("NATO foreign ministry", "organization")]


def test_a_noun_for_a_body_and_what_it_is_for_are_one_name() -> None:
    line = "The [Commission](organization) on [Presidential Debates](organization) met the [Senate](organization)."
    assert [name for name, _ in names_of(line)] == ["Commission on Presidential Debates", "Senate"]


def test_whose_team_a_player_is_of_is_no_part_of_the_name() -> None:
    names = names_of("The [Chargers](organization) won.", "[Charger Ann Lee](person) left.", "[Charger Lee](person) spoke.")
    assert [name for name, _ in names] == ["Chargers", "Ann Lee", "Charger Lee"]


def test_an_adjective_before_a_title_is_no_name_and_a_citys_attorney_is_none() -> None:
    assert names_of("[Assistant](organization) Prosecutor [Ann Lee](person) left.") == [("Ann Lee", "person")]
    assert names_of("The [City](organization) Attorney left.", "[Oslo District](place) Attorney [Ann Lee](person)") == [
        ("Oslo District", "place"),
        ("Ann Lee", "person"),
    ]
