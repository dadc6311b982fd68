"""GEXF 1.3 with time: Gephi's timeline, Gephi Lite. Written only.

An event is there from its first to its last day, an article from the day it was published, a lasting relation while it held;
an edge is there as long as its event, or from the day of its article. What has no known time is always there. Edges have
their relation as ``kind``, so that two relations between the same nodes stay two edges; lists are ``liststring``; the start
and end of a quotation are ``char_start`` and ``char_end``, for ``start`` and ``end`` are times here.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO, Final

from kg.export.markup import quote
from kg.graph import KnowledgeGraph
from kg.graph.attributes import (
    ARTICLE,
    EDGE_ATTRIBUTES,
    EVENT,
    LISTS,
    MENTIONED_IN,
    NODE_ATTRIBUTES,
    REPORTED_IN,
    Scalar,
    split_texts,
)
from kg.graph.palette import color_of

Interval = tuple[str | None, str | None]
"""First and last day; None where open."""

_ALWAYS: Final[Interval] = (None, None)
_TYPE_NAMES: Final[Mapping[type[Scalar], str]] = {str: "string", int: "long", float: "double", bool: "boolean"}
_ELSEWHERE: Final = {"node": {"label", "name"}, "edge": {"label", "weight"}}  # GEXF has places of its own for these
_RENAMED: Final = {"start": "char_start", "end": "char_end"}
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_SIZE: Final = 4.0  # of a node with one mention, in Gephi's units


def write(graph: KnowledgeGraph, stream: BinaryIO) -> None:
    """Write the graph, an element at a time."""
    for element in _elements(graph):
        stream.write(element.encode())


def _elements(graph: KnowledgeGraph) -> Iterator[str]:
    header, times = graph.header, _times(graph)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n'
    yield f"  <meta>\n    <creator>{header.generator}</creator>\n  </meta>\n"
    yield '  <graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">\n'
    yield _declarations("node", NODE_ATTRIBUTES)
    yield _declarations("edge", EDGE_ATTRIBUTES)
    yield "    <nodes>\n"
    for node, data in graph.node_attributes():
        values = _values("node", {**data, "uri": header.base + node})
        head = f"id={quote(node)} label={quote(data['label'])}{_interval(times.get(node, _ALWAYS))}"
        yield f"      <node {head}>\n{values}{_look(data)}      </node>\n"
    yield "    </nodes>\n    <edges>\n"
    for (source, target, key), data in graph.edge_attributes():
        values = _values("edge", {**data, "uri": header.base + key})
        ends = f"id={quote(key)} source={quote(source)} target={quote(target)}"
        head = f'{ends} label={quote(data["label"])} kind={quote(data["relation"])} weight="{data["weight"]}"'
        yield f"      <edge {head}{_interval(_edge_time(source, target, data, times))}>\n{values}      </edge>\n"
    yield "    </edges>\n  </graph>\n</gexf>\n"


def _declarations(domain: str, types: Mapping[str, type[Scalar]]) -> str:
    rows = ((name, _type_name(name, kind)) for name, kind in {**types, "uri": str}.items() if name not in _ELSEWHERE[domain])
    titles = ((_RENAMED.get(name, name), kind) for name, kind in rows)
    lines = "".join(f'      <attribute id="{title}" title="{title}" type="{kind}"/>\n' for title, kind in titles)
    return f'    <attributes class="{domain}" mode="static">\n{lines}    </attributes>\n'


def _type_name(name: str, kind: type[Scalar]) -> str:
    return "liststring" if name in LISTS else _TYPE_NAMES[kind]


def _values(domain: str, data: Mapping[str, Scalar]) -> str:
    lines = (
        f'          <attvalue for="{_RENAMED.get(name, name)}" value={quote(_text(name, value))}/>\n'
        for name, value in data.items()
        if name not in _ELSEWHERE[domain]
    )
    return f"        <attvalues>\n{''.join(lines)}        </attvalues>\n"


def _text(name: str, value: Scalar) -> str:
    if name in LISTS:
        return json.dumps(split_texts(str(value)), ensure_ascii=False)
    return value if isinstance(value, str) else str(value).lower()


def _look(data: Mapping[str, Scalar]) -> str:
    """Colour by kind, area by mentions."""
    red, green, blue = bytes.fromhex(color_of(str(data["kind"]))[1:])
    size = round(_SIZE * math.sqrt(data.get("mentions", 1)), 1)  # type: ignore[arg-type]
    return f'        <viz:color r="{red}" g="{green}" b="{blue}"/>\n        <viz:size value="{size}"/>\n'


# ---- time --------------------------------------------------------------------------------------------------------


def _times(graph: KnowledgeGraph) -> dict[str, Interval]:
    """When each node is there, of those that are not there always."""
    times = {node: _node_time(data) for node, data in graph.node_attributes()}
    return {node: time for node, time in times.items() if time != _ALWAYS}


def _node_time(data: Mapping[str, Scalar]) -> Interval:
    if data["kind"] == EVENT:
        return _own_time(data)
    return (str(data.get("published", ""))[:10], None) if data["kind"] == ARTICLE else _ALWAYS


def _edge_time(source: str, target: str, data: Mapping[str, Scalar], times: Mapping[str, Interval]) -> Interval:
    own = _own_time(data)
    if own != _ALWAYS:
        return own
    return times.get(target if data["relation"] in {MENTIONED_IN, REPORTED_IN} else source, _ALWAYS)


def _own_time(data: Mapping[str, Scalar]) -> Interval:
    begin, end = data.get("time_begin"), data.get("time_end")
    return (str(begin) if begin else None, str(end) if end else None)


def _interval(time: Interval) -> str:
    """The two attributes; what is no day, or ends before it begins, would stop Gephi and is left out."""
    begin, end = (day if day and _DAY.fullmatch(day) else None for day in time)
    if begin and end and end < begin:
        return ""
    return (f' start="{begin}"' if begin else "") + (f' end="{end}"' if end else "")
