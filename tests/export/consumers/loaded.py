"""What a program has of a graph that it loaded, in one form for all of them."""

from __future__ import annotations

import json
import math
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.graph import KnowledgeGraph

HERE = Path(__file__).parent
Attributes = dict[str, Any]


@dataclass(frozen=True)
class Loaded:
    """Nodes by id and edges by IRI (source, target, attributes)."""

    nodes: dict[str, Attributes]
    edges: dict[str, tuple[str, str, Attributes]]


def written(graph: KnowledgeGraph) -> Loaded:
    """All that a program could have."""
    base = graph.header.base
    return Loaded(
        nodes={node: {**data, "uri": base + node} for node, data in graph.node_attributes()},
        edges={
            base + key: (source, target, {**data, "uri": base + key, "interaction": data["relation"]})
            for (source, target, key), data in graph.edge_attributes()
        },
    )


def run(*words: str | Path) -> Loaded:
    """What a script of this folder prints: ``[[[node, attributes]…], [[source, target, attributes]…]]``."""
    script = [words[0], HERE / words[1], *words[2:]]
    nodes, edges = json.loads(subprocess.run(script, capture_output=True, check=True, text=True).stdout)
    found = Loaded(dict(nodes), {data["uri"]: (source, target, data) for source, target, data in edges})
    assert (len(nodes), len(edges)) == (len(found.nodes), len(found.edges))
    return found


def check(found: Loaded, wanted: Loaded, absent: tuple[object, ...] = (), beside: frozenset[str] = frozenset()) -> None:
    """Whether all that is wanted was found.

    Args:
        found: what the program has.
        wanted: what it should have.
        absent: what it gives for a value that is not there.
        beside: attributes of its own.
    """

    def cleaned(attributes: Attributes, known: Attributes) -> Attributes:
        kept = {name: value for name, value in attributes.items() if name not in beside}
        return {name: value for name, value in kept.items() if name in known or not _is_one_of(value, absent)}

    assert found.nodes.keys() == wanted.nodes.keys()
    for node, known in wanted.nodes.items():
        assert cleaned(found.nodes[node], known) == known
    assert found.edges.keys() == wanted.edges.keys()
    for edge, (source, target, known) in wanted.edges.items():
        assert found.edges[edge][:2] == (source, target)
        assert cleaned(found.edges[edge][2], known) == known


def _is_one_of(value: object, absent: tuple[object, ...]) -> bool:
    return any(value is one or value == one or (_is_nan(value) and _is_nan(one)) for one in absent)


def _is_nan(value: object) -> bool:
    return isinstance(value, float) and math.isnan(value)
