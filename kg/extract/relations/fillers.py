"""Who or what a word stands for, and which mentions fill the slots of a pattern."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.coreference import resolve_pronoun
from kg.extract.discourse import Discourse
from kg.extract.discourse import Draft as Mention
from kg.extract.relations.assertion import stated
from kg.extract.relations.bearers import Bearer
from kg.extract.relations.bearers import bearers as groups_of_bearers
from kg.extract.relations.geography import is_nation
from kg.extract.syntax import Slot, lemma
from kg.ontology import Pattern, load_ontology
from kg.ontology.relation_schema import NATIONALITY

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_UNKNOWN = 0.5
"""Score of a pronoun that stands for nobody whom the text names."""
_RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
_PERSONS = frozenset({"he", "she", "him", "her", "his", "hers"})
_DEPTH = 3
Filled = tuple[int, "Token"]
"""A mention's number and the token that stands for it."""


@dataclass(frozen=True, slots=True)
class Fillers:
    """The mentions of one passage as fillers of slots.

    Attributes:
        named: the chains that have a name.
    """

    discourse: Discourse
    passage: int
    named: frozenset[int]

    def fill(self, pattern: Pattern, wanted: Sequence[str], slots: Sequence[Slot], accepts: frozenset[str]) -> list[Filled]:
        """The mentions of a fitting type in the first of the wanted slots that has any."""
        for name in wanted:
            found: dict[int, Token] = {}
            for slot, token in slots:
                if slot == name:
                    for number in self.numbers(token):
                        if self.fits(number, accepts) and self._has_word(number, pattern.only.get(slot)):
                            found.setdefault(number, token)
            if found:
                return list(found.items())
        return []

    def bearers(self, noun: Token) -> list[Bearer]:
        """Whom a noun is said of, as far as they are mentions; the noun itself where it stands for a name elsewhere."""
        for group in groups_of_bearers(noun):
            if known := [bearer for bearer in group if self.numbers(bearer.token)]:
                return known
        number = self.discourse.number_of(self.passage, noun)
        return [Bearer(noun)] if number is not None and self._is_named(number) else []

    def numbers(self, token: Token, depth: int = 0) -> list[int]:
        """The mentions that a word stands for: a name, a noun for a name, a pronoun."""
        if token.lower_ in _RELATIVE:
            clause = next((a for a in token.ancestors if a.dep_ == "acl:relcl"), None)
            return self.numbers(clause.head, depth + 1) if clause is not None else []
        number = self.discourse.number_of(self.passage, token)
        if number is not None and (self.discourse.drafts[number].kind == "name" or self._is_named(number)):
            return [number]
        if token.pos_ == "PRON":
            return self._pronoun(token)
        if depth < _DEPTH and token.pos_ in {"NOUN", "PROPN"}:
            for group in groups_of_bearers(token):
                if found := [n for bearer in group if _holds(bearer) for n in self.numbers(bearer.token, depth + 1)]:
                    return found
        return self._named_by_compound(token) if token.pos_ == "NOUN" else []

    def _named_by_compound(self, noun: Token) -> list[int]:
        """The place that a noun for a kind of place names with the word before it ("the Primorye region")."""
        if lemma(noun) not in load_ontology().entities["place"].heads:
            return []
        before = (self.discourse.number_of(self.passage, child) for child in noun.children if child.dep_ == "compound")
        return [number for number in before if number is not None and self.discourse.drafts[number].type == "place"]

    def _pronoun(self, token: Token) -> list[int]:
        number = self.discourse.number_of(self.passage, token)
        if number is not None:
            return [number]
        if found := resolve_pronoun(self.discourse, self.passage, token):
            return found
        if token.lower_ not in _PERSONS:
            return []
        span = self.discourse.passages[self.passage].locate(token)
        return [self.discourse.add(Mention(span, "person", "pronoun", _UNKNOWN, len(self.discourse.drafts)))]

    def _is_named(self, number: int) -> bool:
        return self.discourse.drafts[number].chain in self.named

    def fits(self, number: int, accepts: frozenset[str]) -> bool:
        """Whether a mention is of an accepted type; the people of a country are a nationality, other groups are groups."""
        draft = self.discourse.drafts[number]
        if draft.type != "group":
            return draft.type in accepts
        nation = is_nation(draft.span.text_in(self.discourse.text))
        return (NATIONALITY if nation else "group") in accepts

    def _has_word(self, number: int, words: frozenset[str] | None) -> bool:
        draft = self.discourse.drafts[number]
        return words is None or bool(words & set(draft.span.text_in(self.discourse.text).lower().split()))

    def is_nationality(self, token: Token) -> bool:
        """Whether a token belongs to the adjective or the people of a country."""
        number = self.discourse.number_of(self.passage, token)
        return number is not None and self.fits(number, frozenset({NATIONALITY}))

    def is_in_name(self, noun: Token) -> bool:
        """Whether a token belongs to a name."""
        number = self.discourse.number_of(self.passage, noun)
        return number is not None and self.discourse.drafts[number].kind == "name"

    def heads_name(self, token: Token) -> bool:
        """Whether a token is the one of a name that the others hang on."""
        number = self.discourse.number_of(self.passage, token)
        if number is None or self.discourse.drafts[number].kind != "name":
            return False
        return token.head == token or self.discourse.number_of(self.passage, token.head) != number


def _holds(bearer: Bearer) -> bool:
    return bearer.clause is None or stated(bearer.clause, bearer.phase) is not None
