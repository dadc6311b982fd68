r"""The tables of the graph as a folder of CSV or Parquet files. Written only.

CSV is UTF-8 with a comma, a header and Unix line ends; nothing stands where nothing is known, lists are joined with ``|`` (a
``|`` or ``\`` inside has a ``\`` before it). Parquet has real types and lists; it takes pyarrow, the extra ``kg[parquet]``.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from kg.graph import KnowledgeGraph
from kg.graph.attributes import join_texts
from kg.graph.tables import TABLES, Cell, Row, Table

if TYPE_CHECKING:
    import pyarrow

_BATCH: Final = 10_000  # rows that are held in memory


def write_csv(table: Table, graph: KnowledgeGraph, stream: BinaryIO) -> None:
    """Write one table as CSV."""
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="")
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(table.columns)
    rows.writerows(map(_texts, table.rows(graph)))
    text.detach()


def _texts(row: Row) -> Iterator[str]:
    return map(_text, row)


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, tuple):
        return join_texts(cell)
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


def write_parquet(table: Table, graph: KnowledgeGraph, stream: BinaryIO) -> None:
    """Write one table as Parquet."""
    import pyarrow
    from pyarrow import parquet

    schema = _schema(pyarrow, table)
    with parquet.ParquetWriter(stream, schema) as writer:
        rows = table.rows(graph)
        while batch := list(islice(rows, _BATCH)):
            columns = {name: [row[number] for row in batch] for number, name in enumerate(table.columns)}
            writer.write_table(pyarrow.table(columns, schema))


def _schema(pyarrow: Any, table: Table) -> pyarrow.Schema:
    types = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64(), bool: pyarrow.bool_()}
    types[tuple] = pyarrow.list_(pyarrow.string())
    return pyarrow.schema([(name, types[kind]) for name, kind in table.columns.items()])


CSV: Final[Mapping[str, Callable[[KnowledgeGraph, BinaryIO], None]]] = {
    f"{table.name}.csv": partial(write_csv, table) for table in TABLES
}
PARQUET: Final[Mapping[str, Callable[[KnowledgeGraph, BinaryIO], None]]] = {
    f"{table.name}.parquet": partial(write_parquet, table) for table in TABLES
}
