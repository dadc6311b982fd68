"""Who or what a word stands for: the mentions behind a slot's filler."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.coreference import resolve_pronoun
from kg.extract.discourse import Discourse, Draft
from kg.extract.events.lexicon import look_up
from kg.extract.events.triggers import EVENTIVE
from kg.extract.syntax import first_conjunct, has_feature, lemma, preposition
from kg.model import Span

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_NOMINAL_SCORE = 0.6
_PRONOUN_SCORE = 0.5
_QUANTITIES = frozenset(
    """
    number hundred thousand million dozen score majority lot couple pair half group handful rest most some many several all
    one two three part wave middle
    """.split()
)
_PEOPLE_COUNTED = frozenset({"dozen", "hundred", "thousand", "score", "other"})
"""Of what there are numbers that nobody counts by name: "killed dozens"."""
_PERSONS = frozenset(
    {"i", "me", "we", "us", "you", "he", "him", "she", "her", "they", "them", "who", "whom", "each", "everyone"}
)
_OWNED = frozenset({"his", "its", "mine", "yours", "hers", "ours", "theirs"})
"""Pronouns that alone stand for what somebody has ("Ann paid hers")."""
_BODIES = frozenset({"place", "organization", "facility", "group"})
_BEFORE_HEAD = frozenset({"det", "amod", "compound", "nummod", "nmod:poss", "nmod:attributive"})


@dataclass(frozen=True, slots=True)
class Fillers:
    """What the words of one passage stand for."""

    discourse: Discourse
    passage: int

    def type_of(self, token: Token) -> str | None:
        """The entity type of what a word stands for, or None where it is no thing or person that the lexicon knows."""
        number = self.discourse.headed_by(self.passage, token)
        if number is not None:
            return self.discourse.drafts[number].type
        if token.pos_ == "PRON":
            return "person" if token.lower_ in _PERSONS else None
        if token.pos_ == "NUM":
            return None if _is_measured(token) else "person"
        if token.pos_ == "NOUN" and lemma(token) in _PEOPLE_COUNTED and _counted(token) == token:
            return "person"
        return look_up(lemma(_counted(token))).entity if token.pos_ == "NOUN" else None

    def is_any(self, token: Token, words: Iterable[str]) -> bool:
        """Whether a word is one of some lemmas, or of an entity type among them (``@person``)."""
        return lemma(token) in words or f"@{self.type_of(token)}" in words

    def numbers(self, token: Token) -> list[int]:
        """The mentions that a word stands for; a noun or pronoun that is none yet and denotes somebody becomes one."""
        token = _counted(token)
        if known := self.known(token):
            return known
        return self._nominal(token) if token.pos_ == "NOUN" else self._pronoun(token)

    def known(self, token: Token) -> list[int]:
        """The mentions that a word stands for already, or as a pronoun."""
        if token.lower_ in _OWNED and token.dep_ != "nmod:poss":
            return []
        number = self.discourse.headed_by(self.passage, token)
        if number is not None:
            return self.discourse.coordinated(self.passage, number)
        return resolve_pronoun(self.discourse, self.passage, token) if token.pos_ in {"PRON", "DET"} else []

    def is_name(self, token: Token) -> bool:
        """Whether a word belongs to the name of somebody who can act (a nationality is none)."""
        number = self.discourse.number_of(self.passage, token)
        return number is not None and self.discourse.drafts[number].type != "group"

    def is_trigger(self, token: Token) -> bool:
        """Whether a word is a happening itself, and no mention."""
        known = self.discourse.headed_by(self.passage, token) is not None
        return not known and token.pos_ == "NOUN" and look_up(lemma(token)).eventive >= EVENTIVE

    def is_misplaced(self, token: Token) -> bool:
        """Whether a name is coordinated with one in a phrase of the noun that it hangs on ("leaders of Peru and *Chile*")."""
        noun, kind = token.head, self.type_of(token)
        if token.dep_ != "conj" or noun.pos_ != "NOUN" or kind not in _BODIES or self.type_of(noun) == kind:
            return False
        phrases = (c for c in noun.children if c.dep_ in {"nmod", "conj"} and c.i < token.i)
        last = max(phrases, key=lambda c: c.i, default=None)
        return last is not None and self.type_of(last) == kind and (last.dep_ == "nmod" or self.is_misplaced(last))

    def _pronoun(self, token: Token) -> list[int]:
        if token.pos_ != "PRON" or token.lower_ not in _PERSONS or not has_feature(token, "PronType", "Prs"):
            return []
        span = self.discourse.passages[self.passage].locate(token)
        return [self._enter(span, "person", token, pronoun=True)]

    def _nominal(self, noun: Token) -> list[int]:
        known = look_up(lemma(noun))
        if known.entity is None or _is_predicate(noun) or _is_measure(noun):
            return []
        here = self.discourse.passages[self.passage]
        first = min([noun, *(_opening(c) for c in noun.children if c.dep_ in _BEFORE_HEAD and c.i < noun.i)], key=lambda t: t.i)
        return [self._enter(Span(here.locate(first).start, here.locate(noun).end), known.entity, noun)]

    def _enter(self, span: Span, type_: str, head: Token, pronoun: bool = False) -> int:
        """A mention alone in its chain, which has the number of the mention."""
        draft = Draft(span, type_, "nominal", _NOMINAL_SCORE, len(self.discourse.drafts))
        return self.discourse.add(draft._replace(kind="pronoun", score=_PRONOUN_SCORE) if pronoun else draft, head)


def _is_predicate(noun: Token) -> bool:
    """Whether a noun only says what somebody is ("Kim, general secretary of … and president of …", "Ann Lee, … and a poet")."""
    first = first_conjunct(noun)
    named = first != noun and any(child.dep_ == "appos" and child.i < noun.i for child in first.children)
    bare = not any(child.dep_ in {"det", "nmod:poss", "nummod"} for child in noun.children)
    return (bare or named) and noun.dep_ in {"conj", "appos"} and not has_feature(noun, "Number", "Plur")


def _opening(word: Token) -> Token:
    """The first word of what stands before a noun ("*anti*-government protesters", "at least *thirty*-three people")."""
    end = max((t.i + 1 for t in word.doc[word.left_edge.i : word.i] if t.text in _ENDS), default=word.left_edge.i)
    words = word.doc[end : word.i + 1]
    if word.dep_ == "nummod":
        return next((token for token in words if token.pos_ == "NUM"), word)
    glued = (t for t in words if t.pos_ not in _BEFORE_WORDS or (t != word and t.nbor().text in {"-", "–"}))
    return next(glued, word)


_ENDS = frozenset({",", ";", ":", "("})
_BEFORE_WORDS = frozenset({"ADP", "SCONJ", "CCONJ", "ADV", "PUNCT"})


def _is_measure(noun: Token) -> bool:
    """Whether a noun stands in an adjective that counts ("a five-boat attack")."""
    return noun.dep_ == "compound" and noun.i > 1 and noun.nbor(-1).text in {"-", "–"} and noun.nbor(-2).pos_ in {"NUM", "ADJ"}


def _is_measured(number: Token) -> bool:
    """Whether a number counts money or what else is not people ("millions in cash", "$3 million")."""
    return any(child.tag_ == "$" or (child.dep_ == "nmod" and preposition(child) == "in") for child in number.children)


def _counted(token: Token) -> Token:
    """Whom a quantity counts ("dozens of people")."""
    if lemma(token) in _QUANTITIES or token.pos_ == "NUM":
        return next((c for c in token.children if c.dep_ == "nmod" and preposition(c) == "of"), token)
    return token
