"""What of an article can stand for a thing: its names, the nouns with what belongs to them, the pronouns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.passages import Passage
from kg.model import MentionKind, Span

if TYPE_CHECKING:
    from kg.extract.tokens import Token

PRONOUNS: Mapping[str, str] = {
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), "i"),
    **dict.fromkeys(("you", "your", "yours", "yourself", "yourselves", "ya", "u"), "you"),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves", "'s", "’s"), "we"),
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
    **dict.fromkeys(("it", "its", "itself"), "it"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves", "themself", "'em", "’em"), "they"),
    **dict.fromkeys(("this", "that"), "this"),
    **dict.fromkeys(("these", "those"), "these"),
}
"""Pronoun -> the one that stands for all of its cases."""
_NOMINAL = frozenset({"NOUN", "PROPN"})
_HEADLIKE = frozenset({"NUM", "ADJ"})
_INNER = frozenset(
    {"compound", "flat", "fixed", "goeswith", "amod", "nummod", "case", "nmod:desc", "det", "advmod", "discourse", "punct"}
)
_FULL_ROLES = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod", "obl:agent"})
_LEFT = frozenset(
    {
        "det",
        "amod",
        "compound",
        "nummod",
        "nmod:poss",
        "nmod:desc",
        "det:predet",
        "nmod",
        "nmod:unmarked",
        "nmod:npmod",
        "flat",
        "dep",
    }
)
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})


@dataclass(frozen=True, slots=True)
class Markable:
    """A piece of text that can stand for a thing.

    Attributes:
        span: where it stands: a name alone; a noun with what belongs to it on its left; a pronoun; a coordination as a whole.
        passage: number of its passage.
        head: its head word; of a coordination the first member's.
        first: its first token in the passage.
        draft: number of the name in the discourse, else None.
        pronoun: the pronoun's class ("he" for "him"), else empty.
        members: heads of the members of a coordination, else empty.
    """

    span: Span
    passage: int
    head: Token
    first: int
    kind: MentionKind
    draft: int | None = None
    pronoun: str = ""
    members: tuple[Token, ...] = ()


def find_markables(passages: Sequence[Passage], names: Mapping[tuple[int, int], int]) -> list[Markable]:
    """The markables of an article in the order of their heads.

    Args:
        passages: the article's prose, parsed.
        names: (passage, token) -> number of the name that the token belongs to.
    """
    return [markable for number, passage in enumerate(passages) for markable in _in_passage(number, passage, names)]


def _in_passage(number: int, passage: Passage, names: Mapping[tuple[int, int], int]) -> Iterator[Markable]:
    tokens = passage.tokens
    named: dict[int, list[Token]] = defaultdict(list)
    for token in tokens:
        if (name := names.get((number, token.i))) is not None:
            named[name].append(token)
    heads = {_head(inside).i: name for name, inside in named.items()}
    for token in tokens:
        name = heads.get(token.i)
        if name is not None:
            inside = named[name]
            span = Span(passage.locate(inside[0]).start, passage.locate(inside[-1]).end)
            yield Markable(span, number, token, inside[0].i, "name", name)
        elif (number, token.i) in names:
            continue
        elif pronoun := _pronoun(token):
            yield Markable(passage.locate(token), number, token, token.i, "pronoun", pronoun=pronoun)
            continue
        elif _is_noun_phrase(token):
            first = _left_edge(token)
            yield Markable(_between(passage, first, token), number, token, first.i, "nominal")
        else:
            continue
        if members := _members(token):
            first = _left_edge(token) if name is None else named[name][0]
            last = named[names[number, members[-1].i]][-1] if (number, members[-1].i) in names else members[-1]
            yield Markable(_between(passage, first, last), number, token, first.i, "nominal", members=members)


def _between(passage: Passage, first: Token, last: Token) -> Span:
    return Span(passage.locate(first).start, passage.locate(last).end)


def _head(tokens: Sequence[Token]) -> Token:
    """The token of a name that the others hang on."""
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in inside or token.head.i == token.i), tokens[-1])


def _pronoun(token: Token) -> str:
    """The class of a pronoun that can refer, else an empty string."""
    if token.tag_ in {"PRP", "PRP$"}:
        return PRONOUNS.get(token.lower_, "")
    if token.tag_ == "DT" and token.dep_ not in {"det", "det:predet", "advmod", "mark"} and token.pos_ == "PRON":
        return PRONOUNS.get(token.lower_, "")
    return ""


def _is_noun_phrase(token: Token) -> bool:
    if token.dep_ in _INNER:
        return False
    if token.pos_ in _NOMINAL:
        return True
    return (
        token.pos_ in _HEADLIKE and token.dep_ in _FULL_ROLES and any(c.dep_ == "det" and c.i < token.i for c in token.children)
    )


def _left_edge(token: Token) -> Token:
    """The first word of what belongs to a noun on its left."""
    first = token
    for child in token.children:
        if child.i < token.i and child.dep_ in _LEFT and child.left_edge.i < first.i and not _is_astray(child, token):
            first = child.left_edge
    return first


def _is_astray(child: Token, noun: Token) -> bool:
    """Whether what a parse gives to a noun on its left is a clause, or stands there with a preposition."""
    return child.left_edge.dep_ == "case" or any(token.tag_ in _FINITE for token in child.doc[child.left_edge.i : noun.i])


def _members(token: Token) -> tuple[Token, ...]:
    """The heads of a coordination of nouns that a token begins, if it is one ("and" or "or")."""
    if token.dep_ == "conj" and token.head.pos_ in _NOMINAL:
        return ()
    others = [c for c in token.children if c.dep_ == "conj" and c.pos_ in {"NOUN", "PROPN", "PRON"}]
    if not others or not any(g.dep_ == "cc" and g.lower_ in {"and", "&"} for c in others for g in c.children):
        return ()
    return (token, *others)
