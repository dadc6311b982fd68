"""Where the circumstances of an event stand: in its own clause, in the one that carries it, before or around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.extract.syntax import (
    DONE_TO,
    clause_verb,
    has_feature,
    is_clause,
    is_infinitive,
    is_verb,
    lemma,
    preposition,
    slots_of_verb,
    subjects,
)

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_DURING = frozenset(
    {"during", "at", "in", "for", "after", "following", "before", "ahead of", "through", "throughout", "over", "on", "to"}
)
_WHILE = frozenset({"during", "at", "in", "on"})
_HAPPEN = frozenset(
    {"happen", "occur", "take", "begin", "start", "end", "last", "follow", "come", "be", "go", "continue", "conclude", "hold"}
)
_STRIKE = frozenset("break damage destroy erupt hit injure jolt kill rattle rip rock shake spark strike sweep wound".split())
"""What attacks, accidents and disasters do in the moment that they happen."""
_REACH_OF_WHEN = 6


def near(sites: Sequence[Token]) -> Iterator[Token]:
    """The words of an event's own clause, those that hang on it directly first: parsers often hang a date on the wrong noun.

    What explains a name in between says nothing of the event ("Alencar, president between 2003 and 2010, died").
    """
    level = [child for site in sites for child in site.children]
    seen = {site.i for site in sites}
    while level:
        level = [token for token in level if token.i not in seen and not is_clause(token)]
        seen.update(token.i for token in level)
        yield from level
        level = [child for token in level for child in token.children if child.dep_ != "appos"]


def fronted(sites: Sequence[Token]) -> Iterator[Token]:
    """What stands before the verbs that an event's verb is coordinated with ("On Monday she came and met …")."""
    first = min(site.i for site in sites)
    for site in sites:
        token = site
        while is_verb(token) and token.dep_ == "conj" and is_verb(token.head):
            token = token.head
            yield from (child for child in token.children if child.i < first)


def antecedents(sites: Sequence[Token]) -> Iterator[Token]:
    """What "when" stands for: the words right before the clause that it opens ("on Wednesday, when Kim met …")."""
    for site in sites:
        when = next((child for child in site.children if child.lower_ in {"when", "where"} and child.i < site.i), None)
        if when is not None:
            yield from reversed(site.doc[max(site.sent.start, when.i - _REACH_OF_WHEN) : when.i])


def alongside(trigger: Token) -> Iterator[Token]:
    """What stands at a verb that tells of the same moment: a blow's ("the attack killed …"), a result's ("…, killing two")."""
    verb = trigger.head
    struck = trigger.dep_ == "nsubj" and lemma(verb) in _STRIKE
    opened = any(child.i < trigger.i and not child.is_punct for child in trigger.children)  # "after killing", "having killed"
    resulting = trigger.dep_ == "advcl" and trigger.tag_ == "VBG" and verb.i < trigger.i and not opened
    if is_verb(verb) and (struck or resulting):
        yield from (child for child in verb.children if not is_clause(child))


def implied_side(noun: Token) -> list[Token]:
    """The other side of "talks with Kim": the subject of the clause, where the noun stands in a phrase of time or purpose."""
    verb = clause_verb(noun)
    top = noun
    while not is_verb(top.head) and top.head != top:
        if top.dep_ not in {"conj", "compound"}:
            return []
        top = top.head
    if verb is None or not (top.dep_ == "obl" and preposition(top) in _DURING):
        return []
    return subjects(verb)


def enclosing(noun: Token) -> list[Token]:
    """The verb whose time and place are the noun's: "spoke during the meeting on Monday", "the meeting took place in Sochi"."""
    relative = [child for child in noun.children if child.dep_ == "acl:relcl" and lemma(child) in _HAPPEN]
    verb = noun.head
    if relative or not is_verb(verb):
        return relative
    if noun.dep_ == "obl" and preposition(noun) in _WHILE:
        return [verb]
    if noun.dep_ in {"nsubj", "nsubj:pass"} and lemma(verb) in _HAPPEN:
        return [verb]
    return []


def shared_objects(verb: Token) -> list[Token]:
    """The objects of coordinated verbs that have no subject of their own ("meet and exceed its targets")."""
    others = [
        c for c in verb.children if c.dep_ == "conj" and is_verb(c) and not any(g.dep_.startswith("nsubj") for g in c.children)
    ]
    return [token for other in others for slot, token in slots_of_verb(other) if slot == "object"]


def is_headline_passive(verb: Token) -> bool:
    """Whether the auxiliary is left out ("Two men arrested over bombings"): a past form without object, and no full stop."""
    if lemma(verb) not in DONE_TO or not has_feature(verb, "Tense", "Past") or verb.dep_ in {"acl", "acl:relcl", "amod"}:
        return False
    if verb.sent[-1].is_punct:
        return False
    own = [child for child in verb.children if not (child.dep_ == "xcomp" and is_infinitive(child))]  # "nominated to be mayor"
    return not any(child.dep_ in {"obj", "iobj", "ccomp", "xcomp", "aux", "aux:pass", "nsubj:pass"} for child in own)
