"""Short names and whom they mean."""

from __future__ import annotations

import pytest

from kg.resolve import resolve
from tests.reports import report


def entities(*texts: str) -> list[set[str]]:
    """All names of each entity of articles with these texts."""
    found = resolve([report(text, name=f"a{i}") for i, text in enumerate(texts)]).entities
    return sorted(({entity.name, *entity.aliases} for entity in found), key=sorted)


def with_name(name: str, *texts: str) -> list[set[str]]:
    """The entities that go by a name."""
    return [names for names in entities(*texts) if name in names]


# ---- persons -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("short", ["Lee", "A. Lee"])
def test_a_short_name_joins_the_person_whose_company_it_keeps(short: str) -> None:
    texts = ("[Ann Lee](person) met [Bob Ray](person).", f"[{short}](person) met [Bob Ray](person).")
    assert with_name(short, *texts) == [{"Ann Lee", short}]


def test_a_bare_surname_without_company_stays_alone() -> None:
    texts = ("[Ann Lee](person) met [Bob Ray](person).", "[Lee](person) met [Cid Ford](person).")
    assert with_name("Lee", *texts) == [{"Lee"}]


def test_an_office_in_common_carries_a_surname() -> None:
    texts = ("President [Ann Lee](person) met [Bob Ray](person).", "President [Lee](person) met [Cid Ford](person).")
    assert with_name("Lee", *texts) == [{"Ann Lee", "Lee"}]


def test_a_leader_known_to_all_by_the_surname_needs_no_company() -> None:
    texts = ("[Angela Merkel](person) left.", "[Merkel](person) met [Cid Ford](person).")
    assert with_name("Merkel", *texts) == [{"Angela Merkel", "Merkel"}]


def test_nor_does_it_mean_another_of_that_name() -> None:
    texts = ("[Ulrike Merkel](person) left.", "[Merkel](person) met [Cid Ford](person).")
    assert with_name("Merkel", *texts) == [{"Merkel"}]


def test_beside_a_namesake_in_full_the_surname_means_the_leader_alone() -> None:
    both = "[Michelle Obama](person) came. [Obama](person) met [Cid Ford](person)."
    assert with_name("Obama", "[Barack Obama](person) left.", both) == [{"Barack Obama", "Obama"}]
    assert with_name("Obama", "[Ann Obama](person) left.", both) == [{"Obama"}]


@pytest.mark.parametrize("title", ["Mr.", "Senator"])
def test_a_form_of_address_or_another_office_does_not(title: str) -> None:
    texts = (f"{title} [Ann Lee](person) met [Bob Ray](person).", "President [Lee](person) met [Cid Ford](person).")
    assert with_name("Lee", *texts) == [{"Lee"}]


def test_an_office_that_two_namesakes_hold_tells_nothing() -> None:
    texts = ("President [Ann Lee](person) left.", "President [Bob Lee](person) left.", "President [Lee](person) left.")
    assert with_name("Lee", *texts) == [{"Lee"}]


def test_one_place_in_common_carries_no_surname() -> None:
    texts = ("[Ann Lee](person) left [Oslo](place).", "[Lee](person) came to [Oslo](place).")
    assert with_name("Lee", *texts) == [{"Lee"}]


def test_initials_that_fit_one_alone_need_no_company() -> None:
    assert with_name("A. Lee", "[Ann Lee](person) left.", "[A. Lee](person) came.") == [{"Ann Lee", "A. Lee"}]


def test_initials_that_fit_two_stay_alone() -> None:
    texts = ("[Ann Lee](person) left.", "[Abe Lee](person) ran.", "[A. Lee](person) came.")
    assert with_name("A. Lee", *texts) == [{"A. Lee"}]


def test_a_surname_joins_the_namesake_with_more_of_its_company() -> None:
    texts = (
        "[Ann Lee](person) met [Bob Ray](person).",
        "[Zoe Lee](person) met [Bob Ray](person) and [Cid Ford](person).",
        "[Lee](person) met [Bob Ray](person) and [Cid Ford](person).",
    )
    assert with_name("Lee", *texts) == [{"Zoe Lee", "Lee"}]


def test_a_surname_between_namesakes_of_equal_company_stays_alone() -> None:
    texts = (
        "[Ann Lee](person) met [Bob Ray](person).",
        "[Zoe Lee](person) met [Bob Ray](person).",
        "[Lee](person) met [Bob Ray](person).",
    )
    assert with_name("Lee", *texts) == [{"Lee"}]


def test_a_surname_never_joins_whom_its_own_article_tells_from_it() -> None:
    texts = ("[Ann Lee](person), [Lee](person) and [Bob Ray](person).", "[Ann Lee](person) met [Bob Ray](person).")
    assert with_name("Lee", *texts) == [{"Lee"}]


def test_what_everybody_stands_beside_counts_little() -> None:
    crowd = [f"[Cid{chr(97 + i)} Ford{chr(97 + i)}](person) met [Bob Ray](person)." for i in range(25)]
    texts = ("[Ann Lee](person) met [Bob Ray](person).", "[Lee](person) met [Bob Ray](person).", *crowd)
    assert with_name("Lee", *texts) == [{"Lee"}]


def test_a_surname_that_nobody_bears_in_full_is_one_where_it_keeps_one_company() -> None:
    texts = ("[Lee](person) met [Bob Ray](person).", "[Lee](person) saw [Bob Ray](person).", "[Lee](person) left.")
    assert with_name("Lee", *texts) == [{"Lee"}, {"Lee"}]


def test_a_surname_with_its_particle_is_short() -> None:
    texts = (
        "[Ursula von der Leyen](person) met [Bob Ray](person).",
        "[Von der Leyen](person) met [Bob Ray](person) and [Cid Ford](person).",
    )
    assert with_name("Von der Leyen", *texts) == [{"Ursula von der Leyen", "Von der Leyen"}]


# ---- things ------------------------------------------------------------------------------------------------------


def test_an_acronym_joins_the_one_body_that_has_its_initials() -> None:
    assert with_name("WGU", "[World Grain Union](organization) met.", "[WGU](organization) left.") == [
        {"World Grain Union", "WGU"}
    ]


def test_an_acronym_of_two_bodies_stays_alone() -> None:
    texts = ("[World Grain Union](organization).", "[West Gulf Utilities](organization).", "[WGU](organization) left.")
    assert with_name("WGU", *texts) == [{"WGU"}]


def test_an_acronym_joins_the_body_that_an_article_calls_so() -> None:
    texts = (
        "[World Grain Union](organization) met. [WGU](organization World Grain Union) ended.",
        "[West Gulf Utilities](organization) pays.",
        "[WGU](organization) left.",
    )
    assert with_name("WGU", *texts) == [{"World Grain Union", "WGU"}]


def test_two_bodies_do_not_become_one_over_an_acronym_that_articles_give_both() -> None:
    texts = (
        "[World Grain Union](organization) met. [WGU](organization World Grain Union) ended.",
        "[West Gulf Utilities](organization) pays. [WGU](organization West Gulf Utilities) ended.",
        "[WGU](organization) left.",
    )
    assert not any({"World Grain Union", "West Gulf Utilities"} <= names for names in entities(*texts))


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("[Northgate Cosmodrome](facility)", "[Northgate](place)"),
        ("[Board Chiefs of Staff](organization)", "[Board Chiefs](organization)"),
        ("[Grain Safety Agency](organization)", "[Grain Safety](organization)"),
    ],
)
def test_a_clipped_name_joins_the_full_one_where_company_says_so(full: str, short: str) -> None:
    alone = entities(f"{full} opens.", f"{short} sleeps.")
    told = entities(f"[Ann Lee](person) at {full}.", f"[Ann Lee](person) at {short}.")
    assert (len(alone), len(told)) == (2, 2)


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("[Grain Union](organization)", "[Grain Union Council](organization)"),
        ("[Foreign Ministry](organization)", "[Foreign Ministry of Norland](organization)"),
        ("[Acme](organization)", "[Acme Bank](organization)"),
        ("[Grain House](organization)", "[Grain House Party](organization)"),
    ],
)
def test_a_body_is_not_the_part_that_is_named_after_it(whole: str, part: str) -> None:
    assert len(entities(f"[Ann Lee](person) at {whole}.", f"[Ann Lee](person) at {part}.")) == 3


@pytest.mark.parametrize(("surname", "names"), [("Zorvanek", {"Ann Zorvanek", "Zorvanek"}), ("Johnson", {"Johnson"})])
def test_a_rare_surname_that_one_person_bears_needs_less_company(surname: str, names: set[str]) -> None:
    texts = (
        f"[Ann {surname}](person) left [Zorvan Bank](organization).",
        f"[{surname}](person) left [Zorvan Bank](organization).",
    )
    assert with_name(surname, *texts) == [names]


def test_a_body_without_its_country_is_that_of_the_country_that_its_article_names_most() -> None:
    texts = ("The [US Air Force](organization) left.", "[Texas](place) and [Chicago](place) pay the [Air Force](organization).")
    assert with_name("Air Force", *texts) == [{"Air Force", "US Air Force"}]


def test_a_firm_that_is_named_beside_its_part_is_not_its_short_name() -> None:
    texts = (
        "[Zorvan Mobix](organization) and [Zorvan](organization) met [Bob Ray](person).",
        "[Zorvan](organization) met [Bob Ray](person).",
    )
    assert with_name("Zorvan Mobix", *texts) == [{"Zorvan Mobix"}]


def test_a_firm_without_what_it_is_is_one_in_its_own_article() -> None:
    text = "[Ford Motor Company](organization) grew. [Ford](organization) fell, says [Ann Lee](person)."
    assert with_name("Ford", text) == [{"Ford Motor Company", "Ford"}]


def test_a_firm_and_its_part_in_one_article_are_two() -> None:
    text = "[Boeing Aerospace](organization) grew. [Boeing](organization) fell, says [Ann Lee](person)."
    assert with_name("Boeing", text) == [{"Boeing"}]
