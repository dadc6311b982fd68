"""An article's prose, parsed: one Doc a passage, with its place in the text.

A passage is a block of the article's layout (or a part of a very long one), so a paragraph's end always ends a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract.tokens import Doc, Token
from kg.extract.tokens import Span as DocSpan
from kg.model import Article, Block, Span

if TYPE_CHECKING:
    from spacy.language import Language

PROSE = frozenset({"headline", "paragraph", "caption"})
"""Kinds of block that are parsed."""

_LONGEST = 20_000
"""Characters that are parsed at once: a block of megabytes must not take memory in proportion."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A parsed stretch of an article: ``doc`` begins at ``offset`` in the article's text."""

    doc: Doc
    offset: int
    block: Block
    tokens: tuple[Token, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tokens", self.doc.tokens)

    def locate(self, piece: Token | DocSpan) -> Span:
        """Where a token or span of the doc stands in the article."""
        start = piece.idx if isinstance(piece, Token) else piece.start_char
        return Span(self.offset + start, self.offset + start + len(piece.text))

    def sentences(self) -> Iterator[tuple[DocSpan, Span]]:
        """The sentences, each with its place in the article (without the blanks around it)."""
        for sentence in self.doc.sents:
            words = [token for token in self.tokens[sentence.start : sentence.end] if not token.is_space]
            if words:
                yield sentence, Span(self.locate(words[0]).start, self.locate(words[-1]).end)


def parse(article: Article, nlp: Language) -> list[Passage]:
    """The passages of an article, in the order of its text."""
    pieces = [piece for block in article.blocks if block.kind in PROSE for piece in _split(article.text, block)]
    texts = [article.text[piece.start : piece.end] for piece in pieces]
    parsed = zip(nlp.pipe(texts), texts, pieces, strict=True)
    return [Passage(Doc(doc, text), piece.start, piece) for doc, text, piece in parsed]


def _split(text: str, block: Block) -> Iterator[Block]:
    """A block in pieces that can be parsed, cut after a blank where there is one."""
    start = block.start
    while block.end - start > _LONGEST:
        blank = max(text.rfind(" ", start, start + _LONGEST), text.rfind("\n", start, start + _LONGEST))
        end = blank + 1 if blank > start else start + _LONGEST
        yield Block(start, end, block.kind)
        start = end
    yield Block(start, block.end, block.kind)
