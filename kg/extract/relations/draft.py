"""A relation mention while its article is still being read."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Span, Time, TimeRelation
from kg.ontology import RelationType


@dataclass(frozen=True, slots=True)
class Draft:
    """A relation mention before its mentions have ids.

    Attributes:
        subject, object: draft numbers; no object where there is a value alone.
        word: index of the token that states it.
        span: from the first to the last of the words that say it.
        trust: 0..1, how much the pattern is to be trusted.
    """

    type: RelationType
    subject: int
    object: int | None
    value: str | None
    span: Span
    word: int
    trust: float
    former: bool
    time: Time | None
    time_relation: TimeRelation | None
