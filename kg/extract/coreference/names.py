"""Which names of an article are one thing: equal names, variants, acronyms, short forms, surnames. Each join has its reason."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from kg.extract.coreference.persons import NameJoin, PersonLinker
from kg.extract.coreference.shortenings import short_forms
from kg.extract.mentions import Name
from kg.extract.mentions.agreement import misspelt
from kg.facilities import parse_facility
from kg.gazetteer import NationalBody, country_of, national_body, organization, owner_beside
from kg.gazetteer.shortened import is_by_founders
from kg.names import (
    abbreviates,
    compare_names,
    core_words,
    initials,
    is_surname,
    key,
)

_LETTERS = re.compile(r"[A-Z]{3,6}")


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


class _Linker(PersonLinker):
    """The chains while they grow."""

    def __init__(self, text: str, names: Sequence[Name], metonyms: AbstractSet[int], alone: AbstractSet[int]) -> None:
        super().__init__(text, names)
        self.metonyms = metonyms
        self.things = [i for i, name in enumerate(names) if name.type != "person" and self.words[i] and i not in alone]
        self._owners = self._sole_owners()
        self._surfaces = {self.texts[i] for i in self.things if names[i].type == "organization"}

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


def _can_be_short_for(short: str, long: str) -> bool:
    """Whether a name of one type may be short for one of another: built things are often typed as places or bodies."""
    return short == long or (long == "facility" and short in {"place", "organization"})
