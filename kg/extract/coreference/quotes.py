"""Quotations in the running text, and who speaks in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.passages import Passage
from kg.extract.syntax import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

_QUOTED = re.compile(r"“[^“”]{2,1500}(?:”|$)|\"[^\"]{2,1500}(?:\"|$)|(?<!\w)‘[^‘]{12,800}’(?!\w)")
_SAY = frozenset(
    "say tell add ask write reply answer explain announce state declare note warn continue claim argue insist admit recall "
    "remark comment conclude tweet post stress observe respond call cry shout exclaim whisper reiterate "
    "emphasize report believe think".split()
)


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation; ``speaker`` is the token (in the passage) of who says it, None where that is open."""

    start: int
    end: int
    passage: int
    speaker: int | None


def find_quotes(text: str, passages: Sequence[Passage]) -> list[Quote]:
    """The quotations of an article in order; one that goes on in the next passage has the same speaker."""
    found: list[Quote] = []
    for number, passage in enumerate(passages):
        spans = [match.span() for match in _QUOTED.finditer(text, passage.block.start, passage.block.end)]
        if spans:
            verbs = list(_verbs_of_saying(passage, spans))
            found += [Quote(*span, number, _speaker(passage, span, verbs)) for span in spans]
    return found


def _verbs_of_saying(passage: Passage, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[Token, Token]]:
    """Verbs outside of quotations, with their subjects."""
    for token in passage.doc:
        if token.pos_ == "VERB" and lemma(token) in _SAY:
            at = passage.offset + token.idx
            if any(start <= at < end for start, end in spans):
                continue
            subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
            if subject is not None:
                yield token, subject


def _speaker(passage: Passage, span: tuple[int, int], verbs: Sequence[tuple[Token, Token]]) -> int | None:
    """The subject of the nearest verb of saying in the sentences that the quotation touches."""
    start, end = span[0] - passage.offset, span[1] - passage.offset
    near = []
    for verb, subject in verbs:
        sentence = verb.sent
        if sentence.start_char < end and start < sentence.end_char:
            near.append((min(abs(verb.idx - end), abs(start - verb.idx)), subject.i))
    return min(near)[1] if near else None
