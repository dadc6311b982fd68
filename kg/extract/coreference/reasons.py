"""Why a nominal or pronoun was put to what stands before it, in words."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.coreference.clauses import ROLES
from kg.extract.coreference.markables import Markable
from kg.extract.coreference.traits import PRONOUNS, TYPES, Traits
from kg.model import Span

_SUBJECTS = frozenset({"subject", "passive"})


def explain(text: str, markables: Sequence[Markable], t: Traits, left: int, right: int) -> tuple[str, str]:
    """(rule, reason) of a step from one markable to the one behind it that was put to it."""
    one, other = (_quote(text, markables[n].span) for n in (left, right))
    where = _distance(int(t.sentence[right] - t.sentence[left]))
    pronoun = PRONOUNS[t.pronoun[right]]
    if pronoun in {"i", "we", "you"} and t.speaker[right] >= 0 and t.speaker[right] == t.position[left]:
        return "said by", f"{one} says the words in which {other} stands"
    if pronoun:
        role = ", the subject there" if ROLES[t.role[left]] in _SUBJECTS else ""
        return "pronoun", f"{other} fits {one}{role}, {where}"
    if t.lemma[left] == t.lemma[right]:
        return "same noun", f"{other} has the noun of {one}, {where}"
    if t.lemma[right] in t.name_words[left]:
        return "noun in the name", f"the noun of {other} is part of {one}, {where}"
    kind = TYPES[t.type[right]]
    return "nominal", f"{other} fits {one}{f' as a noun for a kind of {kind}' if kind else ''}, {where}"


def _quote(text: str, span: Span) -> str:
    return f"“{' '.join(span.text_in(text).split())}”"


def _distance(sentences: int) -> str:
    return {0: "in the same sentence", 1: "in the sentence before"}.get(sentences, f"{sentences} sentences before")
