"""Whether an article is English. Leaving out an English article is the worse error, so only clear cases are told."""

from __future__ import annotations

import re

ENGLISH = "en"
SHORT = 200
"""Characters under which no text is left out for its language: there is too little to go by."""

_WORD = re.compile(r"[^\W\d_]+")
_FUNCTION_WORD = re.compile(
    r"\b(?:the|of|and|to|for|with|that|from|his|her|which|their|were|been|said|would|by|at|has|have|not|are|it|he|she|they)\b"
)
_FUNCTION_WORD_SHARE = 0.05
"""Every fourth to third word of English news, hardly any of other languages; lists of names come down to this."""

_TAKEN_FOR_ENGLISH = frozenset({"pcm", "sco", "jam"})
"""English creoles and Scots: what the classifier calls English that consists of names."""

_SAMPLE = 20_000
_MODEL_SAMPLE = 4_000


def is_english_tag(tag: str) -> bool:
    """Whether a language tag or name says English.

    >>> [is_english_tag(tag) for tag in ("en", "en-GB", "English", "de")]
    [True, True, True, False]
    """
    return re.split(r"[-_]", tag.lower())[0] in {"en", "eng", "english"}


def detect_language(text: str) -> str:
    """The language of a text as ISO 639 code, ``en`` where nothing speaks clearly against it."""
    sample = text[:_SAMPLE].lower()
    words = len(_WORD.findall(sample))
    if len(text.strip()) < SHORT or len(_FUNCTION_WORD.findall(sample)) >= _FUNCTION_WORD_SHARE * words:
        return ENGLISH
    return _classify(text[:_MODEL_SAMPLE].lower())


def _classify(sample: str) -> str:
    import py3langid  # its table takes 0.2 s to load, and most articles are told by their function words

    language = str(py3langid.classify(sample)[0])
    return ENGLISH if language in _TAKEN_FOR_ENGLISH else language
