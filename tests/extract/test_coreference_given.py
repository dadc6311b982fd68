"""What is given and what is new: which nouns and pronouns can point back at which mentions."""

from __future__ import annotations

import pytest

from kg.extract.coreference.given import points_back
from kg.extract.coreference.markables import find_markables
from kg.extract.coreference.quotes import find_speech
from kg.extract.coreference.traits import find_traits
from kg.extract.discourse import Discourse, Draft
from tests.parse import Parsed, read

PAUSE = ("rained.VBD",) * 3


def can_point_back(parsed: Parsed, kind: str = "") -> bool:
    """Whether the last markable of an article (of a kind) can point back at the first."""
    discourse = Discourse(parsed.text, parsed.passages)
    for number, name in enumerate(sorted(parsed.names())):
        discourse.add(Draft(name.span, name.type, "name", name.score, number))
    markables = find_markables(parsed.passages, discourse.names_by_token())
    traits = find_traits(discourse, markables, *find_speech(parsed.text, parsed.passages))
    numbers = [n for n, m in enumerate(markables) if kind in {"", m.kind}]
    return points_back(traits, numbers[-1], numbers[0])


def after_a_while(first: str, last: str, kind: str = "") -> bool:
    """The same for two sentences far from each other and from the headline."""
    return can_point_back(read(*PAUSE, first, *PAUSE, last), kind)


# ---- nouns -------------------------------------------------------------------------------------------------------

A_MAN = "a/det>man man/nsubj>left left"


@pytest.mark.parametrize(("article", "expected"), [("the", True), ("this", True), ("a", False), ("another", False)])
def test_an_indefinite_noun_brings_somebody_new(article: str, expected: bool) -> None:
    assert after_a_while(A_MAN, f"{article}/det>man man/nsubj>left left") is expected


def test_what_a_headline_tells_is_told_again() -> None:
    assert can_point_back(read("man/nsubj>left left", A_MAN))


@pytest.mark.parametrize(("noun", "expected"), [("envoys", False), ("officials", True)], ids=["any", "the same body"])
def test_a_bare_plural_far_from_the_ones_told_of_is_of_any_such(noun: str, expected: bool) -> None:
    assert after_a_while(f"the/det>{noun} {noun}/nsubj>left left", f"{noun}/nsubj>left left") is expected


def test_a_bare_plural_right_behind_is_of_those_told_of() -> None:
    assert can_point_back(read(*PAUSE, "two/nummod>envoys envoys/nsubj>left left", "envoys/nsubj>left left"))


def test_several_are_not_the_one() -> None:
    assert not after_a_while("two/nummod>envoys envoys/nsubj>left left", "the/det>envoy envoy.NN/nsubj>left left")


@pytest.mark.parametrize(("before", "expected"), [("a/det", False), ("his/nmod:poss", True), ("the/det", True)])
def test_what_is_owned_is_not_what_nobody_owned(before: str, expected: bool) -> None:
    line = "{}>envoy envoy.NN/nsubj>left left"
    assert after_a_while(line.format(before), line.format("his/nmod:poss"), "nominal") is expected


@pytest.mark.parametrize(("country", "expected"), [("Sudanese", False), ("Syrian", True)])
def test_ministers_of_two_countries_are_two(country: str, expected: bool) -> None:
    line = "the/det>minister {}@group/amod>minister minister/nsubj>left left"
    assert after_a_while(line.format("Syrian"), line.format(country), "nominal") is expected


@pytest.mark.parametrize(("word", "expected"), [("former", False), ("old", True)])
def test_the_president_is_not_the_former_one(word: str, expected: bool) -> None:
    first = f"the/det>president {word}.JJ/amod>president president/nsubj>left left"
    assert after_a_while(first, "the/det>president president/nsubj>left left") is expected


@pytest.mark.parametrize(("noun", "expected"), [("envoy.NN", True), ("husband.NN", False)])
def test_a_relative_is_nobody_told_of_by_another_noun(noun: str, expected: bool) -> None:
    owned = f"her/nmod:poss>{noun.split('.', maxsplit=1)[0]} {noun}/nsubj>left left"
    assert after_a_while("the/det>man man/nsubj>left left", owned, "nominal") is expected


@pytest.mark.parametrize(("noun", "expected"), [("crowd.NN", False), ("man.NN", True)])
def test_a_crowd_is_no_man(noun: str, expected: bool) -> None:
    assert after_a_while(A_MAN, f"the/det>{noun.split('.', maxsplit=1)[0]} {noun}/nsubj>left left") is expected


# ---- pronouns ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "expected"), [("the/det>envoys envoys", False), ("it", False), ("the/det>envoy envoy.NN", True)]
)
def test_he_is_no_group_and_no_thing(first: str, expected: bool) -> None:
    assert after_a_while(f"{first}/nsubj>left left", "he/nsubj>left left") is expected


def test_who_is_i_is_not_he_in_the_same_words() -> None:
    assert not after_a_while("I.PRP/nsubj>left left", "he/nsubj>left left")


def test_i_of_a_quotation_is_nobody_told_of() -> None:
    said = '"/punct>left I.PRP/nsubj>left left "/punct>left'
    assert not after_a_while("he/nsubj>left left", said)
    assert after_a_while(said, said)
