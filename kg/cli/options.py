"""Arguments and options that several commands share."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from kg.config import Config, load_config

Inputs = Annotated[
    list[str],
    typer.Argument(metavar="INPUT...", help="Files (.txt, .jsonl), folders or patterns of articles; - for standard input."),
]
ConfigFile = Annotated[Path | None, typer.Option("--config", metavar="FILE", help="Settings (TOML).")]
Model = Annotated[str | None, typer.Option(metavar="NAME", help="Another installed spaCy pipeline, or its folder.")]
Jobs = Annotated[int | None, typer.Option("--jobs", "-j", metavar="N", help="Processes to spread the reading over.")]
Strict = Annotated[bool, typer.Option("--strict", help="Stop at the first article that cannot be read.")]
AnyLanguage = Annotated[bool, typer.Option("--any-language", help="Analyse articles that do not look English, too.")]
OwnTypes = Annotated[
    str | None, typer.Option("--ontology", metavar="DIR", help="Folder of your own event types (TOML), beside those of kg.")
]
Rdf12 = Annotated[bool, typer.Option("--rdf12", help="Reifiers of RDF 1.2 (.ttl, .trig, .nt).")]
GraphFile = Annotated[Path, typer.Argument(metavar="FILE", help="A graph that kg wrote (graph.ttl or graph.graphml).")]


def make_settings(config: Path | None, **options: object) -> Config:
    """The file's settings, overlaid by the options that were given."""
    given = {name: value for name, value in options.items() if value is not None and value is not False}
    return replace(load_config(config) if config else Config(), **given)  # type: ignore[arg-type]
