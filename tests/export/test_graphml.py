"""The rules that make one GraphML file load everywhere."""

from __future__ import annotations

import io
import re
from xml.etree import ElementTree

import networkx as nx
import pytest
from hypothesis import given, settings

from kg.export import graphml
from kg.graph import KnowledgeGraph, build_graph
from kg.model import Resolution
from tests import make
from tests.strategies import resolutions

NS = "{http://graphml.graphdrawing.org/xmlns}"
MEANT_FOR_TOOLS = {"id", "x", "y", "z", "size", "r", "g", "b", "color", "selected", "shared name", "SUID"}


def written(graph: KnowledgeGraph) -> bytes:
    stream = io.BytesIO()
    graphml.write(graph, stream)
    return stream.getvalue()


@pytest.fixture(scope="module")
def root() -> ElementTree.Element:
    return ElementTree.fromstring(written(build_graph(make.summit())))


@given(resolution=resolutions())
@settings(max_examples=40)
def test_networkx_loads_every_node_edge_and_attribute(resolution: Resolution) -> None:
    graph = build_graph(resolution)
    loaded = nx.read_graphml(io.BytesIO(written(graph)), force_multigraph=True)
    mine = graph.to_networkx()
    for node, attributes in mine.nodes(data=True):
        attributes["uri"] = graph.header.base + node
    for *_, key, attributes in mine.edges(keys=True, data=True):
        attributes |= {"uri": graph.header.base + key, "interaction": attributes["relation"]}
    assert {n: {**d} for n, d in loaded.nodes(data=True)} == {n: {**d} for n, d in mine.nodes(data=True)}
    edges = {key: (source, target, data) for source, target, key, data in mine.edges(keys=True, data=True)}
    assert {key: (source, target, data) for source, target, key, data in loaded.edges(keys=True, data=True)} == edges


def test_keys_have_unique_ids_known_types_and_no_name_that_tools_keep_for_themselves(root: ElementTree.Element) -> None:
    keys = root.findall(f"{NS}key")
    ids = [key.get("id") for key in keys]
    assert len(ids) == len(set(ids))
    assert {key.get("attr.type") for key in keys} <= {"string", "long", "double", "boolean"}
    assert not {key.get("attr.name") for key in keys} & MEANT_FOR_TOOLS


def test_a_name_has_one_type(root: ElementTree.Element) -> None:
    types: dict[str | None, set[str | None]] = {}
    for key in root.findall(f"{NS}key"):
        types.setdefault(key.get("attr.name"), set()).add(key.get("attr.type"))
    assert all(len(kinds) == 1 for kinds in types.values())


def test_edges_have_unique_ids_a_type_and_their_label_first(root: ElementTree.Element) -> None:
    edges = root.findall(f".//{NS}edge")
    assert len({edge.get("id") for edge in edges}) == len(edges)
    assert {edge.get("label") for edge in edges} == {"PARTICIPANT", "PLACE", "REPORTED_IN", "MENTIONED_IN"}
    assert {edge[0].get("key") for edge in edges} == {"label"}


def test_every_weight_is_above_zero(root: ElementTree.Element) -> None:
    weights = [float(data.text or "") for data in root.iter(f"{NS}data") if data.get("key") == "e_weight"]
    assert weights
    assert min(weights) > 0


def test_nodes_have_labels_for_neo4j(root: ElementTree.Element) -> None:
    labels = {node.get("labels") for node in root.iter(f"{NS}node")}
    assert labels == {":Person", ":Facility", ":Place", ":Event", ":Article"}
    article = make.article("The Olympic Games began.")
    games = make.entity("event", "Olympic Games", make.evidence(article, "Olympic Games"))
    assert b'labels=":NamedEvent"' in written(build_graph(make.resolution([article], [games])))


def test_what_xml_cannot_carry_is_escaped_in_evidence_and_replaced_in_labels() -> None:
    article = make.article("The\x0bbar met Ann.")
    bar = make.entity("organization", "The\x0bbar", make.evidence(article, "The\x0bbar"))
    graph = build_graph(make.resolution([article], [bar]))
    content = written(graph).decode()
    assert "The\ufffdbar" in content
    assert "The\\u000bbar" in content
    assert not re.search("[\x00-\x08\x0b\x0c]", content)
    assert graphml.read(io.BytesIO(content.encode())).evidence(bar.id) == bar.evidence


def test_a_file_that_networkx_wrote_is_read() -> None:
    graph = build_graph(make.summit())
    stream = io.BytesIO()
    nx.write_graphml(graph.to_networkx(), stream)
    assert graphml.read(io.BytesIO(stream.getvalue())) == graph
