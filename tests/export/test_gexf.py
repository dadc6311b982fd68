"""GEXF: well-formed, declared, and in time."""

from __future__ import annotations

import io
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from kg.export import gexf
from kg.graph import KnowledgeGraph, build_graph
from kg.model import EventTime, Resolution
from tests import make
from tests.strategies import resolutions

NS = "{http://gexf.net/1.3}"


def parsed(graph: KnowledgeGraph) -> ElementTree.Element:
    stream = io.BytesIO()
    gexf.write(graph, stream)
    return ElementTree.fromstring(stream.getvalue())


def spell(element: ElementTree.Element) -> tuple[str | None, str | None]:
    return element.get("start"), element.get("end")


@given(resolution=resolutions())
@settings(max_examples=40)
def test_every_value_is_declared_and_no_spell_ends_before_it_begins(resolution: Resolution) -> None:
    root = parsed(build_graph(resolution))
    for kind in ("node", "edge"):
        declared = {attribute.get("id") for attribute in root.findall(f".//{NS}attributes[@class='{kind}']/{NS}attribute")}
        used = {value.get("for") for value in root.findall(f".//{NS}{kind}/{NS}attvalues/{NS}attvalue")}
        assert used <= declared
    spells = [spell(element) for kind in ("node", "edge") for element in root.iter(f"{NS}{kind}")]
    assert all(begin <= end for begin, end in spells if begin and end)


def test_events_articles_and_their_edges_have_their_days() -> None:
    root = parsed(build_graph(make.summit()))
    nodes = {node.get("label"): spell(node) for node in root.iter(f"{NS}node")}
    assert nodes["Meeting of Vladimir Putin and Kim Jong-un"] == ("2023-09-13", "2023-09-13")
    assert nodes["Meeting"] == ("2023-10-01", "2023-10-31")
    assert nodes["Putin & Kim meet"] == ("2023-09-13", None)
    assert nodes["Vladimir Putin"] == (None, None)
    edges = {(edge.get("source"), edge.get("target"), edge.get("kind")): spell(edge) for edge in root.iter(f"{NS}edge")}
    assert edges["event/visit", "place/pyongyang", "place"] == ("2023-10-01", "2023-10-31")
    assert edges["event/visit", "article/paper", "reported_in"] == ("2023-09-14", None)


@pytest.mark.parametrize(
    ("begin", "end", "kept"),
    [
        ("2023-09-13", None, ("2023-09-13", None)),
        (None, "2023-09-13", (None, "2023-09-13")),
        ("2023-09-14", "2023-09-13", (None, None)),
        ("2023", "2023-09-13", (None, "2023-09-13")),
    ],
)
def test_a_time_that_would_stop_gephi_is_left_out(
    begin: str | None, end: str | None, kept: tuple[str | None, str | None]
) -> None:
    article = make.article("Ann met Bob.")
    time = EventTime("X", begin, end, "range", 1.0, (make.evidence(article, "met"),))
    graph = build_graph(make.resolution([article], [], [make.event(make.evidence(article, "met"), time=time)]))
    assert [spell(node) for node in parsed(graph).iter(f"{NS}node") if node.get("id") == "event/meeting"] == [kept]


def test_the_more_mentioned_the_larger() -> None:
    root = parsed(build_graph(make.summit()))
    size = {node.get("label"): float(node[-1].get("value") or 0) for node in root.iter(f"{NS}node")}
    assert size["Vladimir Putin"] == 2 * size["Pyongyang"]
