"""What changed between two graphs, told by shared evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given

from kg.diff import Change, compare
from kg.graph import build_graph
from kg.model import Entity, Event, Evidence, Link, Relation, Resolution
from tests import make
from tests.dossier import dossier
from tests.strategies import resolutions

TEXT = make.article("Ann Lee met Bob in Paris. Lee and Bob spoke. She left. Cleo, a nurse, stayed.", name="a")


def said(*words: str) -> tuple[Evidence, ...]:
    return tuple(make.evidence(TEXT, word) for word in words)


ANN = make.entity("person", "Ann Lee", *said("Ann Lee", "Lee and", "She"), aliases=("Lee",))
BOB = make.entity("person", "Bob", *said("Bob"))
PARIS = make.entity("place", "Paris", *said("Paris"))
CLEO = make.entity("person", "Cleo", *said("Cleo"))
MET = make.event(*said("met"), parts=[make.part("participant", ANN), make.part("participant", BOB)], name="met")
NURSE = Relation("relation/nurse", "holds_position", CLEO.id, None, "nurse", False, None, None, 0.9, said("a nurse"))


def world(
    entities: Iterable[Entity] = (ANN, BOB, PARIS, CLEO),
    events: Iterable[Event] = (MET,),
    relations: Iterable[Relation] = (NURSE,),
) -> Resolution:
    return make.resolution([TEXT], entities, events, relations)


def changes(old: Resolution, new: Resolution) -> tuple[Change, ...]:
    return compare(build_graph(old), build_graph(new))


def told(old: Resolution, new: Resolution) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [(change.what, change.kind, change.name, change.details) for change in changes(old, new)]


@given(resolutions())
def test_nothing_changed_between_a_graph_and_itself(resolution: Resolution) -> None:
    assert changes(resolution, resolution) == ()


def test_nothing_changed_where_ids_alone_did() -> None:
    ann = replace(ANN, id="person/other")
    met = replace(MET, id="event/other", participations=(make.part("participant", ann), make.part("participant", BOB)))
    nurse = replace(NURSE, id="relation/other")
    assert changes(world(), world([ann, BOB, PARIS, CLEO], [met], [nurse])) == ()
    assert changes(build := dossier(), build) == ()


def test_an_entity_that_is_new_or_gone() -> None:
    less = world([ANN, BOB, PARIS], relations=())
    assert told(less, world())[0] == ("entity", "added", "Cleo (person)", ())
    assert told(world(), less)[0] == ("entity", "removed", "Cleo (person)", ())


def test_an_entity_renamed_retyped_and_linked() -> None:
    entry = Link("https://sws.geonames.org/2988507/", "Paris", "capital", "FR", None, None, None, (), 0.9)
    new = replace(PARIS, id="group/x", name="City of Paris", type="group", aliases=("Paris", "Paname"), link=entry)
    ((*_, details),) = told(world(), world([ANN, BOB, new, CLEO]))
    assert details == (
        "renamed: Paris → City of Paris",
        "retyped: place → group",
        "other name now: Paname",
        f"link: none → {entry.id}",
    )


def test_entities_merged_and_split() -> None:
    apart = world(
        [replace(ANN, evidence=said("Ann Lee", "She")), BOB, PARIS, CLEO, make.entity("person", "Lee", *said("Lee and"))]
    )
    merged = [row for row in told(apart, world()) if row[1] != "changed"]
    split = [row for row in told(world(), apart) if row[1] != "changed"]
    assert merged == [("entity", "merged", "Lee (person)", ("into Ann Lee (person)",))]
    assert split == [("entity", "split", "Lee (person)", ("from Ann Lee (person)",))]


def test_mentions_that_moved() -> None:
    ann, bob = replace(ANN, evidence=said("Ann Lee", "Lee and")), replace(BOB, evidence=said("Bob", "She"))
    found = {name: details for _, _, name, details in told(world(), world([ann, bob, PARIS, CLEO]))}
    assert found["Ann Lee (person)"] == ("mentions: 0 more, 1 fewer",)
    assert found["Bob (person)"] == ("mentions: 1 more, 0 fewer",)


def test_an_event_told_otherwise() -> None:
    parts = (make.part("participant", ANN), make.part("participant", CLEO), make.part("place", PARIS))
    time = make.day("2023-09-13", *said("left"))
    new = replace(MET, participations=parts, time=time, certainty="planned", polarity="negative", type="Visit")
    (change,) = changes(world(), world(events=[new]))
    assert (change.what, change.kind, change.old, change.new) == ("event", "changed", MET.id, MET.id)
    assert change.details == (
        "type: Meeting → Visit",
        "participant no longer: Bob",
        "participant now: Cleo",
        "place now: Paris",
        "time: none → 2023-09-13",
        "certainty: certain → planned",
        "polarity: positive → negative",
    )


def test_an_event_whose_participant_was_merged_is_the_same() -> None:
    lee = make.entity("person", "Lee", *said("Lee and"))
    ann = replace(ANN, evidence=said("Ann Lee", "She"))
    event = replace(MET, participations=(make.part("participant", lee), make.part("participant", BOB)))
    rows = told(world([ann, lee, BOB, PARIS, CLEO], [event]), world())
    assert not [row for row in rows if row[0] == "event"]


def test_a_relation_told_otherwise() -> None:
    new = replace(NURSE, id="relation/x", subject=BOB.id, value="head nurse", former=True)
    assert told(world(), world(relations=[new])) == [
        (
            "relation",
            "changed",
            "Bob formerly holds position head nurse",
            ("subject: Cleo → Bob", "value: nurse → head nurse", "former: no → yes"),
        )
    ]


def test_articles_are_known_by_their_texts() -> None:
    other = make.article("Nothing.", name="b", title="Quiet day")
    old, new = world(), make.resolution([TEXT, other], (ANN, BOB, PARIS, CLEO), (MET,), (NURSE,))
    assert told(old, new) == [("article", "added", "Quiet day", ())]
    assert told(new, old) == [("article", "removed", "Quiet day", ())]
    titled = make.resolution([replace(TEXT, title="A day")], (ANN, BOB, PARIS, CLEO), (MET,), (NURSE,))
    assert told(old, titled) == [("article", "changed", "A day", ("title: none → A day",))]


def test_another_program_or_other_settings() -> None:
    first, second = build_graph(world(), model="a-1"), build_graph(world(), model="a-2")
    assert [change.details for change in compare(first, second)] == [("model: a-1 → a-2",)]


@pytest.mark.parametrize("backwards", [True, False])
@given(resolution=resolutions())
def test_every_record_is_accounted_for(backwards: bool, resolution: Resolution) -> None:
    empty = replace(resolution, entities=(), events=(), relations=())
    old, new = (resolution, empty) if backwards else (empty, resolution)
    kinds = [change.kind for change in changes(old, new)]
    count = len(resolution.entities) + len(resolution.events) + len(resolution.relations)
    assert kinds == ["removed" if backwards else "added"] * count
