"""Given or new: whether a noun or pronoun can point back at a mention, by how both are introduced."""

from __future__ import annotations

from kg.extract.coreference.lexicon import is_collective, is_kin, is_standing
from kg.extract.coreference.traits import DETERMINERS, KINDS, NUMBERS, PRONOUNS, TYPES, Traits

_NAME, _NOUN, _PRONOUN = (KINDS.index(kind) for kind in ("name", "nominal", "pronoun"))
_INDEFINITE = frozenset({"a", "no", "other"})
_DEFINITE = frozenset({"the", "this"})
_OWNED = frozenset({"possessive", "owner"})
_FIRST = 3
"""Sentences that a headline may be among."""
_NOT_IT = frozenset({"former", "ex", "vice", "deputy", "assistant", "late"})
"""What makes another office of one."""
_NEAR = 2
"""Sentences after which a bare plural speaks of any such things."""
_THINGS = frozenset({"it", "this", "these", "they"})
_SPOKEN = frozenset({"i", "you", "we"})


def points_back(t: Traits, anaphor: int, antecedent: int) -> bool:
    """Whether nothing in how a markable stands for its thing speaks against an earlier mention of it.

    "Another man" and "pirates" bring somebody new, "his client" is nobody whom none owned before, two women are not the woman.
    What a headline tells is told again: "Judge rejects plea. A judge …".
    """
    if t.kind[anaphor] == _PRONOUN:
        return _is_told_alike(t, anaphor, antecedent)
    if t.kind[anaphor] != _NOUN:
        return True
    told_again = t.headline[antecedent] or t.passage[antecedent] < t.passage[anaphor] == 1 or _is_headlinese(t, antecedent)
    against = (_is_of_another_country, _is_another_office, _brings_new, _is_newly_owned)
    one = _is_one_number(t, anaphor, antecedent) and not _is_crowd(t, anaphor, antecedent)
    return one and bool(told_again or not any(f(t, anaphor, antecedent) for f in against))


def _is_of_another_country(t: Traits, anaphor: int, antecedent: int) -> bool:
    """Whether two persons or bodies are said to be of different countries."""
    countries = t.countries[anaphor], t.countries[antecedent]
    return TYPES[t.type[anaphor]] in {"person", "organization"} and all(countries) and not countries[0] & countries[1]


def _is_another_office(t: Traits, anaphor: int, antecedent: int) -> bool:
    """Whether only the mention before is of a former one, of a vice president and the like."""
    return bool(t.lemma[anaphor] == t.lemma[antecedent] and (t.words[antecedent] & _NOT_IT) - t.words[anaphor])


def _brings_new(t: Traits, anaphor: int, antecedent: int) -> bool:
    """Whether a noun is indefinite, or several without an article, far from those of before ("pirates" in general)."""
    how = DETERMINERS[t.determiner[anaphor]]
    if how or NUMBERS[t.number[anaphor]] != "plural" or is_standing(t.nouns[anaphor]):
        return how in _INDEFINITE
    definite = t.kind[antecedent] == _NOUN and t.determiner[antecedent] > 0
    return bool(definite and t.sentence[anaphor] - t.sentence[antecedent] > _NEAR)


def _is_newly_owned(t: Traits, anaphor: int, antecedent: int) -> bool:
    """Whether a noun has an owner, and the noun before was not owned, nor definite, nor beside a name; kin, another noun."""
    how, before = (DETERMINERS[t.determiner[n]] for n in (anaphor, antecedent))
    free = t.kind[antecedent] == _NOUN and t.chain[antecedent] < 0
    if how in _OWNED and free and is_kin(t.nouns[anaphor]):  # "the man … her husband"
        return bool(t.lemma[anaphor] != t.lemma[antecedent])
    return how == "possessive" and free and before not in _OWNED | _DEFINITE


def _is_headlinese(t: Traits, number: int) -> bool:
    """Whether a noun for one thing stands without an article in the first lines of a text."""
    bare = not DETERMINERS[t.determiner[number]] and NUMBERS[t.number[number]] == "singular"
    return bool(bare and t.kind[number] == _NOUN and t.sentence[number] < _FIRST)


def _is_one_number(t: Traits, anaphor: int, antecedent: int) -> bool:
    """Whether two nouns for persons, or of one word, are both of one or both of several."""
    numbers = {NUMBERS[t.number[n]] for n in (anaphor, antecedent)}
    alike = t.lemma[anaphor] == t.lemma[antecedent] or all(TYPES[t.type[n]] == "person" for n in (anaphor, antecedent))
    return not (t.kind[antecedent] == _NOUN and alike and numbers == {"singular", "plural"})


def _is_crowd(t: Traits, anaphor: int, antecedent: int) -> bool:
    """Whether one of two nouns is of several persons together, and the other of one person ("a man", "the crowd")."""
    one, other = ((is_collective(t.nouns[n]), TYPES[t.type[n]] == "person") for n in (anaphor, antecedent))
    return one[0] != other[0] and (other if one[0] else one)[1] and t.kind[antecedent] == _NOUN


def _is_told_alike(t: Traits, anaphor: int, antecedent: int) -> bool:
    """Whether a pronoun fits a mention in number and person: who is "I" is not "he" to the same speaker."""
    mine, theirs = (PRONOUNS[t.pronoun[n]] for n in (anaphor, antecedent))
    several = t.kind[antecedent] != _NAME and NUMBERS[t.number[antecedent]] == "plural"
    if mine in {"he", "she"} and (several or theirs in _THINGS):
        return False
    one_voice = t.quote[anaphor] == t.quote[antecedent] or t.speaker[anaphor] == t.speaker[antecedent] >= 0
    if t.quote[anaphor] and mine in _SPOKEN:
        unknown = t.speaker[anaphor] < 0 or t.speaker[antecedent] < 0
        return bool(mine == theirs and (one_voice or unknown))
    return not (one_voice and theirs and (mine in _SPOKEN) != (theirs in _SPOKEN))
