"""Files, directories, patterns and standard input."""

from __future__ import annotations

import io
import json
import os
import random
import sys
from pathlib import Path

import pytest

from kg.ingest import DuplicateArticleError


def sources(results):
    return [result.source for result in results]


@pytest.fixture
def stdin(monkeypatch):
    def feed(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    return feed


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """A directory of articles in several places, with other files between them."""
    monkeypatch.chdir(tmp_path)
    for name in ("news/b.txt", "news/a.txt", "news/far/away/c.TXT", "news/.hidden.txt", "news/.git/d.txt", "news/notes.md"):
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"The article of {name} is about grain.\n")
    Path("news/d.jsonl").write_text(json.dumps({"text": "The fourth is about oil."}) + "\n")
    return tmp_path


def test_a_directory_is_read_all_the_way_down_and_sorted(tree, read_all) -> None:
    articles, errors = read_all("news")
    assert sources(articles) == ["news/a.txt", "news/b.txt", "news/d.jsonl:1", "news/far/away/c.TXT"]
    assert errors == []


@pytest.mark.parametrize("pattern", ["news/*.txt", "*/?.txt", "n[d-f]ws/*.t*"])
def test_patterns(tree, read_all, pattern) -> None:
    articles, errors = read_all(pattern)
    assert sources(articles) == ["news/a.txt", "news/b.txt"]
    assert errors == []


def test_a_pattern_that_finds_a_directory_reads_it(tree, read_all) -> None:
    assert sources(read_all("ne*")[0]) == sources(read_all("news")[0])


def test_a_hidden_file_is_read_when_it_is_asked_for(tree, read_all) -> None:
    assert sources(read_all("news/.h*.txt")[0]) == sources(read_all("news/.hidden.txt")[0]) == ["news/.hidden.txt"]


def test_an_absolute_pattern(tree, read_all) -> None:
    assert len(read_all(f"{tree}/**/*.txt")[0]) == 2


def test_a_name_with_brackets_is_a_file_first(tree, read_all) -> None:
    Path("news/[1].txt").write_text("An odd name.\n")
    assert sources(read_all("news/[1].txt")[0]) == ["news/[1].txt"]


def test_the_order_of_the_inputs_makes_no_difference(tree, read_all) -> None:
    inputs = ["news/b.txt", "news/d.jsonl", "news/far", "news/a.txt", "missing.txt"]
    expected = read_all(*inputs)[0]
    for seed in range(5):
        random.Random(seed).shuffle(inputs)
        assert read_all(*inputs)[0] == expected


def test_the_same_path_twice_is_read_once(tree, read_all) -> None:
    articles, errors = read_all("news/a.txt", Path("news/../news/a.txt"), "news/a.txt", tree / "news/a.txt")
    assert len(articles) == 1
    assert [type(error) for error in errors] == [DuplicateArticleError] * 3
    assert "given twice" in errors[0].reason


def test_the_same_text_twice_is_read_once(tree, read_all) -> None:
    Path("news/z.txt").write_bytes(b"\xef\xbb\xbf" + Path("news/a.txt").read_bytes().replace(b"\n", b"\r\n"))
    articles, errors = read_all("news")
    assert len(articles) == 4
    assert [str(error) for error in errors] == ["news/z.txt: is the same article as news/a.txt: read once"]
    assert isinstance(errors[0], DuplicateArticleError)


def test_two_files_of_one_name_are_two_articles(tree, read_all) -> None:
    Path("news/far/a.txt").write_text("This is about something else.\n")
    articles, errors = read_all("news/a.txt", "news/far/a.txt")
    assert sources(articles) == ["news/a.txt", "news/far/a.txt"]
    assert len({article.id for article in articles}) == 2
    assert errors == []


@pytest.mark.parametrize("name", ["missing.txt", "", "no/such/dir", "a\x00b", "x" * 5000])
def test_what_is_not_there(tree, read_all, name) -> None:
    articles, (error,) = read_all(name)
    assert articles == []
    assert error.source == name
    assert error.reason


def test_a_missing_file_says_so(read_all) -> None:
    assert str(read_all("missing.txt")[1][0]) == "missing.txt: no such file or directory"


def test_a_directory_without_articles(tree, read_all) -> None:
    Path("empty/deep").mkdir(parents=True)
    Path("empty/deep/readme.md").write_text("not an article")
    _, (error,) = read_all("empty")
    assert str(error) == "empty: no articles there (known: *.txt, *.jsonl, *.ndjson)"


def test_a_pattern_without_articles(tree, read_all) -> None:
    _, (error,) = read_all("news/*.pdf")
    assert "no articles there" in error.reason


def test_a_file_of_another_kind(tree, read_all) -> None:
    _, (error,) = read_all("news/notes.md")
    assert error.reason == "no reader for this kind of file (known: .txt, .jsonl, .ndjson)"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read(tree, read_all) -> None:
    Path("news/a.txt").chmod(0)
    assert read_all("news")[1][0].source == "news/a.txt"


def test_a_circle_of_links(tree, read_all) -> None:
    Path("loop.txt").symlink_to("loop.txt")
    Path("news/loop.txt").symlink_to("loop.txt")
    Path("news/up").symlink_to("..")
    articles, errors = read_all("news", "loop.txt")
    assert len(articles) == 4
    assert sources(errors) == ["loop.txt", "news/loop.txt"]


def test_nothing_in_nothing_out(read_all) -> None:
    assert read_all() == ([], [])


def test_text_through_a_pipe(stdin, read_all) -> None:
    stdin(b"\n\nMinisters meet\n\nThey met on Tuesday.\n")
    (article,), _ = read_all("-")
    assert article.source == "stdin"
    assert article.title == "Ministers meet"


def test_json_lines_through_a_pipe(stdin, read_all) -> None:
    stdin(b'\xef\xbb\xbf\n {"text": "They met.", "id": "a"}\n{"text": "They left.", "id": "b"}\n')
    articles, _ = read_all("-", "-")
    assert [(article.id, article.source) for article in articles] == [("a", "stdin:2"), ("b", "stdin:3")]


def test_nothing_through_a_pipe(stdin, read_all) -> None:
    stdin(b"")
    assert str(read_all("-")[1][0]) == "stdin: is empty"
