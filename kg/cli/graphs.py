"""Commands that read a graph."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.options import GraphFile
from kg.errors import GraphError


def query(
    file: GraphFile,
    sparql: Annotated[str | None, typer.Argument(metavar="SPARQL", help="The query.")] = None,
    example: Annotated[str | None, typer.Option(metavar="NAME", help="Ask one of the questions that ship with kg.")] = None,
    format: Annotated[str, typer.Option("--format", metavar="NAME", help="table, csv or json.")] = "table",  # noqa: A002
    timeout: Annotated[float, typer.Option(metavar="SECONDS", help="Stop a query that takes longer.")] = 60.0,
    max_rows: Annotated[int, typer.Option(metavar="N", help="Refuse a longer answer.")] = 1_000_000,
) -> None:
    """Ask a graph in SPARQL; without a query, list the questions that ship with kg."""
    from kg.sparql import Limits, find_example, load_examples
    from kg.sparql import query as run_query

    render = {"table": "to_text", "csv": "to_csv", "json": "to_json"}.get(format)
    if render is None:
        raise typer.BadParameter(f"{format!r} is not one of table, csv, json", param_hint="--format")
    if sparql is None and example is None:
        width = max(len(known.name) for known in load_examples())
        typer.echo("\n".join(f"{known.name:{width}}  {known.question}" for known in load_examples()))
        return
    question = sparql or find_example(example or "").sparql
    answer = run_query(file, question, Limits(timeout, max_rows))
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
    things = [node for node in found[1:] if node.kind != "event" or found[0].kind == "event"]
    if things:
        others = ", ".join(f"{node} ({node.kind})" for node in things[:5])
        console.print(f"\nalso fitting: {others}", style="dim", markup=False)
