"""Extractions -> Resolution: one entity for one real thing, one event for one happening, over all articles.

The order of the extractions changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kg.ids import hash_text
from kg.model import Article, Extraction, Resolution
from kg.resolve.entities import resolve_entities
from kg.resolve.events import resolve_events
from kg.resolve.sources import Reading, make_source, source_id

__all__ = ["resolve"]


def resolve(extractions: Iterable[Extraction]) -> Resolution:
    """What all articles together say."""
    ordered = sorted(extractions, key=lambda e: (hash_text(e.article.text), e.article.id, e.article.source))
    readings = [Reading.of(extraction) for extraction in ordered]
    entities, entity_of = resolve_entities(readings)
    events, event_of = resolve_events(readings, entities, entity_of)
    articles: dict[str, list[Article]] = defaultdict(list)
    for reading in readings:
        articles[source_id(reading.extraction.article)].append(reading.extraction.article)
    names = [reading.extraction.article.id for reading in readings]
    return Resolution(
        sources=tuple(sorted((make_source(group) for group in articles.values()), key=lambda source: source.id)),
        entities=entities,
        events=events,
        entity_of={(names[number], chain): entity for (number, chain), entity in entity_of.items()},
        event_of={(names[number], event): node for (number, event), node in event_of.items()},
    )
