"""Beginnings of names that a pipeline left out and the article has elsewhere, or that are a person's given name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from kg.extract.mentions.name import Name
from kg.extract.passages import Passage
from kg.model import Span
from kg.names import fold, is_acronym
from kg.ontology import load_ontology

_BEFORE = re.compile(r"(?:[A-Z][\w.’'-]* ){1,3}$")
_SPELLED_OUT = re.compile(r"\b([A-Z]{3,7}) \(((?:[\w-]+ ){1,5})$")
"""Initials and the beginning of what they stand for, in brackets."""
_INITIALS = re.compile(r" \(([A-Z]{3,7})\)")
_REACH = 60
_GROWING = frozenset({"organization", "place", "facility", "product", "event"})
_FLAT = frozenset({"flat", "compound"})
_GIVEN = re.compile(r"[A-Z][a-z]+(?:[A-Z][a-z]+)?")


def with_beginnings(text: str, passages: Sequence[Passage], names: Sequence[Name]) -> list[Name]:
    """Names with the capitalised words before them that make them a name of the article, or a person's full name.

    "Congressional Black Caucus Foundation", of an article that has the "Congressional Black Caucus"; "Hope Hicks";
    all that initials beside a name stand for ("IMB (International Maritime Bureau)").
    """
    known = {name.span.text_in(text) for name in names}
    long = {surface for surface in known if " " in surface}
    given = _given_names(text, passages, names)
    grown: list[Name] = []
    for name in sorted(names):
        start = given.get(name.span.start, name.span.start)
        if start == name.span.start and name.type in _GROWING:
            start = _start(text, name.span, known, long)
        if start < name.span.start and not (grown and start < grown[-1].span.end):
            name = name._replace(span=Span(start, name.span.end))  # noqa: PLW2901
        grown.append(name)
    return grown


def _start(text: str, span: Span, known: AbstractSet[str], long: AbstractSet[str]) -> int:
    """Where the longest name begins that ends as this one does, or that goes over into it."""
    bracket = _SPELLED_OUT.search(text, max(0, span.start - _REACH), span.start) if text.startswith(")", span.end) else None
    if bracket and is_acronym(bracket[1], text[bracket.start(2) : span.end]):
        return bracket.start(2)
    before = _BEFORE.search(text, max(0, span.start - _REACH), span.start)
    if before is None:
        return span.start
    front = before[0].split()
    for length in range(len(front), 0, -1):
        start = span.start - len(" ".join(front[-length:])) - 1
        whole = text[start : span.end]
        behind = _INITIALS.match(text, span.end)
        if behind and is_acronym(behind[1], whole) and not is_acronym(behind[1], span.text_in(text)):
            return start
        if whole in known or any(whole.startswith(f"{name} ") and start + len(name) > span.start for name in long):
            return start
    return span.start


def _given_names(text: str, passages: Sequence[Passage], names: Sequence[Name]) -> dict[int, int]:
    """Start of a person's single name -> that of the word before it, where the parse makes both one name."""
    titles = load_ontology().entities["person"].titles
    single = {name.span.start: name.span for name in names if name.type == "person" and " " not in name.span.text_in(text)}
    taken = {name.span.end for name in names}
    found: dict[int, int] = {}
    for passage in passages if single else ():
        for token in passage.tokens[1:]:
            at = passage.offset + token.idx
            first = token.nbor(-1)
            if (
                at in single
                and first.is_sent_start
                and at - 1 not in taken
                and text[at - 1] == " "
                and _GIVEN.fullmatch(first.text)
                and fold(first.text) not in titles
                and ((token.head == first and token.dep_ == "flat") or (first.head == token and first.dep_ in _FLAT))
                and first.pos_ == "PROPN"
            ):
                found[at] = passage.offset + first.idx
    return found
