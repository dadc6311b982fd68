"""Reads what one trigger's sentence says of an event: its type, who takes part, where, when, and whether it happened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.certainty import is_ability, is_open_question, judge
from kg.extract.discourse import Discourse
from kg.extract.events.circumstances import Circumstances
from kg.extract.events.clauses import enclosing, implied_side, is_headline_passive
from kg.extract.events.draft import Draft
from kg.extract.events.fillers import Fillers
from kg.extract.events.frames import (
    Chooser,
    Sense,
    carrier_of,
    is_of_happenings,
    may_be_typed,
    named_behind,
    names_event,
    senses,
    undergoes,
)
from kg.extract.events.triggers import THRESHOLD, Candidate
from kg.extract.genericity import is_generic
from kg.extract.syntax import Slot, clausal_complements, conjuncts, is_infinitive, is_verb, lemma, slots_of_noun, slots_of_verb
from kg.model import Time
from kg.ontology import ROOT, EventType, Frame, load_ontology

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_DEMONSTRATIVE = frozenset({"this", "that"})
_DEFINITE = frozenset({"the", "their", "his", "her", *_DEMONSTRATIVE})
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "advcl"})
_BEFORE_NOUN = frozenset({"possessive", "compound", "adjective", "modifier"})
_SLOT_TRUST = {"implied": 0.65, "compound": 0.85, "adjective": 0.85, "carried": 0.9}
_TRUST_IN_PRONOUNS = 0.75
_LEAST = 0.25
"""Likelihood under which not even the word of a type is an event ("missile *launch* site")."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the events of one passage."""

    discourse: Discourse
    passage: int
    heads: Mapping[tuple[int, int], Time]

    def read(self, candidate: Candidate) -> Draft | None:
        """The event of a trigger, or None where it reports none."""
        if candidate.likelihood < _LEAST or (candidate.likelihood < THRESHOLD and not may_be_typed(candidate)):
            return None
        slots = list(self._slots(candidate))
        fillers = Fillers(self.discourse, self.passage)
        sense = Chooser(fillers).choose(candidate, slots)
        if sense is not None and (is_ability(candidate.token) or is_open_question(candidate.token)):
            sense = None
        describes = candidate.kind == "verb" and candidate.token.dep_ == "amod"  # "elected officials", "seized arms"
        if candidate.likelihood < (THRESHOLD if sense is None or describes else _LEAST) or is_generic(candidate.token):
            return None
        if sense is None:
            if self._only_carries(candidate):
                return None
            sense = _generic(candidate)
        slots += list(self._inner(slots, sense.frame))
        sites = [candidate.token]
        if candidate.kind == "noun":
            carrier = carrier_of(candidate.token, sense.type)
            slots += list(self._around(candidate.token, sense, carrier, slots, fillers))
            sites += [*([carrier] if carrier is not None else []), *enclosing(candidate.token)]
        return self._draft(candidate, sense, slots, sites, fillers)

    def _slots(self, candidate: Candidate) -> Iterator[Slot]:
        token = candidate.token
        if candidate.kind == "verb":
            turned = {"subject": "object", "by": "subject"} if is_headline_passive(token) else {}
            slots = [(turned.get(slot, slot), filler) for slot, filler in slots_of_verb(token)]
            if is_of_happenings(token):  # whoever a pronoun there is put to
                slots = [(slot, filler) for slot, filler in slots if slot != "subject" or filler.pos_ != "PRON"]
            if token.dep_ == "amod" and token.lower_ in senses()[1]:  # "shooting victims": a noun, who are no doers
                slots = [(slot, filler) for slot, filler in slots if filler != token.head]
            yield from slots
            yield from (("clause", verb) for verb in clausal_complements(token))
            yield from (("action", c) for c in token.children if c.dep_ in _COMPLEMENTS and is_infinitive(c))
            return
        yield from self._slots_of_noun(token)

    def _slots_of_noun(self, noun: Token) -> Iterator[Slot]:
        """Its slots, where nationalities and acronyms before it ("Russian", "US") are an ``adjective``."""
        slots = list(slots_of_noun(noun))
        first = next((filler for slot, filler in slots if slot == "of"), None)
        whose = [] if first is None else conjuncts(first)
        for slot, filler in slots:
            if slot == "of" and filler not in whose:  # a second one is of whom the first is: "the death of Ann, 63, of Leeds"
                continue
            number = self.discourse.number_of(self.passage, filler) if slot == "modifier" else None
            attributive = number is not None and self.discourse.drafts[number].kind == "name"
            acronym = slot == "compound" and filler.text.replace(".", "").isupper()
            yield ("adjective" if attributive or acronym else slot), filler

    def _inner(self, slots: Sequence[Slot], frame: Frame) -> Iterator[Slot]:
        """The slots of what fills a slot, where the frame has roles for them ("condemned the attack by …": ``object/by``)."""
        for outer in sorted({slot.split("/")[0] for slot in frame.slots if "/" in slot}):
            for token in [token for slot, token in slots if slot == outer]:
                inner = (
                    slots_of_verb(token) if is_verb(token) else _by_doer(token, outer, frame, list(self._slots_within(token)))
                )
                yield from ((f"{outer}/{slot}", filler) for slot, filler in inner)

    def _slots_within(self, noun: Token, depth: int = 0) -> Iterator[Slot]:
        """The slots of a noun that is no mention, and of the nouns that it is made of ("a resumption of ties with Peru")."""
        if noun.pos_ == "PROPN" or self.discourse.number_of(self.passage, noun) is not None or depth > 2:
            return
        for slot, filler in self._slots_of_noun(noun):
            yield slot, filler
            if slot == "of":
                yield from self._slots_within(filler, depth + 1)

    def _only_carries(self, candidate: Candidate) -> bool:
        """Whether a verb is no event of its own beside the noun that it carries ("held talks")."""
        return candidate.kind == "verb" and any(
            carrier_of(child, None) == candidate.token and names_event(child) for child in candidate.token.children
        )

    def _around(
        self, noun: Token, sense: Sense, carrier: Token | None, slots: Sequence[Slot], fillers: Fillers
    ) -> Iterator[Slot]:
        """Who takes part by the verb that carries a noun, by the words right behind it, or as the clause's subject."""
        frame = sense.frame
        if carrier is not None:
            subject = "undergone" if undergoes(carrier) else "carried"
            for slot, token in slots_of_verb(carrier):
                if slot == "subject":
                    yield subject, token
                elif slot not in {"object", "in", "on", "at"} and slot in frame.slots:
                    yield slot, token
        if not any(slot in frame.slots for slot, _ in slots if slot not in _BEFORE_NOUN):
            found = named_behind(noun, fillers)
            if found is not None and found[0] in frame.slots:
                yield found
        named = {slot for slot, _ in slots}
        if carrier is None and sense.type.reciprocal and "with" in named and not named & {"possessive", "between"}:
            yield from (("implied", token) for token in implied_side(noun))

    def _draft(
        self, candidate: Candidate, sense: Sense, slots: Sequence[Slot], sites: Sequence[Token], fillers: Fillers
    ) -> Draft:
        trigger = candidate.token
        before = _sites_before(sense, slots, fillers)
        circumstances = Circumstances(fillers, self.heads)
        slots = [(slot, token) for slot, token in slots if token not in before]
        arguments = list(self._arguments(sense, _doers(sense, slots, fillers), fillers))
        taken = {number for _, number, _ in arguments}
        own = {token for _, token in slots} if taken else set()
        told = _told_of(sense.type, slots)
        place = circumstances.place(
            sites,
            before,
            lambda token: (
                (token in own and not taken.isdisjoint(fillers.known(token))) or (told is not None and told < token.i)
            ),
        )
        site = None if place is None else self.discourse.drafts[place].chain
        pointers = {c.lower_ for c in trigger.children if c.dep_ in {"det", "nmod:poss"}} if candidate.kind == "noun" else set()
        time, relation = circumstances.time(sites)
        return Draft(
            type=sense.type,
            lemma=lemma(trigger),
            passage=self.passage,
            trigger=trigger,
            kind=candidate.kind,
            arguments=tuple(a for a in arguments if self.discourse.drafts[a[1]].chain != site),
            place=place,
            time=time,
            time_relation=relation,
            factuality=judge(trigger),
            likelihood=candidate.likelihood,
            definite=bool(pointers & _DEFINITE),
            demonstrative=bool(pointers & _DEMONSTRATIVE),
            has_strangers=any(self._is_stranger(slot, token, sense.frame) for slot, token in slots),
        )

    def _arguments(self, sense: Sense, slots: Sequence[Slot], fillers: Fillers) -> Iterator[tuple[str, int, float]]:
        """The roles that mentions fill, each thing once, where a role of the slot accepts its type."""
        seen: set[int] = set()
        for slot, token in slots:
            roles = sense.frame.slots.get("carried" if slot == "implied" else slot, ())
            if not roles or fillers.is_trigger(token) or fillers.is_misplaced(token):
                continue
            for number in fillers.numbers(token):
                draft = self.discourse.drafts[number]
                role = next((role for role in roles if draft.type in sense.type.roles[role].accepts), None)
                if role is not None and draft.chain not in seen:
                    seen.add(draft.chain)
                    trust = _SLOT_TRUST.get(slot, 1.0) * (_TRUST_IN_PRONOUNS if token.pos_ == "PRON" else 1.0)
                    yield role, number, trust

    def _is_stranger(self, slot: str, token: Token, frame: Frame) -> bool:
        """Whether a noun for people takes part that no name is known for, other than the doer ("with their ministers")."""
        if slot not in frame.slots or token.dep_.startswith("nsubj") or token.pos_ != "NOUN":
            return False
        number = self.discourse.headed_by(self.passage, token)
        if number is not None and self.discourse.drafts[number].kind != "nominal":
            return False
        return lemma(token) in load_ontology().entities["person"].nouns


def _by_doer(noun: Token, outer: str, frame: Frame, slots: Sequence[Slot]) -> Sequence[Slot]:
    """The slots of a noun, without those for whom it is done to, where the frame asks for who does it.

    "Condemned the killing of *Ann*", "praised Bob's choice of *Ann*": nobody condemns or praises her.
    """
    roles = {slot: frame.slots.get(f"{outer}/{slot}") for slot in ("by", "possessive", "of")}
    if roles["possessive"] is None or roles["possessive"] != roles["of"]:
        return slots
    owns = next((s.frame.slots for s in senses()[1].get(lemma(noun), ()) if "by" in s.frame.slots), None)
    if owns is not None:
        return [(slot, token) for slot, token in slots if not set(owns["by"]).isdisjoint(owns.get(slot, ()))]
    told = any(slot in {"by", "possessive"} for slot, _ in slots)
    return [(slot, token) for slot, token in slots if slot != "of" or not told]


def _generic(candidate: Candidate) -> Sense:
    """The root type, with the slots usual for its verbs or nouns."""
    root = load_ontology().events[ROOT]
    return Sense(root, Frame(lemma(candidate.token), root.verb_slots if candidate.kind == "verb" else root.noun_slots))


def _told_of(event: EventType, slots: Sequence[Slot]) -> int | None:
    """Where the happening stands that somebody speaks of: a place behind it is that happening's ("condemned the raid in …")."""
    if not event.is_saying:
        return None
    return next((token.i for slot, token in slots if slot == "object" and names_event(token)), None)


def _doers(sense: Sense, slots: Sequence[Slot], fillers: Fillers) -> list[Slot]:
    """The slots, where no two of them name who does it: the words that say so most plainly do.

    "His nomination of Ann", "Ann's endorsement by Bob" (it is done to her), "Bob condemned Ann's attack" (hers).
    """
    roles = sense.frame.slots
    if len(sense.type.roles) < 2:
        return list(slots)
    filled = {slot: _parts(sense, slot, [t for s, t in slots if s == slot], fillers) for slot in {s for s, _ in slots}}
    shared = filled.get("possessive", set()) & filled.get("of", set())
    if shared and "by" in roles:
        return [("by" if slot == "possessive" else slot, token) for slot, token in slots]
    told: set[str] = set()
    kept: list[Slot] = []
    for group in _PLAINNESS:
        here = [slot for slot in slots if slot[0] in group and not filled[slot[0]] & told]
        kept += here
        told = told.union(*(filled[slot] for slot, _ in here))
    return [slot for slot in slots if slot in kept or not any(slot[0] in group for group in _PLAINNESS)]


_PLAINNESS = (("by", "from"), ("possessive",), ("carried", "undergone", "implied"), ("adjective", "of"))
"""Slots of nouns that may fill the same role, the plainest first."""


def _parts(sense: Sense, slot: str, tokens: Sequence[Token], fillers: Fillers) -> set[str]:
    """The roles that what stands in a slot can play."""
    roles = sense.frame.slots.get("carried" if slot == "implied" else slot, ())
    kinds = {kind for token in tokens if (kind := fillers.type_of(token)) is not None}
    return {role for role in roles if kinds & sense.type.roles[role].accepts}


def _sites_before(sense: Sense, slots: Sequence[Slot], fillers: Fillers) -> list[Token]:
    """A lone place before the noun says where, not who, unless the type has a role for it ("the Geneva talks")."""
    compounds = [token for slot, token in slots if slot == "compound"]
    if len(compounds) != 1 or ("compound" in sense.frame.slots and not sense.type.reciprocal):
        return []
    return [token for token in compounds if fillers.is_name(token) and fillers.type_of(token) in {"place", "facility"}]
