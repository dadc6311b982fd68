"""Titles: of works in quotation marks beside a noun such as "film", of programmes and newspapers that hold other names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.mentions.name import Name
from kg.extract.passages import Passage
from kg.model import Span
from kg.ontology import load_ontology

_QUOTED = re.compile(r"(?:[\"“]|`` ?)([A-Z0-9][^\"“”`\n]{0,60}?)[,.]? ?(?:[\"”]|'')")
_SMALL = frozenset("a an the of and in on for to at by with from or vs".split())
_REACH = 30
_WORD = re.compile(r"[a-z]+")
_SCORE = 0.8
"""Score of a title that is known."""


def with_titles(text: str, passages: Sequence[Passage], names: Sequence[Name]) -> list[Name]:
    """Names with those inside a work's title as that title alone, and with known programmes and outlets."""
    titles = [
        Name(span, "product", 0.0)
        for match in _QUOTED.finditer(text)
        if (span := Span(*match.span(1))) and _is_title(text, match)
    ]
    known = [name for name in _known_titles(text, passages) if not any(name.span.overlaps(title.span) for title in titles)]
    if not titles and not known:
        return list(names)
    kept = [name for name in names if not any(name.span.overlaps(title.span) for title in titles)]
    for title in titles:
        inside = [name for name in names if name.span.overlaps(title.span)]
        if inside:
            kept.append(title._replace(score=max(name.score for name in inside)))
    for title in known:
        beside = [name for name in kept if name.span.overlaps(title.span)]
        if all(title.span.covers(name.span) for name in beside):
            kept = [*(name for name in kept if name not in beside), title]
    return sorted(kept)


def _known_titles(text: str, passages: Sequence[Passage]) -> Iterator[Name]:
    """The programmes and outlets that the article's prose names."""
    for passage in passages:
        for match in _known().finditer(text, passage.block.start, passage.block.end):
            outlet = match[0] in load_ontology().entities["organization"].lists["outlets"]
            yield Name(Span(*match.span()), "organization" if outlet else "product", _SCORE)


@cache
def _known() -> re.Pattern[str]:
    entities = load_ontology().entities
    titles = [*entities["product"].lists["programmes"], *entities["organization"].lists["outlets"]]
    either = "|".join(re.escape(title).replace("'", "['’]") for title in sorted(titles, key=lambda t: (-len(t), t)))
    return re.compile(rf"(?<![\w-])(?<!on )(?:{either})(?![\w-])")


def _is_title(text: str, match: re.Match[str]) -> bool:
    """Whether every word begins like a title's and a noun for a work stands right before or behind."""
    if not all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in match[1].split()):
        return False
    works = load_ontology().entities["product"].lists["works"]
    before = _WORD.findall(re.split(r"[.!?;]", text[max(0, match.start() - _REACH) : match.start()])[-1])[-4:]
    behind = _WORD.findall(re.split(r"[.,!?;]", text[match.end() : match.end() + _REACH])[0])[:2]
    return any(word in works or word.removesuffix("s") in works for word in [*before, *behind])
