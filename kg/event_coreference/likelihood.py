"""From features to a likelihood: a logistic regression whose weights stand, readable, in ``weights.json``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from kg.event_coreference.features import COLUMNS, measure
from kg.event_coreference.views import EventView

_BATCH = 20_000
_DIGITS = 6
"""Of a likelihood: the last bits of a sum are another processor's."""


@cache
def _weights() -> tuple[float, np.ndarray[Any, np.dtype[np.float64]]]:
    table = json.loads((files("kg.event_coreference") / "weights.json").read_text(encoding="utf-8"))
    return float(table["intercept"]), np.array([float(table["weights"][name]) for name in COLUMNS])


def likelihood(left: EventView, right: EventView) -> float:
    """How likely two mentions are of one happening, 0..1. Trained on ECB+ (topics 1-35 but for those that are measured on)."""
    return likelihoods([(left, right)])[0]


def likelihoods(pairs: Sequence[tuple[EventView, EventView]]) -> list[float]:
    """As `likelihood`, for many pairs."""
    intercept, weights = _weights()
    chances: list[float] = []
    for begin in range(0, len(pairs), _BATCH):
        columns = np.array([measure(left, right) for left, right in pairs[begin : begin + _BATCH]])
        totals = (columns * weights).sum(axis=1) + intercept
        chances += np.round(1 / (1 + np.exp(-totals.clip(-30, 30))), _DIGITS).tolist()
    return chances
