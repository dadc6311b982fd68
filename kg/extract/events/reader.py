"""Reads what one trigger's sentence says of an event: who takes part, where, when, and whether it happened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kg.extract.certainty import judge
from kg.extract.coreference import resolve_pronoun
from kg.extract.discourse import Discourse, introduces_name
from kg.extract.events.clauses import antecedents, enclosing, fronted, implied_side, near, shared_objects
from kg.extract.events.draft import Draft
from kg.extract.syntax import has_feature, is_verb, lemma, preposition, slots_of_noun, slots_of_verb, subjects
from kg.model import Time, TimeRelation
from kg.ontology import EventType, Frame, load_ontology

if TYPE_CHECKING:
    from spacy.tokens import Token

_LOCATIVE = ("at", "in", "near", "on", "outside", "inside", "aboard", "within")
_DEMONSTRATIVE = frozenset({"this", "that"})
_DEFINITE = frozenset({"the", "their", "his", "her", *_DEMONSTRATIVE})
_BEFORE_NOUN = frozenset({"possessive", "compound"})
_TIME_RELATIONS: Mapping[str, TimeRelation] = {
    "on": "on", "at": "on", "in": "in", "during": "in", "before": "before", "after": "after",
    "since": "since", "until": "until", "by": "before", "till": "until", "from": "since",
}  # fmt: skip
_COMPOUND_DATES = frozenset(
    {"nmod:poss", "compound", "nmod:tmod", "obl:tmod", "nmod:unmarked", "obl:unmarked", "nummod", "amod", "dep"}
)
_SLOT_TRUST = {"implied": 0.65, "compound": 0.85, "carried": 0.9}


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads what a trigger's sentence says of one event."""

    discourse: Discourse
    passage: int
    heads: Mapping[tuple[int, int], Time]
    event: EventType
    frame: Frame

    def read_verb(self, verb: Token) -> Draft | None:
        """The event of a verb, or None where its frame says that it means something else."""
        slots = list(slots_of_verb(verb))
        if any(slot in self.frame.blocked_by for slot, _ in slots):
            return None
        if any(not any(s == slot and self._is_person(token) for s, token in slots) for slot in self.frame.needs):
            return None
        if self.frame.object_decides and not self._all_can_play(verb, slots):
            return None
        return self._draft(verb, "verb", [(self.frame.slots.get(slot), token, 1.0) for slot, token in slots], [verb])

    def read_noun(self, noun: Token) -> Draft | None:
        """The event of a noun, or None where its frame says that it means something else."""
        slots = list(slots_of_noun(noun))
        if any(slot in self.frame.blocked_by for slot, _ in slots) or noun.dep_ == "compound":
            return None
        carrier = self._light_verb(noun)
        found: list[tuple[str | None, Token, float]] = [
            (self.frame.slots.get(slot), token, _SLOT_TRUST.get(slot, 1.0))
            for slot, token in slots
            if not self._is_site(slot, token, slots)
        ]
        if carrier is not None:
            filled = list(slots_of_verb(carrier))
            found += [(self.event.carried, t, _SLOT_TRUST["carried"]) for s, t in filled if s == "subject"]
            found += [(self.frame.slots.get(s), t, _SLOT_TRUST["carried"]) for s, t in filled if s in {"with", "between"}]
        found += [(role, token, 1.0) for role, token in self._directly_after(noun, slots)]
        if (
            carrier is None
            and self.event.reciprocal
            and {slot for slot, _ in slots} & {"with"}
            and not {slot for slot, _ in slots} & {"possessive", "between"}
        ):
            found += [(self.event.carried, token, _SLOT_TRUST["implied"]) for token in implied_side(noun)]
        sites = [noun, *([carrier] if carrier is not None else []), *enclosing(noun)]
        return self._draft(noun, "noun", found, sites, compounds=slots)

    def _directly_after(self, noun: Token, slots: Sequence[tuple[str, Token]]) -> Iterator[tuple[str, Token]]:
        """The name behind the noun's preposition, where the parse hangs it elsewhere ("the meeting between President X …")."""
        if noun.i + 1 >= len(noun.doc) or any(slot in self.frame.slots for slot, _ in slots if slot not in _BEFORE_NOUN):
            return
        role = self.frame.slots.get(noun.nbor().lower_)
        token = next((t for t in noun.doc[noun.i + 2 : noun.sent.end] if not introduces_name(t) or self._names(t)), None)
        if role is not None and token is not None and self._names(token):
            yield role, token

    def _names(self, token: Token) -> bool:
        number = self.discourse.number_of(self.passage, token)
        return number is not None and self.discourse.drafts[number].type != "group"

    def _light_verb(self, noun: Token) -> Token | None:
        """The verb that only carries the noun: "held talks", "talks were held"."""
        head = noun.head
        while noun.dep_ == "conj" and not is_verb(head):
            noun, head = head, head.head
        return head if noun.dep_ in {"obj", "nsubj:pass"} and is_verb(head) and lemma(head) in self.event.light_verbs else None

    def _is_site(self, slot: str, token: Token, slots: Sequence[tuple[str, Token]]) -> bool:
        """Whether a lone place before the noun says where, not who ("the Geneva talks")."""
        alone = sum(1 for s, _ in slots if s == "compound") == 1
        number = self.discourse.headed_by(self.passage, token)
        return (
            slot == "compound" and alone and number is not None and self.discourse.drafts[number].type in {"place", "facility"}
        )

    def _all_can_play(self, verb: Token, slots: Sequence[tuple[str, Token]]) -> bool:
        """Whether everything that decides the verb's meaning can take part; an object may stand at a coordinated verb."""
        own = [token for slot, token in slots if slot in {"subject", "object", "with"}]
        shared = [] if any(slot in {"object", "with"} for slot, _ in slots) else shared_objects(verb)
        return all(self._can_play(token) for token in (*own, *shared))

    def _is_person(self, token: Token) -> bool:
        """Whether a person is named there; what has an article is none, whatever its name looks like ("hosted the Tonys")."""
        if token.pos_ == "PROPN" and any(child.dep_ == "det" for child in token.children):
            return False
        return any(self.discourse.drafts[number].type == "person" for number in self._numbers(token))

    def _can_play(self, token: Token) -> bool:
        """Whether somebody who can be met stands there: a name of a fitting type, a person's pronoun, a noun for people."""
        number = self.discourse.headed_by(self.passage, token)
        if number is not None:
            return self.discourse.drafts[number].type in self._accepted()
        if token.pos_ == "PRON":
            return (has_feature(token, "PronType", "Prs") and token.lower_ != "it") or token.lower_ in {"who", "whom", "each"}
        return lemma(token) in load_ontology().entities["person"].nouns or token.pos_ in {"PROPN", "NUM"}

    def _accepted(self) -> frozenset[str]:
        return frozenset(kind for role in self.event.roles.values() for kind in role.accepts)

    def _arguments(self, found: Sequence[tuple[str | None, Token, float]]) -> tuple[tuple[str, int, float], ...]:
        """The roles that mentions fill, each thing once, where the role accepts its type."""
        best: dict[tuple[str, int], tuple[str, int, float]] = {}
        for role, token, trust in found:
            if role is None:
                continue
            for number in self._numbers(token):
                draft = self.discourse.drafts[number]
                if draft.type in self.event.roles[role].accepts:
                    factor = trust * (0.75 if token.pos_ == "PRON" else 1.0)
                    best.setdefault((role, draft.chain), (role, number, factor))
        return tuple(best.values())

    def _numbers(self, token: Token) -> list[int]:
        number = self.discourse.headed_by(self.passage, token)
        if number is not None:
            return self.discourse.coordinated(self.passage, number)
        return resolve_pronoun(self.discourse, self.passage, token) if token.pos_ in {"PRON", "DET"} else []

    def _draft(
        self,
        trigger: Token,
        kind: Literal["verb", "noun"],
        found: Sequence[tuple[str | None, Token, float]],
        sites: Sequence[Token],
        compounds: Sequence[tuple[str, Token]] = (),
    ) -> Draft | None:
        place = self._place(sites, compounds)
        site = None if place is None else self.discourse.drafts[place].chain
        arguments = tuple(a for a in self._arguments(found) if self.discourse.drafts[a[1]].chain != site)
        pointers = {c.lower_ for c in trigger.children if c.dep_ in {"det", "nmod:poss"}} if kind == "noun" else set()
        if not arguments and not pointers & _DEFINITE and not (kind == "verb" and self._has_people(trigger)) and place is None:
            return None
        time, relation = self._time(sites)
        return Draft(
            type=self.event,
            passage=self.passage,
            trigger=trigger,
            kind=kind,
            arguments=arguments,
            place=place,
            time=time,
            time_relation=relation,
            factuality=judge(trigger),
            definite=bool(pointers & _DEFINITE),
            demonstrative=bool(pointers & _DEMONSTRATIVE),
            has_strangers=any(self._is_stranger(role, token) for role, token, _ in found),
        )

    def _is_stranger(self, role: str | None, token: Token) -> bool:
        """Whether a noun for people takes part that no name is known for, other than the doer ("with their ministers")."""
        if role is None or self.discourse.headed_by(self.passage, token) is not None or token.dep_.startswith("nsubj"):
            return False
        return token.pos_ == "NOUN" and lemma(token) in load_ontology().entities["person"].nouns

    def _has_people(self, verb: Token) -> bool:
        return any(self._can_play(token) for token in subjects(verb) if token.pos_ != "PROPN")

    def _place(self, sites: Sequence[Token], compounds: Sequence[tuple[str, Token]]) -> int | None:
        """The place in the event's own clause: a facility before a town, the nearer before the farther."""
        found: list[int] = []
        for site in sites:
            slots = list(slots_of_verb(site) if is_verb(site) else slots_of_noun(site))
            met = [s for slot, token in slots if slot in self.frame.slots for s in slots_of_noun(token)]
            for slot, token in (*slots, *met):
                number = self.discourse.headed_by(self.passage, token)
                if slot in _LOCATIVE and number is not None and self.discourse.drafts[number].type in {"place", "facility"}:
                    found.append(number)
        found += [
            n
            for s, t in compounds
            if self._is_site(s, t, compounds) and (n := self.discourse.headed_by(self.passage, t)) is not None
        ]
        built = [number for number in found if self.discourse.drafts[number].type == "facility"]
        return next(iter(built or found), None)

    def _time(self, sites: Sequence[Token]) -> tuple[Time | None, TimeRelation | None]:
        """The date in the event's own clause, or the one in front of the clause that it continues."""
        for token in (*near(sites), *fronted(sites), *antecedents(sites)):
            time = self.heads.get((self.passage, token.i))
            relation = _relation(token)
            if time is not None and time.value is not None and relation in {"on", "in", None}:
                return time, relation
        return None, None


def _relation(token: Token) -> TimeRelation | None:
    return _TIME_RELATIONS.get(preposition(token)) or ("on" if token.dep_ in _COMPOUND_DATES else None)
