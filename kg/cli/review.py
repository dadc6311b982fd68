"""Commands about what is one and what is two."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The folder that kg build wrote.")]
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON instead of text.")]


def explain(
    folder: Folder,
    left: Annotated[str, typer.Argument(metavar="NAME", help="A name, or the id of a node.")],
    right: Annotated[str, typer.Argument(metavar="NAME", help="Another name.")],
    as_json: AsJson = False,
) -> None:
    """Say why two names are one thing in a graph, or why they are not: each step with its rule, score and sentences."""
    from kg import terminal
    from kg.ledger import explain as find_reasons

    explanation = find_reasons(folder, left, right)
    if as_json:
        typer.echo(json.dumps(asdict(explanation), ensure_ascii=False, indent=1))
    else:
        terminal.show_explanation(explanation, (left, right), terminal.make_console())


def review(
    folder: Folder,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, metavar="N", help="Show so many pairs.")] = 20,
    as_json: AsJson = False,
) -> None:
    """List the doubtful pairs of names, the most doubtful first, with the lines that decide them for good."""
    from kg import terminal
    from kg.ledger import doubtful

    steps = doubtful(folder)
    if as_json:
        typer.echo(json.dumps([asdict(step) for step in steps[:limit]], ensure_ascii=False, indent=1))
    else:
        terminal.show_review(steps[:limit], len(steps), terminal.make_console())
