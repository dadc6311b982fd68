"""Names of places as keys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.gazetteer.keys import abbreviation, bare_name, place_key


@given(st.text("abcABC-.’' éŏ", max_size=20))
def test_a_key_is_its_own_key(name: str) -> None:
    assert place_key(place_key(name)) == place_key(name)


@pytest.mark.parametrize(("name", "letters"), [("U.S.", "US"), ("UAE's", "UAE"), ("the UK", "UK"), ("Us", None), ("A", None)])
def test_capitals_alone_are_an_abbreviation(name: str, letters: str | None) -> None:
    assert abbreviation(name) == letters


@pytest.mark.parametrize(
    ("key", "bare"),
    [
        ("jewish autonomous oblast", ("jewish", "region")),
        ("republic of dagestan", ("dagestan", "region")),
        ("kingdom of spain", ("spain", "country")),
        ("city of london", ("london", "city")),
        ("spain", None),
        ("region", None),
    ],
)
def test_the_word_that_says_what_a_place_is_is_told_apart(key: str, bare: tuple[str, str] | None) -> None:
    assert bare_name(key) == bare
