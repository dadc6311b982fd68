"""kg why: what connects two things, with its sentences, and whom the words mean; and the commands verify, why and diff."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import GraphError
from kg.graph import KnowledgeGraph, build_graph
from kg.ledger import FILE, ledger_lines, trace
from kg.model import Join
from kg.resolve import resolve
from kg.why import why
from tests import make
from tests.commands import Run, runner
from tests.dossier import dossier
from tests.reports import report

SAID = replace(
    report(
        "[Ann Lee](person) [met](Meeting) [Bob Roe](person) in [Oslo](place) on [Monday](2023-09-11).",
        "[Lee](person Ann Lee) [met](Meeting) [Cleo Day](person).",
        published=None,
    ),
    joins=(Join("m0", "m3", "surname", 0.9, "“Lee” is the surname of “Ann Lee” before it"),),
)


@pytest.fixture
def graph() -> KnowledgeGraph:
    return build_graph(dossier())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A build of one article, and the article."""
    resolution = resolve([SAID])
    build_graph(resolution).write(tmp_path / "graph.ttl")
    (tmp_path / FILE).write_text("".join(ledger_lines([SAID], resolution)), encoding="utf-8")
    (tmp_path / "a.txt").write_text(SAID.article.text, encoding="utf-8")
    return tmp_path


# ---- what connects two things ------------------------------------------------------------------------------------


def test_the_events_of_both_with_words_roles_and_scores(graph: KnowledgeGraph) -> None:
    connection = why(graph, "Xi", "Shoigu")
    (shared,) = connection.events
    assert shared.event.id == "event/reception"
    assert [piece.text for piece in shared.event.evidence] == ["received"]
    assert [(fact.relation, str(fact.target), fact.score) for fact in shared.facts] == [
        ("participant", "Xi Jinping", 0.9),
        ("participant", "Sergei Shoigu", 0.9),
    ]
    assert (connection.facts, connection.paths) == ((), ())


def test_what_is_planned_or_denied_counts_too(graph: KnowledgeGraph) -> None:
    assert {shared.event.id for shared in why(graph, "Kim", "Xi").events} == {"event/beijing-plan", "event/beijing-denial"}


def test_a_lasting_relation_in_either_direction(graph: KnowledgeGraph) -> None:
    for names in (("Medvedev", "place/russia"), ("place/russia", "Medvedev")):
        (fact,) = why(graph, *names).facts
        assert (fact.relation, str(fact.source), fact.score) == ("holds_position", "Dmitry Medvedev", 0.8)
        assert [piece.text for piece in fact.evidence] == ["former president"]


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("event/reception", "Xi", "participant"),
        ("event/reception", "article/desk", "reported_in"),
        ("article/desk", "Xi", "mentioned_in"),
        ("Petrov", "military expert", "holds_position"),
    ],
)
def test_any_edge_of_the_graph(graph: KnowledgeGraph, left: str, right: str, relation: str) -> None:
    assert [fact.relation for fact in why(graph, left, right).facts] == [relation]


def test_a_chain_of_events_where_nothing_else_connects_them(graph: KnowledgeGraph) -> None:
    connection = why(graph, "Putin", "Seoul")
    assert not (connection.facts or connection.events or connection.paths)
    connection = why(graph, "Putin", "Xi")
    assert {tuple(shared.event.id for shared in path) for path in connection.paths} >= {("event/summit", "event/reception")}
    assert all(len(path) == 2 for path in connection.paths)
    for path in connection.paths:
        first, second = ({str(fact.target) for fact in shared.facts} for shared in path)
        assert "Vladimir Putin" in first and "Xi Jinping" in second and first & second


def test_who_goes_by_no_name_and_what_is_one_thing(graph: KnowledgeGraph) -> None:
    with pytest.raises(GraphError, match="nothing in the graph goes by the name 'Zoe'"):
        why(graph, "Putin", "Zoe")
    with pytest.raises(GraphError, match="are one thing"):
        why(graph, "Putin", "Vladimir Putin")


def test_namesakes_are_mentioned() -> None:
    text = make.article("Ann Lee met Zoe Lee and Bob.")
    people = [make.entity("person", name, make.evidence(text, name)) for name in ("Ann Lee", "Zoe Lee", "Bob")]
    meeting = make.event(make.evidence(text, "met"), parts=[make.part("participant", person) for person in people])
    connection = why(build_graph(make.resolution([text], people, [meeting])), "Lee", "Bob")
    assert (str(connection.left), [str(node) for node in connection.others]) == ("Ann Lee", ["Zoe Lee"])


# ---- whom the words mean -----------------------------------------------------------------------------------------


def test_the_ledger_says_whom_the_words_mean(folder: Path) -> None:
    from kg import export

    graph = export.read(folder / "graph.ttl")
    (identity,) = why(graph, "Ann Lee", "Cleo", folder).identities
    assert (str(identity.entity), identity.words.text) == ("Ann Lee", "Lee")
    assert [(step.rule, step.score) for step in identity.steps] == [("surname", 0.9)]
    assert why(graph, "Ann Lee", "Bob", folder).identities == ()  # both are called by their names
    assert why(graph, "Ann Lee", "Cleo").identities == ()
    assert why(graph, "Ann Lee", "Cleo", folder / "none").identities == ()


def test_trace_begins_at_the_place_and_nowhere_else(folder: Path) -> None:
    (ann,) = (entity.id for entity in resolve([SAID]).entities if entity.name == "Ann Lee")
    start = SAID.article.text.index("\n\nLee") + 2
    assert [len(way) for way in trace(folder, ann, [("a.txt", start), ("a.txt", 0), ("b.txt", start)])] == [1, 0, 0]


# ---- the commands ------------------------------------------------------------------------------------------------


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path) -> Run:
    monkeypatch.chdir(folder)
    return runner(monkeypatch, capsys)


def test_why_in_words(run: Run) -> None:
    status, out, error = run("why", "graph.ttl", "Ann", "Cleo")
    assert (status, error) == (0, "")
    for words in ("1 event of both", "reported by “met”", "Lee met Cleo Day.", "participant: Ann Lee", "surname 0.90"):
        assert words in out
    assert "nothing connects them" in run("why", "graph.ttl", "Oslo", "Cleo")[1]


def test_why_as_json(run: Run) -> None:
    found = json.loads(run("why", "graph.ttl", "Ann", "Bob", "--json")[1])
    assert found["left"]["label"] == "Ann Lee"
    assert found["events"][0]["facts"][0]["evidence"][0]["text"] == "Ann Lee"


def test_verify_says_that_all_is_found_again(run: Run) -> None:
    status, out, error = run("verify", ".", "--articles", "a.txt")
    assert (status, error) == (0, "")
    assert out.startswith("graph.ttl: ") and out.endswith("of 1 article: all found again\n")
    assert run("verify", "graph.ttl", "-a", "none.txt", "a.txt")[0] == 0


def test_verify_lists_what_is_not_found_and_fails(run: Run) -> None:
    path = Path("graph.ttl")
    path.write_text(path.read_text(encoding="utf-8").replace('"Lee met Cleo Day."', '"Lee hit Cleo Day."'), encoding="utf-8")
    status, out, error = run("verify", "graph.ttl", "--articles", "a.txt")
    assert (status, "“Lee hit Cleo Day.” is not at characters" in out) == (1, True)
    assert "that the articles do not have" in error
    path.write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    Path("a.txt").write_text("Another text. " * 5, encoding="utf-8")
    assert "no article given has the text of a.txt" in run("verify", "graph.ttl", "--articles", "a.txt")[1]


def test_verify_needs_articles(run: Run) -> None:
    assert run("verify", ".")[0] == 2
    assert run("verify", ".", "--articles", "none.txt")[0] == 1


def test_verify_takes_names_that_a_person_gave(run: Run) -> None:
    path = Path("graph.ttl")
    resolution = resolve([SAID])
    entities = tuple(replace(e, name="Cleo Ray") if e.name == "Cleo Day" else e for e in resolution.entities)
    events = tuple(replace(e, label=e.label.replace("Cleo Day", "Cleo Ray")) for e in resolution.events)
    build_graph(replace(resolution, entities=entities, events=events)).write(path)
    assert run("verify", "graph.ttl", "--articles", "a.txt")[0] == 1
    Path("fix.toml").write_text('[[rename]]\nname = "Cleo Day"\nto = "Cleo Ray"\n', encoding="utf-8")
    assert run("verify", "graph.ttl", "--articles", "a.txt", "--corrections", "fix.toml")[0] == 0


def test_diff_in_words_and_as_json(run: Run) -> None:
    build_graph(dossier()).write("old.ttl")
    entities = tuple(replace(e, name="Xi") if e.name == "Xi Jinping" else e for e in dossier().entities)
    build_graph(replace(dossier(), entities=entities)).write("new.graphml")
    assert run("diff", "old.ttl", "old.ttl") == (0, "nothing changed\n", "")
    out = run("diff", "old.ttl", "new.graphml")[1]
    assert "entity: 1 changed" in out and "renamed: Xi Jinping → Xi" in out
    (change,) = json.loads(run("diff", "old.ttl", "new.graphml", "--json")[1])
    assert (change["kind"], change["old"], change["details"]) == ("changed", "person/xi-jinping", ["renamed: Xi Jinping → Xi"])


@pytest.mark.parametrize("command", ["verify", "why", "diff", "serve"])
def test_the_help_has_an_example(run: Run, command: str) -> None:
    assert f"Example: kg {command} " in run(command, "--help")[1]
