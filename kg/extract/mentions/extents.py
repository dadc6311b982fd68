"""Where a name begins and ends: without titles, articles, directions and a headline's verbs."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kg.extract.mentions.name import Name
from kg.model import Span
from kg.names import fold
from kg.ontology import load_ontology

if TYPE_CHECKING:
    from kg.extract.tokens import Span as DocSpan


def without_title(ent: DocSpan) -> DocSpan:
    """A person's name without the titles in front ("Prime Minister Theresa May" -> "Theresa May")."""
    titles = load_ontology().entities["person"].titles
    folded = [fold(token.text).rstrip(".") for token in ent]
    start = 1 if len(folded) > 2 and _DEMONYM.fullmatch(folded[0]) and folded[1] in _first_words(titles) else 0
    while (length := next((n for n in (3, 2, 1) if " ".join(folded[start : start + n]) in titles), 0)) and start + length < len(
        folded
    ):
        start += length
    return ent[start:]


_DEMONYM = re.compile(r"\w{3,}(?:ian|ish|ese)")


def _first_words(titles: Iterable[str]) -> frozenset[str]:
    return frozenset(title.split()[0] for title in titles)


_FRONT = re.compile(r"(?:[\s\"'“”‘’(\[,;:–—-]+|(?:the|a|an)\s+|\d+px\s+)+", re.IGNORECASE)
_OPENING = re.compile(
    r"(?:Does|Do|Did|Is|Are|Was|Were|Will|Can|Could|May|Has|Have|Had|Why|How|What|When|Where|Who|Should|Would|If|As|After|With)\s+(?=[A-Z])"
)
"""A headline in title case begins with these; no name does, followed by a name."""
_BACK = re.compile(
    r"(?:-(?:based|owned|led|backed|born|controlled)\b|[\s\"“”‘’)\],;:!?–—-]|['’]s?|\s(?:of|for|and|the|in|at|&)(?=\s*$))+$"
)


def trim(text: str, span: Span) -> Span | None:
    """A span without articles, quotation marks, brackets and possessive endings, or None where no letter is left."""
    piece = span.text_in(text)
    front = _FRONT.match(piece)
    start = span.start + (front.end() if front else 0)
    if opening := _OPENING.match(text, start, span.end):
        start = opening.end()
    back = _BACK.search(text[start : span.end])
    end = start + back.start() if back else span.end
    bracket = _NEXT_BRACKET.search(text, start, end)
    end = bracket.start() if bracket else end
    return Span(start, end) if any(c.isupper() or c.isdigit() for c in text[start:end]) else None


_NEXT_BRACKET = re.compile(r"\)[\s,;/]*\(")
"""Where one bracket ends and the next begins, in what a pipeline took for one name."""


def without_headline_verbs(text: str, names: Sequence[Name]) -> list[Name]:
    """Persons' names without a word in front that only the headline has ("Sox Will Nab Lee", of Ann Lee)."""
    end = text.find("\n")
    surfaces = Counter(name.span.text_in(text) for name in names if name.type == "person")
    by_surname: dict[str, set[str]] = defaultdict(set)
    for surface in surfaces:
        if " " in surface:
            by_surname[surface.split()[-1]].add(surface)
    kept: list[Name] = []
    for name in names:
        surface = name.span.text_in(text)
        first, _, last = surface.partition(" ")
        alone = surfaces[surface] == 1 and surfaces[last] and len(by_surname[last]) > 1
        heads = name.type == "person" and name.span.end <= end and alone
        if heads and not any(first in other.split() for other in surfaces if other != surface):
            name = name._replace(span=Span(name.span.start + len(first) + 1, name.span.end))  # noqa: PLW2901
        kept.append(name)
    return kept


_LOWER_FRONT = re.compile(r"(?:[a-z]+(?:-[a-z]+)? )+(?=[A-Z])")
_FAR = re.compile(r"Far \w+ern\s+(?=[A-Z])")


def without_direction(text: str, name: Name) -> Name:
    """A region's name without the part of the country that it lies in ("Far Eastern Amur Region" -> "Amur Region").

    So, too, without words in lower case in front ("central Paris").
    """
    lower = _LOWER_FRONT.match(text, name.span.start, name.span.end) if name.type == "place" else None
    if lower:
        name = name._replace(span=Span(lower.end(), name.span.end))
    direction = _FAR.match(text, name.span.start, name.span.end) if name.type == "place" else None
    several = direction and " " in text[direction.end() : name.span.end]
    return name._replace(span=Span(direction.end(), name.span.end)) if direction and several else name
