"""How likely two markables are one thing: a small trained network over their features (``training/coreference``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from kg.extract.coreference.pairs import Floats, candidate_pairs, pair_features, single_features
from kg.extract.coreference.traits import Ints, Traits

_FILE = Path(__file__).with_name("ranker.npz")


def score_pairs(t: Traits) -> Iterator[tuple[Ints, Ints, Floats]]:
    """(anaphors, antecedents, scores) of the pairs of an article, piece by piece.

    A score is the logarithm of the odds of the antecedent against none at all.
    """
    w = _weights()
    single = single_features(t)
    left = single @ w["left"] + w["left_bias"]
    right = single @ w["right"]
    for i, j in candidate_pairs(t):
        inner = left.take(i, axis=0)
        inner += right.take(j, axis=0)
        inner += pair_features(t, i, j) @ w["pair"]
        inner = np.maximum(inner, 0, out=inner) @ w["inner"]
        inner += w["inner_bias"]
        np.maximum(inner, 0, out=inner)
        scores: Floats = inner @ w["out"] + w["out_bias"]
        yield i, j, scores


@cache
def _weights() -> Mapping[str, npt.NDArray[np.floating[Any]]]:
    with np.load(_FILE) as arrays:
        return {name: arrays[name].astype(np.float32) for name in arrays.files}
