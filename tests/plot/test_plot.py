"""Pictures: well-formed, complete, and nothing from outside in them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from kg.errors import GraphError, OutputError
from kg.graph import KnowledgeGraph, build_graph
from kg.model import Resolution
from kg.plot import VIEWS, plot
from tests import make
from tests.graph.worlds import meetings
from tests.strategies import resolutions

NS = "{http://www.w3.org/2000/svg}"
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return meetings()


def words(graph: KnowledgeGraph, view: str, **which: object) -> list[str]:
    root = ElementTree.fromstring(plot(graph, view, **which).svg)
    return [element.text or "" for element in root.iter(f"{NS}text")]


@pytest.mark.parametrize("view", VIEWS)
@given(resolution=resolutions())
@settings(max_examples=20)
def test_every_graph_has_a_well_formed_picture(view: str, resolution: Resolution) -> None:
    root = ElementTree.fromstring(plot(build_graph(resolution), view, asserted=False).svg)
    assert root.tag == f"{NS}svg"
    assert not [element for element in root.iter() if element.tag in {f"{NS}script", f"{NS}image", f"{NS}a"}]


def test_the_network_names_everybody_who_meets(graph: KnowledgeGraph) -> None:
    assert {"Ann", "Bob", "Cid", "Dan", "Acme", "Paris"} <= set(words(graph, "network"))
    assert "6 entities in 4 of 5 events" in words(graph, "network")


def test_the_timeline_has_a_lane_for_each_and_the_days(graph: KnowledgeGraph) -> None:
    shown = words(graph, "timeline")
    assert {"Ann", "Bob", "Cid", "Paris", "2023-05-03", "2023-05-05", "2024-06-01"} <= set(shown)
    assert "3 of 5 events; 1 have no known time" in shown


def test_the_map_has_the_places_with_coordinates(graph: KnowledgeGraph) -> None:
    shown = words(graph, "map")
    assert {"Paris", "France"} <= set(shown)
    assert "2 of 2 places, 1 with events" in shown
    assert "0 of 2 places, 0 with events" in words(build_graph(make.summit()), "map")


def test_filters_choose_the_events(graph: KnowledgeGraph) -> None:
    assert "Dan" not in words(graph, "network", participant="Ann")


@pytest.mark.parametrize("view", VIEWS)
def test_the_same_graph_has_the_same_picture_whatever_the_hash_seed(view: str, graph: KnowledgeGraph) -> None:
    program = "import sys; from tests.graph.worlds import meetings; sys.stdout.write(meetings().plot(sys.argv[1]).svg)"
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "4711", "PYTHONIOENCODING": "utf-8"}
    run = subprocess.run([sys.executable, "-c", program, view], env=environment, capture_output=True, check=True)
    assert run.stdout.decode() == graph.plot(view).svg


def test_a_picture_is_shown_and_saved(graph: KnowledgeGraph, tmp_path: Path) -> None:
    picture = graph.plot()
    assert picture._repr_html_() == picture.svg
    picture.save(tmp_path / "graph.svg")
    assert (tmp_path / "graph.svg").read_text(encoding="utf-8") == picture.svg
    with pytest.raises(OutputError, match="missing"):
        picture.save(tmp_path / "missing" / "graph.svg")


def test_an_unknown_view_lists_the_known_ones(graph: KnowledgeGraph) -> None:
    with pytest.raises(GraphError, match=r"'globe' is no view \(known: network, timeline, map\)"):
        graph.plot("globe")
