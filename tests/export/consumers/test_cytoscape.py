"""Cytoscape JSON in cytoscape.js."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from kg.graph import KnowledgeGraph
from kg.graph.attributes import LISTS, split_texts
from tests import required
from tests.export.consumers.loaded import Loaded, check, run, written


def as_cytoscape(graph: KnowledgeGraph) -> Loaded:
    def changed(data: dict[str, Any], **more: str) -> dict[str, Any]:
        return data | {name: list(split_texts(data[name])) for name in LISTS & data.keys()} | more

    wanted, base = written(graph), graph.header.base
    return Loaded(
        {node: changed(data, id=node) for node, data in wanted.nodes.items()},
        {
            edge: (source, target, changed(data, id=edge.removeprefix(base), source=source, target=target, name=data["label"]))
            for edge, (source, target, data) in wanted.edges.items()
        },
    )


def test_cytoscape_has_every_node_edge_and_attribute(graph: KnowledgeGraph, export: Callable[[str], Path]) -> None:
    loaded = run(required.node_with("cytoscape"), "cytoscape_file.cjs", export("cytoscape"))
    check(loaded, as_cytoscape(graph))
