"""Names of laws and treaties: "Clean Air Act", "Treaty of Lisbon", "the Constitution", "Title IX"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.extract.mentions.name import Name
from kg.extract.mentions.repeats import DATES
from kg.extract.passages import Passage
from kg.gazetteer import country_of, law_of, organization, people_of
from kg.model import Span
from kg.names import key
from kg.ontology import load_ontology

if TYPE_CHECKING:
    from kg.extract.tokens import Token

SCORE = 0.7
"""Score of a name told from its form alone."""

_WHOLE = frozenset({"Constitution"})
"""What names a law without a word before or behind, where it is the one that all know."""
_COMMON = frozenset("bill convention declaration charter".split())
"""What names a law only with what stands behind it ("Bill of Rights"); else a person, a meeting, a firm may be meant."""
_KNOWN = frozenset("the our this their its your 's ’s".split())
"""What stands before such a one."""
_PARTS = frozenset({"Title", "Article", "Chapter"})
"""What a part of a law is called before its number."""
_ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)")
"""What counts amendments ("13th Amendment")."""
_LINKS = frozenset("of for against on and to with".split())
"""Small words inside the names of laws."""
_ON = frozenset("convention conventions declaration treaty protocol agreement".split())
"""What has its subject behind it ("Convention on the Law of the Sea"): an act on Capitol Hill has not."""
_OPENERS = frozenset("the a an this that these those under in on by if its our their his her".split())
_HALVES = frozenset("North South Central Latin".split())
"""What stands before a people that is several ("North American")."""
_NAMED = frozenset({"PROPN", "NOUN", "ADJ"})


def with_laws(text: str, passages: Sequence[Passage], names: Sequence[Name]) -> list[Name]:
    """Names, with those of laws; a name that is only a part of a law's is left out."""
    kept = sorted(n._replace(type="product") if law_of(n.span.text_in(text)) else n for n in names)
    for passage in passages:
        for law in list(_laws(passage, kept)):
            beside = [name for name in kept if law.overlaps(name.span)]
            if all(law.start <= name.span.start and name.span.end <= law.end for name in beside):
                kept = sorted([*(name for name in kept if name not in beside), Name(law, "product", SCORE)])
    return kept


def _laws(passage: Passage, names: Sequence[Name]) -> Iterator[Span]:
    heads = load_ontology().entities["product"].lists["laws"]
    tokens = passage.tokens
    for token in tokens:
        if token.text in _PARTS and token.i + 1 < len(tokens) and _ROMAN.fullmatch(tokens[token.i + 1].text):
            yield Span(passage.locate(token).start, passage.locate(tokens[token.i + 1]).end)
        if not _is_capital(token) or key(token.text) not in heads:
            continue
        first, last = _first(passage, token.i, names), _last(passage, token.i)
        before = tokens[token.i - 1].text if token.i and not token.is_sent_start else ""
        if (first < token.i and key(token.text) not in _COMMON) or last > token.i:
            yield Span(passage.locate(tokens[first]).start, passage.locate(tokens[last]).end)
        elif token.text in _WHOLE and (before.lower() in _KNOWN or _is_owner(before)) and not _continues(passage, token.i):
            yield passage.locate(token)


def _first(passage: Passage, head: int, names: Sequence[Name]) -> int:
    """The first token of the law's name: capitalised words before the head noun, but no country or people."""
    tokens, first = passage.tokens, head
    if _continues(passage, head):
        return head
    at = head - 1
    while at >= 0 and not tokens[at + 1].is_sent_start:
        token = tokens[at]
        half = at > 0 and tokens[at - 1].text in _HALVES
        if _is_capital(token) and token.lower_ not in _OPENERS and (half or not _is_owner(token.text)):
            first = at
        elif not (token.text == "-" or (_is_link(token) and _may_link(passage, at, names))):
            break
        at -= 1
    return first


def _is_owner(word: str) -> bool:
    """Whether a word names whose law it is, a name by itself: a country, a people, a body."""
    return bool(word) and bool(country_of(word) or people_of(word) or organization(word))


def _is_link(token: Token) -> bool:
    return token.text == "Against" or (token.lower_ in _LINKS and token.text.islower())


def _may_link(passage: Passage, at: int, names: Sequence[Name]) -> bool:
    """Whether a small word stands between capitals, and not behind another name ("Congress and the Clean Air Act")."""
    start = passage.locate(passage.tokens[at]).start
    return at > 0 and _is_capital(passage.tokens[at - 1]) and not any(start - 1 == name.span.end for name in names)


def _last(passage: Passage, head: int) -> int:
    """The last token of what a law's name has behind its head noun ("Treaty of Lisbon", "Convention on the Law of the Sea")."""
    tokens = passage.tokens
    links = {"of", "on", "against"} if key(tokens[head].text) in _ON else {"of"}
    if tokens[head].text in _WHOLE or head + 1 >= len(tokens) or tokens[head + 1].text not in links:
        return head
    last, at = head, head + 1
    while at < len(tokens) and not tokens[at].is_sent_start:
        if _is_capital(tokens[at]) and tokens[at].text not in DATES:
            last = at
        elif tokens[at].text not in {"of", "the"} and at != head + 1:
            break
        at += 1
    return last


def _continues(passage: Passage, at: int) -> bool:
    """Whether the name goes on behind a token ("Convention Center")."""
    tokens = passage.tokens
    return at + 1 < len(tokens) and _is_capital(tokens[at + 1]) and not tokens[at + 1].is_sent_start


def _is_capital(token: Token) -> bool:
    return (token.text[:1].isupper() and token.pos_ in _NAMED) or _ORDINAL.fullmatch(token.text) is not None
