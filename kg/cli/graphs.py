"""Commands that read a graph."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.options import GraphFile
from kg.errors import GraphError


def query(
    file: GraphFile,
    sparql: Annotated[str, typer.Argument(metavar="SPARQL", help="The query.")],
    format: Annotated[str, typer.Option("--format", metavar="NAME", help="table, csv or json.")] = "table",  # noqa: A002
) -> None:
    """Ask a graph in SPARQL."""
    from kg.sparql import query as run_query

    render = {"table": "to_text", "csv": "to_csv", "json": "to_json"}.get(format)
    if render is None:
        raise typer.BadParameter(f"{format!r} is not one of table, csv, json", param_hint="--format")
    answer = run_query(file, sparql)
    typer.echo(getattr(answer, render)(), nl=format == "table")


def show(
    file: GraphFile,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A person, place, organization or event, by name or id.")],
) -> None:
    """Show what is known of a person, place or event, with its sentences."""
    from kg import export, terminal

    graph = export.read(file)
    found = (graph[name],) if name in graph else graph.find(name)
    if not found:
        raise GraphError(f"nothing in {file} goes by the name {name!r}")
    console = terminal.make_console()
    terminal.show_node(graph, found[0], console)
    if len(found) > 1:
        others = ", ".join(f"{node} ({node.kind})" for node in found[1:6])
        console.print(f"\nalso fitting: {others}", style="dim", markup=False)
