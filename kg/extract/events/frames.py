"""Which type of event a trigger word means, told by what fills its slots."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kg.extract.discourse import introduces_name
from kg.extract.events.clauses import shared_objects
from kg.extract.events.fillers import Fillers
from kg.extract.events.lexicon import look_up
from kg.extract.events.triggers import EVENTIVE, Candidate
from kg.extract.syntax import Slot, has_feature, is_verb, lemma
from kg.ontology import ROOT, EventType, Frame, Ontology, load_ontology

if TYPE_CHECKING:
    from kg.extract.tokens import Token


class Sense(NamedTuple):
    """A type of event, and the frame by which a word means it."""

    type: EventType
    frame: Frame


def senses() -> tuple[Mapping[str, Sequence[Sense]], Mapping[str, Sequence[Sense]]]:
    """Verb lemma and noun lemma -> what they can mean, the strictest frame first, then in the order of the types."""
    return _senses(load_ontology())


@cache
def _senses(ontology: Ontology) -> tuple[Mapping[str, Sequence[Sense]], Mapping[str, Sequence[Sense]]]:
    verbs: dict[str, list[Sense]] = defaultdict(list)
    nouns: dict[str, list[Sense]] = defaultdict(list)
    for event in ontology.events.values():
        for found, frames in ((verbs, event.verbs), (nouns, event.nouns)):
            for frame in frames:
                found[frame.lemma].append(Sense(event, frame))
    for table in (verbs, nouns):
        for rows in table.values():
            rows.sort(key=lambda sense: -sense.frame.strictness)
    return verbs, nouns


def lemmas_of(candidate: Candidate) -> list[str]:
    """The lemmas under which a trigger may stand in the ontology: with its particle or the noun before it, then alone.

    A verb with a particle that changes what it means ("died down") does not stand there alone.
    """
    token = candidate.token
    if candidate.kind == "noun":
        return [*(f"{lemma(c)} {lemma(token)}" for c in token.children if c.dep_ == "compound"), lemma(token)]
    particles = [c.lower_ for c in token.children if c.dep_ == "compound:prt"]
    behind = [c.lower_ for c in token.children if c.dep_ == "advmod" and c.i == token.i + 1]
    alone = [] if _TURNING.intersection(particles) else [lemma(token)]
    return [*(f"{lemma(token)} {word}" for word in (*particles, *behind)), *alone]


_TURNING = frozenset({"out", "up", "down", "over", "away", "apart"})
"""Particles with which a verb means something else."""


def _possible(candidate: Candidate) -> Iterator[Sense]:
    """What a trigger may mean, by its lemmas alone."""
    table = senses()[0 if candidate.kind == "verb" else 1]
    return (sense for name in lemmas_of(candidate) for sense in table.get(name, ()))


def may_be_typed(candidate: Candidate) -> bool:
    """Whether the ontology has a word of a trigger."""
    return next(_possible(candidate), None) is not None


@dataclass(frozen=True, slots=True)
class Chooser:
    """Finds the frame that fits a trigger's slots."""

    fillers: Fillers

    def choose(self, candidate: Candidate, slots: Sequence[Slot]) -> Sense | None:
        """What a trigger means, or None where no type claims it."""
        filled: dict[str, list[Token]] = defaultdict(list)
        for slot, token in slots:
            filled[slot].append(token)
        possible = _possible(candidate)
        return next((sense for sense in possible if self._fits(candidate.token, sense, slots, filled)), None)

    def _fits(self, trigger: Token, sense: Sense, slots: Sequence[Slot], filled: Mapping[str, Sequence[Token]]) -> bool:
        frame = sense.frame
        if "carried" in frame.needs and (carrier := carrier_of(trigger, sense.type)) is not None and not undergoes(carrier):
            filled = {**filled, "carried": [*filled.get("carried", ()), carrier]}
        if filled.keys() & frame.blocked_by or not frame.needs <= filled.keys():
            return False
        if frame.plural and not _is_plural(trigger):
            return False
        if any(slot in filled and not self._any(filled[slot], words) for slot, words in frame.only.items()):
            return False
        if any(self._any(filled[slot], words) for slot, words in frame.unless.items() if slot in filled):
            return False
        if not all(any(self._is_person(token) for token in filled.get(slot, ())) for slot in frame.named):
            return False
        return not frame.object_decides or self._all_can_play(trigger, sense.type, slots)

    def _any(self, tokens: Sequence[Token], words: frozenset[str]) -> bool:
        return any(self.fillers.is_any(token, words) for token in tokens)

    def _all_can_play(self, verb: Token, event: EventType, slots: Sequence[Slot]) -> bool:
        """Whether everything that decides the verb's meaning can take part; an object may stand at a coordinated verb."""
        own = [token for slot, token in slots if slot in {"subject", "object", "with"}]
        shared = [] if any(slot in {"object", "with"} for slot, _ in slots) else shared_objects(verb)
        return all(self.can_play(token, event) for token in (*own, *shared))

    def can_play(self, token: Token, event: EventType) -> bool:
        """Whether somebody who can take part stands there: a name of a fitting type, a pronoun, a noun for people."""
        discourse = self.fillers.discourse
        number = discourse.headed_by(self.fillers.passage, token)
        if number is not None:
            return any(discourse.drafts[number].type in role.accepts for role in event.roles.values())
        if token.pos_ == "PRON":
            return (has_feature(token, "PronType", "Prs") and token.lower_ != "it") or token.lower_ in {"who", "whom", "each"}
        return lemma(token) in load_ontology().entities["person"].nouns or token.pos_ in {"PROPN", "NUM"}

    def _is_person(self, token: Token) -> bool:
        """Whether a person is named there; what has an article is none, whatever its name looks like ("hosted the Tonys")."""
        if token.pos_ == "PROPN" and any(child.dep_ == "det" for child in token.children):
            return False
        discourse = self.fillers.discourse
        return any(discourse.drafts[number].type == "person" for number in self.fillers.known(token))


def _is_plural(noun: Token) -> bool:
    return noun.lower_ != lemma(noun) or has_feature(noun, "Number", "Plur")


def names_event(noun: Token) -> bool:
    """Whether a noun is an event by the ontology or the lexicon."""
    return lemma(noun) in senses()[1] or look_up(lemma(noun)).eventive >= EVENTIVE


def carrier_of(noun: Token, event: EventType | None) -> Token | None:
    """The verb that only carries an event noun: "held talks", "talks were held", "faces trial"."""
    root = load_ontology().events[ROOT]
    head = noun.head
    while noun.dep_ == "conj" and not is_verb(head):
        noun, head = head, head.head
    if noun.dep_ not in {"obj", "nsubj:pass", "xcomp"} or not is_verb(head):
        return None
    light = root.light_verbs if event is None else root.light_verbs | root.support_verbs | _PHASES | event.light_verbs
    return head if with_particle(head) in light or (event is not None and undergoes(head)) else None


_PHASES = frozenset({"begin", "start", "continue", "resume", "finish", "complete", "kick off"})
"""Verbs of a phase whose subject takes part in what their object says ("resumed talks with Peru"; not "failed the test")."""


def with_particle(verb: Token) -> str:
    """A verb's lemma with its particle, where it has one ("carry out")."""
    particle = next((child.lower_ for child in verb.children if child.dep_ == "compound:prt"), "")
    return f"{lemma(verb)} {particle}".strip()


def undergoes(verb: Token) -> bool:
    """Whether the subject of a verb that carries an event noun is who it happens to ("suffered an attack")."""
    return with_particle(verb) in load_ontology().events[ROOT].undergoing_verbs


def is_of_happenings(verb: Token) -> bool:
    """Whether a verb says of one happening that it came before or after another ("the strike followed a vote")."""
    listed = with_particle(verb) in load_ontology().events[ROOT].sequence_verbs
    return listed and any(child.dep_ == "obj" and names_event(child) for child in verb.children)


def named_behind(noun: Token, fillers: Fillers) -> Slot | None:
    """The name behind the noun's preposition, where the parse hangs it elsewhere ("the meeting between President …")."""
    if noun.i + 1 >= len(noun.doc):
        return None
    rest = noun.doc[noun.i + 2 : noun.sent.end]
    token = next((t for t in rest if not introduces_name(t) or fillers.is_name(t)), None)
    if token is None or not fillers.is_name(token):
        return None
    while token.dep_ in _OF_HEAD and token.head.i > token.i:  # "a strike on a Hezbollah depot", "on Ann's plan": not on them
        token = token.head
    return noun.nbor().lower_, token


_OF_HEAD = frozenset({"compound", "nmod:poss", "amod", "nmod:desc"})
