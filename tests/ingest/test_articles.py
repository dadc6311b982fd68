"""Reading many articles: what one is made of, and what happens when some are bad."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.config import Config
from kg.errors import ArticleError
from kg.ids import hash_text
from kg.ingest import READERS, read, read_articles
from kg.ingest.text import parse_text
from kg.model import Article

GERMAN = (
    "Der russische Präsident hat am Mittwoch den Gast aus dem Osten empfangen. Beide sprachen mehrere Stunden lang über "
    "Getreide, Öl und die Lage in Europa. Das teilte ein Sprecher mit, der seinen Namen nicht in der Zeitung lesen wollte."
)


def test_an_article(tmp_path, monkeypatch, page) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_bytes(b"\xef\xbb\xbf" + page.replace("\n", "\r\n").encode())
    (article,) = read("a.txt")
    assert article.id == hash_text(page)[:16]
    assert article.source == "a.txt"
    assert article.text == page
    assert article.title == "Ministers meet in Geneva over grain"
    assert article.title_span
    assert page[article.title_span.start : article.title_span.end] == article.title
    assert article.published == "2023-10-03T21:43:00"
    assert article.publisher == "Northern Wire"
    assert article.url is None
    assert article.language == "en"
    assert [block.kind for block in article.blocks] == [
        "section",
        "headline",
        "byline",
        "published",
        "dateline",
        "paragraph",
        "paragraph",
    ]


def test_a_wrapped_headline_is_one_line_of_title() -> None:
    assert parse_text("Ministers of two countries meet in Geneva and talk about\ngrain\n\nThey met.", "a.txt").title == (
        "Ministers of two countries meet in Geneva and talk about grain"
    )


def test_without_a_date_nothing_is_guessed() -> None:
    article = parse_text("Ministers meet\n\nGENEVA, Oct. 3 (AP) -- They met on Tuesday.\n", "a.txt")
    assert article.published is None


def test_a_bad_article_never_takes_the_others_down(tmp_path, page, read_all) -> None:
    (tmp_path / "good.txt").write_text(page)
    (tmp_path / "good.jsonl").write_text('{"text": "They met."}\n{"text": 1}\nnonsense\n{"text": "They left."}\n')
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "page.txt").write_text("<html><p>They met.</p></html>")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (tmp_path / "noise.txt").write_bytes(bytes(range(0x80, 0x100)) * 8)
    (tmp_path / "german.txt").write_text(GERMAN)
    articles, errors = read_all(tmp_path)
    assert len(articles) == 3
    assert [Path(error.source).name for error in errors] == [
        "empty.txt",
        "german.txt",
        "good.jsonl:2",
        "good.jsonl:3",
        "noise.txt",
        "page.txt",
        "picture.txt",
    ]


def test_strict_stops_at_the_first(tmp_path, page) -> None:
    (tmp_path / "a.txt").write_text(page)
    (tmp_path / "b.txt").write_text("")
    (tmp_path / "c.txt").write_text("They met.")
    results = read_articles([tmp_path], Config(strict=True))
    assert isinstance(next(results), Article)
    with pytest.raises(ArticleError, match=r"b\.txt: is empty"):
        next(results)


def test_strict_lets_duplicates_pass(tmp_path, page) -> None:
    (tmp_path / "a.txt").write_text(page)
    (tmp_path / "b.txt").write_text(page)
    assert len(list(read_articles([tmp_path], Config(strict=True)))) == 2


def test_read_raises_what_is_wrong_with_a_file(tmp_path) -> None:
    with pytest.raises(ArticleError, match="no such file"):
        list(read(tmp_path / "missing.txt"))


def test_reading_is_lazy(tmp_path, page) -> None:
    (tmp_path / "a.txt").write_text(page)
    (tmp_path / "b.txt").write_text(page + "More.\n")
    results = read_articles([tmp_path])
    next(results)
    (tmp_path / "b.txt").unlink()
    assert "No such file" in str(next(results))


def test_other_languages_are_left_out_unless_told_otherwise(tmp_path, read_all) -> None:
    path = tmp_path / "german.txt"
    path.write_text(GERMAN)
    articles, (error,) = read_all(path)
    assert articles == []
    assert error.reason == "is not English (de): left out"
    (article,), errors = read_all(path, config=Config(any_language=True))
    assert article.language == "de"
    assert errors == []


def test_no_short_text_is_left_out_for_its_language(tmp_path, read_all) -> None:
    (tmp_path / "short.txt").write_text(GERMAN[:150])
    (tmp_path / "short.jsonl").write_text(json.dumps({"text": GERMAN[:150], "language": "de", "id": "b"}))
    assert [article.language for article in read_all(tmp_path)[0]] == ["de", "en"]


@pytest.mark.parametrize(("language", "kept"), [("en", "en"), ("en-GB", "en-GB"), ("English", "en"), ("EN_us", "EN-us")])
def test_a_given_language_is_believed(tmp_path, read_all, language, kept) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": GERMAN, "language": language}))
    assert [article.language for article in read_all(tmp_path)[0]] == [kept]


@pytest.mark.parametrize(
    "line", ["The ministers met on Tuesday and spoke of grain, as they had said they would. ", "aaaa", "word "]
)
def test_a_line_of_a_megabyte(line) -> None:
    text = line * (1_000_000 // len(line))
    article = parse_text(text, "a.txt")
    assert [block.kind for block in article.blocks] == ["paragraph"]


def test_an_article_of_five_megabytes(tmp_path, read_all) -> None:
    paragraph = "The ministers met on Tuesday and spoke of grain, as they had said they would. " * 20 + "\n\n"
    (tmp_path / "a.txt").write_text("Ministers meet\n\n" + paragraph * (5_000_000 // len(paragraph)))
    (article,), _ = read_all(tmp_path)
    assert len(article.text) > 4_900_000
    assert len(article.blocks) > 3_000


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
@given(
    data=st.binary(max_size=300) | st.text().map(str.encode) | st.text().map(lambda text: json.dumps({"text": text}).encode())
)
def test_any_bytes_give_articles_or_errors(reader, data) -> None:
    results = list(reader.read(io.BytesIO(data), "a"))
    assert results
    for result in results:
        if isinstance(result, Article):
            assert_whole(result)


LINES = st.sampled_from(
    [
        "By Jane Doe",
        "Published: Oct 3, 2023",
        "WORLD | ASIA",
        "GENEVA (AP) -- They met.",
        "They met. a@b.org",
        "They met in the hall. Photo: Xinhua",
        "(Reuters)",
        "Ministers meet",
        "\N{NO-BREAK SPACE}",
        "",
        "   ",
        "TOKYO:",
        "* * *",
        "Photo: AP",
        "the end.",
    ]
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.text() | st.lists(LINES, max_size=15).map("\n".join))
def test_any_text_is_laid_out_whole(text) -> None:
    assert_whole(parse_text(text, "a.txt"))


def assert_whole(article: Article) -> None:
    """Blocks are in order, disjoint, trimmed and not empty, and only white space is outside of them."""
    position = 0
    for block in article.blocks:
        words = article.text[block.start : block.end]
        assert words
        assert words == words.strip()
        assert position <= block.start
        assert not article.text[position : block.start].strip()
        position = block.end
    assert not article.text[position:].strip()
    if article.title_span:
        assert any(block.kind == "headline" and block.covers(article.title_span) for block in article.blocks)
