"""The ledger's file, read: a build's folder or the file itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.errors import GraphError
from kg.ledger.records import End, Named, Step

FILE = "ledger.jsonl"


def _lines(folder: Path) -> Iterator[str]:
    path = folder / FILE if folder.is_dir() else folder
    try:
        with path.open(encoding="utf-8") as stream:
            yield from stream
    except (OSError, ValueError) as error:
        raise GraphError(f"{path}: {getattr(error, 'strerror', None) or error} (kg build writes this file)") from error


def read_entities(folder: Path) -> Iterator[Named]:
    """The entities of a ledger, in its order."""
    for line in _lines(folder):
        if line.startswith('{"entity"'):
            fields = _load(line)
            yield Named(fields["entity"], fields["type"], fields["name"], tuple(fields["aliases"]), fields["link"])


def read_steps(folder: Path, entities: set[str] | None) -> list[Step]:
    """The steps of some entities (None: of all)."""
    steps: list[Step] = []
    for line in _lines(folder):
        if line.startswith('{"verdict"') and (entities is None or any(f'"{entity}"' in line for entity in entities)):
            fields = _load(line)
            steps.append(Step(**fields | {side: End(**fields[side]) for side in ("left", "right")}))
    return steps


def _load(line: str) -> dict[str, Any]:
    try:
        fields: dict[str, Any] = json.loads(line)
    except ValueError as error:
        raise GraphError(f"not a ledger: {error}") from error
    return fields
