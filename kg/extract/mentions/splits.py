"""Two names where a pipeline saw one: "the Putin-Kim summit", a part and its whole."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from kg.extract.mentions.name import Name
from kg.gazetteer import lookup
from kg.model import Span
from kg.names import key, words
from kg.ontology import load_ontology

_PAIR = re.compile(r"([A-Z][^-–—/]*)[-–—/]([A-Z][^-–—/]*)")


def split_pairs(text: str, names: Sequence[Name]) -> list[Name]:
    """Two names where the article writes two as one ("the Putin-Kim summit") and has each of them by itself."""
    surfaces = sorted({name.span.text_in(text) for name in names}, key=lambda s: (-len(s), s))
    alone = {word for surface in surfaces for word in _ends(surface)}
    fuller: dict[str, list[str]] = defaultdict(list)
    for surface in surfaces:
        if " " in surface:
            fuller[surface.split()[0]].append(surface)
    split: list[Name] = []
    for name in names:
        one = _ends_in_americans(text, name) or (name.type == "place" and lookup(name.span.text_in(text)))
        pair = _PAIR.fullmatch(text, name.span.start, name.span.end) if not one else None
        longer = (
            next((full for full in fuller.get(pair[2], ()) if text.startswith(full, pair.start(2))), None) if pair else None
        )
        if pair and all(key(part) in alone for part in pair.groups()):
            split += [name._replace(span=Span(*pair.span(group))) for group in (1, 2)]
        elif pair and longer and key(pair[1]) in alone:  # "Boeing-Air" of "Boeing-Air Force talks"
            split.append(name._replace(span=Span(*pair.span(1))))
            split.append(name._replace(span=Span(pair.start(2), pair.start(2) + len(longer))))
        else:
            split.append(name)
    return split


def _ends_in_americans(text: str, name: Name) -> bool:
    return name.type == "group" and name.span.text_in(text).endswith(("-American", "-Americans"))


def _ends(surface: str) -> set[str]:
    """What a name can be called in short: all of it, and its first and last word."""
    parts = words(surface)
    return {" ".join(parts), parts[0], parts[-1]} if parts and "-" not in surface else {" ".join(parts), *parts[:1]}


_OWNER = re.compile(r"['’]s (?=[A-Z])")
_INNER_BODY = re.compile(r"(?: of (?:the )?)(?=[A-Z])")


def split_bodies(text: str, names: Sequence[Name]) -> list[Name]:
    """Two organizations where one name holds a part and its whole ("Center for Studies of East China University")."""
    split: list[Name] = []
    for name in names:
        seam = _seam(text, name) if name.type == "organization" else None
        if seam is None:
            split.append(name)
        else:
            split += [
                name._replace(span=Span(name.span.start, seam.start())),
                name._replace(span=Span(seam.end(), name.span.end)),
            ]
    return split


def _seam(text: str, name: Name) -> re.Match[str] | None:
    """The "of" between a part of several words and a whole that is named by a noun such as "University"; a possessive."""
    for owner in _OWNER.finditer(text, name.span.start, name.span.end):
        whole = words(text[name.span.start : owner.start()])
        if len(whole) > 1 and whole[-1] in load_ontology().entities["organization"].heads:
            return owner
    for seam in _INNER_BODY.finditer(text, name.span.start, name.span.end):
        part, whole = words(text[name.span.start : seam.start()]), words(text[seam.end() : name.span.end])
        end = next((i for i, word in enumerate(whole) if word == "of" and i), len(whole))
        if len(part) > 1 and end > 1 and whole[end - 1] in load_ontology().entities["organization"].wholes:
            return seam
    return None
