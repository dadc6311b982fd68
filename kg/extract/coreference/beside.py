"""Nouns beside a name that say what it is: "the airline Ryanair", "Ryanair, an Irish airline"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from kg.extract.coreference.lexicon import can_be, fine_type, noun_type
from kg.extract.coreference.markables import Markable
from kg.extract.discourse import Discourse
from kg.extract.syntax import has_feature, lemma
from kg.gazetteer import country_of, entry, lookup
from kg.names import key, words
from kg.ontology import load_ontology

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_PARTED = re.compile(r"[.!?]\s*[\"”’]|[\"”’]\s*[―—–-]|―")
"""What stands between the words of a quotation and the name of who said them."""
_LONGEST = 10
"""Words of a name behind a noun."""
_SEATED = frozenset({"based", "headquartered"})
_BESIDE = frozenset({"appos", "nmod:desc", "flat"})


def names_beside(discourse: Discourse, markables: Sequence[Markable]) -> Mapping[int, int]:
    """Markable of a noun beside a name of the same thing -> the chain of the name."""
    found: dict[int, int] = {}
    for number, m in enumerate(markables):
        if m.kind == "nominal" and not m.members:
            name = _name_beside(discourse, m)
            if name is not None and _can_be(discourse, m.head, name) and not _is_apart(discourse, m, name):
                found[number] = discourse.drafts[name].chain
    return found


def _name_beside(discourse: Discourse, m: Markable) -> int | None:
    for noun in (m.head, *(child for child in m.head.children if child.dep_ == "conj" and child.pos_ == "NOUN")):
        if (inside := discourse.headed_by(m.passage, noun)) is not None:
            return inside
    if m.head.dep_ == "appos":
        number = discourse.number_of(m.passage, m.head.head)
        return number if number is not None and discourse.drafts[number].kind == "name" else None
    if (inside := _name_inside(discourse, m)) is not None:
        return inside
    return _name_behind(discourse, m)


def _name_inside(discourse: Discourse, m: Markable) -> int | None:
    """The name of a product right before the noun for its kind ("the A380 airliner")."""
    if noun_type(lemma(m.head)) != "product" or m.head.lower_ not in load_ontology().entities["product"].nouns:
        return None
    before = (child for child in m.head.children if child.dep_ in {"compound", "nmod:desc"} and child.i < m.head.i)
    for child in before:
        number = discourse.number_of(m.passage, child)
        if number is not None and discourse.drafts[number].kind == "name" and discourse.drafts[number].type == "product":
            return number
    return None


def _name_behind(discourse: Discourse, m: Markable) -> int | None:
    """The name right behind a noun for its kind, where the parse has both in one place ("national airline Aer Lingus said")."""
    noun = m.head
    if noun.i + 1 >= len(noun.doc):
        return None
    number = discourse.number_of(m.passage, noun.doc[noun.i + 1])
    if number is None or discourse.drafts[number].kind != "name" or discourse.drafts[number].type != noun_type(lemma(noun)):
        return None
    inside = [
        token for token in noun.doc[noun.i + 1 : noun.i + 1 + _LONGEST] if discourse.number_of(m.passage, token) == number
    ]
    outside = {token.head.i for token in inside} - {token.i for token in inside}
    return number if outside <= {noun.i, noun.head.i} else None


def _is_apart(discourse: Discourse, m: Markable, name: int) -> bool:
    """Whether the parse has a noun and a name beside each other that are two: words and who says them, members of a list."""
    span = discourse.drafts[name].span
    between = discourse.text[min(m.span.end, span.end) : max(m.span.start, span.start)]
    if _PARTED.search(between) or (":" in between and discourse.passages[m.passage].block.kind == "headline"):
        return True
    return any(speaks(discourse, m, name) for speaks in (_holds_more, _is_listed, _is_open))


def _is_open(discourse: Discourse, m: Markable, name: int) -> bool:
    """Whether a noun may as well say what the organization right before it is ("Ann, head of Norco, the team's owner")."""
    doc, comma = m.head.doc, m.first - 1
    nearest = discourse.number_of(m.passage, doc[comma - 1]) if comma > 0 and doc[comma].lower_ == "," else None
    other = nearest is not None and nearest != name and discourse.drafts[nearest].type == "organization"
    return other and discourse.drafts[name].type != "organization" and not noun_type(lemma(m.head))


def _is_listed(discourse: Discourse, m: Markable, name: int) -> bool:
    """Whether a noun with a name of its own stands in a row with a name that has the same noun in it.

    "The Norco union, the Esco union" are two.
    """
    span = discourse.drafts[name].span
    own = (discourse.number_of(m.passage, token) for token in m.head.doc[m.first : m.head.i])
    has_own = any(n not in {None, name} and discourse.drafts[n or 0].type == discourse.drafts[name].type for n in own)
    return has_own and lemma(m.head) in words(span.text_in(discourse.text))


def _holds_more(discourse: Discourse, m: Markable, name: int) -> bool:
    """Whether the parse gives a noun all that stands before it, names and commas and all."""
    inside = [token for token in m.head.doc[m.first : m.head.i] if token.lower_ == ","]
    return bool(inside) and discourse.drafts[name].span.start < m.span.end


def _can_be(discourse: Discourse, noun: Token, name: int) -> bool:
    """Whether a noun can say what a name is: one of one, a person of a person."""
    kind = discourse.drafts[name].type
    if has_feature(noun, "Number", "Plur") and kind != "group":
        return False
    if noun.pos_ not in {"NOUN", "PROPN"} or len(noun) == 1:  # "edgy Chris Rock", "Ryan, R-Wis."
        return False
    word = fine_type(noun.lower_ if noun.text.isupper() else lemma(noun))
    sign = noun.pos_ == "PROPN" and noun.text.isupper() and not word
    return noun.is_alpha and not sign and can_be(word, kind)


def describe_chains(
    discourse: Discourse, markables: Sequence[Markable], beside: Mapping[int, int]
) -> Mapping[int, frozenset[str]]:
    """Chain -> the nouns that the article calls it: beside its names, as predicate, in the names themselves."""
    found: dict[int, set[str]] = defaultdict(set)
    for number, m in enumerate(markables):
        if number in beside:
            found[beside[number]].add(lemma(m.head))
        elif m.draft is not None and not m.members:
            draft = discourse.drafts[m.draft]
            found[draft.chain].update(lemma(noun) for noun in _nouns_of(m.head))
            if draft.type != "person":
                found[draft.chain].update(words(draft.span.text_in(discourse.text)))
    return {chain: frozenset(nouns) for chain, nouns in found.items()}


def find_origins(
    discourse: Discourse, markables: Sequence[Markable], beside: Mapping[int, int]
) -> Mapping[int, frozenset[str]]:
    """Chain -> the countries that nouns beside its names say it is of ("the European firm Airbus")."""
    found: dict[int, set[str]] = defaultdict(set)
    for number, m in enumerate(markables):
        if number in beside:
            found[beside[number]] |= countries_of(discourse, m.passage, m.head)
        elif m.draft is not None and not m.members:
            for noun in (m.head, *_nouns_of(m.head)):
                found[discourse.drafts[m.draft].chain] |= countries_of(discourse, m.passage, noun)
    return {chain: frozenset(countries) for chain, countries in found.items() if countries}


def countries_of(discourse: Discourse, passage: int, noun: Token) -> frozenset[str]:
    """What the places and peoples before a noun come from, as keys."""
    found = set()
    for child in noun.children:
        number = discourse.number_of(passage, child) if child.i < noun.i else None
        if number is None or child.dep_ not in {"amod", "compound", "nmod:desc", "nmod:unmarked", "nmod"}:
            continue
        draft = discourse.drafts[number]
        if draft.type in {"place", "group"} and draft.kind == "name":
            surface = draft.span.text_in(discourse.text)
            place = country_of(surface)
            found.add(place.id if place else key(surface))
    return frozenset(found) or frozenset(_seats_of(discourse, passage, noun))


def _seats_of(discourse: Discourse, passage: int, noun: Token) -> Iterator[str]:
    """The countries that what something is said to be based in may be of ("the Toulouse-based company")."""
    based = (child for child in noun.children if child.i < noun.i and child.lower_ in _SEATED)
    for place in (child for seated in based for child in seated.children):
        number = discourse.number_of(passage, place)
        if place.pos_ == "PROPN" and (number is None or discourse.drafts[number].type == "place"):
            countries = {match.entry.country for match in lookup(place.doc[place.left_edge.i : place.i + 1].text)}
            yield from (country.id for code in countries if code and (country := entry(code)) is not None)


def _nouns_of(name: Token) -> Iterator[Token]:
    """The nouns that say what a name is: beside it, right before it, as its predicate."""
    nearest = max((child.i for child in name.children if child.i < name.i), default=-1)
    for child in name.children:
        if child.pos_ == "NOUN" and (child.dep_ in _BESIDE or (child.dep_ == "compound" and child.i == nearest)):
            yield child
    predicate = name.dep_ == "nsubj" and any(child.dep_ == "cop" for child in name.head.children)
    if name.head.pos_ == "NOUN" and (name.dep_ in _BESIDE or predicate):
        yield name.head
