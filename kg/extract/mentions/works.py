"""Titles of works: what stands in quotation marks beside a noun such as "film" is one name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.mentions.name import Name
from kg.model import Span
from kg.ontology import load_ontology

_QUOTED = re.compile(r"(?:[\"“]|`` ?)([A-Z0-9][^\"“”`\n]{0,60}?)[,.]? ?(?:[\"”]|'')")
_SMALL = frozenset("a an the of and in on for to at by with from or vs".split())
_REACH = 30
_WORD = re.compile(r"[a-z]+")


def with_titles(text: str, names: Sequence[Name]) -> list[Name]:
    """Names with those inside a work's title as that title alone; only titles that a name is seen in."""
    titles = [span for match in _QUOTED.finditer(text) if (span := Span(*match.span(1))) and _is_title(text, match)]
    if not titles:
        return list(names)
    kept = [name for name in names if not any(title.start < name.span.end and name.span.start < title.end for title in titles)]
    for title in titles:
        inside = [name for name in names if title.start < name.span.end and name.span.start < title.end]
        if inside:
            kept.append(Name(title, "product", max(name.score for name in inside)))
    return sorted(kept)


def _is_title(text: str, match: re.Match[str]) -> bool:
    """Whether every word begins like a title's and a noun for a work stands right before or behind."""
    if not all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in match[1].split()):
        return False
    works = load_ontology().entities["product"].lists["works"]
    before = _WORD.findall(re.split(r"[.!?;]", text[max(0, match.start() - _REACH) : match.start()])[-1])[-4:]
    behind = _WORD.findall(re.split(r"[.,!?;]", text[match.end() : match.end() + _REACH])[0])[:2]
    return any(word in works or word.removesuffix("s") in works for word in [*before, *behind])
