"""The language model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.terminal.console import make_table


def show_model(meta: Mapping[str, Any], console: Console) -> None:
    """Name, size, parts, figures and sources of a pipeline, as its card gives them."""
    console.print(
        Text.assemble((f"{meta.get('lang')}_{meta.get('name')} {meta.get('version')}", "bold"), f"  {meta['size']} MB")
    )
    console.print(Text(meta["path"], style="dim"))
    for label, value in (
        ("", meta.get("description")),
        ("licence: ", meta.get("license")),
        ("parts: ", ", ".join(meta.get("pipeline", ()))),
        ("sources: ", "; ".join(f"{s['name']} ({s['license']})" for s in meta.get("sources") or ())),
    ):
        if value:
            console.print(Text.assemble((label, "cyan"), str(value)))
    for kind, sets in (meta.get("performance") or {}).items():
        if isinstance(sets, Mapping) and all(isinstance(row, Mapping) for row in sets.values()):
            console.print()
            console.print(_figures_table(kind, sets))


def _figures_table(kind: str, sets: Mapping[str, Mapping[str, Any]]) -> Table:
    table = make_table()
    columns = list(dict.fromkeys(column for row in sets.values() for column in row))
    table.add_column(kind, style="bold")
    for column in columns:
        table.add_column(column, justify="right")
    for name, row in sets.items():
        table.add_row(name, *(f"{row[c]:.3f}" if isinstance(row.get(c), float) else str(row.get(c, "")) for c in columns))
    return table
