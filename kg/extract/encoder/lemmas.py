"""Lemmas: edits (what to take off the end of a word, what to put there, its letter case) beside a table of known words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

KEEP, LOWER, TITLE = "keep", "lower", "title"


def _cased(form: str, case: str) -> str:
    return form.lower() if case == LOWER else form.capitalize() if case == TITLE else form


def edit(form: str, lemma: str) -> str:
    """The edit that makes the lemma of a form.

    >>> edit("Countries", "country"), edit("NATO", "NATO"), edit("met", "meet")
    ('lower 3 y', 'keep 0 ', 'lower 1 et')
    """
    best: tuple[int, str] | None = None
    for order, case in enumerate((LOWER, KEEP, TITLE)):
        base = _cased(form, case)
        same = next((i for i, (a, b) in enumerate(zip(base, lemma, strict=False)) if a != b), min(len(base), len(lemma)))
        cost = 10 * (len(base) - same + len(lemma) - same) + order
        if best is None or cost < best[0]:
            best = cost, f"{case} {len(base) - same} {lemma[same:]}"
    return best[1] if best else f"{KEEP} 0 "


def apply(edit: str, form: str) -> str:
    """The lemma of a form by an edit; the form itself where nothing would be left.

    >>> apply("lower 3 y", "Parties"), apply("lower 4 be", "is")
    ('party', 'is')
    """
    case, drop, suffix = edit.split(" ", 2)
    base = _cased(form, case)
    if int(drop) > len(base):
        return form
    return (base[: len(base) - int(drop)] + suffix) or form


INFLECTED: Mapping[str, str] = {
    "NNS": "noun",
    **dict.fromkeys(("VBD", "VBN", "VBG", "VBZ", "VBP"), "verb"),
    **dict.fromkeys(("JJR", "JJS"), "adj"),
    **dict.fromkeys(("RBR", "RBS"), "adv"),
}
"""Tags of inflected words -> part of speech of their lemma in the table."""


class Lemmas:
    """The network's edit, but for inflected words of which the table knows the lemma.

    The table: ``forms`` (tag -> form -> lemma), ``irregular`` (part of speech -> form -> lemma), ``rules`` (part of speech ->
    endings and what stands for them in the lemma), ``known`` (part of speech -> lemmas).
    """

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._forms: Mapping[str, Mapping[str, str]] = table["forms"]
        self._irregular: Mapping[str, Mapping[str, str]] = table["irregular"]
        self._rules: Mapping[str, Sequence[tuple[str, str]]] = table["rules"]
        self._known = {kind: frozenset(words) for kind, words in table["known"].items()}

    def __call__(self, form: str, tag: str, proposed: str) -> str:
        """The lemma of a form with this tag for which the network proposes an edit."""
        if tag == "NNP":
            return form
        lemma = apply(proposed, form)
        kind = INFLECTED.get(tag)
        if kind is None or not form.isalpha():
            return lemma
        small = form.lower()
        found = self._forms.get(tag, {}).get(small) or self._irregular[kind].get(small)
        if found:
            return found
        known = self._known[kind]
        if lemma in known and lemma != small:
            return lemma
        endings = (small[: len(small) - len(old)] + new for old, new in self._rules[kind] if small.endswith(old))
        return next((word for word in endings if word in known), lemma)
