"""Laws and treaties that texts call by a nickname or acronym without a word of introduction."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from kg.names import key


@cache
def _names() -> dict[str, str]:
    rows = [line.partition("\t") for line in (files(__package__) / "laws.tsv").read_text("utf-8").splitlines()]
    return {key(name): law for law, _, others in rows for name in (law, *others.split("|"))}


def law_of(name: str) -> str | None:
    """The usual name of a well-known law or treaty, for its name or nickname; None where it is not known.

    >>> law_of("Obamacare"), law_of("Obama")
    ('Affordable Care Act', None)
    """
    return _names().get(key(name))
