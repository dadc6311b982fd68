"""The laws of resolution on the seed articles, read by the trained pipeline."""

from __future__ import annotations

import random
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest

from kg.config import Config
from kg.export.graphml import write
from kg.graph import build_graph
from kg.ledger import ledger_lines
from kg.model import Extraction
from kg.pipeline import extract
from kg.resolve import resolve
from kg.standoff import standoff_lines

SEEDS = Path(__file__).parents[2] / "seeds"
pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def said() -> tuple[Extraction, ...]:
    return tuple(extract(SEEDS, Config()))


def outputs(said: Sequence[Extraction]) -> tuple[str, ...]:
    """All that is written of a resolution; the articles in the order of their sources."""
    resolution = resolve(said)
    ordered = sorted(said, key=lambda extraction: extraction.article.source)
    stream = BytesIO()
    write(build_graph(resolution), stream)
    return (stream.getvalue().decode(), *standoff_lines(ordered, resolution), *ledger_lines(said, resolution))


def test_the_order_of_the_articles_changes_no_byte(said: tuple[Extraction, ...]) -> None:
    expected = outputs(said)
    for seed in range(10):
        assert outputs(random.Random(seed).sample(said, len(said))) == expected, seed


def test_resolving_twice_changes_nothing(said: tuple[Extraction, ...]) -> None:
    assert resolve(said) == resolve(said)


def test_bodies_and_their_parts_stay_apart_and_variants_are_one(said: tuple[Extraction, ...]) -> None:
    names = [{entity.name, *entity.aliases} for entity in resolve(said).entities]
    assert not any({"UN", "UN Security Council"} <= some for some in names)
    for one in (
        {"Kim Jong Un", "Kim Jong-un", "Kim"},
        {"Joint Chiefs", "Joint Chiefs of Staff"},
        {"Vostochny", "Vostochny Cosmodrome"},
        {"Far East", "Russian Far East"},
        {"UN Security Council", "United Nations Security Council"},
    ):
        assert any(one <= some for some in names), one
