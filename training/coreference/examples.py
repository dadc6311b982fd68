"""Documents as the ranker sees them: features of all candidate pairs, and which of them are right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from spacy.language import Language

from kg.extract.coreference.markables import Markable, find_markables
from kg.extract.coreference.names import link_names
from kg.extract.coreference.pairs import candidate_pairs, pair_features, single_features
from kg.extract.coreference.quotes import find_quotes
from kg.extract.coreference.traits import find_traits
from kg.extract.discourse import Discourse, Draft
from kg.extract.mentions import find_names
from kg.extract.nlp import name_precision
from kg.extract.passages import Passage, parse
from kg.model import Article, Block
from training.coreference.gum import GoldDocument

Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Example:
    """A document: features of markables and of pairs; the pairs' anaphors and antecedents; which pairs are one thing."""

    single: Array
    pair: Array
    anaphors: Array
    antecedents: Array
    right: Array


def make_example(gold: GoldDocument, nlp: Language) -> Example | None:
    """A document's example, None where it has no pairs; parsed by the pipeline that the ranker will have to live with."""
    article = Article(gold.name, gold.name, gold.text, tuple(_paragraphs(gold.text)))
    passages = parse(article, nlp)
    names = find_names(article, passages, name_precision(nlp))
    discourse = Discourse(article.text, passages)
    for name, chain in zip(names, link_names(article.text, names).chains, strict=True):
        discourse.add(Draft(name.span, name.type, "name", name.score, chain))
    markables = find_markables(passages, discourse.names_by_token())
    traits = find_traits(discourse, markables, find_quotes(article.text, passages))
    pieces = [(i, j, pair_features(traits, i, j)) for i, j in candidate_pairs(traits)]
    if not pieces:
        return None
    i, j, pair = (np.concatenate(parts) for parts in zip(*pieces, strict=True))
    chains = _gold_chains(gold, markables, passages)
    right = (chains[i] >= 0) & (chains[i] == chains[j])
    return Example(single_features(traits), pair.astype(np.uint8), i, j, right)


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
        candidates = heads.get(mention.head[0], [])
        inside = named.get(mention.head[0])
        if not candidates and inside is not None and markables[inside].span.start >= mention.start:
            candidates = [inside]
        free = [n for n in candidates if chains[n] < 0]
        whole = [n for n in free if markables[n].members and _holds(mention.start, mention.end, markables[n])]
        chosen = whole or [n for n in free if not markables[n].members]
        if chosen:
            chains[chosen[0]] = numbers.setdefault(mention.chain, len(numbers))
    return chains


def _holds(start: int, end: int, m: Markable) -> bool:
    return start <= m.span.start and m.span.end <= end
