"""Extractions -> Resolution: one entity for one real thing, one event for one happening, over all articles.

The order of the extractions changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from kg.gazetteer.authority import Authority
from kg.ids import hash_text
from kg.model import Extraction, Resolution
from kg.resolve.corrections import NO_CORRECTIONS, Corrections, correct, load_corrections
from kg.resolve.entities import resolve_entities
from kg.resolve.events import resolve_events
from kg.resolve.linking import link_chains
from kg.resolve.relations import resolve_relations
from kg.resolve.sources import Reading, make_source

__all__ = ["NO_CORRECTIONS", "Corrections", "correct", "load_corrections", "resolve"]


def resolve(
    extractions: Iterable[Extraction], *, authority: Authority | None = None, corrections: Corrections = NO_CORRECTIONS
) -> Resolution:
    """What all articles together say; articles of equal text say it once.

    Args:
        extractions: what the articles say, in any order.
        authority: the user's own entries, which win over the gazetteer.
        corrections: what the user has decided about names: one thing, two things, another name.
    """
    copies: dict[str, list[Extraction]] = defaultdict(list)
    for extraction in sorted(extractions, key=lambda e: (e.article.published is None, e.article.source, e.article.id)):
        copies[hash_text(extraction.article.text)].append(extraction)
    groups = [copies[digest] for digest in sorted(copies)]
    sources = [make_source([copy.article for copy in group]) for group in groups]
    readings = [Reading.of(_titled(group[0], source.title)) for group, source in zip(groups, sources, strict=True)]
    entities, entity_of, merges = resolve_entities(readings, link_chains(readings, authority), corrections)
    events, event_of = resolve_events(readings, entities, entity_of)
    return Resolution(
        sources=tuple(sorted(sources, key=lambda source: source.id)),
        entities=entities,
        events=events,
        entity_of={(copy.article.id, chain): node for (number, chain), node in entity_of.items() for copy in groups[number]},
        event_of={(copy.article.id, event): node for (number, event), node in event_of.items() for copy in groups[number]},
        relations=resolve_relations(readings, entities, entity_of),
        merges=merges,
    )


def _titled(extraction: Extraction, title: str | None) -> Extraction:
    return replace(extraction, article=replace(extraction.article, title=title))
