"""Text -> paragraphs, whether they are wrapped at a column, written on one line each, or both.

A blank line always ends a paragraph. A single newline does unless the line is *full*: where text was wrapped at a column, a
line ends because the next word would not have fitted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from kg.model import Span

WRAP_WIDTHS = range(30, 121)
"""Columns that text is wrapped at; longer lines are whole paragraphs, shorter ones are lists and names."""

_TYPICAL = 0.9
"""The longest line would be a bad measure: one web address stands out."""

_RAGGED = 0.8
"""How full a line has to be if its sentence is not at an end: columns cut from a page are uneven."""

_MID_SENTENCE_SHARE = 0.3
"""In wrapped text, two lines out of three begin within a sentence, in lower case; elsewhere, hardly any."""

_LINE = re.compile(r"[^\n]+")
_PROSE_END = re.compile(r"[.:;,][\"'”’»)\]]*$")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")


def trim(text: str, start: int, end: int) -> Span:
    """The stretch without the white space around it."""
    stretch = text[start:end]
    start += len(stretch) - len(stretch.lstrip())
    return Span(start, start + len(stretch.strip()))


def ends_sentence(line: str) -> bool:
    """Whether a line ends as sentences end."""
    return _SENTENCE_END.search(line[-10:]) is not None


def ends_prose(words: str) -> bool:
    """Whether a stretch ends as statements do and headlines do not."""
    return _PROSE_END.search(words[-10:]) is not None


def split_paragraphs(text: str, stands_alone: Callable[[str], bool] = lambda _: False) -> Iterator[Span]:
    """The paragraphs of a text, trimmed; the text outside of them is white space.

    Args:
        text: the text.
        stands_alone: tells a line that is never joined with its neighbours.
    """
    chunks = list(_chunks(text))
    width = _wrap_width(text, chunks)
    for chunk in chunks:
        first = chunk[0]
        for line, following in pairwise(chunk):
            ragged = 1 if line is chunks[0][0] else _RAGGED  # a headline is not an uneven line of the text below
            if not _continues(_words(text, line), _words(text, following), width, ragged, stands_alone):
                yield Span(first.start, line.end)
                first = following
        yield Span(first.start, chunk[-1].end)


def _chunks(text: str) -> Iterator[list[Span]]:
    """The lines between blank lines."""
    chunk: list[Span] = []
    end_of_last = 0
    for match in _LINE.finditer(text):
        line = trim(text, *match.span())
        if chunk and (line.start == line.end or match.start() > end_of_last + 1):
            yield chunk
            chunk = []
        if line.start < line.end:
            chunk.append(line)
        end_of_last = match.end()
    if chunk:
        yield chunk


def _words(text: str, span: Span) -> str:
    return span.text_in(text)


def _wrap_width(text: str, chunks: list[list[Span]]) -> int:
    """The column that a text is wrapped at, 0 if it is not.

    The chunk at the top does not count: headline, byline and date are lines of their own in every text.
    """
    breaks = [pair for chunk in chunks[1:] or chunks for pair in pairwise(chunk)]
    if not breaks:
        return 0
    lengths = sorted(line.end - line.start for line, _ in breaks)
    width = lengths[int(_TYPICAL * (len(lengths) - 1))]
    mid_sentence = sum(text[following.start].islower() for _, following in breaks)
    return width if width in WRAP_WIDTHS and mid_sentence >= _MID_SENTENCE_SHARE * len(breaks) else 0


def _continues(line: str, following: str, width: int, ragged: float, stands_alone: Callable[[str], bool]) -> bool:
    """Whether the paragraph of a line goes on in the line that follows."""
    if stands_alone(line) or stands_alone(following):
        return False
    if ends_sentence(line):
        return width > 0 and _is_full(line, following, width)
    return following[0].islower() or (width > 0 and _is_full(line, following, int(ragged * width)))


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the first word of the next line would not have fitted."""
    return len(line) + 1 + len(following[:width].split(maxsplit=1)[0]) > width
