"""What resolution compares: the chains of all articles that go by the same names, as one profile."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.disjoint import DisjointSets
from kg.facilities import parse_facility
from kg.model import Mention
from kg.names import key, words
from kg.resolve.sources import Reading

ChainKey = tuple[int, str]
"""(number of the reading, chain id)."""

_SORTS = {"person": "person", "group": "group", "organization": "thing", "place": "thing", "facility": "thing"}


@dataclass(frozen=True, slots=True)
class Profile:
    """Chains that share a name, with all their names.

    Attributes:
        sort: ``person``, ``group``, ``product``, ``event`` or ``thing`` (organizations, places and facilities, which texts and
            pipelines confuse); profiles of two sorts are never one entity.
        names: surface -> how often.
        types: entity type -> how often.
        articles: numbers of the readings.
        company: keys of the other full names in the same articles.
    """

    sort: str
    names: Counter[str]
    types: Counter[str]
    chains: tuple[ChainKey, ...]
    articles: frozenset[int]
    company: frozenset[str]

    @property
    def is_single(self) -> bool:
        """Whether this is a person known by one word alone ("Kim")."""
        return self.sort == "person" and all(len(words(name)) == 1 for name in self.names)

    @property
    def type(self) -> str:
        """The type that most of its names have; a facility where its name or a third of the votes says so."""
        if self.types["facility"] * 3 >= self.types.total():
            return "facility"
        return min(self.types, key=lambda kind: (-self.types[kind], kind))

    @property
    def name(self) -> str:
        """The name to show: the most frequent of those with the most to say (two words or more), the longest of equals."""
        full = [name for name in self.names if len(words(name)) > 1] or list(self.names)
        return min(full, key=lambda name: (-self.names[name], -len(name), name))


def make_profiles(readings: Sequence[Reading]) -> list[Profile]:
    """The profiles of all chains that have a name, sorted by name; a chain is in exactly one.

    Chains with an equal full name are one profile, and so are things with one facility's own words and kind. Persons with one
    word only stay one profile an article: who is meant is for the context to say.
    """
    company = [_full_names(reading) for reading in readings]
    same = DisjointSets()
    entries: list[tuple[str, ChainKey, list[Mention]]] = []
    for number, reading in enumerate(readings):
        mentions = {mention.id: mention for mention in reading.extraction.mentions}
        for chain in reading.extraction.chains:
            named = [mentions[m] for m in chain.mentions if mentions[m].kind == "name"]
            if not named:
                continue
            sort = _SORTS.get(chain.type, chain.type)
            entry = len(entries)
            entries.append((sort, (number, chain.id), named))
            same.join(entry, _keys(sort, named, number))
    members: dict[int, list[int]] = defaultdict(list)
    for entry in range(len(entries)):
        members[same.find(entry)].append(entry)
    profiles = [_profile([entries[e] for e in group], company) for group in members.values()]
    return sorted(profiles, key=lambda p: (p.sort, p.name, p.chains))


def _keys(sort: str, named: Sequence[Mention], number: int) -> Iterable[tuple[str, ...]]:
    for mention in named:
        parts = words(mention.text)
        if sort == "person" and len(parts) == 1:
            if all(len(words(m.text)) == 1 for m in named):
                yield (sort, key(mention.text), str(number))
            continue
        yield (sort, _singular("".join(parts)) if sort == "group" else "".join(parts))
        facility = parse_facility(mention.text) if sort == "thing" and mention.type != "organization" else None
        if facility and facility.own:
            yield ("facility", facility.kind, *facility.own)


def _singular(demonym: str) -> str:
    """One form for a people and its adjective ("Russians", "Russian")."""
    return demonym.removesuffix("s") if demonym.endswith(("ans", "is", "ks", "rs", "ds", "ts")) else demonym


def _full_names(reading: Reading) -> frozenset[str]:
    """Keys of an article's names that say enough alone: all but persons' single words."""
    return frozenset(
        key(chain.name) for chain in reading.extraction.chains if chain.type != "person" or len(words(chain.name)) > 1
    )


def _profile(entries: Sequence[tuple[str, ChainKey, list[Mention]]], company: Sequence[frozenset[str]]) -> Profile:
    names = Counter(mention.text for _, _, named in entries for mention in named)
    articles = frozenset(chain[0] for _, chain, _ in entries)
    own = {key(name) for name in names}
    return Profile(
        sort=entries[0][0],
        names=names,
        types=Counter(mention.type for _, _, named in entries for mention in named),
        chains=tuple(sorted(chain for _, chain, _ in entries)),
        articles=articles,
        company=frozenset().union(*(company[article] for article in articles)) - own,
    )
