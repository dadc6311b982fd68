"""The same article twice: read once, and said so."""

from __future__ import annotations

from kg.errors import ArticleError
from kg.ids import short_hash
from kg.model import Article


class DuplicateArticleError(ArticleError):
    """An article that was read before under the same id. It is yielded, never raised: nothing is lost by leaving it out."""


class ReadArticles:
    """The articles read so far: their ids, and as much of them as tells two texts apart."""

    def __init__(self) -> None:
        self._by_id: dict[str, tuple[str, str]] = {}

    def admit(self, article: Article) -> Article | ArticleError:
        """The article, or why it is left out: it was read before, or its id stands for another text."""
        key = short_hash(article.text)
        first_key, first_source = self._by_id.setdefault(article.id, (key, article.source))
        if first_source == article.source:
            return article
        if first_key == key:
            return DuplicateArticleError(article.source, f"is the same article as {first_source}: read once")
        return ArticleError(article.source, f"has the id {article.id[:60]!r} of {first_source}, but another text")
