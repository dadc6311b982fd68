"""Chains -> entries of the gazetteer: which Georgia, which Paris, whose people; none rather than a guess.

A name's entries compete with what speaks for each before any text is read (a country, a capital, its size) and with what the
article says: the country and region that stand behind a comma ("Paris, Texas"), the other places and peoples in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from kg.gazetteer import Entry, Match, capital_of, entry, lookup, national_body, owner_beside, people_of, region_of
from kg.gazetteer.authority import Authority
from kg.model import Mention
from kg.resolve.place_choice import Linking, choose, link_to
from kg.resolve.place_names import matches_of
from kg.resolve.sources import Reading
from kg.resolve.teams import are_team, is_about_sport

ChainKey = tuple[int, str]
"""(number of the reading, chain id)."""

_PEOPLES = frozenset({"group", "place"})
"""Types of chains whose names may be adjectives ("Russian", which texts and pipelines take for a place at times)."""
_SURE = 0.9
_OFTEN = 3
"""Mentions of a place from which on more of them count no more."""
_LARGE = 500_000
"""Inhabitants of a city that a dateline can name alone."""
_SEATS_OF_OTHERS = frozenset({"BE"})
"""Countries whose capital, where it acts, is as often another's: Brussels is the European Union's too."""


class _Around:
    """The countries and regions that an article names, and how often, by the chain that names them."""

    def __init__(self, others: Iterable[Entry]) -> None:
        self._by_chain: dict[str, tuple[Entry, int]] = {}
        self._others = tuple(others)

    def add(self, chain: str, place: Entry, count: int) -> None:
        """Enter what a chain is."""
        self._by_chain[chain] = (place, min(count, _OFTEN))

    def without(self, chain: str) -> tuple[Counter[str], Counter[str]]:
        """How often countries and regions are named by all but one chain."""
        countries: Counter[str] = Counter()
        regions: Counter[str] = Counter()
        rest = [named for other, named in sorted(self._by_chain.items()) if other != chain]
        for place, count in [*rest, *((place, _OFTEN) for place in self._others)]:
            if place.country:
                countries[place.country] += count
            if region := region_of(place):
                regions[region] += count
        return countries, regions


def link_chains(readings: Sequence[Reading], authority: Authority | None = None) -> dict[ChainKey, Linking]:
    """What each chain is, by its number of reading and its id; chains that nothing is known of are left out."""
    return {
        (number, chain): linking
        for number, reading in enumerate(readings)
        for chain, linking in _link_article(reading, authority or Authority()).items()
    }


def _link_article(reading: Reading, authority: Authority) -> dict[str, Linking]:
    text = reading.extraction.article.text
    mentions = {mention.id: mention for mention in reading.extraction.mentions}
    around = _Around(_datelines(reading))
    sport = is_about_sport(text)
    found: dict[str, Linking] = {}
    places: dict[str, tuple[list[Mention], dict[str, Match]]] = {}
    for chain in reading.extraction.chains:
        names = [mentions[m] for m in chain.mentions if mentions[m].kind == "name"]
        if known := authority.find(chain.type, (m.text for m in names)):
            found[chain.id] = Linking(link_to(known, 1.0))
        elif known := _government(text, names) or (_people(names) if chain.type in _PEOPLES else None):
            found[chain.id] = Linking(link_to(known, _SURE))
        elif sport and names and chain.type == "place" and are_team(text, names):
            found[chain.id] = Linking(None, team=True)
        elif matches := matches_of(text, names) if chain.type == "place" else {}:
            places[chain.id] = (names, matches)
        if known:
            around.add(chain.id, known, len(names))
    for _ in range(2):  # what the first pass is sure of helps the second
        for chain_id, (names, matches) in places.items():
            found[chain_id] = linking = choose(text, names, matches, around.without(chain_id))
            if linking.link and linking.link.score >= _SURE:
                around.add(chain_id, matches[linking.link.id].entry, len(names))
    return found


def _datelines(reading: Reading) -> Iterator[Entry]:
    """Countries and large cities that datelines name ("KABUL, Afghanistan (AP)")."""
    article = reading.extraction.article
    for block in article.blocks:
        if block.kind == "dateline":
            for piece in re.split(r"[,(/–—-]", article.text[block.start : block.end]):
                matches = lookup(piece.strip().title()) if piece.strip() else ()
                known = [m.entry for m in matches if m.entry.kind in {"country", "capital"}]
                known = known or [m.entry for m in matches if m.entry.population >= _LARGE]
                if len({place.country for place in known}) == 1:
                    yield known[0]


def _government(text: str, names: Sequence[Mention]) -> Entry | None:
    """The country whose capital stands for it in all mentions, or whose government all of them name."""
    countries: dict[str, Entry] = {}
    for mention in names:
        country = capital_of(mention.text) if mention.metonym else _governed(text, mention)
        if country is None:
            return None
        countries[country.id] = country
    country = next(iter(countries.values())) if len(countries) == 1 else None
    return country if country and country.code not in _SEATS_OF_OTHERS else None


def _governed(text: str, mention: Mention) -> Entry | None:
    """The country of a government by its name ("Government of Chad")."""
    body = national_body(mention.text) if mention.type == "organization" else None
    if body is None or not body.is_government:
        return None
    return entry(body.country or owner_beside(text, mention.start, mention.end))


def _people(names: Sequence[Mention]) -> Entry | None:
    countries = [people_of(mention.text) for mention in names]
    return countries[0] if countries and len({country and country.id for country in countries}) == 1 else None
