"""The graph as tables, for spreadsheets, SQL and data frames: what the columns are called, their types, and the rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.graph.attributes import PLACE_ROLE, describe_difference, kind_of
from kg.graph.nodes import is_asserted
from kg.model import Entity, Event, Evidence

if TYPE_CHECKING:
    import pandas

    from kg.graph.knowledge_graph import KnowledgeGraph

Cell = str | int | float | bool | tuple[str, ...] | None
"""None where nothing is known; a list is a tuple."""
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the graph.

    Attributes:
        name: what its file is called.
        columns: name -> type of each column, in order; ``tuple`` for lists of text.
        rows: its rows, in the order of the graph.
    """

    name: str
    columns: Mapping[str, type]
    rows: Callable[[KnowledgeGraph], Iterator[Row]]


# ---- things ------------------------------------------------------------------------------------------------------


def _entities(graph: KnowledgeGraph) -> Iterator[Row]:
    base = graph.header.base
    for entity in graph.to_resolution().entities:
        link = entity.link
        known = (link.id, link.country, link.wikidata, link.latitude, link.longitude) if link else (None,) * 5
        yield (
            *(entity.id, base + entity.id, kind_of(entity.type), entity.name, entity.aliases),
            *(entity.score, len(entity.evidence), *known),
        )


def _events(graph: KnowledgeGraph) -> Iterator[Row]:
    base, records = graph.header.base, graph.to_resolution()
    names = _names(records.entities)
    for event in records.events:
        time = event.time
        when = (time.value, time.begin, time.end, time.granularity) if time else (None,) * 4
        others = (part for part in event.participations if part.role != PLACE_ROLE)
        places = (part for part in event.participations if part.role == PLACE_ROLE)
        yield (
            *(event.id, base + event.id, event.type, event.label, *when),
            *(tuple(dict.fromkeys(names[part.entity] for part in chosen)) for chosen in (others, places)),
            *(event.certainty, event.polarity, event.tense, is_asserted(event.certainty, event.polarity)),
            *(event.score, len({piece.article for piece in event.evidence})),
            tuple(map(describe_difference, event.differences)),
        )


def _articles(graph: KnowledgeGraph) -> Iterator[Row]:
    for source in graph.to_resolution().sources:
        texts = (source.title, source.published, source.publisher, source.url, source.language, source.path)
        yield (source.id, graph.header.base + source.id, *(text or None for text in texts), source.text_sha256)


# ---- facts -------------------------------------------------------------------------------------------------------


def _participations(graph: KnowledgeGraph) -> Iterator[Row]:
    records = graph.to_resolution()
    names = _names(records.entities)
    for event in records.events:
        for part in event.participations:
            yield (event.id, part.role, part.entity, names[part.entity], part.score, *_best(part.evidence))


def _relations(graph: KnowledgeGraph) -> Iterator[Row]:
    records = graph.to_resolution()
    names = _names(records.entities)
    for relation in records.relations:
        ends = (relation.subject, names[relation.subject], relation.object, names.get(relation.object or ""))
        facts = (relation.value, relation.former, relation.begin, relation.end, relation.score)
        yield (relation.id, relation.type, *ends, *facts, *_best(relation.evidence))


def _mentions(graph: KnowledgeGraph) -> Iterator[Row]:
    records = graph.to_resolution()
    named: list[Entity | Event] = [*records.entities, *records.events]
    for thing in named:
        for piece in thing.evidence:
            place = (piece.article, piece.start, piece.end, piece.text)
            yield (thing.id, *place, piece.sentence_start, piece.sentence_end, piece.sentence, piece.score)


def _best(evidence: tuple[Evidence, ...]) -> Row:
    """How many pieces there are, and the surest of them."""
    best = max(evidence, key=lambda piece: -1.0 if piece.score is None else piece.score)
    return (len(evidence), best.article, best.start, best.end, best.text, best.sentence)


def _names(entities: Iterable[Entity]) -> dict[str, str]:
    return {entity.id: entity.name for entity in entities}


_BEST: Final = {"evidence": int, "article": str, "start": int, "end": int, "text": str, "sentence": str}
_PLACE: Final = {"link": str, "country": str, "wikidata": str, "latitude": float, "longitude": float}
_TIME: Final = {"time": str, "time_begin": str, "time_end": str, "granularity": str}
_STATUS: Final = {"certainty": str, "polarity": str, "tense": str, "asserted": bool}
_NODE: Final = {"id": str, "iri": str}
_ENDS: Final = {"subject": str, "subject_name": str, "object": str, "object_name": str}

TABLES: Final = (
    Table(
        "entities",
        {**_NODE, "kind": str, "name": str, "aliases": tuple, "score": float, "mentions": int, **_PLACE},
        _entities,
    ),
    Table(
        "events",
        {**_NODE, "type": str, "label": str, **_TIME, "participants": tuple, "places": tuple}
        | {**_STATUS, "score": float, "articles": int, "differs": tuple},
        _events,
    ),
    Table(
        "articles",
        _NODE | dict.fromkeys(("title", "published", "publisher", "url", "language", "path", "sha256"), str),
        _articles,
    ),
    Table(
        "participations",
        {"event": str, "role": str, "entity": str, "name": str, "score": float, **_BEST},
        _participations,
    ),
    Table(
        "relations",
        {
            "id": str,
            "type": str,
            **_ENDS,
            "value": str,
            "former": bool,
            "time_begin": str,
            "time_end": str,
            "score": float,
            **_BEST,
        },
        _relations,
    ),
    Table(
        "mentions",
        {"node": str, "article": str, "start": int, "end": int, "text": str}
        | {"sentence_start": int, "sentence_end": int, "sentence": str, "score": float},
        _mentions,
    ),
)


def data_frames(graph: KnowledgeGraph) -> dict[str, pandas.DataFrame]:
    """Every table as a data frame; what is not known is missing there, too.

    Raises:
        ImportError: pandas is not installed.
    """
    import pandas

    return {table.name: pandas.DataFrame(list(table.rows(graph)), columns=list(table.columns)) for table in TABLES}
