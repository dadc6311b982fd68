"""Whether a relation is stated as a fact, and whether of the past: from the words in front of a noun and from its clause."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract.certainty import judge
from kg.extract.syntax import is_verb, lemma
from kg.ontology.relation_schema import Phase

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_FORMER = frozenset(
    """
    former formerly ex erstwhile onetime one-time then then- past previous previously late ousted deposed retired fired sacked
    departed dethroned disgraced toppled longtime-former emeritus ex-
    """.split()
)
_NOT_SO = frozenset(
    """
    would-be next future possible potential prospective alleged self-proclaimed self-styled so-called presumptive designate
    incoming likely aspiring supposed purported proposed fake no not never neither nor without rival
    """.split()
)
_SAYING = frozenset(
    "say tell claim report add note state announce write argue believe think know explain reveal recall".split()
)


def is_former(noun: Token) -> bool:
    """Whether the words in front of a noun put it into the past ("the former president", "ex-wife")."""
    return any(token.lower_ in _FORMER for token in in_front(noun))


def is_doubtful(noun: Token) -> bool:
    """Whether the words in front of a noun, or "-elect" behind it, say that it is not so, or not yet."""
    behind = noun.doc[noun.i + 1 : noun.i + 3].text.lower()
    return behind == "-elect" or any(token.lower_ in _NOT_SO for token in in_front(noun))


def in_front(noun: Token) -> Iterator[Token]:
    """The words of a noun's own phrase before it, the nearest first."""
    own = {child.i for child in noun.children} | {noun.i}
    head = noun.head if noun.head.i > noun.i else noun
    own |= {child.i for child in head.children}
    if is_second_half(noun):
        own.add(noun.i - 1)
    for token in reversed(list(noun.doc[noun.sent.start : noun.i])):
        if token.i in own or token.head.i in own or token.text == "-":
            own.add(token.i)
            if token.text in {",", ";", ":", "("} or (is_verb(token) and token.dep_ not in {"amod", "acl"}):
                return
            yield token
        else:
            return


def is_second_half(noun: Token) -> bool:
    """Whether a noun only ends a title of two ("attorney general"), whatever the parser took the two for."""
    before = noun.doc[noun.i - 1] if noun.i else noun
    if noun.lower_ == "general" and before.pos_ in {"NOUN", "PROPN"} and not before.ent_type_:
        return True
    beside = noun not in (before, noun.head) and (before.head, before.dep_) == (noun.head, noun.dep_)
    return beside and noun.pos_ == before.pos_ and noun.dep_ in {"appos", "nmod:desc", "compound"}


def stated(clause: Token, phase: Phase) -> bool | None:
    """Whether a clause states a relation that its words hold, begin or end: True if of the past only, None if it does not.

    A resignation that is still to come says that somebody is in office.
    """
    fact = judge(clause)
    if fact.polarity == "negative":
        return None
    if phase == "ends":
        if fact.certainty == "planned" or fact.tense == "future":
            return False
        return True if fact.certainty == "certain" else None
    if fact.certainty != "certain" or fact.tense == "future":
        return None
    return phase == "holds" and fact.tense == "past" and not _is_perfect(clause) and not _is_reported(clause)


def _is_perfect(clause: Token) -> bool:
    """Whether a clause reaches into the present ("has worked for")."""
    return any(child.dep_ in {"aux", "aux:pass"} and child.lower_ in {"has", "have", "'ve"} for child in clause.children)


def _is_reported(clause: Token) -> bool:
    """Whether the past tense is only that of the verb of saying above ("she said he was the owner")."""
    head = clause.head
    return clause.dep_ == "ccomp" and is_verb(head) and lemma(head) in _SAYING
