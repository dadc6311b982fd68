"""Commands about what a graph rests on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import GraphFile, OwnTypes
from kg.config import Config
from kg.errors import GraphError

if TYPE_CHECKING:
    from kg.model import Article

AsJson = Annotated[bool, typer.Option("--json", help="Write JSON instead of text.")]


def verify(
    path: Annotated[Path, typer.Argument(metavar="DIR", help="The folder that kg build wrote, or a graph in it.")],
    more: Annotated[list[str] | None, typer.Argument(metavar="[ARTICLES]...", help="More articles.")] = None,
    articles: Annotated[
        list[str] | None,
        typer.Option("--articles", "-a", metavar="ARTICLES", help="Files or folders of the articles (repeatable)."),
    ] = None,
    corrections: Annotated[Path | None, typer.Option(metavar="FILE", help="Corrections that the build obeyed.")] = None,
    ontology: OwnTypes = None,
) -> None:
    """Find every span, name, label and date of a graph again in its articles; what is not found is listed, and is an error."""
    from kg import terminal
    from kg import verify as verification
    from kg.ontology import use_types

    inputs = [*(articles or ()), *(more or ())]
    if not inputs:
        raise typer.BadParameter("say where the articles are", param_hint="--articles")
    use_types(ontology or "")
    read = tuple(_read(inputs))
    console = terminal.make_console()
    wrong = 0
    for file in verification.find_graphs(path):
        report = verification.verify_file(file, read, _given(corrections))
        terminal.show_report(file, report, console)
        wrong += len(report.problems)
    if wrong:
        raise GraphError(f"{path} has {wrong} {'thing' if wrong == 1 else 'things'} that the articles do not have so")


def why(
    file: GraphFile,
    left: Annotated[str, typer.Argument(metavar="A", help="A person, place, event …, by name or id.")],
    right: Annotated[str, typer.Argument(metavar="B", help="Another.")],
    as_json: AsJson = False,
) -> None:
    """Say what connects two things: the facts and events between them with their sentences, and whom the words mean."""
    from kg import export, terminal
    from kg.why import why as find_connection

    graph = export.read(file)
    connection = find_connection(graph, left, right, file.parent)
    if as_json:
        typer.echo(json.dumps(asdict(connection), ensure_ascii=False, indent=1))
    else:
        terminal.show_connection(graph, connection, terminal.make_console())


def diff(
    old: Annotated[Path, typer.Argument(metavar="A", help="A graph that kg wrote.")],
    new: Annotated[Path, typer.Argument(metavar="B", help="A later one.")],
    as_json: AsJson = False,
) -> None:
    """Say what changed between two graphs: what is new, gone, merged, split, renamed or told otherwise."""
    from kg import export, terminal
    from kg.diff import compare

    changes = compare(export.read(old), export.read(new))
    if as_json:
        typer.echo(json.dumps([asdict(change) for change in changes], ensure_ascii=False, indent=1))
    else:
        terminal.show_changes(changes, terminal.make_console())


def _read(inputs: list[str]) -> Iterator[Article]:
    """The articles as a build reads them, in whatever language; what cannot be read is said."""
    from kg.errors import ArticleError
    from kg.ingest import DuplicateArticleError, read_articles

    found = 0
    for article in read_articles(inputs, Config(any_language=True)):
        if isinstance(article, ArticleError):
            if not isinstance(article, DuplicateArticleError):
                typer.echo(str(article), err=True)
            continue
        found += 1
        yield article
    if not found:
        raise ArticleError(", ".join(inputs), "no article to read")


def _given(corrections: Path | None) -> tuple[str, ...]:
    """The names that a person gave."""
    from kg.resolve import load_corrections

    entries = load_corrections(corrections).entries if corrections else ()
    return tuple(entry.value for entry in entries if entry.kind == "rename")
