"""The plain tokens of a text answer as spaCy's own do."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc as Parse

from kg.extract.tokens import Doc
from tests.parse import parse, word

NLP = spacy.blank("en")
LINE = "the/det>summit summit/nsubj:pass>held was/aux:pass>held held.VBN in/case>Oslo Oslo@place/obl>held ./punct>held"


@st.composite
def parses(draw: st.DrawFn) -> Parse:
    """Texts of any words, hung on each other in any way that has no cycle."""
    words = draw(st.lists(st.sampled_from(["Ann", "won", ",", "\n", "2nd"]), min_size=1, max_size=8))
    heads = [draw(st.integers(0, i)) for i in range(len(words))]
    deps = ["ROOT" if head == i else "dep" for i, head in enumerate(heads)]
    ents = [draw(st.sampled_from(["O", "B-person"])) for _ in words]
    return Parse(NLP.vocab, words=words, heads=heads, deps=deps, ents=ents, lemmas=words, morphs=["Number=Sing"] * len(words))


@given(parses())
def test_tokens_answer_as_those_of_the_parse(parsed: Parse) -> None:
    for mine, theirs in zip(Doc(parsed), parsed, strict=True):
        for name in (
            "i",
            "idx",
            "text",
            "lower_",
            "lemma_",
            "tag_",
            "pos_",
            "dep_",
            "ent_type_",
            "is_space",
            "is_alpha",
            "is_punct",
        ):
            assert getattr(mine, name) == getattr(theirs, name)
        for name in ("children", "lefts", "rights", "ancestors", "subtree"):
            assert [token.i for token in getattr(mine, name)] == [token.i for token in getattr(theirs, name)]
        for name in ("head", "left_edge", "right_edge"):
            assert getattr(mine, name).i == getattr(theirs, name).i
        assert (mine.morph, mine.is_sent_start) == (str(theirs.morph), bool(theirs.is_sent_start))
        assert (mine.sent.start, mine.sent.end) == (theirs.sent.start, theirs.sent.end)


@given(parses(), st.integers(0, 8), st.integers(0, 8))
def test_stretches_answer_as_those_of_the_parse(parsed: Parse, start: int, end: int) -> None:
    doc = Doc(parsed)
    assert (doc.text, len(doc)) == (parsed.text, len(parsed))
    assert [(ent.start, ent.end, ent.label_, ent.text) for ent in doc.ents] == [
        (ent.start, ent.end, ent.label_, ent.text) for ent in parsed.ents
    ]
    assert [(sentence.start, sentence.end) for sentence in doc.sents] == [(s.start, s.end) for s in parsed.sents]
    mine, theirs = doc[start:end], parsed[start:end]
    assert (mine.text, len(mine), [token.i for token in mine]) == (theirs.text, len(theirs), [token.i for token in theirs])
    if len(theirs):
        assert (mine.start_char, mine.end_char, mine.root.i) == (theirs.start_char, theirs.end_char, theirs.root.i)
        assert (mine[-1].i, mine[1:].text) == (theirs[-1].i, theirs[1:].text)


def test_a_token_is_equal_to_itself_alone() -> None:
    doc = parse(LINE)
    assert word(doc, "held") == word(doc, "Oslo").head
    assert word(doc, "held") != word(parse(LINE), "held")


def test_the_characters_between_two_places_are_tokens() -> None:
    doc = parse(LINE)
    found = doc.char_span(5, 14, alignment_mode="expand")
    assert found is not None
    assert found.text == "summit was"
    assert doc.char_span(5, 14) is None


def test_no_token_stands_before_the_first_or_behind_the_last() -> None:
    doc = parse(LINE)
    assert doc[0].nbor().text == "summit"
    for token, step in ((doc[0], -1), (doc[-1], 1)):
        with pytest.raises(IndexError):
            token.nbor(step)


@pytest.mark.parametrize(
    ("known", "expected"), [("", "met"), ("Meet", "meet"), ("flead", "flee")], ids=["none", "capital", "made up"]
)
def test_a_lemma_is_in_small_letters_and_put_right(known: str, expected: str) -> None:
    parsed = Parse(NLP.vocab, words=["Met"], lemmas=[known], heads=[0], deps=["ROOT"])
    assert Doc(parsed)[0].lemma == expected
