"""Designations of weapons and vehicles before the noun that says so ("Topol-M missiles"), where a pipeline sees none."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from kg.extract.mentions.name import Name
from kg.extract.passages import Passage
from kg.model import Span
from kg.ontology import load_ontology

SCORE = 0.8
"""Score of a name told from its form and the noun behind it."""

_DESIGNATION = re.compile(r"\b[A-Z][A-Za-z]*-(?:\d{1,4}[A-Za-z]?|[A-Z]{1,2})(?= +([a-z]+))")


def find_designations(text: str, passages: Sequence[Passage], names: Sequence[Name]) -> Iterator[Name]:
    """The designations that no name covers yet."""
    nouns = load_ontology().entities["product"].nouns
    taken = sorted(name.span for name in names)
    for passage in passages:
        for match in _DESIGNATION.finditer(text, passage.block.start, passage.block.end):
            span = Span(*match.span())
            if (match[1] in nouns or match[1].removesuffix("s") in nouns) and not _is_taken(span, taken):
                yield Name(span, "product", SCORE)


def _is_taken(span: Span, taken: Sequence[Span]) -> bool:
    at = bisect_right(taken, span)
    return any(span.start < other.end and other.start < span.end for other in taken[max(0, at - 1) : at + 1])
