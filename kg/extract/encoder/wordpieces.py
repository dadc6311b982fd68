"""Words to the pieces of a BERT vocabulary (WordPiece, Wu et al. 2016): uncased, longest match first.

Sixty lines of our own: the library that reads such vocabularies brings a client for model hubs with it, which has no place in a
program that never touches the network.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

MOST_PIECES = 12
"""Pieces of one word that are read: an address of the web has hundreds."""
_LONGEST = 100
"""Characters of a part beyond which it is unknown as a whole, as in BERT."""
_CACHED = 100_000
_INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cs"})


class WordPieces:
    """Words to the ids of their pieces; words are never joined, and each has one piece at least."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._ids = vocabulary
        self.cls, self.sep, self.unknown = (vocabulary[name] for name in ("[CLS]", "[SEP]", "[UNK]"))
        self._read = lru_cache(maxsize=_CACHED)(self._read_word)

    @classmethod
    def from_file(cls, path: Path) -> WordPieces:
        """From a ``tokenizer.json``."""
        return cls(json.loads(path.read_text(encoding="utf-8"))["model"]["vocab"])

    def __call__(self, word: str) -> tuple[int, ...]:
        """The ids of a word, at most ``MOST_PIECES``."""
        return self._read(word[:200])

    def _read_word(self, word: str) -> tuple[int, ...]:
        ids = [piece for part in split(word) for piece in self._match(part)]
        return tuple(ids[:MOST_PIECES]) or (self.unknown,)

    def _match(self, part: str) -> list[int]:
        """The longest pieces from the left; the part is unknown if it cannot be covered."""
        found: list[int] = []
        start = 0
        while start < len(part) <= _LONGEST:
            prefix = "##" if start else ""
            end = next((e for e in range(len(part), start, -1) if prefix + part[start:e] in self._ids), None)
            if end is None:
                return [self.unknown]
            found.append(self._ids[prefix + part[start:end]])
            start = end
        return found or [self.unknown]


def split(word: str) -> Iterator[str]:
    """The parts of a word: lower case without accents, each punctuation mark and each Chinese character by itself.

    >>> list(split("São-Tomé"))
    ['sao', '-', 'tome']
    """
    part = ""
    for c in unicodedata.normalize("NFD", "".join(_clean(word))).lower():
        if c.isspace() or _stands_alone(c):
            yield from filter(None, (part, "" if c.isspace() else c))
            part = ""
        elif unicodedata.category(c) != "Mn":
            part += c
    if part:
        yield part


def _clean(word: str) -> Iterator[str]:
    """Characters without control characters; blanks of any kind are spaces."""
    for c in word:
        if c in "\t\n\r" or unicodedata.category(c) == "Zs":
            yield " "
        elif c not in "\0\ufffd" and unicodedata.category(c) not in _INVISIBLE:
            yield c


def _stands_alone(c: str) -> bool:
    return _is_punctuation(c) or _is_chinese(ord(c))


def _is_punctuation(c: str) -> bool:
    return c in "$+<=>^`|~" or unicodedata.category(c)[0] == "P"


def _is_chinese(code: int) -> bool:
    return any(
        low <= code <= high
        for low, high in (
            (0x4E00, 0x9FFF),
            (0x3400, 0x4DBF),
            (0x20000, 0x2A6DF),
            (0x2A700, 0x2B73F),
            (0x2B740, 0x2B81F),
            (0x2B820, 0x2CEAF),
            (0xF900, 0xFAFF),
            (0x2F800, 0x2FA1F),
        )
    )
