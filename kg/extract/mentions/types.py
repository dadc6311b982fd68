"""What is no name of a body, and what is a person by the noun beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.names import words
from kg.ontology import load_ontology

if TYPE_CHECKING:
    from kg.extract.tokens import Span as DocSpan


def has_title(ent: DocSpan) -> bool:
    """Whether a name stands beside what a person is ("Russia's ambassador in Washington, X Y, …")."""
    titles = load_ontology().entities["person"].titles
    root = ent.root
    beside = [root.head, root.head.head] if root.dep_ in {"appos", "nmod:desc", "nmod:unmarked", "flat"} else []
    beside += [
        child for child in root.children if child.dep_ in {"appos", "nmod:desc"} and child.i not in range(ent.start, ent.end)
    ]
    return any(token.lower_ in titles for token in beside)


def is_portfolio(ent: DocSpan) -> bool:
    """Whether a name is only what a minister is minister of ("Natural Resources Minister X Y")."""
    doc = ent.doc
    if ent.start > 1 and doc[ent.start - 1].lower_ in {"of", "for"} and doc[ent.start - 2].lower_ in {"minister", "ministers"}:
        return True
    return ent.end < len(doc) and doc[ent.end].text in {"Minister", "Ministers"}


_NO_BODIES = frozenset(
    "TV PC PAC CEO CFO COO PM MP MBA PhD DNA HIV AIDS GDP VIP AM FM DVD ID IQ UFO DUI DWI IPO ICU SUV ATM GPS PTSD "
    "EDT GMT UTC MD".split()
)
"""Common nouns in capitals."""
_ADJECTIVES = frozenset("Assistant Associate Deputy Senior Acting Naval Native".split())
"""What stands before a title or a noun."""
_COMMITTEES = re.compile(r"[Ss]uper[ -]PACs?\b")
"""What American committees of donors are called, which have names of their own."""
_DOCUMENTS = frozenset("charter constitution treaty act amendment".split())


def is_no_body(surface: str) -> bool:
    """Whether what a pipeline took for an organization is a common noun in capitals or a document ("U.N. Charter")."""
    parts = words(surface)
    if _COMMITTEES.match(surface) or surface in _ADJECTIVES:
        return True
    return surface.removesuffix("s").replace(".", "") in _NO_BODIES or (len(parts) > 1 and parts[-1] in _DOCUMENTS)
