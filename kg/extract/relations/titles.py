"""The words of a position: what stands around a noun such as "minister", without article, owner and former."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.extract.relations.assertion import in_front, is_former
from kg.extract.syntax import preposition

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_DROPPED = frozenset({"det", "nmod:poss", "case", "punct", "nummod", "cc", "cc:preconj"})
_OF = frozenset({"of", "for", "to"})
NEUTRAL = frozenset(
    """
    top supreme paramount new current long-time incumbent present first founding re-elected reelected long-serving young
    longtime veteran acting interim embattled populist authoritarian newly elected sole overall de facto active full permanent
    """.split()
)
"""Words in front of a position that do not make another one of it."""


def title_tokens(noun: Token, taken: Iterable[Token]) -> list[Token]:
    """The words of a position, in order: modifiers in front, the noun, and "of …" behind it.

    Args:
        noun: "minister".
        taken: words of names that are not part of it ("Russia").
    """
    outside = {token.i for token in taken}
    words = [noun]
    for token in in_front(noun):
        if token.i in outside or token.pos_ == "ADV" or (token.dep_ in _DROPPED and token.text != "-") or _is_past(token, noun):
            break
        words.insert(0, token)
    while words[0].is_punct:
        words.pop(0)
    for child in noun.rights:
        if child.dep_ == "amod" and child.i == words[-1].i + 1:  # "attorney general"
            words.append(child)
            continue
        if child.i != words[-1].i + 1 + sum(1 for _ in child.lefts) or preposition(child) not in _OF:
            break
        phrase = list(child.subtree)
        if any(token.i in outside or token.pos_ in {"VERB", "AUX"} or token.is_punct for token in phrase):
            break
        words += phrase
    return words


def _is_past(token: Token, noun: Token) -> bool:
    return is_former(noun) and token.lower_ in {"former", "ex", "then", "late", "past", "previous", "onetime", "one-time"}
