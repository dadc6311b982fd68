"""Words as keys and vectors: roots that a verb and its noun share, how telling a word is, how near two are in meaning.

``words.npz`` is compiled by ``training/event_coreference``: document frequencies in news sentences, the verb behind a noun, and
the encoder's word embeddings in 64 dimensions of eight bits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np

Vector = np.ndarray[Any, np.dtype[np.float32]]

_WORD = re.compile(r"[A-Za-z][a-z]+|[A-Z]{2,}|\d[\d.,]*\d|\d")
_ENDINGS = tuple("ations ation ings ing ments ment ers er ors or ions ion ies es ed s al e".split())
_SHORTEST = 3
_STOP = frozenset(
    """
    the a an of in on at to for and or but with by from as is are was were be been being has have had will would could
    should may might must can do does did he she it they we you i his her its their our my your him them us this that these
    those who which what when where while if because said says say not no after before over into than more most about also
    up out off down one two new there here then now so such only other some any all
    """.split()
)
COMMON = frozenset(
    """
    be have do make take get give go come put set use want need know think see look find keep let help show include become
    remain say tell ask call add note work run start begin end continue stop try allow plan expect part way use lead follow
    """.split()
)
"""Lemmas that tell no happening of an article from another."""
_LIGHT = COMMON | frozenset(
    """
    leave bring turn move hold seem feel mean like wait talk speak write hear believe consider happen involve serve stand sit
    stay live
    """.split()
)


class _Table(NamedTuple):
    position: dict[str, int]
    telling: dict[str, float]
    rarest: float
    verbs: dict[str, str]
    vectors: Vector


@cache
def _table() -> _Table:
    with (files("kg.event_coreference") / "words.npz").open("rb") as stream, np.load(stream) as arrays:
        words, roots, nouns, verbs = (str(arrays[name]).split("\n") for name in ("words", "roots", "nouns", "verbs"))
        telling, vectors = arrays["telling"].astype(np.float32).tolist(), arrays["vectors"].astype(np.float32)
    lengths = np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)
    position = {word: i for i, word in enumerate(words)}
    return _Table(
        position, dict(zip(roots, telling, strict=True)), max(telling), dict(zip(nouns, verbs, strict=True)), vectors / lengths
    )


@lru_cache(maxsize=100_000)
def root(word: str) -> str:
    """What a word shares with its inflections and, where that is known, with the verb behind it.

    >>> root("meetings") == root("meeting"), root("arrival") == root("arrive")
    (True, True)
    """
    lower = word.lower()
    return _stem(_table().verbs.get(lower, lower))


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > _SHORTEST and word[-1] == word[-2] else word


def content_roots(text: str) -> list[str]:
    """The roots of the words that carry meaning, numbers included, in their order."""
    return [_stem(word.lower()) for word in _WORD.findall(text) if word.lower() not in _STOP]


def is_light(lemma: str) -> bool:
    """Whether a verb is so common that it tells no happening from another."""
    return lemma in _LIGHT


def telling(stem: str) -> float:
    """How much a root says about a text: the logarithm of how seldom news sentences have it, about 1.5 to 10."""
    table = _table()
    return table.telling.get(stem, table.rarest)


def nearness(left: str, right: str) -> float:
    """Cosine of two words' vectors, -1..1; 0 where one is unknown."""
    table = _table()
    a, b = table.position.get(left.lower()), table.position.get(right.lower())
    if a is None or b is None:
        return 1.0 if left.lower() == right.lower() else 0.0
    return float(table.vectors[a] @ table.vectors[b])


def vectors(words: Iterable[str]) -> Vector:
    """The words' vectors, (words, dimensions), each of length one; of length nought where a word is unknown."""
    table = _table()
    numbers = np.array([table.position.get(word.lower(), -1) for word in words], dtype=np.int64)
    found: Vector = np.where((numbers >= 0)[:, None], table.vectors[numbers], 0).astype(np.float32)
    return found
