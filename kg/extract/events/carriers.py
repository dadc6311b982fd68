"""Verbs that tell no more of an event than another word of their clause: what it began, failed to do, or carries as a noun.

"North Korea *failed* to *launch* a satellite", "the *talks* *began*", "*signed* an *agreement*": who takes part, when and where
is told once, at the word that says what happened.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.discourse import Discourse
from kg.extract.events.draft import Draft
from kg.extract.events.frames import carrier_of, with_particle
from kg.extract.syntax import is_verb
from kg.ontology import ROOT, load_ontology

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_AGAIN = frozenset({"again", "too", "also"})
_INNER = frozenset({"xcomp", "ccomp"})
_OBJECTS = frozenset({"obj", "nsubj:pass"})
_ACTORS = frozenset({"person", "organization", "group"})


def hand_over(discourse: Discourse, drafts: Sequence[Draft]) -> list[Draft]:
    """The events of an article, where verbs that only carry or open another event leave it what their clause tells."""
    found = {(draft.passage, draft.trigger.i): draft for draft in drafts}
    for place, draft in found.items():
        contents = (found.get((draft.passage, token.i)) for token in _contents(draft.trigger))
        content = next((d for d in contents if d is not None and _is_told_by(d, draft, discourse)), None)
        if content is not None:
            found[content.passage, content.trigger.i] = _enriched(content, draft)
            found[place] = draft if draft.type.name != ROOT else _emptied(draft)
        elif (earlier := _repeated(draft, found)) is not None:
            found[place] = _again(draft, earlier)
    return list(found.values())


def _contents(verb: Token) -> Iterator[Token]:
    """The words of what a verb may carry or open: its infinitive, its object, the subject of "began"."""
    if not is_verb(verb):
        return
    phase = with_particle(verb) in load_ontology().events[ROOT].phase_verbs
    inner = [child for child in verb.children if child.dep_ in _OBJECTS or (phase and child.dep_ in _INNER)]
    yield from inner or (child for child in verb.children if phase and child.dep_ == "nsubj")


def _is_told_by(content: Draft, verb: Draft, discourse: Discourse) -> bool:
    root = load_ontology().events[ROOT]
    name = with_particle(verb.trigger)
    if verb.type.name not in {ROOT, content.type.name}:
        return False
    if name in root.phase_verbs and is_verb(content.trigger):
        return True
    if name in root.phase_verbs and content.trigger.dep_ not in {"obj", *_INNER}:
        return name != "fail"  # "the talks began"; a failed attack is an event
    if name in root.witness_verbs:
        doers = [discourse.drafts[number].type for role, number, _ in verb.arguments if role == "agent"]
        return content.trigger.dep_ == "obj" and _ACTORS.isdisjoint(doers)
    supports = verb.type.name != ROOT or name in root.support_verbs | root.phase_verbs
    return supports and carrier_of(content.trigger, content.type) == verb.trigger


def _enriched(content: Draft, verb: Draft) -> Draft:
    """With the date and place of the verb where it has none of its own; a noun did not happen where its verb did not."""
    facts = content.factuality
    if content.kind == "noun" and verb.factuality.polarity == "negative":
        facts = facts._replace(polarity="negative")
    told = replace(content, factuality=facts, told_by=verb.trigger.i)
    if content.time is None:
        told = replace(told, time=verb.time, time_relation=verb.time_relation)
    elsewhere = verb.place not in {number for _, number, _ in content.arguments}  # "went on with its attacks on *Peru*"
    return replace(told, place=verb.place) if content.place is None and elsewhere else told


def _emptied(verb: Draft) -> Draft:
    return replace(verb, arguments=(), place=None, time=None, time_relation=None)


def _repeated(draft: Draft, found: Mapping[tuple[int, int], Draft]) -> Draft | None:
    """What "failed again" takes up: the last thing that the same verb told of, in the same passage."""
    own = list(draft.trigger.children)
    if draft.type.name != ROOT or not any(child.lower_ in _AGAIN for child in own):
        return None
    if any(child.dep_ in {"obj", *_INNER} for child in own):
        return None
    told = [
        d for (passage, i), d in found.items() if passage == draft.passage and i < draft.trigger.i and d.told_by is not None
    ]
    verb = with_particle(draft.trigger)
    alike = [d for d in told if d.told_by is not None and with_particle(draft.trigger.doc[d.told_by]) == verb]
    return alike[-1] if alike else None


def _again(draft: Draft, earlier: Draft) -> Draft:
    return replace(
        earlier,
        trigger=draft.trigger,
        kind=draft.kind,
        time=draft.time,
        time_relation=draft.time_relation,
        place=draft.place,
        likelihood=draft.likelihood,
        told_by=None,
        instance=True,
    )
