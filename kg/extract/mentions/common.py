"""Common words that a capital made look like names: at the beginning of a sentence, in a headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.mentions.name import Name
from kg.extract.passages import Passage

_UNSURE = 0.65
"""Score under which a name of one word may be none."""
_WORD = re.compile(r"(?<![\w’'-])[a-z]{3,}(?![\w’'-])")
_TYPES = frozenset({"person", "organization", "place"})


def without_common_words(text: str, passages: Sequence[Passage], names: Sequence[Name]) -> list[Name]:
    """Names without single words that begin a sentence and that the article has in small letters, too, and never inside one."""
    small = {word for passage in passages for word in _WORD.findall(passage.doc.text)}
    starts = {passage.locate(token).start for passage in passages for token in passage.tokens if token.is_sent_start}
    inside = {name.span.text_in(text) for name in names if name.span.start not in starts or name.score >= _UNSURE}
    parts = {word for surface in inside for word in surface.split()}
    return [name for name in names if name.type not in _TYPES or not _is_common(text, name, small, starts, parts)]


def _is_common(text: str, name: Name, small: set[str], starts: set[int], parts: set[str]) -> bool:
    surface = name.span.text_in(text)
    return (
        name.score < _UNSURE
        and name.span.start in starts
        and surface.istitle()
        and surface.lower() in small
        and surface not in parts
    )
