"""Which names of persons in an article are one: variants of full names, surnames and given names alone."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from kg.disjoint import DisjointSets
from kg.extract.coreference.lexicon import given_name_gender, title_gender
from kg.extract.mentions import Name
from kg.names import compare_persons, full_given_names, is_slip, is_surname, key, surname, words

_SLIPS = 1
"""Times that a surname can be misspelled in one way: more often it is another person's."""
_LONG_GIVEN_NAME, _SAME_BEGINNING = 6, 4
"""Letters from which on what is no given name may be one misspelt, before the same surname ("Donand Lee"); of these, equal."""
_KIN = re.compile(
    r"\b(?:wife|husband|son|daughter|brother|sister|mother|father|widow|cousin|nephew|niece|uncle|aunt|first lady),?\s+$", re.I
)
_OPENS = re.compile(r"[\"“](?!(?:The|A|An) )[A-Z][a-z]+ $")
_CLOSES = frozenset('"”')
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


class _Line(NamedTuple):
    """Who is called by a surname: its last mention, the gender that is known, and whether a full name is somebody else's."""

    last: int
    gender: int
    apart: bool


class PersonLinker:
    """The chains of names while they grow, and what joins those of persons.

    Attributes:
        persons: numbers of the names of persons.
    """

    def __init__(self, text: str, names: Sequence[Name]) -> None:
        self.text, self.names = text, names
        self.texts = [name.span.text_in(text) for name in names]
        self.words = [words(surface) for surface in self.texts]
        self.sets = DisjointSets()
        self.joins: list[NameJoin] = []
        self.persons = [i for i, name in enumerate(names) if name.type == "person" and self.words[i]]

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
        the second appeared; before all of them, the one that the article names first and most.
        """
        full = self._full_names()
        genders = self._genders_of_surnames()
        lines: dict[tuple[str, ...], _Line] = {}
        for i in self.persons:
            if not is_surname(self.texts[i]) or self._ends_title(i):
                continue
            parts, titled = self.words[i], self._gender(i)
            known = list((full.get(parts) or full.get(parts[-1:]) or {}).values())
            kin = [other for other in known if other > i and self._is_anothers(other, genders[parts])]
            line = lines.get(parts)
            apart = bool(kin) or (line is not None and line.apart)
            if line is not None and titled and line.gender and titled != line.gender:
                line = None
            fitting = [other for other in known if other not in kin and self._genders_agree(i, other)]
            chosen = self._join_surname(i, fitting, line)
            goes_on = line is not None and chosen == line.last
            gender = line.gender if line is not None and goes_on else self._gender(chosen)
            lines[parts] = _Line(i, titled or gender, apart)

    def _join_surname(self, i: int, fitting: Sequence[int], line: _Line | None) -> int:
        """Join a surname to one of the full names that it fits, or to who was called so before; the one chosen, else itself."""
        before, which = [other for other in fitting if other < i], "of the article"
        if before:
            fitting, which = before, "before it"
        elif line is None and len({self.sets.find(other) for other in fitting}) > 1:
            fitting, which = self._foremost(fitting), "of those that is named first and most"
        chains = {self.sets.find(other) for other in fitting}
        elsewhere = line is not None and line.apart and self.sets.find(line.last) not in chains
        goes_on = elsewhere and line is not None and self._gender(i) in {0, line.gender}
        if len(chains) == 1 and not goes_on:
            chosen = max(before) if before else min(fitting)
            self.join(chosen, i, "surname", 0.9, f"{{other}} is part of the full name {{one}}, the only one {which}")
            return chosen
        if line is None:
            return i
        self.join(line.last, i, "surname", 0.75, "{other} goes on meaning who was called so before")
        return line.last

    def _full_names(self) -> Mapping[tuple[str, ...], dict[int, int]]:
        """What somebody can be called for short -> chain -> the first full name in it."""
        full: Mapping[tuple[str, ...], dict[int, int]] = defaultdict(dict)
        for i in self.persons:
            if not is_surname(self.texts[i]):
                for called in {self.words[i][:1], self.words[i][-1:], surname(self.texts[i])}:
                    full[called].setdefault(self.sets.find(i), i)
        for i in [i for i in self.persons if is_surname(self.texts[i]) and self.words[i] not in full]:
            for other in self._called_otherwise(i, full):
                full[self.words[i]].setdefault(self.sets.find(other), other)
        return full

    def _foremost(self, full: Sequence[int]) -> Sequence[int]:
        """Of full names to come the one that comes first and most often, as a headline means it; all where those are two."""
        times = Counter(self.sets.find(i) for i in self.persons if not is_surname(self.texts[i]))
        counts = {self.sets.find(other): times[self.sets.find(other)] for other in full}
        first = self.sets.find(min(full)) if full else -1
        foremost = all(counts[first] > often for chain, often in counts.items() if chain != first)
        return [other for other in full if self.sets.find(other) == first] if foremost else full

    def _ends_title(self, i: int) -> bool:
        """Whether a name is the end of the title of something, as in "Morning Joe"."""
        span = self.names[i].span
        return _OPENS.search(self.text, max(0, span.start - _TITLE_REACH), span.start) is not None and (
            self.text[span.end : span.end + 1] in _CLOSES
        )

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


def _is_misspelt(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two full names differ in one long word by one letter."""
    unequal = [(a, b) for a, b in zip(left, right, strict=False) if a != b]
    if len(left) != len(right) or len(unequal) != 1:
        return False
    one, other = unequal[0]
    given = left[-1] == right[-1] and one[-1] == other[-1] and sum(given_name_gender(word) == 0 for word in (one, other)) == 1
    alike = one[:_SAME_BEGINNING] == other[:_SAME_BEGINNING]
    return is_slip(one, other) or (given and alike and is_slip(one, other, _LONG_GIVEN_NAME))
