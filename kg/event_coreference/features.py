"""What speaks for and against two event mentions being of one happening: FEATURES, each a number; weights are trained."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from kg.event_coreference.views import Bag, EventView
from kg.event_coreference.words import nearness, telling
from kg.ontology import ROOT

SAYS_LITTLE = frozenset({ROOT, "Statement"})
"""Types that say too little for two mentions to be one happening: their words have to agree, too."""
_FAR = 10
"""Sentences from which on distance says no more."""


class Feature(NamedTuple):
    """A feature's name and the function that measures it; symmetric in its arguments."""

    name: str
    measure: Callable[[EventView, EventView], float]


def dot(left: Bag, right: Bag) -> float:
    """Cosine of two bags of words, 0..1."""
    small, large = sorted((left, right), key=len)
    return sum(weight * large[stem] for stem, weight in small.items() if stem in large)


def _telling_word(left: EventView, right: EventView) -> float:
    return telling(left.root) if left.root == right.root else 0.0


def _types_differ(left: EventView, right: EventView) -> float:
    return float(left.type != right.type and ROOT not in {left.type, right.type})


def _apart(left: frozenset[str], right: frozenset[str]) -> float:
    return float(bool(left and right) and not left & right)


def _times(left: EventView, right: EventView) -> bool | None:
    """Whether two stated times can be one; None where one is not stated."""
    return left.when.overlaps(right.when) if left.when and right.when else None


def _distance(left: EventView, right: EventView) -> float:
    return min(abs(left.sentence - right.sentence), _FAR) if left.article == right.article else 0.0


FEATURES: tuple[Feature, ...] = (
    Feature("same word", lambda a, b: float(a.root == b.root)),
    Feature("nearness", lambda a, b: nearness(a.lemma, b.lemma)),
    Feature("telling word", _telling_word),
    Feature("same type", lambda a, b: float(a.type == b.type != ROOT)),
    Feature("types differ", _types_differ),
    Feature("shared doers", lambda a, b: len(a.doers & b.doers)),
    Feature("shared others", lambda a, b: len(a.others & b.others)),
    Feature("shared participants", lambda a, b: len(a.named & b.named)),
    Feature("doers differ", lambda a, b: _apart(a.doers, b.doers)),
    Feature("others differ", lambda a, b: _apart(a.others, b.others)),
    Feature("each names another", lambda a, b: float(bool(a.named - b.named) and bool(b.named - a.named))),
    Feature("shared nouns", lambda a, b: len(a.common & b.common)),
    Feature("shared place", lambda a, b: float(bool(a.places & b.places))),
    Feature("places differ", lambda a, b: _apart(a.places, b.places)),
    Feature("times agree", lambda a, b: float(_times(a, b) is True)),
    Feature("times differ", lambda a, b: float(_times(a, b) is False)),
    Feature("context", lambda a, b: dot(a.context, b.context)),
    Feature("article", lambda a, b: 1.0 if a.article == b.article else dot(a.document, b.document)),
    Feature("one article", lambda a, b: float(a.article == b.article)),
    Feature("distance", _distance),
    Feature("same polarity", lambda a, b: float(a.polarity == b.polarity)),
    Feature("same certainty", lambda a, b: float(a.certainty == b.certainty)),
    Feature("both nouns", lambda a, b: float(a.kind == b.kind == "noun")),
    Feature("noun and verb", lambda a, b: float(a.kind != b.kind)),
    Feature("both lead", lambda a, b: float(a.leads and b.leads)),
)

PRODUCTS: tuple[tuple[str, ...], ...] = (
    ("nearness", "article"),
    ("context", "article"),
    ("same word", "article"),
    ("same word", "context"),
    ("same word", "doers differ"),
    ("same word", "others differ"),
    ("same word", "each names another"),
    ("same type", "each names another"),
    ("same type", "shared participants"),
    ("same word", "places differ"),
    ("same word", "times differ"),
    ("same word", "shared participants"),
    ("same word", "shared place"),
    ("same word", "times agree"),
    ("nearness", "shared participants"),
    ("nearness", "shared place"),
    ("nearness", "context"),
    ("same word", "one article"),
    ("same word", "same type"),
    ("article", "article"),
    ("nearness", "nearness"),
    ("one article", "context"),
    ("one article", "both nouns"),
    ("one article", "noun and verb"),
)
"""Features that say more together."""

COLUMNS: tuple[str, ...] = (*(feature.name for feature in FEATURES), *(" * ".join(names) for names in PRODUCTS))


def measure(left: EventView, right: EventView) -> list[float]:
    """The value of every column."""
    values = {feature.name: feature.measure(left, right) for feature in FEATURES}
    return [*values.values(), *(values[a] * values[b] for a, b in PRODUCTS)]
