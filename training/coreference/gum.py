"""GUM's coreference (OntoNotes scheme) as running text with gold mentions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.treebanks import Article, read_conllu


@dataclass(frozen=True)
class GoldMention:
    """A mention: its span, the span of its head word (None: told from the parse), its chain in the document."""

    start: int
    end: int
    head: tuple[int, int] | None
    chain: str


@dataclass(frozen=True)
class GoldDocument:
    """A document's text and its mentions; ``complete``: whether everything that refers twice is marked."""

    name: str
    text: str
    mentions: list[GoldMention]
    complete: bool = True


def gold_documents(gum: Path, split: str) -> Iterator[GoldDocument]:
    """The documents of the official split ``train`` or ``dev``."""
    rows = [line.split("\t") for line in (gum / "splits.tsv").read_text(encoding="utf-8").splitlines() if line]
    for name, part in rows:
        if part == split:
            yield _document(next(read_conllu(gum / "coref" / "ontogum" / "conllu" / f"{name}.conllu")))


def _document(article: Article) -> GoldDocument:
    text = ""
    places: list[tuple[int, int]] = []
    heads: list[int] = []
    notes: list[str] = []
    for sentence in article.sentences:
        if text:
            text = text.rstrip(" ") + ("\n\n" if sentence.opens else " ")
        base = len(places)
        for word in sentence.words:
            places.append((len(text), len(text) + len(word.form)))
            heads.append(base + word.head)
            found = re.search(r"Entity=([^|]*)", word.misc)
            notes.append(found[1] if found else "")
            text += word.form + (" " if word.space else "")
    mentions = []
    for first, last, chain in _spans(notes):
        head = next((i for i in range(first, last + 1) if not first <= heads[i] <= last or heads[i] == i), last)
        mentions.append(GoldMention(places[first][0], places[last][1], places[head], chain))
    return GoldDocument(article.name, text.rstrip(), mentions)


def _spans(notes: list[str]) -> Iterator[tuple[int, int, str]]:
    """(first word, last word, chain) of each bracketed mention."""
    open_: dict[str, list[int]] = defaultdict(list)
    for at, note in enumerate(notes):
        for sign in re.findall(r"\([^()]+\)|\([^()]+|[^()]+\)", note):
            name = sign.strip("()").split("-")[0]
            if sign.startswith("(") and sign.endswith(")"):
                yield at, at, name
            elif sign.startswith("("):
                open_[name].append(at)
            elif open_[name]:
                yield open_[name].pop(), at, name
