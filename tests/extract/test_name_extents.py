"""Where names begin and end by what the article has elsewhere; what is no name; ships, cars and titles that are known."""

from __future__ import annotations

import pytest

from tests.extract.test_mentions import name_of, names_of


def test_a_name_has_the_beginning_that_it_has_elsewhere_in_the_article() -> None:
    lines = ["The [Free Zorvan Council](organization) met.", "The Free [Zorvan Council](organization) left."]
    assert names_of(*lines) == [("Free Zorvan Council", "organization")] * 2


def test_a_name_begins_where_another_one_does_that_runs_into_it() -> None:
    lines = ["The [Free Zorvan Council](organization) met.", "The Free [Zorvan Council Fund](organization) left."]
    assert names_of(*lines)[1] == ("Free Zorvan Council Fund", "organization")


def test_a_capital_before_a_name_that_the_article_has_nowhere_else_is_no_part_of_it() -> None:
    lines = ["The [Free Zorvan Council](organization) met.", "Old [Zorvan Council](organization) left."]
    assert names_of(*lines)[1] == ("Zorvan Council", "organization")


def test_a_given_name_before_a_full_name_is_part_of_it() -> None:
    assert name_of("[LuAnn](person) [Marie Lee](person) left.") == ("LuAnn Marie Lee", "person")


@pytest.mark.parametrize("before", ["Scotsman", "USA", "Ray"])
def test_another_persons_name_or_a_people_is_no_given_name(before: str) -> None:
    lines = [f"[{before}](person) [Marie Lee](person) left.", "[Bob Ray](person) came."]
    assert ("Marie Lee", "person") in names_of(*lines)


def test_a_people_and_the_rest_of_its_countrys_name_are_one_place() -> None:
    assert name_of("The [Czech](group) [Republic](place) agreed.") == ("Czech Republic", "place")
    assert len(names_of("The [Czech](group) [Senate](organization) agreed.")) == 2


def test_a_country_in_a_list_is_no_part_of_the_person_behind_it() -> None:
    assert names_of("[Netherlands Ann Lee](person)") == [("Netherlands", "place"), ("Ann Lee", "person")]
    assert names_of("[Jordan Ann Lee](person)") == [("Jordan Ann Lee", "person")]


def test_a_state_is_no_part_of_the_next_name() -> None:
    lines = ["[Ford](organization) grew.", "Dearborn, [Michigan Ford](place) fell.", "It left [North America](place)."]
    assert [name for name, _ in names_of(*lines)] == ["Ford", "Michigan", "Ford", "North America"]


def test_a_word_that_begins_a_sentence_and_is_common_elsewhere_is_no_name() -> None:
    lines = ["[Retiree](person 0.5) returned, as a retiree may.", "[Fiat](organization 0.9) won by fiat."]
    assert names_of(*lines) == [("Fiat", "organization")]


def test_a_common_word_that_is_a_name_inside_a_sentence_stays() -> None:
    assert len(names_of("[Fiat](organization 0.5) won by fiat.", "They bought [Fiat](organization 0.5).")) == 2


@pytest.mark.parametrize(
    ("line", "ship"),
    [
        ("They saw [INS Zorvan](place).", "INS Zorvan"),
        ("They saw [Warship INS Zorvan](person).", "INS Zorvan"),
        ("They saw a dhow named [Zorvan](person 0.6).", "Zorvan"),
        ("The [Indian Naval Ship](organization) [Zorvan](person) came.", "Zorvan"),
        ("The [MV Zorvan](organization) came.", "MV Zorvan"),
    ],
)
def test_a_ship_is_a_product_wherever_the_article_has_it(line: str, ship: str) -> None:
    found = names_of(line, "[Zorvan](person) was late.")
    assert found == [(ship, "product"), ("Zorvan", "product")]


def test_whose_ship_it_is_is_no_ship() -> None:
    assert name_of("They saw a [Zorvan](organization 0.6) ship.") == ("Zorvan", "organization")


def test_a_car_is_a_product_and_so_is_its_short_name() -> None:
    lines = [
        "He drove a [Ford Taurus](organization).",
        "A [Taurus](organization) is red.",
        "[Ford Motor](organization) grew.",
    ]
    assert [kind for _, kind in names_of(*lines)] == ["product", "product", "organization"]


@pytest.mark.parametrize("name", ["Ford Australia", "Ford Credit", "Ford Chairman", "Ford Foundation"])
def test_a_makers_division_is_no_car(name: str) -> None:
    assert name_of(f"They saw [{name}](organization).")[1] == "organization"


def test_who_drives_a_car_is_not_the_car() -> None:
    lines = ["They stopped the [Ford Fusion Lasalle](organization) drove.", "[Ann Lasalle](person) fled."]
    assert names_of(*lines)[:2] == [("Ford Fusion", "product"), ("Lasalle", "person")]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("She told “Morning [Joe](person)” so.", ("Morning Joe", "product")),
        ("A [USA](place) Today poll says so.", ("USA Today", "organization")),
        ("The [Hill](person) reported it.", ("The Hill", "organization")),
    ],
)
def test_a_name_in_a_known_title_is_the_title(line: str, title: tuple[str, str]) -> None:
    assert names_of(line) == [title]


def test_what_is_on_the_hill_is_no_newspaper() -> None:
    assert names_of("They work on The [Hill](place).") == [("Hill", "place")]


@pytest.mark.parametrize(
    ("found", "type_"),
    [
        ("Labor Day](organization", "event"),
        ("Washington D.C.](person", "place"),
        ("Paris Lee](person", "person"),
        ("Eid al-Adha](place", "event"),
        ("Davis Cup](organization", "event"),
        ("Republican National Convention](organization", "event"),
        ("National Baptist Convention](organization", "organization"),
        ("Interstate 75](place", "facility"),
        ("Islam](place", "group"),
        ("Islamabad](place", "place"),
        ("Capitol](place", "facility"),
        ("Capitol Hill](place", "place"),
        ("London Heathrow](place", "facility"),
        ("London](place", "place"),
        ("River Rouge Plant](organization", "facility"),
        ("Catholic Church](facility", "organization"),
        ("Riverside Church](facility", "facility"),
        ("Archdiocese of Mobile](place", "organization"),
        ("Democratic](organization", "group"),
        ("Democratic Party](organization", "organization"),
    ],
)
def test_the_words_of_a_name_say_what_it_is(found: str, type_: str) -> None:
    assert name_of(f"They saw [{found}) there.")[1] == type_


@pytest.mark.parametrize("found", ["DUI](organization", "Super PACs](organization", "M.D.](person"])
def test_common_nouns_in_capitals_are_no_names(found: str) -> None:
    assert names_of(f"They saw the [{found}) there.") == []


def test_the_owner_of_a_part_is_a_name_of_its_own() -> None:
    names = names_of("The [Zorvan University's School of Law](organization) closed.", "[Sam's Club](organization) opened.")
    assert [name for name, _ in names] == ["Zorvan University", "School of Law", "Sam's Club"]


def test_a_misspelt_name_is_of_the_type_of_what_is_meant() -> None:
    often = ["[Chrysler](organization) grew.", "[Chrysler](organization) fell.", "[Chrysler](organization) shut."]
    assert names_of(*often, "Unlike [Chrylser](person), it won.")[-1] == ("Chrylser", "organization")
    assert names_of(*often, "Unlike [Chrystal](person), it won.")[-1] == ("Chrystal", "person")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("They boarded the dhow, [Zorvan](place 0.5), which sank.", ("Zorvan", "product")),
        ("On the dhow, [Zorvan](place 0.5) said.", ("Zorvan", "place")),
        ("Ann went to [Public School](organization) 285 there.", ("Public School 285", "organization")),
        ("It is called [Lashkar-e-Zorvan](place).", ("Lashkar-e-Zorvan", "organization")),
        ("It is called [Mazar-e-Zorvan](place).", ("Mazar-e-Zorvan", "place")),
    ],
)
def test_a_ship_between_commas_a_numbered_school_and_an_armed_group(line: str, expected: tuple[str, str]) -> None:
    assert name_of(line) == expected


def test_a_university_and_a_type_by_their_short_names_are_what_the_full_ones_are() -> None:
    lines = ["[Zorva University](organization) opened.", "[Zorva](place 0.5) closed.", "[Brown University](organization) won."]
    assert names_of(*lines)[1] == ("Zorva", "organization")
    lines = ["[Boeing 787 Dreamliner](product) sales rose.", "[Dreamliners](organization) fly."]
    assert names_of(*lines)[1] == ("Dreamliners", "product")


def test_where_a_firm_is_based_is_a_place() -> None:
    assert names_of("[Chicago-based](organization) [Boeing](organization) grew.")[0] == ("Chicago", "place")


def test_a_type_by_two_letters_and_a_number_is_a_product_and_a_group_of_states_none() -> None:
    assert name_of("They built the [MD-95](organization).") == ("MD-95", "product")
    assert name_of("They met at the [G-20](organization).") == ("G-20", "organization")


def test_half_a_regions_name_is_none() -> None:
    assert names_of("The threat to [Eastern](place) and [Northern Europe](place) grew.") == [("Northern Europe", "place")]


@pytest.mark.parametrize(
    ("paragraph", "name"),
    [
        ("They crossed the IVTC (International Vetted [Transit Corridor](place)).", "International Vetted Transit Corridor"),
        ("They crossed the International Vetted [Transit Corridor](place) (IVTC).", "International Vetted Transit Corridor"),
        ("They crossed the XVTC (International Vetted [Transit Corridor](place)).", "Transit Corridor"),
        (
            "The [Transit Corridor](place) (TC) is long. The [Vetted Transit Corridor](place) (VTC) is, too.",
            "Vetted Transit Corridor",
        ),
    ],
)
def test_a_name_has_all_words_that_the_initials_beside_it_stand_for(paragraph: str, name: str) -> None:
    assert name in [found for found, _ in names_of(paragraph)]
