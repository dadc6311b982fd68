"""Reflexive pronouns: "himself" is the subject of its clause, or the noun that it stands beside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.extract.coreference.markables import Markable
from kg.extract.coreference.traits import CASES, Traits
from kg.extract.syntax import is_verb, subjects

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_REFLEXIVE = CASES.index("reflexive")
_OBJECTS = frozenset({"obj", "iobj", "obl"})
_STRESSING = frozenset({"appos", "nmod:unmarked", "nmod:npmod", "flat", "dep"})


def find_reflexives(markables: Sequence[Markable], t: Traits) -> dict[int, int]:
    """Markable of a reflexive pronoun -> the markable before it that it is put to, where the parse leaves one only."""
    at = {(m.passage, m.head.i): n for n, m in enumerate(markables) if not m.members}
    found: dict[int, int] = {}
    for number, case in enumerate(t.case.tolist()):
        nouns = _antecedents(markables[number].head) if case == _REFLEXIVE else []
        target = at.get((markables[number].passage, nouns[0].i)) if len(nouns) == 1 else None
        if target is not None and target < number and _agree(t, number, target):
            found[number] = target
    return found


def _antecedents(pronoun: Token) -> list[Token]:
    head = pronoun.head
    if pronoun.dep_ in _OBJECTS and is_verb(head):
        return subjects(head)
    beside = pronoun.dep_ in _STRESSING and head.pos_ in {"NOUN", "PROPN", "PRON"} and head.i < pronoun.i
    return [head] if beside else []


def _agree(t: Traits, one: int, other: int) -> bool:
    """Whether number and gender, so far as they are known, are the same."""
    return all(not (a[one] and a[other]) or a[one] == a[other] for a in (t.number, t.gender))
