"""Decoding of the encoder's scores, lemmas as edits, windows: pure functions, no model needed."""

from __future__ import annotations

import hashlib
import itertools
import json
from pathlib import Path

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from kg.extract.encoder import decode, lemmas, pieces
from kg.extract.encoder.component import FACTORY, FILES, NewsEncoder, write

LABELS = ["O", "B-person", "I-person", "B-place", "I-place"]
FOLLOWS = decode.allowed(LABELS)
finite = st.floats(-8, 8, width=32)


def matrix(rows: st.SearchStrategy[int], columns: int) -> st.SearchStrategy[np.ndarray]:
    return rows.flatmap(lambda n: hnp.arrays(np.float64, (n, columns), elements=finite))


@given(matrix(st.integers(1, 5), len(LABELS)))
def test_the_best_sequence_of_tags_is_found_among_those_allowed(scores: np.ndarray) -> None:
    tags = decode.viterbi(scores, FOLLOWS)
    assert all(FOLLOWS[a, b] for a, b in itertools.pairwise([0, *tags]))
    every = itertools.product(range(len(LABELS)), repeat=len(scores))
    right = [path for path in every if all(FOLLOWS[a, b] for a, b in itertools.pairwise([0, *path]))]
    best = max(sum(scores[i, tag] for i, tag in enumerate(path)) for path in right)
    assert sum(scores[i, tag] for i, tag in enumerate(tags)) == pytest.approx(best)


def test_no_words_have_no_tags() -> None:
    assert decode.viterbi(np.zeros((0, len(LABELS))), FOLLOWS).tolist() == []


@given(matrix(st.integers(0, 12), len(LABELS)))
def test_names_stand_in_order_apart_and_are_as_sure_as_a_probability(scores: np.ndarray) -> None:
    found = list(decode.names(decode.log_softmax(scores) if len(scores) else scores, LABELS, FOLLOWS))
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(0 <= name.start < name.end <= len(scores) and 0 <= name.sure <= 1 for name in found)


def test_a_name_has_all_its_words_and_two_may_stand_side_by_side() -> None:
    scores = np.full((5, len(LABELS)), -9.0)
    for word, tag in enumerate((1, 2, 1, 0, 3)):
        scores[word, tag] = 9
    found = list(decode.names(decode.log_softmax(scores), LABELS, FOLLOWS))
    assert [(name.start, name.end, name.label) for name in found] == [(0, 2, "person"), (2, 3, "person"), (4, 5, "place")]


def _is_tree(heads: list[int]) -> bool:
    roots = [i for i, head in enumerate(heads) if head == i]
    for start in range(len(heads)):
        at, steps = start, 0
        while heads[at] != at and steps <= len(heads):
            at, steps = heads[at], steps + 1
        if steps > len(heads):
            return False
    return len(roots) == 1


def square(size: int) -> st.SearchStrategy[np.ndarray]:
    return hnp.arrays(np.float64, (size, size + 1), elements=finite)


@given(st.integers(1, 14).flatmap(square))
def test_every_sentence_gets_one_tree_with_one_root(scores: np.ndarray) -> None:
    assert _is_tree(decode.heads(scores).tolist())


def _weight(logs: np.ndarray, heads: tuple[int, ...] | list[int]) -> float:
    return sum(logs[i, 0 if head == i else head + 1] for i, head in enumerate(heads))


@given(st.integers(2, 4).flatmap(square))
def test_with_its_root_given_the_tree_is_the_best(scores: np.ndarray) -> None:
    logs = decode.log_softmax(scores)
    found = decode.heads(scores).tolist()
    root = next(i for i, head in enumerate(found) if head == i)
    trees = (
        tree for tree in itertools.product(range(len(logs)), repeat=len(logs)) if tree[root] == root and _is_tree(list(tree))
    )
    assert _weight(logs, found) == pytest.approx(max(_weight(logs, tree) for tree in trees))


def test_two_words_that_are_each_others_best_head_are_no_cycle() -> None:
    scores = np.array([[9.0, 0, 0, 0], [0, 1, 0, 5], [0, 2, 5, 0]])
    assert decode.heads(scores).tolist() == [0, 2, 0]


TABLE = {
    "forms": {"NNS": {"people": "person"}},
    "irregular": {"verb": {"met": "meet"}, "noun": {"men": "man"}, "adj": {}, "adv": {}},
    "rules": {"verb": [["es", "e"], ["ed", "e"], ["ed", ""]], "noun": [["ies", "y"]], "adj": [], "adv": []},
    "known": {"verb": ["fire", "attack"], "noun": ["party"], "adj": [], "adv": []},
}


@pytest.mark.parametrize(
    ("form", "tag", "edit", "lemma"),
    [
        ("People", "NNS", "lower 0 ", "person"),
        ("met", "VBD", "lower 2 ", "meet"),
        ("parties", "NNS", "lower 1 ", "party"),
        ("attacked", "VBN", "lower 1 ", "attack"),
        ("tweeted", "VBD", "lower 2 ", "tweet"),
        ("Men", "NNP", "lower 2 an", "Men"),
        ("IS", "VBZ", "lower 2 be", "be"),
    ],
)
def test_the_table_of_lemmas_comes_before_the_network(form: str, tag: str, edit: str, lemma: str) -> None:
    assert lemmas.Lemmas(TABLE)(form, tag, edit) == lemma


words = st.text(st.characters(categories=["Lu", "Ll"], max_codepoint=0x17F), min_size=1, max_size=9)


@given(words, words)
def test_a_lemma_is_made_again_by_its_edit(form: str, lemma: str) -> None:
    assert lemmas.apply(lemmas.edit(form, lemma), form) == lemma


@given(words, words, words)
def test_an_edit_of_another_word_leaves_something(form: str, lemma: str, other: str) -> None:
    assert lemmas.apply(lemmas.edit(form, lemma), other)


@given(st.lists(st.tuples(st.integers(1, 12), st.booleans()), max_size=60), st.integers(12, 30), st.integers(0, 10))
def test_windows_cover_every_word_once_and_fit(rows: list[tuple[int, bool]], most: int, overlap: int) -> None:
    lengths, breaks = [row[0] for row in rows], [row[1] for row in rows]
    found = pieces.kept(pieces.spans(lengths, breaks, most, overlap))
    assert [i for _, _, first, last in found for i in range(first, last)] == list(range(len(rows)))
    assert all(begin <= first <= last <= end for begin, end, first, last in found)
    assert all(sum(lengths[begin:end]) <= most for begin, end, _, _ in found)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("Kim", "Xi", True), ("Kim", "KIM", False), ("kim", "Kim", False), ("2023", "17", True), ("U.S.", "NATO", False)],
)
def test_words_of_one_shape(one: str, other: str, same: bool) -> None:
    assert (pieces.shape(one, True) == pieces.shape(other, True)) is same
    assert pieces.shape(one, True) != pieces.shape(one, False)
    assert 0 <= pieces.shape(one, True) < pieces.SHAPES


CONTENT = {name: name.encode() for name in FILES}


def encoder() -> NewsEncoder:
    component = spacy.blank("en").create_pipe(FACTORY)
    assert isinstance(component, NewsEncoder)
    return component


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    write(tmp_path, CONTENT)
    (tmp_path / "weights.onnx").write_bytes(b"other")
    with pytest.raises(ValueError, match=r"weights\.onnx: damaged"):
        encoder().from_disk(tmp_path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    write(tmp_path, CONTENT)
    (tmp_path / "trees.npz").unlink()
    with pytest.raises(OSError, match=r"trees\.npz"):
        encoder().from_disk(tmp_path)


def test_a_model_of_another_format_is_refused(tmp_path: Path) -> None:
    write(tmp_path, CONTENT)
    sums = {"format": 99, "sha256": {name: hashlib.sha256(content).hexdigest() for name, content in CONTENT.items()}}
    (tmp_path / "checksums.json").write_text(json.dumps(sums), encoding="utf-8")
    with pytest.raises(ValueError, match="format 99"):
        encoder().from_disk(tmp_path)
