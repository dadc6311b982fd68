"""An event mention while its article is still being read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kg.extract.certainty import Factuality
from kg.extract.discourse import Discourse
from kg.model import Time, TimeRelation
from kg.ontology import EventType

if TYPE_CHECKING:
    from kg.extract.tokens import Token


@dataclass(frozen=True, slots=True)
class Draft:
    """An event mention before its mentions have ids.

    Attributes:
        arguments: (role, draft number, trust in the slot).
        lemma: of the trigger.
        likelihood: 0..1 that the trigger reports a happening.
        definite, demonstrative: whether the noun has an article or owner that points back, or "this" or "that".
        told_by: trigger in its passage of the verb that carries or opens it ("*failed* to launch", "*signed* an accord").
        instance: whether it is one of several happenings that were told of together ("the second was on May 31").
        has_strangers: whether somebody takes part whom no mention stands for ("sat down with their ministers").
    """

    type: EventType
    lemma: str
    passage: int
    trigger: Token
    kind: Literal["verb", "noun"]
    arguments: tuple[tuple[str, int, float], ...]
    place: int | None
    time: Time | None
    time_relation: TimeRelation | None
    factuality: Factuality
    likelihood: float
    definite: bool
    demonstrative: bool
    has_strangers: bool
    told_by: int | None = None
    instance: bool = False

    def chains(self, discourse: Discourse) -> frozenset[int]:
        """The chains that take part."""
        return frozenset(discourse.drafts[number].chain for _, number, _ in self.arguments)
