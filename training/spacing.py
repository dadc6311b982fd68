"""White space between words where a corpus gives only the words."""

from __future__ import annotations

import re
from collections.abc import Sequence

CLOSES = re.compile(r"^(?:[,.;:!?%)\]}’”]|\.\.\.|n['’]t|['’](?:s|S|re|ve|ll|d|m|RE|VE|LL|D|M)|''|/)$")
OPENS = re.compile(r"^(?:[(\[{“#£€¥$/]|(?:US|C|CA|A|AU|NZ|HK|S)\$|``)$")
QUOTE = '"'


def spaces_between(words: Sequence[str]) -> list[bool]:
    """Whether a space follows each word, by the rules of English typography."""
    spaces = [True] * len(words)
    quoted = single = False
    for i, word in enumerate(words):
        closing = bool(CLOSES.match(word))
        opening = bool(OPENS.match(word))
        if word == QUOTE:
            closing, opening, quoted = quoted, not quoted, not quoted
        elif word == "'":
            closing = single or (i > 0 and words[i - 1].lower().endswith("s")) or i == len(words) - 1
            opening, single = not closing, not closing
        if closing and i:
            spaces[i - 1] = False
        if opening:
            spaces[i] = False
    return spaces
