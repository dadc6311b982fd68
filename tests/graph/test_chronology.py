"""What somebody did, in the order of time and in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.errors import GraphError
from kg.graph import Chronology, KnowledgeGraph, build_graph
from kg.model import Claim, Difference, Entity, Event, Evidence
from tests import make
from tests.graph.worlds import meetings

NEWS = make.article(
    "Did Ann meet Bob? Ann met Bob in Oslo on Monday. Ann told Bob a tale. Ann praised Cid, and Bob heard it. "
    "Ann sang and danced. They opened a school, they said. Bob attacked Ann. Ann will visit Rome. Ann did not meet Cid.",
    name="news",
    published="2023-09-14",
)
ANN, BOB, CID = (make.entity("person", name, make.evidence(NEWS, name)) for name in ("Ann", "Bob", "Cid"))
OSLO, ROME = (make.entity("place", name, make.evidence(NEWS, name)) for name in ("Oslo", "Rome"))


def said(words: str, nth: int = 0) -> Evidence:
    return make.evidence(NEWS, words, nth=nth)


def event(name: str, *evidence: Evidence, roles: dict[str, tuple[Entity, ...]], **fields: object) -> Event:
    parts = [make.part(role, player, *evidence[-1:]) for role, players in roles.items() for player in players]
    return make.event(*evidence, name=name, parts=parts, **fields)  # type: ignore[arg-type]


def told(*events: Event, who: str = "Ann") -> Chronology:
    return build_graph(make.resolution([NEWS], [ANN, BOB, CID, OSLO, ROME], events)).chronology(who)


MEETING = event(
    "meeting",
    said("meet"),
    said("met"),
    roles={"participant": (ANN, BOB), "place": (OSLO,)},
    time=make.day("2023-09-11", said("Monday")),
)
SONG = event("song", said("sang"), roles={"agent": (ANN,)}, type="Event")
DANCE = event("dance", said("danced"), roles={"agent": (ANN,)}, type="Event")
TALE = event("tale", said("told"), roles={"speaker": (ANN,), "addressee": (BOB,)}, type="Statement")
SCHOOL = event("school", said("opened"), roles={"agent": (ANN, BOB)}, type="Event")
ATTACK = event("attack", said("attacked"), roles={"attacker": (BOB,), "target": (ANN,)}, type="Attack")
PLAN = event("plan", said("visit"), roles={"agent": (ANN,), "destination": (ROME,)}, type="Visit", certainty="planned")
DENIAL = event("denial", said("meet", 1), roles={"participant": (ANN, CID)}, polarity="negative")


def test_sections_come_in_their_order_and_events_in_theirs() -> None:
    assert [(entry.section, entry.event.id) for entry in told(MEETING, SONG, TALE, SCHOOL, ATTACK, PLAN, DENIAL)] == [
        ("dated", "event/meeting"),
        ("undated", "event/attack"),
        ("undated", "event/school"),
        ("said", "event/tale"),
        ("told", "event/song"),
        ("open", "event/plan"),
        ("open", "event/denial"),
    ]


def test_what_others_say_is_not_said_by_one() -> None:
    assert [entry.section for entry in told(TALE, who="Bob")] == ["heard"]


@pytest.mark.parametrize(
    ("happened", "who", "summary"),
    [
        (MEETING, "Ann", "Meeting with Bob in Oslo"),
        (MEETING, "Oslo", "Meeting with Ann and Bob there"),
        (ATTACK, "Bob", "Attack against Ann"),
        (ATTACK, "Ann", "Attack by Bob"),
        (PLAN, "Ann", "Visit to Rome"),
        (SCHOOL, "Ann", "Opened a school (with Bob)"),
        (SONG, "Ann", "Sang and danced"),
    ],
)
def test_an_event_in_words_from_the_side_of_one(happened: Event, who: str, summary: str) -> None:
    assert [entry.summary for entry in told(happened, who=who)] == [summary]


def test_the_sentence_that_says_most_stands_for_the_event_and_a_question_does_not() -> None:
    (entry,) = told(MEETING)
    assert entry.quote.sentence == "Ann met Bob in Oslo on Monday."


def test_what_one_sentence_tells_is_one_entry() -> None:
    (entry,) = told(SONG, DANCE)
    assert {entry.event.id, *(other.id for other in entry.others)} == {"event/song", "event/dance"}


@pytest.mark.parametrize(
    ("certainty", "polarity", "status"),
    [
        ("certain", "positive", ""),
        ("probable", "positive", "probably"),
        ("planned", "positive", "planned"),
        ("certain", "negative", "denied"),
        ("planned", "negative", "not planned"),
    ],
)
def test_what_is_not_simply_asserted_says_so(certainty: str, polarity: str, status: str) -> None:
    (entry,) = told(replace(MEETING, certainty=certainty, polarity=polarity))  # type: ignore[arg-type]
    assert entry.status == status


def test_where_the_articles_differ_is_said() -> None:
    claims = Claim("2 hours", None, (said("met"),)), Claim("4 hours", None, (said("meet"),))
    (entry,) = told(replace(MEETING, differences=(Difference("duration", "", claims),)))
    assert entry.differences == ("duration: 2 hours / 4 hours",)


def test_a_graph_without_sentences_has_a_chronology_too() -> None:
    graph = build_graph(make.resolution([NEWS], [ANN, BOB, CID, OSLO, ROME], [MEETING, SONG])).without_text()
    assert [entry.summary for entry in graph.chronology("Ann")] == ["Meeting with Bob in Oslo", "Event"]


def test_in_a_notebook_it_is_a_table_with_escaped_words() -> None:
    shown = told(MEETING, PLAN)._repr_html_()
    for words in ("Chronology", "Meeting with Bob in Oslo", "2023-09-11", "<mark>met</mark>", "Planned, possible or denied"):
        assert words in shown


def test_filters_are_those_of_events() -> None:
    graph: KnowledgeGraph = meetings()
    assert [entry.when for entry in graph.chronology("Ann", since="2024")] == ["2024-06-01"]
    assert {entry.section for entry in graph.chronology("Ann")} == {"dated", "open"}


def test_nobody_has_no_chronology() -> None:
    with pytest.raises(GraphError, match="goes by the name 'Zoe'"):
        meetings().chronology("Zoe")
