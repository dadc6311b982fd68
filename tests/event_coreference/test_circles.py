"""What stands close to the same things."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.event_coreference import Circles

pairs = st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda pair: pair[0] < pair[1])


def test_two_that_are_close_to_the_same_third_have_it_in_common() -> None:
    circles = Circles.of_pairs({(0, 2): 1.0, (1, 2): 1.0})
    assert circles.common(0, 1) == pytest.approx(0.5)


def test_two_that_are_close_to_nothing_in_common_have_nothing_in_common() -> None:
    circles = Circles.of_pairs({(0, 2): 1.0, (1, 3): 1.0})
    assert circles.common(0, 1) == 0
    assert circles.common(0, 9) == 0


def test_of_two_that_only_each_other_is_close_to_the_closer_have_more_in_common() -> None:
    near, far = Circles.of_pairs({(0, 1): 0.8}), Circles.of_pairs({(0, 1): 0.2})
    assert near.common(0, 1) > far.common(0, 1) > 0


def test_a_common_third_brings_two_closer_and_one_of_their_own_parts_them() -> None:
    alone = Circles.of_pairs({(0, 1): 0.4}).common(0, 1)
    assert Circles.of_pairs({(0, 1): 0.4, (0, 2): 0.4, (1, 2): 0.4}).common(0, 1) > alone
    assert Circles.of_pairs({(0, 1): 0.4, (0, 2): 0.4, (1, 3): 0.4}).common(0, 1) < alone


@given(st.dictionaries(pairs, st.floats(0, 1)), st.integers(0, 5), st.integers(0, 5))
def test_it_is_a_share_and_does_not_depend_on_the_order(closeness: dict[tuple[int, int], float], a: int, b: int) -> None:
    circles = Circles.of_pairs(closeness)
    assert 0 <= circles.common(a, b) <= 1 + 1e-9
    assert circles.common(a, b) == pytest.approx(circles.common(b, a))
    assert circles.common(a, a) == pytest.approx(1.0)
