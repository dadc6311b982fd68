"""Documents as the ranker sees them: features of all candidate pairs, and which of them are right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from spacy.language import Language

from kg.extract.coreference.markables import Markable, find_markables
from kg.extract.coreference.names import link_names
from kg.extract.coreference.pairs import candidate_pairs, pair_features, single_features
from kg.extract.coreference.quotes import find_speech
from kg.extract.coreference.traits import Traits, find_traits
from kg.extract.discourse import Discourse, Draft
from kg.extract.mentions import find_names
from kg.extract.nlp import name_precision
from kg.extract.passages import Passage, parse
from kg.model import Article, Block
from training.coreference.gum import GoldDocument, GoldMention

Array = np.ndarray[Any, Any]

_EASY, _NEAR = 4, 8
"""One in so many wrong pairs is kept of those that lie so many markables apart."""


@dataclass(frozen=True)
class Example:
    """A document: features of markables and of pairs; the pairs' anaphors and antecedents; which pairs are one thing."""

    single: Array
    pair: Array
    anaphors: Array
    antecedents: Array
    right: Array
    weight: Array
    """How many pairs each stands for: of wrong ones only some are kept."""


def make_example(gold: GoldDocument, nlp: Language) -> Example | None:
    """A document's example, None where it has no pairs; parsed by the pipeline that the ranker will have to live with."""
    article = Article(gold.name, gold.name, gold.text, tuple(_paragraphs(gold.text)))
    passages = parse(article, nlp)
    names = find_names(article, passages, name_precision(nlp))
    discourse = Discourse(article.text, passages)
    for name, chain in zip(names, link_names(article.text, names).chains, strict=True):
        discourse.add(Draft(name.span, name.type, "name", name.score, chain))
    markables = find_markables(passages, discourse.names_by_token())
    traits = find_traits(discourse, markables, *find_speech(article.text, passages))
    pieces = [(i, j, pair_features(traits, i, j)) for i, j in candidate_pairs(traits)]
    if not pieces:
        return None
    i, j, pair = (np.concatenate(parts) for parts in zip(*pieces, strict=True))
    chains = _gold_chains(gold, markables, passages)
    _spread(chains, traits.chain)
    right = (chains[i] >= 0) & (chains[i] == chains[j])
    if not gold.complete:
        known = (chains[i] >= 0) & (chains[j] >= 0)
        i, j, pair, right = i[known], j[known], pair[known], right[known]
        answered = np.isin(i, i[right]) | (traits.kind[i] == 1)  # what a pronoun stands for may stand where nothing is marked
        i, j, pair, right = i[answered], j[answered], pair[answered], right[answered]
    if not len(i):
        return None
    kept, weight = _sample(traits, i, j, right)
    return Example(single_features(traits), pair[kept].astype(np.uint8), i[kept], j[kept], right[kept], weight[kept])


def _sample(traits: Traits, i: Array, j: Array, right: Array) -> tuple[Array, Array]:
    """Which pairs to keep, and how many each stands for: of a noun's wrong pairs without a shared word one in four."""
    easy = ~right & (traits.kind[i] == 1) & (traits.lemma[i] != traits.lemma[j]) & (i - j > _NEAR)
    kept = ~easy | ((i * 7 + j * 3) % _EASY == 0)
    return np.flatnonzero(kept), np.where(easy, float(_EASY), 1.0).astype(np.float32)


def merge(examples: Sequence[Example], pairs: int) -> Iterator[Example]:
    """Small examples put together, at least so many pairs each."""
    parts: list[Example] = []
    for number, example in enumerate(examples):
        parts.append(example)
        if sum(len(part.right) for part in parts) >= pairs or number == len(examples) - 1:
            starts = np.cumsum([0, *(len(part.single) for part in parts)])
            yield Example(
                np.concatenate([part.single for part in parts]),
                np.concatenate([part.pair for part in parts]),
                np.concatenate([part.anaphors + start for part, start in zip(parts, starts, strict=False)]),
                np.concatenate([part.antecedents + start for part, start in zip(parts, starts, strict=False)]),
                np.concatenate([part.right for part in parts]),
                np.concatenate([part.weight for part in parts]),
            )
            parts = []


def _spread(chains: Array, names: Array) -> None:
    """Give all markables of a chain of names the gold chain that most of them have."""
    for name in np.unique(names[names >= 0]).tolist():
        inside = names == name
        known = chains[inside & (chains >= 0)]
        if len(known):
            values, counts = np.unique(known, return_counts=True)
            chains[inside & (chains < 0)] = values[counts.argmax()]


def _paragraphs(text: str) -> list[Block]:
    blocks, start = [], 0
    for piece in text.split("\n\n"):
        blocks.append(Block(start, start + len(piece), "paragraph"))
        start += len(piece) + 2
    return blocks


def _gold_chains(gold: GoldDocument, markables: list[Markable], passages: list[Passage]) -> Array:
    """The gold chain of each markable, -1 for none; a gold mention is the markable of its head word."""
    heads: dict[int, list[int]] = {}
    named: dict[int, int] = {}
    for number, m in enumerate(markables):
        heads.setdefault(passages[m.passage].locate(m.head).start, []).append(number)
        if m.kind == "name" and not m.members:
            named.update(dict.fromkeys(range(m.span.start, m.span.end), number))
    numbers: dict[str, int] = {}
    chains = np.full(len(markables), -1)
    for mention in sorted(gold.mentions, key=lambda g: (g.end - g.start, g.start)):
        at = mention.head[0] if mention.head else _top(mention, markables, passages)
        candidates = heads.get(at, [])
        inside = named.get(at)
        if not candidates and inside is not None and markables[inside].span.start >= mention.start:
            candidates = [inside]
        free = [n for n in candidates if chains[n] < 0]
        whole = [n for n in free if markables[n].members and _holds(mention.start, mention.end, markables[n])]
        chosen = whole or [n for n in free if not markables[n].members]
        if chosen:
            chains[chosen[0]] = numbers.setdefault(mention.chain, len(numbers))
    return chains


def _top(mention: GoldMention, markables: list[Markable], passages: list[Passage]) -> int:
    """Where the head of a mention begins: the first of the heads inside it that hangs on none of the others."""
    places = {(m.passage, m.head.i): passages[m.passage].locate(m.head).start for m in markables}
    inside = {place: at for place, at in places.items() if mention.start <= at < mention.end}
    heads = {(m.passage, m.head.i): m.head for m in markables if (m.passage, m.head.i) in inside}
    tops = [at for place, at in inside.items() if not any((place[0], t.i) in inside for t in heads[place].ancestors)]
    return min(tops, default=-1)


def _holds(start: int, end: int, m: Markable) -> bool:
    return start <= m.span.start and m.span.end <= end
