"""From likelihoods of pairs to groups: the two groups whose members are likeliest one, on average, first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush

Pair = tuple[int, int]


def cluster_pairs(size: int, pairs: Mapping[Pair, float], threshold: float, forbidden: Iterable[Pair] = ()) -> list[list[int]]:
    """Groups of the numbers below ``size``, each in order, by their smallest number (average linkage).

    Args:
        size: how many things there are.
        pairs: (smaller, larger) -> likelihood that they are one, 0..1; pairs that are not there count as 0.
        threshold: two groups become one while the mean over all pairs between them is at least this.
        forbidden: pairs that are never in one group.
    """
    members = {i: [i] for i in range(size)}
    totals: dict[int, dict[int, float]] = {i: {} for i in range(size)}
    for (a, b), value in pairs.items():
        totals[a][b] = totals[b][a] = value
    enemies: dict[int, set[int]] = {i: set() for i in range(size)}
    for a, b in forbidden:
        enemies[a].add(b)
        enemies[b].add(a)
    heap = [(-value, a, b, 1, 1) for (a, b), value in pairs.items() if value >= threshold]
    heapify(heap)
    while heap:
        _, a, b, size_a, size_b = heappop(heap)
        if a not in members or b not in members or len(members[a]) != size_a or len(members[b]) != size_b or b in enemies[a]:
            continue
        members[a] += members.pop(b)
        _move(totals, a, b)
        for other in enemies.pop(b):
            enemies[other].discard(b)
            enemies[other].add(a)
            enemies[a].add(other)
        for other, total in totals[a].items():
            mean = total / (len(members[a]) * len(members[other]))
            if mean >= threshold:
                low, high = sorted((a, other))
                heappush(heap, (-mean, low, high, len(members[low]), len(members[high])))
    return [sorted(group) for _, group in sorted((min(group), group) for group in members.values())]


def _move(totals: dict[int, dict[int, float]], a: int, b: int) -> None:
    """Add the sums over pairs of one group to those of another."""
    for other, total in totals.pop(b).items():
        totals[other].pop(b)
        if other != a:
            totals[a][other] = totals[other][a] = totals[a].get(other, 0.0) + total
