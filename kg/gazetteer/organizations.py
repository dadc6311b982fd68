"""Organizations that texts call by their acronym without a word of introduction."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from kg.gazetteer.keys import abbreviation
from kg.names import key


@cache
def _names() -> dict[str, str | None]:
    names: dict[str, str | None] = {}
    for line in (files(__package__) / "organizations.tsv").read_text("utf-8").splitlines():
        canonical, _, others = line.partition("\t")
        for name in [canonical, *filter(None, others.split("|"))]:
            k = _key(name)
            names[k] = canonical if names.get(k, canonical) == canonical else None
    return names


def organization(name: str) -> str | None:
    """The full name of an international organization or well-known agency, for its name or acronym; None where open.

    >>> organization("U.N."), organization("the IAEA"), organization("Un")
    ('United Nations', 'International Atomic Energy Agency', None)
    """
    return _names().get(_key(name))


def _key(name: str) -> str:
    """Acronyms in capitals and names in any case never meet."""
    return abbreviation(name) or key(name)
