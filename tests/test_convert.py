"""kg convert, kg validate, and the questions that kg query knows."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg.graph import build_graph
from tests.commands import Run, runner
from tests.dossier import dossier


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    monkeypatch.chdir(tmp_path)
    build_graph(dossier()).write("graph.ttl")
    return runner(monkeypatch, capsys)


@pytest.mark.parametrize("suffix", [".trig", ".nt", ".jsonld", ".rdf", ".graphml"])
def test_convert_writes_the_same_graph_in_another_format(run: Run, suffix: str) -> None:
    assert run("convert", "graph.ttl", f"other{suffix}") == (0, "", "")
    assert kg.read(f"other{suffix}") == kg.read("graph.ttl")


def test_convert_can_leave_the_sentences_out(run: Run) -> None:
    run("convert", "graph.ttl", "short.nt", "--no-text")
    assert kg.read("short.nt") == kg.read("graph.ttl").without_text()


def test_convert_can_write_rdf_12(run: Run) -> None:
    run("convert", "graph.ttl", "new.trig", "--rdf12")
    assert "rdf:reifies <<( " in Path("new.trig").read_text(encoding="utf-8")
    assert kg.read("new.trig") == kg.read("graph.ttl")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("graph.ttl", "graph.xyz"), "graph.xyz: no format has this name or suffix"),
        (("none.ttl", "graph.nt"), "none.ttl: No such file"),
        (("graph.ttl", "graph.jsonld", "--rdf12"), "jsonld has no form in RDF 1.2"),
    ],
)
def test_convert_refuses_in_one_line(run: Run, words: tuple[str, ...], message: str) -> None:
    status, out, error = run("convert", *words)
    assert (status, out, error.count("\n")) == (1, "", 1)
    assert message in error


@pytest.mark.parametrize("option", [[], ["--shacl"]])
def test_validate_says_that_all_is_well(run: Run, option: list[str]) -> None:
    status, out, _ = run("validate", "graph.ttl", *option)
    assert (status, "is whole and keeps all" in out) == (0, True)


def test_validate_lists_what_is_wrong(run: Run) -> None:
    path = Path("graph.ttl")
    path.write_text(path.read_text(encoding="utf-8").replace("kg:score 0.6 ", "kg:score 6 "), encoding="utf-8")
    status, out, error = run("validate", "graph.ttl")
    assert status == 1
    assert "place/georgia: score: maxInclusive 1 (6)" in out
    assert "breaks the rules in 1 place" in error


def test_validate_finds_a_file_that_lacks_a_part(run: Run) -> None:
    path = Path("graph.ttl")
    path.write_text(path.read_text(encoding="utf-8").replace("kg:phrases ", "kg:phrases 1"), encoding="utf-8")
    status, _, error = run("validate", "graph.ttl")
    assert (status, "phrases instead of" in error) == (1, True)


def test_query_lists_the_questions_that_it_knows(run: Run) -> None:
    status, out, _ = run("query", "graph.ttl")
    assert status == 0
    assert "who-met-whom " in out
    assert "Who met whom, and how often?" in out


def test_query_asks_an_example(run: Run) -> None:
    _, out, _ = run("query", "graph.ttl", "--example", "former-positions", "--format", "csv")
    assert out.splitlines()[1].startswith("Dmitry Medvedev,president,Russia,")


def test_query_is_stopped_in_time(run: Run) -> None:
    status, out, error = run(
        "query", "graph.ttl", "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", "--timeout", "0.5"
    )
    assert (status, out) == (1, "")
    assert "stopped after 0.5 s" in error
