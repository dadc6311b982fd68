"""A parsed text in plain objects, made once: documents, stretches and tokens with spaCy's names for what is asked of them.

spaCy makes its tokens anew whenever one is asked for, and searches the sentence for a token's children; the rules of extraction
ask for both hundreds of times a sentence.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, overload

import numpy as np
from spacy.attrs import DEP, ENT_TYPE, HEAD, IDX, LEMMA, LOWER, MORPH, ORTH, POS, SENT_START, TAG  # type: ignore[import-not-found]
from spacy.parts_of_speech import NAMES  # type: ignore[import-not-found]

if TYPE_CHECKING:
    from spacy.tokens import Doc as Parse

_STRINGS = [ORTH, LOWER, LEMMA, TAG, DEP, ENT_TYPE, MORPH]
_NUMBERS = [POS, IDX, SENT_START, HEAD]
_NO_FEATURES = "_"
_MISLEARNT = {"flead": "flee"}
"""Lemmas that the pipeline makes up by analogy ("bled", "bleed": "fled")."""


class Token:
    """A word, mark or stretch of white space. Two are equal only if they are the same token.

    Attributes:
        doc: the text that it stands in.
        i: its number there.
        idx: its first character there.
        head: the token that it hangs on, itself for a root.
        children: the tokens that hang on it, in the order of the text.
        sent: its sentence.
        lemma: its lemma in small letters, or the word where there is none.
        morph: its morphology as it is written ("Tense=Past|VerbForm=Part").
        is_sent_start: whether it begins a sentence.
        text, lower_, lemma_, tag_, pos_, dep_, ent_type_: as in spaCy.
    """

    __slots__ = (
        "children", "dep_", "doc", "ent_type_", "head", "i", "idx", "is_sent_start", "lemma", "lemma_", "lower_", "morph",
        "pos_", "sent", "tag_", "text",
    )  # fmt: skip

    children: tuple[Token, ...]
    head: Token
    sent: Span

    def __init__(self, doc: Doc, i: int, idx: int, pos: str, starts: bool, *strings: str) -> None:
        self.doc, self.i, self.idx, self.pos_, self.is_sent_start = doc, i, idx, pos, starts
        self.text, self.lower_, self.lemma_, self.tag_, self.dep_, self.ent_type_, self.morph = strings
        lemma = (self.lemma_ or self.text).lower()
        self.lemma = _MISLEARNT.get(lemma, lemma)

    def __repr__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    def nbor(self, i: int = 1) -> Token:
        """The token so many further on.

        Raises:
            IndexError: there is none.
        """
        if self.i + i < 0:
            raise IndexError(self.i + i)
        return self.doc.tokens[self.i + i]

    @property
    def lefts(self) -> Iterator[Token]:
        """The children before it."""
        return (child for child in self.children if child.i < self.i)

    @property
    def rights(self) -> Iterator[Token]:
        """The children behind it."""
        return (child for child in self.children if child.i > self.i)

    @property
    def ancestors(self) -> Iterator[Token]:
        """What it hangs on, the nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def subtree(self) -> Iterator[Token]:
        """It and all that hangs on it, in the order of the text where no arcs cross."""
        for child in self.lefts:
            yield from child.subtree
        yield self
        for child in self.rights:
            yield from child.subtree

    @property
    def left_edge(self) -> Token:
        """The first token of its subtree."""
        return self.doc.tokens[self.doc.parse[self.i].left_edge.i]

    @property
    def right_edge(self) -> Token:
        """The last token of its subtree."""
        return self.doc.tokens[self.doc.parse[self.i].right_edge.i]

    @property
    def is_space(self) -> bool:
        """Whether it is white space."""
        return self.text.isspace()

    @property
    def is_alpha(self) -> bool:
        """Whether it has letters alone."""
        return self.text.isalpha()

    @property
    def is_punct(self) -> bool:
        """Whether it has punctuation marks alone."""
        return all(unicodedata.category(character).startswith("P") for character in self.text)


class Span:
    """Tokens from ``start`` to ``end`` (exclusive) of a text; ``label_`` is the type of a name."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: Doc, start: int, end: int, label: str = "") -> None:
        self.doc, self.start, self.end, self.label_ = doc, start, end, label

    def __repr__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, at: int) -> Token: ...

    @overload
    def __getitem__(self, at: slice) -> Span: ...

    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self))
            return Span(self.doc, self.start + start, self.start + max(start, end))
        return self.doc.tokens[self.start : self.end][at]

    @property
    def start_char(self) -> int:
        """Its first character in the text."""
        return self.doc.tokens[self.start].idx

    @property
    def end_char(self) -> int:
        """The character behind it."""
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """As it is written; empty for a stretch without tokens."""
        return self.doc.text[self.start_char : self.end_char] if self.end > self.start else ""

    @property
    def root(self) -> Token:
        """The token that the others hang on."""
        return self.doc.tokens[self.doc.parse[self.start : self.end].root.i]


class Doc:
    """A parsed text.

    Attributes:
        parse: as spaCy has it.
        text: the text itself, put together from the tokens if it is not given.
        tokens: its tokens in order.
        sents: its sentences in order.
        ents: its names in order.
        user_data: notes of the pipeline.
    """

    __slots__ = ("ents", "parse", "sents", "text", "tokens", "user_data")

    def __init__(self, parse: Parse, text: str | None = None) -> None:
        self.parse, self.text = parse, parse.text if text is None else text
        notes: dict[Any, Any] = parse.user_data
        self.user_data = notes
        self.tokens = tuple(_tokens(self, parse))
        self.sents = tuple(_sentences(self))
        self.ents = tuple(Span(self, ent.start, ent.end, ent.label_) for ent in parse.ents)

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...

    @overload
    def __getitem__(self, at: slice) -> Span: ...

    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self.tokens))
            return Span(self, start, max(start, end))
        return self.tokens[at]

    def char_span(self, start: int, end: int, *, alignment_mode: str = "strict") -> Span | None:
        """The tokens from one character to another; None where there are none, as spaCy's ``alignment_mode`` has it."""
        piece = self.parse.char_span(start, end, alignment_mode=alignment_mode)
        return None if piece is None else Span(self, piece.start, piece.end)


def _tokens(doc: Doc, parse: Parse) -> list[Token]:
    """The tokens of a text, hung on each other."""
    strings = parse.vocab.strings
    *written, morphs = ([strings[key] for key in column] for column in parse.to_array(_STRINGS).T.tolist())
    pos, idx, starts, heads = parse.to_array(_NUMBERS).astype(np.int64).T.tolist()
    features = ["" if morph == _NO_FEATURES else morph for morph in morphs]
    rows = zip(idx, map(NAMES.__getitem__, pos), map((1).__eq__, starts), *written, features, strict=True)
    tokens = [Token(doc, i, *row) for i, row in enumerate(rows)]
    below: list[list[Token]] = [[] for _ in tokens]
    for token, offset in zip(tokens, heads, strict=True):
        token.head = tokens[token.i + offset]
        if offset:
            below[token.i + offset].append(token)
    for token, children in zip(tokens, below, strict=True):
        token.children = tuple(children)
    return tokens


def _sentences(doc: Doc) -> Iterator[Span]:
    """The sentences of a text; each of its tokens is told its own."""
    edges = [token.i for token in doc.tokens if token.is_sent_start and token.i]
    for start, end in zip([0, *edges], [*edges, len(doc.tokens)], strict=True):
        sentence = Span(doc, start, end)
        for token in doc.tokens[start:end]:
            token.sent = sentence
        if end > start:
            yield sentence
