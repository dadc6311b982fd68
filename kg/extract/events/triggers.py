"""Which words of a sentence may report a happening: verbs that are more than grammar, and nouns that name events."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kg.extract.events.detector import event_likelihood
from kg.extract.events.lexicon import look_up
from kg.extract.syntax import lemma, preposition

if TYPE_CHECKING:
    from kg.extract.tokens import Token

THRESHOLD = 0.4
"""Likelihood from which a word that no type claims is an event."""
EVENTIVE = 0.3
"""What the table of nouns gives from which a noun names events, wherever it stands."""
_NO_HAPPENING = frozenset({"be", "seem", "have", "mean", "let"})
_PREPOSITIONS = frozenset({"barring", "following", "including", "regarding", "concerning", "according", "excluding", "pending"})
"""Participles that are prepositions where they have an object and no subject."""
_ATTRIBUTES = frozenset({"amod", "case", "compound", "advmod", "fixed", "mark", "cc", "det"})
_MODIFIERS = frozenset({"compound", "case", "fixed", "det", "nmod:unmarked", "obl:unmarked"})
_NOMINAL = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "nmod"})
_OF_VERBS = frozenset({"obj", "iobj", "xcomp", "ccomp", "aux", "aux:pass"})
_OF_NOUNS = frozenset({"nmod", "nmod:poss", "det", "amod", "compound"})
_DETERMINING = frozenset({"det", "nmod:poss", "amod"})
_KINDS: dict[str, Literal["verb", "noun"]] = {"VERB": "verb", "NOUN": "noun"}
_IDIOMS = frozenset(
    "addition contrast turn fact conclusion comparison effect question practice favor favour hindsight retrospect vain".split()
)
"""Nouns that are no happening behind a bare "in" ("in addition", "in contrast to Peru")."""
_ATTRIBUTIVE = 0.2
_MODIFYING = 0.3
_STATE = 0.2
_NEVER = 0.05
_UNLIKELY = 0.3
_VERB = 0.95


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that may be a trigger; ``likelihood`` 0..1 that it reports a happening, whatever its type."""

    token: Token
    kind: Literal["verb", "noun"]
    likelihood: float


def find_candidates(words: Iterator[Token]) -> Iterator[Candidate]:
    """The words that may report a happening, in their order.

    How likely they are to is the mean of what the trained head says of the word in its sentence and of what the training texts
    say of the word alone: nine of ten verbs are events, nouns as their lemma has it, and what only modifies a noun ("missile
    *test* site", "*growing* fears") seldom is. On MEANTIME and ECB+ the mean is better than either (F1 .86, .87).
    """
    for token in words:
        if token.pos_ in _KINDS and not _is_preposition(token):
            trained, known = event_likelihood(token), _usual_likelihood(token)
            likelihood = known if trained is None else (trained + known) / 2
            yield Candidate(token, _kind(token), min(likelihood, _UNLIKELY) if _names_no_event(token) else likelihood)


def _kind(word: Token) -> Literal["verb", "noun"]:
    """Whether a word is a verb or a noun: what stands where nouns do and names an event is one, whatever its tag."""
    own = {child.dep_ for child in word.children}
    placed = word.dep_ in _NOMINAL and own.isdisjoint(_OF_VERBS) and not own.isdisjoint(_OF_NOUNS)
    noun = placed and word.lower_ == lemma(word) and look_up(lemma(word)).eventive >= EVENTIVE
    return "noun" if noun else _KINDS[word.pos_]


def _names_no_event(word: Token) -> bool:
    """Whether a noun names people, bodies or states, never was a happening in the training texts, or is part of an idiom."""
    if word.pos_ != "NOUN":
        return False
    if lemma(word) in _IDIOMS and preposition(word) == "in" and not any(c.dep_ in _DETERMINING for c in word.children):
        return True
    known = look_up(lemma(word))
    return known.eventive < _NEVER or known.entity in {"person", "organization"}


def _usual_likelihood(token: Token) -> float:
    if token.pos_ == "NOUN":
        return look_up(lemma(token)).eventive * (_MODIFYING if token.dep_ in _MODIFIERS else 1.0)
    if token.dep_ in _ATTRIBUTES:
        return _ATTRIBUTIVE
    return _STATE if lemma(token) in _NO_HAPPENING else _VERB


def _is_preposition(word: Token) -> bool:
    return (
        word.lower_ in _PREPOSITIONS
        and word.dep_ != "ROOT"
        and not any(c.dep_.startswith(("nsubj", "aux")) for c in word.children)
    )
