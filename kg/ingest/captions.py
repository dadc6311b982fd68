"""The words under a picture, and whose picture it is."""

from __future__ import annotations

import re

from kg.ingest.names import is_agency, is_name

_LONGEST = 700
_LONGEST_CREDIT = 140

_NAME = r"[A-Za-z][\w.'’&/, -]{1,60}"
_PICTURE = r"(?:(?:File|Handout|AP|AFP|Reuters|REUTERS) )?(?:Photo|PHOTO|Photograph|Picture|Image|Pic)s?(?: [Cc]redit)?"
_CREDIT = re.compile(
    rf"(?:[(\[]?\b(?:{_PICTURE}\s*[:/]|C(?:redit|REDIT):)\s*"  # "Photo: Xinhua" is a credit wherever it stands,
    rf"|(?:^|[(\[]|(?<=[.!?\"”])\s)(?:{_PICTURE} [Bb]y:?\s+|(?:REUTERS|Reuters|AFP|AP|EPA)/))"  # these after a sentence
    rf"(?P<name>{_NAME})[)\]]?\.?$",
)
_CREDIT_BREAK = re.compile(r"[,/]|\b(?:via|for|and|courtesy of)\b", re.IGNORECASE)
_SAYS_PICTURE = re.compile(
    r"[(\[]?(?:(?:file|handout|archive) (?:photo(?:graph)?|picture|image)\b|(?:photo(?:graph)?|picture|image)\s?:)",
    re.IGNORECASE,
)


def find_credit(paragraph: str) -> int | None:
    """Where the photographer's name begins at the end of a caption.

    >>> find_credit("Putin greets Kim. Photo: Xinhua"), find_credit("Putin greets Kim.")
    (18, None)
    """
    if len(paragraph) > _LONGEST:
        return None
    match = _CREDIT.search(paragraph, max(0, len(paragraph) - _LONGEST_CREDIT))
    return match.start() if match and _are_credited(match["name"]) else None


def _are_credited(text: str) -> bool:
    names = [name.strip(" .") for name in _CREDIT_BREAK.split(text)]
    return all(is_name(name) or is_agency(name) for name in names if name)


def is_caption(paragraph: str) -> bool:
    """Whether a paragraph says of itself that it stands under a picture ("File photo: Kim at Khasan station.")."""
    return len(paragraph) <= _LONGEST and _SAYS_PICTURE.match(paragraph) is not None


def caption_key(caption: str) -> str:
    """What two printings of one caption share: their words, without case and punctuation. Empty for longer texts."""
    return " ".join(re.findall(r"\w+", caption.lower())) if len(caption) <= _LONGEST else ""
