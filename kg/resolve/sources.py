"""Articles as sources: equal texts are one, and every span opens on its sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.ids import hash_text, node_id
from kg.model import Article, Evidence, Extraction, Source, Span


def source_id(article: Article) -> str:
    """The id of an article's node: the same for equal texts."""
    return node_id("article", article.title or "", hash_text(article.text))


def make_source(articles: Sequence[Article]) -> Source:
    """The source that articles of equal text are; each field from the first, by id and path, that has it."""
    ordered = sorted(articles, key=lambda article: (article.source, article.id))

    def first(field: str) -> str | None:
        return next((value for article in ordered if (value := getattr(article, field))), None)

    article = replace(ordered[0], title=first("title"))
    return Source(
        id=source_id(article),
        title=article.title,
        published=first("published"),
        publisher=first("publisher"),
        url=first("url"),
        language=article.language,
        path=article.source,
        text_sha256=hash_text(article.text),
    )


@dataclass(frozen=True, slots=True)
class Reading:
    """An extraction with what is needed to quote from it."""

    extraction: Extraction
    source: str
    stretches: tuple[Span, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, extraction: Extraction) -> Reading:
        """Prepare an extraction; what lies in no sentence (a photo's credit) is quoted with its block."""
        covered = extraction.sentences
        others = (Span(b.start, b.end) for b in extraction.article.blocks if not any(b.overlaps(s) for s in _near(covered, b)))
        stretches = tuple(sorted((*covered, *others), key=lambda span: (span.start, span.end)))
        return cls(extraction, source_id(extraction.article), stretches, tuple(span.start for span in stretches))

    def quote(self, start: int, end: int, score: float | None = None) -> Evidence:
        """A span as evidence, with the sentence that it begins in."""
        text = self.extraction.article.text
        sentence = self.sentence_at(start)
        if not sentence.start <= start < end <= sentence.end:
            sentence = Span(min(sentence.start, start), max(sentence.end, end))
        return Evidence(
            self.source, start, end, text[start:end], sentence.start, sentence.end, text[sentence.start : sentence.end], score
        )

    def sentence_at(self, offset: int) -> Span:
        """The sentence that an offset lies in, or the empty span there."""
        index = bisect_right(self.starts, offset) - 1
        if index >= 0 and self.stretches[index].start <= offset < self.stretches[index].end:
            return self.stretches[index]
        return Span(offset, offset)


def _near(spans: Sequence[Span], block: Span) -> Iterable[Span]:
    index = bisect_right([span.start for span in spans], block.end)
    return spans[max(0, index - 1) : index]
