"""Questions in SPARQL, to a graph and to files."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from kg.errors import GraphError, QueryError, UnknownFormat
from kg.graph import KnowledgeGraph, build_graph
from kg.sparql import Table, Term, query
from tests import make

NAMES = "SELECT ?name ?score { ?p a schema:Person ; rdfs:label ?name ; kg:score ?score } ORDER BY ?name"


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return build_graph(make.summit())


def test_select_gives_python_values_in_the_order_asked_for(graph: KnowledgeGraph) -> None:
    table = graph.query(NAMES)
    assert table.columns == ("name", "score")
    assert table.rows == (("Kim Jong-un", 0.93), ("Vladimir Putin", 0.95))
    assert len(table) == 2
    assert table


def test_values_have_the_type_of_their_datatype(graph: KnowledgeGraph) -> None:
    [row] = graph.query(
        """SELECT ?day ?number ?truth ?missing ("x" AS ?text) ("no day"^^xsd:date AS ?wrong)
           { ?e a sem:Event ; sem:hasTimeStamp ?day . BIND(1 + 1 AS ?number) BIND(true AS ?truth) }"""
    )
    assert row == (date(2023, 9, 13), 2, True, None, "x", "no day")


@pytest.mark.parametrize("suffix", [".ttl", ".graphml"])
def test_a_file_answers_like_the_graph(graph: KnowledgeGraph, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"graph{suffix}"
    graph.write(path)
    assert query(path, NAMES) == query(str(path), NAMES) == graph.query(NAMES)


def test_any_rdf_file_can_be_asked(tmp_path: Path) -> None:
    path = tmp_path / "other.nt"
    path.write_text("<http://a.example/x> <http://a.example/y> _:b .\n")
    [[subject, blank]] = query(path, "SELECT ?s ?o { ?s ?p ?o }")
    assert subject == "http://a.example/x"
    assert blank


def test_ask_is_true_or_false(graph: KnowledgeGraph) -> None:
    yes, no = graph.query("ASK { ?x a sem:Event }"), graph.query("ASK { ?x a sem:Nothing }")
    assert yes
    assert not no
    assert no.rows == ((False,),)
    assert json.loads(no.to_json()) == {"head": {}, "boolean": False}


def test_construct_gives_triples(graph: KnowledgeGraph) -> None:
    table = graph.query('CONSTRUCT { ?p rdfs:label "x" } WHERE { ?p a schema:Person }')
    assert table.columns == ("subject", "predicate", "object")
    assert {row[2] for row in table} == {"x"}


def test_csv_reads_back(graph: KnowledgeGraph) -> None:
    table = graph.query('SELECT ?a ?b { VALUES (?a ?b) { ("x, \\"y\\"\\n" 1) (UNDEF <urn:z>) } }')
    assert list(csv.reader(io.StringIO(table.to_csv(), newline=""))) == [["a", "b"], ['x, "y"\n', "1"], ["", "urn:z"]]


def test_json_is_that_of_the_recommendation(graph: KnowledgeGraph) -> None:
    answer = json.loads(graph.query('SELECT ?a ?b ?c { VALUES (?a ?b ?c) { ("x"@en 1 UNDEF) } }').to_json())
    integer = "http://www.w3.org/2001/XMLSchema#integer"
    assert answer["head"] == {"vars": ["a", "b", "c"]}
    assert answer["results"]["bindings"] == [
        {"a": {"type": "literal", "value": "x", "xml:lang": "en"}, "b": {"type": "literal", "value": "1", "datatype": integer}}
    ]


def test_text_is_aligned_and_one_line_a_row() -> None:
    table = Table(("who", "n"), ((Term("literal", "Ann\nBee"), Term("literal", "1")), (None, Term("literal", "22"))))
    assert str(table) == "who      n\n-------  --\nAnn Bee  1\n         22"


@pytest.mark.parametrize(
    ("sparql", "message"),
    [
        ("SELECT * { ?s ?p", "line 1, column 17: not understood: the end of the query"),
        ("SELECT ?x\nWHERE { ?x foo:bar ?y }", "line 2, column .*: unknown prefix before"),
        ("SELCT ?x", "line 1, column"),
        ("", "line 1, column 1"),
    ],
)
def test_a_wrong_query_is_told_where(graph: KnowledgeGraph, sparql: str, message: str) -> None:
    with pytest.raises(QueryError, match=message) as caught:
        graph.query(sparql)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "sparql",
    [
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "# hello\nPREFIX a: <urn:a>\nDELETE WHERE { ?s ?p ?o }",
        "LOAD <http://a.example/>",
        "drop all",
    ],
)
def test_an_update_is_refused(graph: KnowledgeGraph, sparql: str) -> None:
    with pytest.raises(QueryError, match="updates are refused"):
        graph.query(sparql)


@pytest.mark.parametrize("name", ["SERVICE", "service"])
def test_no_other_machine_is_asked(graph: KnowledgeGraph, name: str) -> None:
    with pytest.raises(QueryError, match="asks no other machine"):
        graph.query(f"SELECT * {{ {name} <http://127.0.0.1:1/> {{ ?s ?p ?o }} }}")


@pytest.mark.parametrize(
    "word", ['"SERVICE"', "'''it's SERVICE'''", "<urn:SERVICE>", "?SERVICE", "kg:SERVICE", "1 # SERVICE\n"]
)
def test_service_is_no_bad_word(graph: KnowledgeGraph, word: str) -> None:
    graph.query(f"SELECT * {{ ?s ?p {word} }}")


def test_a_file_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bad.ttl").write_text("<a> <b> .")
    for path, error in [("bad.ttl", GraphError), ("none.ttl", GraphError), ("bad.xyz", UnknownFormat)]:
        with pytest.raises(error, match=path):
            query(tmp_path / path, "ASK {}")
