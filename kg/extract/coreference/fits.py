"""Whether a markable can belong to a group at all: number, gender, person, kind, country, the subject or owner beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from kg.extract.coreference.clauses import LINKS, ROLES
from kg.extract.coreference.lexicon import can_be, fine_type, is_anybody, is_collective, is_part
from kg.extract.coreference.traits import CASES, DETERMINERS, KINDS, NUMBERS, PRONOUNS, TYPES, Traits

_SEXES = frozenset({1, 2})
_NEAREST = frozenset({"he", "she"})
_NEVER = {
    "organization": frozenset({"government", "administration", "regime"}),
    "place": frozenset({"world", "globe", "planet", "earth"}),
}
"""Nouns that stand for nothing of a type but for what the article calls so."""
_THINGS = frozenset({"organization", "place", "facility", "product", "event"})


class Fits:
    """What a group is known to be, and whether a markable can belong to it."""

    def __init__(
        self, traits: Traits, kinds: Sequence[str], rivals: Mapping[int, frozenset[int]] = MappingProxyType({})
    ) -> None:
        self.traits, self.kinds, self.rivals = traits, kinds, rivals
        self.first: list[int] = traits.first.tolist()
        self.last: list[int] = traits.last.tolist()
        self.position: list[int] = traits.position.tolist()
        self.subjects: dict[int, list[int]] = defaultdict(list)
        self.owners: dict[int, list[int]] = defaultdict(list)
        self.objects: dict[int, list[int]] = defaultdict(list)
        for number, (role, governor) in enumerate(zip(traits.role.tolist(), traits.governor.tolist(), strict=True)):
            if ROLES[role] in {"subject", "passive"}:
                self.subjects[governor].append(number)
            elif ROLES[role] == "possessive":
                self.owners[governor].append(number)
            elif ROLES[role] == "object":
                self.objects[governor].append(number)
        self.words_by: dict[int, list[int]] = defaultdict(list)
        for number, position in enumerate(traits.speaker.tolist()):
            if position >= 0:
                self.words_by[position].append(number)
        self.at = {position: n for n, position in enumerate(self.position) if traits.kind[n] != KINDS.index("coordination")}
        self.with_word: dict[int, list[int]] = defaultdict(list)
        for number, name in enumerate(traits.name_words):
            for word in name:
                self.with_word[word].append(number)
        self.genders: dict[int, int] = {}
        self.words_of: dict[int, set[int]] = defaultdict(set)
        self.spelled: dict[int, set[str]] = defaultdict(set)
        for chain, numbers, spelled in zip(traits.chain.tolist(), traits.name_words, traits.words, strict=True):
            if numbers:
                self.words_of[chain] |= numbers
                self.spelled[chain] |= spelled

    def is_named(self, group: int) -> bool:
        """Whether a name is in a group."""
        return bool(self.kinds[group])

    def goes_by_best(self, anaphor: int) -> bool:
        """Whether the likeliest mention of a group alone speaks for it: what is named often need not be who "he" is here."""
        return PRONOUNS[self.traits.pronoun[anaphor]] in _NEAREST

    def are_owned_alike(self, one: int, other: int, of: Sequence[int]) -> bool:
        """Whether two nouns are not the same thing's of two owners ("her lawyer", "his lawyer").

        Args:
            one: a markable.
            other: another.
            of: the group of each markable.
        """
        t = self.traits
        if t.kind[one] != 1 or t.kind[other] != 1:
            return True
        owners = [self.owners.get(self.position[n], [])[:1] for n in (one, other)]
        groups = [of[n] for found in owners for n in found]
        if len(groups) < len(owners) or groups[0] == groups[1]:
            return True
        sexes = {self.genders.get(group, int(t.gender[group])) for group in groups}
        return sexes != _SEXES and not all(self.is_named(group) for group in groups)

    def is_last_person(self, anaphor: int, group: int, of: Sequence[int]) -> bool:
        """Whether "the man" has nobody else, named or not, between it and the one named whom it is put to.

        Args:
            anaphor: a markable.
            group: the group that it is to go to.
            of: the group of each markable.
        """
        t = self.traits
        if not is_anybody(t.nouns[anaphor]) or not self.is_named(group) or t.chain[anaphor] >= 0:
            return True
        people = (n for n in range(anaphor - 1, -1, -1) if TYPES[t.type[n]] == "person" and t.kind[n] < 2 and t.number[n] != 2)
        return of[next((n for n in people if not self.are_nested(n, anaphor)), group)] == group

    def are_nested(self, one: int, other: int) -> bool:
        """Whether one stands inside the other."""
        first, last, position = self.first, self.last, self.position
        return first[one] <= position[other] <= last[one] or first[other] <= position[one] <= last[other]

    def beside(self, anaphor: int) -> list[int]:
        """Who cannot be meant because of where it stands.

        The subject of the verb that it is object of ("Kozlov held talks with him"), its owner ("its parent company"), and who
        says the words in which "he" stands or is told of in the words that "he" says.
        """
        t = self.traits
        case, role = CASES[t.case[anaphor]], ROLES[t.role[anaphor]]
        found = list(self.owners.get(self.position[anaphor], ()))
        if case == "object" or (case not in {"possessive", "reflexive"} and role in {"object", "oblique"}):
            found += self.subjects.get(int(t.verb[anaphor]), ()) or self._shared_subjects(anaphor)
        found = [number for number in found if number < anaphor]
        if PRONOUNS[t.pronoun[anaphor]] in {"he", "she"}:
            found += [n for n in self.told_by(anaphor) if PRONOUNS[t.pronoun[n]] not in {"i", "you", "we"}]
            speaker = self.at.get(int(t.speaker[anaphor]))
            found += [] if speaker is None else [speaker]
        return found

    def told_by(self, number: int) -> list[int]:
        """The markables in the words that somebody says, of whom the one that says them is none but "I" and "we"."""
        return self.words_by.get(self.position[number], [])

    def namesakes(self, anaphor: int) -> list[int]:
        """The names before it that a definite noun without more is part of: "the council" is the council named last."""
        t = self.traits
        if DETERMINERS[t.determiner[anaphor]] not in {"the", "this"} or t.words[anaphor]:
            return []
        return [number for number in self.with_word.get(int(t.lemma[anaphor]), ()) if number < anaphor]

    def _shared_subjects(self, anaphor: int) -> list[int]:
        """The subjects that a verb without its own has from the one above ("it looked and handed it over", "by selling it")."""
        t = self.traits
        above, higher = int(t.above[anaphor]), int(t.higher[anaphor])
        if t.clause[anaphor] != t.verb[anaphor]:
            return []
        if LINKS[t.link[anaphor]] == "xcomp" and not self.objects.get(above):  # "she hopes to meet her"
            return self.subjects.get(above) or self.subjects.get(higher, [])
        return self.subjects.get(above, []) if t.borrows[anaphor] else []

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
        if kind and (pronoun in {"i", "you"} or (pronoun == "we" and self.traits.quote[anaphor])):  # told by rule who speaks
            return False
        if pronoun in {"he", "she"} and kind == "person" and NUMBERS[self.traits.number[group]] == "plural":
            return False
        if pronoun in {"he", "she"} and not kind:
            said = TYPES[self.traits.type[group]] or fine_type(self.traits.nouns[group])
            return said in {"", "person", "other"} and not is_collective(self.traits.nouns[group])
        if pronoun in {"he", "she", "i", "you"}:
            return kind not in _THINGS
        return not (pronoun and kind == "person")

    def _nouns_agree(self, anaphor: int, pronoun: str, group: int, kind: str) -> bool:
        """Whether a noun, or what "it" is said to be, can be said of a name."""
        t = self.traits
        chain, countries = int(t.chain[group]), t.countries[anaphor]
        if t.kind[anaphor] == 1 and self._is_new(anaphor):
            return False
        plural = t.kind[anaphor] == 1 and NUMBERS[t.number[anaphor]] == "plural" and t.nouns[anaphor] != "police"
        if (plural and kind != "group") or chain in self.rivals.get(anaphor, ()) or self._names_another(anaphor, kind, chain):
            return False
        in_name = t.lemma[anaphor] in self.words_of.get(chain, ())
        if in_name and t.compounds[anaphor] - self.spelled.get(chain, frozenset()):
            return False
        if countries and not countries & t.origins.get(chain, countries):
            return False
        said = TYPES[t.type[anaphor]] or fine_type(t.nouns[anaphor])
        if t.nouns[anaphor] in t.descriptions.get(chain, frozenset()) and (in_name or said != "abstract" or can_be(said, kind)):
            return True
        if t.proper[anaphor] or is_part(t.nouns[anaphor]) or t.nouns[anaphor] in _NEVER.get(kind, ()):
            return False
        if kind == "person" and is_collective(t.nouns[anaphor]):
            return False
        return not (t.kind[anaphor] == 1 or pronoun == "it") or can_be(said, kind)

    def _is_new(self, anaphor: int) -> bool:
        """Whether a noun speaks of any such thing, or of the reader's ("a company", "your candidate")."""
        owners = self.owners.get(self.position[anaphor], ())
        return DETERMINERS[self.traits.determiner[anaphor]] == "a" or any(
            PRONOUNS[self.traits.pronoun[owner]] == "you" for owner in owners
        )

    def _names_another(self, anaphor: int, kind: str, chain: int) -> bool:
        """Whether a noun has another name before it, whose it is not said to be ("the Norco union", "the Lee government")."""
        inside = (self.at.get(position) for position in range(self.first[anaphor], self.position[anaphor]))
        names = [n for n in inside if n is not None and ROLES[self.traits.role[n]] != "possessive"]
        others = [n for n in names if not self.traits.words[n] <= self.spelled.get(chain, frozenset())]
        return kind == "organization" and any(self.kinds[n] == kind or self.kinds[n] == "person" for n in others)

    def grow(self, anaphor: int, group: int) -> None:
        """Enter what a markable says of its new group."""
        gender = int(self.traits.gender[anaphor])
        if gender in _SEXES:
            self.genders[group] = gender
