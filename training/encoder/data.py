"""Prepared documents (``.spacy``) to what the network is trained on."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import torch
from spacy.tokens import Doc, DocBin
from torch import Tensor

from kg.extract.encoder.lemmas import edit
from kg.extract.encoder.pieces import Words, window
from kg.extract.encoder.wordpieces import WordPieces
from training.encoder.model import Sizes
from training.tokenization import blank_pipeline

KINDS = ("person", "organization", "place", "facility", "group", "product", "event")
NAMES = ("O", *(f"{prefix}-{kind}" for kind in KINDS for prefix in "BI"))
UNKNOWN = -100
ROOT = "ROOT"


@dataclass
class Text:
    """Words with what is known of them; the lists are as long as the words."""

    words: list[str] = field(default_factory=list)
    spaced: list[bool] = field(default_factory=list)
    breaks: list[bool] = field(default_factory=list)
    names: list[str | None] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    morphs: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    starts: list[bool | None] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)

    def cut(self, begin: int, end: int) -> Text:
        """The words from ``begin`` to ``end``; no head may lie outside."""
        piece = Text(**{name: list(value[begin:end]) for name, value in vars(self).items()})
        piece.heads = [head - begin for head in piece.heads]
        return piece


def _rows(doc: Doc) -> Iterator[tuple[int, bool, bool]]:
    """(token, white space before it, new line before it), without the tokens of white space."""
    spaced, broken = True, True
    for token in doc:
        if token.is_space:
            spaced, broken = True, broken or "\n" in token.text
        else:
            yield token.i, spaced, broken
            spaced, broken = bool(token.whitespace_), False


def tree_text(doc: Doc) -> Text:
    """A document of a treebank."""
    text = Text()
    at = {i: n for n, (i, _, _) in enumerate(_rows(doc))}
    for i, spaced, broken in _rows(doc):
        token = doc[i]
        text.words.append(token.text)
        text.spaced.append(spaced)
        text.breaks.append(broken)
        text.names.append(None)
        text.tags.append(token.tag_)
        text.morphs.append(morph(token.pos_, str(token.morph)))
        text.lemmas.append(edit(token.text, token.lemma_))
        text.starts.append(token.is_sent_start)
        text.heads.append(at[token.head.i])
        text.labels.append(token.dep_)
    if text.starts:
        text.starts[0] = True
    return text


def morph(pos: str, features: str) -> str:
    """Part of speech and features as one label."""
    return f"{pos}|{features}"


def names_text(doc: Doc, tokenizer: object) -> Text:
    """A document with names, cut into words anew as the pipeline does it."""
    marks: list[str | None] = [None] * len(doc.text)
    for token in doc:
        mark = None if token.ent_iob == 0 else "O" if token.ent_iob == 2 else token.ent_type_
        marks[token.idx : token.idx + len(token)] = [mark] * len(token)
    firsts = {ent.start_char for ent in doc.ents}
    assert callable(tokenizer)
    new: Doc = tokenizer(doc.text)
    text = Text()
    for i, spaced, broken in _rows(new):
        token = new[i]
        found = marks[token.idx : token.idx + len(token)]
        kinds = set(found)
        name: str | None = None
        if len(kinds) == 1 and not firsts & set(range(token.idx + 1, token.idx + len(token))):
            mark = found[0]
            prefix = "B" if token.idx in firsts else "I"
            name = mark if mark in (None, "O") else f"{prefix}-{mark}"
        text.words.append(token.text)
        text.spaced.append(spaced)
        text.breaks.append(broken)
        text.names.append(name)
        text.starts.append(True if broken else None)
    return text


def load(path: Path, *, trees: bool) -> list[Text]:
    """The texts of a prepared file."""
    nlp = blank_pipeline()
    docs = DocBin().from_disk(path).get_docs(nlp.vocab)
    texts = (tree_text(doc) if trees else names_text(doc, nlp.tokenizer) for doc in docs)
    return [text for text in texts if text.words]


@dataclass
class Labels:
    """The classes of each task, in the order of the output."""

    names: list[str]
    tags: list[str]
    morphs: list[str]
    lemmas: list[str]
    labels: list[str]

    def sizes(self) -> Sizes:
        """Their numbers."""
        return Sizes(**{name: len(value) for name, value in vars(self).items()})


def collect(texts: Iterable[Text], rare: int = 3) -> Labels:
    """The classes in treebanks; rare edits and rare features are left out."""
    every = list(texts)

    def known(name: str, least: int) -> list[str]:
        counts = Counter(value for text in every for value in getattr(text, name) if value)
        return sorted(value for value, count in counts.items() if count >= least)

    return Labels(list(NAMES), known("tags", 1), known("morphs", rare), known("lemmas", rare), known("labels", 1))


def parts_of(text: Text, rng: random.Random, most: int, lengths: Sequence[int]) -> Iterator[Text]:
    """A text in parts that fit a window, cut where a sentence ends; half of the texts in short parts, as paragraphs are."""
    limit = most if rng.random() < 0.5 else rng.randint(20, most)
    edges = [i for i in range(1, len(text.words)) if _may_cut(text, i)]
    begin, used = 0, 0
    for first, last in zip([0, *edges], [*edges, len(text.words)], strict=True):
        size = sum(lengths[first:last]) + sum(text.breaks[first:last])
        if used and used + size > limit:
            yield text.cut(begin, first)
            begin, used = first, 0
        if size > most:
            begin, used = last, 0
        else:
            used += size
    if used:
        yield text.cut(begin, len(text.words))


def _may_cut(text: Text, i: int) -> bool:
    if text.heads:
        return bool(text.starts[i])
    ends = text.words[i - 1] in ".!?" and text.words[i][:1].isupper()
    return text.breaks[i] or (ends and not (text.names[i] or "").startswith("I-"))


@dataclass
class Batch:
    """Tensors of a few windows; ``UNKNOWN`` where nothing is to be learnt."""

    inputs: tuple[Tensor, Tensor, Tensor, Tensor, Tensor]
    gold: dict[str, Tensor]
    sentences: Tensor
    trees: bool


class Encoder:
    """Texts to tensors."""

    def __init__(self, labels: Labels, pieces: WordPieces) -> None:
        self.pieces = pieces
        self.index = {name: {value: i for i, value in enumerate(values)} for name, values in vars(labels).items()}

    def lengths(self, text: Text) -> list[int]:
        """Pieces of each word."""
        return [len(self.pieces(word)) for word in text.words]

    def batch(self, texts: Sequence[Text]) -> Batch:
        """A batch of texts that fit a window."""
        windows = [window(Words(t.words, t.spaced, t.breaks), 0, len(t.words), self.pieces) for t in texts]
        size, words = max(len(w.ids) for w in windows), max(len(w.first) for w in windows)

        def pad(rows: Iterable[Sequence[int]], width: int, fill: int) -> Tensor:
            return torch.tensor([[*row, *[fill] * (width - len(row))] for row in rows])

        inputs = (
            pad((w.ids for w in windows), size, 0),
            pad((w.shapes for w in windows), size, 0),
            pad(([1] * len(w.ids) for w in windows), size, 0).bool(),
            pad((w.first for w in windows), words, 0),
            pad((w.last for w in windows), words, 0),
        )
        gold = {
            name: pad(
                ([index.get(v, UNKNOWN) if v is not None else UNKNOWN for v in getattr(t, name)] for t in texts), words, UNKNOWN
            )
            for name, index in self.index.items()
        }
        gold["starts"] = pad(([UNKNOWN if v is None else int(v) for v in t.starts] for t in texts), words, UNKNOWN)
        roots = ([0 if head == i else head + 1 for i, head in enumerate(t.heads)] for t in texts)
        gold["heads"] = pad(roots, words, UNKNOWN)
        trees = any(t.heads for t in texts)
        sentences = pad((_numbers(t.starts) for t in texts), words, -1) if trees else torch.empty(0)
        return Batch(inputs, gold, sentences, trees)


def _numbers(starts: Sequence[bool | None]) -> list[int]:
    """The number of the sentence of each word."""
    number, out = -1, []
    for start in starts:
        number += bool(start)
        out.append(max(number, 0))
    return out


def batches(texts: Sequence[Text], encoder: Encoder, rng: random.Random, most: int, size: int) -> Iterator[Batch]:
    """All texts once, in parts of like length, batched by the number of pieces."""
    parts: list[tuple[int, Text]] = []
    for text in texts:
        for part in parts_of(text, rng, most, encoder.lengths(text)):
            parts.append((sum(encoder.lengths(part)) + sum(part.breaks) + 2, part))
    parts.sort(key=lambda part: (part[0] // 16, rng.random()))
    groups: list[list[Text]] = [[]]
    widest = 0
    for length, part in parts:
        widest = max(widest, length)
        if groups[-1] and widest * (len(groups[-1]) + 1) > size:
            groups.append([])
            widest = length
        groups[-1].append(part)
    rng.shuffle(groups)
    for group in groups:
        yield encoder.batch(group)
