"""Whether a markable can belong to a group at all: number, gender, person, kind, country, the subject or owner beside it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.coreference.clauses import ROLES
from kg.extract.coreference.lexicon import can_be, is_part
from kg.extract.coreference.traits import CASES, PRONOUNS, TYPES, Traits

_LEAST, _LEAST_FOR_THEY = 0.4, 0.7
_SEXES = frozenset({1, 2})
_THINGS = frozenset({"organization", "place", "facility", "product", "event"})


class Fits:
    """What a group is known to be, and whether a markable can belong to it."""

    def __init__(self, traits: Traits, kinds: Sequence[str]) -> None:
        self.traits, self.kinds = traits, kinds
        self.first, self.last, self.position = (column.tolist() for column in (traits.first, traits.last, traits.position))
        self.verb, self.governor = traits.verb.tolist(), traits.governor.tolist()
        roles = [ROLES[role] for role in traits.role.tolist()]
        self.is_subject = [role in {"subject", "passive"} for role in roles]
        self.is_owner = [role == "possessive" for role in roles]
        self.genders: dict[int, int] = {}

    def is_named(self, group: int) -> bool:
        """Whether a name is in a group."""
        return bool(self.kinds[group])

    def least(self, anaphor: int, group: int) -> float:
        """The probability that a name's chain needs beside all the others: more for "they" of one organization."""
        they = PRONOUNS[self.traits.pronoun[anaphor]] in {"they", "these"}
        return _LEAST_FOR_THEY if they and self.kinds[group] in _THINGS else _LEAST

    def are_nested(self, one: int, other: int) -> bool:
        """Whether one stands inside the other."""
        inside = self.first[one] <= self.position[other] <= self.last[one]
        return bool(inside or self.first[other] <= self.position[one] <= self.last[other])

    def is_beside(self, anaphor: int, candidate: int) -> bool:
        """Whether the candidate is the subject of the verb that the anaphor is object of ("Kozlov held talks with him")."""
        if not self.is_subject[candidate] or self.verb[anaphor] != self.governor[candidate]:
            return False
        t = self.traits
        case = CASES[t.case[anaphor]]
        if case in {"possessive", "reflexive"}:
            return False
        return case == "object" or ROLES[t.role[anaphor]] in {"object", "oblique"}

    def owns(self, candidate: int, anaphor: int) -> bool:
        """Whether the candidate is the owner of the anaphor ("its parent company")."""
        return self.is_owner[candidate] and bool(self.governor[candidate] == self.position[anaphor])

    def agree(self, anaphor: int, group: int) -> bool:
        """Whether nothing that is known of a group speaks against a markable."""
        t = self.traits
        pronoun, kind = PRONOUNS[t.pronoun[anaphor]], self.kinds[group]
        if not self._persons_agree(anaphor, pronoun, group, kind):
            return False
        gender, known = int(t.gender[anaphor]), self.genders.get(group, int(t.gender[group]))
        if gender in _SEXES and known in _SEXES and gender != known:
            return False
        return not kind or self._nouns_agree(anaphor, pronoun, group, kind)

    def _persons_agree(self, anaphor: int, pronoun: str, group: int, kind: str) -> bool:
        """Whether a pronoun fits the kind of a group, with a name or without."""
        if pronoun in {"i", "we"} and kind and self.traits.quote[anaphor]:  # who speaks there is told by rule
            return False
        if pronoun in {"he", "she"} and not kind:
            return TYPES[self.traits.type[group]] in {"", "person", "other"}
        if pronoun in {"he", "she", "i", "you"}:
            return kind not in _THINGS
        return not (pronoun and kind == "person")

    def _nouns_agree(self, anaphor: int, pronoun: str, group: int, kind: str) -> bool:
        """Whether a noun, or what "it" is said to be, can be said of a name."""
        t = self.traits
        chain, countries = int(t.chain[group]), t.countries[anaphor]
        if countries and not countries & t.origins.get(chain, countries):
            return False
        if t.nouns[anaphor] in t.descriptions.get(chain, frozenset()):
            return True
        if t.proper[anaphor] or is_part(t.nouns[anaphor]):
            return False
        return not (t.kind[anaphor] == 1 or pronoun == "it") or can_be(TYPES[t.type[anaphor]], kind)

    def grow(self, anaphor: int, group: int) -> None:
        """Enter what a markable says of its new group."""
        gender = int(self.traits.gender[anaphor])
        if gender in _SEXES:
            self.genders[group] = gender
