"""Clues for and against two profiles being one entity: each a function (left, right) -> score and reason, or None.

Scores lie in -1..1. ``-1`` forbids the merge, whatever else speaks for it. FEATURES is the list that resolution goes through.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kg.facilities import parse_facility
from kg.names import Likeness, compare_names, compare_persons, words
from kg.resolve.profiles import Profile


class Clue(NamedTuple):
    """How strongly something speaks for (or, below zero, against) one entity, and why, in words."""

    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Feature:
    """A clue's name and the function that looks for it; symmetric in its arguments."""

    name: str
    look: Callable[[Profile, Profile], Clue | None]


def compare_person_names(left: Profile, right: Profile) -> Clue | None:
    """Full names that are variants of each other; different given names forbid."""
    if left.sort != "person" or right.sort != "person":
        return None
    likeness = dict(sorted(_likenesses(_telling(left), _telling(right), compare_persons)))
    for kind, score in (("equal", 1.0), ("variant", 0.85), ("surname", 0.4)):
        if kind in likeness and not (kind == "surname" and "conflict" in likeness):
            return Clue(score, f"{likeness[kind]}: {kind}")
    return Clue(-1.0, f"{likeness['conflict']}: different names") if "conflict" in likeness else None


def compare_thing_names(left: Profile, right: Profile) -> Clue | None:
    """Equal names but for legal forms, or one the other's acronym."""
    if "person" in {left.sort, right.sort}:
        return None
    likeness = dict(sorted(_likenesses(left.names, right.names, compare_names)))
    for kind, score in (("equal", 1.0), ("acronym", 0.75)):
        if kind in likeness:
            return Clue(score, f"{likeness[kind]}: {kind}")
    return None


def compare_facilities(left: Profile, right: Profile) -> Clue | None:
    """One own name and one kind ("Vostochny Cosmodrome", "Vostochny Spaceport"); two kinds forbid."""
    if left.sort != "thing" or right.sort != "thing":
        return None
    a, b = ({f for name in p.names if (f := parse_facility(name)) and f.own} for p in (left, right))
    if common := sorted(f"{' '.join(f.own)} ({f.kind})" for f in a & b):
        return Clue(0.9, f"both name the {common[0]}")
    if {f.own for f in a} & {f.own for f in b}:
        return Clue(-1.0, "one place's name, two kinds of building")
    return None


def compare_company(left: Profile, right: Profile) -> Clue | None:
    """Names that stand beside both: what carries a bare surname over from one article to another."""
    common = sorted(left.company & right.company)
    if not common:
        return None
    shown = ", ".join(common[:3])
    return Clue(min(0.5, 0.2 + 0.1 * len(common)), f"both stand beside {shown}")


def _likenesses(
    left: Iterable[str], right: Iterable[str], compare: Callable[[str, str], Likeness | None]
) -> Iterator[tuple[Likeness, str]]:
    """Each kind of likeness between the names of two profiles, with the pairs that show it."""
    for a in left:
        for b in right:
            if (likeness := compare(a, b)) and (
                likeness != "conflict" or min(len(words(a)), len(words(b))) > 1 or _both_single(a, b)
            ):
                yield likeness, " / ".join(f"“{name}”" for name in sorted((a, b)))


def _telling(person: Profile) -> list[str]:
    """A person's names of several words; the single words only where there are no others: namesakes share them."""
    return [name for name in person.names if len(words(name)) > 1] or list(person.names)


def _both_single(left: str, right: str) -> bool:
    return len(words(left)) == len(words(right)) == 1


FEATURES: tuple[Feature, ...] = (
    Feature("person names", compare_person_names),
    Feature("names", compare_thing_names),
    Feature("facility", compare_facilities),
    Feature("company", compare_company),
)
