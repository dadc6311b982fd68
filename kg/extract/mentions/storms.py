"""Names of storms: "Hurricane Sandy" is one name, and "Sandy" behind it is the storm."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extract.mentions.name import Name
from kg.extract.passages import Passage
from kg.model import Span
from kg.names import key, words
from kg.ontology import load_ontology

if TYPE_CHECKING:
    from kg.extract.tokens import Token

SCORE = 0.8
"""Score of a name told from the noun in front of it."""
_LETTERS = 2
"""Letters of each initial in front of a name."""


def with_storms(text: str, passages: Sequence[Passage], names: Sequence[Name]) -> list[Name]:
    """Names, with those of storms in full, and their own names alone as theirs where no person of the article is called so."""
    storms = {span: own for passage in passages for span, own in _storms(passage, names)}
    if not storms:
        return list(names)
    kept = [
        _as_storm(text, name, set(storms.values())) for name in names if not any(storm.overlaps(name.span) for storm in storms)
    ]
    called = [words(name.span.text_in(text)) for name in kept if name.type == "person"]
    persons = {word for parts in called if sum(len(part) > 1 for part in parts) > 1 for word in parts}
    own = {name for name in storms.values() if key(name) not in persons}
    alone = {passage.locate(token) for passage in passages if own for token in passage.tokens if _is_alone(token, own)}
    taken = [name.span for name in kept if name.span.text_in(text) not in own]
    free = {s for s in alone if not any(s.overlaps(t) for t in (*taken, *storms))}
    kept = [name for name in kept if name.span not in free]
    return sorted([*kept, *(Name(span, "event", SCORE) for span in {*storms, *free})])


def _as_storm(text: str, name: Name, own: AbstractSet[str]) -> Name:
    """A storm's name behind letters alone, which a pipeline takes for a person's initials ("TC Phailin", "T C Phailin")."""
    *front, last = name.span.text_in(text).split()
    short = bool(front) and last in own and all(part.isupper() and len(part) <= _LETTERS for part in front)
    return name._replace(type="event") if short else name


def _storms(passage: Passage, names: Sequence[Name]) -> Iterator[tuple[Span, str]]:
    """(the place of a storm's full name, its own name)."""
    nouns = load_ontology().entities["event"].lists["storms"]
    heads = load_ontology().entities["organization"].heads | load_ontology().entities["product"].nouns
    tokens = passage.tokens
    for token, own in pairwise(tokens):
        if token.lower_ not in nouns or not token.text[0].isupper() or not _is_name(own) or own.lower_ in heads:
            continue
        first = token.i - 1 if token.i and tokens[token.i - 1].text == "Tropical" else token.i
        span = Span(passage.locate(tokens[first]).start, passage.locate(own).end)
        around = [tokens[i] for i in (first - 1, own.i + 1) if 0 <= i < len(tokens) and tokens[i].sent == token.sent]
        inside = any(name.span.overlaps(span) and not span.covers(name.span) for name in names)
        if not inside and not any(_is_name(other) for other in around):
            yield span, own.text


def _is_alone(token: Token, own: AbstractSet[str]) -> bool:
    beside = [token.doc[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(token.doc)]
    return (
        token.text in own
        and token.pos_ == "PROPN"
        and not any(_is_name(other) and other.sent == token.sent for other in beside)
    )


def _is_name(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[:1].isupper() and token.is_alpha
