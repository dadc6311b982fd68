"""How well a name fits a question: letters without accents, in lower case, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import IntEnum

from kg.names import fold as fold_letters


class Fit(IntEnum):
    """How a question fits a name, the best first."""

    EXACT = 0
    WORDS = 1
    PREFIX = 2
    NONE = 3


def fold(text: str) -> str:
    """The text as it is compared.

    >>> fold("  Kim Jong-Ŭn ")
    'kim jong un'
    """
    return " ".join(re.findall(r"[^\W_]+", fold_letters(text)))


def fit(question: str, names: Iterable[str]) -> Fit:
    """The best fit of a folded question to any of these names.

    >>> fit("kim", ["Kim Jong Un"]), fit("putin", ["Vladimir Putin", "Putin"]), fit("cosmo", ["Vostochny Cosmodrome"])
    (<Fit.WORDS: 1>, <Fit.EXACT: 0>, <Fit.PREFIX: 2>)
    """
    return min((_fit(question, fold(name)) for name in names), default=Fit.NONE) if question else Fit.NONE


def _fit(question: str, name: str) -> Fit:
    if question == name:
        return Fit.EXACT
    if f" {question} " in f" {name} ":
        return Fit.WORDS
    return Fit.PREFIX if f" {question}" in f" {name}" else Fit.NONE
