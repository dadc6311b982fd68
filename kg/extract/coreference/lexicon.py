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


def noun_type(lemma: str) -> str:
    """The kind of thing that a noun stands for, as far as the table knows; else an empty string."""
    return _nouns().get(lemma, "")


@cache
def _given_names() -> dict[str, int]:
    rows = (_FOLDER / "given_names.tsv").read_text(encoding="utf-8").splitlines()
    return {name: int(gender) for name, gender in (row.split("\t") for row in rows)}


@cache
def _nouns() -> dict[str, str]:
    table = dict.fromkeys(load_ontology().entities["person"].nouns, "person")
    rows = (_FOLDER / "nouns.tsv").read_text(encoding="utf-8").splitlines()
    return table | dict(row.split("\t", 1) for row in rows)
