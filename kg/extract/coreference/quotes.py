"""Quotations in the running text, who speaks in them, and who is said to say something at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.passages import Passage
from kg.extract.syntax import lemma, subjects

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_QUOTED = re.compile(
    r"“[^“”]{2,1500}(?:”|$)|``(?:(?!``).){2,1500}?(?:\'\'|$)|(?<!\w)\'\'(?=\w)(?:(?!\'\').){2,1500}\'\'"
    r"|\"[^\"]{2,1500}?(?:\"|\'\'|$)|(?<!\w)‘[^‘]{12,800}’(?!\w)",
    re.S,
)
"""Marks of quotation as they are printed, and as typists and archives write them."""
SAYING = frozenset(
    "say tell add ask write reply answer explain announce state declare note warn continue claim argue insist admit recall "
    "remark comment conclude tweet post stress observe respond cry shout yell scream exclaim whisper reiterate "
    "emphasize report believe think urge disclose indicate suggest acknowledge predict promise vow pledge caution testify "
    "confirm deny assert maintain contend joke quip".split()
)


_RETELLING = frozenset({"report", "believe", "think"})
"""Verbs whose subject need not have said the words quoted."""
_DOING = frozenset({"continue", "write"})
"""Verbs of doing as much as of saying: somebody continues with a work, writes a book."""
_ACCORDING = "according"


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation; ``speaker`` is the token (in ``passage``) of who says it, None where that is open."""

    start: int
    end: int
    passage: int
    speaker: int | None


@dataclass(frozen=True, slots=True)
class Saying:
    """Outside of quotations: where a verb of saying (or "according") stands, its lemma, and the token of who says it."""

    passage: int
    at: int
    word: str
    speaker: int
    first: int
    last: int
    """First character of its sentence in the article, and the one behind it."""


def find_speech(text: str, passages: Sequence[Passage]) -> tuple[list[Quote], list[Saying]]:
    """The quotations of an article, and all that somebody is said to say, both in order.

    A quotation that nobody is said to say goes on with who spoke right before.
    """
    quotes: list[Quote] = []
    sayings: list[Saying] = []
    for number, passage in enumerate(passages):
        spans = [match.span() for match in _QUOTED.finditer(text, passage.block.start, passage.block.end)]
        said = list(_sayings(number, passage, spans))
        for span in spans:
            quotes.append(_quote(span, number, said, quotes, passages))
        sayings += said
    return quotes, sayings


def _quote(
    span: tuple[int, int], number: int, said: Sequence[Saying], before: Sequence[Quote], passages: Sequence[Passage]
) -> Quote:
    """A quotation with the nearest saying in the sentences that it touches, or who spoke right before."""
    start, end = span
    near = [
        (s.word == _ACCORDING, min(abs(s.at - end), abs(start - s.at)), s.speaker)
        for s in said
        if s.first < end and start < s.last and s.word not in _RETELLING
    ]
    if near:
        return Quote(start, end, number, min(near)[2])
    last = before[-1] if before else None
    if last is not None and last.speaker is not None and _goes_on(last, start, number, passages):
        return Quote(start, end, last.passage, last.speaker)
    return Quote(start, end, number, None)


def _goes_on(last: Quote, start: int, number: int, passages: Sequence[Passage]) -> bool:
    """Whether a quotation follows on another in the same passage, or opens the next one."""
    if last.start >= passages[number].block.start:
        return True
    opens = not passages[number].doc.text[: start - passages[number].offset].strip()
    return opens and number > 0 and last.start >= passages[number - 1].block.start


def _sayings(number: int, passage: Passage, spans: Sequence[tuple[int, int]]) -> Iterator[Saying]:
    """Verbs of saying and "according to" outside of quotations."""
    for token in passage.tokens:
        speaker = _who_says(token)
        if speaker is None:
            continue
        at = passage.offset + token.idx
        if any(start <= at < end for start, end in spans):
            continue
        sentence = token.sent
        first, last = passage.offset + sentence.start_char, passage.offset + sentence.end_char
        word = _ACCORDING if token.lower_ == _ACCORDING else lemma(token)
        yield Saying(number, at, word, speaker.i, first, last)


def _who_says(token: Token) -> Token | None:
    if token.lower_ == _ACCORDING:
        above = token.head if token.dep_ == "case" else next((c for c in token.children if c.dep_ in {"obl", "pobj"}), None)
        return above if above is not None and above.pos_ in {"NOUN", "PROPN", "PRON"} else None
    if token.pos_ != "VERB" or lemma(token) not in SAYING or (lemma(token) in _DOING and _does(token)):
        return None
    own = next((c for c in token.children if c.dep_ == "nsubj"), None)
    if own is None and any(c.dep_ in {"mark", "case"} and c.lower_ == "as" for c in token.children):  # "quoted Ann as saying"
        return next((c for c in token.head.children if c.dep_ in {"obj", "nsubj:pass"}), None)
    if own is not None and own.lower_ == "who" and token.dep_ == "acl:relcl":
        return token.head
    return own if own is not None else next(iter(subjects(token)), None)


def _does(token: Token) -> bool:
    """Whether a verb that can be one of saying has an object or goes on with something, and no clause of what is said."""
    said = {child.dep_ for child in token.children}
    return bool(said & {"obj", "xcomp", "obl"}) and "ccomp" not in said
