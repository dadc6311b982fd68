"""The decisions that a person may want to look at."""

from __future__ import annotations

from pathlib import Path

from kg.ledger.file import read_steps
from kg.ledger.records import Step

_SURE = 0.8
"""Score from which on a merge between articles is not worth a second look."""

_EVEN = 0.7
"""Score at which a merge and its refusal are equally doubtful: the threshold of resolution."""


def doubtful(folder: Path) -> list[Step]:
    """The decisions between articles that a person may want to look at, the most doubtful first.

    Of decisions that the same lines in the corrections would change, the most doubtful one.

    Raises:
        GraphError: the folder has no ledger.
    """
    found: dict[tuple[str, str], Step] = {}
    for step in read_steps(folder, None):
        if step.left.article == step.right.article or not 0 < step.score < _SURE:
            continue
        if step.verdict == "doubtful" and step.left.entity == step.right.entity:
            continue
        pair = step.references
        if pair not in found or _doubt(step) < _doubt(found[pair]):
            found[pair] = step
    return sorted(found.values(), key=_doubt)


def _doubt(step: Step) -> tuple[float, str, int, str, int]:
    return (round(abs(step.score - _EVEN), 4), step.left.article, step.left.start, step.right.article, step.right.start)
