"""The command line: what it writes, what it says, and how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MEETING = (
    "Leaders meet in Vienna\n\nPublished: May 3, 2021\n\n"
    "VIENNA, May 3 (Danube Wire) -- German Chancellor Angela Merkel met "
    "French President Emmanuel Macron in Vienna on Monday.\n\n"
    "Merkel and Macron spoke for two hours, an official said.\n"
)


def kg(*arguments: str | Path, cwd: Path, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own."""
    command = [sys.executable, "-m", "kg", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=cwd, env=environment, input=stdin, capture_output=True, text=True, check=False)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "vienna.txt").write_text(MEETING, encoding="utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a build of one article."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "vienna.txt").write_text(MEETING, encoding="utf-8")
    assert kg("build", "vienna.txt", "-o", "out", cwd=folder).returncode == 0
    return folder


# ---- usage: no model needed --------------------------------------------------------------------------------------


def test_no_command_shows_the_help(tmp_path: Path) -> None:
    result = kg(cwd=tmp_path)
    assert "build" in result.stdout + result.stderr


def test_version(tmp_path: Path) -> None:
    assert kg("--version", cwd=tmp_path).stdout.startswith("kg ")


@pytest.mark.parametrize("arguments", [("build", "x.txt"), ("fly",), ("build", "x.txt", "-o", "out", "--jobs", "many")])
def test_wrong_usage_ends_with_2(arguments: tuple[str, ...], tmp_path: Path) -> None:
    assert kg(*arguments, cwd=tmp_path).returncode == 2


@pytest.mark.parametrize("command", ["build", "extract", "query", "show", "explain", "review"])
def test_the_help_of_every_command_has_an_example(command: str, tmp_path: Path) -> None:
    assert f"Example: kg {command}" in " ".join(kg(command, "--help", cwd=tmp_path).stdout.split())


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("build", "gone.txt", "-o", "out"), "gone.txt"),
        (("build", "empty", "-o", "out"), "empty"),
        (("build", "news", "-o", "out", "--format", "pdf"), "pdf"),
        (("build", "news", "-o", "out", "--base", "no iri"), "base"),
        (("build", "news", "-o", "out", "--config", "gone.toml"), "gone.toml"),
        (("build", "news", "-o", "out", "--model", "no_such_pipeline"), "no_such_pipeline"),
        (("show", "gone.ttl", "Kim"), "gone.ttl"),
        (("query", "gone.ttl", "ASK {}"), "gone.ttl"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_ends_with_1(arguments: tuple[str, ...], reason: str, desk: Path) -> None:
    (desk / "empty").mkdir()
    result = kg(*arguments, cwd=desk)
    assert result.returncode == 1
    assert reason in result.stderr
    assert "Traceback" not in result.stderr
    assert not (desk / "out").exists()


# ---- with the trained model --------------------------------------------------------------------------------------


@pytest.mark.model
def test_build_writes_its_files_and_a_summary(desk: Path) -> None:
    result = kg("build", "news", "-o", "deep/out", cwd=desk)
    assert result.returncode == 0, result.stderr
    written = sorted(path.name for path in (desk / "deep" / "out").iterdir())
    assert written == ["graph.graphml", "graph.ttl", "ledger.jsonl", "standoff.jsonl"]
    assert "1 article read" in result.stdout
    assert "Angela Merkel" in result.stdout
    assert "Meeting" in result.stdout
    assert result.stderr == ""


@pytest.mark.model
def test_build_writes_only_the_formats_that_are_named(desk: Path) -> None:
    kg("build", "news", "-o", "out", "--format", "standoff", "--format", "graphml", cwd=desk)
    assert sorted(path.name for path in (desk / "out").iterdir()) == ["graph.graphml", "standoff.jsonl"]


@pytest.mark.model
def test_a_bad_article_among_good_ones_is_reported_counted_and_left_out(desk: Path) -> None:
    (desk / "news" / "bad.txt").write_bytes(b"\x7fELF\x00\x00\x01")
    result = kg("build", "news", "-o", "out", cwd=desk)
    assert result.returncode == 0
    assert "bad.txt" in result.stderr
    assert "1 article read, 1 left out" in result.stdout


@pytest.mark.model
def test_strict_stops_at_the_first_bad_article_and_writes_nothing(desk: Path) -> None:
    (desk / "news" / "bad.txt").write_text("", encoding="utf-8")
    result = kg("build", "news", "-o", "out", "--strict", cwd=desk)
    assert result.returncode == 1
    assert "bad.txt" in result.stderr
    assert not (desk / "out").exists()


@pytest.mark.model
def test_an_output_that_cannot_be_written_is_said(desk: Path) -> None:
    (desk / "out").write_text("a file where the folder should be", encoding="utf-8")
    result = kg("build", "news", "-o", "out", cwd=desk)
    assert result.returncode == 1
    assert "out" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.model
def test_jobs_change_nothing_but_the_time(desk: Path) -> None:
    (desk / "news" / "again.txt").write_text(MEETING.replace("Vienna", "Geneva").replace("VIENNA", "GENEVA"), encoding="utf-8")
    assert kg("build", "news", "-o", "one", cwd=desk).returncode == 0
    assert kg("build", "news", "-o", "two", "--jobs", "2", cwd=desk).returncode == 0
    for name in ("graph.ttl", "graph.graphml", "standoff.jsonl", "ledger.jsonl"):
        assert (desk / "one" / name).read_bytes() == (desk / "two" / name).read_bytes()


@pytest.mark.model
def test_extract_writes_one_line_an_article_to_standard_output(desk: Path) -> None:
    result = kg("extract", "news", cwd=desk)
    (line,) = result.stdout.splitlines()
    row = json.loads(line)
    assert list(row) == ["article", "mentions", "times", "entities", "events", "relations", "statements"]
    assert row["article"]["published"] == "2021-05-03"


@pytest.mark.model
def test_articles_come_through_a_pipe(desk: Path) -> None:
    line = json.dumps({"id": "x", "text": "Angela Merkel met Emmanuel Macron in Vienna.", "published": "2021-05-03"})
    result = kg("extract", "-", cwd=desk, stdin=line + "\n")
    assert json.loads(result.stdout)["article"]["id"] == "x"


@pytest.mark.model
def test_without_a_publication_date_relative_dates_stay_open(desk: Path) -> None:
    (desk / "undated.txt").write_text(
        "Angela Merkel met Emmanuel Macron in Vienna on Monday, an official said.\n", encoding="utf-8"
    )
    row = json.loads(kg("extract", "undated.txt", cwd=desk).stdout)
    assert row["article"]["published"] is None
    assert [time["value"] for time in row["times"] if time["text"] == "Monday"] == ["XXXX-WXX-1"]  # a Monday, no telling which


@pytest.mark.model
@pytest.mark.parametrize(("form", "start"), [("table", "name"), ("csv", "name"), ("json", "{")])
def test_query_prints_a_table_csv_or_json(form: str, start: str, built: Path) -> None:
    ask = "SELECT ?name { ?p a schema:Person ; rdfs:label ?name } ORDER BY ?name"
    result = kg("query", "out/graph.ttl", ask, "--format", form, cwd=built)
    assert result.stdout.strip().startswith(start)
    assert "Angela Merkel" in result.stdout


@pytest.mark.model
def test_a_wrong_query_is_said_with_its_position(built: Path) -> None:
    result = kg("query", "out/graph.ttl", "SELECT ?x WHERE { ?x", cwd=built)
    assert result.returncode == 1
    assert "Traceback" not in result.stderr


@pytest.mark.model
@pytest.mark.parametrize("file", ["graph.ttl", "graph.graphml"])
def test_show_prints_what_is_known_with_its_sentences(file: str, built: Path) -> None:
    result = kg("show", f"out/{file}", "Merkel", cwd=built)
    assert "Angela Merkel" in result.stdout
    shown = " ".join(result.stdout.split())
    assert "Meeting with Emmanuel Macron in Vienna 1 article" in shown
    assert "met French President Emmanuel Macron in Vienna on Monday." in shown


@pytest.mark.model
@pytest.mark.parametrize(
    ("name", "fact"), [("Macron", "holds position: President"), ("Vienna", "Q1741")], ids=["relation", "link"]
)
def test_show_prints_lasting_relations_and_what_the_gazetteer_knows(name: str, fact: str, built: Path) -> None:
    assert fact in kg("show", "out/graph.ttl", name, cwd=built).stdout


@pytest.mark.model
def test_show_of_nobody_says_so(built: Path) -> None:
    result = kg("show", "out/graph.ttl", "Nobody Atall", cwd=built)
    assert result.returncode == 1
    assert "Nobody Atall" in result.stderr


@pytest.mark.model
def test_no_text_leaves_the_sentences_out(desk: Path) -> None:
    kg("build", "news", "-o", "out", "--no-text", "--format", "turtle", "--format", "graphml", cwd=desk)
    for name in ("graph.ttl", "graph.graphml"):
        assert "spoke for two hours" not in (desk / "out" / name).read_text(encoding="utf-8")


@pytest.mark.model
def test_an_interrupted_build_leaves_the_old_outputs_whole(desk: Path) -> None:
    assert kg("build", "news", "-o", "out", cwd=desk).returncode == 0
    before = {path.name: path.read_bytes() for path in (desk / "out").iterdir()}
    (desk / "news" / "second.txt").write_text(MEETING.replace("Vienna", "Bern"), encoding="utf-8")
    heed = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"  # a test run in the background ignores it
    command = [sys.executable, "-c", f"{heed}; from kg.cli import main; main()", "build", "news", "-", "-o", "out"]
    where = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=desk, env=where, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        time.sleep(1.5)  # it cannot end before standard input does
        process.send_signal(signal.SIGINT)
    assert process.returncode != 0
    assert {path.name: path.read_bytes() for path in (desk / "out").iterdir()} == before


@pytest.mark.model
def test_nothing_needs_the_network(desk: Path) -> None:
    cut = (
        "import socket, sys\n"
        "def refuse(*_, **__): raise OSError('the network was used')\n"
        "socket.socket.connect = socket.socket.connect_ex = socket.create_connection = socket.getaddrinfo = refuse\n"
        "sys.argv = ['kg', 'build', 'news', '-o', 'out']\n"
        "from kg.cli import main\nmain()\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", cut], cwd=desk, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False, capture_output=True
    )
    assert result.returncode == 0, result.stderr
    assert (desk / "out" / "graph.ttl").exists()
