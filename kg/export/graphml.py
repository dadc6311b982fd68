"""GraphML that NetworkX, igraph, graph-tool, graphology, Gephi, Cytoscape and Neo4j's APOC all load.

They agree on little: key ids are unique over nodes, edges and graph; there are four types (string, long, double, boolean); a
missing value is left out; edge ids are unique; the label of an edge comes first. For APOC a node has its kind as ``labels``
and an edge its relation as ``label``; for Cytoscape an edge has ``interaction``; ``uri`` is the IRI that the thing has in RDF.
Written element by element, so that memory stays flat.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO, Final
from xml.etree import ElementTree

import networkx as nx

from kg.errors import GraphError
from kg.export.markup import escape, quote
from kg.export.neo4j import class_name
from kg.graph import KnowledgeGraph
from kg.graph.attributes import EDGE_ATTRIBUTES, GRAPH_ATTRIBUTES, NODE_ATTRIBUTES, Attributes, Scalar
from kg.graph.build import assemble

Types = Mapping[str, type[Scalar]]

_XMLNS: Final = "http://graphml.graphdrawing.org/xmlns"
_TYPE_NAMES: Final[Mapping[type[Scalar], str]] = {str: "string", int: "long", float: "double", bool: "boolean"}
_NODE: Final[Types] = {**NODE_ATTRIBUTES, "uri": str}
_EDGE: Final[Types] = {**EDGE_ATTRIBUTES, "interaction": str, "uri": str}
_TYPES: Final = {"graph": GRAPH_ATTRIBUTES, "node": _NODE, "edge": _EDGE}
_KNOWN: Final = {"node": NODE_ATTRIBUTES, "edge": EDGE_ATTRIBUTES, "graph": GRAPH_ATTRIBUTES}


# ---- writing -----------------------------------------------------------------------------------------------------


def write(graph: KnowledgeGraph, stream: BinaryIO) -> None:
    """Write the graph with all attributes of `kg.graph.attributes`, an element at a time."""
    for element in _elements(graph):
        stream.write(element.encode())


def _elements(graph: KnowledgeGraph) -> Iterator[str]:
    header = graph.header
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="{_XMLNS}">\n'
    for domain, types in _TYPES.items():
        yield from _keys(domain, types)
    yield '  <graph id="G" edgedefault="directed">\n'
    yield _data("graph", {name: value for name in GRAPH_ATTRIBUTES if (value := getattr(header, name))})
    for node, attributes in graph.node_attributes():
        data = _data("node", {**attributes, "uri": header.base + node})
        yield f"    <node id={quote(node)} labels={quote(':' + class_name(attributes['kind']))}>\n{data}    </node>\n"
    for (source, target, key), attributes in graph.edge_attributes():
        relation = attributes["relation"]
        data = _data("edge", {**attributes, "interaction": relation, "uri": header.base + key})
        ends = f"source={quote(source)} target={quote(target)}"
        yield f"    <edge id={quote(key)} {ends} label={quote(relation.upper())}>\n{data}    </edge>\n"
    yield "  </graph>\n</graphml>\n"


def _keys(domain: str, types: Types) -> Iterator[str]:
    for name, kind in types.items():
        key = _key_id(domain, name)
        yield f'  <key id="{key}" for="{domain}" attr.name="{name}" attr.type="{_TYPE_NAMES[kind]}"/>\n'


def _key_id(domain: str, name: str) -> str:
    return "label" if (domain, name) == ("edge", "label") else f"{domain[0]}_{name}"


def _data(domain: str, attributes: Mapping[str, Scalar]) -> str:
    tags = _TAGS[domain]
    return "".join(
        f"{tags[name]}{escape(value) if isinstance(value, str) else str(value).lower()}</data>\n"
        for name, value in attributes.items()
    )


_TAGS: Final = {
    domain: {name: f'{"    " if domain == "graph" else "      "}<data key="{_key_id(domain, name)}">' for name in types}
    for domain, types in _TYPES.items()
}


# ---- reading -----------------------------------------------------------------------------------------------------


def read(stream: BinaryIO) -> KnowledgeGraph:
    """Read a graph that `write` has written; attributes that are none of kg's are passed over.

    Raises:
        GraphError: the file is cut short, is no GraphML, or is not of kg.
    """
    graph = nx.MultiDiGraph()
    try:
        _fill(graph, ElementTree.iterparse(stream, events=("end",)))
        read_back = KnowledgeGraph(graph)
        return assemble(read_back.to_resolution(), read_back.header)
    except ElementTree.ParseError as error:
        raise GraphError(f"not XML, or cut short: {error}") from error
    except KeyError as error:
        raise GraphError(f"not a graph of kg: {error} is missing") from error
    except (TypeError, ValueError) as error:
        raise GraphError(f"not a graph of kg: {error}") from error


def _fill(graph: nx.MultiDiGraph, elements: Iterable[tuple[str, ElementTree.Element]]) -> None:
    """Add everything, an element at a time when it ends, with all that is inside of it."""
    keys: dict[str | None, tuple[str, type[Scalar]]] = {}
    for _, element in elements:
        tag = element.tag.rpartition("}")[2]
        if tag == "data":
            continue
        if tag == "key":
            _declare(keys, element)
        elif tag == "node":
            graph.add_node(element.attrib["id"], **_attributes(keys, element))
            element.clear()
        elif tag == "edge":
            ends = element.attrib["source"], element.attrib["target"]
            graph.add_edge(*ends, element.get("id"), **_attributes(keys, element))
            element.clear()
        elif tag == "graph":
            graph.graph.update(_attributes(keys, element))


def _attributes(keys: Mapping[str | None, tuple[str, type[Scalar]]], element: ElementTree.Element) -> Attributes:
    declared = ((keys.get(data.get("key")), data.text or "") for data in element)
    return {known[0]: _value(known[1], text) for known, text in declared if known}


def _declare(keys: dict[str | None, tuple[str, type[Scalar]]], key: ElementTree.Element) -> None:
    name, types = key.get("attr.name", ""), _KNOWN.get(key.get("for", ""), {})
    if name in types:
        keys[key.attrib["id"]] = name, types[name]


def _value(kind: type[Scalar], text: str) -> Scalar:
    return text == "true" if kind is bool else kind(text)
