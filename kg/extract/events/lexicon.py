"""What common nouns name: a happening, or a person, body, place, building or thing.

``nouns.tsv`` holds a noun a line: its lemma, how likely it names a happening in running text, and the type of what it names
otherwise (``-`` where that is open). It is compiled from ECB+, QANom, PropBank over EWT and GUM.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple

from kg.ontology import load_ontology


class Noun(NamedTuple):
    """What a noun names: how likely a happening, and the entity type of what it is otherwise."""

    eventive: float
    entity: str | None


_ACTION_SUFFIXES = ("tion", "sion", "ment", "ance", "ence")
_UNKNOWN_ACTION = 0.3
_UNKNOWN = 0.1


def look_up(lemma: str) -> Noun:
    """What a noun names; one that the table does not have is judged by its ending."""
    return _nouns().get(lemma) or Noun(_UNKNOWN_ACTION if lemma.endswith(_ACTION_SUFFIXES) else _UNKNOWN, None)


@cache
def _nouns() -> dict[str, Noun]:
    rows = (line.split("\t") for line in (files("kg.extract.events") / "nouns.tsv").read_text(encoding="utf-8").splitlines())
    nouns = {lemma: Noun(float(eventive), None if entity == "-" else entity) for lemma, eventive, entity in rows}
    entities = load_ontology().entities
    listed = [(noun, "facility") for kind in entities["facility"].kinds.values() for noun in kind]
    listed += [(noun, name) for name in ("product", "person") for noun in entities[name].nouns]
    for noun, entity in listed:
        known = nouns.get(noun, Noun(_UNKNOWN, None))
        nouns[noun] = Noun(known.eventive, known.entity or entity)
    return nouns
