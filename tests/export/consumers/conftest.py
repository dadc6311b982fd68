"""The graphs that every program has to take."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.export import find_format, write
from kg.graph import KnowledgeGraph
from tests.export.consumers.worlds import WORLDS


@pytest.fixture(scope="session", params=WORLDS)
def graph(request: pytest.FixtureRequest) -> KnowledgeGraph:
    return WORLDS[request.param]()


@pytest.fixture(scope="session")
def export(graph: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Writes the graph in the format of this name, once; the path."""
    folder = tmp_path_factory.mktemp("export")

    def path_of(name: str) -> Path:
        path = folder / f"graph{find_format(name).suffix}"
        if not path.exists():
            write(graph, path)
        return path

    return path_of
