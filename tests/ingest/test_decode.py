"""Bytes -> text: encodings, line ends, control characters, and what is refused."""

from __future__ import annotations

import codecs
import gzip
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ArticleError
from kg.ingest.decode import SIZE_LIMIT, clean_text, decode_article

SAMPLE = (
    "The president’s aide – a man named José Müller – said “nothing” on Wednesday. "
    "The café at São Paulo’s airport was closed, officials said. It was a long day for them all.\n"
)
ASCII = "The ministers met on Tuesday. They spoke of grain.\n" * 3


def reason_for(data: bytes) -> str:
    with pytest.raises(ArticleError) as caught:
        decode_article(data, "a.txt")
    assert caught.value.source == "a.txt"
    return caught.value.reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "mac_roman"])
def test_encodings_that_can_be_told(encoding: str) -> None:
    assert decode_article(SAMPLE.encode(encoding), "a.txt") == SAMPLE


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark(encoding: str) -> None:
    assert decode_article(SAMPLE.encode(encoding), "a.txt") == SAMPLE


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
@pytest.mark.parametrize(
    "words", ["The president’s aide left.", "José left.", "a naïve café", "“Nothing,” he said.", "from España to Köln"]
)
def test_a_single_character_tells(words: str, encoding: str) -> None:
    text = ASCII * 10 + words + "\n"
    assert decode_article(text.encode(encoding), "a.txt") == text


def test_damaged_utf8_is_told_from_other_encodings() -> None:
    data = SAMPLE.encode()
    assert "damaged UTF-8 (at byte" in reason_for(data[:20] + b"\xff" + data[20:])


@pytest.mark.parametrize("mark", [codecs.BOM_UTF8, codecs.BOM_UTF16_LE])
def test_a_mark_that_promises_too_much(mark: bytes) -> None:
    assert "damaged UTF" in reason_for(mark + b"\xff\xdb\xfe")


def test_an_encoding_that_cannot_be_told() -> None:
    assert "cannot be told" in reason_for(bytes(range(0x80, 0x100)) * 8)


def test_line_ends() -> None:
    assert decode_article(b"one\r\ntwo\rthree\n", "a.txt") == "one\ntwo\nthree\n"


def test_control_characters_become_spaces_one_for_one() -> None:
    data = (ASCII + "NUL\x00bell\x07tab\tnext\x85\ufeffend\n").encode()
    assert decode_article(data, "a.txt") == ASCII + "NUL bell tab\tnext  end\n"


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, "\u00a0\n".encode()])
def test_empty(data: bytes) -> None:
    assert reason_for(data) == "is empty"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\n%text", "PDF"),
        (b"PK\x03\x04word/document.xml", "Word"),
        (b"{\\rtf1\\ansi text}", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (gzip.compress(ASCII.encode()), "gzip"),
        (bytes(range(32)) * 10, "binary"),
        (b"\x00" * 100, "binary"),
    ],
)
def test_binary(data: bytes, name: str) -> None:
    assert name in reason_for(data)


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html>\n<title>Ministers meet</title>",
        "  <html><body>They met.</body></html>",
        '<?xml version="1.0"?><article/>',
        '<div class="lead"><p>They met.</p>\n<p>They <a href="/x">left</a>.</p></div>',
    ],
)
def test_html_is_refused_with_advice(text: str) -> None:
    assert reason_for(text.encode()) == "is HTML: save the text of the article alone, as plain text"


def test_a_sign_or_a_tag_in_prose_is_not_html() -> None:
    text = "If a < b, then <p> is the tag that he meant, and b > a.\n"
    assert decode_article(text.encode(), "a.txt") == text


def test_too_large() -> None:
    assert "larger than 10 MB" in reason_for(b"a" * (SIZE_LIMIT + 1))


@given(st.text(st.characters(codec=None)))
def test_cleaning_keeps_every_place_and_the_text_can_be_written(text: str) -> None:
    clean = clean_text(text)
    assert len(clean) == len(text)
    assert clean.encode().decode() == clean
    assert clean_text(clean) == clean
    assert all(old == new or new in " \ufffd" for old, new in zip(text, clean, strict=True))


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_an_article_error(data: bytes) -> None:
    try:
        text = decode_article(data, "a.txt")
    except ArticleError:
        return
    assert text.strip()
    assert "\r" not in text
    assert "\x00" not in text


def test_random_bytes_are_no_text() -> None:
    assert reason_for(os.urandom(20_000))
