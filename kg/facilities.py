"""Names of built things, taken apart: what is its own ("Vostochny") and what says what it is ("Cosmodrome").

The kinds and their nouns are data (``ontology/entities/facility.toml``).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.names import words
from kg.ontology import load_ontology


@dataclass(frozen=True, slots=True)
class FacilityName:
    """A facility's name in two parts: its own words, folded, and the kind that its noun says."""

    own: tuple[str, ...]
    kind: str


def parse_facility(name: str) -> FacilityName | None:
    """The parts of a facility's name, or None where its last words name no kind of facility.

    >>> parse_facility("Vostochny Space Launch Centre") == parse_facility("Vostochny Cosmodrome")
    True
    >>> parse_facility("Vostochny") is None
    True
    """
    parts = words(name)
    for length in range(min(_longest(), len(parts)), 0, -1):
        kind = _kinds().get(parts[-length:])
        if kind is not None:
            return FacilityName(parts[:-length], kind)
    return None


@cache
def _kinds() -> dict[tuple[str, ...], str]:
    return {words(noun): kind for kind, nouns in load_ontology().entities["facility"].kinds.items() for noun in nouns}


@cache
def _longest() -> int:
    return max(map(len, _kinds()))
