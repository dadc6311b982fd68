"""How likely the ranker must find it that a markable belongs to a group, beside all the others and none."""

from __future__ import annotations

from kg.extract.coreference.fits import Fits
from kg.extract.coreference.traits import PRONOUNS

_LEAST, _LEAST_FOR_HE, _LEAST_FOR_THEY, _LEAST_FOR_FARTHER = 0.4, 0.43, 0.7, 0.5
"""For a group with a name."""
_LEAST_UNNAMED, _LEAST_FOR_OTHER_NOUN = 0.3, 0.25
"""For "it" and "they", for another noun, to go to what is named nowhere: below, as many are wrong as right."""
_BODIES = frozenset({"organization", "place", "facility", "product", "event"})


def least_probability(fits: Fits, anaphor: int, group: int, best: int) -> float:
    """The probability that a group needs: more if it has a name, most for "they" of one organization.

    Args:
        fits: what the groups are known to be.
        anaphor: the markable.
        group: the group of the chain.
        best: the likeliest mention of it.
    """
    t = fits.traits
    they = PRONOUNS[t.pronoun[anaphor]] in {"they", "these"}
    if not fits.is_named(group):
        if t.kind[anaphor] == 1:
            return _LEAST_FOR_OTHER_NOUN if t.lemma[anaphor] != t.lemma[best] else 0.0
        return _LEAST_UNNAMED if they or PRONOUNS[t.pronoun[anaphor]] == "it" else 0.0
    if they and fits.kinds[group] in _BODIES:
        return _LEAST_FOR_THEY
    if t.kind[anaphor] == 1 and _is_farther(fits, anaphor, best):
        return _LEAST_FOR_FARTHER
    return _LEAST_FOR_HE if fits.goes_by_best(anaphor) else _LEAST


def _is_farther(fits: Fits, anaphor: int, best: int) -> bool:
    """Whether a noun has nothing but its kind from an organization's name, and the one named last is another's."""
    t = fits.traits
    if t.kind[best] or fits.kinds[best] != "organization" or t.nouns[anaphor] in t.descriptions.get(int(t.chain[best]), ()):
        return False
    named = (n for n in range(anaphor - 1, -1, -1) if t.kind[n] == 0 and fits.kinds[n] == "organization")
    last = next(named, best)
    return bool(t.chain[last] != t.chain[best])
