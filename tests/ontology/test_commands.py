"""``kg ontology``: the types as a tree, and one explained."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.errors import OntologyError
from kg.ontology import load_ontology
from tests.ontology.test_own_types import FESTIVAL


def shown(*arguments: str) -> str:
    return CliRunner().invoke(app, ["ontology", *arguments], catch_exceptions=False).output


def test_every_type_is_in_the_tree() -> None:
    tree = shown()
    assert all(f" {name}  " in tree or tree.startswith(f"{name}  ") for name in load_ontology().events)


def test_a_narrower_type_stands_under_the_wider() -> None:
    lines = shown().splitlines()
    statement = next(i for i, line in enumerate(lines) if "── Statement" in line)
    assert lines[statement + 1].startswith("│   ├── ")


@pytest.mark.parametrize(
    "part", ["Who takes part in the meeting.", "meet", "summit: not with of", "CONSULT", "Angela Merkel met"]
)
def test_a_type_is_explained(part: str) -> None:
    assert part in shown("meeting")


def test_words_that_ask_for_the_same_stand_together() -> None:
    assert "launch, relaunch" in shown("Launch")


def test_a_type_that_is_not_there_is_named() -> None:
    with pytest.raises(OntologyError, match="'Ball'"):
        shown("Ball")


def test_own_types_are_explained(tmp_path: Path) -> None:
    (tmp_path / "festival.toml").write_text(FESTIVAL, encoding="utf-8")
    assert "Who celebrates." in shown("Festival", "--ontology", str(tmp_path))
