"""An article's prose in pieces that can be parsed, each at its place in the text."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from kg.extract.passages import PROSE, parse
from kg.model import Article, Block, BlockKind, Span

LONGEST = 20_000


def make_nlp() -> Language:
    """A pipeline that cuts sentences at full stops and does nothing else."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.max_length = LONGEST
    return nlp


NLP = make_nlp()


def article(*blocks: tuple[BlockKind, str]) -> Article:
    text, spans = "", []
    for kind, piece in blocks:
        spans.append(Block(len(text), len(text) + len(piece), kind))
        text += f"{piece}\n\n"
    return Article("a", "a.txt", text, tuple(spans))


def test_prose_is_parsed_and_furniture_is_not() -> None:
    page = article(
        ("headline", "Ann in Oslo"),
        ("byline", "By Cid"),
        ("paragraph", "Ann left."),
        ("credit", "Photo: X"),
        ("caption", "Ann"),
    )
    assert [passage.doc.text for passage in parse(page, NLP)] == ["Ann in Oslo", "Ann left.", "Ann"]
    assert {passage.block.kind for passage in parse(page, NLP)} == PROSE


def test_sentences_stand_at_their_place_without_the_blanks_around_them() -> None:
    page = article(("paragraph", "Ann left.  Bob came. "), ("paragraph", "  Cid slept."))
    sentences = [span for passage in parse(page, NLP) for _, span in passage.sentences()]
    assert [page.text[span.start : span.end] for span in sentences] == ["Ann left.", "Bob came.", "Cid slept."]


def test_tokens_and_spans_are_located_in_the_article() -> None:
    page = article(("headline", "Oslo"), ("paragraph", "Ann left Oslo."))
    passage = parse(page, NLP)[1]
    assert passage.locate(passage.doc[2]) == Span(15, 19)
    assert passage.locate(passage.doc[1:3]) == Span(10, 19)


@pytest.mark.parametrize("text", ["word " * 9_000, "x" * 45_000, "line\n" * 9_000], ids=["blanks", "one word", "lines"])
def test_a_very_long_block_is_parsed_in_pieces_that_leave_nothing_out(text: str) -> None:
    pieces = [passage.doc.text for passage in parse(article(("paragraph", text)), NLP)]
    assert "".join(pieces) == text
    assert max(map(len, pieces)) <= LONGEST


def test_a_long_block_is_cut_between_words() -> None:
    pieces = [passage.doc.text for passage in parse(article(("paragraph", "word " * 9_000)), NLP)]
    assert {piece.strip().split()[0] for piece in pieces} | {piece.strip().split()[-1] for piece in pieces} == {"word"}


@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(PROSE)), st.text("aB. \n\N{COMBINING ACUTE ACCENT}😀", min_size=1, max_size=20)),
        max_size=3,
    )
)
def test_every_passage_is_what_the_article_has_there(blocks: list[tuple[BlockKind, str]]) -> None:
    page = article(*blocks)
    for passage in parse(page, NLP):
        assert page.text[passage.offset : passage.offset + len(passage.doc.text)] == passage.doc.text
        for token in passage.doc:
            place = passage.locate(token)
            assert page.text[place.start : place.end] == token.text
