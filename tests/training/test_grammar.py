"""Sentences from templates: whole trees, names without broken tags. Needs PyTorch, as all of the encoder's training."""

from __future__ import annotations

import random

import pytest

pytest.importorskip("torch")
pytest.importorskip("safetensors")

from training.encoder.grammar import News, joined
from training.gazetteers import Gazetteer

NAMES = Gazetteer(
    given={"FR": ["Marie-Claude", "Jean"]},
    family={"FR": ["Dupont", "De Gaulle"]},
    leaders=["Emmanuel Macron"],
    cities=["Lyon", "Port-au-Prince", "New York"],
    countries=["France", "Bosnia And Herzegovina"],
    demonyms=["French", "Kenyan"],
    companies=["Johnson & Johnson"],
)


@pytest.mark.parametrize("seed", range(60))
def test_a_sentence_is_one_tree_with_whole_names(seed: int) -> None:
    text = News(NAMES, random.Random(seed)).sentence()
    size = len(text.words)
    assert {len(column) for column in vars(text).values()} == {size}
    assert [i for i, head in enumerate(text.heads) if head == i] == [text.labels.index("ROOT")]
    for i in range(size):
        at, steps = i, 0
        while text.heads[at] != at and steps <= size:
            at, steps = text.heads[at], steps + 1
        assert steps <= size
    for before, tag in zip(["O", *text.names], text.names, strict=False):
        assert tag and (not tag.startswith("I-") or (before and before[2:] == tag[2:]))


def test_sentences_are_joined_with_their_heads() -> None:
    news = News(NAMES, random.Random(1))
    one, other = news.sentence(), news.sentence()
    both = joined([one, other])
    assert both.words == one.words + other.words
    assert both.heads == one.heads + [head + len(one.words) for head in other.heads]
    assert [i for i, start in enumerate(both.starts) if start] == [0, len(one.words)]
