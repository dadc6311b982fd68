"""What the grammatical slot of a capital's name says: its government, the city, or neither for certain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from kg.extract.metonymy.words import (
    ACTS,
    ATTACKS,
    BACK,
    BEFALLS,
    BETWEEN_STATES,
    CRITICS,
    GIVERS,
    GIVES,
    GOVERNMENT,
    HAPPENS,
    HOLDS,
    IN_TOWN,
    JOINS,
    OF_CITIES,
    POLICY,
    READY,
    RELYING,
    SENT_TO,
    SPORTS,
    STANDING,
    SUFFERS,
    THERE,
    TURNED_AGAINST,
    WAYS,
)
from kg.extract.syntax import conjuncts, first_conjunct, is_passive, lemma, preposition
from kg.gazetteer import is_capital, people_of
from kg.ontology import load_ontology

if TYPE_CHECKING:
    from kg.extract.tokens import Token

Sense = Literal["government", "city", "open"]

_SUBJECT = frozenset({"nsubj", "nsubj:outer"})
_OBJECT = frozenset({"nsubj:pass", "obj", "iobj"})
_NAMING = frozenset("call choose consider declare elect make name".split())
"""Verbs of two objects, the second of which says what the first is."""


def sense_of(name: Token) -> Sense:
    """What a capital's name stands for where it stands."""
    slot = first_conjunct(name)
    head = slot.head
    if slot.dep_ in _SUBJECT:
        minded = any(child.dep_ == "amod" and lemma(child) in READY for child in name.children)  # "an anxious Washington"
        return "government" if minded or _does(head) else "open"
    if slot.dep_ in _OBJECT:
        return _sense_of_object(slot, head)
    if slot.dep_ == "nmod:poss":
        return _sense_of_owner(head)
    if slot.dep_ in {"compound", "nmod:attributive"}:
        paired = len(conjuncts(slot)) > 1 or is_capital(_before_hyphen(name)) or is_capital(_behind_hyphen(name))
        return "government" if lemma(head) in GOVERNMENT or (paired and lemma(head) in BETWEEN_STATES) else "city"
    if slot.dep_.startswith(("obl", "nmod")):
        return _sense_behind(preposition(name) or preposition(slot), slot, head)
    return "city"


def _before_hyphen(name: Token) -> str:
    return name.nbor(-2).text if name.i > 1 and name.nbor(-1).text in {"-", "–"} else ""


def _behind_hyphen(name: Token) -> str:
    return name.nbor(2).text if name.i + 2 < len(name.doc) and name.nbor(1).text in {"-", "–"} else ""


def _does(head: Token) -> bool:
    """Whether a predicate is one of governments: what they do to others, say or want, and what they are ready for."""
    word = lemma(head)
    if head.pos_ not in {"VERB", "AUX"}:
        return word in READY or word in STANDING
    if is_passive(head):
        return False
    if word in {"be", "grow", "become", "remain", "seem", "feel", "look"} and any(
        child.pos_ in {"ADJ", "VERB"} and lemma(child) in READY for child in head.children
    ):  # "the more anxious X is"
        return True
    if word in ACTS or any(child.dep_ in {"ccomp", "xcomp"} and child.pos_ == "VERB" for child in head.children):
        return True
    objects = [child for child in head.children if child.dep_ == "obj"]
    if word in HOLDS and any(lemma(child) in POLICY - OF_CITIES for child in objects):
        return True  # "has no plans"
    return head.pos_ == "VERB" and word not in HAPPENS and word not in HOLDS and bool(objects)


def _sense_of_object(name: Token, verb: Token) -> Sense:
    word = lemma(verb)
    if name.dep_ == "nsubj:pass" and verb.lower_ in READY:
        return "government"
    if word in SUFFERS or _is_to_act(name, verb) or _is_given(name, verb) or _is_moved(name, verb):
        return "government"
    return "city" if word in BEFALLS else "open"


def _is_to_act(name: Token, verb: Token) -> bool:
    """Whether the object of a verb is to do something ("want Moscow to close its bases"), or to be kept from it."""
    return any(
        child.pos_ == "VERB"
        and child.i > name.i
        and (child.dep_ in {"xcomp", "ccomp"} or any(mark.lower_ == "from" for mark in child.children))
        for child in verb.children
    )


def _is_given(name: Token, verb: Token) -> bool:
    """Whether the object of a verb is given something ("sent Caracas proof", "supply Tehran with fuel")."""
    others = [child for child in verb.children if child.i > name.i]
    if lemma(verb) in GIVES:
        return any(o.dep_ == "obj" or (o.dep_ == "obl" and preposition(o) == "with") for o in others)
    return lemma(verb) not in _NAMING and any(o.dep_ == "obj" for o in others)


def _is_moved(name: Token, verb: Token) -> bool:
    """Whether the object of a verb is moved as only states are ("hold Moscow back", "drive them closer")."""
    return lemma(verb) not in BEFALLS and any(
        child.lower_ in BACK and child.i > name.i and child.dep_ in {"advmod", "compound:prt", "xcomp", "obl"}
        for child in verb.children
    )


def _sense_of_owner(noun: Token) -> Sense:
    told = [child for child in noun.children if child.dep_ in {"amod", "compound", "nmod:attributive"}]
    word = lemma(noun)
    if word in {"embassy", "consulate"} and any(people_of(child.text) for child in told):
        return "city"  # "London's Ecuadorean embassy"
    if any(child.dep_ == "amod" and child.lower_ == "city" for child in told):
        return "city"
    if word in POLICY or any(child.lower_ in {"nuclear", "territorial", "unilateral"} for child in told):
        return "government"
    kinds = load_ontology().entities
    built = noun.pos_ == "PROPN" or word in IN_TOWN or word in kinds["facility"].heads or word in kinds["place"].heads
    return "city" if built else "open"


def _sense_behind(slot: str, name: Token, head: Token) -> Sense:
    """What a name behind a preposition stands for: who is dealt with, or where."""
    word = lemma(head)
    if slot in THERE and slot not in {"toward", "towards"}:
        return "city"
    if _meant_by(slot, name, head):
        return "government"
    if slot in {"of", "from", "to", "for", "with", "between", ""} or word in ATTACKS or word in SPORTS:
        return "city"
    return "open" if slot in {"against", "as", "like", "than", "including", "toward", "towards", "about"} else "city"


def _meant_by(slot: str, name: Token, head: Token) -> bool:
    """Whether a name behind a preposition is who is dealt with."""
    word = lemma(head)
    if slot == "with":
        return not (word in JOINS and head.pos_ == "VERB")
    if slot == "between":
        return len(conjuncts(name)) > 1 and word not in WAYS
    if slot == "by":
        return True
    if slot == "against":
        aimed = any(child.dep_ == "obj" and lemma(child) in POLICY for child in head.children)  # "discuss sanctions against"
        return word in POLICY or word in TURNED_AGAINST or aimed
    if slot in {"toward", "towards"}:
        return word in POLICY
    if slot in {"to", "for"}:
        return word in SENT_TO
    if slot in {"on", "upon"}:
        return word in RELYING
    if slot == "of":
        return word in CRITICS
    return slot == "from" and word in GIVERS and not (word == "distance" and head.pos_ == "NOUN")
