"""What the noun beside a name says that it is: "the frigate X", "X missiles"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kg.extract.mentions.name import Name
from kg.extract.passages import Passage
from kg.extract.syntax import lemma
from kg.gazetteer import lookup
from kg.model import Span
from kg.names import key, words
from kg.ontology import load_ontology

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

_VESSELS = frozenset(
    "ship warship frigate destroyer carrier vessel yacht tanker trawler icebreaker corvette cruiser submarine ferry "
    "freighter".split()
)
_UNSURE = frozenset({"person", "place", "group", "facility"})
"""Types that weapons and ships are taken for; makers of them ("Boeing aircraft") are rightly organizations."""
_NAMES_IT = frozenset({"appos", "flat", "compound", "nmod:desc", "nmod:unmarked", "dep"})
_QUOTES = frozenset("\"'“”‘’«»")


def types_beside(text: str, passages: Sequence[Passage], names: Sequence[Name]) -> Mapping[str, str]:
    """Key of a name -> the type that a noun beside it says, for the whole article.

    Left out are the names that the gazetteer knows ("Moscow missiles") and the words of full names of the article's persons.
    """
    persons = {
        word
        for name in names
        if name.type == "person" and len(parts := words(text[name.span.start : name.span.end])) > 1
        for word in parts
    }
    found: dict[str, str] = {}
    for passage in passages:
        for ent in passage.doc.ents:
            if ent.label_ in _UNSURE and _is_product(ent) and key(ent.text) not in persons and not lookup(ent.text):
                span = passage.locate(ent)
                found[key(text[span.start : span.end])] = "product"
    return found


def as_said(text: str, name: Name, said: Mapping[str, str]) -> Name:
    """A name with the type that a noun beside it or its like says."""
    kind = said.get(_key(text, name.span)) if name.type in _UNSURE else None
    return name._replace(type=kind) if kind else name


def _key(text: str, span: Span) -> str:
    return key(text[span.start : span.end])


def _is_product(ent: DocSpan) -> bool:
    nouns = load_ontology().entities["product"].nouns | _VESSELS
    return any(lemma(token) in nouns for token in _nouns_beside(ent))


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
