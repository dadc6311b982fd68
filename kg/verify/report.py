"""What verifying finds, and how it quotes a text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.graph.attributes import legal_text


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that was not found again.

    Attributes:
        where: id of the node, edge or article that says it, or the file.
        what: what is wrong, in words.
    """

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


@dataclass(frozen=True, slots=True)
class Report:
    """What was looked for.

    Attributes:
        articles, spans, names, labels: how many of each.
        wordless: spans that a graph without text gives by their places alone.
        problems: what was not found, in the order of the graph.
    """

    articles: int
    spans: int
    names: int
    labels: int
    wordless: int
    problems: tuple[Problem, ...]


def plain(text: str) -> str:
    """A text as names are compared: one space for any white space, U+FFFD for what XML cannot carry."""
    return " ".join(legal_text(text).split())


def quote(text: str) -> str:
    """A text in quotation marks, on one line of 80 characters at most."""
    words = " ".join(text.split())
    return f"“{words if len(words) <= 80 else words[:79] + '…'}”"


def listed(values: Iterable[str | None]) -> str:
    """Several of them, or that there are none."""
    return ", ".join(sorted({quote(value) for value in values if value})) or "which has none"
