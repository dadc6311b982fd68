"""What the encoder reads: word pieces, and the letter case that an uncased vocabulary does not see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kg.extract.encoder.wordpieces import WordPieces

SHAPES = 20
"""Number of classes of ``shape``."""


def shape(word: str, spaced: bool) -> int:
    """The class of a word by its letters, and whether white space stands before it.

    >>> shape("Kim", True) == shape("Xi", True), shape("KIM", True) == shape("Kim", True)
    (True, False)
    """
    return 2 * _letters(word) + spaced


def _letters(word: str) -> int:
    if word.islower():
        return 0 if word.isalpha() else 1
    if word.isupper():
        return (2 if word.isalpha() else 3) if len(word) > 1 else 4
    if word.istitle():
        return 5
    if word[:1].isupper():
        return 6
    if any(c.isalpha() for c in word):
        return 7
    return 8 if any(c.isdigit() for c in word) else 9


@dataclass(slots=True)
class Window:
    """The input of one run: pieces with the shape of their word, and each word's first and last piece."""

    begin: int
    end: int
    ids: list[int] = field(default_factory=list)
    shapes: list[int] = field(default_factory=list)
    first: list[int] = field(default_factory=list)
    last: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Words:
    """Words to be read; ``breaks`` says where a new line begins."""

    words: Sequence[str]
    spaced: Sequence[bool]
    breaks: Sequence[bool]


def window(text: Words, begin: int, end: int, pieces: WordPieces) -> Window:
    """The window of the words from ``begin`` to ``end``."""
    made = Window(begin, end, [pieces.cls], [0])
    for i in range(begin, end):
        if text.breaks[i] and i > begin:
            made.ids.append(pieces.sep)
            made.shapes.append(0)
        ids = pieces(text.words[i])
        made.first.append(len(made.ids))
        made.ids += ids
        made.shapes += [shape(text.words[i], text.spaced[i])] * len(ids)
        made.last.append(len(made.ids) - 1)
    made.ids.append(pieces.sep)
    made.shapes.append(0)
    return made


def spans(lengths: Sequence[int], breaks: Sequence[bool], most: int, overlap: int) -> Iterator[tuple[int, int]]:
    """(first, last + 1) of windows of at most ``most`` pieces.

    Windows end before a new line where that leaves them at least half full; elsewhere the next one begins ``overlap``
    words earlier.

    >>> list(spans([1] * 10, [False] * 10, 6, 2))
    [(0, 6), (4, 10)]
    >>> list(spans([1] * 10, [i == 4 for i in range(10)], 6, 2))
    [(0, 4), (4, 10)]
    """
    begin, total = 0, len(lengths)
    while begin < total:
        end, used = begin, 0
        cut = None
        while end < total and (used + lengths[end] <= most or end == begin):
            if breaks[end] and used * 2 >= most:
                cut = end
            used += lengths[end] + (breaks[end] and end > begin)
            end += 1
        if end < total and breaks[end]:
            cut = end
        if end == total:
            yield begin, end
            return
        if cut is not None:
            yield begin, cut
            begin = cut
        else:
            yield begin, end
            begin = max(begin + 1, end - overlap)


def kept(windows: Iterable[tuple[int, int]]) -> list[tuple[int, int, int, int]]:
    """(begin, end, first, last) of each window: which of its words it decides; half of each overlap.

    >>> kept([(0, 6), (4, 10)])
    [(0, 6, 0, 5), (4, 10, 5, 10)]
    """
    rows = list(windows)
    edges = [(rows[i][1] + rows[i + 1][0]) // 2 for i in range(len(rows) - 1)]
    firsts = [rows[0][0], *edges] if rows else []
    lasts = [*edges, rows[-1][1]] if rows else []
    return [(*row, first, last) for row, first, last in zip(rows, firsts, lasts, strict=True)]
