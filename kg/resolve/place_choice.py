"""Which of the entries of one name is meant; none rather than a guess."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.gazetteer import Entry, Match, region_of
from kg.model import Link, Mention
from kg.resolve.place_beside import behind_own_place, containers
from kg.resolve.place_names import matches_of

_PRIOR = {
    "country": 7.6,
    "continent": 7.6,
    "ocean": 7.0,
    "sea": 7.0,
    "area": 6.8,
    "territory": 6.6,
    "former country": 6.0,
    "region": 5.2,
    "county": 4.0,
    "capital": 7.2,
}
"""What speaks for an entry by its kind alone, if the decimal logarithm of its inhabitants less 0.3 is not more."""
_CITY = -0.3
_LARGEST_REGION = 6.5
_OTHER_NAME = -1.2
_FOREIGN_NAME = -3.0
_NAMESAKE_WITHIN = 3.0
_RARE_NAME = 1.0
_UNCOVERED = -3.0
_SAME_COUNTRY = 2.2
_SAME_REGION = 1.0
_NAMED_WITHIN = 6.0
_NAMED_ELSEWHERE = 3.0
_BEHIND_OWN_PLACE = 5.0
_SHARPNESS = 1.6
"""Of the softmax over the sums: set, as the other weights, on links of Wikipedia's Current Events."""
_ENOUGH = 4.6
"""Sum from which on there is a link at all: a city of 80,000 that nothing else speaks for, a town in the article's country."""
_CLEAR = 0.6
"""Share of the best entry from which on it is taken."""
_MOST = 5
"""Candidates that are kept."""


@dataclass(frozen=True, slots=True)
class Linking:
    """What a chain is: an entry, or None where that is open, and the other entries that it may be, the likeliest first.

    ``team``: whether the name of a place stands for its team, and is none.
    """

    link: Link | None
    candidates: tuple[Link, ...] = ()
    team: bool = False


def choose(
    text: str, names: Sequence[Mention], matches: Mapping[str, Match], around: tuple[Counter[str], Counter[str]]
) -> Linking:
    """What a chain of places is, by the entries that its names may be.

    Args:
        text: the article's.
        names: the chain's.
        matches: the entries, by id; at least one.
        around: how often the article names countries and regions elsewhere.
    """
    beside = [containers(text, mention) for mention in names]
    inside = frozenset().union(*(outer for outer, _ in beside))
    closed = any(strict for _, strict in beside)
    named = _names_of(text, names)
    if _is_country_beside_country(matches, inside):
        inside, closed = frozenset(), False
    sums = {id_: _weigh(match, named[id_] / len(names), inside, closed, around) for id_, match in matches.items()}
    for id_ in _shadowed(list(matches.values())):
        sums[id_] -= _NAMESAKE_WITHIN
    for id_ in behind_own_place(text, names, matches):
        sums[id_] += _BEHIND_OWN_PLACE
    top = max(sums.values())
    parts = {id_: math.exp(_SHARPNESS * (value - top)) for id_, value in sums.items()}
    ranked = sorted(parts, key=lambda id_: (-parts[id_], id_))
    links = [link_to(matches[id_].entry, parts[id_] / sum(parts.values())) for id_ in ranked[: _MOST + 1]]
    only = [id_ for id_, match in matches.items() if match.usual] == [ranked[0]]
    enough = _ENOUGH - (_RARE_NAME if only else 0)
    if top >= enough and links[0].score >= _CLEAR:
        return Linking(links[0], tuple(links[1:]))
    return Linking(None, tuple(links[:_MOST]))


def _shadowed(matches: Sequence[Match]) -> Iterator[str]:
    """Of two places of one name, one within the other, the one that is hardly meant: a city's region, a country's city."""
    for inner in matches:
        for outer in matches:
            if outer.entry.id in inner.entry.within:
                if outer.entry.kind != "region":
                    yield inner.entry.id
                elif inner.usual or outer.usual:
                    yield (outer if inner.usual else inner).entry.id


def _names_of(text: str, names: Sequence[Mention]) -> Counter[str]:
    """How many of the mentions can be each entry."""
    return Counter(id_ for mention in names for id_ in matches_of(text, [mention]))


def _is_country_beside_country(matches: Mapping[str, Match], inside: frozenset[str]) -> bool:
    """Whether the name is a country's and what stands beside it holds no region of this name ("with Canada, Mexico should")."""
    country = any(match.usual and match.entry.kind == "country" for match in matches.values())
    return country and not any(
        match.entry.kind == "region" and match.usual and not inside.isdisjoint(match.entry.within) for match in matches.values()
    )


def _weigh(
    match: Match, covered: float, inside: frozenset[str], closed: bool, around: tuple[Counter[str], Counter[str]]
) -> float:
    """The sum of what speaks for an entry."""
    place = match.entry
    countries, regions = around
    size = math.log10(place.population + 1) + _CITY
    value = max(_PRIOR.get(place.kind, 0.0), min(size, _LARGEST_REGION) if place.kind == "region" else size)
    if not match.usual:
        value += _other_name(match, countries)
    value += _UNCOVERED * (1 - covered)
    if place.country and place.country != place.code:
        value += _SAME_COUNTRY * countries[place.country] / (countries.total() + 1)
        value += _SAME_REGION if regions[region_of(place)] else 0.0
    if inside:
        lies_inside = not inside.isdisjoint((place.id, *place.within))
        value += _NAMED_WITHIN if lies_inside and place.id not in inside else -_NAMED_ELSEWHERE if closed else 0.0
    return value


def _other_name(match: Match, countries: Counter[str]) -> float:
    """What speaks against an entry by a name that is not its main one: most where its country is not named."""
    if match.entry.kind == "region" or match.close:
        return _OTHER_NAME / 2
    return _OTHER_NAME if match.entry.kind not in {"capital", "city"} or countries[match.entry.country or ""] else _FOREIGN_NAME


def link_to(place: Entry, score: float) -> Link:
    """An entry as a link that is so sure (0..1)."""
    return Link(
        place.id,
        place.name,
        place.kind,
        place.country,
        place.wikidata,
        place.latitude,
        place.longitude,
        place.within,
        round(score, 3),
    )
