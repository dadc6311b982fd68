"""Chains -> entries of the gazetteer: which Georgia, which Paris, whose people; none rather than a guess.

A name's entries compete with what speaks for each before any text is read (a country, a capital, its size) and with what the
article says: the country and region that stand behind a comma ("Paris, Texas"), the other places and peoples in it.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.gazetteer import Entry, Match, capital_of, country_of, entry, lookup, national_body, owner_beside, people_of, region_of
from kg.gazetteer.authority import Authority
from kg.gazetteer.keys import place_key
from kg.model import Link, Mention
from kg.resolve.forms import DIRECTIONS
from kg.resolve.sources import Reading
from kg.resolve.teams import are_team, is_about_sport

ChainKey = tuple[int, str]
"""(number of the reading, chain id)."""

_PEOPLES = frozenset({"group", "place"})
"""Types of chains whose names may be adjectives ("Russian", which texts and pipelines take for a place at times)."""
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
_SURE = 0.9
_OFTEN = 3
"""Mentions of a place from which on more of them count no more."""
_LARGE = 500_000
"""Inhabitants of a city that a dateline can name alone."""
_MOST = 5
"""Candidates that are kept."""
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
_STATE_BEHIND = re.compile(r" (state|province)\b(?! of)")
_LAWMAKER_BEHIND = re.compile(r" (?:[Ss]en\.|[Ss]enator|[Gg]overnor|Gov\.|Rep\.|[Rr]epresentative|[Cc]ongress(?:wo)?man) [A-Z]")
_LAWMAKER_BEFORE = re.compile(
    r"(?:[Ss]en\.|[Ss]enator|[Gg]overnor|Gov\.|Rep\.|[Rr]epresentative|[Cc]ongress(?:wo)?man|Attorney General) "
    r"(?:[A-Z][\w.’'-]* ){0,3}(?:of|from) $"
)
_PARTY_BEFORE = re.compile(r"\([RDI]-$")
_ENUMERATION = re.compile(r",? (?:and|or) [A-Z]|, [A-Z]")
_PLACE_BEFORE = re.compile(r"([A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}), $")
_SEATS_OF_OTHERS = frozenset({"BE"})
"""Countries whose capital, where it acts, is as often another's: Brussels is the European Union's too."""


@dataclass(frozen=True, slots=True)
class Linking:
    """What a chain is: an entry, or None where that is open, and the other entries that it may be, the likeliest first.

    ``team``: whether the name of a place stands for its team, and is none.
    """

    link: Link | None
    candidates: tuple[Link, ...] = ()
    team: bool = False


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
            found[chain.id] = Linking(_link(known, 1.0))
        elif known := _government(text, names) or (_people(names) if chain.type in _PEOPLES else None):
            found[chain.id] = Linking(_link(known, _SURE))
        elif sport and names and chain.type == "place" and are_team(text, names):
            found[chain.id] = Linking(None, team=True)
        elif matches := _matches(text, names) if chain.type == "place" else {}:
            places[chain.id] = (names, matches)
        if known:
            around.add(chain.id, known, len(names))
    for _ in range(2):  # what the first pass is sure of helps the second
        for chain_id, (names, matches) in places.items():
            found[chain_id] = linking = _choose(text, names, matches, around.without(chain_id))
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


def _matches(text: str, names: Sequence[Mention]) -> dict[str, Match]:
    """All entries that any of the names may be; the main name of one rather than another of its names."""
    found: dict[str, Match] = {}
    for mention in names:
        if place_key(mention.text) in DIRECTIONS:
            continue
        for match in _lookup_before(text, mention):
            known = found.get(match.entry.id)
            found[match.entry.id] = match if known is None or match.usual else known
    if _are_with_article(text, names):
        return {id_: match for id_, match in found.items() if match.entry.kind != "city" or match.entry.name[:4] == "The "}
    return found


def _are_with_article(text: str, names: Sequence[Mention]) -> bool:
    """Whether most of several mentions stand behind "the", as ships' names do and cities' do not ("the Mysore")."""
    count = sum(text[max(0, mention.start - 4) : mention.start].lower() == "the " for mention in names)
    return count > 1 and 3 * count >= 2 * len(names)


def _lookup_before(text: str, mention: Mention) -> tuple[Match, ...]:
    """The entries of a name; only regions where "state" or the like stands behind it ("the Sunshine state" is no city)."""
    before = text[max(0, mention.start - _NEAR) : mention.start]
    if _LAWMAKER_BEHIND.match(text, mention.end) or _LAWMAKER_BEFORE.search(before):
        states = tuple(m for m in lookup(mention.text) if m.entry.kind == "region" and m.entry.country == "US" and m.usual)
        return states or lookup(mention.text)  # "Washington senator X", "Senator X of Washington"
    if _PARTY_BEFORE.search(before):  # "(R-AZ)", "(D-Mass)"
        postal = entry(f"US.{mention.text}")
        return (Match(postal, True),) if postal else lookup(mention.text) or lookup(f"{mention.text}.")
    state = _STATE_BEHIND.match(text, mention.end)
    if state and lookup(mention.text):
        return lookup(f"{mention.text} {state[1]}")
    dotted = f"{mention.text}." if text[mention.end : mention.end + 1] == "." else mention.text
    return (
        lookup(mention.text) or lookup(dotted) or lookup(mention.text.partition(",")[0]) or _lookup_behind_people(mention.text)
    )


def _lookup_behind_people(name: str) -> tuple[Match, ...]:
    """The entries of a name without the adjective in front ("Russian Republic of Dagestan")."""
    front, _, rest = name.partition(" ")
    people = people_of(front) if rest else None
    return tuple(m for m in lookup(rest) if people and people.id in m.entry.within) if people else ()


# ---- the choice --------------------------------------------------------------------------------------------------


def _choose(
    text: str, names: Sequence[Mention], matches: Mapping[str, Match], around: tuple[Counter[str], Counter[str]]
) -> Linking:
    beside = [_containers(text, mention) for mention in names]
    inside = frozenset().union(*(outer for outer, _ in beside))
    closed = any(strict for _, strict in beside)
    named = _names_of(text, names)
    if _is_country_beside_country(matches, inside):
        inside, closed = frozenset(), False
    sums = {id_: _weigh(match, named[id_] / len(names), inside, closed, around) for id_, match in matches.items()}
    for id_ in _shadowed(list(matches.values())):
        sums[id_] -= _NAMESAKE_WITHIN
    for id_ in _behind_own_place(text, names, matches):
        sums[id_] += _BEHIND_OWN_PLACE
    top = max(sums.values())
    parts = {id_: math.exp(_SHARPNESS * (value - top)) for id_, value in sums.items()}
    ranked = sorted(parts, key=lambda id_: (-parts[id_], id_))
    links = [_link(matches[id_].entry, parts[id_] / sum(parts.values())) for id_ in ranked[: _MOST + 1]]
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


def _behind_own_place(text: str, names: Sequence[Mention], matches: Mapping[str, Match]) -> Iterator[str]:
    """Regions that stand behind a place within them ("Mazar-i-Sharif, Balkh")."""
    countries = {match.entry.code for match in matches.values()}
    for mention in names:
        before = _PLACE_BEFORE.search(text[max(0, mention.start - _NEAR) : mention.start])
        inner = {region_of(match.entry) for match in lookup(before[1])} if before else set()
        for id_, match in matches.items():
            if match.entry.kind == "region" and match.entry.code in inner and match.entry.country not in countries:
                yield id_


def _names_of(text: str, names: Sequence[Mention]) -> Counter[str]:
    """How many of the mentions can be each entry."""
    return Counter(id_ for mention in names for id_ in _matches(text, [mention]))


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


def _containers(text: str, mention: Mention) -> tuple[frozenset[str], bool]:
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


def _link(place: Entry, score: float) -> Link:
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
