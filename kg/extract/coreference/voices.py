"""Whom "I" and "we" in a quotation stand for: who speaks, and the organization that who speaks does so for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from kg.extract.coreference.clauses import ROLES
from kg.extract.coreference.clusters import RULE_SCORE, Clusters, Step
from kg.extract.coreference.fits import Fits
from kg.extract.coreference.markables import Markable
from kg.extract.coreference.roles import nouns_beside
from kg.extract.coreference.traits import PRONOUNS, TYPES, Traits
from kg.extract.discourse import Discourse
from kg.extract.syntax import lemma

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_REPRESENTS = frozenset(
    "spokesman spokeswoman spokesperson ceo cfo coo chief executive president chairman chairwoman chair director head manager "
    "officer founder owner vice-president representative".split()
)
"""Who says "we" of the organization."""
_ELSEWHERE = frozenset({"director", "officer", "owner", "head"})
"""Those of them who, where nothing says of what, may be of a film, the police, a dog or a family."""
_TEXTS = frozenset("statement announcement release letter memo filing website".split())
"""What an organization says "we" of itself in."""


_OF_ALL = frozenset(
    "child citizen city community constitution country culture democracy economy future government history kid life military "
    "nation neighbor neighborhood people planet president society soldier state troop world".split()
)
"""What is "ours" to everybody, whoever speaks for whom."""


_SAYS = "{left} says the words in which {right} stands"


class Voices:
    """Whom the first person in quotations stands for."""

    def __init__(self, discourse: Discourse, markables: Sequence[Markable], t: Traits) -> None:
        self.discourse, self.markables, self.t = discourse, markables, t
        self.at = {int(position): n for n, position in enumerate(t.position.tolist()) if t.kind[n] != 3}
        owners = np.flatnonzero((t.role == ROLES.index("possessive")) & (t.kind > 0) & (t.kind < 3))
        self.owners = {int(t.governor[n]): n for n in owners.tolist()}
        self.bodies: dict[int, dict[int, int]] = {}
        self.titled: set[int] = set()
        self.placed: set[int] = set()
        self._find_bodies()
        main = np.flatnonzero((t.main > 0) & (t.kind == 0) & (t.type == TYPES.index("organization")))
        self.main = main.tolist()

    def speaker(self, number: int) -> int | None:
        """The markable of who speaks where a markable stands, None where that is open."""
        return self.at.get(int(self.t.speaker[number])) if self.t.speaker[number] >= 0 else None

    def organization(self, members: Sequence[int], before: int, clusters: Clusters, fits: Fits) -> tuple[int, str] | None:
        """The markable of the organization that a speaker (all of whose markables are given) speaks for, with the reason."""
        bodies: dict[int, int] = {}
        for member in members:
            owner = self.owners.get(int(self.t.position[member])) if member in self.bodies else None
            if owner is not None and fits.kinds[clusters.of[owner]] == "organization":
                bodies[int(self.t.chain[clusters.of[owner]])] = owner
            subject = ROLES[self.t.role[member]] in {"subject", "passive"}
            if subject and self.t.kind[member] == 0 and TYPES[self.t.type[member]] == "organization":
                return member, "{left} speaks, and {right} in its words stands for it"
            bodies |= self.bodies.get(member, {})
        if len(bodies) == 1:
            return next(iter(bodies.values())), "{right} is said by one who speaks for {left}"
        known = [n for n in self.main if n < before]
        if known and not bodies and self.titled.intersection(members) and not self.placed.intersection(members):
            return known[-1], "{right} is said by one who holds office in {left}, which the article is about"
        return None

    def is_all_of_us(self, number: int) -> bool:
        """Whether "our" owns what everybody has ("our nation")."""
        owned = self.at.get(int(self.t.governor[number])) if ROLES[self.t.role[number]] == "possessive" else None
        return owned is not None and self.t.nouns[owned] in _OF_ALL

    def _find_bodies(self) -> None:
        """Who speaks for which organization, by what is said beside the names and in the nominals."""
        first = {int(self.t.chain[n]): n for n in reversed(np.flatnonzero(self.t.kind == 0).tolist())}
        for n, m in enumerate(self.markables):
            if m.members or m.kind == "pronoun" or (m.kind == "name" and TYPES[self.t.type[n]] != "person"):
                continue
            for noun in (m.head,) if m.kind == "nominal" else tuple(nouns_beside(m.head)):
                if lemma(noun) in _REPRESENTS or (lemma(noun) in _TEXTS and m.kind == "nominal"):
                    known = self.bodies.setdefault(n, {})
                    known |= {chain: first[chain] for chain in self._bodies(m.passage, noun) if chain in first}
                    if lemma(noun) in _REPRESENTS and not self._is_bare(m.passage, noun):
                        self.placed.add(n)
                    elif lemma(noun) in _REPRESENTS - _ELSEWHERE:
                        self.titled.add(n)

    def _bodies(self, passage: int, noun: Token) -> list[int]:
        """Chains of the organizations that a noun for an office or a text says it is of."""
        nodes = [noun, *(c for c in noun.children if c.dep_ == "conj")]
        if noun.dep_ in {"nmod:desc", "flat", "compound", "conj"}:
            nodes.append(noun.head)
        chains: list[int] = []
        for child in (child for node in nodes for child in node.children):
            number = self.discourse.number_of(passage, child)
            if number is None or child.dep_ not in {"compound", "nmod", "nmod:poss", "nmod:desc", "nmod:unmarked"}:
                continue
            chain = self.discourse.drafts[number].chain
            if self.discourse.type_of(chain) == "organization" and chain not in chains:
                chains.append(chain)
        return chains

    def _is_bare(self, passage: int, noun: Token) -> bool:
        """Whether nothing says of what somebody is chief or spokesman ("the Russian president")."""
        named = {child.dep_ for child in noun.children if child.pos_ == "PROPN" and child.i < noun.i}
        said = {child.dep_ for child in noun.children}
        people = any(child.dep_ == "amod" and self.discourse.number_of(passage, child) is not None for child in noun.children)
        return not (people or said & {"nmod", "nmod:poss", "conj"} or named & {"compound", "nmod:desc"})


def give_voice(clusters: Clusters, voices: Voices, fits: Fits, speakers: Mapping[int, int]) -> None:
    """Put "I" to who speaks where it stands, "we" to the organization that speaks, or that who speaks does so for."""
    t = voices.t
    groups = clusters.groups()
    for number in np.flatnonzero(t.speaker >= 0).tolist():
        pronoun = PRONOUNS[t.pronoun[number]]
        if pronoun not in {"i", "we"} or (clusters.steps.get(number) and clusters.steps[number].rule == "speaker"):
            continue
        speaker = voices.speaker(number)
        while speaker is not None and speaker in speakers:
            speaker = speakers[speaker]
        if speaker is None or clusters.of[speaker] == clusters.of[number]:
            continue
        found: tuple[int, str] | None = None
        if pronoun == "we" and not voices.is_all_of_us(number):
            found = voices.organization(groups[clusters.of[speaker]], speaker, clusters, fits)
            if found is None and t.kind[speaker] == 1 and t.number[speaker] == 2 and TYPES[t.type[speaker]] == "person":
                found = speaker, _SAYS
        elif pronoun == "i" and _is_person(t, fits, clusters, speaker):
            found = speaker, _SAYS
        if found is not None and (members := _movable(t, groups[clusters.of[number]], number)):
            home = clusters.of[found[0]]
            for member in members:
                clusters.of[member] = home
            clusters.followers.setdefault(found[0], []).extend(members)
            groups[home] = sorted({*groups[home], *members})
            clusters.steps[number] = Step(found[0], number, "speaker", RULE_SCORE, found[1])


def _is_person(t: Traits, fits: Fits, clusters: Clusters, speaker: int) -> bool:
    """Whether a speaker is one person, and known as more than a pronoun."""
    kind = fits.kinds[clusters.of[speaker]] or TYPES[t.type[speaker]]
    return kind == "person" and t.number[speaker] != 2 and (t.kind[speaker] != 2 or fits.is_named(clusters.of[speaker]))


def _movable(t: Traits, group: Sequence[int], number: int) -> list[int]:
    """What goes with a first person that is put elsewhere: itself if nothing else rests on it, or all of its like."""
    if all(t.pronoun[n] == t.pronoun[number] and t.speaker[n] in {-1, t.speaker[number]} for n in group):
        return list(group)
    return []
