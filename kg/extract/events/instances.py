"""Happenings told of together and then one by one: "… failed twice. The latest attempt was on August 24, the first on May 31".

A noun or a lone ordinal that takes up an earlier happening, with a date of its own, is an event mention of its own. It has the
type of what it takes up, who takes part there, and whether it happened.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extract.certainty import Factuality, is_negated, judge, tense_of
from kg.extract.discourse import Discourse
from kg.extract.events.draft import Draft
from kg.extract.events.frames import names_event
from kg.extract.syntax import is_verb, lemma, preposition
from kg.model import Time
from kg.ontology import ROOT, load_ontology
from kg.timex import interval

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_ORDINALS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "last", "latest", "next", "other", "final", "recent"}
)
_MORE = _ORDINALS | {"previous", "earlier", "another", "subsequent", "later", "initial"}
_ATTEMPTS = frozenset({"attempt", "try", "effort", "bid"})
_TRYING = _ATTEMPTS | {"fail", "seek", "struggle", "manage", "want"}
_HAPPEN = frozenset(
    {"come", "happen", "occur", "follow", "take", "hold", "schedule", "set", "plan", "begin", "start", "fall", "be"}
)
_TIMES = frozenset(
    {"twice", "thrice", "both", "several", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
)
_REACH = 3
"""Sentences back that a happening can be taken up from."""
_TRUST = 0.8


@dataclass(frozen=True, slots=True)
class _Pointer:
    """A word that takes up an earlier happening: whether it is a noun for one, its predicate if it has one, and its date."""

    word: Token
    noun: bool
    predicate: Token | None
    time: Time


def single_out(discourse: Discourse, drafts: Sequence[Draft], heads: Mapping[tuple[int, int], Time]) -> list[Draft]:
    """The events of an article with those that are told of one by one, in the order of their triggers.

    Args:
        discourse: the article's mentions.
        drafts: its events, in order.
        heads: (passage, token) -> the time whose words' head it is.
    """
    found = {(draft.passage, draft.trigger.i): draft for draft in drafts}
    for number, passage in enumerate(discourse.passages):
        dated = sorted(token for at, token in heads if at == number)
        for pointer in _pointers([passage.doc[i] for i in dated], number, heads):
            here = found.get((number, pointer.word.i))
            taken_up = _taken_up([d for d in found.values() if _before(d, number, pointer.word)], number, pointer, here)
            if taken_up is not None:
                found[number, pointer.word.i] = _one_of(discourse, taken_up, number, pointer, here)
    return [found[place] for place in sorted(found)]


# ---- words that take up a happening ------------------------------------------------------------------------------


def _pointers(dates: Sequence[Token], passage: int, heads: Mapping[tuple[int, int], Time]) -> Iterator[_Pointer]:
    for date in dates:
        time = heads[passage, date.i]
        if (
            time.value is None
            or interval(time.value) is None
            or preposition(date) not in {"", "on", "in", "at", "for", "during"}
        ):
            continue
        word, predicate = _subject_of(date)
        if word is not None and (noun := _takes_up(word)) is not None:
            yield _Pointer(word, noun, predicate, time)


def _subject_of(date: Token) -> tuple[Token | None, Token | None]:
    """What a date is said of, and the predicate: "the first was on May 31", "the first came on …", "the first, on …"."""
    for predicate in (date, *(child for child in date.children if child.dep_ == "case")):  # parsers hang "was" on either
        if any(child.dep_ == "cop" for child in predicate.children):
            return _subject(predicate), predicate
    head = date.head
    if not is_verb(head):
        return (None, None) if head == date else (head, None)
    subject = _subject(head)
    beside = subject is not None and subject.nbor().text == ","
    return (subject, head) if beside or lemma(head) in _HAPPEN else (None, None)


def _subject(predicate: Token) -> Token | None:
    return next((child for child in predicate.children if child.dep_ in {"nsubj", "nsubj:pass"}), None)


def _takes_up(word: Token) -> bool | None:
    """True for a noun with an ordinal ("the latest attempt"), False for one alone ("the second", "one"), None for neither."""
    beside = [child for child in word.children if child.dep_ in {"amod", "det", "nummod", "nmod:poss"}]
    described = {child.lower_ for child in beside}
    if word.pos_ == "NOUN" and not {word.lower_, lemma(word)} & {*_ORDINALS, "one", "time"}:
        return True if described & _MORE and (names_event(word) or lemma(word) in _ATTEMPTS) else None
    if lemma(word) in {"one", "time"}:
        return False if described & _ORDINALS or (lemma(word) == "one" and not described) else None
    return False if word.lower_ in _ORDINALS and "the" in described else None


# ---- what they take up -------------------------------------------------------------------------------------------


def _before(draft: Draft, passage: int, word: Token) -> bool:
    return (draft.passage, draft.trigger.i) < (passage, word.i)


def _taken_up(drafts: Sequence[Draft], passage: int, pointer: _Pointer, here: Draft | None) -> Draft | None:
    """The last happening that the word can mean: of its kind, or told of as several."""
    for draft in sorted(drafts, key=lambda d: (d.passage, d.trigger.i), reverse=True):
        if not _is_near(draft, passage, pointer.word):
            return None
        if draft.instance or draft.type.name == "Statement" or is_negated(draft.trigger):
            continue
        if not pointer.noun and _count(draft) and draft.type.name != ROOT:
            return draft
        if pointer.noun and _is_of_kind(draft, pointer.word, here):
            return draft
    return None


def _is_near(draft: Draft, passage: int, word: Token) -> bool:
    if draft.passage != passage:
        return passage - draft.passage == 1 and word.sent.start == 0
    return sum(1 for sentence in word.doc.sents if draft.trigger.i < sentence.end <= word.i) <= _REACH


def _is_of_kind(draft: Draft, noun: Token, here: Draft | None) -> bool:
    if lemma(noun) in _ATTEMPTS:
        tried = is_verb(draft.trigger) and draft.trigger.dep_ in {"xcomp", "acl"} and lemma(draft.trigger.head) in _TRYING
        return tried and draft.type.name != ROOT
    typed = here is not None and here.type.name != ROOT and here.type.name == draft.type.name
    return typed or draft.lemma == lemma(noun)


def _count(draft: Draft) -> bool:
    """Whether several happenings are told of: "twice", "three times", "two attacks", "tested two missiles"."""
    trigger = draft.trigger
    sites = (trigger, trigger.head) if trigger.dep_ in {"xcomp", "obj", "nsubj:pass"} else (trigger,)
    beside = [child for site in sites for child in site.children]
    words = {child.lower_ for child in beside if child.dep_ in {"advmod", "nummod"}}
    words |= {child.lower_ for time in beside if lemma(time) == "time" for child in time.children}
    return not words.isdisjoint(_TIMES) or bool(_counted_objects(draft))


def _counted_objects(draft: Draft) -> list[Token]:
    objects = [child for child in draft.trigger.children if child.dep_ in {"obj", "nsubj:pass"}]
    return [noun for noun in objects if any(child.dep_ == "nummod" and child.lower_ in _TIMES for child in noun.children)]


def _one_of(discourse: Discourse, draft: Draft, passage: int, pointer: _Pointer, here: Draft | None) -> Draft:
    """The event of a pointer. What was done once is another's object: of that the doer alone is taken over."""
    counted = {discourse.headed_by(draft.passage, noun) for noun in _counted_objects(draft)}
    several = _count(draft) or lemma(pointer.word) in _ATTEMPTS
    doers = load_ontology().events[draft.type.name].verb_slots.get("subject", ())[:1]
    own = here.arguments if here is not None and here.type.name != ROOT else ()
    filled = {role for role, _, _ in own}
    handed = [
        (role, number, trust * _TRUST)
        for role, number, trust in draft.arguments
        if role not in filled and number not in counted and (several or role in doers)
    ]
    return replace(
        draft,
        passage=passage,
        trigger=pointer.word,
        kind="noun",
        lemma=lemma(pointer.word) if pointer.noun else draft.lemma,
        arguments=(*own, *handed),
        place=here.place if here is not None and here.place is not None else draft.place if several else None,
        time=pointer.time,
        time_relation="on",
        factuality=_factuality(draft, pointer),
        definite=True,
        demonstrative=False,
        instance=True,
    )


def _factuality(draft: Draft, pointer: _Pointer) -> Factuality:
    """As what it is one of, unless it is still to come."""
    own = judge(pointer.word)
    tense = tense_of(pointer.predicate) if pointer.predicate is not None else draft.factuality.tense
    if tense == "future" or own.certainty != "certain":
        return Factuality("planned" if tense == "future" else own.certainty, own.polarity, tense)
    return Factuality(draft.factuality.certainty, draft.factuality.polarity, tense)
