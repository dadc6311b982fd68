"""Average linkage over sparse likelihoods."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from kg.event_coreference import cluster_pairs

SIZE = 7
PAIRS = list(combinations(range(SIZE), 2))
likelihoods = st.dictionaries(st.sampled_from(PAIRS), st.floats(0, 1, width=16))


def mean(pairs: dict[tuple[int, int], float], left: list[int], right: list[int]) -> float:
    return sum(pairs.get((min(a, b), max(a, b)), 0.0) for a in left for b in right) / (len(left) * len(right))


def test_likely_pairs_are_one_and_unlikely_ones_stay_apart() -> None:
    assert cluster_pairs(4, {(0, 1): 0.9, (1, 2): 0.2}, 0.5) == [[0, 1], [2], [3]]


def test_a_third_joins_by_the_mean_over_both_members() -> None:
    assert cluster_pairs(3, {(0, 1): 0.9, (1, 2): 0.9, (0, 2): 0.4}, 0.5) == [[0, 1, 2]]
    assert cluster_pairs(3, {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.1}, 0.5) == [[0, 1], [2]]


def test_what_is_forbidden_stays_apart_even_through_a_third() -> None:
    pairs = {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 1.0}
    assert cluster_pairs(3, pairs, 0.3, [(0, 2)]) == [[0, 1], [2]]


@given(likelihoods, st.sets(st.sampled_from(PAIRS)))
def test_everything_is_in_one_group_and_nothing_forbidden_together(
    pairs: dict[tuple[int, int], float], forbidden: set[tuple[int, int]]
) -> None:
    groups = cluster_pairs(SIZE, pairs, 0.5, forbidden)
    assert sorted(n for group in groups for n in group) == list(range(SIZE))
    assert not any((a, b) in forbidden for group in groups for a, b in combinations(group, 2))


@given(likelihoods)
def test_no_two_groups_are_left_that_are_likely_one(pairs: dict[tuple[int, int], float]) -> None:
    groups = cluster_pairs(SIZE, pairs, 0.5)
    assert all(mean(pairs, a, b) < 0.5 for a, b in combinations(groups, 2))
