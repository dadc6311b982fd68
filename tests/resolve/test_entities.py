"""One entity for one real thing, over all articles."""

from __future__ import annotations

import pytest

from kg.model import Entity, Extraction, Resolution
from kg.resolve import resolve
from tests.reports import report


def resolved(*texts: str) -> Resolution:
    """What articles with these texts say together."""
    return resolve([report(text, name=f"a{i}") for i, text in enumerate(texts)])


def entities(*texts: str) -> list[set[str]]:
    """All names of each entity."""
    return sorted(({entity.name, *entity.aliases} for entity in resolved(*texts).entities), key=sorted)


def only(*texts: str) -> Entity:
    (entity,) = resolved(*texts).entities
    return entity


# ---- persons -----------------------------------------------------------------------------------------------------


def test_a_full_name_and_its_variants_are_one_across_articles() -> None:
    assert entities("[Ann Lee](person) left.", "[A. Lee](person) sat.", "[Ann Maria Lee](person) ran.") == [
        {"Ann Lee", "A. Lee", "Ann Maria Lee"}
    ]


def test_the_surname_of_an_article_goes_with_its_full_name() -> None:
    assert entities("[Ann Lee](person) left. [Lee](person Ann Lee) ran.", "[Ann Lee](person) sat.") == [{"Ann Lee", "Lee"}]


def test_namesakes_with_different_given_names_are_never_one() -> None:
    assert entities("[Park Min-ji](person) left.", "[Park Ha-na](person) left.") == [{"Park Ha-na"}, {"Park Min-ji"}]


def test_namesakes_that_go_by_their_surname_are_never_one() -> None:
    assert entities(
        "[Park Min-ji](person) left. [Park](person Park Min-ji) ran.",
        "[Park Ha-na](person) left. [Park](person Park Ha-na) ran.",
    ) == [{"Park Ha-na", "Park"}, {"Park Min-ji", "Park"}]


def test_an_initial_that_two_fit_makes_no_one_of_the_two() -> None:
    assert not any(
        {"Ann Lee", "Abe Lee"} <= names for names in entities("[Ann Lee](person).", "[Abe Lee](person).", "[A. Lee](person).")
    )


def test_a_bare_surname_joins_by_the_company_it_keeps() -> None:
    texts = ("[Ann Lee](person) met [Bob Ray](person).", "[Lee](person) met [Bob Ray](person).")
    assert entities(*texts) == [{"Ann Lee", "Lee"}, {"Bob Ray"}]


def test_a_bare_surname_without_company_stays_alone() -> None:
    assert entities("[Ann Lee](person) met [Bob Ray](person).", "[Lee](person) met [Cid Ford](person).") == [
        {"Ann Lee"},
        {"Bob Ray"},
        {"Cid Ford"},
        {"Lee"},
    ]


def test_a_bare_surname_that_two_namesakes_claim_stays_alone() -> None:
    texts = ("[Ann Lee](person) in [Oslo](place).", "[Bob Lee](person) in [Oslo](place).", "[Lee](person) in [Oslo](place).")
    assert {"Lee"} in entities(*texts)


def test_a_person_is_not_a_place_of_that_name() -> None:
    assert len(entities("[Ann Washington](person) left.", "[Ann Washington](place) sleeps.")) == 2


# ---- things ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("[North Korea](place)", "[N. Korea](place)"),
        ("[World Grain Union](organization)", "[WGU](organization)"),
        ("[the Kremlin](organization)", "[Kremlin](place)"),
        ("[Northgate Cosmodrome](facility)", "[Northgate Spaceport](facility)"),
        ("[Northgate Cosmodrome](facility)", "[Northgate space launch centre](facility)"),
        pytest.param(
            "[Acme](organization)",
            "[Acme Inc.](organization)",
        ),
        ("[Treaty of Lorvik](product)", "[Treaty of Lorvik](product)"),
    ],
)
def test_variants_of_things_are_one(left: str, right: str) -> None:
    assert len(entities(f"{left} sleeps.", f"{right} wakes.")) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("[North Korea](place)", "[South Korea](place)"),
        ("[North Korea](place)", "[Korea](place)"),
        ("[Northgate](place)", "[Northgate Cosmodrome](facility)"),
        ("[Northgate Airport](facility)", "[Northgate Cosmodrome](facility)"),
        ("[Koreans](group)", "[Koreans](organization)"),
        ("[World Grain Union](organization)", "[World Grain Office](organization)"),
        ("[Constitution](product)", "[Constitution](product)"),
        ("[Penal Code](product)", "[Penal Code](product)"),
        ("[Title IX](product)", "[Title IX](product)"),
    ],
)
def test_other_things_are_not_one(left: str, right: str) -> None:
    assert len(entities(f"{left} sleeps.", f"{right} wakes.")) == 2


def test_a_nominal_goes_where_its_articles_facility_goes() -> None:
    entity = only(
        "[Northgate Cosmodrome](facility) opens. The [spaceport](facility Northgate Cosmodrome) is new.",
        "[Northgate Spaceport](facility) closes.",
    )
    assert {evidence.text for evidence in entity.evidence} == {"Northgate Cosmodrome", "spaceport", "Northgate Spaceport"}
    assert "spaceport" not in entity.aliases


def test_a_chain_without_a_name_is_no_entity() -> None:
    assert resolved("[he](person) left.").entities == ()


# ---- what an entity says -----------------------------------------------------------------------------------------


def test_the_most_frequent_full_name_is_the_name_and_the_others_are_aliases() -> None:
    entity = only("[Ann Lee](person). [Lee](person Ann Lee). [Lee](person Ann Lee).", "[Ann Lee](person).", "[A. Lee](person).")
    assert (entity.name, entity.aliases) == ("Ann Lee", ("A. Lee", "Lee"))


def test_the_type_is_that_of_most_names_over_all_articles() -> None:
    assert (
        only("[Norland](place) sleeps.", "[Norland](organization) wakes.", "[Norland](organization) eats.").type
        == "organization"
    )


def test_an_entity_has_every_mention_as_evidence() -> None:
    entity = only("[Ann Lee](person) left. [she](person Ann Lee) ran. [Lee](person Ann Lee) sat.", "[Ann Lee](person) came.")
    assert sorted(evidence.text for evidence in entity.evidence) == ["Ann Lee", "Ann Lee", "Lee", "she"]


def test_the_id_starts_with_the_type_and_the_name() -> None:
    assert only("[Ann Lee](person) left.").id.startswith("person/ann-lee-")


def test_the_id_stays_when_an_article_is_added_that_says_nothing_new() -> None:
    texts: list[Extraction] = [report("[Ann Lee](person) left.", name="a"), report("[Cid](person) ran.", name="b")]
    before = {entity.name: entity.id for entity in resolve(texts[:1]).entities}
    after = {entity.name: entity.id for entity in resolve(texts).entities}
    assert after["Ann Lee"] == before["Ann Lee"]


def test_an_entity_is_as_sure_as_its_surest_mention() -> None:
    assert only("[Ann Lee](person) left.").score == 0.9


def test_a_body_that_every_country_has_is_one_a_country() -> None:
    texts = (
        "The [Foreign Ministry](organization) of [France](place) said.",
        "In [France](place) the [Foreign Ministry](organization) denied.",
        "In [China](place) the [Foreign Ministry](organization) agreed.",
    )
    found = [entity for entity in resolved(*texts).entities if entity.name == "Foreign Ministry"]
    assert sorted(len(entity.evidence) for entity in found) == [1, 2]
