"""From scores to structure: names without broken tags, one tree for each sentence. Pure functions over arrays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.floating[Any]]
Ints = npt.NDArray[np.integer[Any]]
Bools = npt.NDArray[np.bool_]

_NEVER = -1e9


def log_softmax(scores: Floats) -> Floats:
    """Logarithms of probabilities along the last axis."""
    shifted = scores - scores.max(-1, keepdims=True)
    logs: Floats = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return logs


def allowed(labels: Sequence[str]) -> Bools:
    """Whether the second tag (BIO) may follow the first: ``I-x`` only behind ``B-x`` and ``I-x``.

    >>> allowed(["O", "B-person", "I-person"]).tolist()
    [[True, True, False], [True, True, True], [True, True, True]]
    """
    inside = np.array([label.startswith("I-") for label in labels])
    kinds = np.array([label[2:] for label in labels])
    follows: Bools = ~inside[None, :] | (kinds[:, None] == kinds[None, :])
    return follows


def viterbi(scores: Floats, follows: Bools) -> Ints:
    """The best sequence of tags in which each may follow the one before it; the first tag may follow tag 0."""
    if not len(scores):
        return np.zeros(0, dtype=np.int64)
    best: Ints = scores.argmax(-1)
    if follows[0, best[0]] and follows[best[:-1], best[1:]].all():
        return best
    barred = np.where(follows, 0.0, _NEVER)
    total = scores[0] + barred[0]
    back = np.zeros(scores.shape, dtype=np.int64)
    for i in range(1, len(scores)):
        paths = total[:, None] + barred
        back[i] = paths.argmax(0)
        total = paths.max(0) + scores[i]
    tags = np.zeros(len(scores), dtype=np.int64)
    tags[-1] = total.argmax()
    for i in range(len(scores) - 1, 0, -1):
        tags[i - 1] = back[i, tags[i]]
    return tags


class NameSpan(NamedTuple):
    """Words ``start`` to ``end`` (exclusive), the label, and how sure the network is (0..1, not yet calibrated)."""

    start: int
    end: int
    label: str
    sure: float


def names(logs: Floats, labels: Sequence[str], follows: Bools) -> Iterator[NameSpan]:
    """The names in log-probabilities of BIO tags; as sure as the least sure of their words and of their end."""
    tags = viterbi(logs, follows)
    i = 0
    while i < len(tags):
        if not tags[i]:
            i += 1
            continue
        kind = labels[tags[i]][2:]
        inside = labels.index(f"I-{kind}")
        end = i + 1
        while end < len(tags) and tags[end] == inside:
            end += 1
        sure = min(float(logs[n, tags[n]]) for n in range(i, end))
        after = 1 - float(np.exp(logs[end, inside])) if end < len(tags) else 1.0
        yield NameSpan(i, end, kind, min(float(np.exp(sure)), after))
        i = end


def heads(scores: Floats) -> Ints:
    """The head of each word by arc scores (words, 1 + words), column 0 the root: one root, no cycle.

    Returns:
        the number of the head counted from 0, the root's own number for the root.
    """
    logs = log_softmax(scores)
    size = len(logs)
    root = 0
    if size > 1:
        rest = logs[:, 1:].copy()
        np.fill_diagonal(rest, _NEVER)
        root = int((logs[:, 0] - rest.max(1)).argmax())
        rest[root] = _NEVER
        found: Ints = rest.argmax(1)
        found[root] = root
        return found if not _cycle(found, root) else _arborescence(rest, root)
    return np.zeros(size, dtype=np.int64)


def _cycle(found: Ints, root: int) -> list[int]:
    """The words of one cycle; empty where there is none."""
    state = [0] * len(found)
    state[root] = 2
    for start in range(len(found)):
        path = []
        at = start
        while not state[at]:
            state[at] = 1
            path.append(at)
            at = int(found[at])
        if state[at] == 1:
            return path[path.index(at) :]
        for word in path:
            state[word] = 2
    return []


def _arborescence(scores: Floats, root: int) -> Ints:
    """The best tree with this root (Chu and Liu, Edmonds); ``scores[word, head]``."""
    found: Ints = scores.argmax(1)
    found[root] = root
    cycle = _cycle(found, root)
    if not cycle:
        return found
    size = len(scores)
    outside = [i for i in range(size) if i not in set(cycle)]
    kept = scores[cycle, found[cycle]]
    # The cycle as one word, the last of a smaller problem.
    small = np.full((len(outside) + 1, len(outside) + 1), _NEVER)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    into = scores[np.ix_(cycle, outside)] - kept[:, None]
    small[-1, :-1] = into.max(0)
    small[:-1, -1] = scores[np.ix_(outside, cycle)].max(1)
    tree = _arborescence(small, outside.index(root))
    result = found.copy()
    for n, word in enumerate(outside):
        if word != root:
            head = int(tree[n])
            result[word] = outside[head] if head < len(outside) else cycle[int(scores[word, cycle].argmax())]
    entry = int(tree[-1])
    broken = int(into[:, entry].argmax())
    result[cycle[broken]] = outside[entry]
    return result
