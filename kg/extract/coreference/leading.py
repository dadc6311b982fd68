"""A second look at "the company", "the aircraft": the one that the article is about, where it is about one of its kind."""

from __future__ import annotations

from collections import Counter

import numpy as np

from kg.extract.coreference.clusters import Clusters, Step
from kg.extract.coreference.fits import Fits
from kg.extract.coreference.traits import DETERMINERS, NUMBERS, TYPES, Traits

_KINDS = frozenset({"organization", "product"})
_REACH = 4
"""Sentences back that the last mention may stand."""
_FIRMS = frozenset(
    "airline automaker bank business carmaker carrier company conglomerate corporation enterprise firm insurer lender maker "
    "manufacturer multinational planemaker producer retailer".split()
)
"""Nouns that many an organization can be called by."""
_NEAR = 0.3
"""Nearness in meaning of a product's noun to what the product is called."""
_LEAST, _LEAD = 3, 2
"""Names that the leading chain needs, and how many times those of the next."""
_BEFORE = 1
"""As in `Traits.described`: only something before it describes it."""
_SCORE = 0.7
_REASON = "{right} stands for {left}, which the article names more often than any other of its kind"


def look_again(clusters: Clusters, fits: Fits) -> None:
    """Put groups of definite nouns without a name to the organization or product that leads the article."""
    t = fits.traits
    groups = clusters.groups()
    leading = {kind: first for kind in _KINDS if (first := _leading(fits, kind)) is not None}
    for group, members in groups.items():
        nouns = [n for n in members if t.kind[n] == 1]
        kinds = {TYPES[t.type[n]] for n in nouns}
        first = leading.get(kinds.pop()) if len(kinds) == 1 and not fits.is_named(group) else None
        if first is None or not all(_points_back(t, n) and _is_plain(t, n, first) for n in nouns):
            continue
        before = [n for n in groups[clusters.of[first]] if n < members[0]]
        near = before and t.sentence[members[0]] - t.sentence[before[-1]] <= _REACH
        if near and all(fits.agree(n, clusters.of[first]) for n in members):
            for n in members:
                clusters.of[n] = clusters.of[first]
            clusters.steps[members[0]] = Step(before[-1], members[0], "leading", _SCORE, _REASON)


def _leading(fits: Fits, kind: str) -> int | None:
    """The first markable of the chain that is named most by far."""
    t = fits.traits
    counts = Counter(t.chain[(t.kind == 0) & np.array([name == kind for name in fits.kinds])].tolist())
    ranked = [*counts.most_common(2), (-1, 0), (-1, 0)]
    if ranked[0][1] < max(_LEAST, _LEAD * ranked[1][1]):
        return None
    return int(t.chain.tolist().index(ranked[0][0]))


def _is_plain(t: Traits, noun: int, first: int) -> bool:
    """Whether a noun says no more than that something is a firm, or the like of what the leading product is called."""
    if TYPES[t.type[noun]] == "organization":
        return t.nouns[noun] in _FIRMS
    meanings = t.meanings
    return bool(meanings.table[meanings.row[noun], meanings.column[first]] >= _NEAR)


def _points_back(t: Traits, noun: int) -> bool:
    """Whether a noun is definite, of one, and nothing but a country says which."""
    definite = DETERMINERS[t.determiner[noun]] in {"the", "this"} and NUMBERS[t.number[noun]] == "singular"
    return bool(definite and (t.described[noun] == 0 or (t.described[noun] == _BEFORE and t.countries[noun])))
