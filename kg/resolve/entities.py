"""Clusters of chains -> entities with one name, one type, and all their evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from kg.ids import node_id
from kg.model import Entity, Evidence
from kg.resolve.clustering import cluster_profiles
from kg.resolve.profiles import ChainKey, Profile, make_profiles
from kg.resolve.sources import Reading


def resolve_entities(readings: Sequence[Reading]) -> tuple[tuple[Entity, ...], dict[ChainKey, str]]:
    """The entities of all articles, sorted by id, and the entity of each chain."""
    profiles = make_profiles(readings)
    entities: list[Entity] = []
    entity_of: dict[ChainKey, str] = {}
    quotes = _quotes(readings)
    for group in cluster_profiles(profiles):
        entity = _entity([profiles[number] for number in group], quotes)
        entities.append(entity)
        entity_of.update((chain, entity.id) for number in group for chain in profiles[number].chains)
    return tuple(sorted(entities, key=lambda entity: entity.id)), entity_of


def _quotes(readings: Sequence[Reading]) -> Mapping[ChainKey, list[Evidence]]:
    quotes: dict[ChainKey, list[Evidence]] = {}
    for number, reading in enumerate(readings):
        for mention in reading.extraction.mentions:
            if mention.entity is not None:
                quotes.setdefault((number, mention.entity), []).append(reading.quote(mention.start, mention.end, mention.score))
    return quotes


def _entity(profiles: Sequence[Profile], quotes: Mapping[ChainKey, list[Evidence]]) -> Entity:
    whole = Profile(
        sort=profiles[0].sort,
        names=sum((profile.names for profile in profiles), Counter()),
        types=sum((profile.types for profile in profiles), Counter()),
        chains=tuple(sorted(chain for profile in profiles for chain in profile.chains)),
        articles=frozenset().union(*(profile.articles for profile in profiles)),
        company=frozenset(),
    )
    evidence = tuple(sorted({quote for chain in whole.chains for quote in quotes[chain]}))
    first = evidence[0]
    return Entity(
        id=node_id(whole.type, whole.name, first.article, first.start, first.end),
        type=whole.type,
        name=whole.name,
        aliases=tuple(sorted(set(whole.names) - {whole.name})),
        score=round(max((quote.score for quote in evidence if quote.score is not None), default=0.5), 3),
        evidence=evidence,
    )
