"""Two newspapers that differ about one accident, from their files to the question that finds it."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg import export
from kg.graph import KnowledgeGraph
from kg.ingest import read_articles
from kg.model import Article
from kg.sparql import find_example, query
from kg.verify import verify

pytestmark = pytest.mark.model

NEWS = {
    "courier.txt": (
        "Bus crash kills 12\nPublished: September 12, 2023\n\n"
        "A bus crashed near Bergen on September 11 in heavy rain. The crash killed 12 people, police said.\n\n"
        "Transport Minister Ann Lee met Mayor Bob Ray in Oslo on September 12. Their talks lasted two hours.\n"
    ),
    "herald.txt": (
        "Fourteen dead on the road\nPublished: September 13, 2023\n\n"
        "In heavy rain a bus crashed near Voss on September 11. Fourteen people were killed in the crash, police said.\n\n"
        "Transport Minister Ann Lee met Mayor Bob Ray for about four hours in Oslo on September 12.\n"
    ),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("news")
    for name, text in NEWS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def graph(folder: Path) -> KnowledgeGraph:
    return kg.build([folder])


def found(graph: KnowledgeGraph) -> set[tuple[str, str, tuple[str, ...]]]:
    events = graph.events(asserted=False)
    return {(e.type, d.aspect, tuple(c.value for c in d.claims)) for e in events for d in e.differences}


def test_the_newspapers_differ_about_where_how_many_and_how_long(graph: KnowledgeGraph) -> None:
    assert found(graph) >= {
        ("Accident", "place", ("Bergen", "Voss")),
        ("Death", "number", ("12", "14")),
        ("Meeting", "duration", ("2 hours", "about 4 hours")),
    }


def test_each_claim_has_its_sentence(graph: KnowledgeGraph) -> None:
    answer = {row[-2:] for row in query(graph, find_example("differing-sources").sparql)}
    assert ("14", "Fourteen people were killed in the crash, police said.") in answer


def test_all_of_it_is_found_again_in_the_articles_and_the_files(graph: KnowledgeGraph, folder: Path, tmp_path: Path) -> None:
    articles = [article for article in read_articles([folder]) if isinstance(article, Article)]
    assert verify(graph, articles).problems == ()
    for form in export.FORMATS:
        if form.read is not None:
            graph.write(tmp_path / f"graph{form.suffix}")
            assert kg.read(tmp_path / f"graph{form.suffix}") == graph
