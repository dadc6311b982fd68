"""What stands close to the same things: articles by the articles next to them, mentions by their likely partners."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping

from kg.event_coreference.features import dot

Pair = tuple[int, int]


class Circles:
    """How much two things have in common of what is close to them (shared near neighbours, after Jarvis and Patrick 1973)."""

    def __init__(self, closeness: Mapping[int, Mapping[int, float]]) -> None:
        """Of each thing how close what is near to it is, 0..1; to itself it is 1."""
        self._circles = {number: _even({**near, number: 1.0}) for number, near in closeness.items()}

    @classmethod
    def of_pairs(cls, closeness: Mapping[Pair, float]) -> Circles:
        """From pairs, each once."""
        near: dict[int, dict[int, float]] = defaultdict(dict)
        for (a, b), value in closeness.items():
            near[a][b] = near[b][a] = value
        return cls(near)

    def common(self, left: int, right: int) -> float:
        """Cosine of their closeness to all things, 0..1; things that nothing is near to have only themselves."""
        return dot(self._circles.get(left, {left: 1.0}), self._circles.get(right, {right: 1.0}))


def _even(weights: Mapping[int, float]) -> dict[int, float]:
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {number: weight / length for number, weight in weights.items()}
