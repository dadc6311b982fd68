"""Which names of an article are one thing: equal names, variants, acronyms, short forms, surnames. Each join has its reason."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from kg.disjoint import DisjointSets
from kg.extract.coreference.lexicon import given_name_gender, title_gender
from kg.extract.coreference.shortenings import short_forms
from kg.extract.mentions import Name
from kg.extract.mentions.agreement import misspelt
from kg.facilities import parse_facility
from kg.gazetteer import NationalBody, country_of, national_body, organization, owner_beside
from kg.gazetteer.shortened import is_by_founders
from kg.names import (
    abbreviates,
    compare_names,
    compare_persons,
    core_words,
    full_given_names,
    initials,
    is_slip,
    is_surname,
    key,
    surname,
    words,
)

_SLIPS = 1
"""Times that a surname can be misspelled in one way: more often it is another person's."""
_LONG_GIVEN_NAME, _SAME_BEGINNING = 6, 4
"""Letters from which on what is no given name may be one misspelt, before the same surname ("Donand Lee"); of these, equal."""
_LETTERS = re.compile(r"[A-Z]{3,6}")
_KIN = re.compile(
    r"\b(?:wife|husband|son|daughter|brother|sister|mother|father|widow|cousin|nephew|niece|uncle|aunt|first lady),?\s+$", re.I
)
_KIN_REACH = 14
"""Characters before a name that can hold whose kin it is."""
_TITLE_REACH = 12
"""Characters before a name that can hold a title."""


class NameJoin(NamedTuple):
    """Two names (by their numbers, in the order of the text) that are one thing, and why."""

    left: int
    right: int
    rule: str
    score: float
    reason: str


class NameLinks(NamedTuple):
    """A chain number for every name (equal numbers are one thing), and the joins that made it so."""

    chains: list[int]
    joins: list[NameJoin]


def link_names(
    text: str, names: Sequence[Name], metonyms: AbstractSet[int] = frozenset(), alone: AbstractSet[int] = frozenset()
) -> NameLinks:
    """The names of an article in chains.

    Full names come first; a surname joins the full name that it fits. Where two fit, it joins neither.

    Args:
        text: the article's text.
        names: its names, in the order of the text.
        metonyms: numbers of the capitals' names that stand for governments: never one with the city.
        alone: numbers of names that refer to nothing by themselves ("a Dutch firm"): they join nothing.
    """
    linker = _Linker(text, names, metonyms, alone)
    linker.join_equal()
    linker.join_full_persons()
    linker.join_introduced_acronyms()
    linker.join_acronyms()
    linker.join_short_forms()
    linker.join_misspelt()
    linker.join_surnames()
    return NameLinks([linker.sets.find(i) for i in range(len(names))], linker.joins)


class _Linker:
    """The chains while they grow."""

    def __init__(self, text: str, names: Sequence[Name], metonyms: AbstractSet[int], alone: AbstractSet[int]) -> None:
        self.text, self.names, self.metonyms = text, names, metonyms
        self.texts = [text[name.span.start : name.span.end] for name in names]
        self.words = [words(surface) for surface in self.texts]
        self.sets = DisjointSets()
        self.joins: list[NameJoin] = []
        self.persons = [i for i, name in enumerate(names) if name.type == "person" and self.words[i]]
        self.things = [i for i, name in enumerate(names) if name.type != "person" and self.words[i] and i not in alone]
        self._owners = self._sole_owners()
        self._surfaces = {self.texts[i] for i in self.things if names[i].type == "organization"}

    def join(self, one: int, other: int, rule: str, score: float, reason: str) -> None:
        """Make two names one, if they are not yet."""
        if self.sets.find(one) != self.sets.find(other):
            self.sets.union(one, other)
            left, right = sorted((one, other))
            shown = reason.format(
                left=f"“{self.texts[left]}”",
                right=f"“{self.texts[right]}”",
                one=f"“{self.texts[one]}”",
                other=f"“{self.texts[other]}”",
            )
            self.joins.append(NameJoin(left, right, rule, score, shown))

    # ---- equal names -------------------------------------------------------------------------------------------

    def join_equal(self) -> None:
        """Names that share a key: their words, a facility's own words and kind, a country, an organization."""
        last: dict[tuple[str, ...], int] = {}
        full = [i for i in self.persons if not is_surname(self.texts[i])]
        for i in sorted([*self.things, *full]):
            for known, reason in self._keys(i):
                if known in last:
                    self.join(last[known], i, known[0], 1.0 if known[0] == "name" else 0.9, reason)
                last[known] = i

    def _keys(self, i: int) -> Iterator[tuple[tuple[str, ...], str]]:
        """(rule and what is shared, the reason in words)."""
        kind, surface = self.names[i].type, self.texts[i]
        if i in self.metonyms:
            yield ("name", "metonym", key(surface)), "{left} and {right} are the same name, both for who governs there"
            return
        if kind == "organization" and (body := national_body(surface)) is not None and (owner := self._owner(i, body)):
            yield ("body", owner, *body.own), "{left} and {right} are one body of one country"
            return
        sort = kind if kind in {"person", "group"} else "thing"
        yield ("name", sort, key(surface)), "{left} and {right} are the same name"
        if kind == "place" and (country := country_of(surface)):
            yield ("country", country.id), f"{{left}} and {{right}} both name the country {country.name}"
        if kind == "organization":
            yield ("name", "organization", *core_words(surface)), "{left} and {right} are the same name but for the legal form"
            one = next(
                (surface.removesuffix(end) for end in ("s", "es") if surface.removesuffix(end) in self._surfaces), surface
            )
            if one != surface:
                yield ("name", "organization", *core_words(one)), "{left} and {right} are the same name, once of several"
            if full := organization(surface):
                yield ("organization", full), f"{{left}} and {{right}} both name the {full}"
        facility = parse_facility(surface) if kind in {"facility", "place"} else None
        if facility and facility.own:
            yield ("facility", facility.kind, *facility.own), f"{{left}} and {{right}} name one {facility.kind}"

    def _owner(self, i: int, body: NationalBody) -> str:
        """The code of the country that a body is of: the one it is named with, else the one that the article names it with."""
        span = self.names[i].span
        return body.country or owner_beside(self.text, span.start, span.end) or self._owners.get(body.own, "")

    def _sole_owners(self) -> dict[tuple[str, ...], str]:
        """The words of bodies that the article names with one country alone -> its code."""
        found: dict[tuple[str, ...], set[str]] = defaultdict(set)
        others: set[tuple[str, ...]] = set()
        for i in self.things:
            if self.names[i].type != "organization":
                continue
            if (body := national_body(self.texts[i])) is not None:
                span = self.names[i].span
                found[body.own].add(body.country or owner_beside(self.text, span.start, span.end))
            elif (rest := national_body(" ".join(self.words[i][1:]))) is not None:
                others.add(rest.own)  # "Zorvan Congress" may be meant, too
        return {own: next(iter(o - {""})) for own, o in found.items() if len(o - {""}) == 1 and own not in others}

    # ---- persons -----------------------------------------------------------------------------------------------

    def join_full_persons(self) -> None:
        """Variants of full names ("V. Putin", "Vladimir Vladimirovich Putin"), compared where they share a word."""
        distinct = {key(self.texts[i]): i for i in reversed(self.persons) if not is_surname(self.texts[i])}
        sharing: Mapping[str, list[int]] = defaultdict(list)
        for number in sorted(distinct.values()):
            for word in sorted({self.words[number][0], self.words[number][-1]}):
                for other in sharing[word]:
                    if compare_persons(self.texts[number], self.texts[other]) in {"equal", "variant"}:
                        self.join(
                            other,
                            number,
                            "variant",
                            0.9,
                            "{left} and {right} are one full name, one of them longer or with initials",
                        )
                    elif _is_misspelt(self.words[number], self.words[other]):
                        self.join(other, number, "spelling", 0.8, "{left} and {right} differ by one letter")
                sharing[word].append(number)

    def join_surnames(self) -> None:
        """A name of one word joins the full name that it fits.

        That is the only one before it, the only one of the article, or where two fit, the one that has been called so before
        the second appeared.
        """
        full: Mapping[tuple[str, ...], dict[int, int]] = defaultdict(dict)
        for i in self.persons:
            if not is_surname(self.texts[i]):
                for called in {self.words[i][:1], self.words[i][-1:], surname(self.texts[i])}:
                    full[called].setdefault(self.sets.find(i), i)
        for i in [i for i in self.persons if is_surname(self.texts[i]) and self.words[i] not in full]:
            for other in self._called_otherwise(i, full):
                full[self.words[i]].setdefault(self.sets.find(other), other)
        genders = self._genders_of_surnames()
        called_before: dict[tuple[str, ...], tuple[int, int]] = {}
        apart: set[tuple[str, ...]] = set()
        for i in self.persons:
            if not is_surname(self.texts[i]):
                continue
            parts = self.words[i]
            known_fully = full.get(parts) or full.get(parts[-1:]) or {}
            fitting = [other for other in known_fully.values() if self._genders_agree(i, other)]
            before = [other for other in fitting if other < i]
            kin = [other for other in known_fully.values() if other > i and self._is_anothers(other, genders[parts])]
            fitting = [other for other in fitting if other not in kin]
            known, gender = called_before.get(parts, (None, 0))
            titled = self._gender(i)
            if known is not None and titled and gender and titled != gender:
                known = None
            chains = {self.sets.find(other) for other in before or fitting}
            goes_on = known is not None and parts in apart and self.sets.find(known) not in chains and titled in {0, gender}
            if len(chains) == 1 and not goes_on:
                chosen = max(before) if before else min(fitting)
                self.join(
                    chosen,
                    i,
                    "surname",
                    0.9,
                    f"{{other}} is part of the full name {{one}}, the only one {'before it' if before else 'of the article'}",
                )
            elif known is not None:
                self.join(known, i, "surname", 0.75, "{other} goes on meaning who was called so before")
                chosen = known
            else:
                chosen = i
            if kin:
                apart.add(parts)
            called_before[parts] = (i, titled or (gender if chosen == known else self._gender(chosen)))

    def _genders_of_surnames(self) -> Mapping[tuple[str, ...], set[int]]:
        """The words of surnames -> the genders that titles before them say ("Mr. Obama")."""
        found: Mapping[tuple[str, ...], set[int]] = defaultdict(set)
        for i in self.persons:
            if is_surname(self.texts[i]):
                found[self.words[i]].add(self._gender(i))
        return found

    def _is_anothers(self, full: int, genders: AbstractSet[int]) -> bool:
        """Whether a full name is of kin, or of the other sex, of who was called by the surname before ("his wife, Ann Lee")."""
        before = self.text[max(0, self.names[full].span.start - _KIN_REACH) : self.names[full].span.start]
        gender = self._gender(full)
        return _KIN.search(before) is not None or bool(gender and genders - {0, gender})

    def _called_otherwise(self, i: int, full: Mapping[tuple[str, ...], Mapping[int, int]]) -> list[int]:
        """The full names that a single word is a short given name of ("Larry"), else a misspelling of their surnames."""
        word = self.words[i][-1]
        short = {other for given in full_given_names(word) for other in full.get((given,), {}).values()}
        short = {other for other in short if self.words[other][0] in full_given_names(word)}
        if short or self.words.count(self.words[i]) > _SLIPS:
            return sorted(short)
        slips = {
            other
            for parts, chains in full.items()
            if is_slip(word, parts[-1])
            for other in chains.values()
            if self.words[other][-1] == parts[-1]
        }
        return sorted(slips)

    def _genders_agree(self, one: int, other: int) -> bool:
        genders = {self._gender(one), self._gender(other)} - {0}
        return len(genders) < 2

    def _gender(self, i: int) -> int:
        start = self.names[i].span.start
        titled = title_gender(self.text[max(0, start - _TITLE_REACH) : start])
        return titled or (given_name_gender(self.words[i][0]) if len(self.words[i]) > 1 else 0)

    # ---- acronyms ----------------------------------------------------------------------------------------------

    def join_introduced_acronyms(self) -> None:
        """A name and its acronym in brackets behind it, or the other way round."""
        things = set(self.things)
        for i in range(len(self.names) - 1):
            left, right = self.names[i], self.names[i + 1]
            between = self.text[left.span.end : right.span.start]
            closes = self.text[right.span.end : right.span.end + 1] == ")"
            if closes and between.strip() == "(" and i in things and i + 1 in things:
                short, long = sorted((i, i + 1), key=lambda n: len(self.texts[n]))
                if abbreviates(self.texts[short], self.texts[long]) or self._is_foreign_acronym(short, long):
                    self.join(
                        i,
                        i + 1,
                        "acronym",
                        0.95,
                        "{right} in brackets behind {left} abbreviates it"
                        if long == i
                        else "{right} in brackets spells {left} out",
                    )

    def _is_foreign_acronym(self, short: int, long: int) -> bool:
        """Whether capitals in brackets behind a body's name are its letters in another language."""
        bodies = self.names[short].type == self.names[long].type == "organization"
        letters = _LETTERS.fullmatch(self.texts[short]) is not None and organization(self.texts[short]) is None
        return bodies and letters and short > long and len(self.words[long]) > 1

    def join_acronyms(self) -> None:
        """Capitals that are the initials of another name."""
        long: dict[str, int] = {}
        for i in self.things:
            if len(self.words[i]) > 1:
                for letters in (initials(self.texts[i]), "".join(word[0] for word in self.words[i])):
                    long.setdefault(letters, i)
        for i in self.things:
            letters = "".join(self.words[i])
            found = long.get(letters)
            if (
                found is not None
                and self.names[i].type != "group"
                and compare_names(self.texts[i], self.texts[found]) == "acronym"
            ):
                self.join(found, i, "acronym", 0.85, "{other} is made of the initials of {one}")

    # ---- short forms -------------------------------------------------------------------------------------------

    def join_short_forms(self) -> None:
        """A name cut short, as "Congress" for "US Congress", joins the only name of the article that it can be short for."""
        longs: Mapping[tuple[str, ...], dict[tuple[int, str], int]] = defaultdict(dict)
        for i in self.things:
            if i not in self.metonyms:
                for short in short_forms(self.texts[i], self.names[i].type):
                    longs[short].setdefault((self.sets.find(i), self.names[i].type), i)
        first = {parts: i for i in reversed(self.things) if (parts := self.words[i])}
        for i in self.things:
            if (body := national_body(self.texts[i])) is not None and self._owner(i, body):
                continue  # its country says which it is
            fitting = [
                other
                for (_, kind), other in (longs.get(self.words[i]) or longs.get(self._singular(i)) or {}).items()
                if _can_be_short_for(self.names[i].type, kind)
            ]
            before = [other for other in fitting if other < i]
            if any(self.words[i] == self.words[other][:1] and is_by_founders(self.texts[other]) for other in fitting):
                fitting = before = [other for other in before if other < first[self.words[i]]]  # else it is a part's name
            if not before:  # a town's name goes before that of what was built there
                fitting = [other for other in fitting if self.names[other].type != "facility"]
            if fitting and i not in self.metonyms and len({self.sets.find(other) for other in before or fitting}) == 1:
                chosen = max(before) if before else min(fitting)
                self.join(chosen, i, "short form", 0.8, "{other} is a short form of {one}, and of no other name here")

    def _singular(self, i: int) -> tuple[str, ...]:
        """The words of a product's name of which there are several ("Dreamliners"); else the words as they are."""
        *front, last = self.words[i]
        return (*front, last.removesuffix("s")) if self.names[i].type == "product" else self.words[i]

    def join_misspelt(self) -> None:
        """A name of one word that stands once joins the one that stands often and differs by a letter."""
        things = [self.names[i] for i in self.things]
        first = {self.texts[i]: i for i in reversed(self.things)}
        for rare, usual in misspelt(self.text, things).items():
            if self.names[first[rare]].type == self.names[first[usual]].type:
                self.join(first[usual], first[rare], "spelling", 0.8, "{left} and {right} differ by one letter")


def _is_misspelt(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two full names differ in one long word by one letter."""
    unequal = [(a, b) for a, b in zip(left, right, strict=False) if a != b]
    if len(left) != len(right) or len(unequal) != 1:
        return False
    one, other = unequal[0]
    given = left[-1] == right[-1] and one[-1] == other[-1] and sum(given_name_gender(word) == 0 for word in (one, other)) == 1
    alike = one[:_SAME_BEGINNING] == other[:_SAME_BEGINNING]
    return is_slip(one, other) or (given and alike and is_slip(one, other, _LONG_GIVEN_NAME))


def _can_be_short_for(short: str, long: str) -> bool:
    """Whether a name of one type may be short for one of another: built things are often typed as places or bodies."""
    return short == long or (long == "facility" and short in {"place", "organization"})
