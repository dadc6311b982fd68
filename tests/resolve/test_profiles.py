"""Chains of all articles that go by the same names, as profiles."""

from __future__ import annotations

from kg.model import Extraction
from kg.resolve.profiles import Profile, make_profiles
from kg.resolve.sources import Reading
from tests.reports import report


def profiles_of(*reports: Extraction) -> list[Profile]:
    return make_profiles([Reading.of(extraction) for extraction in reports])


def names_of(*texts: str) -> list[set[str]]:
    """The names of each profile of articles with these texts."""
    return [set(profile.names) for profile in profiles_of(*(report(text, name=str(i)) for i, text in enumerate(texts)))]


# ---- what is one profile -----------------------------------------------------------------------------------------


def test_equal_full_names_are_one_profile() -> None:
    assert names_of("[Ann Lee](person) left.", "[Ann Lee](person) came.") == [{"Ann Lee"}]


def test_names_that_differ_in_hyphens_or_accents_are_one_profile() -> None:
    assert names_of("[Park Min-ji](person) left.", "[Park Minji](person) came.", "[Park Mín Ji](person) sat.") == [
        {"Park Min-ji", "Park Minji", "Park Mín Ji"}
    ]


def test_a_name_brings_its_chain_with_it() -> None:
    assert names_of("[Ann Lee](person) left. [A. Lee](person Ann Lee) sat.", "[Ann Lee](person) came.") == [
        {"Ann Lee", "A. Lee"}
    ]


def test_a_surname_inside_a_chain_joins_nothing() -> None:
    assert names_of(
        "[Ann Lee](person) left. [Lee](person Ann Lee) sat.", "[Bob Lee](person) came. [Lee](person Bob Lee) sat."
    ) == [
        {"Ann Lee", "Lee"},
        {"Bob Lee", "Lee"},
    ]


def test_a_person_known_by_one_word_is_a_profile_an_article() -> None:
    assert names_of("[Lee](person) left.", "[Lee](person) came.") == [{"Lee"}, {"Lee"}]


def test_things_of_one_word_are_one_profile() -> None:
    assert names_of("[Oslo](place) sleeps.", "[Oslo](place) wakes.") == [{"Oslo"}]


def test_organizations_and_places_of_one_name_are_one_profile() -> None:
    assert names_of("[Norland](place) sleeps.", "[Norland](organization) wakes.") == [{"Norland"}]


def test_persons_peoples_and_things_of_one_name_are_three_profiles() -> None:
    names = names_of("[Ann Lee](person) left.", "[Ann Lee](group) came.", "[Ann Lee](organization) burned.")
    assert names == [{"Ann Lee"}] * 3


def test_nouns_of_one_kind_are_one_facility() -> None:
    assert names_of("[Northgate Cosmodrome](facility) opens.", "[Northgate Spaceport](facility) closes.") == [
        {"Northgate Cosmodrome", "Northgate Spaceport"}
    ]


def test_an_organization_is_no_facility_for_its_name() -> None:
    assert len(names_of("[Northgate Cosmodrome](organization) pays.", "[Northgate Spaceport](facility) closes.")) == 2


def test_a_chain_without_a_name_is_no_profile() -> None:
    assert names_of("[spaceport](facility) opens. [he](person) left.") == []


# ---- what a profile says -----------------------------------------------------------------------------------------


def only(*texts: str) -> Profile:
    (profile,) = profiles_of(*(report(text, name=str(i)) for i, text in enumerate(texts)))
    return profile


def test_names_are_counted() -> None:
    profile = only("[Ann Lee](person) left. [Lee](person Ann Lee) sat. [Lee](person Ann Lee) slept.", "[Ann Lee](person) came.")
    assert profile.names == {"Ann Lee": 2, "Lee": 2}


def test_nominals_and_pronouns_are_no_names() -> None:
    assert only("[Ann Lee](person) left. [she](person Ann Lee) sat.").names == {"Ann Lee": 1}


def test_the_name_is_the_most_frequent_full_one() -> None:
    profile = only(
        "[A. Lee](person Ann Lee), [A. Lee](person Ann Lee), [Ann Lee](person), [Lee](person Ann Lee), [Lee](person Ann Lee)."
    )
    assert profile.name == "A. Lee"


def test_of_names_equally_frequent_the_longest_is_shown() -> None:
    assert only("[A. Lee](person Ann Lee), [Ann Lee](person).").name == "Ann Lee"


def test_the_type_is_that_of_most_names() -> None:
    assert (
        only("[Norland](place) sleeps. [Norland](organization) wakes.", "[Norland](organization) eats.").type == "organization"
    )


def test_a_third_of_the_names_makes_a_facility() -> None:
    chain = "Northgate Cosmodrome"
    text = f"[{chain}](facility). [Northgate](place {chain}). [Northgate](place {chain})"
    assert only(f"{text}.").type == "facility"
    assert only(f"{text}. [Northgate](place {chain}).").type == "place"


def test_who_is_known_by_one_word_alone_is_single() -> None:
    assert only("[Lee](person) left.").is_single
    assert not only("[Ann Lee](person) left. [Lee](person Ann Lee) sat.").is_single
    assert not only("[Oslo](place) sleeps.").is_single


def test_company_is_the_other_full_names_of_the_articles() -> None:
    profiles = profiles_of(
        report("[Ann Lee](person) met [Bob Ray](person) and [Cid](person) in [Oslo](place).", name="a"),
        report("[Ann Lee](person) flew to [New Rome](place).", name="b"),
    )
    company = {profile.name: profile.company for profile in profiles}
    assert company["Ann Lee"] == {"bob ray", "oslo", "new rome"}
    assert company["Cid"] == {"ann lee", "bob ray", "oslo"}


def test_every_chain_with_a_name_is_in_one_profile() -> None:
    extraction = report("[Ann Lee](person) met [Bob](person), [Bob](group) and [Ann Lee](person Lee) in [Oslo](place).")
    chains = [chain for profile in profiles_of(extraction) for chain in profile.chains]
    assert sorted(chains) == sorted({(0, chain.id) for chain in extraction.chains})
