"""How near nouns are in meaning to what things are called: "the automaker" to what is called a manufacturer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from kg.event_coreference.words import vectors

_Ints = npt.NDArray[np.integer[Any]]


class Meanings(NamedTuple):
    """Rows and columns of the table for each markable (the last for none), and the table: 0..1."""

    row: _Ints
    column: _Ints
    table: npt.NDArray[np.float32]


def compare_meanings(nouns: Sequence[str], chains: Sequence[int], called: Mapping[int, frozenset[str]]) -> Meanings:
    """Each noun against what each chain is called and against each other noun.

    Args:
        nouns: of each markable the noun that heads it, empty for names and pronouns.
        chains: of each markable its chain of names, -1 for none.
        called: chain -> nouns.
    """
    rows = {noun: at for at, noun in enumerate(dict.fromkeys(noun for noun in nouns if noun))}
    labels = {(chain, ""): sorted(called[chain]) for chain in sorted(set(chains)) if called.get(chain)}
    labels |= {(-1, noun): [noun] for noun in rows}
    words = [word for group in labels.values() for word in group]
    columns = {label: at for at, label in enumerate(labels)}
    table = np.zeros((len(rows) + 1, len(columns) + 1), dtype=np.float32)
    if rows:
        near = vectors(list(rows)) @ vectors(words).T
        near[np.array(list(rows))[:, None] == np.array(words)[None, :]] = 1
        starts = np.cumsum([0, *map(len, labels.values())])[:-1]
        table[:-1, :-1] = np.maximum.reduceat(near, starts, axis=1).clip(0)
    row = [rows.get(noun, -1) for noun in nouns]
    column = [columns.get((chain, "") if chain >= 0 else (-1, noun), -1) for chain, noun in zip(chains, nouns, strict=True)]
    return Meanings(np.array(row, dtype=np.int32), np.array(column, dtype=np.int32), table)
