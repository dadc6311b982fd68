"""Which profiles are worth a comparison: those that share what few share, so that work grows with their number alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from kg.facilities import parse_facility
from kg.names import full_given_names, key
from kg.resolve.forms import PERSON, THING, is_short, own_words, telling_words
from kg.resolve.profiles import Profile
from kg.resolve.spelling import spelling

_LARGEST_BLOCK = 60
"""Profiles that are compared with each other for one shared key; more share it by chance."""


def block(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Pairs of full names that share a key which could make them one: each once, smaller number first, in order."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, profile in enumerate(profiles):
        if profile.form is None:
            for k in {k for name in profile.names for k in _block_keys(profile, name)}:
                blocks[k].append(number)
    pairs = {pair for members in blocks.values() if 1 < len(members) <= _LARGEST_BLOCK for pair in combinations(members, 2)}
    return iter(sorted(pairs))


def _block_keys(profile: Profile, name: str) -> Iterator[tuple[str, ...]]:
    sort = profile.sort
    if sort == PERSON:
        if not is_short(PERSON, name):
            yield from _person_keys(own_words(name))
        return
    if is_short(sort, name):
        return
    yield (sort, "name", key(name))
    if sort == THING:
        yield (sort, "spelling", *map(spelling, telling_words(name)))
        if (facility := parse_facility(name)) and facility.own:
            yield ("facility", *facility.own)


def _person_keys(parts: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A surname, first or last, with each given name, and with the initial of a given name."""
    spelled = [spelling(part) for part in parts]
    yield (PERSON, "joined", "".join(spelled))
    for surname, given in ((-1, range(len(parts) - 1)), (0, range(1, len(parts)))):
        for word in given:
            for full in (parts[word], *sorted(full_given_names(parts[word]))):
                yield (PERSON, *sorted((spelled[surname], spelling(full))))
        yield (PERSON, "initial", spelled[surname], parts[given[0]][0])
