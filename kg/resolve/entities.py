"""Clusters of chains -> entities with one name, one type, one link, and all their evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.ids import node_id
from kg.model import Entity, Evidence, Merge
from kg.resolve.clustering import cluster_profiles
from kg.resolve.clusters import Clusters
from kg.resolve.corrections import Corrections
from kg.resolve.place_choice import Linking
from kg.resolve.profiles import ChainKey, Profile, SameName, make_profiles
from kg.resolve.sources import Reading


def resolve_entities(
    readings: Sequence[Reading], linked: Mapping[ChainKey, Linking], corrections: Corrections
) -> tuple[tuple[Entity, ...], dict[ChainKey, str], tuple[Merge, ...]]:
    """The entities of all articles, sorted by id, the entity of each chain, and why."""
    profiles, steps = make_profiles(readings, linked, corrections)
    clusters = cluster_profiles(profiles, corrections)
    merges = tuple(_merges(readings, profiles, steps, clusters))
    quotes = _quotes(readings)
    entities: list[Entity] = []
    entity_of: dict[ChainKey, str] = {}
    for group in clusters.groups():
        members = [profiles[number] for number in group]
        entity = _entity(clusters.whole(group[0]), members, quotes, corrections)
        entities.append(entity)
        entity_of.update((chain, entity.id) for profile in members for chain in profile.chains)
    return tuple(sorted(entities, key=lambda entity: entity.id)), entity_of, merges


def _quotes(readings: Sequence[Reading]) -> Mapping[ChainKey, list[Evidence]]:
    quotes: dict[ChainKey, list[Evidence]] = {}
    for number, reading in enumerate(readings):
        for mention in reading.extraction.mentions:
            if mention.entity is not None:
                quotes.setdefault((number, mention.entity), []).append(reading.quote(mention.start, mention.end, mention.score))
    return quotes


def _entity(
    whole: Profile, members: Sequence[Profile], quotes: Mapping[ChainKey, list[Evidence]], corrections: Corrections
) -> Entity:
    evidence = tuple(sorted({quote for profile in members for chain in profile.chains for quote in quotes[chain]}))
    first = evidence[0]
    name = corrections.value("rename", whole.marks) or whole.name
    return Entity(
        id=node_id(whole.type, name, first.article, first.start, first.end),
        type=whole.type,
        name=name,
        aliases=tuple(sorted({*whole.names, *whole.metonyms} - {name})),
        score=round(max((quote.score for quote in evidence if quote.score is not None), default=0.5), 3),
        evidence=evidence,
        link=whole.link,
        candidates=whole.candidates,
    )


def _merges(
    readings: Sequence[Reading], profiles: Sequence[Profile], steps: Sequence[SameName], clusters: Clusters
) -> Iterator[Merge]:
    """Every step between articles as a record about two mentions."""
    ids = [reading.extraction.article.id for reading in readings]
    for step in steps:
        (left, m), (right, n) = step.left, step.right
        yield Merge((ids[left], m), (ids[right], n), "one", step.rule, step.score, step.reason)
    for d in clusters.decisions:
        (left, m), (right, n) = profiles[d.left].shown, profiles[d.right].shown
        yield Merge((ids[left], m), (ids[right], n), d.verdict, d.rule, d.score, d.reason)
