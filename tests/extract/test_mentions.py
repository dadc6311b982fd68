"""Names: cut to the name alone, and typed by their own words and by the rest of the article."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.extract.mentions import DEFAULT_SCORE, LABELS, find_names
from kg.model import Block
from kg.ontology import load_ontology
from tests.parse import mark, read, span


def names_of(*paragraphs: str) -> list[tuple[str, str]]:
    """Text and type of the names of an article in which a pipeline found what is marked."""
    parsed = mark(*paragraphs)
    found = find_names(parsed.article, parsed.passages, {})
    return [(parsed.text[name.span.start : name.span.end], name.type) for name in found]


def name_of(marked: str) -> tuple[str, str]:
    (name,) = names_of(marked)
    return name


# ---- cut to the name ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("found", "name"),
    [
        ("President Ann Lee", "Ann Lee"),
        ("Norwegian Prime Minister Ann Lee", "Ann Lee"),
        ("Mr. Lee", "Lee"),
        ("Gen. Bob Ray", "Bob Ray"),
        ("foreign minister Ann Lee", "Ann Lee"),
        pytest.param(
            "Secretary of State Ann Lee",
            "Ann Lee",
        ),
        ("Ann Lee", "Ann Lee"),
        ("King", "King"),
        ("Martin Luther King", "Martin Luther King"),
    ],
)
def test_titles_are_no_part_of_a_persons_name(found: str, name: str) -> None:
    assert name_of(f"[{found}](person) left.") == (name, "person")


def test_a_title_and_a_persons_surname_are_no_body() -> None:
    names = names_of("[Ann Lee](person) came.", "[Justice Lee](organization) left.", "[Justice Party](organization) won.")
    assert names == [("Ann Lee", "person"), ("Lee", "person"), ("Justice Party", "organization")]


def test_a_title_within_another_things_name_stays() -> None:
    assert name_of("The [President Hotel](facility) burned.") == ("President Hotel", "facility")


@pytest.mark.parametrize(
    ("found", "name"),
    [
        ("the Kremlin", "Kremlin"),
        ("The Hague Times", "Hague Times"),
        ("Norway's", "Norway"),
        ("Norway\N{RIGHT SINGLE QUOTATION MARK}s", "Norway"),
        ("Netherlands\N{RIGHT SINGLE QUOTATION MARK}", "Netherlands"),
        ('"Norway"', "Norway"),
        ("\N{LEFT DOUBLE QUOTATION MARK}Norway\N{RIGHT DOUBLE QUOTATION MARK}", "Norway"),
        ("(Norway)", "Norway"),
        ("Norway,", "Norway"),
        ("Apple Inc.", "Apple Inc."),
        ("U.N.", "U.N."),
        ("Theatre Union", "Theatre Union"),
    ],
)
def test_articles_possessives_and_quotation_marks_are_cut_off(found: str, name: str) -> None:
    assert name_of(f"They saw [{found}](organization) again.")[0] == name


@pytest.mark.parametrize("found", ["--", "...", "his"])
def test_what_has_no_capital_and_no_digit_is_no_name(found: str) -> None:
    assert names_of(f"They saw [{found}](person) again.") == []


def test_the_first_word_of_a_headline_in_title_case_is_no_part_of_a_name() -> None:
    assert name_of("[Will Norway](place) Join?") == ("Norway", "place")


def test_two_names_written_as_one_are_two_where_the_article_has_each_alone() -> None:
    names = names_of("The [Lee-Ray](person) summit.", "[Ann Lee](person) left.", "[Bob Ray](person) stayed.")
    assert names == [("Lee", "person"), ("Ray", "person"), ("Ann Lee", "person"), ("Bob Ray", "person")]


def test_a_double_name_stays_whole_where_its_parts_are_not_named() -> None:
    assert names_of("[Lee-Ray](person) left.", "[Ann Lee](person) stayed.")[0] == ("Lee-Ray", "person")


# ---- types -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("found", "type_", "name_type"),
    [
        ("Korean Peninsula", "organization", "place"),
        ("Amur Oblast", "person", "place"),
        ("Ministry of Defence", "place", "organization"),
        ("University of Oslo", "place", "organization"),
        ("Northgate Spaceport", "place", "facility"),
        ("Northgate Space Centre", "organization", "facility"),
        ("Northgate Airport", "person", "facility"),
        ("Northgate Hospital", "organization", "organization"),
        ("Northgate Hospital", "place", "facility"),
        ("Sea of Crete", "place", "place"),
        ("Union", "place", "place"),
        ("Party Island", "product", "product"),
    ],
)
def test_the_head_noun_of_a_name_decides_its_type(found: str, type_: str, name_type: str) -> None:
    assert name_of(f"[{found}]({type_}) was quiet.") == (found, name_type)


def test_equal_names_have_the_type_that_most_of_them_have() -> None:
    names = names_of("[Norland](organization) won.", "[Norland](place) is cold.", "[Norland](place) is far.")
    assert names == [("Norland", "place")] * 3


def test_names_that_differ_in_their_possessive_alone_agree_on_a_type() -> None:
    names = names_of("[Norland's](organization) king.", "[Norland](place) is cold.", "[Norland](place) is far.")
    assert {kind for _, kind in names} == {"place"}


def test_a_surname_has_the_type_of_the_full_name() -> None:
    names = names_of("[Ann Lee](person) left.", "[Ann Lee](person) came.", "[Lee](place) smiled.")
    assert names[-1] == ("Lee", "person")


def test_a_tie_between_types_changes_nothing() -> None:
    names = names_of("[Norland](organization) won.", "[Norland](place) is cold.")
    assert [kind for _, kind in names] == ["organization", "place"]


def test_labels_of_other_pipelines_are_known_and_those_of_numbers_are_not() -> None:
    assert names_of("[Ann](PERSON) of [Oslo](GPE) paid [three](CARDINAL).") == [("Ann", "person"), ("Oslo", "place")]


def test_every_label_stands_for_a_type_of_the_ontology() -> None:
    assert set(LABELS.values()) == set(load_ontology().entities)


# ---- built things ------------------------------------------------------------------------------------------------


def test_a_common_noun_behind_a_name_makes_a_facility_of_it() -> None:
    assert name_of("They toured the [Northgate](place) space launch facility on Monday.") == (
        "Northgate space launch facility",
        "facility",
    )


def test_the_noun_belongs_to_the_name_where_the_article_has_the_facility_in_full() -> None:
    names = names_of(
        "[Northgate](place) spaceport is new.", "[Northgate Cosmodrome](facility) is new.", "[Northgate](place) is a town."
    )
    assert names == [("Northgate spaceport", "facility"), ("Northgate Cosmodrome", "facility"), ("Northgate", "place")]


def test_the_noun_stays_outside_where_the_article_has_the_bare_name_too() -> None:
    assert names_of("The [Northgate](place) spaceport is new.", "[Northgate](place) is a town.") == [("Northgate", "place")] * 2


def test_an_indefinite_article_before_the_name_keeps_the_noun_outside() -> None:
    assert name_of("They want a [Northgate](place) spaceport.") == ("Northgate", "place")


def test_a_noun_further_on_is_not_the_names() -> None:
    assert name_of("In [Northgate](place) an airport opened.") == ("Northgate", "place")


def test_institutions_are_not_built_of_a_town_and_a_noun() -> None:
    assert name_of("The [Northgate](place) hospital is full.") == ("Northgate", "place")


# ---- furniture, scores and order ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("credit", "agency"),
    [
        ("Photo: Xinhua", "Xinhua"),
        ("Photo: AP/Jane Doe", "AP"),
        ("Getty Images", "Getty Images"),
        ("PHOTO: VCG", "VCG"),
    ],
)
def test_the_agency_of_a_credit_is_an_organization(credit: str, agency: str) -> None:
    parsed = mark("[Ann](person) left.")
    text = f"{parsed.text}\n\n{credit}"
    block = Block(len(parsed.text) + 2, len(text), "credit")
    article = replace(parsed.article, text=text, blocks=(*parsed.article.blocks, block))
    found = [(text[name.span.start : name.span.end], name.type) for name in find_names(article, parsed.passages, {})]
    assert found == [("Ann", "person"), (agency, "organization")]


def test_the_score_is_the_precision_measured_for_the_label() -> None:
    parsed = mark("[Ann](PERSON) left [Oslo](place).")
    scores = [name.score for name in find_names(parsed.article, parsed.passages, {"PERSON": 0.93})]
    assert scores == [0.93, DEFAULT_SCORE]


def test_names_come_in_the_order_of_the_text_at_their_place_in_it() -> None:
    parsed = mark("[Ann](person) left [Oslo](place).", "[Bob](person) stayed in [Rome](place).")
    found = [name.span for name in find_names(parsed.article, parsed.passages, {})]
    assert found == [span(parsed.text, name) for name in ("Ann", "Oslo", "Bob", "Rome")]


# ---- what stands beside a name -----------------------------------------------------------------------------------


def types_of(*lines: str) -> dict[str, str]:
    """Name -> type, of parsed sentences in which a pipeline found what is marked."""
    parsed = read(*lines)
    found = find_names(parsed.article, parsed.passages, {})
    return {parsed.text[name.span.start : name.span.end]: name.type for name in found}


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("the/det>frigate frigate.NN/nsubj>left Zorvan@person/appos>frigate left", id="apposition"),
        pytest.param("the/det>missile Zorvan@place/compound>missile missile.NN/nsubj>left left", id="compound"),
        pytest.param("the/det>Zorvan frigate.NN/compound>Zorvan Zorvan@person/nsubj>left left", id="noun in front"),
    ],
)
def test_a_noun_for_a_weapon_or_ship_beside_a_name_says_what_it_is(line: str) -> None:
    assert types_of(line) == {"Zorvan": "product"}


def test_the_noun_beside_one_mention_counts_for_all_of_that_name() -> None:
    frigate = "the/det>frigate frigate.NN/nsubj>left Zorvan@person/appos>frigate left"
    assert types_of(frigate, "Zorvan@person/nsubj>left left") == {"Zorvan": "product"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("Moscow@place/compound>missile missile.NN/nsubj>left left", {"Moscow": "place"}, id="a known place"),
        pytest.param(
            "Boeing@organization/compound>aircraft aircraft.NN/nsubj>left left", {"Boeing": "organization"}, id="who makes it"
        ),
        pytest.param(
            "the/det>rocket rocket.NN/obj>left Zorvan@person/nsubj>left left", {"Zorvan": "person"}, id="not beside it"
        ),
    ],
)
def test_not_every_name_beside_such_a_noun_is_one(line: str, expected: dict[str, str]) -> None:
    assert types_of(line) == expected


@pytest.mark.parametrize(("noun", "type_"), [("aircraft", "product"), ("teacher", "organization")])
def test_what_vehicles_are_called_behind_a_comma_is_no_firm(noun: str, type_: str) -> None:
    line = (
        f"two/det>{noun} {noun}.NN/nsubj>left ,/punct>Zorvan the/det>Zorvan Zorvan@organization/appos>{noun} and/cc>Vorik "
        "Vorik@organization/conj>Zorvan left"
    )
    assert types_of(line) == {"Zorvan": type_, "Vorik": type_}


def test_who_speaks_behind_a_noun_for_a_vehicle_stays_a_firm() -> None:
    line = "the/det>aircraft aircraft.NN/nsubj>left ,/punct>left the/det>Zorvan Zorvan@organization/nsubj>left left"
    assert types_of(line) == {"Zorvan": "organization"}


def test_a_ship_with_an_article_is_what_stands_behind_the_comma_and_keeps_its_first_word() -> None:
    line = (
        "the/det>Marshal Marshal/nsubj>left Zorvan@person/flat>Marshal ,/punct>frigate a/det>frigate "
        "frigate.NN/appos>Zorvan left"
    )
    assert types_of(line) == {"Marshal Zorvan": "product"}


def test_a_person_with_a_noun_behind_the_comma_stays_one() -> None:
    assert types_of("Zorvan@person/nsubj>left ,/punct>frigate a/det>frigate frigate.NN/appos>Zorvan left") == {
        "Zorvan": "person"
    }


@pytest.mark.parametrize(("noun", "type_"), [("carmaker", "organization"), ("teacher", "person")])
def test_a_noun_for_a_firm_before_a_single_word_says_that_it_is_one(noun: str, type_: str) -> None:
    line = f"the/det>{noun} {noun}.NN/nmod:desc>Zorvan Zorvan@person/nsubj>left left"
    assert types_of(line) == {"Zorvan": type_}


# ---- two names or one --------------------------------------------------------------------------------------------


def test_a_given_name_and_a_surname_side_by_side_are_one_name() -> None:
    assert names_of("He met [Zorva](person) [Lindqvist](person).") == [("Zorva Lindqvist", "person")]


def test_a_hyphenated_american_is_one_people() -> None:
    assert names_of("[African](group)-American voters and [American](group) ones.") == [
        ("African-American", "group"),
        ("American", "group"),
    ]


def test_two_firms_are_two_where_the_article_has_one_of_them_alone() -> None:
    assert names_of("[Zorvan](organization) lost.", "[Zorvan and Belk](organization) won.")[1:] == [
        ("Zorvan", "organization"),
        ("Belk", "organization"),
    ]


def test_a_firm_of_two_names_stays_whole() -> None:
    assert name_of("[Zorvan and Belk](organization) won.") == ("Zorvan and Belk", "organization")


def test_half_an_office_is_no_part_of_a_body() -> None:
    assert name_of("The [White House Press](organization) Secretary left.") == ("White House", "organization")


def test_what_is_named_after_a_person_is_no_person() -> None:
    assert name_of("They saw the [Ann Zorvan](person) tractor plant.") == ("Ann Zorvan tractor plant", "facility")


def test_a_persons_own_is_no_part_of_the_name() -> None:
    assert name_of("They saw [Ann Zorvan](person) plant trees.") == ("Ann Zorvan", "person")


# ---- regions beside a name ---------------------------------------------------------------------------------------


def test_a_state_behind_a_towns_name_makes_it_a_place() -> None:
    assert name_of("A reader in [Henderson](person), Nev.") == ("Henderson", "place")


def test_a_place_behind_a_person_that_has_no_such_town_does_not() -> None:
    assert name_of("It was [Zorvan](person), Nev.") == ("Zorvan", "person")


def test_of_a_lawmakers_party_and_state_the_state_is_a_name() -> None:
    assert names_of("Rep. [Ann Lee](person) ([D-S.C.](person)) and Rep. [Bob Ray](person) ([R](organization)) agreed.") == [
        ("Ann Lee", "person"),
        ("S.C.", "place"),
        ("Bob Ray", "person"),
    ]


# ---- types by form -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("found", "type_"),
    [
        ("Zorvan A330", "product"),
        ("ZC-30s", "product"),
        ("G-20", "organization"),
        ("Arizona Republic", "organization"),
    ],
)
def test_the_form_of_an_organizations_name_says_what_it_is(found: str, type_: str) -> None:
    assert name_of(f"They saw [{found}](organization).") == (found, type_)


def test_an_american_republic_is_a_newspaper_and_another_a_place() -> None:
    assert names_of("The [Arizona Republic](place) and the [Dominican Republic](place).") == [
        ("Arizona Republic", "organization"),
        ("Dominican Republic", "place"),
    ]


def test_common_nouns_in_capitals_and_documents_are_no_organizations() -> None:
    assert names_of("A [TV](organization) show on the [U.N. Charter](organization).") == []


def test_capitals_before_a_colon_are_who_speaks() -> None:
    assert names_of("[ZORVA](person): Thank you.", "The [ZORBA](person) met.") == [
        ("ZORVA", "person"),
        ("ZORBA", "organization"),
    ]


def test_a_bare_name_has_the_type_of_the_firm_that_begins_with_it() -> None:
    firm = "[Zorvan Grumvel](organization) won."
    assert names_of(firm, firm, "[Zorvan](place) lost.")[2] == ("Zorvan", "organization")


def test_a_name_that_was_cut_off_before_its_noun_has_it() -> None:
    assert name_of("The [State Affairs](organization) Commission met.") == ("State Affairs Commission", "organization")


def test_a_known_body_cut_short_is_whole_and_no_place() -> None:
    assert name_of("Fighters of the [Islamic](group) State left.") == ("Islamic State", "organization")
    assert name_of("The [Islamic State](place) claimed it.") == ("Islamic State", "organization")
    assert name_of("An [Islamic](group) Scholar spoke.") == ("Islamic", "group")


def test_two_words_of_one_people_are_one_name() -> None:
    assert name_of("Many [African](group) [Americans](group) stayed home.") == ("African Americans", "group")
    assert len(names_of("The [Dutch](group) and [Belgians](group) agreed.")) == 2


def test_what_a_minister_is_minister_of_is_no_organization() -> None:
    assert names_of("The minister of [Natural Resources](organization) came.") == []


# ---- names seen elsewhere ----------------------------------------------------------------------------------------


def test_a_name_of_several_words_that_was_missed_once_is_found_again() -> None:
    parsed = read(
        "Zorvan@organization/compound>Vale Vale@organization/nsubj>left left",
        "Zorvan.NNP/compound>Vale Vale.NNP/nsubj>came came",
    )
    found = find_names(parsed.article, parsed.passages, {})
    assert [parsed.text[n.span.start : n.span.end] for n in found] == ["Zorvan Vale", "Zorvan Vale"]
    assert found[1].score < found[0].score


def test_the_surname_of_who_is_named_in_full_is_found_where_it_was_missed() -> None:
    parsed = read(
        "Ann@person/compound>Zorvan Zorvan@person/nsubj>left left",
        "Zorvan.NNP/nsubj>came came",
        "Ann.NNP/nsubj>came came",
    )
    found = find_names(parsed.article, parsed.passages, {})
    assert [parsed.text[n.span.start : n.span.end] for n in found] == ["Ann Zorvan", "Zorvan"]
    assert found[1].type == "person"


def test_a_part_of_a_longer_proper_noun_is_not_found_again() -> None:
    parsed = read(
        "Zorvan@organization/compound>Vale Vale@organization/nsubj>left left",
        "Zorvan.NNP/compound>Press Vale.NNP/compound>Press Press.NNP/nsubj>came came",
    )
    found = find_names(parsed.article, parsed.passages, {})
    assert len(found) == 1


# ---- types of vehicles, offices, works ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("They fly [Boeing](organization) 737s.", ("Boeing 737s", "product")),
        ('The [Boeing](organization) 787 "Dreamliner" flew.', ('Boeing 787 "Dreamliner', "product")),
        ("[Boeing](organization) 300 workers lost their jobs.", ("Boeing", "organization")),
        ("The [FTSE](organization) 100 fell.", ("FTSE", "organization")),
        ("[Zorvan Air Flight](organization) 574 crashed.", ("Zorvan Air", "organization")),
        ("The [A380](organization) flew.", ("A380", "product")),
        ("The [G-20](organization) met.", ("G-20", "organization")),
    ],
)
def test_a_maker_with_a_designation_behind_it_names_a_type(marked: str, expected: tuple[str, str]) -> None:
    assert name_of(marked) == expected


def test_a_type_is_found_again_by_its_number_and_its_nickname() -> None:
    names = names_of(
        "The [Boeing](organization) 787 Dreamliner flew.", "The 787 landed. The [Dreamliner](organization) is late."
    )
    assert names == [("Boeing 787 Dreamliner", "product"), ("787", "product"), ("Dreamliner", "product")]


@pytest.mark.parametrize(
    "marked",
    [
        "The [Commerce](organization) Secretary left.",
        "The Secretary of [Defense](organization) left.",
        "The [Archbishop of Zorvan](organization) left.",
        "It fell (NYSE: [ZRV](organization)) again.",
    ],
)
def test_parts_of_offices_and_tickers_are_no_names(marked: str) -> None:
    assert names_of(marked) == []


def test_a_rank_is_no_part_of_a_body() -> None:
    assert name_of("The [Zorvan Army Col](organization) left.") == ("Zorvan Army", "organization")


@pytest.mark.parametrize("surface", ["DPRK", "West Bank", "Russian Federation"])
def test_a_country_that_was_taken_for_a_body_is_a_place(surface: str) -> None:
    assert name_of(f"The [{surface}](organization) slept.") == (surface, "place")


def test_a_works_title_in_quotation_marks_is_one_name() -> None:
    assert name_of('She starred in the film "[Zorvan](person) and the Sea."') == ("Zorvan and the Sea", "product")


def test_quoted_names_without_a_work_beside_them_stay() -> None:
    assert name_of('He said "[Zorvan](person)" twice.') == ("Zorvan", "person")


def test_names_that_the_gazetteer_knows_as_one_are_one() -> None:
    assert name_of("In the [Democratic Republic](place) of the [Congo](group).") == (
        "Democratic Republic of the Congo",
        "place",
    )


def test_two_bodies_with_and_between_are_two() -> None:
    names = names_of("The [Zorvan National Army and African Union](organization) fought.")
    assert names == [("Zorvan National Army", "organization"), ("African Union", "organization")]
