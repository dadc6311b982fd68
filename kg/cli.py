"""The command line: a few lines a command over pipeline, graph and SPARQL. Errors end here, one line each."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from kg import __version__
from kg.config import Config, load_config
from kg.errors import GraphError, KgError

app = typer.Typer(
    name="kg",
    help="News articles to a knowledge graph: who met whom, where and when, and the sentence that says so.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    epilog="Example: [bold]kg build seeds -o exports[/bold], then [bold]kg show exports/graph.ttl 'Vladimir Putin'[/bold]",
)

Inputs = Annotated[
    list[str],
    typer.Argument(metavar="INPUT...", help="Files (.txt, .jsonl), folders or patterns of articles; - for standard input."),
]
ConfigFile = Annotated[Path | None, typer.Option("--config", metavar="FILE", help="Settings (TOML).")]
Model = Annotated[str | None, typer.Option(metavar="NAME", help="Another installed spaCy pipeline, or its folder.")]
Jobs = Annotated[int | None, typer.Option("--jobs", "-j", metavar="N", help="Processes to spread the reading over.")]
Strict = Annotated[bool, typer.Option("--strict", help="Stop at the first article that cannot be read.")]
AnyLanguage = Annotated[bool, typer.Option("--any-language", help="Analyse articles that do not look English, too.")]
GraphFile = Annotated[Path, typer.Argument(metavar="FILE", help="A graph that kg wrote (graph.ttl or graph.graphml).")]


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


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    pass


def _settings(config: Path | None, **options: object) -> Config:
    """The file's settings, overlaid by the options that were given."""
    given = {name: value for name, value in options.items() if value is not None and value is not False}
    return replace(load_config(config) if config else Config(), **given)  # type: ignore[arg-type]


@app.command(epilog="Example: [bold]kg build seeds -o exports --format turtle --format graphml[/bold]")
def build(
    inputs: Inputs,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="Folder for the files.")],
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="NAME", help="Write only this (repeatable): turtle, graphml, standoff."),
    ] = None,
    config: ConfigFile = None,
    model: Model = None,
    jobs: Jobs = None,
    base: Annotated[str | None, typer.Option(metavar="IRI", help="Base of the nodes' IRIs.")] = None,
    no_text: Annotated[bool, typer.Option("--no-text", help="Leave the sentences out of the exports.")] = False,
    any_language: AnyLanguage = False,
    strict: Strict = False,
) -> None:
    """Read articles and write their knowledge graph."""
    from kg import pipeline, terminal

    settings = _settings(config, model=model, jobs=jobs, base=base, any_language=any_language, strict=strict)
    settings = replace(settings, text=False) if no_text else settings
    chosen = pipeline.check_formats(formats or pipeline.DEFAULT_FORMATS)
    reporter = terminal.Reporter(terminal.make_console(stderr=True))
    with reporter.running():
        result = pipeline.run(inputs, settings, reporter)
        written = pipeline.write_build(result, output, settings, chosen)
    terminal.show_summary(result.graph, reporter.count(), written, terminal.make_console())


@app.command(epilog="Example: [bold]kg extract article.txt -o article.jsonl[/bold]")
def extract(
    inputs: Inputs,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="File for the JSON Lines; - for standard output.")
    ] = Path("-"),
    config: ConfigFile = None,
    model: Model = None,
    jobs: Jobs = None,
    any_language: AnyLanguage = False,
    strict: Strict = False,
) -> None:
    """Write what each article says, in the stand-off format, one line an article."""
    from kg import pipeline, terminal
    from kg.standoff import standoff_lines

    settings = _settings(config, model=model, jobs=jobs, any_language=any_language, strict=strict)
    reporter = terminal.Reporter(terminal.make_console(stderr=True))
    with reporter.running():
        lines = standoff_lines(pipeline.extract(inputs, settings, reporter))
        if str(output) == "-":
            for line in lines:
                sys.stdout.write(line)
        else:
            pipeline.write_lines(lines, output)
    reporter.console.print(reporter.count())


@app.command(epilog="Example: [bold]kg query exports/graph.ttl 'SELECT ?who { ?who a <https://schema.org/Person> }'[/bold]")
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


models = typer.Typer(name="model", help="The language model that extraction runs.", no_args_is_help=True)
app.add_typer(models)


@models.command(epilog="Example: [bold]kg model info[/bold]")
def info(model: Model = None) -> None:
    """Show which language model is used, how large it is, how good, and what it was made from."""
    from kg import terminal
    from kg.extract.nlp import model_info

    terminal.show_model(model_info(model or ""), terminal.make_console())


@app.command(epilog="Example: [bold]kg show exports/graph.ttl 'Kim Jong-un'[/bold]")
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
