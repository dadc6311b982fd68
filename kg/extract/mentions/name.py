"""A name as extraction first has it."""

from __future__ import annotations

from typing import NamedTuple

from kg.model import Span


class Name(NamedTuple):
    """A name as found: its place, its type, and how sure that is (0..1)."""

    span: Span
    type: str
    score: float
