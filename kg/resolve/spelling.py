"""Spellings of one name: what transliteration writes now so, now so ("Sergei", "Sergey"; "Zelensky", "Zelenskyy").

Made of the letters that romanizations of Cyrillic, Arabic, Korean and Chinese names interchange. Unlike a similarity it is a
key to find candidates by, and finds no fewer variants (figures in docs/decisions/0006-resolution.md).
"""

from __future__ import annotations

import re
from functools import lru_cache

_INTERCHANGED = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"['’ʼ`-]", ""),
        (r"[cs]e$", "s"),
        (r"shch|sch", "sh"),
        (r"tch|tsch", "ch"),
        (r"kh|gh|ck|q|c(?!h)|k", "k"),
        (r"ph", "f"),
        (r"dzh|dj", "j"),
        (r"th", "t"),
        (r"dh", "d"),
        (r"bh", "b"),
        (r"ou|oo|oe|ue|o|u", "u"),
        (r"ya|ia|ja", "a"),
        (r"yu|iu", "u"),
        (r"ye|ie|ei|ai|ay|ey|ee|y|i|e", "i"),
        (r"w|ff$", "v"),
        (r"x", "ks"),
        (r"tz|cz", "ts"),
        (r"([^\W\d_])\1+", r"\1"),
    )
)
_SHORTEST_WITH_ERRORS = 5


@lru_cache(maxsize=200_000)
def spelling(word: str) -> str:
    """A folded word in the form in which its transliterations are equal.

    >>> spelling("sergei") == spelling("sergey"), spelling("zelenskyy") == spelling("zelensky")
    (True, True)
    >>> spelling("ivanov") == spelling("ivanova")
    False
    """
    for pattern, letters in _INTERCHANGED:
        word = pattern.sub(letters, word)
    return word


def spelled_alike(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether the words of two names are transliterations of each other, one by one or run together."""
    if len(left) == len(right):
        return all(a == b or spelling(a) == spelling(b) for a, b in zip(left, right, strict=True))
    return spelling("".join(left)) == spelling("".join(right))


def differ_by_one(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two names differ in one long word by one letter more, less, other or swapped, and in nothing else.

    >>> differ_by_one(("antione", "gizenga"), ("antoine", "gizenga")), differ_by_one(("anna", "ivanov"), ("anna", "ivanova"))
    (True, False)
    """
    if len(left) != len(right):
        return False
    unequal = [(a, b) for a, b in zip(left, right, strict=True) if a != b and spelling(a) != spelling(b)]
    if len(unequal) != 1 or min(map(len, unequal[0])) < _SHORTEST_WITH_ERRORS:
        return False
    short, long = sorted(unequal[0], key=len)
    return long != f"{short}a" and _one_edit(short, long)


def _one_edit(a: str, b: str) -> bool:
    if abs(len(a) - len(b)) > 1:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return (
        a[start + 1 :] == b[start + 1 :]
        or a[start:] == b[start + 1 :]
        or a[start + 1 :] == b[start:]
        or (a[start : start + 2] == b[start : start + 2][::-1] and a[start + 2 :] == b[start + 2 :])
    )
