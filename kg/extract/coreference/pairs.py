"""What speaks for and against two markables being one thing, as columns of numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from kg.extract.coreference.clauses import LINKS, ROLES
from kg.extract.coreference.traits import CASES, COLUMNS, DETERMINERS, GENDERS, KINDS, NUMBERS, PRONOUNS, TYPES, Ints, Traits

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
    a, b = _columns_of(t, i), _columns_of(t, j)
    same_quote = (a.quote == b.quote) & (a.quote > 0)
    agree_number = a.number * 3 + b.number
    agree_gender = a.gender * 4 + b.gender
    nominal = (a.kind == 1) & (b.kind != 2)
    same_lemma = (a.lemma == b.lemma) & (b.kind != 0)
    same_text = a.text == b.text
    same_pronoun = (a.pronoun == b.pronoun) & (a.pronoun > 0)
    known = (a.type > 0) & (b.type > 0)
    same_type = a.type == b.type
    compatible = _compatible(a, b)
    subject = _is_subject(t)[j]
    over = subject & (a.above == b.clause)
    newest = _is_newest(t, i, j)
    inside, subset, clash = _word_features(t, i, j, nominal & (same_lemma | (b.kind == 0)), same_lemma)
    columns = [
        same_text & nominal,
        same_lemma & nominal,
        same_pronoun,
        known & same_type,
        known & ~same_type,
        same_quote,
        same_pronoun & same_quote,
        (a.quote > 0) & (b.quote == 0),
        (b.quote > 0) & (a.quote == 0),
        (a.speaker == b.position) & (a.speaker >= 0),
        (a.speaker == b.speaker) & (a.speaker >= 0),
        a.governor == b.position,
        b.governor == a.position,
        (a.governor == b.governor),
        a.verb == b.verb,
        (a.role == b.role) & (a.role > 0),
        (a.first <= b.position) & (b.last <= a.last),
        (b.first <= a.position) & (a.last <= b.last),
        compatible,
        inside,
        subset,
        clash,
        nominal & (a.text == b.text) & (a.determiner == 1),
        same_lemma & nominal & (a.determiner == b.determiner),
        b.headline & ~a.headline & 1,
        (b.role == 1) & (a.sentence - b.sentence == 1),
        (b.role == 1) & (a.sentence == b.sentence) & (a.verb != b.verb),
        (a.role == 10) & (b.governor == a.position),
        (a.role == 9) & (a.governor == b.position),
        same_lemma & nominal & (a.number == b.number) & subset,
        same_lemma & nominal & (b.determiner == 3) & (a.determiner > 0) & (a.determiner < 3),
        inside & (a.determiner > 0) & (a.determiner < 3),
        subject & (a.clause == b.clause),
        over,
        over & (b.says > 0),
        subject & (a.higher == b.clause),
        subject & (a.above == b.above) & (a.above >= 0) & (a.clause != b.clause),
        b.above == a.clause,
        (a.above == b.clause) & ~subject,
        newest,
        (a.source > 0) & (_last_source(t)[i] == j),
        (b.governor == a.position) & (b.role == 6),
        *_origins(t, i, j),
        *_classes(agree_number, 9),
        *_classes(agree_gender, 16),
        *_buckets(a.sentence - b.sentence, _SENTENCES),
        *_buckets(a.passage - b.passage, _PASSAGES),
        *_buckets(i - j, _MARKABLES),
        *_buckets(_between(i, compatible), _BETWEEN),
        *_buckets(_between(i, (b.chain >= 0) & (b.type == 2) & newest), _BETWEEN),
        *_classes(a.link * over, len(LINKS)),
        *_buckets(t.meanings.table[t.meanings.row[i], t.meanings.column[j]], _NEAR),
    ]
    found: Floats = np.array(columns, dtype=np.float32).T
    return found


def _columns_of(t: Traits, numbers: Ints) -> Traits:
    """The traits of some markables, of each as often as it is among the numbers: columns alone."""
    return replace(t, **{name: getattr(t, name).take(numbers) for name in COLUMNS})


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


def _compatible(a: Traits, b: Traits) -> npt.NDArray[np.bool_]:
    """Whether nothing in number, gender and person speaks against a pair."""
    number = (a.number == 0) | (b.number == 0) | (a.number == b.number)
    gender = (a.gender == 0) | (b.gender == 0) | (a.gender == b.gender)
    thing = (b.type == 0) | (b.type == 1) | (b.type == 5)
    person = ((a.gender != 1) & (a.gender != 2)) | thing
    spoken = [(side.pronoun >= 1) & (side.pronoun <= 3) for side in (a, b)]
    fits: npt.NDArray[np.bool_] = number & gender & person & (spoken[0] == spoken[1])
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
