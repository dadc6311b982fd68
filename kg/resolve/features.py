"""Clues for and against two profiles being one entity: each a function (left, right) -> score and reason, or None.

Scores lie in -1..1. ``-1`` forbids the merge, whatever else speaks for it. FEATURES is the list that resolution goes through.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kg.facilities import parse_facility
from kg.names import compare_names, compare_persons, key
from kg.resolve.forms import DIRECTIONS, PERSON, THING, generation, is_short, own_words, telling_words
from kg.resolve.profiles import Profile
from kg.resolve.spelling import differ_by_one, spelled_alike

FORBIDDEN = -1.0
"""Score of a clue that no other outweighs."""


class Clue(NamedTuple):
    """How strongly something speaks for (or, below zero, against) one entity, and why, in words."""

    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Feature:
    """A clue's name and the function that looks for it; symmetric in its arguments."""

    name: str
    look: Callable[[Profile, Profile], Clue | None]


def compare_links(left: Profile, right: Profile) -> Clue | None:
    """One entry of the gazetteer is one thing; two entries are two."""
    if left.link is None or right.link is None or left.sort != right.sort:
        return None
    if left.link.id == right.link.id:
        return Clue(1.0, f"both are {left.link.name} ({left.link.id})")
    shown = " / ".join(sorted(f"{link.name} ({link.id})" for link in (left.link, right.link)))
    return Clue(FORBIDDEN, f"linked to two entries: {shown}")


def compare_officials(left: Profile, right: Profile) -> Clue | None:
    """Known international bodies are one by their canonical name, and two by two."""
    if left.official is None or right.official is None:
        return None
    if left.official == right.official:
        return Clue(1.0, f"both are the {left.official}")
    return Clue(FORBIDDEN, f"two bodies: {' / '.join(sorted((left.official, right.official)))}")


def compare_nations(left: Profile, right: Profile) -> Clue | None:
    """Bodies that every country has ("Foreign Ministry") are two where their articles are about two countries."""
    if not left.nation or not right.nation or left.nation == right.nation:
        return None
    return Clue(FORBIDDEN, f"bodies of two countries: {' / '.join(sorted((left.nation, right.nation)))}")


def compare_teams(left: Profile, right: Profile) -> Clue | None:
    """A team is not the town whose name stands for it."""
    if left.team == right.team or (left if right.team else right).link is None:
        return None
    return Clue(FORBIDDEN, "a team and its town")


def compare_person_names(left: Profile, right: Profile) -> Clue | None:
    """Full names that are variants of each other; different given names forbid."""
    if left.sort != PERSON or right.sort != PERSON:
        return None
    best: Clue | None = None
    together = not left.articles.isdisjoint(right.articles)
    for a, b in _pairs(_telling(left), _telling(right)):
        clue = _compare_generations(a, b, together) or _compare_full_names(a, b)
        if clue is not None and clue.score <= FORBIDDEN:
            return clue
        if clue is not None and (best is None or clue > best):
            best = clue
    return best


def _compare_generations(left: str, right: str, together: bool) -> Clue | None:
    """Father and son: two generations, or one that is told where an article names both."""
    a, b = generation(left), generation(right)
    if a != b and own_words(left) == own_words(right) and ((a and b) or (together and {a, b} & {"jr", "sr"})):
        return Clue(FORBIDDEN, f"{' / '.join(f'“{name}”' for name in sorted((left, right)))}: father and son")
    return None


def _compare_full_names(left: str, right: str) -> Clue | None:
    names = " / ".join(f"“{name}”" for name in sorted((left, right)))
    a, b = own_words(left), own_words(right)
    likeness = compare_persons(left, right)
    if likeness == "equal":
        return Clue(1.0, f"{names}: one name")
    if spelled_alike(a, b):
        return Clue(0.85, f"{names}: two spellings of one name")
    if likeness == "variant":
        short = is_short(PERSON, left) or is_short(PERSON, right)
        return Clue(0.7, f"{names}: initials that fit") if short else Clue(0.85, f"{names}: one name, shorter and longer")
    if len(a) > 1 and differ_by_one(a, b):
        return Clue(0.6, f"{names}: one letter apart")
    if likeness == "surname":
        return Clue(0.4, f"{names}: the surname alone")
    return Clue(FORBIDDEN, f"{names}: different names") if likeness == "conflict" else None


def compare_thing_names(left: Profile, right: Profile) -> Clue | None:
    """Equal names but for legal forms, or spelled in two ways."""
    if THING not in {left.sort, right.sort} or left.sort != right.sort:
        return None
    if halves := sorted(p.name for p in (left, right) if p.link is None and key(p.name) in DIRECTIONS):
        return Clue(FORBIDDEN, f"“{halves[0]}” means what its article is about")
    best: Clue | None = None
    for a, b in _pairs([left.name], [right.name]):
        names = " / ".join(f"“{name}”" for name in sorted((a, b)))
        clue: Clue | None = None
        likeness = compare_names(a, b)
        if likeness == "equal":
            clue = Clue(1.0, f"{names}: one name")
        elif likeness == "acronym":
            clue = Clue(0.7, f"{names}: the initials fit")
        elif len(telling_words(a)) > 1 and spelled_alike(telling_words(a), telling_words(b)):
            clue = Clue(0.75, f"{names}: two spellings of one name")
        if clue is not None and (best is None or clue > best):
            best = clue
    return best


def compare_facilities(left: Profile, right: Profile) -> Clue | None:
    """One own name and one kind ("Vostochny Cosmodrome", "Vostochny Spaceport"); two kinds forbid."""
    if left.sort != THING or right.sort != THING:
        return None
    a, b = ({f for name in p.names if (f := parse_facility(name)) and f.own} for p in (left, right))
    if common := sorted(f"{' '.join(f.own)} ({f.kind})" for f in a & b):
        return Clue(0.9, f"both name the {common[0]}")
    if {f.own for f in a} & {f.own for f in b}:
        return Clue(FORBIDDEN, "one place's name, two kinds of building")
    return None


def compare_aliases(left: Profile, right: Profile) -> Clue | None:
    """Articles that call one by the other's name, against articles that speak of both."""
    if left.sort != right.sort or key(left.name) == key(right.name):
        return None
    said = _calls(left, right) + _calls(right, left)
    if not said:
        return None
    apart = len(left.articles & right.articles)
    score = round(0.9 * said / (said + 2 * apart), 3)
    names = " / ".join(f"“{name}”" for name in sorted((left.name, right.name)))
    against = f", {apart} that speak of both" if apart else ""
    return Clue(score, f"{names}: {said} times one name for the other in an article{against}")


def _calls(one: Profile, other: Profile) -> int:
    """How often the chains of one bear the full name of the other."""
    if is_short(other.sort, other.name):
        return 0
    full = telling_words(other.name) if other.sort == THING else ()
    return sum(
        count
        for name, count in one.names.items()
        if key(name) == key(other.name) or (len(full) > 1 and telling_words(name) == full)
    )


def _pairs(left: list[str], right: list[str]) -> Iterator[tuple[str, str]]:
    return ((a, b) for a in left for b in right)


def _telling(person: Profile) -> list[str]:
    """A person's full names; the others only where there are none: namesakes share them."""
    return sorted(name for name in person.names if not is_short(PERSON, name)) or sorted(person.names)


FEATURES: tuple[Feature, ...] = (
    Feature("link", compare_links),
    Feature("international body", compare_officials),
    Feature("country", compare_nations),
    Feature("team", compare_teams),
    Feature("persons' names", compare_person_names),
    Feature("names", compare_thing_names),
    Feature("facility", compare_facilities),
    Feature("alias", compare_aliases),
)
