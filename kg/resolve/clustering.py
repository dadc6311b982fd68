"""From candidate pairs to entities: merge what the clues carry, best pairs first, never across a clue that forbids."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.disjoint import DisjointSets
from kg.facilities import parse_facility
from kg.names import core_words, initials, words
from kg.resolve.features import FEATURES, Clue
from kg.resolve.profiles import Profile

THRESHOLD = 0.7
"""Sum of the clues from which on two profiles are one entity."""

_LARGEST_BLOCK = 500
"""Profiles that are compared with each other for one shared word; more share it by chance."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A candidate pair with its clues."""

    left: int
    right: int
    clues: tuple[Clue, ...]

    @property
    def score(self) -> float:
        """The clues' sum; below zero where one forbids."""
        if any(clue.score <= -1 for clue in self.clues):
            return -1.0
        return round(sum(clue.score for clue in self.clues), 3)


def cluster_profiles(profiles: Sequence[Profile]) -> list[list[int]]:
    """Groups of profile numbers that are one entity each, in the order of their smallest number."""
    pairs = [compare(profiles, left, right) for left, right in block(profiles)]
    forbidden = {(pair.left, pair.right) for pair in pairs if pair.score <= -1}
    merged = _Clusters(len(profiles), forbidden)
    for pair in sorted(pairs, key=lambda pair: (-pair.score, pair.left, pair.right)):
        if pair.score >= THRESHOLD and not (profiles[pair.left].is_single or profiles[pair.right].is_single):
            merged.join(pair.left, pair.right)
    _place_surnames(profiles, pairs, merged)
    return merged.groups()


def compare(profiles: Sequence[Profile], left: int, right: int) -> Pair:
    """All clues about a pair."""
    clues = (feature.look(profiles[left], profiles[right]) for feature in FEATURES)
    found = tuple(clue for clue in clues if clue is not None)
    return Pair(left, right, found)


def block(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Pairs that share a word which could make them one: each once, smaller number first."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, profile in enumerate(profiles):
        for k in sorted({k for name in profile.names for k in _block_keys(profile.sort, name)}):
            blocks[k].append(number)
    pairs = {
        (a, b)
        for members in blocks.values()
        if len(members) <= _LARGEST_BLOCK
        for i, a in enumerate(members)
        for b in members[i + 1 :]
    }
    return iter(sorted(pairs))


def _block_keys(sort: str, name: str) -> Iterator[tuple[str, ...]]:
    parts = words(name)
    if not parts:
        return
    if sort == "person":
        yield from ((sort, word) for word in {parts[0], parts[-1]})
        return
    yield (sort, "".join(core_words(name)))
    if len(parts) > 1:
        yield (sort, initials(name))
    if (facility := parse_facility(name)) and facility.own:
        yield ("facility", *facility.own)


class _Clusters:
    """Disjoint sets that refuse to bring together what is forbidden."""

    def __init__(self, size: int, forbidden: set[tuple[int, int]]) -> None:
        self.same = DisjointSets()
        self.members = [[i] for i in range(size)]
        self.enemies: dict[int, set[int]] = defaultdict(set)
        for left, right in forbidden:
            self.enemies[left].add(right)
            self.enemies[right].add(left)

    def find(self, number: int) -> int:
        return self.same.find(number)

    def join(self, left: int, right: int) -> bool:
        """Merge the two groups unless a pair of their members is forbidden."""
        low, high = sorted((self.find(left), self.find(right)))
        if low == high:
            return True
        if any(self.find(enemy) == high for member in self.members[low] for enemy in self.enemies[member]):
            return False
        self.same.union(low, high)
        self.members[low] += self.members[high]
        return True

    def groups(self) -> list[list[int]]:
        return [sorted(self.members[i]) for i in range(len(self.members)) if self.find(i) == i]


def _place_surnames(profiles: Sequence[Profile], pairs: Sequence[Pair], merged: _Clusters) -> None:
    """A person known in an article by one word joins the person whose company that article keeps, if only one does."""
    options: dict[int, dict[int, float]] = defaultdict(dict)
    singles: dict[int, list[int]] = defaultdict(list)
    for pair in pairs:
        for single, other in ((pair.left, pair.right), (pair.right, pair.left)):
            if not profiles[single].is_single or pair.score <= -1:
                continue
            if profiles[other].is_single:
                singles[single].append(other)
            else:
                group = merged.find(other)
                options[single][group] = max(pair.score, options[single].get(group, 0.0))
    for single in sorted({*options, *singles}):
        ranked = sorted(options[single].items(), key=lambda item: (-item[1], item[0]))
        fitting = [group for group, score in ranked if score >= THRESHOLD]
        if fitting and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
            merged.join(single, fitting[0])
        elif not ranked:
            for other in singles[single]:
                if not options[other]:
                    merged.join(single, other)
