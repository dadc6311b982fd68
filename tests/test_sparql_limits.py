"""A question that takes too long, too much or too many rows is stopped, and said to be."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import GraphError, QueryError, UnknownFormat
from kg.graph import KnowledgeGraph, build_graph
from kg.sparql import Asker, Limits, query
from tests import make

NAMES = "SELECT ?name { ?p a schema:Person ; rdfs:label ?name } ORDER BY ?name"
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return build_graph(make.summit())


def test_within_its_limits_a_question_has_the_same_answer(graph: KnowledgeGraph, tmp_path: Path) -> None:
    path = tmp_path / "graph.graphml"
    graph.write(path)
    assert query(path, NAMES, Limits()) == graph.query(NAMES, Limits()) == graph.query(NAMES)


def test_a_query_that_runs_away_is_stopped_and_the_next_one_answered(graph: KnowledgeGraph) -> None:
    with Asker(graph, Limits(seconds=1)) as asker:
        with pytest.raises(QueryError, match=r"stopped after 1 s"):
            asker.ask(RUNAWAY)
        assert asker.ask(NAMES) == graph.query(NAMES)


def test_a_query_that_needs_too_much_memory_ends_its_process_alone(graph: KnowledgeGraph) -> None:
    every_pair = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?f ?i"
    with Asker(graph, Limits(memory=0.75)) as asker, pytest.raises(QueryError, match=r"more than 0\.75 GB"):
        asker.ask(every_pair)


@pytest.mark.parametrize("sparql", ["SELECT * { ?s ?p ?o }", "CONSTRUCT WHERE { ?s ?p ?o }"])
def test_an_answer_with_too_many_rows_is_refused(graph: KnowledgeGraph, sparql: str) -> None:
    with Asker(graph, Limits(rows=10)) as asker, pytest.raises(QueryError, match="more than 10 rows"):
        asker.ask(sparql)


@pytest.mark.parametrize(
    ("sparql", "message"),
    [
        ("SELECT ?x\nWHERE { ?x foo:bar ?y }", "line 2, column .*: unknown prefix before"),
        ("DROP ALL", "updates are refused"),
        ("SELECT * { SERVICE <urn:x> { ?s ?p ?o } }", "asks no other machine"),
        ("SELECT * { <urn:with space> ?p ?o }", "line 1, column"),
    ],
)
def test_a_wrong_query_is_told_where_as_without_limits(graph: KnowledgeGraph, sparql: str, message: str) -> None:
    for limits in (None, Limits()):
        with pytest.raises(QueryError, match=message):
            graph.query(sparql, limits)


def test_a_file_that_is_none_is_refused_as_without_limits(tmp_path: Path) -> None:
    (tmp_path / "bad.ttl").write_text("<a> <b> .")
    for name, error in [("bad.ttl", GraphError), ("none.ttl", GraphError), ("bad.xyz", UnknownFormat)]:
        with pytest.raises(error, match=name):
            query(tmp_path / name, "ASK {}", Limits())


def test_the_answer_to_ask_stays_true_or_false(graph: KnowledgeGraph) -> None:
    assert graph.query("ASK { ?x a sem:Event }", Limits()).truth is True
