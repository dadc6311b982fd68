"""What names are made of, and when two of them can be one: folding, words, initials, acronyms, variants.

Shared by extraction (variants inside an article) and resolution (variants across articles).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

Likeness = Literal["equal", "variant", "acronym", "surname", "conflict"]
"""How two names of one type compare: the first four speak for one thing, ``conflict`` speaks for two."""

_POINTS = {"n": "north", "s": "south", "e": "east", "w": "west"}
_POINT_NAME = re.compile(r"^([NSEW])\.?\s?(?=[A-Z][a-z])")
_LEGAL_FORMS = frozenset("inc corp co ltd llc plc ag gmbh sa nv spa limited corporation incorporated company".split())
_SMALL_WORDS = frozenset("of the and for in on de la le du des der von van und et y e to at".split())
_PARTICLES = frozenset("al el bin ibn de da di du dos del van von der den ter la le st san".split())


def fold(text: str) -> str:
    """Lower case without accents, as a key for comparison.

    >>> fold("Škoda")
    'skoda'
    """
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()


@lru_cache(maxsize=100_000)
def words(name: str) -> tuple[str, ...]:
    """The folded words of a name: possessives and full stops gone, compass points written out, hyphens split.

    >>> words("N.Korea's"), words("Kim Jong-un"), words("U.S.")
    (('north', 'korea'), ('kim', 'jong', 'un'), ('us',))
    """
    name = re.sub(r"[’']s?$", "", name.strip().replace("’", "'"))
    name = _POINT_NAME.sub(lambda m: _POINTS[m.group(1).lower()] + " ", name)
    found = re.findall(r"[^\W_]+(?:'[^\W_]+)*", fold(re.sub(r"\.(?=\w)|(?<=\w)\.", "", name)))
    return tuple(found[1:] if len(found) > 1 and found[0] == "the" else found)


def key(name: str) -> str:
    """A name in the form in which equal names are equal strings.

    >>> key("the Kremlin") == key("Kremlin")
    True
    """
    return " ".join(words(name))


def initials(name: str) -> str:
    """First letters of the words that count.

    >>> initials("Democratic People's Republic of Korea")
    'dprk'
    """
    return "".join(word[0] for word in words(name) if word not in _SMALL_WORDS)


def is_acronym(short: str, long: str) -> bool:
    """Whether a name in capitals is made of another's initials.

    >>> is_acronym("U.N.", "United Nations"), is_acronym("Un", "United Nations")
    (True, False)
    """
    letters = re.sub(r"[^\w]", "", short)
    return (
        len(letters) > 1
        and letters.isupper()
        and len(words(long)) > 1
        and letters.lower()
        in {
            initials(long),
            "".join(word[0] for word in words(long)),
        }
    )


def abbreviates(short: str, long: str) -> bool:
    """Whether a short name in capitals can stand for a longer one: its letters stand in it in their order, the first one first.

    >>> abbreviates("IAEA", "International Atomic Energy Agency"), abbreviates("MINURSO", "United Nations Mission")
    (True, False)
    """
    letters = re.sub(r"[^\w]", "", short)
    if not (1 < len(letters) < len(long) and sum(c.isupper() for c in letters) * 2 > len(letters)):
        return False
    rest = iter(fold(long))
    return fold(long)[0] == fold(letters)[0] and all(letter in rest for letter in fold(letters))


def surname(name: str) -> tuple[str, ...]:
    """The last word of a person's name with the particles before it.

    >>> surname("Ursula von der Leyen"), surname("Vladimir Putin")
    (('von', 'der', 'leyen'), ('putin',))
    """
    parts = words(name)
    start = max(len(parts) - 1, 0)
    while start > 1 and parts[start - 1] in _PARTICLES:
        start -= 1
    return parts[start:]


def is_surname(name: str) -> bool:
    """Whether a person's name is one word, but for particles ("von der Leyen").

    >>> is_surname("von der Leyen"), is_surname("Putin"), is_surname("Xi Jinping")
    (True, True, False)
    """
    parts = words(name)
    return all(part in _PARTICLES for part in parts[:-1])


def compare_persons(left: str, right: str) -> Likeness | None:
    """How two persons' names compare; None says nothing either way.

    A single word can be the surname first or last in the other, as in Korean, Chinese and Hungarian names.

    >>> compare_persons("Kim Jong-un", "Kim Jong Un"), compare_persons("Putin", "Vladimir Putin")
    ('equal', 'surname')
    >>> compare_persons("Kim Jong-un", "Kim Yo-jong"), compare_persons("V. Putin", "Vladimir Putin")
    ('conflict', 'variant')
    """
    a, b = words(left), words(right)
    if not a or not b:
        return None
    if a == b or "".join(a) == "".join(b) or sorted(a) == sorted(b):
        return "equal"
    a, b = (tuple(w for w in name if w not in _PARTICLES) or name for name in (a, b))
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        return "surname" if short[0] in {long[0], long[-1]} and len(long) > 1 else "conflict"
    if short[-1] == long[-1] and _given_names_agree(short[:-1], long[:-1]):
        return "variant"
    return "conflict"


def _given_names_agree(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether every given name of the shorter stands, whole or as its initial, in the longer, in its order."""
    rest = iter(long)
    return all(any(a == b or (1 in {len(a), len(b)} and a[0] == b[0]) for b in rest) for a in short)


def core_words(name: str) -> tuple[str, ...]:
    """The words of a thing's name without its legal form.

    >>> core_words("Apple Inc.")
    ('apple',)
    """
    return tuple(w for w in words(name) if w not in _LEGAL_FORMS) or words(name)


def compare_names(left: str, right: str) -> Likeness | None:
    """How two names of organizations, places or things compare.

    >>> compare_names("N.Korea", "North Korea"), compare_names("UN", "United Nations")
    ('equal', 'acronym')
    >>> compare_names("Apple Inc.", "Apple")
    'equal'
    """
    a, b = core_words(left), core_words(right)
    if a == b or "".join(a) == "".join(b):
        return "equal"
    if is_acronym(left, right) or is_acronym(right, left):
        return "acronym"
    return None
