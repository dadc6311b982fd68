"""The console, and what all that is shown has in common."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

_PIPE_WIDTH = 120
"""Columns where the output goes to a file or another program."""


def make_console(*, stderr: bool = False) -> Console:
    """A console that is plain and of fixed width where nobody looks on."""
    console = Console(stderr=stderr, highlight=False)
    if not console.is_terminal:
        console = Console(stderr=stderr, highlight=False, width=_PIPE_WIDTH, no_color=True)
    return console


def make_table() -> Table:
    """A table without lines, as all of ours are."""
    return Table(box=None, padding=(0, 2, 0, 0), header_style="bold cyan", title_justify="left", expand=False)


def count_of(count: int, one: str, many: str = "") -> str:
    """``1 article``, ``7 articles``."""
    return f"{count} {one if count == 1 else many or one + 's'}"
