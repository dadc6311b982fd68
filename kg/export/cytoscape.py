"""Cytoscape JSON (``.cyjs``): Cytoscape desktop and cytoscape.js. Written only.

All attributes are there under their names, lists as lists; ``id``, ``source``, ``target``, ``name`` and ``interaction`` are
what both programs look for.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from kg.graph import KnowledgeGraph
from kg.graph.attributes import GRAPH_ATTRIBUTES, LISTS, split_texts


def write(graph: KnowledgeGraph, stream: BinaryIO) -> None:
    """Write the graph, an element at a time."""
    for piece in _pieces(graph):
        stream.write(piece.encode())


def _pieces(graph: KnowledgeGraph) -> Iterator[str]:
    header = graph.header
    data = {"name": "kg", **{name: value for name in GRAPH_ATTRIBUTES if (value := getattr(header, name))}}
    yield f'{{\n"format_version":"1.0",\n"generated_by":{_dump(header.generator)},\n'
    yield f'"target_cytoscapejs_version":"~2.1",\n"data":{_dump(data)},\n"elements":{{\n"nodes":['
    yield from _separated({"id": node, **_fields(found), "uri": header.base + node} for node, found in graph.node_attributes())
    yield '],\n"edges":['
    yield from _separated(
        {"id": key, "source": source, "target": target, "name": found["label"], "interaction": found["relation"]}
        | _fields(found)
        | {"uri": header.base + key}
        for (source, target, key), found in graph.edge_attributes()
    )
    yield "]\n}\n}\n"


def _separated(elements: Iterator[dict[str, Any]]) -> Iterator[str]:
    between = "\n"
    for data in elements:
        yield f'{between}{{"data":{_dump(data)}}}'
        between = ",\n"


def _fields(data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: split_texts(value) if name in LISTS else value for name, value in data.items()}


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
