"""Which event mentions are compared: those in one article or two alike that share somebody or whose triggers are near."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np

from kg.event_coreference.circles import Pair
from kg.event_coreference.features import SAYS_LITTLE
from kg.event_coreference.stories import Stories
from kg.event_coreference.views import EventView
from kg.event_coreference.words import Vector, vectors

Numbers = np.ndarray[Any, np.dtype[Any]]

_NEAR = 0.5
"""Cosine of two triggers that may mean one thing."""
_LARGEST_BLOCK = 500


def candidates(views: Sequence[EventView], stories: Stories) -> list[Pair]:
    """Numbers of two mentions that may be of one happening, the smaller first, in order."""
    return sorted({*_by_participants(views), *_by_words(views, stories)})


def _by_participants(views: Sequence[EventView]) -> Iterator[Pair]:
    """Pairs of one type (and word, where the type says little) that share somebody or the place."""
    blocks: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for number, view in enumerate(views):
        word = view.root if view.type in SAYS_LITTLE else ""
        for entity in view.named | view.places:
            blocks[view.type, word, entity].append(number)
    for members in blocks.values():
        if len(members) <= _LARGEST_BLOCK:
            yield from combinations(members, 2)


def _by_words(views: Sequence[EventView], stories: Stories) -> Iterator[Pair]:
    """Pairs in one article or two alike, whose triggers have one root, one telling type, or are near in meaning."""
    of_article: dict[int, list[int]] = defaultdict(list)
    for number, view in enumerate(views):
        of_article[view.article].append(number)
    words = {article: _Words.of([views[number] for number in numbers]) for article, numbers in of_article.items()}
    for left, right in [*((article, article) for article in of_article), *stories.pairs]:
        for i, j in words[left].near(words[right]):
            a, b = of_article[left][i], of_article[right][j]
            if a < b:
                yield a, b


@dataclass(frozen=True, slots=True)
class _Words:
    """The triggers of an article, to be compared with another's at once."""

    roots: Numbers
    types: Numbers
    vectors: Vector

    @classmethod
    def of(cls, views: Sequence[EventView]) -> _Words:
        """Of these mentions."""
        kinds = ["" if view.type in SAYS_LITTLE else view.type for view in views]
        return cls(np.array([view.root for view in views]), np.array(kinds), vectors([view.lemma.lower() for view in views]))

    def near(self, other: _Words) -> list[list[int]]:
        """(number here, number there) of those that could be one."""
        found = self.vectors @ other.vectors.T >= _NEAR
        found |= self.roots[:, None] == other.roots[None]
        found |= (self.types[:, None] == other.types[None]) & (self.types != "")[:, None]
        pairs: list[list[int]] = np.argwhere(found).tolist()
        return pairs
