"""What speaks for and against two event mentions being of one happening: FEATURES, each a number; weights are trained."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple, TypeVar

from kg.event_coreference.views import EventView, Sentences, background
from kg.event_coreference.words import is_light, nearness, telling
from kg.ontology import ROOT

SAYS_LITTLE = frozenset({ROOT, "Statement"})
"""Types that say too little for two mentions to be one happening: their words have to agree, too."""
_FAR = 10
"""Sentences from which on distance says no more."""


Key = TypeVar("Key")


class Feature(NamedTuple):
    """A feature's name and the function that measures it; symmetric in its arguments."""

    name: str
    measure: Callable[[EventView, EventView], float]


def dot(left: Mapping[Key, float], right: Mapping[Key, float]) -> float:
    """Cosine of two bags of length one, 0..1."""
    small, large = (right, left) if len(left) > len(right) else (left, right)
    return sum([weight * large[key] for key, weight in small.items() if key in large])


@lru_cache(maxsize=50_000)
def _likeness(left: Sentences, number: int, right: Sentences, other: int) -> tuple[float, float, float]:
    """How much the backgrounds of two sentences have in common, 0..1 each: words, names, happenings."""
    a, b = background(left, number), background(right, other)
    return dot(a.words, b.words), dot(a.names, b.names), dot(a.happenings, b.happenings)


@lru_cache(maxsize=50_000)
def _document(left: Sentences, right: Sentences) -> float:
    return dot(left.document, right.document)


def document_cosine(left: EventView, right: EventView) -> float:
    """Cosine of two articles, 0..1; 0 inside one: it says nothing there."""
    return _document(left.sentences, right.sentences) if left.article != right.article else 0.0


def closeness(left: EventView, right: EventView) -> float:
    """How alike two articles are and, of long ones, the sentences around the two mentions, 0..1: the less of both."""
    return min(document_cosine(left, right), _likeness(left.sentences, left.sentence, right.sentences, right.sentence)[0])


def _told(left: EventView, right: EventView) -> float:
    return (math.log(left.told) + math.log(right.told)) / 2


def _length(left: EventView, right: EventView) -> float:
    return (math.log(len(left.sentences.words) or 1) + math.log(len(right.sentences.words) or 1)) / 2


def _alike(part: int) -> Callable[[EventView, EventView], float]:
    return lambda a, b: _likeness(a.sentences, a.sentence, b.sentences, b.sentence)[part]


def _telling_word(left: EventView, right: EventView) -> float:
    return telling(left.root) if left.root == right.root else 0.0


def _types_differ(left: EventView, right: EventView) -> float:
    return float(left.type != right.type and ROOT not in {left.type, right.type})


def _apart(left: frozenset[str], right: frozenset[str]) -> float:
    return float(bool(left and right) and not left & right)


def _estranged(left: EventView, right: EventView) -> float:
    common = left.named & right.named
    return float(bool(left.named and right.named) and (not common or bool(left.named - common and right.named - common)))


def _times(left: EventView, right: EventView) -> bool | None:
    """Whether two stated times can be one; None where one is not stated."""
    return left.when.overlaps(right.when) if left.when and right.when else None


def _distance(left: EventView, right: EventView) -> float:
    return min(abs(left.sentence - right.sentence), _FAR) if left.article == right.article else 0.0


FEATURES: tuple[Feature, ...] = (
    Feature("same word", lambda a, b: float(a.root == b.root)),
    Feature("nearness", lambda a, b: nearness(a.lemma, b.lemma)),
    Feature("nearness of forms", lambda a, b: nearness(a.form, b.form)),
    Feature("telling word", _telling_word),
    Feature("same type", lambda a, b: float(a.type == b.type != ROOT)),
    Feature("types differ", _types_differ),
    Feature("says little", lambda a, b: float(bool({a.type, b.type} & SAYS_LITTLE))),
    Feature("statement", lambda a, b: float("Statement" in {a.type, b.type})),
    Feature("light", lambda a, b: float(is_light(a.lemma) or is_light(b.lemma))),
    Feature("shared doers", lambda a, b: len(a.doers & b.doers)),
    Feature("shared others", lambda a, b: len(a.others & b.others)),
    Feature("shared participants", lambda a, b: len(a.named & b.named)),
    Feature("doers differ", lambda a, b: _apart(a.doers, b.doers)),
    Feature("others differ", lambda a, b: _apart(a.others, b.others)),
    Feature("each names another", lambda a, b: float(bool(a.named - b.named) and bool(b.named - a.named))),
    Feature("estranged", _estranged),
    Feature("shared nouns", lambda a, b: len(a.common & b.common)),
    Feature("shared place", lambda a, b: float(bool(a.places & b.places))),
    Feature("places differ", lambda a, b: _apart(a.places, b.places)),
    Feature("times agree", lambda a, b: float(_times(a, b) is True)),
    Feature("times differ", lambda a, b: float(_times(a, b) is False)),
    Feature("context", lambda a, b: dot(a.context, b.context)),
    Feature("before", lambda a, b: dot(a.before, b.before)),
    Feature("after", lambda a, b: dot(a.after, b.after)),
    Feature("article", _alike(0)),
    Feature("names", _alike(1)),
    Feature("story", _alike(2)),
    Feature("document", document_cosine),
    Feature("told again", _told),
    Feature("length", _length),
    Feature("one article", lambda a, b: float(a.article == b.article)),
    Feature("one cluster", lambda a, b: float(a.article == b.article and a.cluster == b.cluster)),
    Feature("distance", _distance),
    Feature("same polarity", lambda a, b: float(a.polarity == b.polarity)),
    Feature("same certainty", lambda a, b: float(a.certainty == b.certainty)),
    Feature("both nouns", lambda a, b: float(a.kind == b.kind == "noun")),
    Feature("noun and verb", lambda a, b: float(a.kind != b.kind)),
    Feature("both lead", lambda a, b: float(a.leads and b.leads)),
)

_WITH_SAME_WORD = (
    "article",
    "names",
    "story",
    "context",
    "before",
    "after",
    "doers differ",
    "others differ",
    "each names another",
    "places differ",
    "times differ",
    "times agree",
    "shared participants",
    "shared place",
    "same type",
    "one article",
    "says little",
    "statement",
    "light",
    "nearness of forms",
    "document",
    "told again",
    "length",
)
_WITH_DOCUMENT = (
    "document",
    "article",
    "story",
    "context",
    "told again",
    "length",
    "says little",
    "statement",
    "light",
    "doers differ",
    "nearness of forms",
)
_WITH_ONE_STORY = (
    "one story",
    "same word",
    "document",
    "says little",
    "context",
    "nearness of forms",
    "statement",
    "light",
    "same type",
    "doers differ",
    "article",
    "story",
)
PRODUCTS: tuple[tuple[str, str], ...] = (
    *(("same word", name) for name in _WITH_SAME_WORD),
    ("same type", "each names another"),
    ("same type", "shared participants"),
    ("nearness", "article"),
    ("nearness", "shared participants"),
    ("nearness", "shared place"),
    ("nearness", "context"),
    ("nearness", "nearness"),
    ("nearness of forms", "article"),
    ("nearness of forms", "nearness of forms"),
    ("nearness of forms", "nearness"),
    ("context", "article"),
    ("article", "article"),
    ("names", "article"),
    ("story", "article"),
    ("one article", "context"),
    ("one cluster", "same word"),
    ("one cluster", "says little"),
    ("one cluster", "distance"),
    ("one article", "both nouns"),
    ("one article", "noun and verb"),
    ("says little", "doers differ"),
    ("says little", "article"),
    ("says little", "shared participants"),
    ("statement", "context"),
    ("light", "context"),
    *(("document", name) for name in _WITH_DOCUMENT),
    *(("told again", name) for name in ("context", "one article", "says little")),
    *(("length", name) for name in ("article", "context", "one article")),
    *(("one story", name) for name in _WITH_ONE_STORY),
)
"""Features that say more together."""

_NAMES = (*(feature.name for feature in FEATURES), "one story")
COLUMNS: tuple[str, ...] = (*_NAMES, *(" * ".join(names) for names in PRODUCTS))
_PLACE = {name: i for i, name in enumerate(_NAMES)}
_PAIRS = tuple((_PLACE[a], _PLACE[b]) for a, b in PRODUCTS)

_KEPT = (
    "same word",
    "one article",
    "says little",
    "statement",
    "light",
    "document",
    "context",
    "nearness of forms",
    "doers differ",
)
_NAMES_AGAIN = ("first look", "circle", "one story", *_KEPT)
PRODUCTS_AGAIN: tuple[tuple[str, str], ...] = (
    ("first look", "first look"),
    *(("first look", name) for name in ("one story", *_KEPT)),
    *(("circle", name) for name in _NAMES_AGAIN),
)
COLUMNS_AGAIN: tuple[str, ...] = (*_NAMES_AGAIN, *(" * ".join(names) for names in PRODUCTS_AGAIN))
_FEATURES_KEPT = tuple(FEATURES[_PLACE[name]] for name in _KEPT)
_PLACE_AGAIN = {name: i for i, name in enumerate(_NAMES_AGAIN)}
_PAIRS_AGAIN = tuple((_PLACE_AGAIN[a], _PLACE_AGAIN[b]) for a, b in PRODUCTS_AGAIN)
_SUREST = 1e-4
"""Likelihood, and doubt, at least: what a first look may say has an end."""


def measure(left: EventView, right: EventView, story: float) -> list[float]:
    """The value of every column of the first look; ``story``: how far their articles tell one, 0..1."""
    values = [*[feature.measure(left, right) for feature in FEATURES], story]
    return [*values, *[values[a] * values[b] for a, b in _PAIRS]]


def measure_again(left: EventView, right: EventView, story: float, first: float, circle: float) -> list[float]:
    """The value of every column of the second look.

    Args:
        left: a mention.
        right: another.
        story: how far their articles tell one story, 0..1.
        first: the likelihood that the first look gave, 0..1.
        circle: how far both are likely one with the same mentions, 0..1.
    """
    sure = min(max(first, _SUREST), 1 - _SUREST)
    again = [math.log(sure / (1 - sure)), circle, story, *[feature.measure(left, right) for feature in _FEATURES_KEPT]]
    return [*again, *[again[a] * again[b] for a, b in _PAIRS_AGAIN]]
