"""JSON Lines: fields, bad lines, and a text that is analysed as it stands."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ArticleError
from kg.ids import hash_text
from kg.ingest.decode import SIZE_LIMIT
from kg.ingest.jsonl import find_title, read_jsonl
from kg.model import Article, Span


def read_lines(*lines: bytes | str | dict[str, object]) -> list[Article | ArticleError]:
    data = b"\n".join(_line(line) for line in lines)
    return list(read_jsonl(io.BytesIO(data), "a.jsonl"))


def _line(line: bytes | str | dict[str, object]) -> bytes:
    if isinstance(line, dict):
        return json.dumps(line).encode()
    return line.encode() if isinstance(line, str) else line


def read_one(line: bytes | str | dict[str, object]) -> Article:
    (article,) = read_lines(line)
    assert isinstance(article, Article), article
    return article


def reason_for(line: bytes | str | dict[str, object]) -> str:
    (error,) = read_lines(line)
    assert isinstance(error, ArticleError)
    return error.reason


def test_all_fields() -> None:
    fields = {
        "id": "x1",
        "text": "Ministers meet\n\nThey met.",
        "title": "Ministers meet",
        "published": "2023-09-13",
        "url": "https://example.org/x1",
        "publisher": "Northern Wire",
        "language": "en",
        "mentions": [],
    }
    article = read_one(fields)
    assert {name: getattr(article, name) for name in fields if name != "mentions"} == {
        name: value for name, value in fields.items() if name != "mentions"
    }
    assert article.source == "a.jsonl:1"
    assert article.title_span == Span(0, 14)
    assert [(block.kind, block.start, block.end) for block in article.blocks] == [("headline", 0, 14), ("paragraph", 16, 25)]


def test_text_alone() -> None:
    article = read_one({"text": "They met."})
    assert article.id == hash_text("They met.")[:16]
    assert (article.title, article.published, article.url, article.publisher) == (None, None, None, None)


def test_null_and_nothing_are_no_field() -> None:
    article = read_one({"text": "They met.", "id": "", "title": None, "published": None, "url": " ", "language": None})
    assert article.id == hash_text("They met.")[:16]
    assert article.title is None
    assert article.url is None


def test_an_id_is_kept_to_the_letter_and_a_title_on_one_line() -> None:
    article = read_one({"text": "They met.", "id": " a  b", "title": " Ministers\n meet"})
    assert (article.id, article.title) == (" a  b", "Ministers meet")


def test_no_furniture_is_looked_for() -> None:
    text = "WORLD / ASIA\nBy Jane Doe\n\nGENEVA, Oct. 3, 2023 (AP) -- They met. a@b.org"
    article = read_one({"text": text})
    assert {block.kind for block in article.blocks} == {"paragraph"}
    assert article.published is None
    assert article.publisher is None


def test_the_text_stands_as_it_is() -> None:
    text = "\N{ZERO WIDTH NO-BREAK SPACE} one\r\ntwo\x00three\r\n\r\nfour "
    article = read_one({"text": text})
    assert article.text == "  one \ntwo three \n \nfour "
    assert len(article.text) == len(text)


def test_half_a_surrogate_pair_can_be_written() -> None:
    assert read_one(r'{"text": "They \ud83d met."}').text == "They \ufffd met."


def test_raw_line_separators_do_not_end_a_line() -> None:
    assert read_one('{"text": "They\N{LINE SEPARATOR}met\N{NEXT LINE}."}').text == "They\N{LINE SEPARATOR}met ."


@pytest.mark.parametrize(
    ("given_date", "kept"),
    [
        ("2023-09-13", "2023-09-13"),
        ("2023-09-13T21:43:00", "2023-09-13T21:43:00"),
        ("2023-09-13T21:43Z", "2023-09-13T21:43:00+00:00"),
        ("2023-09-13 21:43:00+08:00", "2023-09-13T21:43:00+08:00"),
        ("20230913", "2023-09-13"),
    ],
)
def test_published(given_date: str, kept: str) -> None:
    assert read_one({"text": "They met.", "published": given_date}).published == kept


@pytest.mark.parametrize(
    ("given_date", "kept"),
    [
        ("13/09/2023", "2023-09-13"),
        ("Sep 13, 2023", "2023-09-13"),
        ("03-02-2009", None),
        ("yesterday", None),
        ("2023-13-45", None),
    ],
)
def test_published_in_another_form_is_kept_only_where_it_can_be_told(given_date: str, kept: str | None) -> None:
    assert read_one({"text": "They met.", "published": given_date}).published == kept


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("nonsense", "is not JSON: Expecting value (at character 1)"),
        ('{"text": "They met."', "is not JSON"),
        ("42", "is not a JSON object"),
        ("{}", "has no 'text'"),
        ('{"text": null}', "has no 'text'"),
        ('{"text": " \\n "}', "has no 'text'"),
        ('{"text": 7}', "'text' must be text, not int"),
        ('{"text": "a", "id": 7}', "'id' must be text, not int"),
        ('{"text": "a", "id": 0}', "'id' must be text, not int"),
        ('{"text": "a", "title": ["b"]}', "'title' must be text, not list"),
        ('{"text": "a", "id": "b\\nc"}', "'id' has a character that cannot be printed"),
        ('{"text": "a", "language": "no such thing!"}', "'language' is not a language tag"),
        (b'{"text": "caf\xe9"}', "is not UTF-8 (at byte 13)"),
        ('{"text": ' + "[" * 200_000, "is not JSON"),
        ('{"text": ' + "1" * 10_000 + "}", "is not JSON"),
        ('[{"text": "They met."}]', "is a JSON array: JSON Lines have one object a line"),
        ('{"text": "They met."}'.encode("utf-16"), "is UTF-16: JSON Lines are UTF-8"),
        ("", "is empty"),
        (" \n\n", "is empty"),
    ],
)
def test_bad_lines(line: bytes | str, reason: str) -> None:
    assert reason in reason_for(line)


def test_bad_lines_are_named_and_the_others_read() -> None:
    results = read_lines({"text": "One."}, "", "nonsense", {"text": "Two."}, {"title": "Three."})
    assert [result.source for result in results] == ["a.jsonl:1", "a.jsonl:3", "a.jsonl:4", "a.jsonl:5"]
    assert [isinstance(result, Article) for result in results] == [True, False, True, False]


def test_a_line_beyond_the_limit_costs_only_itself() -> None:
    results = read_lines({"text": "a" * (2 * SIZE_LIMIT)}, {"text": "They met."})
    assert [result.source for result in results] == ["a.jsonl:1", "a.jsonl:2"]
    assert "longer than 10 MB" in str(results[0])


def test_equal_texts_under_two_ids_are_both_read(tmp_path, read_all) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "a", "text": "They met."}\n{"id": "b", "text": "They met."}\n')
    articles, errors = read_all(tmp_path)
    assert [article.id for article in articles] == ["a", "b"]
    assert errors == []


def test_one_id_for_two_texts_is_an_error_for_the_second(tmp_path, monkeypatch, read_all) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.jsonl").write_text('{"id": "a", "text": "One."}\n{"id": "a", "text": "Two."}\n{"id": "a", "text": "One."}\n')
    (article,), errors = read_all("a.jsonl")
    assert article.text == "One."
    assert [str(error) for error in errors] == [
        "a.jsonl:2: has the id 'a' of a.jsonl:1, but another text",
        "a.jsonl:3: is the same article as a.jsonl:1: read once",
    ]


@pytest.mark.parametrize(
    ("text", "title", "headline", "rest"),
    [
        ("Ministers meet\nThey met.", "Ministers meet", "Ministers meet", ["They met."]),
        (" Ministers\n  meet!\n\nThey met.", "Ministers meet", "Ministers\n  meet!", ["They met."]),
        ("Ministers meet They met.", "Ministers meet", "Ministers meet", ["They met."]),
        ("Ministers meet", "Ministers meet", "Ministers meet", []),
        ("Ministers meeting now.", "Ministers meet", None, ["Ministers meeting now."]),
        ("They met.", "Ministers meet", None, ["They met."]),
    ],
)
def test_a_title_at_the_beginning_of_the_text(text: str, title: str, headline: str | None, rest: list[str]) -> None:
    article = read_one({"text": text, "title": title})
    blocks = [(block.kind, text[block.start : block.end]) for block in article.blocks]
    assert blocks == [("headline", headline)] * bool(headline) + [("paragraph", words) for words in rest]
    assert bool(article.title_span) == bool(headline)
    assert article.title == title


@given(st.text(min_size=1), st.text())
def test_a_title_is_found_where_it_stands(title: str, rest: str) -> None:
    span = find_title(f"{title}\n{rest}", title)
    if span and title.strip():
        assert f"{title}\n{rest}"[span.start : span.end].split() == title.split()
