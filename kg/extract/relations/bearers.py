"""Whom a noun is said of: "President Ann", "Ann, the president", "Ann is the president", "Ann became president"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from kg.extract.syntax import conjuncts, has_feature, is_passive, is_verb, lemma, preposition, subjects
from kg.ontology.relation_schema import Phase

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_BESIDE = frozenset({"appos", "flat", "nmod:desc", "nmod:unmarked", "flat:name"})
_MARKS = frozenset({",", "(", "–", "—", "--"})
_BEING: dict[str, Phase] = {
    "become": "begins", "remain": "holds", "serve": "holds", "work": "holds", "act": "holds", "continue": "holds",
    "begin": "begins", "start": "begins", "resign": "ends", "retire": "ends", "quit": "ends", "step": "ends", "stay": "holds",
    "leave": "ends", "depart": "ends",
}  # fmt: skip
"""Verbs whose subject is what the noun behind them says."""
_MAKING: dict[str, Phase] = {
    "appoint": "begins", "elect": "begins", "name": "begins", "make": "begins", "crown": "begins", "choose": "begins",
    "promote": "begins", "hire": "begins", "swear": "begins", "install": "begins", "inaugurate": "begins", "reelect": "begins",
    "re-elect": "begins", "confirm": "begins", "reappoint": "begins", "fire": "ends", "oust": "ends", "dismiss": "ends",
    "remove": "ends", "sack": "ends", "depose": "ends", "employ": "holds", "retain": "holds", "recruit": "begins",
}  # fmt: skip
"""Verbs whose object, or subject in the passive, is what the noun behind them says."""


class Bearer(NamedTuple):
    """Whom a noun is said of.

    Attributes:
        token: the head of its phrase.
        clause: the predicate that says so, or None where the two only stand beside each other.
        phase: what the predicate says of it.
    """

    token: Token
    clause: Token | None = None
    phase: Phase = "holds"


def bearers(noun: Token) -> Iterator[list[Bearer]]:
    """Whom a noun is said of, in groups: those beside it, those of its clause, those of what it is coordinated with.

    The first group that holds a name, or what stands for one, is meant.
    """
    yield [Bearer(token) for token in beside(noun)]
    yield list(_by_clause(noun))
    if noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN"} and not is_determined(noun) and not _introduces_name(noun):
        yield from _of_coordination(noun)


def has_copula(token: Token) -> bool:
    """Whether a word is the predicate of a form of be ("is the president")."""
    return any(child.dep_ == "cop" for child in token.children)


def _introduces_name(noun: Token) -> bool:
    """Whether a name follows directly, wherever the parser hung it ("her husband John and son Peter")."""
    return noun.i + 1 < len(noun.doc) and noun.nbor().pos_ == "PROPN"


def is_determined(noun: Token) -> bool:
    """Whether a noun has an article or owner of its own, and so need not mean the same as what it is coordinated with."""
    return any(child.dep_ in {"det", "nmod:poss"} for child in noun.children)


def beside(noun: Token) -> Iterator[Token]:
    """The names, or nouns for them, that a noun stands beside ("President Ann", "Ann, the president")."""
    yield from (child for child in noun.children if child.dep_ in _BESIDE and child.i > noun.i and child.pos_ == "PROPN")
    head = noun.head
    if noun.i < head.i and (noun.dep_ in _BESIDE or (noun.dep_ == "compound" and head.pos_ == "PROPN")):
        yield from conjuncts(head) if _is_plural(noun) else [head]
    elif noun.dep_ in _BESIDE and _is_set_off(noun, head) and not preposition(noun):
        above = head.head
        if head.dep_ == "nmod" and above.lemma_ == noun.lemma_:  # "a member of A, a member of B": said of the same
            yield from beside(above)
        elif not _is_plural(noun):
            yield head
        elif len(several := conjuncts(head)) > 1:
            yield from several
    else:
        yield from _sibling(noun)


def _sibling(noun: Token) -> Iterator[Token]:
    """The name that a comma parts from a noun, where the parser made subjects of both ("Ann Lee, the president of X said")."""
    start = noun.left_edge
    if noun.dep_ == "nsubj" and start.text == ",":
        twins = (token for token in noun.head.children if token.dep_ == "nsubj" and token.pos_ == "PROPN")
        yield from (token for token in twins if token.right_edge.i + 1 == start.i)


def _is_set_off(noun: Token, head: Token) -> bool:
    """Whether a mark stands between a name and the noun behind it ("Ann, president of …")."""
    return any(token.text in _MARKS for token in noun.doc[head.i : noun.i])


def _is_plural(noun: Token) -> bool:
    return has_feature(noun, "Number", "Plur")


def _by_clause(noun: Token) -> Iterator[Bearer]:
    if has_copula(noun):
        if preposition(noun):  # "was like a sprinter"
            return
        yield from (Bearer(token, noun) for token in subjects(noun))
        return
    head = noun.head
    if noun.dep_ in {"nsubj", "nsubj:outer"} and has_copula(head):
        yield Bearer(head, head)
    elif (
        is_verb(head)
        and noun.dep_ == "obl"
        and preposition(noun) == "as"
        and noun.i < min((t.i for t in subjects(head)), default=0)
    ):
        yield from (Bearer(token, head) for token in subjects(head))
    elif is_verb(head) and (
        noun.dep_ in {"xcomp", "obj"} or (noun.dep_ in {"obl", "obl:arg"} and preposition(noun) in {"as", "to"})
    ):
        yield from _by_verb(noun, head)


def _by_verb(noun: Token, verb: Token) -> Iterator[Bearer]:
    if verb_phase := _BEING.get(lemma(verb)):
        if lemma(verb) in {"become", "remain"} or preposition(noun) == "as":
            yield from (Bearer(token, verb, verb_phase) for token in subjects(verb))
    elif verb_phase := _MAKING.get(lemma(verb)):
        yield from (Bearer(token, verb, verb_phase) for token in _made(noun, verb))


def _made(noun: Token, verb: Token) -> Iterator[Token]:
    if is_passive(verb):
        yield from (c for child in verb.children if child.dep_ in {"nsubj:pass", "nsubjpass"} for c in conjuncts(child))
        if not any(child.dep_ in {"nsubj:pass", "nsubjpass"} for child in verb.children):
            yield from subjects(verb)
    elif verb.dep_ == "acl":
        yield verb.head
    else:
        yield from (child for child in verb.children if child.dep_ in {"obj", "iobj"} and child != noun)


def _of_coordination(noun: Token) -> Iterator[list[Bearer]]:
    """Whom the noun is said of that this one is coordinated with ("an expert and commentator")."""
    first = noun.head
    if first.pos_ == "NOUN" or first.dep_ in {"compound", "nmod:desc"}:
        yield from bearers(first)
    elif any(c.dep_ in _BESIDE and c.pos_ == "NOUN" and first.i < c.i < noun.i for c in first.children):
        yield [Bearer(first)]  # the parser hung the second of two titles on the name
