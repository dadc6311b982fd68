"""The command that answers questions over HTTP."""

from __future__ import annotations

import signal
import sys
from contextlib import suppress
from typing import Annotated

import typer

from kg.cli.options import GraphFile


def serve(
    file: GraphFile,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Where to listen; only this machine can ask at first.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="N", min=0, max=65535, help="Port; 0 for any that is free.")] = 8000,
    timeout: Annotated[float, typer.Option(metavar="SECONDS", help="Stop a query that takes longer.")] = 30.0,
    max_rows: Annotated[int, typer.Option(metavar="N", min=1, help="Refuse a longer answer.")] = 100_000,
    processes: Annotated[int, typer.Option(metavar="N", min=1, help="Queries answered at a time.")] = 2,
) -> None:
    """Answer SPARQL over HTTP (SPARQL 1.1 Protocol, questions only), until it is interrupted."""
    from kg.serve import Server
    from kg.sparql import Limits

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with suppress(KeyboardInterrupt), Server(file, host, port, Limits(timeout, max_rows), processes) as server:
        typer.echo(f"{file} answers at {server.url} (Ctrl-C ends it)")
        server.serve_forever()
