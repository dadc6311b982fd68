"""Verbs that tell no more of an event than another word of their clause, read by the pipeline that ships."""

from __future__ import annotations

import pytest

from tests.extract.test_event_instances import Read, read

pytestmark = pytest.mark.model


def at(text: str, trigger: str) -> Read:
    (event,) = [event for event in read(text) if event.trigger == trigger]
    return event


@pytest.mark.parametrize(
    ("text", "verb", "content", "who", "date"),
    [
        (
            "Peru and Chile reached an accord in Lima on September 11.",
            "reached",
            "accord",
            {("participant", "Peru"), ("participant", "Chile")},
            "2023-09-11",
        ),
        (
            "The prosecutors launched an investigation into Boeing on September 11.",
            "launched",
            "investigation",
            {("agent", "The prosecutors"), ("target", "Boeing")},
            "2023-09-11",
        ),
        (
            "Israel continued talks with Egypt in Cairo on September 11.",
            "continued",
            "talks",
            {("participant", "Israel"), ("participant", "Egypt")},
            "2023-09-11",
        ),
        ("The talks with Egypt began on September 11.", "began", "talks", {("participant", "Egypt")}, "2023-09-11"),
        ("Boeing will begin production in 2006.", "begin", "production", {("agent", "Boeing")}, "2006"),
        ("The year saw a launch of a satellite in April 2016.", "saw", "launch", {("object", "a satellite")}, "2016-04"),
    ],
)
def test_who_and_when_is_told_at_the_word_that_says_what_happened(
    text: str, verb: str, content: str, who: set[tuple[str, str]], date: str
) -> None:
    assert (at(text, verb).who, at(text, verb).date) == (frozenset(), None)
    assert (at(text, content).who, at(text, content).date) == (who, date)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        pytest.param("Police stopped the protest in Minsk.", "stopped", id="others protested"),
        pytest.param("Ann Lee saw the attack in Oslo.", "saw", id="somebody looked on"),
        pytest.param("Peru condemned the attack in Oslo.", "condemned", id="an event of its own"),
        pytest.param("Chrysler failed in 2009.", "failed", id="nothing else is told"),
    ],
)
def test_a_verb_that_tells_more_keeps_who_takes_part(text: str, verb: str) -> None:
    assert at(text, verb).who


def test_what_was_not_reached_did_not_happen() -> None:
    text = "Chrysler failed to reach an agreement with Fiat in March."
    assert at(text, "agreement").polarity == "negative"
    assert at("Chrysler reached an agreement with Fiat in March.", "agreement").polarity == "positive"


def test_failing_again_is_another_failure_of_the_same() -> None:
    text = "North Korea failed to launch a satellite on May 31, and failed again on August 24."
    told = [(event.date, event.polarity, len(event.who)) for event in read(text) if event.type == "Launch"]
    assert told == [("2023-05-31", "negative", 2), ("2023-08-24", "negative", 2)]


def test_failing_again_of_something_else_is_not() -> None:
    events = read("Peru launched a satellite on May 31. Chile failed again on August 24.")
    assert [event.date for event in events if event.type == "Launch"] == ["2023-05-31"]
