"""Where paragraphs end: blank lines, lines of their own, lines wrapped at a column."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ingest.paragraphs import split_paragraphs

FIRST = (
    "The ministers of two countries met on Tuesday and spoke of grain for most of the day. They did not agree, the hosts said, "
    "but they did not leave either, which was more than most had hoped for in the morning."
)
SECOND = (
    "Grain has been short since the summer. Prices rose by a tenth in a month, according to traders in three ports, and nobody "
    "knows who will be able to pay them when the winter comes."
)


def paragraphs_of(text: str) -> list[str]:
    return [" ".join(text[span.start : span.end].split()) for span in split_paragraphs(text)]


@pytest.mark.parametrize("width", [60, 72, 80])
def test_wrapped_lines_are_joined(width: int) -> None:
    text = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in (FIRST, SECOND))
    assert paragraphs_of(text) == [FIRST, SECOND]


def test_wrapped_text_of_one_paragraph() -> None:
    assert paragraphs_of(textwrap.fill(FIRST, 70)) == [FIRST]


def test_a_wrapped_text_without_blank_lines_splits_after_a_short_line() -> None:
    text = "Ministers meet\n\n" + textwrap.fill(FIRST, 60) + "\n" + textwrap.fill(SECOND, 60)
    assert paragraphs_of(text) == ["Ministers meet", FIRST, SECOND]


def test_one_paragraph_a_line() -> None:
    assert paragraphs_of(f"{FIRST}\n{SECOND}\nIt was late.\nNobody left.") == [FIRST, SECOND, "It was late.", "Nobody left."]


def test_a_sentence_goes_on_in_a_line_that_begins_in_lower_case() -> None:
    assert paragraphs_of("They would ban all of them \N{EM DASH}\nor so they said.") == [
        "They would ban all of them \N{EM DASH} or so they said."
    ]


def test_uneven_columns_as_they_are_cut_from_a_page() -> None:
    text = """The ministers of two countries met on
Tuesday and spoke of grain for most of
the day. They did not agree, the
Guardian reported, but they did not
leave either, which was more than
Moscow had hoped for in the morning."""
    assert paragraphs_of(text) == [" ".join(text.split())]


def test_a_list_is_not_wrapped_text() -> None:
    lines = [
        "Five things to know about grain prices",
        "Ministers meet in Geneva over the harvest",
        "What the winter will bring to the ports",
    ]
    assert paragraphs_of("They met.\n\n" + "\n".join(lines)) == ["They met.", *lines]


def test_a_blank_line_of_spaces_ends_a_paragraph() -> None:
    assert paragraphs_of("One and\n \t\N{NO-BREAK SPACE}\ntwo") == ["One and", "two"]


def test_a_headline_is_not_joined_with_the_wrapped_text_below() -> None:
    text = "Ministers meet in Geneva\n" + textwrap.fill(FIRST, 70) + "\n\n" + textwrap.fill(SECOND, 70)
    assert paragraphs_of(text) == ["Ministers meet in Geneva", FIRST, SECOND]


@given(st.text(alphabet="aB. \n\t\N{NO-BREAK SPACE}\N{LINE SEPARATOR}", max_size=200) | st.text())
def test_paragraphs_are_trimmed_and_only_white_space_is_outside(text: str) -> None:
    position = 0
    for span in split_paragraphs(text):
        words = text[span.start : span.end]
        assert words
        assert words == words.strip()
        assert not text[position : span.start].strip()
        position = span.end
    assert not text[position:].strip()
