"""What sort of thing a name's chains are, where the articles or the pipeline disagree.

An article in which a name stands once says less of what it names than all together, and than a name that says so itself: a
firm's legal form, a ship's prefix, the law whose initials it is.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from kg.gazetteer.shortened import FIRM_KINDS
from kg.names import core_words, initials, words
from kg.ontology import load_ontology
from kg.resolve.forms import PERSON, THING
from kg.resolve.units import Unit

_PRODUCT = "product"
_MIXED = frozenset({PERSON, THING, _PRODUCT, "event"})
"""Sorts that a pipeline takes for each other where a name stands alone."""
_SURE = 10
"""Votes of a name that says itself what it names."""
_SHIPS = frozenset("INS MV M/V MT USS USNS HMS HMAS HMCS HMNZS RMS RFA FV JDS USCGC TCG ARA BNS PNS".split())
"""What stands before the names of ships."""
_BEGUN = re.compile(r"[A-Z]{2,4} [A-Z]")
_LONGEST = 4
"""Words that initials at the beginning of a name stand for at most."""
_LAW = 4
"""Initials of a law from which on they are no other's."""


def with_one_sort(units: Sequence[Unit]) -> list[Unit]:
    """Units of one name with the sort that most of their mentions have over all articles, unless their own says another."""
    full = known_initials(units)
    ships = {name for short, name in full.items() if _is_ship(short.upper())}
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for unit in units:
        if unit.sort in _MIXED and unit.link is None:
            votes[_alone(unit)][unit.sort] += len(unit.named)
            if unit.sort == THING and (firm := _firm(unit.main.text)):
                votes[firm][THING] += _SURE
    return [_voted(unit, votes, full, ships) if unit.sort in _MIXED and unit.link is None else unit for unit in units]


def known_initials(units: Sequence[Unit]) -> Mapping[str, str]:
    """A law's initials ("jasta"), or a name that begins with initials ("ins mysore") -> the one full name; and that -> itself.

    All in folded words.
    """
    names = {unit.main.text: unit.sort for unit in units if unit.sort != PERSON}
    begun = {" ".join(words(name)) for name in names if _BEGUN.match(name)}
    found: dict[str, set[str]] = defaultdict(set)
    for name, sort in names.items():
        parts = words(name)
        if sort == _PRODUCT and _is_law(name) and len(letters := initials(name)) >= _LAW:
            found[letters].add(" ".join(parts))
        for length in range(2, min(_LONGEST, len(parts) - 1) + 1):
            short = " ".join(("".join(part[0] for part in parts[:length]), *parts[length:]))
            if short in begun:
                found[short].add(" ".join(parts))
    single = {short: next(iter(full)) for short, full in found.items() if len(full) == 1}
    return single | {full: full for full in single.values()}


def _is_law(name: str) -> bool:
    parts = words(name)
    return len(parts) > 1 and parts[-1] in load_ontology().entities[_PRODUCT].lists["laws"]


def _is_ship(name: str) -> bool:
    prefix, _, own = name.partition(" ")
    return bool(own) and prefix in _SHIPS


def _firm(name: str) -> str:
    """The name of a firm without its kind, where two words are left ("Aer Lingus" Group PLC); else empty."""
    core = core_words(name)
    rest = core[:-1] if core[-1] in FIRM_KINDS else core
    return "".join(rest) if 1 < len(rest) < len(words(name)) else ""


def _alone(unit: Unit) -> str:
    return "".join(core_words(unit.main.text))


def _voted(unit: Unit, votes: Mapping[str, Counter[str]], full: Mapping[str, str], ships: AbstractSet[str]) -> Unit:
    name = unit.main.text
    spelled = " ".join(words(name))
    if _is_ship(name) or (unit.sort == THING and spelled in full and (_is_law(full[spelled]) or spelled in ships)):
        return replace(unit, sort=_PRODUCT)
    count = votes[_alone(unit)]
    best = min(count, key=lambda sort: (-count[sort], sort == PERSON, sort))
    alone = all(words(mention.text) == words(name) for mention in unit.named)
    single = len(words(name)) == 1
    if best == unit.sort or not alone or (single and (unit.titled or best == PERSON)):
        return unit
    if not single and PERSON in {best, unit.sort} and count[best] == count[unit.sort]:
        return unit  # nothing tells
    return replace(unit, sort=best)
