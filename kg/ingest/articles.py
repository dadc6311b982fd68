"""Files -> articles. One bad article never takes the others down: it becomes an error among the articles."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import SpooledTemporaryFile

from kg.config import Config
from kg.errors import ArticleError
from kg.ingest.decode import SIZE_LIMIT
from kg.ingest.duplicates import DuplicateArticleError, ReadArticles
from kg.ingest.inputs import Input, find_inputs
from kg.ingest.language import ENGLISH, SHORT, detect_language, is_english_tag
from kg.ingest.readers import SUFFIXES, find_reader, sniff_reader
from kg.model import Article

_SNIFFED = 4096


def read_articles(inputs: Iterable[str | Path], config: Config | None = None) -> Iterator[Article | ArticleError]:
    """The articles of files, directories, patterns and ``-``, one at a time, sorted by file.

    In place of each article that is left out comes an ``ArticleError`` that says why; for one that was read before, it is a
    ``DuplicateArticleError``.

    Raises:
        ArticleError: the first one, if the settings say strict.
    """
    config = config or Config()
    read = ReadArticles()
    for item in _read_inputs(inputs):
        article = item if isinstance(item, ArticleError) else _check_language(item, config)
        result = article if isinstance(article, ArticleError) else read.admit(article)
        if config.strict and isinstance(result, ArticleError) and not isinstance(result, DuplicateArticleError):
            raise result
        yield result


def read(path: str | Path, config: Config | None = None) -> Iterator[Article]:
    """The articles of one file, directory or pattern.

    Raises:
        ArticleError: the first article that cannot be read.
    """
    strict = replace(config or Config(), strict=True)
    return (article for article in read_articles([path], strict) if isinstance(article, Article))


def _read_inputs(inputs: Iterable[str | Path]) -> Iterator[Article | ArticleError]:
    for item in find_inputs(inputs, SUFFIXES):
        if isinstance(item, ArticleError):
            yield item
            continue
        try:
            yield from _read_stdin(item) if item.path is None else _read_file(item.path, item.source)
        except ArticleError as error:
            yield error
        except OSError as error:
            yield ArticleError(item.source, error.strerror or str(error))


def _read_file(path: Path, source: str) -> Iterator[Article | ArticleError]:
    reader = find_reader(source)
    with path.open("rb") as stream:
        yield from reader.read(stream, source)


def _read_stdin(item: Input) -> Iterator[Article | ArticleError]:
    """What comes through a pipe; it is put aside first, since a look at its beginning takes that away."""
    with SpooledTemporaryFile(max_size=SIZE_LIMIT) as stream:
        shutil.copyfileobj(sys.stdin.buffer, stream)
        stream.seek(0)
        reader = sniff_reader(stream.read(_SNIFFED))
        stream.seek(0)
        yield from reader.read(stream, item.source)


def _check_language(article: Article, config: Config) -> Article | ArticleError:
    """The article with its language, given or detected, or that it is not English."""
    language = article.language or detect_language(article.text)
    is_english = is_english_tag(language)
    if not is_english and not config.any_language and len(article.text.strip()) >= SHORT:
        return ArticleError(article.source, f"is not English ({language}): left out")
    return replace(article, language=language if "-" in language or not is_english else ENGLISH)
