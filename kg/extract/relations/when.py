"""When a relation began, ended or held: the date beside the words that state it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kg.extract.discourse import Discourse, tokens_of
from kg.extract.events.clauses import near
from kg.extract.syntax import preposition
from kg.model import Time, TimeRelation
from kg.ontology.relation_schema import Phase

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_RELATIONS: Mapping[str, TimeRelation] = {
    "": "in", "on": "in", "in": "in", "during": "in", "from": "since", "since": "since", "until": "until", "till": "until",
}  # fmt: skip
_AT: Mapping[Phase, TimeRelation] = {"holds": "in", "begins": "since", "ends": "until"}


class Dates:
    """The dates of an article, by the word that each hangs on the rest of its sentence with."""

    def __init__(self, discourse: Discourse, times: Sequence[Time]) -> None:
        self._heads: dict[tuple[int, int], Time] = {}
        for time in times:
            number = discourse.passage_of(time)
            if number is not None and time.type in {"date", "time"} and time.value is not None:
                tokens = list(tokens_of(discourse.passages[number], time))
                inside = {token.i for token in tokens}
                self._heads.update({(number, t.i): time for t in tokens if t.head.i not in inside or t.head == t})

    def find(self, passage: int, sites: Sequence[Token], phase: Phase) -> tuple[Time | None, TimeRelation | None]:
        """The nearest date among what hangs on some words, and whether it begins or ends what they state."""
        for token in near(sites):
            time = self._heads.get((passage, token.i))
            relation = _RELATIONS.get(preposition(token))
            if time is not None and relation is not None:
                return time, _AT[phase] if relation == "in" else relation
        return None, None
