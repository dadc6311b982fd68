"""Chains of all articles that go by the same names, as profiles."""

from __future__ import annotations

from kg.model import Extraction, Link
from kg.resolve.place_choice import Linking
from kg.resolve.profiles import Profile, make_profiles
from kg.resolve.sources import Reading
from tests.reports import report


def profiles_of(*reports: Extraction) -> list[Profile]:
    return make_profiles([Reading.of(extraction) for extraction in reports])[0]


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


def test_halves_of_countries_are_one_in_their_article_alone() -> None:
    assert names_of("[South](place) won. [South](place) lost.", "[South](place) won.") == [{"South"}, {"South"}]


def test_the_west_that_others_deal_with_is_one_in_all_articles() -> None:
    assert names_of("Sanctions by the [West](place) hold.", "They turned against the [West](place).") == [{"West"}]
    assert len(names_of("It rained in the [West](place).", "They turned against the [West](place).")) == 2


def test_a_people_is_one_with_its_adjective() -> None:
    assert names_of("[Hispanics](group) voted.", "[Hispanic](group) voters came.") == [{"Hispanics", "Hispanic"}]


def test_a_known_body_is_called_by_the_name_that_is_known() -> None:
    text = (
        "[UN Security Council](organization) sat. [Security Council](organization UN Security Council) rose. "
        "[Security Council](organization UN Security Council) met."
    )
    (body,) = profiles_of(report(text))
    assert body.name == "UN Security Council"


def test_a_chain_goes_by_its_main_name_alone() -> None:
    assert names_of("[Ann Lee](person) left. [Ann Maria Lee](person Ann Lee) sat.", "[Ann Maria Lee](person) came.") == [
        {"Ann Lee", "Ann Maria Lee"}
    ]
    assert names_of("[Acme](organization) left. [Ace](organization Acme) sat.", "[Ace](organization) came.") == [
        {"Ace"},
        {"Acme", "Ace"},
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
    chain = "Ann Lee"
    text = f"[Ann M. Lee](person {chain}), [Ann M. Lee](person {chain}), [Ann Lee](person)"
    assert only(f"{text}, {f'[Lee](person {chain}), ' * 3} {f'[A. Lee](person {chain}), ' * 3}.").name == "Ann M. Lee"


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


def test_who_is_known_by_one_word_alone_waits_for_a_full_name() -> None:
    assert only("[Lee](person) left.").form == ("person", "lee")
    assert only("[A. Lee](person) left.").form == ("person", "a", "lee")
    assert only("[Ann Lee](person) left. [Lee](person Ann Lee) sat.").form is None
    assert only("[Oslo](place) sleeps.").form is None


def test_a_clipped_name_is_a_profile_an_article() -> None:
    profiles = profiles_of(
        report("[Northgate Cosmodrome](facility) opens.", name="a"),
        report("[Northgate](place) sleeps.", name="b"),
        report("[Northgate](place) wakes.", name="c"),
    )
    assert [(profile.name, profile.form) for profile in profiles] == [
        ("Northgate", ("thing", "northgate")),
        ("Northgate", ("thing", "northgate")),
        ("Northgate Cosmodrome", None),
    ]


# ---- what makes chains one ---------------------------------------------------------------------------------------


def test_every_step_names_two_mentions_and_says_why() -> None:
    readings = [Reading.of(report("[Ann Lee](person) left.", name=str(i))) for i in range(3)]
    _, steps = make_profiles(readings)
    assert [(s.left, s.right, s.rule, s.reason) for s in steps] == [
        ((0, "m0"), (1, "m0"), "same name", "both are called “Ann Lee”"),
        ((0, "m0"), (2, "m0"), "same name", "both are called “Ann Lee”"),
    ]


def test_chains_of_one_link_are_one_profile_and_of_two_links_two() -> None:
    said = [report("[Georgia](place) sleeps.", name=str(i)) for i in range(2)] + [
        report("[Sakartvelo](place) wakes.", name="c")
    ]
    country, state = (Link(f"https://places.example/{n}", "Georgia", "", None, None, None, None, (), 0.9) for n in "cs")
    linked = {(0, "e0"): Linking(country, ()), (1, "e0"): Linking(state, ()), (2, "e0"): Linking(country, ())}
    profiles, _ = make_profiles([Reading.of(extraction) for extraction in said], linked)
    assert [(set(p.names), p.link) for p in profiles] == [({"Georgia", "Sakartvelo"}, country), ({"Georgia"}, state)]


def test_a_chain_without_a_link_joins_its_namesakes_of_one_link() -> None:
    oslo = Link("https://places.example/o", "Oslo", "", None, None, None, None, (), 0.9)
    readings = [Reading.of(report("[Oslo](place) sleeps.", name=str(i))) for i in range(2)]
    profiles, _ = make_profiles(readings, {(0, "e0"): Linking(oslo, ())})
    assert [p.link for p in profiles] == [oslo]


def test_every_chain_with_a_name_is_in_one_profile() -> None:
    extraction = report("[Ann Lee](person) met [Bob](person), [Bob](group) and [Ann Lee](person Lee) in [Oslo](place).")
    chains = [chain for profile in profiles_of(extraction) for chain in profile.chains]
    assert sorted(chains) == sorted({(0, chain.id) for chain in extraction.chains})


# ---- one thing, called and typed in two ways ---------------------------------------------------------------------


def test_a_single_word_is_of_the_sort_that_it_is_in_most_articles() -> None:
    texts = ("[Zorvan](organization) pays. [Zorvan](organization) cuts.", "[Zorvan](person) builds cars.")
    assert names_of(*texts) == [{"Zorvan"}]


def test_who_is_called_mister_stays_a_person() -> None:
    texts = ("[Zorvan](organization) pays. [Zorvan](organization) cuts.", "Mr. [Zorvan](person) left.")
    assert len(names_of(*texts)) == 2


def test_a_type_of_vehicle_is_one_under_its_number_and_under_its_nickname() -> None:
    texts = ("[Boeing 787 Dreamliner](product) flew.", "The [Boeing 787](product) sank.", "The [Dreamliner](product) burned.")
    assert len(names_of(*texts)) == 1


def test_two_makers_numbers_are_two() -> None:
    assert len(names_of("[Boeing 707](product) flew.", "[Zorvan 707](product) drove.")) == 2


def test_a_ship_is_one_with_and_without_what_stands_before_it() -> None:
    assert (
        len(names_of("[INS Zorvan](product) sailed.", "[Indian Naval Ship Zorvan](product) sank. [Zorvan](product) burned."))
        == 1
    )


def test_of_two_ships_of_one_name_the_name_alone_is_neither() -> None:
    texts = ("[INS Zorvan](product) sailed.", "[HMS Zorvan](product) sank.", "The [Zorvan](product) burned.")
    assert len(names_of(*texts)) == 3


def test_a_constitution_is_that_of_the_country_beside_it() -> None:
    texts = (
        "Chad's [Constitution](product) is old.",
        "Chad's [Constitution](product) is long.",
        "Peru's [Constitution](product) is new.",
    )
    assert len(names_of(*texts)) == 2


def test_a_constitution_of_no_country_is_one_of_its_article() -> None:
    assert len(names_of("The [Constitution](product) is old.", "The [Constitution](product) is new.")) == 2


def test_a_law_is_one_under_its_nickname() -> None:
    assert names_of("[Obamacare](product) costs.", "The [Affordable Care Act](product) helps.") == [
        {"Obamacare", "Affordable Care Act"}
    ]
    assert len(names_of("[Romneycare](product) costs.", "The [Affordable Care Act](product) helps.")) == 2
