"""Texts with marks in them: ``[Ann Lee](person) met [Bob](person b) on [Monday](2023-09-11).``"""

from __future__ import annotations

import re
from typing import NamedTuple

_MARK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")


class Mark(NamedTuple):
    """A marked piece of the text without its marks, and the words of its mark."""

    start: int
    end: int
    text: str
    label: str
    rest: str


def unmark(marked: str) -> tuple[str, list[Mark]]:
    """The text without marks, and where they were."""
    text, marks, done = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[done : match.start()]
        label, _, rest = match[2].partition(" ")
        marks.append(Mark(len(text), len(text) + len(match[1]), match[1], label, rest))
        text += match[1]
        done = match.end()
    return text + marked[done:], marks
