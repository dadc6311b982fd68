"""What the noun beside a name says that it is: "the frigate X", "X missiles", "the carmaker X", "the X area of Y"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kg.extract.mentions.heads import type_by_head
from kg.extract.mentions.name import Name
from kg.extract.passages import Passage
from kg.extract.syntax import lemma
from kg.gazetteer import lookup, people_of
from kg.model import Span
from kg.names import key, words
from kg.ontology import load_ontology

if TYPE_CHECKING:
    from kg.extract.tokens import Span as DocSpan
    from kg.extract.tokens import Token

_VESSELS = frozenset(
    "ship warship frigate destroyer carrier vessel yacht tanker trawler icebreaker corvette cruiser submarine ferry "
    "freighter".split()
)
_FIRMS = frozenset(
    "company firm manufacturer maker automaker carmaker planemaker airline retailer bank insurer brewer "
    "drugmaker chipmaker conglomerate startup broadcaster newspaper magazine tabloid website".split()
)
"""What stands before an organization's name."""
_AREAS = frozenset("area district region province county suburb neighborhood neighbourhood".split())
_UNSURE = frozenset({"person", "place", "group", "facility"})
"""Types that weapons and ships are taken for; makers of them ("Boeing aircraft") are rightly organizations."""
_CARS = frozenset("sedan minivan pickup truck hatchback coupe crossover car suv".split())
_ARTICLE = re.compile(r"\bthe (?:[A-Z][\w-]* (?:and|or) (?:the )?)?$")
"""What stands before the name of a type, or before the second of two ("two sedans, the X and Y")."""
_ADJECTIVE = re.compile(r"(?:ish|ese|ian|ican|ic|i|ite)$")
_TITLE = re.compile(r"\b[Tt]he ((?:[A-Z][a-z]+ )+)$")
"""What a ship that is named after a person has before the surname ("the Marshal X")."""
_REACH = 40
_NAMES_IT = frozenset({"appos", "flat", "compound", "nmod:desc", "nmod:unmarked", "dep"})
_QUOTES = frozenset("\"'“”‘’«»")


def as_said(text: str, passages: Sequence[Passage], names: Sequence[Name]) -> list[Name]:
    """Names in order with the type that their head noun, or a noun beside them or beside their like, says."""
    said = _types_beside(text, passages, names)
    return [_as_said(text, type_by_head(text, name), said) for name in sorted(names)]


def _types_beside(text: str, passages: Sequence[Passage], names: Sequence[Name]) -> Mapping[str, str]:
    """Key of a name -> the type that a noun beside it says, for the whole article.

    Left out are the main names of places ("Moscow missiles") and the words of full names of the article's persons.
    """
    persons = {
        word for name in names if name.type == "person" and len(parts := words(name.span.text_in(text))) > 1 for word in parts
    }
    found: dict[str, str] = {}
    for passage in passages:
        for ent in passage.doc.ents:
            seen = ent.label_ in _UNSURE or (ent.label_ == "organization" and _is_type_of(ent))
            if seen and key(ent.text) not in persons and (kind := _said_of(ent)):
                span = passage.locate(ent)
                found[key(span.text_in(text))] = kind
    return found


def _said_of(ent: DocSpan) -> str | None:
    """The type that the nouns beside a name say, or None."""
    if (_is_product(ent) or _is_type_of(ent)) and not any(match.usual for match in lookup(ent.text)):
        return "product"
    if ent.label_ == "person" and len(ent) == 1 and _is_firm(ent):
        return "organization"
    return "place" if ent.label_ in {"person", "group"} and _is_area(ent) else None


def _as_said(text: str, name: Name, said: Mapping[str, str]) -> Name:
    """A name with the type that a noun beside it or its like says."""
    kind = said.get(_key(text, name.span))
    if name.type not in _UNSURE:
        before = name.type == "organization" and _ARTICLE.search(text, max(0, name.span.start - _REACH), name.span.start)
        return name._replace(type=kind) if kind == "product" and before else name
    if kind == "product" and name.type == "person" and (title := _TITLE.search(text[: name.span.start])):
        return name._replace(type=kind, span=Span(title.start(1), name.span.end))
    return name._replace(type=kind) if kind else name


def _key(text: str, span: Span) -> str:
    return key(span.text_in(text))


def _is_product(ent: DocSpan) -> bool:
    nouns = load_ontology().entities["product"].nouns | _VESSELS
    return any(lemma(token) in nouns for token in [*_nouns_beside(ent), *_said_behind(ent)])


def _is_type_of(ent: DocSpan) -> bool:
    """Whether a name with an article is put beside a noun for a vehicle ("their aircraft, the X"), or to one that is."""
    noun, first = ent.root.head, ent.start
    if ent.root.dep_ == "conj" and noun.dep_ == "appos":
        noun, first = noun.head, noun.i
    elif ent.root.dep_ != "appos":
        return False
    article = noun.i < first > 1 and ent.doc[first - 1].lower_ == "the" and ent.doc[first - 2].text == ","
    return article and noun.pos_ == "NOUN" and lemma(noun) in load_ontology().entities["product"].nouns | _VESSELS | _CARS


def _is_firm(ent: DocSpan) -> bool:
    """Whether a noun such as "carmaker" stands right before a name, as one phrase with it."""
    noun = ent[0].nbor(-1) if ent.start else None
    if noun is None or noun.pos_ != "NOUN" or lemma(noun) not in _FIRMS:
        return False
    return noun.head == ent.root or (ent.root.head == noun and ent.root.dep_ in _NAMES_IT)


def _is_area(ent: DocSpan) -> bool:
    """Whether a name is that of an area of something ("the X area of Y"); peoples' ("the Kurdish area") are not."""
    doc, noun = ent.doc, ent.root.head
    if noun.i != ent.end or lemma(noun) not in _AREAS or "Number=Plur" in str(noun.morph) or people_of(ent.text):
        return False
    of = noun.i + 1
    return of + 1 < len(doc) and doc[of].lower_ == "of" and doc[of + 1].pos_ == "PROPN" and not _ADJECTIVE.search(ent.text)


def _said_behind(ent: DocSpan) -> list[Token]:
    """The noun behind the comma that says what a name with an article is ("the X, a frigate of the fleet")."""
    doc, start = ent.doc, ent.start
    while start > 0 and doc[start - 1].pos_ == "PROPN":
        start -= 1
    if not start or doc[start - 1].lower_ != "the" or ent.end + 1 >= len(doc) or doc[ent.end].text != ",":
        return []
    return [
        child
        for token in doc[start : ent.end]
        for child in token.children
        if child.dep_ == "appos" and child.pos_ == "NOUN" and child.i > ent.end
    ]


def _nouns_beside(ent: DocSpan) -> list[Token]:
    """The common noun right before the name or right behind it that the parse puts together with it."""
    doc, root = ent.doc, ent.root
    found: list[Token] = []
    before = ent.start - 1 - (ent.start > 1 and doc[ent.start - 1].text in _QUOTES)
    if before >= 0 and doc[before].pos_ == "NOUN":
        noun = doc[before]
        if (root.head == noun and root.dep_ in _NAMES_IT) or (noun.head == root and noun.dep_ in _NAMES_IT):
            found.append(noun)
    behind = ent.end + (ent.end < len(doc) and doc[ent.end].text in _QUOTES)
    for noun in doc[behind : behind + 2]:
        if noun.pos_ == "NOUN" and root.head == noun and root.dep_ in {"compound", "nmod:desc", "nmod:unmarked"}:
            found.append(noun)
    return found
