"""Commands that turn a graph into another file, and check one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import GraphFile, Rdf12
from kg.config import Config
from kg.errors import GraphError

_SHOWN = 20


def convert(
    file: GraphFile,
    target: Annotated[Path, typer.Argument(metavar="TARGET", help="The file to write; its suffix tells the format.")],
    no_text: Annotated[bool, typer.Option("--no-text", help="Leave the sentences out.")] = False,
    rdf12: Rdf12 = False,
) -> None:
    """Write a graph in another format."""
    from kg import export

    export.check_writable(export.find_format(target))
    export.write(export.read(file), target, Config(text=not no_text), rdf12)


def validate(
    file: GraphFile,
    shacl: Annotated[bool, typer.Option("--shacl", help="Check with pySHACL (kg[shacl]), too.")] = False,
) -> None:
    """Check that a graph is whole and keeps to kg's shapes."""
    from kg import export
    from kg.sparql import shacl as reference
    from kg.sparql import validation

    found = validation.validate(file)
    if shacl:
        found = found or reference.validate(file)
    for violation in found[:_SHOWN]:
        typer.echo(violation)
    if found:
        raise GraphError(f"{file} breaks the rules in {len(found)} {'place' if len(found) == 1 else 'places'}")
    export.read(file)
    typer.echo(f"{file} is whole and keeps all {len(validation.load_rules())} rules")
