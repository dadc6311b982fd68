"""The articles that ship with the project, built from end to end."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pyoxigraph
import pytest
import rdflib

import kg
from kg.graph import KnowledgeGraph
from tests.queries import WHO_MET_WHERE_AND_WHEN

ROOT = Path(__file__).parent.parent
EXPORTS = ("graph.graphml", "graph.ttl", "standoff.jsonl", "ledger.jsonl")
pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return kg.build([ROOT / "seeds"])


def build(folder: Path, output: str, seed: str, *inputs: str) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "kg", "build", *inputs, "-o", output]
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)


def test_the_committed_exports_are_what_the_seeds_give(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    build(tmp_path, "exports", "1", "seeds")
    for name in EXPORTS:
        assert (tmp_path / "exports" / name).read_bytes() == (ROOT / "exports" / name).read_bytes(), name


def test_order_of_input_and_hash_seed_change_no_byte(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    files = sorted(f"seeds/{path.name}" for path in (ROOT / "seeds").glob("*.txt"))[:3]
    build(tmp_path, "one", "1", *files)
    build(tmp_path, "two", "2", *reversed(files))
    for name in EXPORTS:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes(), name


def rows_of_rdflib(path: Path) -> list[tuple[str, ...]]:
    loaded = rdflib.Graph().parse(path)
    return [tuple(str(value) for value in row) for row in loaded.query(WHO_MET_WHERE_AND_WHEN)]  # type: ignore[union-attr]


def rows_of_oxigraph(path: Path) -> list[tuple[str, ...]]:
    store = pyoxigraph.Store()
    store.load(path=str(path), format=pyoxigraph.RdfFormat.TURTLE)
    return [tuple(value.value for value in row) for row in store.query(WHO_MET_WHERE_AND_WHEN)]  # type: ignore[union-attr]


@pytest.mark.parametrize("rows_of", [rows_of_rdflib, rows_of_oxigraph])
def test_the_meeting_is_one_event_with_participants_place_day_and_sources(rows_of: object) -> None:
    (row,) = rows_of(ROOT / "exports" / "graph.ttl")  # type: ignore[operator]
    who, where, when, articles = row
    assert {name.split()[0] for name in who.split(" | ")} == {"Kim", "Vladimir"}
    assert (where, when) == ("Vostochny Cosmodrome", "2023-09-13")
    assert int(articles) >= 4


def test_meetings_with_others_stay_events_of_their_own(graph: KnowledgeGraph) -> None:
    meetings = graph.events(type="Meeting", participant="Kim Jong Un")
    partners = [{person.name for person in event.participants} - {"Kim Jong Un"} for event in meetings]
    assert {"Vladimir Putin"} in partners
    assert {"Sergei Shoigu"} in partners
    assert {"Donald Trump"} in partners


def test_every_fact_is_found_again_in_its_article(graph: KnowledgeGraph) -> None:
    texts = {article.id: (ROOT / "seeds" / Path(article.path).name).read_text(encoding="utf-8") for article in graph.articles()}
    pieces = {piece for node in graph for piece in graph.evidence(node)}
    assert pieces
    for piece in pieces:
        assert texts[piece.article][piece.start : piece.end] == piece.text
        assert texts[piece.article][piece.sentence_start : piece.sentence_end] == piece.sentence


def test_both_files_read_back_as_the_graph(graph: KnowledgeGraph, tmp_path: Path) -> None:
    for name in ("graph.ttl", "graph.graphml"):
        graph.write(tmp_path / name)
        assert kg.read(tmp_path / name) == graph
