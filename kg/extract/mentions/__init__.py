"""Names in an article: what the pipeline found, cut to the name alone and typed the same throughout the article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.extract.mentions.agreement import agree_on_types
from kg.extract.mentions.beginnings import with_beginnings
from kg.extract.mentions.beside import as_said, types_beside
from kg.extract.mentions.cars import with_cars
from kg.extract.mentions.common import without_common_words
from kg.extract.mentions.designations import as_types, find_designations, with_designations
from kg.extract.mentions.extents import (
    join_halves,
    split_bodies,
    split_pairs,
    trim,
    with_built_nouns,
    with_heads,
    without_direction,
    without_headline_verbs,
    without_title,
)
from kg.extract.mentions.firms import bare_firms, join_partners, split_firms
from kg.extract.mentions.furniture import names_of_furniture
from kg.extract.mentions.heads import type_by_head
from kg.extract.mentions.laws import with_laws
from kg.extract.mentions.name import Name
from kg.extract.mentions.offices import without_offices, without_role
from kg.extract.mentions.regions import as_town, split_places, without_party
from kg.extract.mentions.repeats import find_repeats
from kg.extract.mentions.ships import as_ships
from kg.extract.mentions.storms import with_storms
from kg.extract.mentions.types import has_title, is_no_body, is_portfolio
from kg.extract.mentions.works import with_titles
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
    text = article.text
    seen = [without_party(text, name) for name in _found_by_pipeline(text, passages, precision)]
    named = [without_role(text, without_direction(text, name)) for name in seen if name is not None]
    found = join_partners(text, join_halves(text, [name for name in named if name is not None]))
    found = bare_firms(text, split_firms(text, split_bodies(text, split_pairs(text, split_places(text, found)))))
    found = with_titles(text, passages, without_headline_verbs(text, list(without_offices(text, found))))
    found = with_built_nouns(text, with_designations(text, with_heads(text, found)))
    found = with_storms(text, passages, with_laws(text, passages, found))
    found += [*names_of_furniture(article), *find_designations(text, passages, found)]
    found = as_ships(text, without_common_words(text, passages, with_beginnings(text, passages, found)))
    found = with_cars(text, found)
    said = types_beside(text, passages, found)
    typed = as_types(text, [as_town(text, as_said(text, type_by_head(text, name), said)) for name in sorted(found)])
    return agree_on_types(text, sorted([*typed, *find_repeats(text, passages, typed)]))


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
