"""Happenings told of together and then one by one, and events in sentences that mislead, read by the pipeline that ships."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from kg.extract import extract_article, load_nlp
from tests import make

pytestmark = pytest.mark.model


class Read(NamedTuple):
    """An event as a test states it."""

    type: str
    trigger: str
    date: str | None
    polarity: str
    certainty: str
    who: frozenset[tuple[str, str]]


def read(text: str) -> list[Read]:
    """The events of a text published on 2023-09-15, in order."""
    extraction = extract_article(make.article(text, published="2023-09-15"), load_nlp())
    words = {mention.id: mention.text for mention in extraction.mentions}
    dates = {time.id: time.value for time in extraction.times}
    return [
        Read(
            event.type,
            event.trigger.text,
            dates[event.time] if event.time else None,
            event.polarity,
            event.certainty,
            frozenset((argument.role, words[argument.mention]) for argument in event.arguments),
        )
        for event in extraction.events
    ]


def dated(text: str, type_: str) -> list[tuple[str, str | None]]:
    """(trigger, date) of the events of a type."""
    return [(event.trigger, event.date) for event in read(text) if event.type == type_]


def who(text: str, trigger: str) -> set[tuple[str, str]]:
    return set().union(*(event.who for event in read(text) if event.trigger == trigger))


# ---- one by one --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        (
            "Rebels bombed the airport of Aden three times this month. "
            "The first attack came on September 2, the second on September 5, and the last on Monday.",
            "Attack",
            [("bombed", "2023-09"), ("attack", "2023-09-02"), ("second", "2023-09-05"), ("last", "2023-09-11")],
        ),
        (
            "Turkey held two elections this year. The first was on May 14 and the second took place on May 28.",
            "Election",
            [("elections", "2023"), ("first", "2023-05-14"), ("second", "2023-05-28")],
        ),
        (
            "Putin visited Beijing twice in 2019. The first visit was in April, and the second followed in June.",
            "Visit",
            [("visited", "2019"), ("visit", "2019-04"), ("second", "2019-06")],
        ),
    ],
)
def test_each_has_its_own_date(text: str, type_: str, expected: list[tuple[str, str]]) -> None:
    assert dated(text, type_) == expected


def test_what_failed_twice_failed_each_time_with_the_same_people() -> None:
    text = "Chad failed to launch a satellite twice this year. The latest attempt was on August 2, and the first was on May 3."
    found = [event for event in read(text) if event.trigger in {"attempt", "first"}]
    assert [(event.type, event.date, event.polarity, event.certainty) for event in found] == [
        ("Launch", "2023-08-02", "negative", "certain"),
        ("Launch", "2023-05-03", "negative", "certain"),
    ]
    assert all(event.who == {("agent", "Chad"), ("object", "a satellite")} for event in found)


def test_the_next_is_still_to_come() -> None:
    (visit,) = [
        e for e in read("Blinken visited Kyiv four times. The next visit is scheduled for October.") if e.trigger == "visit"
    ]
    assert (visit.date, visit.certainty, visit.polarity) == ("2023-10", "planned", "positive")


def test_another_launch_has_another_object() -> None:
    text = "India launched the Aditya from Sriharikota on May 3. A second launch, on August 24, failed."
    assert who(text, "launch") == {("agent", "India")}


@pytest.mark.parametrize(
    "text",
    [
        "Honda showed two cars in Tokyo. The latest model was on display on Tuesday.",
        "The minister made two mistakes. The first was a mistake on Monday.",
        "Turkey has two airports. The first was on the agenda on Monday.",
        "Protesters marched in Paris on Sunday. The first was on May 3.",
    ],
)
def test_what_is_no_happening_is_not_taken_up(text: str) -> None:
    assert not {event.trigger for event in read(text)} & {"latest", "first"}


# ---- who is meant ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Axelrod called on Dean to apologize.", "apologize", {("agent", "Dean")}),
        (
            "The army accused the rebels of killing 12 soldiers.",
            "killing",
            {("attacker", "the rebels"), ("target", "12 soldiers")},
        ),
        ("Const. Fanning said that it was over.", "said", {("speaker", "Fanning")}),
        ("Two were killed and 70 protesters arrested.", "arrested", {("target", "70 protesters")}),
        ("The Indian navy foiled an attack on Aden.", "attack", {("target", "Aden")}),
        ("Peru faces sanctions from Chile.", "sanctions", {("agent", "Chile"), ("target", "Peru")}),
        ("Two men arrested over Madrid bombings", "arrested", {("target", "Two men")}),
        ("Ann Lee nominated to be surgeon general", "nominated", {("target", "Ann Lee")}),
        ("A man opened fire at a party, killing Ann Lee.", "killing", {("agent", "A man"), ("victim", "Ann Lee")}),
        ("Ann Lee and Bob Ray wrote letters. They followed a visit to Oslo.", "followed", set()),
        (
            "Ann Lee and Bob Ray left. They followed the van.",
            "followed",
            {("agent", "Ann Lee"), ("agent", "Bob Ray"), ("patient", "the van")},
        ),
        ("Trump cited his endorsements from 88 generals.", "endorsements", {("speaker", "88 generals")}),
    ],
)
def test_who_has_which_part(text: str, trigger: str, expected: set[tuple[str, str]]) -> None:
    assert who(text, trigger) == expected


# ---- what is no such event ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("North Korea announced its ability to strike the US mainland.", "Attack"),
        ("Clinton attacked Trump over his taxes.", "Attack"),
        ("The judge agreed with Ivana Trump that there was no reason.", "Agreement"),
        ("Democrats seized on the remarks of Trump.", "Coercion"),
        ("He pleaded guilty in Ohio.", "Appeal"),
        ("Ann Lee did not know what to tell Bob Ray.", "Statement"),
        ("Elected officials in Virginia smiled.", "Election"),
    ],
)
def test_a_neighbouring_sense_is_not_taken(text: str, type_: str) -> None:
    assert type_ not in {event.type for event in read(text)}


def test_an_ability_is_no_happening() -> None:
    assert "ability" not in {event.trigger for event in read("North Korea announced its ability to strike the US mainland.")}


def test_a_bare_noun_behind_in_may_be_an_idiom() -> None:
    assert "addition" not in {event.trigger for event in read("In addition, Ann Lee surprised Bob Ray.")}
    assert "addition" in {event.trigger for event in read("Ann Lee criticised the addition of Peru to the list.")}
