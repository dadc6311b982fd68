"""The questions that ship with kg, each with its answer about a small world."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import rdflib

from kg.errors import QueryError
from kg.graph import KnowledgeGraph, build_graph
from kg.sparql import Example, Table, find_example, load_examples, query
from tests.dossier import dossier

ANSWERS = Path(__file__).parent / "data" / "answers"
EXAMPLES = load_examples()
every_example = pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return build_graph(dossier())


@every_example
def test_a_question_has_its_answer(graph: KnowledgeGraph, example: Example) -> None:
    """To accept a change: KG_GOLDEN=write pytest tests/test_queries.py, then read the difference."""
    answer = query(graph, example.sparql).to_csv().encode()
    golden = ANSWERS / f"{example.name}.csv"
    if os.environ.get("KG_GOLDEN") == "write":
        golden.write_bytes(answer)
    assert answer == golden.read_bytes()
    assert answer.count(b"\r\n") > 1


@every_example
def test_rdflib_gives_the_same_answer(graph: KnowledgeGraph, example: Example) -> None:
    theirs = graph.to_rdf().query(example.sparql)
    rows = [tuple(None if value is None else comparable(value.toPython()) for value in row) for row in theirs]  # type: ignore[union-attr]
    assert sorted(map(str, rows)) == sorted(str(tuple(map(comparable, row))) for row in query(graph, example.sparql))


def comparable(value: object) -> object:
    """Decimals as numbers, and names that were put together without their order."""
    if isinstance(value, str):
        return str(sorted(str(value).split(" | ")))
    if value is None or isinstance(value, bool):
        return value
    try:
        return float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return str(value)


@every_example
def test_a_question_says_in_words_what_it_asks(example: Example) -> None:
    assert example.question.endswith("?")
    assert example.sparql.startswith("# ")


def test_every_answer_belongs_to_a_question() -> None:
    assert {path.stem for path in ANSWERS.iterdir()} == {example.name for example in EXAMPLES}


def test_an_unknown_example_lists_the_known_ones() -> None:
    with pytest.raises(QueryError, match=r"no example is called 'nothing' .*who-met-whom"):
        find_example("nothing")


def test_an_answer_is_a_table(graph: KnowledgeGraph) -> None:
    assert isinstance(graph.query(find_example("who-met-whom").sparql), Table)


def test_examples_declare_their_prefixes(graph: KnowledgeGraph) -> None:
    for example in EXAMPLES:
        assert rdflib.plugins.sparql.prepareQuery(example.sparql) is not None
