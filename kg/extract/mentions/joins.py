"""One name where a pipeline saw two: given name and surname, the halves of a place, a body and what it is for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from kg.extract.mentions.name import Name
from kg.gazetteer import country_of, lookup, people_of
from kg.model import Span
from kg.ontology import load_ontology

_HYPHENED = re.compile(r"-([A-Z][a-z]{4,})(?![\w-])")
"""The second half of a name such as "Journal-Constitution"."""
_AMERICANS = re.compile(r"-Americans?\b")


def join_halves(text: str, names: Sequence[Name]) -> list[Name]:
    """One name where a pipeline saw two: given name and surname, "African" of "African-American" or "African Americans"."""
    joined: list[Name] = []
    whole = {name.span.text_in(text) for name in names}
    given = _halves_of_persons(text, names)
    for name in sorted(names):
        before = joined[-1] if joined else None
        gap = text[before.span.end : name.span.start] if before else ""
        halves = before and (_are_halves(text, before, name) or _is_country_apart(text, before, name))
        if before and gap == " " and (halves or name.span.start in given):
            span = Span(before.span.start, name.span.end)
            joined[-1] = name._replace(span=span, score=max(before.score, name.score))
        elif before and _is_body_of(text, before, name):
            joined[-1] = before._replace(span=Span(before.span.start, name.span.end))
        elif before and _is_one_place(text, before, name):
            joined[-1] = before._replace(span=Span(before.span.start, name.span.end), type="place")
        elif rest := _rest_of_hyphened(text, name, whole):
            joined.append(name._replace(span=Span(name.span.start, rest.end())))
        elif not (before and name.span.start < before.span.end and name.type == "group"):
            joined.append(name)
    return joined


def _is_body_of(text: str, left: Name, right: Name) -> bool:
    """Whether a name is a noun for a body alone and the other one what it is for ("Commission on Presidential Debates")."""
    noun, gap = left.span.text_in(text), text[left.span.end : right.span.start]
    bodies = left.type == right.type == "organization" and gap in {" on ", " for ", " of "}
    return bodies and noun.lower() in load_ontology().entities["organization"].heads


def _is_one_place(text: str, left: Name, right: Name) -> bool:
    """Whether two names are one of the gazetteer ("Trinidad and Tobago"), or a people and the rest of its country's name."""
    gap, whole = text[left.span.end : right.span.start], text[left.span.start : right.span.end]
    if gap == " ":
        return left.type == "group" and right.type == "place" and country_of(whole) is not None
    return gap in {" of ", " of the ", " and ", "-"} and bool(lookup(whole))


def _rest_of_hyphened(text: str, name: Name, whole: AbstractSet[str]) -> re.Match[str] | None:
    """What a hyphen joins to a name and a pipeline left out."""
    if name.type == "organization":
        rest = _HYPHENED.match(text, name.span.end)
        return rest if rest and rest[1] not in whole else None
    if name.type == "place":
        rest = _HYPHENED.match(text, name.span.end)
        return rest if rest and lookup(text[name.span.start : rest.end()]) else None
    return _AMERICANS.match(text, name.span.end) if name.type == "group" else None


def _are_halves(text: str, left: Name, right: Name) -> bool:
    surfaces = [name.span.text_in(text) for name in (left, right)]
    return left.type == right.type and left.type in {"person", "group"} and all(s.isalpha() and s.istitle() for s in surfaces)


def _halves_of_persons(text: str, names: Sequence[Name]) -> set[int]:
    """Where full names of persons begin right behind a single word that was taken for another person and never stands alone."""
    persons = [name for name in sorted(names) if name.type == "person"]
    surfaces = Counter(name.span.text_in(text) for name in persons)
    surnames = {surface.split()[-1] for surface in surfaces if " " in surface}
    return {
        right.span.start
        for left, right in pairwise(persons)
        if text[left.span.end : right.span.start] == " "
        and (first := left.span.text_in(text)).isalpha()
        and not first.isupper()
        and not first.endswith(("man", "woman"))
        and not people_of(first)
        and surfaces[first] == 1
        and first not in surnames
        and right.span.text_in(text).count(" ") == 1
    }


def _is_country_apart(text: str, left: Name, right: Name) -> bool:
    """Whether a name begins with the halves of "U. S."."""
    return left.span.text_in(text) == "U." and text.startswith("S.", right.span.start)
