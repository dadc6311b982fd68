"""What stands beside a place's name and says where it lies: "Paris, Texas", "the Syrian city of X", "Mazar-i-Sharif, Balkh"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.gazetteer import Match, country_of, lookup, region_of
from kg.model import Mention

_NEAR = 60
_BEHIND = re.compile(
    r"^(, | \(|,? in )(?:(?:the|[a-z]+ern|central|occupied|\w+-controlled) ){0,2}"
    r"([A-Z][\w’'.-]*(?: (?:(?:of|and) (?:the )?)?[A-Z][\w’'.-]*){0,3})"
)
_NAME = r"[A-Z][\w.]+(?: [A-Z][\w.]+)?"
_SORTS = "cities|city|towns?|villages?|provinces?|regions?|states?|capital|port|district|municipality|suburb|island"
_BEFORE = re.compile(
    rf"(?:({_NAME})(?:['’]s)?(?: [a-z-]+){{0,3}} (?:{_SORTS})(?: of)? (?:the )?|({_NAME})['’]s (?:[a-z-]+ ){{0,3}})$"
)
_ENUMERATION = re.compile(r",? (?:and|or) [A-Z]|, [A-Z]")
_PLACE_BEFORE = re.compile(r"([A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}), $")


def containers(text: str, mention: Mention) -> tuple[frozenset[str], bool]:
    """IRIs of the countries and regions that a mention's surroundings say it lies in; whether nothing else can be meant."""
    behind = _BEHIND.match(text[mention.end : mention.end + _NEAR])
    if behind:
        tokens = behind[2].split()
        for size in range(len(tokens), 0, -1):
            name = " ".join(tokens[:size])
            found = frozenset(match.entry.id for match in _best_containers(name))
            rest = text[mention.end + behind.start(2) + len(name) :]
            if found and _ENUMERATION.match(rest) and any(_best_containers(mention.text)):
                break  # "Colorado, Florida and Nevada"
            if found:
                return found, behind[1] in {", ", " ("} and bool(re.match(r"[,.;)]|$|\s+[a-z(]", rest))
    before = _BEFORE.search(text[max(0, mention.start - _NEAR) : mention.start])
    if before and (country := country_of(before[1] or before[2])):
        return frozenset({country.id}), False
    return frozenset(), False


def _best_containers(name: str) -> Iterator[Match]:
    """The countries and regions of a name; shortened ones ("Ga.") only in their own form."""
    yield from (m for m in lookup(name) if m.entry.kind in {"country", "territory", "region"})
    if name.endswith((".", "’s", "'s")):
        yield from (m for m in lookup(name.rstrip(".")) if m.entry.kind in {"country", "territory", "region"})


def behind_own_place(text: str, names: Sequence[Mention], matches: Mapping[str, Match]) -> Iterator[str]:
    """Regions that stand behind a place within them ("Mazar-i-Sharif, Balkh")."""
    countries = {match.entry.code for match in matches.values()}
    for mention in names:
        before = _PLACE_BEFORE.search(text[max(0, mention.start - _NEAR) : mention.start])
        inner = {region_of(match.entry) for match in lookup(before[1])} if before else set()
        for id_, match in matches.items():
            if match.entry.kind == "region" and match.entry.code in inner and match.entry.country not in countries:
                yield id_
