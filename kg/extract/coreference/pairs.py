"""What speaks for and against two markables being one thing, as columns of numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from kg.extract.coreference.clauses import LINKS, ROLES
from kg.extract.coreference.traits import CASES, DETERMINERS, GENDERS, KINDS, NUMBERS, PRONOUNS, TYPES, Ints, Traits

Floats = npt.NDArray[np.float32]

_SENTENCES = np.array([1, 2, 3, 4, 6, 10])
_PASSAGES = np.array([1, 2, 3, 6])
_MARKABLES = np.array([1, 2, 3, 5, 8, 13, 21, 34])
_BETWEEN = np.array([1, 2, 3, 5])
_TOPIC = np.array([1, 2, 3, 5])
_NEAR = np.array([0.15, 0.3, 0.45, 0.6])
_PIECE = 256
"""Anaphors whose pairs are judged at once: memory must not grow with the article."""
_FAR = 4
"""Mentions of a noun that it looks at farther back."""
REACH = 80
"""Markables back that a nominal looks; a pronoun looks half as far."""
PRONOUN_REACH = 40


def single_features(t: Traits) -> Floats:
    """What is known of each markable alone: (markables, columns)."""
    parts = [
        _one_hot(t.kind, len(KINDS)),
        _one_hot(t.pronoun, len(PRONOUNS)),
        _one_hot(t.case, len(CASES)),
        _one_hot(t.number, len(NUMBERS)),
        _one_hot(t.gender, len(GENDERS)),
        _one_hot(t.type, len(TYPES)),
        _one_hot(t.determiner, len(DETERMINERS)),
        _one_hot(t.role, len(ROLES)),
        _one_hot(t.described, 4),
        _one_hot(t.link, len(LINKS)),
        _bucket(t.topic, _TOPIC),
        np.stack(
            [t.headline, t.quote > 0, t.speaker >= 0, t.opens, t.empty, t.says, t.titled, t.main, t.source, _is_subject(t)],
            axis=1,
        ).astype(np.float32),
        _one_hot(np.minimum(_counts_before(t.chain), 4), 5),
        _one_hot(np.minimum(_counts_before(np.where(t.kind == 1, t.lemma, -1)), 4), 5),
        _one_hot(np.minimum(_counts_before(np.where(t.kind == 1, t.text, -1)), 3), 4),
        _bucket(t.sentence, _SENTENCES),
    ]
    return np.concatenate(parts, axis=1)


def candidate_pairs(t: Traits) -> Iterator[tuple[Ints, Ints]]:
    """(anaphors, antecedents) of the pairs to be judged, in the order of the anaphors, piece by piece.

    Names and coordinations are no anaphors.

    A noun also looks farther back: to itself, and to names that have it in them. The pairs of one anaphor are in one piece.
    """
    seen: dict[int, list[int]] = defaultdict(list)
    sizes: list[int] = []
    anaphors: list[int] = []
    right: list[Ints] = []
    for i, (kind, lemma) in enumerate(zip(t.kind.tolist(), t.lemma.tolist(), strict=True)):
        if kind == 0:
            for word in t.name_words[i]:
                seen[word].append(i)
        if kind not in {1, 2} or t.chain[i] >= 0:
            continue
        start = max(0, i - (PRONOUN_REACH if kind == 2 else REACH))
        far = [j for j in seen[lemma][-_FAR:] if j < start] if kind == 1 else []
        seen[lemma].append(i)
        if i == 0:
            continue
        right += [np.array(far, dtype=np.int64), np.arange(start, i)]
        anaphors.append(i)
        sizes.append(len(far) + i - start)
        if len(anaphors) == _PIECE:
            yield np.repeat(anaphors, sizes), np.concatenate(right)
            anaphors, sizes, right = [], [], []
    if anaphors:
        yield np.repeat(anaphors, sizes), np.concatenate(right)


def pair_features(t: Traits, i: Ints, j: Ints) -> Floats:
    """What is known of each pair (i behind j) together: (pairs, columns).

    The columns are made one by one, so each of them lies together in memory.
    """
    same_quote = (t.quote[i] == t.quote[j]) & (t.quote[i] > 0)
    agree_number = t.number[i] * 3 + t.number[j]
    agree_gender = t.gender[i] * 4 + t.gender[j]
    nominal = (t.kind[i] == 1) & (t.kind[j] != 2)
    same_lemma = (t.lemma[i] == t.lemma[j]) & (t.kind[j] != 0)
    same_text = t.text[i] == t.text[j]
    same_pronoun = (t.pronoun[i] == t.pronoun[j]) & (t.pronoun[i] > 0)
    known = (t.type[i] > 0) & (t.type[j] > 0)
    same_type = t.type[i] == t.type[j]
    compatible = _compatible(t, i, j)
    subject = _is_subject(t)[j]
    over = subject & (t.above[i] == t.clause[j])
    newest = _is_newest(t, i, j)
    inside, subset, clash = _word_features(t, i, j, nominal & (same_lemma | (t.kind[j] == 0)), same_lemma)
    columns = [
        same_text & nominal,
        same_lemma & nominal,
        same_pronoun,
        known & same_type,
        known & ~same_type,
        same_quote,
        same_pronoun & same_quote,
        (t.quote[i] > 0) & (t.quote[j] == 0),
        (t.quote[j] > 0) & (t.quote[i] == 0),
        (t.speaker[i] == t.position[j]) & (t.speaker[i] >= 0),
        (t.speaker[i] == t.speaker[j]) & (t.speaker[i] >= 0),
        t.governor[i] == t.position[j],
        t.governor[j] == t.position[i],
        (t.governor[i] == t.governor[j]),
        t.verb[i] == t.verb[j],
        (t.role[i] == t.role[j]) & (t.role[i] > 0),
        (t.first[i] <= t.position[j]) & (t.last[j] <= t.last[i]),
        (t.first[j] <= t.position[i]) & (t.last[i] <= t.last[j]),
        compatible,
        inside,
        subset,
        clash,
        nominal & (t.text[i] == t.text[j]) & (t.determiner[i] == 1),
        same_lemma & nominal & (t.determiner[i] == t.determiner[j]),
        t.headline[j] & ~t.headline[i] & 1,
        (t.role[j] == 1) & (t.sentence[i] - t.sentence[j] == 1),
        (t.role[j] == 1) & (t.sentence[i] == t.sentence[j]) & (t.verb[i] != t.verb[j]),
        (t.role[i] == 10) & (t.governor[j] == t.position[i]),
        (t.role[i] == 9) & (t.governor[i] == t.position[j]),
        same_lemma & nominal & (t.number[i] == t.number[j]) & subset,
        same_lemma & nominal & (t.determiner[j] == 3) & (t.determiner[i] > 0) & (t.determiner[i] < 3),
        inside & (t.determiner[i] > 0) & (t.determiner[i] < 3),
        subject & (t.clause[i] == t.clause[j]),
        over,
        over & (t.says[j] > 0),
        subject & (t.higher[i] == t.clause[j]),
        subject & (t.above[i] == t.above[j]) & (t.above[i] >= 0) & (t.clause[i] != t.clause[j]),
        t.above[j] == t.clause[i],
        (t.above[i] == t.clause[j]) & ~subject,
        newest,
        (t.source[i] > 0) & (_last_source(t)[i] == j),
        (t.governor[j] == t.position[i]) & (t.role[j] == 6),
        *_origins(t, i, j),
        *_classes(agree_number, 9),
        *_classes(agree_gender, 16),
        *_buckets(t.sentence[i] - t.sentence[j], _SENTENCES),
        *_buckets(t.passage[i] - t.passage[j], _PASSAGES),
        *_buckets(i - j, _MARKABLES),
        *_buckets(_between(i, compatible), _BETWEEN),
        *_buckets(_between(i, (t.chain[j] >= 0) & (t.type[j] == 2) & newest), _BETWEEN),
        *_classes(t.link[i] * over, len(LINKS)),
        *_buckets(t.meanings.table[t.meanings.row[i], t.meanings.column[j]], _NEAR),
    ]
    found: Floats = np.array(columns, dtype=np.float32).T
    return found


def _is_subject(t: Traits) -> npt.NDArray[np.bool_]:
    found: npt.NDArray[np.bool_] = np.isin(t.role, (1, 2)) & (t.governor == t.clause)
    return found


def _last_source(t: Traits) -> Ints:
    """For each markable the last one before it that says something outside of quotations, -1 for none."""
    at = np.where((t.source > 0) & (t.quote == 0), np.arange(len(t.source)), -1)
    last: Ints = np.r_[-1, np.maximum.accumulate(at)[:-1]] if len(at) else at
    return last


def _origins(t: Traits, i: Ints, j: Ints) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Whether a nominal is said to be of the antecedent's country; of another."""
    same, other = np.zeros(len(i), dtype=bool), np.zeros(len(i), dtype=bool)
    some = np.array([bool(countries) for countries in t.countries])
    for n in np.flatnonzero(some[i]).tolist():
        mine, chain = t.countries[i[n]], int(t.chain[j[n]])
        known = t.origins.get(chain, frozenset()) if chain >= 0 else t.countries[j[n]]
        same[n], other[n] = bool(mine & known), bool(known) and not mine & known
    return same, other


def _is_newest(t: Traits, i: Ints, j: Ints) -> npt.NDArray[np.bool_]:
    """Whether the antecedent is the last of its chain before the anaphor."""
    following = np.full(len(t.chain), len(t.chain))
    last: dict[int, int] = {}
    for n, chain in enumerate(t.chain.tolist()):
        if chain >= 0:
            if chain in last:
                following[last[chain]] = n
            last[chain] = n
    newest: npt.NDArray[np.bool_] = (t.chain[j] >= 0) & (following[j] > i)
    return newest


def _one_hot(values: Ints, size: int) -> Floats:
    return np.eye(size, dtype=np.float32)[values]


def _bucket(values: npt.NDArray[Any], edges: npt.NDArray[Any]) -> Floats:
    return _one_hot(np.searchsorted(edges, values, side="right"), len(edges) + 1)


def _classes(values: Ints, size: int) -> npt.NDArray[np.bool_]:
    """For each class whether a value is of it: (classes, values)."""
    found: npt.NDArray[np.bool_] = values == np.arange(size)[:, None]
    return found


def _buckets(values: npt.NDArray[Any], edges: npt.NDArray[Any]) -> npt.NDArray[np.bool_]:
    return _classes(np.searchsorted(edges, values, side="right"), len(edges) + 1)


def _counts_before(groups: Ints) -> Ints:
    """For each markable how many of its group stand before it; groups below 0 do not count."""
    seen: dict[int, int] = defaultdict(int)
    counts = []
    for group in groups.tolist():
        counts.append(seen[group] if group >= 0 else 0)
        seen[group] += 1
    return np.array(counts, dtype=np.int32)


def _compatible(t: Traits, i: Ints, j: Ints) -> npt.NDArray[np.bool_]:
    """Whether nothing in number, gender and person speaks against a pair."""
    number = (t.number[i] == 0) | (t.number[j] == 0) | (t.number[i] == t.number[j])
    gender = (t.gender[i] == 0) | (t.gender[j] == 0) | (t.gender[i] == t.gender[j])
    thing = np.isin(t.type, (0, 1, 5))
    person = ~np.isin(t.gender[i], (1, 2)) | thing[j]
    spoken = (t.pronoun >= 1) & (t.pronoun <= 3)
    fits: npt.NDArray[np.bool_] = number & gender & person & (spoken[i] == spoken[j])
    return fits


def _between(i: Ints, compatible: npt.NDArray[np.bool_]) -> Ints:
    """For every pair how many compatible candidates stand between; pairs of one anaphor follow each other."""
    if not len(i):
        return np.zeros(0, dtype=np.int64)
    total = np.cumsum(compatible)
    last = np.r_[np.flatnonzero(np.diff(i)), len(i) - 1]
    sizes = np.diff(np.r_[-1, last])
    between: Ints = np.repeat(total[last], sizes) - total
    return between


def _word_features(
    t: Traits, i: Ints, j: Ints, some: npt.NDArray[np.bool_], same: npt.NDArray[np.bool_]
) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Whether the noun stands in the other's name; whether what describes it is all there; whether both say something else."""
    inside, subset, clash = (np.zeros(len(i), dtype=bool) for _ in range(3))
    rows = np.flatnonzero(some)
    for n, a, b, equal, lemma in zip(
        rows.tolist(), i[rows].tolist(), j[rows].tolist(), same[rows].tolist(), t.lemma[i[rows]].tolist(), strict=True
    ):
        mine, theirs = t.words[a], t.words[b]
        if equal:
            subset[n] = mine <= theirs
            clash[n] = bool(mine and theirs and not (mine <= theirs or theirs <= mine))
        elif lemma in t.name_words[b]:
            inside[n] = True
            subset[n] = mine <= theirs
    return inside, subset, clash
