"""What fills the slots of a noun or a name: those of syntax, and what titles and coordination add to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract.relations.bearers import bearers, has_copula, is_determined
from kg.extract.syntax import (
    Slot,
    conjuncts,
    first_conjunct,
    has_feature,
    is_verb,
    lemma,
    preposition,
    slots_of_noun,
    slots_of_verb,
)

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_IN_ADDRESS = frozenset({"appos", "nmod:unmarked", "list", "flat", "dep", "nmod"})
_OF_NAME = frozenset({"of", "at", "from", "with"})
_BEHIND = frozenset({"of", "in", "at", "for", "from"})
"""Prepositions whose phrases stand behind the noun that they belong to."""
_IN_FRONT = frozenset({"amod", "compound", "nmod:desc", "nmod:attributive", "nmod:unmarked", "nmod"})


def noun_slots(noun: Token) -> list[Slot]:
    """The slots of a noun with names and adjectives in front of it ("compound"); a title has those of its name, too."""
    own = list(_own(noun))
    head = noun.head
    if head.i > noun.i and noun.dep_ in {"compound", "nmod:desc", "flat", "appos"}:
        same = {token.i for token in conjuncts(noun)}
        own += [(slot, token) for slot, token in _own(head) if (token.i < noun.i and token.i not in same) or slot in _OF_NAME]
    return own


def shared_slots(noun: Token) -> Iterator[list[Slot]]:
    """What a noun without slots shares with those that it is coordinated with: first what is behind them, then what is before.

    "founder and head of Apple", "Apple's founder and head"
    """
    siblings = [token for token in _coordinated(noun) if token != noun and token.pos_ in {"NOUN", "PROPN"}]
    yield [(slot, token) for sibling in siblings for slot, token in _own(sibling) if token.i > max(noun.i, sibling.i)]
    if not is_determined(noun):
        yield [(slot, token) for sibling in siblings for slot, token in _own(sibling) if token.i < sibling.i < noun.i]


def _coordinated(noun: Token) -> list[Token]:
    """The nouns that a noun is coordinated with, even if the parser hung one on the name before ("Ann, head and founder")."""
    first = first_conjunct(noun)
    name = first.head if first.dep_ == "appos" else first
    titles = (child for child in name.children if child.i > name.i and child.dep_ in {"conj", "appos"} and child.pos_ == "NOUN")
    beside = [token for title in titles for token in conjuncts(title)] if name.pos_ == "PROPN" else []
    return list(dict.fromkeys([*conjuncts(first), *beside]))


def _own(noun: Token) -> Iterator[Slot]:
    for slot, token in slots_of_noun(noun):
        if slot in _BEHIND and token.i < noun.i:  # a phrase that a parser hung on what comes after it
            continue
        yield slot, token
        if slot not in {"possessive", "compound"}:
            yield from (
                (f"{slot} > {deeper}", t) for deeper, t in slots_of_noun(token) if deeper not in {"possessive", "compound"}
            )
    for child in noun.children:
        if child.dep_ in _IN_FRONT and child.i < noun.i and not preposition(child):
            yield "compound", child
        elif child.dep_ == "amod" and child.i > noun.i:  # "attorney general of Oklahoma"
            yield from slots_of_noun(child)


def holder_slots(noun: Token, light_verbs: frozenset[str]) -> list[Slot]:
    """What a verb that only carries a noun adds: its subject as ``holder``, its prepositions ("has a degree from Yale")."""
    first = first_conjunct(noun)
    verb = first.head
    if first.dep_ != "obj" or not is_verb(verb) or lemma(verb) not in light_verbs:
        return []
    return [("holder" if slot == "subject" else slot, token) for slot, token in slots_of_verb(verb) if slot != "object"]


def verb_slots(verb: Token) -> Iterator[Slot]:
    """The slots of a verb, or of its participle in front of a noun ("the London-based bank")."""
    yield from slots_of_verb(verb)
    if verb.dep_ == "amod" and has_feature(verb, "VerbForm", "Part"):
        yield "object", verb.head
        yield from (("compound", child) for child in verb.children if child.i < verb.i and child.pos_ == "PROPN")


def name_slots(head: Token) -> Iterator[Slot]:
    """The slots of a name by its head: its own phrase, or what it is said to be in ("Oslo is in Norway")."""
    yield "itself", head
    yield from _own(head)
    yield from (("comma", token) for token in next_in_address(head))
    yield from (("in", token) for token in _wider_place(head))
    predicate = head.head
    if head.dep_ in {"nsubj", "nsubj:outer"} and has_copula(predicate) and (slot := preposition(predicate)):
        yield from ((f"be {slot}", token) for token in conjuncts(predicate))
    if head.i == 0 or head.nbor(-1).text != "(":  # there it names a language: "souvlaki (Greek: …)"
        yield from (("bearer", bearer.token) for group in bearers(head) for bearer in group)


def _wider_place(head: Token) -> Iterator[Token]:
    """What "in" introduces right behind a place, where the parser hung both on the verb ("met at the port in Amur Region")."""
    if head.dep_ == "obl" and preposition(head) in {"at", "in", "near", "outside"}:
        for token in head.head.children:
            if token.dep_ == "obl" and preposition(token) == "in" and token.left_edge.i == head.right_edge.i + 1:
                yield token


def next_in_address(head: Token) -> list[Token]:
    """The name behind the comma after a name ("Boston, Massachusetts, United States": each has the next)."""
    above = head.head if head.dep_ in _IN_ADDRESS else head
    names = [token for token in (above, *above.children) if token.i >= head.i and (token == above or _follows_comma(token))]
    return names[1:2] if names and names[0] == head else []


def _follows_comma(token: Token) -> bool:
    before = token.doc[token.left_edge.i - 1] if token.left_edge.i else token
    return (
        token.dep_ in _IN_ADDRESS
        and token.pos_ == "PROPN"
        and (before.text == "," or token.left_edge.text == ",")
        and not preposition(token)
    )
