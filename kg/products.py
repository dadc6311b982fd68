"""Names of types of vehicles and weapons, taken apart: maker, designation, nickname ("Boeing 787 Dreamliner")."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kg.names import words
from kg.ontology import load_ontology

_DESIGNATION = re.compile(
    r"(?:[A-Z][A-Za-z]{0,3}-\d{1,4}[A-Z]{0,3}|[A-Z]{1,3}\d{2,4}(?:[A-Z]{1,3}|neo)?|\d{3})(?:-\d{1,4}[A-Z]{0,3})?(?:['’]?s)?"
)
"""What stands for a type: letters and a number ("A380", "Su-35", "F-16s"), or a number of three digits ("787", "737-800")."""


class Model(NamedTuple):
    """A type of vehicle or weapon: each part in folded words."""

    maker: tuple[str, ...]
    designation: tuple[str, ...]
    nickname: tuple[str, ...]

    @property
    def key(self) -> str:
        """The designation in one word: "F-16" and "F16" are one."""
        return "".join(self.designation)

    @property
    def is_numeric(self) -> bool:
        """Whether the designation is a number, which says nothing without its maker."""
        return self.key.isdigit()


@lru_cache(maxsize=20_000)
def parse_model(name: str) -> Model | None:
    """The parts of a type's name, or None where no designation is in it; plurals are as one.

    >>> parse_model("Boeing 787 Dreamliner")
    Model(maker=('boeing',), designation=('787',), nickname=('dreamliner',))
    >>> parse_model("A380s"), parse_model("Windows 2000")
    (Model(maker=(), designation=('a380',), nickname=()), None)
    """
    parts = name.replace('"', " ").replace("“", " ").replace("”", " ").split()
    found = [i for i, part in enumerate(parts) if is_designation(part)]
    if len(found) != 1:
        return None
    at = found[0]
    nickname = words(" ".join(parts[at + 1 :]))
    return Model(words(" ".join(parts[:at])), words(parts[at]), tuple(re.sub(r"(?<=...[^s])s$", "", word) for word in nickname))


def is_designation(word: str) -> bool:
    """Whether a word stands for a type of vehicle or weapon.

    >>> is_designation("Su-35"), is_designation("787s"), is_designation("1987"), is_designation("A380")
    (True, True, False, True)
    """
    return _DESIGNATION.fullmatch(word) is not None


class Car(NamedTuple):
    """A car by its maker and the maker's word for it, in folded words."""

    maker: tuple[str, ...]
    model: tuple[str, ...]


def parse_car(name: str) -> Car | None:
    """The parts of a car's name, or None where it does not begin with a maker of cars that has something behind it.

    >>> parse_car("Ford Taurus"), parse_car("Taurus")
    (Car(maker=('ford',), model=('taurus',)), None)
    """
    first, _, rest = name.partition(" ")
    return Car(words(first), words(rest)) if rest and first in load_ontology().entities["product"].lists["makers"] else None
