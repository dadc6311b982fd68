"""Names as newspaper furniture has them: of authors, agencies and places, alone between commas and brackets."""

from __future__ import annotations

import re

_LONGEST = 6
_WORD = re.compile(r"[^\s,/]+")
_NAME_WORD = re.compile(r"[^\W\d_][\w.'’&-]*")
_SMALL_WORD = re.compile(r"a|an|and|at|bin|da|de|del|der|di|du|el|for|from|ibn|in|la|le|of|on|the|to|van|von|y|&")
_BREAK = re.compile(r"[,;/|]|\b(?:and|in|at)\b")
_AGENCY = re.compile(
    r"afp|ap|ani|ans|apa|belga|bernama|bloomberg|bbc|cnn|cna|dpa|dw|efe|interfax|irna|kcna|kyodo|lusa|ntb|npr|pa|pti|reuters|ria"
    r"|rfe/rl|sputnik|tass|tt|unian|upi|vnexpress|voa|xinhua|yonhap",
    re.IGNORECASE,
)
_AGENCY_WORD = re.compile(
    r"\b(?:agency|agencies|associated press|france-presse|news|newswire|wire|press|post|times|herald|tribune|telegraph|globe"
    r"|service|media|network|ria novosti)\b",
    re.IGNORECASE,
)


def is_name(text: str) -> bool:
    """Whether a text is one name: up to six words, all of them capitalized but the small ones.

    >>> is_name("Ursula von der Leyen"), is_name("Ursula is in Kyiv")
    (True, False)
    """
    words = _WORD.findall(text)
    return 0 < len(words) <= _LONGEST and words[0][0].isupper() and all(map(_is_name_word, words))


def _is_name_word(word: str) -> bool:
    return _SMALL_WORD.fullmatch(word) is not None or (word[0].isupper() and _NAME_WORD.fullmatch(word) is not None)


def are_names(text: str) -> bool:
    """Whether a text is nothing but names ("Jane Doe and John Roe in Seoul")."""
    names = [name.strip() for name in _BREAK.split(text)]
    return all(is_name(name) for name in names if name)


def is_agency(text: str) -> bool:
    """Whether a text names news agencies or newspapers ("Reuters", "Northern Wire", "AFP, dpa")."""
    return _AGENCY.fullmatch(text.strip()) is not None or all(_is_one_agency(name.strip()) for name in _BREAK.split(text))


def _is_one_agency(name: str) -> bool:
    return _AGENCY.fullmatch(name) is not None or (is_name(name) and _AGENCY_WORD.search(name) is not None)
