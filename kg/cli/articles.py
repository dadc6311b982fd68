"""Commands that read articles."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import AnyLanguage, ConfigFile, Inputs, Jobs, Model, OwnTypes, Rdf12, Strict, make_settings


def build(
    inputs: Inputs,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="Folder for the files.")],
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            metavar="NAME",
            help="Write only this (repeatable): turtle, graphml, standoff, ledger, gexf, neo4j …; a wrong name lists all.",
        ),
    ] = None,
    config: ConfigFile = None,
    model: Model = None,
    jobs: Jobs = None,
    base: Annotated[str | None, typer.Option(metavar="IRI", help="Base of the nodes' IRIs.")] = None,
    authority: Annotated[
        str | None, typer.Option(metavar="FILE", help="Your own table of names (CSV: name, aliases, type, id).")
    ] = None,
    corrections: Annotated[
        str | None, typer.Option(metavar="FILE", help="Your decisions about names (TOML); see kg review.")
    ] = None,
    ontology: OwnTypes = None,
    no_text: Annotated[bool, typer.Option("--no-text", help="Leave the sentences out of the exports.")] = False,
    rdf12: Rdf12 = False,
    any_language: AnyLanguage = False,
    strict: Strict = False,
) -> None:
    """Read articles and write their knowledge graph."""
    from kg import pipeline, terminal

    settings = make_settings(
        config,
        model=model,
        jobs=jobs,
        base=base,
        any_language=any_language,
        strict=strict,
        authority=authority,
        corrections=corrections,
        ontology=ontology,
    )
    settings = replace(settings, text=False) if no_text else settings
    chosen = pipeline.check_formats(formats or pipeline.DEFAULT_FORMATS, rdf12)
    reporter = terminal.Reporter(terminal.make_console(stderr=True))
    with reporter.running():
        result = pipeline.run(inputs, settings, reporter)
        written = pipeline.write_build(result, output, settings, chosen, rdf12)
    for name in result.unused:
        reporter.console.print(f"corrections: nothing goes by {name}", markup=False, soft_wrap=True)
    terminal.show_summary(result.graph, reporter.count(), written, terminal.make_console())


def extract(
    inputs: Inputs,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="File for the JSON Lines; - for standard output.")
    ] = Path("-"),
    config: ConfigFile = None,
    model: Model = None,
    jobs: Jobs = None,
    ontology: OwnTypes = None,
    any_language: AnyLanguage = False,
    strict: Strict = False,
) -> None:
    """Write what each article says, in the stand-off format, one line an article."""
    from kg import pipeline, terminal
    from kg.standoff import standoff_lines

    settings = make_settings(config, model=model, jobs=jobs, ontology=ontology, any_language=any_language, strict=strict)
    reporter = terminal.Reporter(terminal.make_console(stderr=True))
    with reporter.running():
        lines = standoff_lines(pipeline.extract(inputs, settings, reporter))
        if str(output) == "-":
            for line in lines:
                sys.stdout.write(line)
        else:
            pipeline.write_lines(lines, output)
    reporter.console.print(reporter.count())
