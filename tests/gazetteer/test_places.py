"""Places of the world by name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.gazetteer import capital_of, contains, country_of, entry, is_capital, lookup, people_of, region_of


def found(name: str) -> list[tuple[str, str, str | None]]:
    return [(match.entry.name, match.entry.kind, match.entry.country) for match in lookup(name)]


# ---- names -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("DPRK", "KP"),
        ("D.P.R.K.", "KP"),
        ("N. Korea", "KP"),
        ("Democratic People's Republic of Korea", "KP"),
        ("UK", "GB"),
        ("Britain", "GB"),
        ("U.S.", "US"),
        ("America", "US"),
        ("the United States of America", "US"),
        ("UAE", "AE"),
        ("Burma", "MM"),
        ("Ivory Coast", "CI"),
        ("Holland", "NL"),
        ("Türkiye", "TR"),
        ("Czech Republic", "CZ"),
        ("Russian Federation", "RU"),
    ],
)
def test_a_country_has_all_its_usual_names(name: str, country: str) -> None:
    assert country_of(name) == entry(country)


def test_an_acronym_is_no_word_in_small_letters() -> None:
    assert country_of("CAR") == entry("CF")
    assert not lookup("Car")


@pytest.mark.parametrize(
    ("name", "region"),
    [("Khasan", "RU.59"), ("Vladivostok", "RU.59"), ("Komsomolsk-on-Amur", "RU.30"), ("Tsiolkovsky", "RU.05")],
)
def test_small_and_far_places_lie_in_their_region(name: str, region: str) -> None:
    places = [match.entry for match in lookup(name)]
    assert region in {region_of(place) for place in places}


def test_spellings_of_a_name_find_the_same_places() -> None:
    assert lookup("St. Petersburg") == lookup("Saint Petersburg") == lookup("SAINT PETERSBURG")
    assert {m.entry.id for m in lookup("P’yŏngyang")} == {m.entry.id for m in lookup("Pyongyang")}


def test_a_word_that_says_what_a_place_is_leaves_places_of_that_kind() -> None:
    assert found("Pyongyang City") == [("Pyongyang", "capital", "KP")]
    assert found("Amur region") == [("Amur Oblast", "region", "RU")]
    assert found("State of Georgia") == [("Georgia", "region", "US")]
    assert found("Moscow region") == [("Moscow Oblast", "region", "RU")]


def test_a_name_of_several_places_finds_all_of_them() -> None:
    assert {("Georgia", "country", "GE"), ("Georgia", "region", "US")} <= set(found("Georgia"))
    assert {("Paris", "capital", "FR"), ("Paris", "city", "US")} <= set(found("Paris"))


def test_an_unknown_name_finds_nothing() -> None:
    assert lookup("Zubrowka Springs") == ()
    assert lookup("…") == ()


@given(st.text(max_size=30))
def test_any_text_can_be_looked_up(text: str) -> None:
    matches = lookup(text)
    assert len({match.entry.id for match in matches}) == len(matches)
    assert [m.entry.population for m in matches] == sorted((m.entry.population for m in matches), reverse=True)


# ---- peoples and capitals ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Russian", "RU"),
        ("Russians", "RU"),
        ("North Korean", "KP"),
        ("North Koreans", "KP"),
        ("French", "FR"),
        ("Frenchmen", "FR"),
        ("Swiss", "CH"),
        ("Poles", "PL"),
        ("Emirati", "AE"),
    ],
)
def test_a_people_belongs_to_its_country(name: str, country: str) -> None:
    assert people_of(name) == entry(country)


def test_a_people_of_two_countries_belongs_to_none() -> None:
    assert people_of("Korean") is None
    assert people_of("Congolese") is None


@pytest.mark.parametrize(
    ("name", "country"),
    [("Moscow", "RU"), ("Kiev", "UA"), ("Kyiv", "UA"), ("Washington", "US"), ("Washington, D.C.", "US"), ("Naypyidaw", "MM")],
)
def test_a_capital_has_its_country(name: str, country: str) -> None:
    assert capital_of(name) == entry(country)


@pytest.mark.parametrize("name", ["Vladivostok", "Singapore", "Philadelphia", "Atlantis"])
def test_what_is_no_capital_or_a_country_itself_has_none(name: str) -> None:
    assert not is_capital(name)


# ---- what lies in what -------------------------------------------------------------------------------------------


def test_a_place_lies_in_its_region_its_country_and_its_continent() -> None:
    (town,) = (match.entry for match in lookup("Tsiolkovsky"))
    assert [entry(id_).name for id_ in town.within if entry(id_)] == ["Amur Oblast", "Russia", "Europe"]  # type: ignore[union-attr]


def test_containment_is_a_strict_order() -> None:
    russia, amur, pyongyang = entry("RU"), entry("RU.05"), lookup("Pyongyang")[0].entry
    assert russia is not None
    assert amur is not None
    assert contains(russia, amur)
    assert not contains(amur, russia)
    assert not contains(russia, russia)
    assert not contains(russia, pyongyang)


def test_an_entry_is_found_by_its_iri_and_its_code() -> None:
    russia = entry("RU")
    assert russia is not None
    assert entry(russia.id) is russia
    assert entry("https://example.org/nowhere") is None


def test_countries_are_known_in_full() -> None:
    korea = entry("KP")
    assert korea is not None
    assert (korea.wikidata, korea.kind, korea.id) == ("Q423", "country", "https://sws.geonames.org/1873107/")
    assert korea.seats == (lookup("Pyongyang")[0].entry.id,)
    assert (korea.latitude, korea.longitude) == (40.0, 127.0)
