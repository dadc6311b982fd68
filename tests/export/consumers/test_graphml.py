"""GraphML in the programs that people load it into: every node, parallel edge and attribute arrives."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import networkx as nx
import pytest

from kg.graph import KnowledgeGraph
from tests import required
from tests.export.consumers.loaded import Loaded, check, run, written

Export = Callable[[str], Path]
NAN = float("nan")


class Consumer(NamedTuple):
    """A program: how a file is loaded, what it gives for a missing value, and its own attributes."""

    load: Callable[[Path], Loaded]
    absent: tuple[object, ...] = ()
    beside: frozenset[str] = frozenset()


def load_networkx(path: Path) -> Loaded:
    graph = nx.read_graphml(path, force_multigraph=True)
    edges = {data["uri"]: (source, target, data) for source, target, data in graph.edges(data=True)}
    return Loaded(dict(graph.nodes(data=True)), edges)


def load_igraph(path: Path) -> Loaded:
    graph = required.module("igraph").Graph.Read_GraphML(str(path))
    nodes = [node.attributes() for node in graph.vs]
    edges = [(nodes[edge.source]["id"], nodes[edge.target]["id"], edge.attributes()) for edge in graph.es]
    return Loaded({node["id"]: node for node in nodes}, {edge[2]["uri"]: edge for edge in edges})


def load_rustworkx(path: Path) -> Loaded:
    (graph,) = required.module("rustworkx").read_graphml(str(path))
    nodes = {index: graph[index] for index in graph.node_indices()}
    edges = [(nodes[source]["id"], nodes[target]["id"], data) for source, target, data in graph.weighted_edge_list()]
    return Loaded({node["id"]: node for node in nodes.values()}, {edge[2]["uri"]: edge for edge in edges})


def load_graph_tool(path: Path) -> Loaded:
    return run(required.system_python_with("graph_tool"), "graph_tool_graphml.py", path)


def load_graphology(path: Path) -> Loaded:
    return run(required.node_with("graphology-graphml"), "graphology_file.cjs", path)


CONSUMERS = {
    "networkx": Consumer(load_networkx),
    "igraph": Consumer(load_igraph, absent=("", NAN, False), beside=frozenset({"id"})),
    "rustworkx": Consumer(load_rustworkx, absent=(None,), beside=frozenset({"id"})),
    "graph-tool": Consumer(load_graph_tool, absent=("", 0, False)),
    "graphology": Consumer(load_graphology),
}


@pytest.mark.parametrize("consumer", CONSUMERS.values(), ids=CONSUMERS)
def test_every_node_edge_and_attribute_arrives(consumer: Consumer, graph: KnowledgeGraph, export: Export) -> None:
    check(consumer.load(export("graphml")), written(graph), consumer.absent, consumer.beside)


def test_networkit_has_every_node_and_edge_with_its_weight(graph: KnowledgeGraph, export: Export) -> None:
    loaded = required.module("networkit").graphio.GraphMLReader().read(str(export("graphml")))
    weights = [data["weight"] for _, data in graph.edge_attributes()]
    assert (loaded.numberOfNodes(), loaded.numberOfEdges()) == (len(graph), len(weights))
    assert loaded.totalEdgeWeight() == pytest.approx(sum(weights))
