"""GraphML that NetworkX, igraph, graph-tool, graphology, Gephi, Cytoscape and Neo4j's APOC all load.

They agree on little: key ids are unique over nodes, edges and graph; there are four types (string, long, double, boolean); a
missing value is left out; edge ids are unique; the label of an edge comes first. For APOC a node has its kind as ``labels``
and an edge its relation as ``label``; for Cytoscape an edge has ``interaction``; ``uri`` is the IRI that the thing has in RDF.
Written piece by piece, so that memory stays flat.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO, Final
from xml.etree import ElementTree

import networkx as nx

from kg.errors import GraphError
from kg.graph import KnowledgeGraph
from kg.graph.attributes import EDGE_ATTRIBUTES, GRAPH_ATTRIBUTES, NODE_ATTRIBUTES, Attributes, Scalar
from kg.graph.build import assemble

Types = Mapping[str, type[Scalar]]

_XMLNS: Final = "http://graphml.graphdrawing.org/xmlns"
_TYPE_NAMES: Final[Mapping[type[Scalar], str]] = {str: "string", int: "long", float: "double", bool: "boolean"}
_NODE: Final[Types] = {**NODE_ATTRIBUTES, "uri": str}
_EDGE: Final[Types] = {**EDGE_ATTRIBUTES, "interaction": str, "uri": str}
_KNOWN: Final = {"node": NODE_ATTRIBUTES, "edge": EDGE_ATTRIBUTES, "graph": GRAPH_ATTRIBUTES}
_ESCAPES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_ESCAPES_IN_ATTRIBUTE: Final = _ESCAPES | str.maketrans({'"': "&quot;", "\t": "&#9;", "\n": "&#10;"})


# ---- writing -----------------------------------------------------------------------------------------------------


def write(graph: KnowledgeGraph, stream: BinaryIO) -> None:
    """Write the graph with all attributes of `kg.graph.attributes`."""
    for piece in _pieces(graph):
        stream.write(piece.encode())


def _pieces(graph: KnowledgeGraph) -> Iterator[str]:
    header = graph.header
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="{_XMLNS}">\n'
    for domain, types in (("graph", GRAPH_ATTRIBUTES), ("node", _NODE), ("edge", _EDGE)):
        yield from _keys(domain, types)
    yield '  <graph id="G" edgedefault="directed">\n'
    yield from _data("graph", {name: getattr(header, name) for name in GRAPH_ATTRIBUTES}, "    ")
    for node, attributes in graph.node_attributes():
        yield f'    <node id="{_quoted(node)}" labels=":{_class_name(attributes["kind"])}">\n'
        yield from _data("node", {**attributes, "uri": header.base + node})
        yield "    </node>\n"
    for (source, target, key), attributes in graph.edge_attributes():
        relation = str(attributes["relation"])
        ends = f'source="{_quoted(source)}" target="{_quoted(target)}"'
        yield f'    <edge id="{_quoted(key)}" {ends} label="{_quoted(relation.upper())}">\n'
        yield from _data("edge", {**attributes, "interaction": relation, "uri": header.base + key})
        yield "    </edge>\n"
    yield "  </graph>\n</graphml>\n"


def _keys(domain: str, types: Types) -> Iterator[str]:
    for name, kind in types.items():
        key = _key_id(domain, name)
        yield f'  <key id="{key}" for="{domain}" attr.name="{name}" attr.type="{_TYPE_NAMES[kind]}"/>\n'


def _key_id(domain: str, name: str) -> str:
    return "label" if (domain, name) == ("edge", "label") else f"{domain[0]}_{name}"


def _data(domain: str, attributes: Mapping[str, Scalar], indent: str = "      ") -> Iterator[str]:
    for name, value in attributes.items():
        text = value.translate(_ESCAPES) if isinstance(value, str) else str(value).lower()
        yield f'{indent}<data key="{_key_id(domain, name)}">{text}</data>\n'


def _quoted(text: str) -> str:
    return text.translate(_ESCAPES_IN_ATTRIBUTE)


def _class_name(kind: Scalar) -> str:
    """``named_event`` as Neo4j writes labels: ``NamedEvent``."""
    return "".join(word.capitalize() for word in str(kind).split("_"))


# ---- reading -----------------------------------------------------------------------------------------------------


def read(stream: BinaryIO) -> KnowledgeGraph:
    """Read a graph that `write` has written; attributes that are none of kg's are passed over.

    Raises:
        GraphError: the file is cut short, is no GraphML, or is not of kg.
    """
    graph = nx.MultiDiGraph()
    try:
        _fill(graph, ElementTree.iterparse(stream, events=("start", "end")))
        read_back = KnowledgeGraph(graph)
        return assemble(read_back.to_resolution(), read_back.header)
    except ElementTree.ParseError as error:
        raise GraphError(f"not XML, or cut short: {error}") from error
    except KeyError as error:
        raise GraphError(f"not a graph of kg: {error} is missing") from error
    except (TypeError, ValueError) as error:
        raise GraphError(f"not a graph of kg: {error}") from error


def _fill(graph: nx.MultiDiGraph, elements: Iterable[tuple[str, ElementTree.Element]]) -> None:
    keys: dict[str, tuple[str, type[Scalar]]] = {}
    found: Attributes = graph.graph
    for event, element in elements:
        tag = element.tag.rpartition("}")[2]
        if event == "start":
            if tag in {"node", "edge"}:
                found = {}
        elif tag == "key":
            _declare(keys, element)
        elif tag == "data" and element.get("key") in keys:
            name, kind = keys[element.attrib["key"]]
            found[name] = _value(kind, element.text or "")
        elif tag == "node":
            graph.add_node(element.attrib["id"], **found)
            found = graph.graph
        elif tag == "edge":
            graph.add_edge(element.attrib["source"], element.attrib["target"], element.get("id"), **found)
            found = graph.graph
        if event == "end" and tag in {"node", "edge"}:
            element.clear()


def _declare(keys: dict[str, tuple[str, type[Scalar]]], key: ElementTree.Element) -> None:
    name, types = key.get("attr.name", ""), _KNOWN.get(key.get("for", ""), {})
    if name in types:
        keys[key.attrib["id"]] = name, types[name]


def _value(kind: type[Scalar], text: str) -> Scalar:
    return text == "true" if kind is bool else kind(text)
