"""Reading one article."""

from __future__ import annotations

import gc
from typing import Any

import pytest

from kg.extract import extract_article
from kg.model import Article, Block


class Failing:
    """A pipeline that fails in the middle of an article, and what it saw of the collector."""

    def __init__(self) -> None:
        self.seen: bool | None = None

    def pipe(self, texts: object) -> object:
        self.seen = gc.isenabled()
        raise ValueError(texts)


@pytest.mark.parametrize("was", [True, False])
def test_the_collector_rests_for_an_article_and_is_as_it_was_afterwards(*, was: bool) -> None:
    article = Article("a", "a.txt", "Ann met Bob.", (Block(0, 12, "paragraph"),))
    pipeline: Any = Failing()
    (gc.enable if was else gc.disable)()
    try:
        with pytest.raises(ValueError, match="Ann"):
            extract_article(article, pipeline)
        assert (pipeline.seen, gc.isenabled()) == (False, was)
    finally:
        gc.enable()
