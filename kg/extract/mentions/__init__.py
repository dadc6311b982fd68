"""Names in an article: what the pipeline found, cut to the name alone and typed the same throughout the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.extract.mentions.extents import trim, without_title
from kg.extract.mentions.name import Name
from kg.extract.mentions.passes import PASSES
from kg.extract.mentions.types import has_title, is_no_body, is_portfolio
from kg.extract.nlp import name_score
from kg.extract.passages import Passage
from kg.model import Article

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

_DIRECTIONS = frozenset({"Eastern", "Northern", "Southern"})
"""Halves of names of regions ("Eastern and Northern Europe")."""
_UNSURE = 0.6
"""Score under which what stands beside a name says more of its type than the pipeline."""
DEFAULT_SCORE = 0.8
"""Score of a name where the pipeline says nothing about how sure it is."""


def find_names(article: Article, passages: Sequence[Passage], precision: Mapping[str, float]) -> list[Name]:
    """The names of an article in the order of its text, without overlaps.

    Args:
        article: the article.
        passages: its parsed prose.
        precision: label -> measured precision (0..1), the score of names of which the pipeline does not say how sure it is.
    """
    names: Iterable[Name] = _found_by_pipeline(article.text, passages, precision)
    for change in PASSES:
        names = change(article, passages, tuple(names))
    return list(names)


def _found_by_pipeline(text: str, passages: Sequence[Passage], precision: Mapping[str, float]) -> Iterator[Name]:
    for passage in passages:
        for ent in passage.doc.ents:
            kind = LABELS.get(ent.label_)
            score = name_score(ent)
            if kind not in {None, "person"} and score is not None and score < _UNSURE and has_title(ent):
                kind = "person"
            if (kind == "organization" and is_portfolio(ent)) or (kind in {"organization", "person"} and is_no_body(ent.text)):
                continue
            if kind == "place" and ent.text in _DIRECTIONS:
                continue
            if ent.text.endswith("-based"):
                kind = "place"
            span = trim(text, passage.locate(without_title(ent) if kind == "person" else ent))
            if kind is not None and span is not None:
                yield Name(span, kind, precision.get(ent.label_, DEFAULT_SCORE) if score is None else score)
