"""How tokens find the mentions of an article, and what becomes of them as records."""

from __future__ import annotations

import pytest

from kg.extract.discourse import Discourse, Draft, tokens_of
from tests.parse import Parsed, mark, read, span, word

TWO = ("Ann@person/nsubj>left Lee@person/flat>Ann left", "Bob@person/nsubj>came came to/case>Oslo Oslo@place/obl>came")


def drafted(parsed: Parsed, *pieces: tuple[str, str, int]) -> Discourse:
    """A discourse with (text, type, chain) as its names, each where it first stands."""
    discourse = Discourse(parsed.text, parsed.passages)
    for piece, type_, chain in pieces:
        discourse.add(Draft(span(parsed.text, piece), type_, "name", 0.9, chain))
    return discourse


# ---- tokens ------------------------------------------------------------------------------------------------------


def test_every_token_of_a_mention_finds_it() -> None:
    parsed = read(*TWO)
    discourse = drafted(parsed, ("Ann Lee", "person", 0), ("Bob", "person", 1))
    first, second = (passage.doc for passage in parsed.passages)
    assert [discourse.number_of(0, token) for token in first] == [0, 0, None]
    assert [discourse.number_of(1, token) for token in second] == [1, None, None, None]


def test_the_tokens_of_a_stretch_of_the_article() -> None:
    parsed = read(*TWO)
    assert [t.text for t in tokens_of(parsed.passages[1], span(parsed.text, "came to"))] == ["came", "to"]


def test_a_stretch_that_cuts_a_word_has_the_whole_word() -> None:
    parsed = read(*TWO)
    assert [t.text for t in tokens_of(parsed.passages[1], span(parsed.text, "sl"))] == ["Oslo"]


@pytest.mark.parametrize(
    ("line", "noun"),
    [
        ("the/det>president president/nsubj>left ,/punct>Ann Ann@person/appos>president ,/punct>Ann left", "president"),
        ("president/nsubj>left Ann@person/flat>president left", "president"),
        ("president/nsubj>left Ann@person/compound>president left", "president"),
    ],
    ids=["apposition", "flat", "compound"],
)
def test_a_noun_stands_for_the_name_beside_it(line: str, noun: str) -> None:
    parsed = read(line)
    discourse = drafted(parsed, ("Ann", "person", 0))
    assert discourse.headed_by(0, word(parsed.passages[0].doc, noun)) == 0


@pytest.mark.parametrize(
    ("line", "type_"),
    [
        ("Norland@place/compound>president president/nsubj>left left", "place"),
        ("Norland@person/nmod:poss>president 's/case>Norland president/nsubj>left left", "person"),
        ("Norland@person/compound>president president/nsubj>left left", "person"),
    ],
    ids=["the place in front of it", "its owner", "whose it is, as in 'a Clinton fan'"],
)
def test_a_noun_does_not_stand_for_another_name(line: str, type_: str) -> None:
    parsed = read(line)
    discourse = drafted(parsed, ("Norland", type_, 0))
    assert discourse.headed_by(0, word(parsed.passages[0].doc, "president")) is None


# ---- coordination ------------------------------------------------------------------------------------------------


def beside(line: str, name: str) -> list[str]:
    parsed = read(line)
    discourse = parsed.discourse()
    number = discourse.number_of(0, word(parsed.passages[0].doc, name))
    assert number is not None
    return [parsed.text[d.span.start : d.span.end] for d in (discourse.drafts[n] for n in discourse.coordinated(0, number))]


@pytest.mark.parametrize("name", ["Ann", "Bob"])
def test_coordinated_names_are_found_from_either_though_the_parse_errs(name: str) -> None:
    line = "Ann@person/nsubj>left and/dep>Ann Norland/dep>left 's/case>Norland leader/dep>left Bob@person/dep>left left"
    assert beside(line, name) == ["Ann", "Bob"]


@pytest.mark.parametrize("name", ["Ann", "Bob", "Cid"])
def test_a_list_of_names_is_found_from_any_of_them_though_the_parse_errs(name: str) -> None:
    line = "Ann@person/nsubj>left ,/punct>Bob Bob@person/dep>left and/cc>Cid Cid@person/dep>left left"
    assert beside(line, name) == ["Ann", "Bob", "Cid"]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Ann@person/nsubj>left ,/punct>Bob Bob@person/appos>Ann ,/punct>Bob left", id="a comma, and no list"),
        pytest.param(
            "in/case>Ann Ann@place/obl>left ,/punct>Bob Bob@place/nsubj>left and/cc>Cid Cid@place/conj>Bob left", id="places"
        ),
        pytest.param(
            "Ann@person/nsubj>left and/cc>camp Bob@person/compound>camp camp.NN/conj>Ann left", id="what describes a noun"
        ),
        pytest.param("Ann@person/nsubj>met met Bob@person/obj>met", id="a verb between them"),
        pytest.param("Ann@person/nsubj>left and/cc>Oslo Oslo@place/conj>Ann left", id="another type"),
        pytest.param(
            "Ann@person/nsubj>left and/cc>leader Bob@person/nmod:poss>leader 's/case>Bob leader/conj>Ann left", id="an owner"
        ),
        pytest.param(
            "Cid@person/nsubj>met met Ann@person/obj>met and/cc>left Bob@person/nsubj>left left/conj>met",
            id="the subject of another clause",
        ),
        pytest.param("Ann@person/nsubj>left left | and/cc>came Bob@person/nsubj>came came", id="another sentence"),
    ],
)
def test_other_neighbours_are_not_coordinated(line: str) -> None:
    assert beside(line, "Ann") == ["Ann"]


# ---- records -----------------------------------------------------------------------------------------------------


def test_mentions_are_numbered_in_the_order_of_the_text() -> None:
    parsed = read(*TWO)
    finished = drafted(parsed, ("Oslo", "place", 7), ("Ann Lee", "person", 3), ("Bob", "person", 5)).finish()
    assert [(m.id, m.text) for m in finished.mentions] == [("m0", "Ann Lee"), ("m1", "Bob"), ("m2", "Oslo")]
    assert finished.ids == ("m2", "m0", "m1")


def test_every_mention_quotes_the_article() -> None:
    parsed = read(*TWO)
    finished = drafted(parsed, ("Ann Lee", "person", 0), ("Oslo", "place", 1)).finish()
    assert all(parsed.text[m.start : m.end] == m.text for m in finished.mentions)


def test_a_chain_and_its_mentions_name_each_other() -> None:
    parsed = read(*TWO)
    finished = drafted(parsed, ("Ann Lee", "person", 4), ("Oslo", "place", 2), ("Lee", "person", 4)).finish()
    assert {(chain.id, m) for chain in finished.chains for m in chain.mentions} == {(m.entity, m.id) for m in finished.mentions}
    assert [chain.mentions for chain in finished.chains] == [("m0", "m1"), ("m2",)]


def chain_of(*names: tuple[str, str]) -> tuple[str, str]:
    """Name and type of the chain of these names."""
    parsed = mark(" and ".join(f"[{name}]({type_})" for name, type_ in names))
    discourse = Discourse(parsed.text, parsed.passages)
    for name in parsed.names():
        discourse.add(Draft(name.span, name.type, "name", 0.9, 0))
    (chain,) = discourse.finish().chains
    return chain.name, chain.type


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Lee", "Ann Lee", "Lee"], "Ann Lee"),
        (["Ann Lee", "A. Lee", "A. Lee"], "A. Lee"),
        (["Ray", "Lee"], "Lee"),
    ],
    ids=["most words", "then most frequent", "then first in the alphabet"],
)
def test_a_chain_goes_by_its_fullest_name(names: list[str], expected: str) -> None:
    assert chain_of(*((name, "person") for name in names))[0] == expected


@pytest.mark.parametrize(
    ("types", "expected"),
    [
        (["place", "place", "organization"], "place"),
        (["place", "place", "facility"], "facility"),
        (["place", "organization"], "organization"),
    ],
    ids=["most names", "facility if any", "first in the alphabet"],
)
def test_a_chain_has_the_type_of_its_names(types: list[str], expected: str) -> None:
    assert chain_of(*(("Norland", type_) for type_ in types))[1] == expected


def test_a_nominal_neither_names_nor_types_a_chain() -> None:
    parsed = read("Ann@person/nsubj>left left the/det>spaceport spaceport/obj>left")
    discourse = drafted(parsed, ("Ann", "person", 0))
    discourse.add(Draft(span(parsed.text, "spaceport"), "facility", "nominal", 0.7, 0))
    (chain,) = discourse.finish().chains
    assert (chain.name, chain.type) == ("Ann", "person")
