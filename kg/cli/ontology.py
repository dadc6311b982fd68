"""Commands about the types of events."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.options import OwnTypes
from kg.errors import OntologyError


def ontology(
    name: Annotated[str | None, typer.Argument(metavar="TYPE", help="A type of event; without one all are listed.")] = None,
    own: OwnTypes = None,
) -> None:
    """List the types of events as a tree, or explain one: roles, words that mean it, examples."""
    from kg import terminal
    from kg.ontology import read_ontology

    types = read_ontology(own or "").events
    console = terminal.make_console()
    if name is None:
        terminal.show_types(types, console)
        return
    found = next((known for known in types.values() if known.name.lower() == name.lower()), None)
    if found is None:
        raise OntologyError(f"no type of event is called {name!r}; kg ontology lists them")
    terminal.show_type(found, console)
