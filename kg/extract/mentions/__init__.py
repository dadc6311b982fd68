"""Names in an article: what the pipeline found, cut to the name alone and typed the same throughout the article."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from kg.extract.mentions.extents import (
    split_bodies,
    split_pairs,
    trim,
    with_built_nouns,
    with_head,
    without_direction,
    without_title,
)
from kg.extract.mentions.furniture import names_of_furniture
from kg.extract.mentions.name import Name
from kg.extract.mentions.types import agree_on_types, type_by_head
from kg.extract.nlp import name_score
from kg.extract.passages import Passage
from kg.model import Article, Span
from kg.names import key, words
from kg.ontology import load_ontology

__all__ = ["DEFAULT_SCORE", "LABELS", "Name", "find_names"]

LABELS: Mapping[str, str] = {
    **{name: name for name in ("person", "organization", "place", "facility", "group", "product", "event")},
    # OntoNotes and CoNLL labels of other pipelines
    "PERSON": "person",
    "PER": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "facility",
    "NORP": "group",
    "PRODUCT": "product",
    "WORK_OF_ART": "product",
    "EVENT": "event",
}
"""Labels of a pipeline -> our entity types; other labels (dates, numbers) are no names."""

DEFAULT_SCORE = 0.8
"""Score of a name where the pipeline says nothing about how sure it is."""


def find_names(article: Article, passages: Sequence[Passage], precision: Mapping[str, float]) -> list[Name]:
    """The names of an article in the order of its text, without overlaps.

    Args:
        article: the article.
        passages: its parsed prose.
        precision: label -> measured precision (0..1), the score of names of which the pipeline does not say how sure it is.
    """
    text = article.text
    found = [without_direction(text, with_head(text, name)) for name in _found_by_pipeline(text, passages, precision)]
    found = with_built_nouns(text, split_bodies(text, split_pairs(text, found)))
    found += [*names_of_furniture(article), *_designations(text, passages, found)]
    typed = agree_on_types(text, [type_by_head(text, name) for name in sorted(found)])
    return sorted([*typed, *_missed(text, passages, typed)])


def _found_by_pipeline(text: str, passages: Sequence[Passage], precision: Mapping[str, float]) -> Iterator[Name]:
    for passage in passages:
        for ent in passage.doc.ents:
            kind = LABELS.get(ent.label_)
            span = trim(text, passage.locate(without_title(ent) if kind == "person" else ent))
            if kind is not None and span is not None:
                score = name_score(ent)
                yield Name(span, kind, precision.get(ent.label_, DEFAULT_SCORE) if score is None else score)


_DESIGNATION = re.compile(r"\b[A-Z][A-Za-z]*-(?:\d{1,4}[A-Za-z]?|[A-Z]{1,2})(?= +([a-z]+))")


def _designations(text: str, passages: Sequence[Passage], names: Sequence[Name]) -> Iterator[Name]:
    """Types of weapons and vehicles in front of the noun that says so ("Topol-M missiles"), where the pipeline saw no name."""
    nouns = load_ontology().entities["product"].nouns
    taken = sorted(name.span for name in names)
    for passage in passages:
        for match in _DESIGNATION.finditer(text, passage.block.start, passage.block.end):
            span = Span(*match.span())
            if (match[1] in nouns or match[1].removesuffix("s") in nouns) and not _is_taken(span, taken):
                yield Name(span, "product", DEFAULT_SCORE)


def _missed(text: str, passages: Sequence[Passage], names: Sequence[Name]) -> Iterator[Name]:
    """Where the surname of a person stands whom the article names in full, and the pipeline saw no name.

    Headlines in title case hide names from a pipeline that reads them by themselves.
    """
    known = _surnames(text, names)
    taken = [name.span for name in names]
    for passage in passages:
        for token in passage.doc:
            if token.pos_ == "PROPN" and token.text[:1].isupper() and (like := known.get(key(token.text))):
                span = passage.locate(token)
                if not _is_taken(span, taken):
                    yield like._replace(span=span)


def _surnames(text: str, names: Sequence[Name]) -> dict[str, Name]:
    """Surname -> the person, for last words of full names that stand alone elsewhere in the article."""
    parts = [(words(text[name.span.start : name.span.end]), name) for name in names if name.type == "person"]
    alone = {part[0] for part, _ in parts if len(part) == 1}
    return {word: name for part, name in parts if len(part) > 1 for word in (part[0], part[-1]) if word in alone}


def _is_taken(span: Span, taken: Sequence[Span]) -> bool:
    """Whether a name stands there already; ``taken`` is in order."""
    at = bisect_right(taken, span)
    return any(span.start < other.end and other.start < span.end for other in taken[max(0, at - 1) : at + 1])
