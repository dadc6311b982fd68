"""Names with the noun behind them that a pipeline cut off: a body's, an event's, a built thing's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from kg.extract.mentions.name import Name
from kg.facilities import parse_facility
from kg.gazetteer import organization
from kg.model import Span
from kg.names import fold, key, words
from kg.ontology import load_ontology

_NEXT_WORD = re.compile(r" ([A-Z][a-z]+)\b(?!['’-])")


def with_heads(text: str, names: Sequence[Name]) -> list[Name]:
    """Names with the noun behind them that a pipeline cut off ("State Affairs Commission"; "Islamic State", which is known)."""
    entities = load_ontology().entities
    heads = entities["organization"].heads
    taken = {name.span.start for name in names}
    grown: list[Name] = []
    for name in names:
        match = _NEXT_WORD.match(text, name.span.end)
        headed = match and name.type in {"organization", "product", "event"} and fold(match[1]) in heads
        if match and name.type == "event" and match.start(1) not in taken and fold(match[1]) in entities["event"].heads:
            name = name._replace(span=Span(name.span.start, match.end(1)))  # noqa: PLW2901
        elif match and match.start(1) not in taken and (headed or organization(text[name.span.start : match.end(1)])):
            name = name._replace(span=Span(name.span.start, match.end(1)), type="organization")  # noqa: PLW2901
        grown.append(name)
    return grown


_LOWER_WORDS = re.compile(r"(?:[ ][a-z][a-z-]*){1,4}")
_INDEFINITE = re.compile(r"\b(?:an?|another|every|each|any|some|no)\s+$", re.IGNORECASE)


def with_built_nouns(text: str, names: Sequence[Name]) -> list[Name]:
    """Names with the common noun behind them that makes them a facility's ("Vostochny space launch facility").

    So where the article has that facility by its full name, or never has the bare name without the noun.
    """
    surfaces = [name.span.text_in(text) for name in names]
    facilities = {parts for surface in surfaces if (parts := parse_facility(surface)) and parts.own}
    grown: dict[int, Name] = {}
    for i, (name, surface) in enumerate(zip(names, surfaces, strict=True)):
        whole = name.type == "person" and len(words(surface)) > 1
        end = _end_of_named_after(text, name.span, surface) if whole else None
        if end is None and (whole or name.type in {"place", "facility", "organization"}):
            end = _end_of_built_noun(text, name.span, surface)
        if end is not None:
            grown[i] = name._replace(span=Span(name.span.start, end), type="facility")
    bare = Counter(key(surface) for i, surface in enumerate(surfaces) if i not in grown)
    return [
        grown[i]
        if i in grown and (parse_facility(text[name.span.start : grown[i].span.end]) in facilities or not bare[key(surface)])
        else name
        for i, (name, surface) in enumerate(zip(names, surfaces, strict=True))
    ]


def _begins_with(surface: str, own: tuple[str, ...]) -> bool:
    """Whether a name is a facility's own words, perhaps with the beginning of the noun behind them."""
    return bool(own) and words(surface)[: len(own)] == own


_NAMED_AFTER = re.compile(r"(?: [a-z][a-z-]*){1,2}")


def _end_of_named_after(text: str, span: Span, surface: str) -> int | None:
    """Where what is named after a person ends, with an article in front ("the Yuri Gagarin aircraft plant")."""
    run = _NAMED_AFTER.match(text, span.end) if text[max(0, span.start - 4) : span.start].lower() == "the " else None
    for length in (2, 1) if run else ():
        behind = " ".join(text[span.end : run.end()].split()[:length]) if run else ""
        parts = parse_facility(f"{surface} {behind}")
        if parts and parts.own[: len(words(surface))] == words(surface):
            return span.end + 1 + len(behind)
    return None


def _end_of_built_noun(text: str, span: Span, surface: str) -> int | None:
    """Where the lower-case noun ends that follows a name and names a kind of facility, the longest such."""
    run = _LOWER_WORDS.match(text, span.end)
    if run is None or _INDEFINITE.search(text, max(0, span.start - 10), span.start):
        return None
    ends = [run.start() + match.end() for match in re.finditer(r"[ ][a-z-]+", run.group())]
    for end in reversed(ends):
        parts = parse_facility(text[span.start : end])
        if parts and _begins_with(surface, parts.own) and parts.kind not in load_ontology().entities["facility"].institutions:
            return end
    return None
