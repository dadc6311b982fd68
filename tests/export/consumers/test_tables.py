"""The tables in pandas and, where they are Parquet, in Arrow."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.graph import KnowledgeGraph
from kg.graph.attributes import join_texts
from kg.graph.tables import TABLES, Table
from tests import required

every_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


@every_table
def test_arrow_has_every_row_with_its_types(table: Table, graph: KnowledgeGraph, export: Callable[[str], Path]) -> None:
    required.module("pyarrow")
    loaded = required.module("pyarrow.parquet").read_table(export("parquet") / f"{table.name}.parquet")
    assert loaded.column_names == list(table.columns)
    rows = [tuple(tuple(cell) if isinstance(cell, list) else cell for cell in row.values()) for row in loaded.to_pylist()]
    assert rows == list(table.rows(graph))


@every_table
def test_pandas_reads_the_csv_as_it_was(table: Table, graph: KnowledgeGraph, export: Callable[[str], Path]) -> None:
    pandas = required.module("pandas")
    loaded = pandas.read_csv(export("csv") / f"{table.name}.csv", dtype=str, keep_default_na=False)
    assert list(loaded.columns) == list(table.columns)
    rows = [
        tuple(
            "" if cell is None
            else join_texts(cell) if isinstance(cell, tuple)
            else str(cell).lower() if isinstance(cell, bool)
            else str(cell)
            for cell in row
        )
        for row in table.rows(graph)
    ]  # fmt: skip
    assert [tuple(row) for row in loaded.itertuples(index=False)] == rows
