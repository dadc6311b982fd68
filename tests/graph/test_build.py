"""One node a thing, one edge a fact, nothing without evidence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings

from kg.errors import GraphError
from kg.graph import build_graph
from kg.graph.attributes import EDGE_ATTRIBUTES, GRAPH_ATTRIBUTES, NODE_ATTRIBUTES, load_evidence
from kg.model import Entity, Link, Relation, Resolution
from tests import make
from tests.strategies import resolutions

ARTICLE = make.article("Ann met Bob in Bonn.")
ANN = make.entity("person", "Ann", make.evidence(ARTICLE, "Ann"))
MEETING = make.event(make.evidence(ARTICLE, "met"), parts=[make.part("participant", ANN)])

EXPERT = Relation("relation/expert", "holds_position", ANN.id, None, "expert", False, None, None, 0.8, ANN.evidence)
ENTRY = Link("https://sws.geonames.org/2946447/", "Bonn", "city", "DE", "Q586", 50.73438, 7.09549, ("urn:de", "urn:eu"), 0.9)


@given(resolution=resolutions())
@settings(max_examples=60)
def test_attributes_are_the_declared_scalars(resolution: Resolution) -> None:
    graph = build_graph(resolution).to_networkx()
    declared = [(NODE_ATTRIBUTES, data) for _, data in graph.nodes(data=True)]
    declared += [(EDGE_ATTRIBUTES, data) for *_, data in graph.edges(data=True)]
    for types, data in [*declared, (GRAPH_ATTRIBUTES, graph.graph)]:
        assert {name: type(value) for name, value in data.items()} == {name: types[name] for name in data}


@given(resolution=resolutions())
@settings(max_examples=60)
def test_every_edge_has_a_key_of_its_own_and_evidence(resolution: Resolution) -> None:
    edges = list(build_graph(resolution).to_networkx().edges(keys=True, data=True))
    assert len({key for *_, key, _ in edges}) == len(edges)
    for *_, data in edges:
        assert data["weight"] == len(load_evidence(data["evidence"])) > 0


@given(resolution=resolutions())
@settings(max_examples=60)
def test_the_order_of_the_resolution_does_not_matter(resolution: Resolution) -> None:
    graph, other = build_graph(resolution), build_graph(make.reverse(resolution))
    assert graph == other
    assert list(graph.to_networkx().edges(keys=True)) == list(other.to_networkx().edges(keys=True))


@given(resolution=resolutions())
@settings(max_examples=60)
def test_a_graph_is_made_of_records_and_back(resolution: Resolution) -> None:
    graph = build_graph(resolution)
    assert build_graph(graph.to_resolution()) == graph


def test_the_records_come_back() -> None:
    resolution = make.summit()
    again = build_graph(resolution).to_resolution()
    assert again.sources == resolution.sources
    assert [entity.name for entity in again.entities] == [entity.name for entity in resolution.entities]
    assert [{*event.evidence} for event in again.events] == [{*event.evidence} for event in resolution.events]
    assert [event.time for event in again.events] == [event.time for event in resolution.events]


def test_an_edge_shows_its_best_evidence() -> None:
    graph = build_graph(make.summit()).to_networkx()
    [edge] = graph.get_edge_data("person/vladimir-putin", "article/wire-2023-09-13").values()
    assert (edge["text"], edge["score"], edge["weight"]) == ("Vladimir Putin", 0.99, 2.0)
    assert edge["sentence"].startswith("Vladimir Putin met")


def test_a_named_event_is_told_from_what_happened() -> None:
    games = make.entity("event", "Games", make.evidence(ARTICLE, "met"))
    graph = build_graph(make.resolution([ARTICLE], [games]))
    assert [node.kind for node in graph if node.id == "event/games"] == ["named_event"]
    assert graph.to_resolution().entities[0].type == "event"


def test_aliases_are_sorted_and_do_not_repeat_the_name() -> None:
    ann = replace(ANN, aliases=("Bee", "Ann", "", "A.", "Bee"))
    [node] = build_graph(make.resolution([ARTICLE], [ann])).people()
    assert node.aliases == ("A.", "Bee")


def test_last_bits_of_scores_do_not_show() -> None:
    graphs = [build_graph(make.resolution([ARTICLE], [replace(ANN, score=score)])) for score in (0.1 + 0.2, 0.3)]
    assert graphs[0] == graphs[1]


def test_a_value_at_the_end_of_relations_is_one_node() -> None:
    bob = make.entity("person", "Bob", make.evidence(ARTICLE, "Bob"))
    both = [EXPERT, replace(EXPERT, id="relation/other", subject=bob.id, evidence=bob.evidence, former=True)]
    graph = build_graph(make.resolution([ARTICLE], [ANN, bob], relations=both))
    [value] = [node for node in graph if node.kind == "value"]
    edges = graph.to_networkx().in_edges(value.id, data=True)
    assert [(source, data["relation"], data["value"], data["former"]) for source, _, data in edges] == [
        ("person/ann", "holds_position", "expert", False),
        ("person/bob", "holds_position", "expert", True),
    ]
    assert graph.to_resolution().relations == tuple(both)


def test_a_link_is_plain_attributes_and_comes_back_with_four_decimals() -> None:
    bonn = replace(
        make.entity("place", "Bonn", make.evidence(ARTICLE, "Bonn")), link=ENTRY, candidates=(replace(ENTRY, score=0.1),)
    )
    graph = build_graph(make.resolution([ARTICLE], [bonn]))
    data = graph.to_networkx().nodes[bonn.id]
    assert (data["link"], data["link_kind"], data["latitude"], data["within"]) == (ENTRY.id, "city", 50.7344, "urn:de|urn:eu")
    [again] = graph.to_resolution().entities
    assert again.link == replace(ENTRY, latitude=50.7344, longitude=7.0955)
    assert [link.score for link in again.candidates] == [0.1]


def test_the_likeliest_candidate_comes_first() -> None:
    ann = replace(ANN, candidates=tuple(replace(ENTRY, id=f"urn:{score}", score=score) for score in (0.2, 0.9, 0.5)))
    [node] = build_graph(make.resolution([ARTICLE], [ann])).people()
    assert [link.score for link in node.candidates] == [0.9, 0.5, 0.2]


def test_evidence_that_comes_twice_counts_once() -> None:
    ann = replace(ANN, evidence=(replace(ANN.evidence[0], score=0.2), ANN.evidence[0], replace(ANN.evidence[0], score=0.7)))
    graph = build_graph(make.resolution([ARTICLE], [ann]))
    assert graph.people()[0].mentions == 1
    assert [piece.score for piece in graph.evidence(ann.id)] == [0.7]


def two_texts(entity: Entity) -> Entity:
    return replace(entity, evidence=(*entity.evidence, replace(entity.evidence[0], text="Bob")))


WRONG: dict[str, tuple[Callable[[], Resolution], str]] = {
    "entity without evidence": (lambda: make.resolution([ARTICLE], [replace(ANN, evidence=())]), "person/ann has no evidence"),
    "event without evidence": (
        lambda: make.resolution([ARTICLE], [ANN], [replace(MEETING, evidence=())]),
        "event/meeting has no evidence",
    ),
    "role without evidence": (
        lambda: make.resolution(
            [ARTICLE], [ANN], [replace(MEETING, participations=(replace(MEETING.participations[0], evidence=()),))]
        ),
        r"participant\.person\.ann has no evidence",
    ),
    "time without evidence": (
        lambda: make.resolution([ARTICLE], [ANN], [replace(MEETING, time=make.day("2023-09-13"))]),
        "the time of event/meeting has no evidence",
    ),
    "unknown article": (lambda: make.resolution([], [ANN]), "there is no article/a"),
    "unknown entity": (lambda: make.resolution([ARTICLE], [], [MEETING]), "there is no person/ann"),
    "two nodes with one id": (lambda: make.resolution([ARTICLE], [ANN, ANN]), "person/ann is there twice"),
    "one role twice": (
        lambda: make.resolution([ARTICLE], [ANN], [replace(MEETING, participations=MEETING.participations * 2)]),
        "is there twice",
    ),
    "two texts at one place": (
        lambda: make.resolution([ARTICLE], [two_texts(ANN)]),
        "characters 0 to 3 are quoted in two ways",
    ),
    "a relation without evidence": (
        lambda: make.resolution([ARTICLE], [ANN], relations=[replace(EXPERT, evidence=())]),
        "relation/expert has no evidence",
    ),
    "a relation to nobody": (
        lambda: make.resolution([ARTICLE], [ANN], relations=[replace(EXPERT, object="person/bob")]),
        "relation/expert: there is no person/bob",
    ),
    "a relation to an article": (
        lambda: make.resolution([ARTICLE], [ANN], relations=[replace(EXPERT, object="article/a")]),
        "relation/expert: there is no article/a",
    ),
    "a relation without an end": (
        lambda: make.resolution([ARTICLE], [ANN], relations=[replace(EXPERT, value=None)]),
        "relation/expert has neither an object nor a value",
    ),
    "a relation that is something else": (
        lambda: make.resolution([ARTICLE], [ANN], relations=[replace(EXPERT, type="mentioned_in")]),
        "'mentioned_in' is not the name of a relation",
    ),
    "a relation that is there twice": (
        lambda: make.resolution([ARTICLE], [ANN], relations=[EXPERT, EXPERT]),
        "relation/expert is there twice",
    ),
    "an entry that is no IRI": (
        lambda: make.resolution([ARTICLE], [replace(ANN, link=replace(ENTRY, id="no IRI"))]),
        "'no IRI' is not the IRI of an entry",
    ),
    "an id that is none": (lambda: make.resolution([ARTICLE], [replace(ANN, id="person/a b")]), "'person/a b' is not an id"),
    "a type that is none": (lambda: make.resolution([ARTICLE], [ANN], [replace(MEETING, type="a b")]), "'a b' is not the name"),
}


@pytest.mark.parametrize(("resolution", "message"), WRONG.values(), ids=WRONG)
def test_what_breaks_a_law_is_refused(resolution: Callable[[], Resolution], message: str) -> None:
    with pytest.raises(GraphError, match=message):
        build_graph(resolution())
