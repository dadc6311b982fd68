"""The command line: a few lines a command over pipeline, graph and SPARQL. Errors end here, one line each."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Annotated, NamedTuple

import typer

from kg import __version__
from kg.cli import articles, convert, graphs, models, ontology, review, serve, trust
from kg.errors import KgError


class Command(NamedTuple):
    """A command: its function, whose name it bears, and an example of its use."""

    run: Callable[..., None]
    example: str
    group: str = ""


COMMANDS: tuple[Command, ...] = (
    Command(articles.build, "kg build seeds -o exports --format turtle --format graphml"),
    Command(articles.extract, "kg extract article.txt -o article.jsonl"),
    Command(graphs.query, "kg query exports/graph.ttl 'SELECT ?who { ?who a <https://schema.org/Person> }'"),
    Command(graphs.show, "kg show exports/graph.ttl 'Kim Jong-un'"),
    Command(review.explain, "kg explain exports Kim 'Kim Jong-un'"),
    Command(review.review, "kg review exports"),
    Command(convert.convert, "kg convert exports/graph.ttl graph.jsonld"),
    Command(convert.validate, "kg validate exports/graph.ttl"),
    Command(serve.serve, "kg serve exports/graph.ttl --port 8000"),
    Command(trust.verify, "kg verify exports --articles seeds"),
    Command(trust.why, "kg why exports/graph.ttl Putin Kim"),
    Command(trust.diff, "kg diff old/graph.ttl exports/graph.ttl"),
    Command(ontology.ontology, "kg ontology Meeting"),
    Command(models.info, "kg model info", group="model"),
)

_GROUPS = {"model": "The language model that extraction runs."}


def main() -> None:
    """Run the command line; the exit status is 0, 1 for an error, 2 for wrong usage."""
    try:
        app()
    except KgError as error:
        print(f"kg: {error}", file=sys.stderr)  # noqa: T201 - the one place where errors end
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kg {__version__}")
        raise typer.Exit


def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    pass


def _make_app() -> typer.Typer:
    top = typer.Typer(
        name="kg",
        help="News articles to a knowledge graph: who met whom, where and when, and the sentence that says so.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode="rich",
        epilog="Example: [bold]kg build seeds -o exports[/bold], then [bold]kg show exports/graph.ttl 'Vladimir Putin'[/bold]",
        callback=_options,
    )
    groups = {"": top} | {name: typer.Typer(name=name, help=text, no_args_is_help=True) for name, text in _GROUPS.items()}
    for command in COMMANDS:
        groups[command.group].command(epilog=f"Example: [bold]{command.example}[/bold]")(command.run)
    for name in _GROUPS:
        top.add_typer(groups[name])
    return top


app = _make_app()
