"""Towns that are teams, by the entities that come of it."""

from __future__ import annotations

import pytest

from kg.resolve import resolve
from kg.resolve.teams import is_about_sport
from tests.reports import report

SPORT = "The coach and the quarterback saw the playoffs."
MAN = "[Ann Ray](person) watched."


def nodes(*texts: str) -> list[tuple[str, set[str], str | None]]:
    """Type, names and link of each entity of articles, without persons."""
    found = resolve([report(text, name=f"a{i}") for i, text in enumerate(texts)]).entities
    return sorted((e.type, {e.name, *e.aliases}, e.link and e.link.kind) for e in found if e.type != "person")


@pytest.mark.parametrize(
    "text",
    [
        "[Denver](place) knocked off the champions.",
        "They lost to [Denver](place).",
        "It was a 23-17 victory over [Denver](place).",
        "He also played with Boston, New York and [Denver](place).",
        "They saw [Denver](place)'s quarterback.",
    ],
)
def test_a_town_that_plays_is_an_organization_without_a_place(text: str) -> None:
    assert nodes(f"{SPORT} {text}") == [("organization", {"Denver"}, None)]


@pytest.mark.parametrize(
    "text",
    [
        f"{SPORT} They live in [Denver](place).",
        f"{SPORT} It was a loss at [Denver](place).",
        f"{SPORT} He left [Denver](place).",
        "[Denver](place) won the bid.",
    ],
)
def test_elsewhere_it_is_a_place(text: str) -> None:
    assert nodes(text) == [("place", {"Denver"}, "city")]


def test_team_and_town_are_two() -> None:
    texts = (f"{SPORT} They lost to [Denver](place). {MAN}", f"It rained in [Denver](place). {MAN}")
    assert nodes(*texts) == [("organization", {"Denver"}, None), ("place", {"Denver"}, "city")]


def test_a_team_is_the_one_of_its_town_whose_company_it_keeps() -> None:
    texts = (f"The [Denver Broncos](organization) came. {MAN}", f"{SPORT} They lost to [Denver](place). {MAN}")
    assert nodes(*texts) == [("organization", {"Denver Broncos", "Denver"}, None)]


def test_without_company_it_may_be_that_of_another_sport() -> None:
    texts = ("The [Denver Broncos](organization) came.", f"{SPORT} They lost to [Denver](place).")
    assert nodes(*texts) == [("organization", {"Denver"}, None), ("organization", {"Denver Broncos"}, None)]


def test_an_article_with_one_word_of_sport_is_not_about_it() -> None:
    assert is_about_sport(SPORT)
    assert not is_about_sport("The coach left. Another coach came.")
