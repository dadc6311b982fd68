"""FollowTheMoney's own reader, schema and cleaning."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from kg.graph import KnowledgeGraph
from tests import required


def test_ftm_takes_every_entity_and_value_as_it_is(
    graph: KnowledgeGraph, export: Callable[[str], Path], tmp_path: Path
) -> None:
    path, cleaned = export("ftm"), tmp_path / "cleaned.json"
    subprocess.run([required.command("ftm"), "validate", "-i", path, "-o", cleaned], check=True)
    mine = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    theirs = [json.loads(line) for line in cleaned.read_text(encoding="utf-8").splitlines()]
    assert [(entity["id"], entity["schema"]) for entity in theirs] == [(entity["id"], entity["schema"]) for entity in mine]
    for one, other in zip(mine, theirs, strict=True):
        assert {name: len(values) for name, values in other["properties"].items()} == {
            name: len(values) for name, values in one["properties"].items()
        }
