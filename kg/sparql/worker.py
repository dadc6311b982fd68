"""The other end of `kg.sparql.asker`: ``python -m kg.sparql.worker``, one JSON text a line in and out.

The first line says what to load and how much memory there is, every other line is a query. Each gets one line back.
"""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

import pyoxigraph as ox

from kg.errors import KgError
from kg.sparql.engine import load, run


def serve(questions: BinaryIO, answers: BinaryIO) -> None:
    """Answer until there is nothing more to read."""
    order: dict[str, Any] = json.loads(questions.readline())
    _limit_memory(order["memory"])
    try:
        if order["path"] is None:
            store = ox.Store()
            store.bulk_load(questions.read(order["size"]), format=ox.RdfFormat.N_TRIPLES)
        else:
            store = load(Path(order["path"]))
    except KgError as error:
        _reply(answers, _refusal(error))
        return
    _reply(answers, {})
    for line in questions:
        try:
            table = run(store, json.loads(line), order["rows"])
            terms = [[term and (term.kind, term.value, term.datatype, term.language) for term in row] for row in table.terms]
            _reply(answers, {"columns": table.columns, "terms": terms, "truth": table.truth})
        except KgError as error:
            _reply(answers, _refusal(error))


def _refusal(error: KgError) -> dict[str, str]:
    return {"error": type(error).__name__, "message": str(error)}


def _reply(answers: BinaryIO, reply: dict[str, Any]) -> None:
    answers.write(json.dumps(reply).encode() + b"\n")
    answers.flush()


def _limit_memory(size: int) -> None:
    """Have this process end, not the machine, when a query needs too much; where the system knows no limits there is none."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (size, size))


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
