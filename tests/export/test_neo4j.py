"""The folder for Neo4j, read as Neo4j reads it: a backslash or a second quotation mark before what is meant."""

from __future__ import annotations

import csv
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from kg.export import neo4j, write
from kg.graph import build_graph
from kg.graph.attributes import LISTS, split_texts
from kg.model import Resolution
from tests import make
from tests.strategies import resolutions

READ = {"": str, "long": int, "double": float, "boolean": lambda text: text == "true", "date": str}


def rows(path: Path) -> list[dict[str, Any]]:
    """What the database gets: typed, without what is not there."""
    with path.open(encoding="utf-8", newline="") as stream:
        return [dict(map(typed, row.items())) for row in csv.DictReader(stream, escapechar="\\") if row]


def typed(cell: tuple[str, str]) -> tuple[str, Any]:
    column, text = cell
    name, _, kind = column.partition(":")
    if kind in {"ID", "START_ID", "END_ID", "TYPE", "LABEL"}:
        return kind, text
    if text == "":
        return name, None
    return name, tuple(text.split("\x1f")) if kind == "string[]" else READ[kind](text)


def known(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value is not None}


def wanted(data: dict[str, Any], **more: str) -> dict[str, Any]:
    return data | {name: split_texts(data[name]) for name in LISTS & data.keys()} | more


@given(resolution=resolutions())
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_node_and_edge_is_there_with_all_attributes(resolution: Resolution, tmp_path: Path) -> None:
    graph = build_graph(resolution)
    write(graph, tmp_path / "graph.neo4j")
    base = graph.header.base
    nodes = {row.pop("ID"): known(row) for row in rows(tmp_path / "graph.neo4j" / "nodes.csv")}
    assert nodes == {
        node: wanted(dict(data), LABEL=neo4j.class_name(data["kind"]), uri=base + node)
        for node, data in graph.node_attributes()
    }
    edges = {row["id"]: known(row) for row in rows(tmp_path / "graph.neo4j" / "relationships.csv")}
    assert edges == {
        key: wanted(dict(data), id=key, START_ID=source, END_ID=target, TYPE=data["relation"].upper(), uri=base + key)
        for (source, target, key), data in graph.edge_attributes()
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(build_graph(make.summit()), tmp_path / "graph.neo4j")
    return tmp_path / "graph.neo4j"


def test_the_script_hands_the_files_to_neo4j(folder: Path, tmp_path: Path) -> None:
    program = tmp_path / "neo4j-admin"
    program.write_text('#!/bin/sh\necho "$PWD" "$@"\n')
    program.chmod(0o755)
    run = ["sh", folder / "import.sh", "news"]
    said = subprocess.run(run, env={"PATH": f"{tmp_path}:/usr/bin:/bin"}, capture_output=True, check=True, text=True).stdout
    assert said.startswith(f"{folder} database import full news --nodes=KG=nodes.csv --relationships=relationships.csv")
    assert "--array-delimiter=U+001F --multiline-fields=true --legacy-style-quoting=true" in said


def test_the_cypher_takes_every_column_label_and_type(folder: Path) -> None:
    cypher = (folder / "load.cypher").read_text(encoding="utf-8")
    for name in ("nodes.csv", "relationships.csv"):
        header = (folder / name).read_text(encoding="utf-8").splitlines()[0].replace('"', "").split(",")
        assert all(f"row.`{column}`" in cypher or f"row.{column}" in cypher for column in header)
    assert set(re.findall(r"SET n:`(\w+)`", cypher)) == {"Article", "Event", "Facility", "Person", "Place"}
    assert set(re.findall(r"-\[r:`(\w+)`", cypher)) == {"MENTIONED_IN", "PARTICIPANT", "PLACE", "REPORTED_IN"}
    assert "n.mentions = toInteger(row.`mentions:long`)" in cypher
    assert "n.aliases = split(row.`aliases:string[]`, '\\u001F')" in cypher


def test_a_graph_without_edges_is_loaded_without_them(tmp_path: Path) -> None:
    write(build_graph(make.resolution([])), tmp_path / "graph.neo4j")
    assert len((tmp_path / "graph.neo4j" / "nodes.csv").read_text().splitlines()) == 1
    assert "MERGE (a)" not in (tmp_path / "graph.neo4j" / "load.cypher").read_text()


def test_kinds_are_written_as_neo4j_writes_labels() -> None:
    assert neo4j.class_name("named_event") == "NamedEvent"
