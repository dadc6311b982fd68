"""From features to a likelihood: two logistic regressions whose weights stand, readable, in ``weights.json``.

The first looks at two mentions by themselves; the second again, at whether they are likely one with the same others.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple, TypeVar

import numpy as np

from kg.event_coreference.features import COLUMNS, COLUMNS_AGAIN, measure, measure_again
from kg.event_coreference.views import EventView

_BATCH = 20_000
_DIGITS = 6
"""Of a likelihood: the last bits of a sum are another processor's."""


class Compared(NamedTuple):
    """Two mentions, and how far their articles tell one story, 0..1 (0 where they stand in one article)."""

    left: EventView
    right: EventView
    story: float = 0.0


class Again(NamedTuple):
    """As `Compared`; how likely they are one at first look, how far they are likely one with the same mentions, 0..1 each."""

    left: EventView
    right: EventView
    story: float
    first: float
    circle: float


_Pair = TypeVar("_Pair", Compared, Again)


class _Look(NamedTuple):
    intercept: float
    weights: np.ndarray[Any, np.dtype[np.float64]]


@cache
def _look(name: str, columns: tuple[str, ...]) -> _Look:
    table = json.loads((files("kg.event_coreference") / "weights.json").read_text(encoding="utf-8"))[name]
    return _Look(float(table["intercept"]), np.array([float(table["weights"][column]) for column in columns]))


def likelihoods(pairs: Sequence[Compared]) -> list[float]:
    """How likely two mentions are of one happening, 0..1. Trained on ECB+ (topics 1-35 but for those that are measured on)."""
    return _chances(_look("first look", COLUMNS), lambda pair: measure(*pair), pairs)


def reconsidered(pairs: Sequence[Again]) -> list[float]:
    """As `likelihoods`, of mentions whose likely partners are known."""
    return _chances(_look("second look", COLUMNS_AGAIN), lambda pair: measure_again(*pair), pairs)


def _chances(look: _Look, measured: Callable[[_Pair], list[float]], pairs: Sequence[_Pair]) -> list[float]:
    chances: list[float] = []
    for begin in range(0, len(pairs), _BATCH):
        columns = np.array([measured(pair) for pair in pairs[begin : begin + _BATCH]])
        totals = (columns * look.weights).sum(axis=1) + look.intercept
        chances += np.round(1 / (1 + np.exp(-totals.clip(-30, 30))), _DIGITS).tolist()
    return chances
