r"""A folder for Neo4j: two CSV files, and two ways to load them. Written only.

``import.sh``
    makes a new database with ``neo4j-admin database import``: the fast way.
``load.cypher``
    adds to a database with ``LOAD CSV``, as Neo4j Desktop and Aura can, too.

Every node has the label ``KG`` and that of its kind (``Person``). Both ways read backslashes in the older of Neo4j's two
manners, which ``LOAD CSV`` has unless a server is set otherwise: ``\\`` stands for one. Lists are joined with U+001F, which no
name can have.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO, Final

from kg.graph import KnowledgeGraph
from kg.graph.attributes import EDGE_ATTRIBUTES, LISTS, NODE_ATTRIBUTES, Scalar, split_texts

Types = Mapping[str, type[Scalar]]

_NODE: Final[Types] = {**NODE_ATTRIBUTES, "uri": str}
_EDGE: Final[Types] = {"id": str, **EDGE_ATTRIBUTES, "uri": str}
_TYPE_NAMES: Final[Mapping[type[Scalar], str]] = {str: "", int: ":long", float: ":double", bool: ":boolean"}
_DAYS: Final = frozenset({"time_begin", "time_end"})
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_SEPARATOR: Final = "\x1f"
_CONVERSIONS: Final = (
    (":long", "toInteger({})"),
    (":double", "toFloat({})"),
    (":boolean", "toBoolean({})"),
    (":date", "date({})"),
    (":string[]", "split({}, '\\u001F')"),
    ("", "{}"),
)


def class_name(kind: str) -> str:
    """``named_event`` as Neo4j writes labels: ``NamedEvent``."""
    return "".join(word.capitalize() for word in kind.split("_"))


def write_nodes(graph: KnowledgeGraph, stream: BinaryIO) -> None:
    """Write ``nodes.csv``."""
    _write_row(stream, ["id:ID", *map(_column, _NODE.items()), ":LABEL"])
    for node, data in graph.node_attributes():
        values = {**data, "uri": graph.header.base + node}
        _write_row(stream, [node, *(_text(name, values.get(name)) for name in _NODE), class_name(data["kind"])])


def write_relationships(graph: KnowledgeGraph, stream: BinaryIO) -> None:
    """Write ``relationships.csv``."""
    _write_row(stream, [":START_ID", ":END_ID", *map(_column, _EDGE.items()), ":TYPE"])
    for (source, target, key), data in graph.edge_attributes():
        values = {**data, "id": key, "uri": graph.header.base + key}
        _write_row(stream, [source, target, *(_text(name, values.get(name)) for name in _EDGE), data["relation"].upper()])


def write_import(graph: KnowledgeGraph, stream: BinaryIO) -> None:  # noqa: ARG001 - the same for every graph
    """Write ``import.sh``."""
    stream.write(
        b"#!/bin/sh\n"
        b"# Makes a new database of this folder: sh import.sh [DATABASE]\n"
        b'cd "$(dirname "$0")" || exit\n'
        b'exec neo4j-admin database import full "${1:-neo4j}" --nodes=KG=nodes.csv --relationships=relationships.csv \\\n'
        b"  --array-delimiter=U+001F --multiline-fields=true --legacy-style-quoting=true\n"
    )


def write_cypher(graph: KnowledgeGraph, stream: BinaryIO) -> None:
    """Write ``load.cypher``, with one statement for each label and each type, for Cypher takes neither from a column."""
    stream.writelines(f"{line}\n".encode() for line in _statements(graph))


# ---- CSV ---------------------------------------------------------------------------------------------------------


def _column(attribute: tuple[str, type[Scalar]]) -> str:
    name, kind = attribute
    if name in LISTS:
        return f"{name}:string[]"
    return f"{name}:date" if name in _DAYS else f"{name}{_TYPE_NAMES[kind]}"


def _text(name: str, value: Scalar | None) -> str:
    if value is None or (name in _DAYS and not _DAY.fullmatch(str(value))):
        return ""
    if name in LISTS:
        return _SEPARATOR.join(split_texts(str(value)))
    return value if isinstance(value, str) else str(value).lower()


def _write_row(stream: BinaryIO, fields: list[str]) -> None:
    stream.write((",".join(map(_quote, fields)) + "\n").encode())


def _quote(field: str) -> str:
    """A field in quotation marks; without them nothing is there, not even an empty text."""
    return '"' + field.replace("\\", "\\\\").replace('"', '""') + '"' if field else ""


# ---- Cypher ------------------------------------------------------------------------------------------------------


def _statements(graph: KnowledgeGraph) -> Iterator[str]:
    yield "// Put the two CSV files into the import folder of the database, or their addresses into this file; then run it."
    yield "CREATE CONSTRAINT kg_id IF NOT EXISTS FOR (n:KG) REQUIRE n.id IS UNIQUE;\n"
    yield "LOAD CSV WITH HEADERS FROM 'file:///nodes.csv' AS row"
    yield "MERGE (n:KG {id: row.`id:ID`})"
    yield f"SET {_assignments('n', _NODE)};\n"
    for label in sorted({class_name(data["kind"]) for _, data in graph.node_attributes()}):
        yield f"LOAD CSV WITH HEADERS FROM 'file:///nodes.csv' AS row WITH row WHERE row.`:LABEL` = '{label}'"
        yield f"MATCH (n:KG {{id: row.`id:ID`}}) SET n:`{label}`;\n"
    for relation in sorted({data["relation"].upper() for _, data in graph.edge_attributes()}):
        yield f"LOAD CSV WITH HEADERS FROM 'file:///relationships.csv' AS row WITH row WHERE row.`:TYPE` = '{relation}'"
        yield "MATCH (a:KG {id: row.`:START_ID`}), (b:KG {id: row.`:END_ID`})"
        yield f"MERGE (a)-[r:`{relation}` {{id: row.id}}]->(b)"
        yield f"SET {_assignments('r', {name: kind for name, kind in _EDGE.items() if name != 'id'})};\n"


def _assignments(variable: str, types: Types) -> str:
    return ",\n    ".join(f"{variable}.{name} = {_converted(_column((name, kind)))}" for name, kind in types.items())


def _converted(column: str) -> str:
    return next(form.format(f"row.`{column}`") for suffix, form in _CONVERSIONS if column.endswith(suffix))


FILES: Final[Mapping[str, Callable[[KnowledgeGraph, BinaryIO], None]]] = {
    "nodes.csv": write_nodes,
    "relationships.csv": write_relationships,
    "import.sh": write_import,
    "load.cypher": write_cypher,
}
