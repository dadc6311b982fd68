"""Nominals by office: "the North Korean leader" is the one whom the article calls leader of North Korea."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from kg.extract.coreference.lexicon import is_anybody
from kg.extract.coreference.markables import Markable
from kg.extract.coreference.traits import Traits
from kg.extract.discourse import Discourse
from kg.extract.syntax import lemma
from kg.gazetteer import country_of
from kg.names import key
from kg.ontology import load_ontology

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_LEADERS = frozenset(
    {"president", "premier", "chancellor", "king", "queen", "emperor", "emir", "sultan", "minister", "dictator", "ruler"}
)
"""Who can be called the leader of a country."""
_BELOW = frozenset({"deputy", "vice", "assistant", "associate", "under", "acting", "former", "ex", "junior"})
"""What makes another office of one: "the president" is no vice president."""
_MOST = 60
"""Mentions of an office back that a nominal looks."""
_MODIFIERS = frozenset({"amod", "compound", "nmod:poss", "nmod", "nmod:unmarked", "nmod:desc", "flat", "appos"})


class Office(NamedTuple):
    """What a person is said to be: the noun, what comes before it ("foreign minister"), and the country's id or name, or ""."""

    noun: str
    before: frozenset[str]
    country: str


def offices_of_names(discourse: Discourse, markables: Sequence[Markable]) -> Mapping[int, list[tuple[int, Office]]]:
    """Chain of a person -> (markable of the name, office) of all that is said beside the name."""
    found: dict[int, list[tuple[int, Office]]] = defaultdict(list)
    for number, m in enumerate(markables):
        if m.draft is None or m.members or discourse.drafts[m.draft].type != "person":
            continue
        for noun in nouns_beside(m.head):
            if (office := read_office(discourse, m.passage, noun)) is not None:
                found[discourse.drafts[m.draft].chain].append((number, office))
    return found


def nouns_beside(name: Token) -> Iterator[Token]:
    """The nouns that say what a named person is: title, apposition, predicate."""
    for child in name.children:
        if child.dep_ in {"nmod:desc", "appos", "compound", "flat"} and child.pos_ in {"NOUN", "PROPN"}:
            yield child
    if name.dep_ in {"appos", "flat", "nmod:desc"} and name.head.pos_ in {"NOUN", "PROPN"}:
        yield name.head


def read_office(discourse: Discourse, passage: int, noun: Token) -> Office | None:
    """The office that a noun and what belongs to it say, or None where the noun is no title."""
    person = load_ontology().entities["person"]
    word = lemma(noun)
    if (word not in person.titles and word not in person.nouns) or is_anybody(word):
        return None
    before: set[str] = set()
    country = ""
    nodes = [noun, *([noun.head] if noun.dep_ in {"nmod:desc", "flat", "compound"} else [])]
    for child in (c for node in nodes for c in node.children):
        if child.dep_ not in _MODIFIERS or child.i == noun.i:
            continue
        number = discourse.number_of(passage, child)
        if number is not None:
            name = discourse.drafts[number]
            surface = name.span.text_in(discourse.text)
            if name.type in {"place", "group"}:
                place = country_of(surface)
                country = country or (place.id if place else key(surface))
            elif name.type != "person" and child.dep_ in {"nmod", "nmod:poss", "compound"}:
                before.add(f"#{name.chain}")
        elif child.i < noun.i and child.dep_ in {"amod", "compound"}:
            before.add(lemma(child))
    title = takewhile(lambda token: token.pos_ in {"NOUN", "PROPN", "ADJ"}, reversed(noun.doc[noun.sent.start : noun.i]))
    before |= {token.lower_ for token in title} & _BELOW
    return Office(word, frozenset(before), country)


def find_offices(discourse: Discourse, markables: Sequence[Markable], traits: Traits) -> dict[int, tuple[int, str]]:
    """Markable of a definite noun -> (markable of a name, reason) where one person of the article alone has that office."""
    known = offices_of_names(discourse, markables)
    found: dict[int, tuple[int, str]] = {}
    by_noun: dict[str, list[tuple[int, int, Office]]] = defaultdict(list)
    for chain, offices in known.items():
        for at, held in offices:
            for noun in {held.noun, *(["leader"] if held.noun in _LEADERS else [])}:
                by_noun[noun].append((at, chain, held))
    for rows in by_noun.values():
        rows.sort(key=lambda row: row[:2])
    for number, m in enumerate(markables):
        if m.kind != "nominal" or m.members or traits.number[number] == 2 or not _is_definite(traits, number, m.head):
            continue
        if discourse.headed_by(m.passage, m.head) is not None or _has_other_description(m.head):
            continue
        office = read_office(discourse, m.passage, m.head)
        if office is None:
            continue
        rows = by_noun.get(office.noun, [])
        end = bisect_left(rows, number, key=lambda row: row[0])
        before = rows[max(0, end - _MOST) : end]
        holders = {chain: (at, held) for at, chain, held in before if _is_same(office, held)}
        if len(holders) == 1:
            at, held = next(iter(holders.values()))
            where = " of the same country" if office.country else ""
            found[number] = (at, f"{{left}} is called {held.noun}{where} in the article, and nobody else is")
    return found


def find_rivals(discourse: Discourse, markables: Sequence[Markable]) -> Mapping[int, frozenset[int]]:
    """Markable of a noun for an office of something named -> the chains of persons who hold it of something else alone."""
    known = offices_of_names(discourse, markables)
    found: dict[int, frozenset[int]] = {}
    for number, m in enumerate(markables) if known else ():
        asked = read_office(discourse, m.passage, m.head) if m.kind == "nominal" and not m.members else None
        if asked is None or not _owners(asked):
            continue
        others = frozenset(
            chain
            for chain, offices in known.items()
            if (owners := [_owners(held) for _, held in offices if held.noun == asked.noun])
            and all(owner and not owner & _owners(asked) for owner in owners)
        )
        if others:
            found[number] = others
    return found


def _owners(office: Office) -> frozenset[str]:
    """The country and the chains of names that an office is of."""
    return frozenset(word for word in (*office.before, office.country) if word and (word == office.country or word[0] == "#"))


def _is_definite(traits: Traits, number: int, head: Token) -> bool:
    """Whether a noun has an article or an owner that points back, or stands as a name does ("President said")."""
    return traits.determiner[number] in {1, 2, 5} and head.dep_ not in {"appos", "nmod:desc", "flat", "compound"}


def _has_other_description(noun: Token) -> bool:
    return any(child.i > noun.i and child.dep_ in {"acl", "acl:relcl", "appos"} for child in noun.children)


def _is_same(asked: Office, held: Office) -> bool:
    """Whether who holds an office can be meant by a description of it."""
    if (held.before & _BELOW) - asked.before:
        return False
    if asked.country and asked.country != held.country:
        return False
    if not asked.country and not (asked.before <= held.before):
        return False
    if asked.noun == held.noun:
        return asked.before <= held.before
    if asked.noun == "leader":
        return bool(asked.country) and held.noun in _LEADERS and not asked.before
    return False
