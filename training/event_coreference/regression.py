"""A logistic regression, and what it says of examples that it was not trained on."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

STRENGTH, STEPS = 3.0, 15
"""Of the regularization; Newton's steps."""
FOLDS = 5

Array = np.ndarray[Any, np.dtype[np.float64]]


class Regression(NamedTuple):
    """Intercept and weights."""

    intercept: float
    weights: Array

    def __call__(self, inputs: Array) -> Array:
        """How likely each row is, 0..1."""
        chances: Array = 1 / (1 + np.exp(-np.clip(inputs @ self.weights + self.intercept, -30, 30)))
        return chances

    def table(self, columns: tuple[str, ...]) -> dict[str, object]:
        """By the names of the columns, rounded."""
        weights = {name: round(float(weight), 4) for name, weight in zip(columns, self.weights, strict=True)}
        return {"intercept": round(self.intercept, 4), "weights": weights}


def fit(inputs: Array, targets: Array, counts: Array) -> Regression:
    """A ridge regression by Newton's method; ``counts``: how much each row weighs."""
    mean, spread = inputs.mean(0), inputs.std(0) + 1e-6
    x = np.concatenate([np.ones((len(inputs), 1)), (inputs - mean) / spread], axis=1)
    ridge = np.diag([0.0, *[STRENGTH] * inputs.shape[1]])
    weights = np.zeros(x.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        gradient = x.T @ ((p - targets) * counts) + ridge @ weights
        weights -= np.linalg.solve((x * (p * (1 - p) * counts)[:, None]).T @ x + ridge, gradient)
    scaled = weights[1:] / spread
    return Regression(float(weights[0] - scaled @ mean), scaled)
