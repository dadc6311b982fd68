"""Article -> Extraction: what one article says, each piece with its place in the text. The only stage that knows spaCy."""

from __future__ import annotations

import gc
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from kg.extract.certainty import tense_of
from kg.extract.coreference import open_discourse
from kg.extract.discourse import Discourse, tokens_of
from kg.extract.events import find_events, finish_events
from kg.extract.mentions import find_names
from kg.extract.nlp import load_nlp, model_name, name_precision
from kg.extract.passages import Passage, parse
from kg.extract.relations import find_relations, finish_relations
from kg.extract.syntax import clause_head
from kg.extract.times import find_times
from kg.model import Article, Extraction, Span, Tense

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["extract_article", "load_nlp", "model_name"]


def extract_article(article: Article, nlp: Language) -> Extraction:
    """What one article says: names, times, chains, events and relations."""
    with _uncollected():
        return _extract(article, nlp)


@contextmanager
def _uncollected() -> Iterator[None]:
    """The collector of cycles rests: what reading makes lives as long as it does, and to look at it again costs."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _extract(article: Article, nlp: Language) -> Extraction:
    passages = parse(article, nlp)
    names = find_names(article, passages, name_precision(nlp))
    sentences = tuple(span for passage in passages for _, span in passage.sentences())
    datelines = (Span(block.start, block.end) for block in article.blocks if block.kind == "dateline")
    times = find_times(
        article.text, sorted((*sentences, *datelines), key=lambda s: s.start), article.published, _tense_at(passages)
    )
    discourse: Discourse = open_discourse(article.text, passages, names)
    stated = find_relations(discourse, times)
    drafts = find_events(discourse, times)
    mentions, chains, ids = discourse.finish()
    events = finish_events(discourse, drafts, ids, _day(article.published))
    relations = finish_relations(discourse, stated, ids)
    return Extraction(article, sentences, mentions, times, chains, events, relations, discourse.finish_joins(ids))


def _day(published: str | None) -> date | None:
    return date.fromisoformat(published[:10]) if published else None


def _tense_at(passages: Sequence[Passage]) -> Callable[[int], Tense]:
    """Offset in the article -> tense of the clause around it."""
    starts = [passage.offset for passage in passages]

    def tense_at(offset: int) -> Tense:
        number = bisect_right(starts, offset) - 1
        if number < 0:
            return "none"
        passage = passages[number]
        token = next(tokens_of(passage, Span(offset, min(offset + 1, passage.block.end))), None)
        verb = clause_head(token) if token is not None else None
        return tense_of(verb) if verb is not None else "none"

    return tense_at
