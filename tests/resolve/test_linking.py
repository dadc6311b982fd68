"""Which place, which country's people a chain is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.gazetteer import entry
from kg.gazetteer.authority import Authority, load_authority
from kg.model import Block, Extraction, Link
from kg.resolve.linking import link_chains
from kg.resolve.place_choice import Linking
from kg.resolve.sources import Reading
from tests.reports import report


def linkings(extraction: Extraction, authority: Authority | None = None) -> dict[str, Linking]:
    """The linking of each chain, by its name."""
    names = {chain.id: chain.name for chain in extraction.chains}
    return {names[chain]: linking for (_, chain), linking in link_chains([Reading.of(extraction)], authority).items()}


def linked(*paragraphs: str) -> dict[str, tuple[str, str, str | None]]:
    """Name, kind and country of what each chain is linked to."""
    found = {name: linking.link for name, linking in linkings(report(*paragraphs)).items()}
    return {name: (link.name, link.kind, link.country) for name, link in found.items() if link}


def country(code: str) -> Link:
    place = entry(code)
    assert place is not None
    return Link(
        place.id, place.name, place.kind, code, place.wikidata, place.latitude, place.longitude, place.within, score=0.0
    )


# ---- what speaks for itself --------------------------------------------------------------------------------------


def test_a_country_is_linked_under_any_of_its_names() -> None:
    found = linked("[DPRK](place) and [North Korea](place), [UK](place) and [Britain](place).")
    assert set(found.values()) == {("North Korea", "country", "KP"), ("United Kingdom", "country", "GB")}
    assert len(found) == 4


def test_a_capital_is_linked_before_its_namesakes() -> None:
    assert linked("He flew to [Moscow](place).") == {"Moscow": ("Moscow", "capital", "RU")}
    assert linked("He flew to [Washington](place).") == {"Washington": ("Washington", "capital", "US")}


def test_a_people_is_linked_to_its_country() -> None:
    assert linked("[Russians](group) and [North Korean](group) envoys.") == {
        "Russians": ("Russia", "country", "RU"),
        "North Korean": ("North Korea", "country", "KP"),
    }


def test_a_people_of_two_countries_is_linked_to_none() -> None:
    assert linked("[Koreans](group) and [Muslims](group).") == {}


def test_the_link_says_all_that_the_gazetteer_knows() -> None:
    link = linkings(report("They met in [Vladivostok](place)."))["Vladivostok"].link
    assert link is not None
    assert (link.id, link.wikidata, link.latitude, link.longitude) == (
        "https://sws.geonames.org/2013348/",
        "Q959",
        43.11,
        131.87,
    )
    assert [place.name for id_ in link.within if (place := entry(id_))] == ["Primorsky Krai", "Russia", "Europe"]
    assert 0 <= link.score <= 1


# ---- which of several --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Fire in [Paris](place), Texas, on Monday.", "Paris", ("Paris", "city", "US")),
        ("Fire in [Moscow](place), Idaho.", "Moscow", ("Moscow", "city", "US")),
        ("A fair in [Birmingham](place), Ala., drew many.", "Birmingham", ("Birmingham", "city", "US")),
        ("A fair in [Birmingham](place) drew many.", "Birmingham", ("Birmingham", "city", "GB")),
        ("The U.S. state of [Georgia](place) votes.", "Georgia", ("Georgia", "region", "US")),
        ("[Georgia](place) borders on [Russia](place). [Tbilisi](place) is calm.", "Georgia", ("Georgia", "country", "GE")),
        ("Snow fell on [Amur region](place).", "Amur region", ("Amur Oblast", "region", "RU")),
        ("Snow fell on [Khabarovsk Krai](place).", "Khabarovsk Krai", ("Khabarovsk Krai", "region", "RU")),
        ("Floods in Pakistan's [Punjab](place) province.", "Punjab", ("Punjab", "region", "PK")),
        ("Quake near Mazar-i-Sharif, [Balkh](place), Afghanistan.", "Balkh", ("Balkh", "region", "AF")),
        ("Swing states like [Colorado](place), Florida and Nevada.", "Colorado", ("Colorado", "region", "US")),
        ("He came to [Singapore](place).", "Singapore", ("Singapore", "country", "SG")),
        ("Together with [Canada](place), Mexico should sue.", "Canada", ("Canada", "country", "CA")),
        ("He left [New York](place) state.", "New York", ("New York", "region", "US")),
        ("Ann Lee (R-[AZ](place)) left.", "AZ", ("Arizona", "region", "US")),
        ("Ann Lee (R-[Tex](place)) left.", "Tex", ("Texas", "region", "US")),
        ("Ann Lee (R-[Utah](place)) left.", "Utah", ("Utah", "region", "US")),
        ("Representative Rangel of [New York](place) left.", "New York", ("New York", "region", "US")),
        ("Ann Rangel of [New York](place) left.", "New York", ("New York City", "city", "US")),
    ],
)
def test_the_text_tells_which_place_is_meant(text: str, name: str, expected: tuple[str, str, str]) -> None:
    assert linked(text)[name] == expected


def test_other_places_of_the_article_tell_which_is_meant() -> None:
    here = "[Cambridge](place) was calm. [Massachusetts](place) voted, [Boston](place) too. [Americans](group) watched."
    there = "[Cambridge](place) was calm. [England](place) voted, [London](place) too. [Britons](group) watched."
    assert linked(here)["Cambridge"][2] == "US"
    assert linked(there)["Cambridge"][2] == "GB"


def test_a_small_town_needs_its_country() -> None:
    alone = linkings(report("The train stopped in [Khasan](place)."))
    assert alone["Khasan"].link is None
    assert alone["Khasan"].candidates
    beside = linked("[Russians](group) saw it. The train left [Vladivostok](place), in [Primorye](place), for [Khasan](place).")
    assert beside["Khasan"] == ("Khasan", "city", "RU")


def test_a_dateline_tells_the_country() -> None:
    body = "[Cordoba](place) was calm."
    spanish, argentine = ("MADRID, Spain", "BUENOS AIRES, Argentina")
    for dateline, code in ((spanish, "ES"), (argentine, "AR")):
        plain = report(f"{dateline} - {body}")
        head = Block(0, len(dateline), "dateline")
        rest = Block(len(dateline) + 3, len(plain.article.text), "paragraph")
        found = linkings(replace(plain, article=replace(plain.article, blocks=(head, rest))))["Cordoba"].link
        assert found is not None
        assert found.country == code


# ---- none rather than a guess ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "They fled to [Zubrowka Springs](place).",
        "The parade went down [Elm Street](place).",
        "She was born in [Springfield](place).",
        "[Ann Lee](person) met [Paris](person).",
        "[Liverpool](organization) won.",
        "Talks with [the North](place) failed.",
        "A town in [Khasan](place), Kazakhstan, burned.",
        "They came to the [Sunshine](place) state.",
        "The letters [AZ](place) were on the door.",
    ],
)
def test_what_is_open_or_no_place_is_not_linked(text: str) -> None:
    assert linked(text) == {}


def test_candidates_are_kept_the_likeliest_first() -> None:
    open_ = linkings(report("She was born in [Springfield](place)."))["Springfield"]
    scores = [candidate.score for candidate in open_.candidates]
    assert len(scores) > 1
    assert scores == sorted(scores, reverse=True)


# ---- capitals that act, and the user's own table -----------------------------------------------------------------


def test_a_name_with_an_article_is_no_city() -> None:
    assert linked("The [Toulouse](place) sailed on Friday.", "The pirates saw the [Toulouse](place).") == {}
    assert linked("They went to [Toulouse](place) and left [Toulouse](place).")["Toulouse"][2] == "FR"


def test_a_shortened_region_is_known_by_the_dot_behind_it() -> None:
    assert linked("FAIRVIEW, [W.Va](place). - The coal lay high.")["W.Va"] == ("West Virginia", "region", "US")


def test_a_capital_that_acts_is_its_country() -> None:
    said = report("[Moscow](place) denied it.")
    said = replace(said, mentions=tuple(replace(m, metonym=True) for m in said.mentions))
    link = linkings(said)["Moscow"].link
    assert link is not None
    assert (link.id, link.kind) == (country("RU").id, "country")


def test_brussels_acts_for_others_too() -> None:
    said = report("[Brussels](place) denied it.")
    said = replace(said, mentions=tuple(replace(m, metonym=True) for m in said.mentions))
    found = linkings(said).get("Brussels")
    assert found is None or found.link is None or found.link.kind != "country"


def test_the_users_table_wins_over_the_built_in_one(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text(
        "name,aliases,type,id\nParis,,place,https://example.org/p\nAnn Lee,,person,https://example.org/a\n", "utf-8"
    )
    found = linkings(report("[Ann Lee](person) came to [Paris](place)."), load_authority(path))
    assert {name: linking.link and linking.link.id for name, linking in found.items()} == {
        "Paris": "https://example.org/p",
        "Ann Lee": "https://example.org/a",
    }


NAMES = st.sampled_from(["Paris", "Georgia", "Moscow", "Springfield", "Amur region", "Texas", "Zubrowka", "Cambridge", "Perth"])


@given(st.lists(NAMES, min_size=1, max_size=5, unique=True))
def test_scores_are_shares_and_no_entry_is_there_twice(names: list[str]) -> None:
    for linking in linkings(report(" and ".join(f"[{name}](place)" for name in names) + ".")).values():
        links = [*((linking.link,) if linking.link else ()), *linking.candidates]
        assert len({link.id for link in links}) == len(links)
        assert all(0 <= link.score <= 1 for link in links)
        assert sum(link.score for link in links) < 1.01
