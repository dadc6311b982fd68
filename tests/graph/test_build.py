"""One node a thing, one edge a fact, nothing without evidence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings

from kg.errors import GraphError
from kg.graph import build_graph
from kg.graph.attributes import EDGE_ATTRIBUTES, GRAPH_ATTRIBUTES, NODE_ATTRIBUTES, load_evidence
from kg.model import Entity, Resolution
from tests import make
from tests.strategies import resolutions

ARTICLE = make.article("Ann met Bob in Bonn.")
ANN = make.entity("person", "Ann", make.evidence(ARTICLE, "Ann"))
MEETING = make.event(make.evidence(ARTICLE, "met"), parts=[make.part("participant", ANN)])


@given(resolution=resolutions())
@settings(max_examples=60, deadline=None)
def test_attributes_are_the_declared_scalars(resolution: Resolution) -> None:
    graph = build_graph(resolution).to_networkx()
    declared = [(NODE_ATTRIBUTES, data) for _, data in graph.nodes(data=True)]
    declared += [(EDGE_ATTRIBUTES, data) for *_, data in graph.edges(data=True)]
    for types, data in [*declared, (GRAPH_ATTRIBUTES, graph.graph)]:
        assert {name: type(value) for name, value in data.items()} == {name: types[name] for name in data}


@given(resolution=resolutions())
@settings(max_examples=60, deadline=None)
def test_every_edge_has_a_key_of_its_own_and_evidence(resolution: Resolution) -> None:
    edges = list(build_graph(resolution).to_networkx().edges(keys=True, data=True))
    assert len({key for *_, key, _ in edges}) == len(edges)
    for *_, data in edges:
        assert data["weight"] == len(load_evidence(data["evidence"])) > 0


@given(resolution=resolutions())
@settings(max_examples=60, deadline=None)
def test_the_order_of_the_resolution_does_not_matter(resolution: Resolution) -> None:
    graph, other = build_graph(resolution), build_graph(make.reverse(resolution))
    assert graph == other
    assert list(graph.to_networkx().edges(keys=True)) == list(other.to_networkx().edges(keys=True))


@given(resolution=resolutions())
@settings(max_examples=60, deadline=None)
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
    "an id that is none": (lambda: make.resolution([ARTICLE], [replace(ANN, id="person/a b")]), "'person/a b' is not an id"),
    "a type that is none": (lambda: make.resolution([ARTICLE], [ANN], [replace(MEETING, type="a b")]), "'a b' is not the name"),
}


@pytest.mark.parametrize(("resolution", "message"), WRONG.values(), ids=WRONG)
def test_what_breaks_a_law_is_refused(resolution: Callable[[], Resolution], message: str) -> None:
    with pytest.raises(GraphError, match=message):
        build_graph(resolution())
