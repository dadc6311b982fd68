"""What words say of gender and kind: given names, titles, nouns. Tables are data files beside this module."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from kg.ontology import load_ontology

_FOLDER = Path(__file__).parent
_MALE, _FEMALE = 1, 2
_TITLES = {
    **dict.fromkeys(("mr", "sir", "lord", "king", "prince", "father", "brother", "mister", "señor", "monsieur"), _MALE),
    **dict.fromkeys(("mrs", "ms", "miss", "lady", "dame", "queen", "princess", "sister", "madame", "madam", "mme"), _FEMALE),
}
_DOING = re.compile(r"[a-z]*[aeiou][a-z]*ing")
"""What is named by what is done there or then ("filing", "reporting"), where the table knows nothing else."""
_TITLE = re.compile(r"(\w+)\.?\s+$")
_MEN = frozenset(
    "man boy gentleman father dad son brother husband grandfather uncle nephew king prince lord spokesman chairman "
    "businessman actor congressman policeman guy monk sir widower boyfriend bishop priest pope grandson "
    "fisherman statesman stepfather duke emperor".split()
)
_WOMEN = frozenset(
    "woman girl lady mother mom mum daughter sister wife grandmother aunt niece queen princess spokeswoman chairwoman "
    "businesswoman actress congresswoman policewoman nun madam widow "
    "girlfriend granddaughter stateswoman stepmother duchess empress".split()
)


_BODIES = frozenset(
    "agency airline army association authority automaker bank brewer broadcaster brokerage carmaker carrier charity chipmaker "
    "club coalition college commission committee company conglomerate consortium contractor cooperative corporation council "
    "department drugmaker enterprise federation firm foundation government group insurer lender maker magazine manufacturer "
    "militia ministry multinational newspaper operator parliament party planemaker provider publisher regulator retailer "
    "startup steelmaker subsidiary supplier team union university utility venture watchdog wholesaler".split()
)
"""Nouns that news uses of organizations."""
_OPEN = frozenset("ally board competitor developer giant owner parent partner rival sponsor".split())
"""Nouns of persons and organizations alike."""
_PARTS = frozenset(
    "board branch bureau committee crew department division office panel section staff subsidiary team unit workforce".split()
)
"""Nouns of parts of an organization, which are not the whole."""
_COLLECTIVE = frozenset(
    "audience campaign couple crew crowd delegation duo family force gang jury media mob opposition pair panel press public "
    "regime squad staff team trio".split()
)
"""Nouns of several persons together: never one of them."""
_ANYBODY = frozenset("boy gentleman girl guy individual lady man person teen teenager woman youth".split())
"""Nouns that say no more than that somebody is a person."""
_KIN = frozenset(
    "husband wife son daughter brother sister mother father mom mum dad widow widower cousin nephew niece uncle aunt parent "
    "grandfather grandmother grandson granddaughter fiance fiancee boyfriend girlfriend spouse sibling".split()
)
"""Nouns that say whose relative somebody is."""
_SPANS = frozenset("era game half inning playoff race round season semester spell tournament weekend".split())
"""Nouns of what lasts a while: never a person, a body or a place."""
_STANDING = frozenset("authority cop detective firefighter investigator lawmaker official police prosecutor troop".split())
"""Nouns whose bare plural is in an article always the same body ("police said", "prosecutors say")."""
_NAMED_BY = {
    "organization": frozenset({"organization", "place", "group", "facility"}),
    "place": frozenset({"place", "facility", "organization"}),
    "facility": frozenset({"facility", "place", "organization"}),
    "person": frozenset({"person", "group"}),
    "product": frozenset({"product", "facility"}),
    "event": frozenset({"event"}),
    "time": frozenset({"event"}),
    "abstract": frozenset({"event", "product"}),
}
"""Kind of a noun -> types of names that it can be said of."""


def title_gender(before: str) -> int:
    """The gender that the word right before a name says, 0 for none."""
    match = _TITLE.search(before)
    return _TITLES.get(match[1].lower(), 0) if match else 0


def given_name_gender(name: str) -> int:
    """The gender of whom a given name (folded) is given to, 0 where both or unknown."""
    return _given_names().get(name, 0)


def noun_gender(lemma: str) -> int:
    """The gender that a noun says, 0 for none."""
    return _MALE if lemma in _MEN else _FEMALE if lemma in _WOMEN else 0


def can_be(kind: str, name: str) -> bool:
    """Whether a noun of a kind (empty: unknown) can be said of a name of a type."""
    return name in _NAMED_BY.get(kind, (name,))


def is_part(lemma: str) -> bool:
    """Whether a noun stands for a part of an organization."""
    return lemma in _PARTS


def is_anybody(lemma: str) -> bool:
    """Whether a noun says no more than that somebody is a person, of some age or sex."""
    return lemma in _ANYBODY


def is_collective(lemma: str) -> bool:
    """Whether a noun stands for several persons together."""
    return lemma in _COLLECTIVE


def is_kin(lemma: str) -> bool:
    """Whether a noun says whose relative somebody is."""
    return lemma in _KIN


def is_standing(lemma: str) -> bool:
    """Whether the bare plural of a noun stands for the same body all through an article."""
    return lemma in _STANDING


def noun_type(lemma: str) -> str:
    """The kind of thing that a noun stands for, as far as the table and its ending tell; else an empty string."""
    return _nouns().get(lemma, "abstract" if _DOING.fullmatch(lemma) else "")


def fine_type(lemma: str) -> str:
    """As `noun_type`, and abstract for what happens or lasts where the table knows nothing ("crash", "season")."""
    return noun_type(lemma) or ("abstract" if lemma in _SPANS or lemma in _happenings() else "")


@cache
def _happenings() -> frozenset[str]:
    return frozenset(noun.lemma for event in load_ontology().events.values() for noun in event.nouns)


@cache
def _given_names() -> dict[str, int]:
    rows = (_FOLDER / "given_names.tsv").read_text(encoding="utf-8").splitlines()
    return {name: int(gender) for name, gender in (row.split("\t") for row in rows)}


@cache
def _nouns() -> dict[str, str]:
    kinds = load_ontology().entities
    table = dict.fromkeys(kinds["person"].nouns, "person") | dict.fromkeys(kinds["product"].nouns, "product")
    rows = (_FOLDER / "nouns.tsv").read_text(encoding="utf-8").splitlines()
    table |= dict(row.split("\t", 1) for row in rows)
    return table | dict.fromkeys(_BODIES, "organization") | dict.fromkeys(_OPEN, "")
