"""GEXF in graphology (Gephi Lite, sigma) and NetworkX."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx

from kg.graph import KnowledgeGraph
from kg.graph.attributes import LISTS, split_texts
from tests import required
from tests.export.consumers.loaded import Loaded, check, run, written

NAMED_ELSEWHERE = {"start": "char_start", "end": "char_end", "interaction": "kind"}
LOOK = frozenset({"color", "size"})


def as_gexf(graph: KnowledgeGraph) -> Loaded:
    def changed(data: dict[str, Any]) -> dict[str, Any]:
        lists = {name: list(split_texts(data[name])) for name in LISTS & data.keys()}
        return {NAMED_ELSEWHERE.get(name, name): value for name, value in (data | lists).items() if name != "name"}

    wanted = written(graph)
    return Loaded(
        {node: changed(data) for node, data in wanted.nodes.items()},
        {edge: (source, target, changed(data)) for edge, (source, target, data) in wanted.edges.items()},
    )


def test_graphology_has_every_node_edge_and_attribute(graph: KnowledgeGraph, export: Callable[[str], Path]) -> None:
    loaded = run(required.node_with("graphology-gexf"), "graphology_file.cjs", export("gexf"))
    check(loaded, as_gexf(graph), beside=LOOK)


def test_networkx_has_every_node_and_edge_with_its_time(graph: KnowledgeGraph, export: Callable[[str], Path]) -> None:
    loaded = nx.read_gexf(export("gexf"))
    mine = graph.to_networkx()
    assert {node: data["label"] for node, data in loaded.nodes(data=True)} == dict(mine.nodes(data="label"))
    assert sorted(data["uri"] for *_, data in loaded.edges(data=True)) == sorted(
        graph.header.base + key for *_, key in mine.edges(keys=True)
    )
    events = [node for node, data in mine.nodes(data=True) if data["kind"] == "event"]
    times = {node: (loaded.nodes[node].get("start"), loaded.nodes[node].get("end")) for node in events}
    assert times == {node: (mine.nodes[node].get("time_begin"), mine.nodes[node].get("time_end")) for node in events}
