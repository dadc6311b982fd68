"""A name as extraction first has it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from kg.model import Span


class Name(NamedTuple):
    """A name as found: its place, its type, and how sure that is (0..1)."""

    span: Span
    type: str
    score: float


def is_taken(span: Span, taken: Sequence[Span]) -> bool:
    """Whether a stretch has a character in common with one of others, which are sorted and apart."""
    at = bisect_right(taken, span)
    return any(span.overlaps(other) for other in taken[max(0, at - 1) : at + 1])
