from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from kg.config import Config
from kg.errors import ArticleError
from kg.ingest import read_articles
from kg.model import Article

PAGE = """WORLD / ASIA
Ministers meet in Geneva over grain
By Jane Doe
Published: Oct 3, 2023 09:43 PM

GENEVA, Oct. 3 (Northern Wire) -- The ministers of two countries met on Tuesday and spoke of grain for most of the day.

They will meet again in a week, the hosts said.
"""

Results = tuple[list[Article], list[ArticleError]]


@pytest.fixture
def page() -> str:
    """An ordinary article as plain text."""
    return PAGE


@pytest.fixture
def read_all() -> Callable[..., Results]:
    """Read inputs to the end: the articles, and what was left out."""

    def read(*inputs: str | Path, config: Config | None = None) -> Results:
        results: Iterable[Article | ArticleError] = list(read_articles(inputs, config))
        articles = [result for result in results if isinstance(result, Article)]
        return articles, [result for result in results if isinstance(result, ArticleError)]

    return read
