"""The graph from other sides: time, chains of meetings, who met whom, tables."""

from __future__ import annotations

import io

import networkx as nx
import pytest

from kg.graph import KnowledgeGraph, build_graph
from kg.graph.tables import TABLES
from tests import make, required
from tests.graph.worlds import meetings


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return meetings()


def ids(nodes: object) -> list[str]:
    return [node.id.partition("/")[2] for node in nodes]  # type: ignore[attr-defined]


# ---- timeline ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "expected"), [("Ann", ["first", "again"]), ("Bob", ["first", "second", "again"]), ("Paris", ["first"]), ("Dan", [])]
)
def test_a_timeline_has_what_happened_at_a_known_time_in_order(graph: KnowledgeGraph, who: str, expected: list[str]) -> None:
    assert ids(graph.timeline(who)) == expected


def test_a_timeline_has_what_is_only_planned_if_asked_for() -> None:
    graph = build_graph(make.summit())
    assert ids(graph.timeline("Pyongyang")) == []
    assert ids(graph.timeline("Pyongyang", asserted=False)) == ["visit"]


# ---- paths -------------------------------------------------------------------------------------------------------


def test_the_shortest_chains_of_events_are_found(graph: KnowledgeGraph) -> None:
    [path] = graph.paths("Bob", "Dan")
    assert (ids(path.entities), ids(path.events), len(path)) == (["bob", "cid", "dan"], ["second", "fight"], 2)
    assert str(path) == "Bob — Meeting — Cid — Meeting — Dan"


def test_there_is_a_path_for_each_way(graph: KnowledgeGraph) -> None:
    assert [ids(path.events) for path in graph.paths("Ann", "Bob")] == [["again"], ["first"]]
    assert [ids(path.events) for path in graph.paths("Ann", "Dan", limit=1)] == [["again", "second", "fight"]]


def test_what_is_only_planned_connects_nobody(graph: KnowledgeGraph) -> None:
    assert [len(path) for path in graph.paths("Ann", "Cid")] == [2, 2]


def test_other_kinds_lie_between_only_if_asked_for(graph: KnowledgeGraph) -> None:
    assert [ids(path.entities) for path in graph.paths("Acme", "Dan")] == [["acme", "cid", "dan"]]
    assert graph.paths("Acme", "Dan", kinds=["place"]) == ()


def test_an_event_that_has_a_name_in_its_own_is_no_end_of_a_path() -> None:
    article = make.article("Ann met Bob.")
    ann, bob = (make.entity("person", name, make.evidence(article, name)) for name in ("Ann", "Bob"))
    parts = [make.part("participant", ann), make.part("participant", bob)]
    meeting = make.event(make.evidence(article, "met"), parts=parts, label="Meeting of Ann and Bob")
    [path] = build_graph(make.resolution([article], [ann, bob], [meeting])).paths("Ann", "Bob")
    assert str(path) == "Ann — Meeting of Ann and Bob — Bob"


def test_a_path_goes_through_the_events_that_are_meant(graph: KnowledgeGraph) -> None:
    assert [ids(path.events) for path in graph.paths("Ann", "Cid", certainty="planned")] == [["plan"]]
    assert graph.paths("Ann", "Dan", source="wire") == ()


def test_nobody_is_connected_with_himself_or_nobody(graph: KnowledgeGraph) -> None:
    assert graph.paths("Ann", "Ann") == graph.paths("Ann", "Nobody") == ()


# ---- projection --------------------------------------------------------------------------------------------------


def test_who_met_is_a_weighted_graph(graph: KnowledgeGraph) -> None:
    met = graph.projection()
    assert sorted(met.edges(data="weight")) == [
        ("person/ann", "person/bob", 2),
        ("person/bob", "person/cid", 1),
        ("person/cid", "person/dan", 1),
    ]
    together = met.edges["person/ann", "person/bob"]
    assert (together["events"], together["first"], together["last"]) == (
        "event/again|event/first",
        "2023-05-03",
        "2024-06-01",
    ) or (together["events"] == "event/first|event/again")
    assert met.nodes["person/ann"] == {"label": "Ann", "kind": "person", "mentions": 1}


def test_a_projection_takes_kinds_and_filters(graph: KnowledgeGraph) -> None:
    assert sorted(graph.projection("person", "organization", since="2023-05-05", until="2023-05-05").edges) == [
        ("organization/acme", "person/bob"),
        ("organization/acme", "person/cid"),
        ("person/bob", "person/cid"),
    ]


def test_networkx_writes_a_projection_in_every_format_of_its(graph: KnowledgeGraph) -> None:
    for writer in (nx.write_graphml_xml, nx.write_gexf, nx.write_gml):
        stream = io.BytesIO()
        writer(graph.projection(), stream)
        assert stream.getvalue()


# ---- tables ------------------------------------------------------------------------------------------------------


def test_a_row_has_a_cell_for_every_column_of_its_type(graph: KnowledgeGraph) -> None:
    for table in TABLES:
        rows = list(table.rows(graph))
        assert rows, table.name
        for row in rows:
            cells = zip(row, table.columns.values(), strict=True)
            assert all(cell is None or type(cell) is kind for cell, kind in cells), (table.name, row)


def test_pandas_gets_a_frame_for_every_table(graph: KnowledgeGraph) -> None:
    required.module("pandas")
    frames = graph.to_pandas()
    assert list(frames) == [table.name for table in TABLES]
    held = frames["relations"].iloc[0]
    assert (held["subject_name"], held["value"], held["object_name"], held["former"]) == ("Cid", "head", "Acme", False)
    host = frames["participations"].query("role == 'host'").merge(frames["events"], left_on="event", right_on="id").iloc[0]
    assert (host["name"], host["time"]) == ("Bob", "2023-05-05")
