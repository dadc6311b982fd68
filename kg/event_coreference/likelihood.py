"""From features to a likelihood: a logistic regression whose weights stand, readable, in ``weights.json``."""

from __future__ import annotations

import json
import math
from functools import cache
from importlib.resources import files

from kg.event_coreference.features import COLUMNS, measure
from kg.event_coreference.views import EventView


@cache
def _weights() -> tuple[float, tuple[float, ...]]:
    table = json.loads((files("kg.event_coreference") / "weights.json").read_text(encoding="utf-8"))
    return float(table["intercept"]), tuple(float(table["weights"][name]) for name in COLUMNS)


def likelihood(left: EventView, right: EventView) -> float:
    """How likely two mentions are of one happening, 0..1. Trained on ECB+ (topics 1-35 but for those that are measured on)."""
    intercept, weights = _weights()
    total = intercept + sum(weight * value for weight, value in zip(weights, measure(left, right), strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
