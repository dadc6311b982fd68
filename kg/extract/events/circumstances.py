"""Where and when an event happened, as its clause has it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.events.clauses import alongside, antecedents, fronted, near
from kg.extract.events.fillers import Fillers
from kg.extract.syntax import Slot, is_verb, lemma, preposition, slots_of_noun, slots_of_verb
from kg.model import Time, TimeRelation

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_LOCATIVE = ("at", "in", "near", "on", "outside", "inside", "aboard", "within")
_TIME_RELATIONS: Mapping[str, TimeRelation] = {
    "on": "on", "at": "on", "in": "in", "during": "in", "before": "before", "after": "after",
    "since": "since", "until": "until", "by": "before", "till": "until", "from": "since",
}  # fmt: skip
_COMPOUND_DATES = frozenset(
    {"nmod:poss", "compound", "nmod:tmod", "obl:tmod", "nmod:unmarked", "obl:unmarked", "nummod", "amod", "dep"}
)
_DURING = frozenset({"in", "at", "on", "during", "by"})
_SITES = frozenset({"place", "facility"})


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Reads place and time from the words around an event's sites: its trigger and the verbs that carry it."""

    fillers: Fillers
    heads: Mapping[tuple[int, int], Time]

    def place(self, sites: Sequence[Token], before: Sequence[Token], is_part: Callable[[Token], bool]) -> int | None:
        """The place in the event's own clause: a facility before a town, the nearer before the farther.

        Args:
            sites: the trigger and the verbs that carry it.
            before: lone places before an event noun ("the Geneva talks").
            is_part: whether a word has a role at the event ("sanctions on Peru") and so does not say where.
        """
        found: list[int] = []
        for site in sites:
            slots: list[Slot] = list(slots_of_verb(site) if is_verb(site) else slots_of_noun(site))
            beside = [s for slot, token in slots if slot in {"object", "with"} for s in slots_of_noun(token)]
            found += [
                n
                for slot, token in (*slots, *beside)
                if slot in _LOCATIVE and not is_part(token) and (n := self._site(token)) is not None
            ]
        found += [n for token in before if (n := self._site(token)) is not None]
        drafts = self.fillers.discourse.drafts
        return min(found, key=lambda n: (self._is_bare(n), drafts[n].type != "facility"), default=None)

    def _is_bare(self, number: int) -> bool:
        """Whether a place is a noun alone: it says of what kind the place is, not which ("in prison in Boston")."""
        discourse = self.fillers.discourse
        draft = discourse.drafts[number]
        return draft.kind == "nominal" and " " not in draft.span.text_in(discourse.text)

    def _site(self, token: Token) -> int | None:
        if self.fillers.type_of(token) not in _SITES or _is_term(token):
            return None
        return next((n for n in self.fillers.numbers(token) if self.fillers.discourse.drafts[n].type in _SITES), None)

    def time(self, sites: Sequence[Token]) -> tuple[Time | None, TimeRelation | None]:
        """The date in the event's own clause, or the one in front of the clause that it continues."""
        own = [*near(sites), *fronted(sites), *antecedents(sites)]
        for token in (*own, *alongside(sites[0])):
            time = self.heads.get((self.fillers.passage, token.i))
            if time is None or time.value is None or _belongs_to_noun(token, sites, time.value):
                continue
            relation = _relation(token)
            if relation in {"on", "in"} or (relation is None and token in own):
                return time, relation
        return None, None


def _is_term(noun: Token) -> bool:
    """Whether a noun says where a term is spent, not where it was set ("sentenced to five years *in prison*")."""
    before = noun.left_edge
    return preposition(noun) == "in" and before.i > 0 and noun.i == before.i + 1 and lemma(before.nbor(-1)) in _TERMS


_TERMS = frozenset({"year", "month", "week", "day", "life", "term"})


def _belongs_to_noun(date: Token, sites: Sequence[Token], value: str) -> bool:
    """Whether a date only tells which of its kind the noun behind it is: "the 2014 Games", "a 1950s star", "the May accord".

    What happens in or through something of a day or month happens then: "in Friday's attack", "at the July summit".
    """
    noun = date.head
    if noun in sites or date.dep_ not in _COMPOUND_DATES or not date.i < noun.i or is_verb(noun):
        return False
    in_or_by = noun.dep_.startswith("obl") and noun.head in sites and preposition(noun) in _DURING
    return not (in_or_by and len(value) > len("2014"))


def _relation(token: Token) -> TimeRelation | None:
    return _TIME_RELATIONS.get(preposition(token)) or ("on" if token.dep_ in _COMPOUND_DATES else None)
