"""The stand-off file: one JSON object a line, one line an article, keys in the order of the format's description.

Written from the extractions, after resolution with the id of the graph's node beside every entity and event.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from kg.model import Article, EventMention, Extraction, RelationMention, Resolution, Span


def standoff_lines(extractions: Iterable[Extraction], resolution: Resolution | None = None) -> Iterator[str]:
    """One line of JSON an article, in the order given.

    Args:
        extractions: what the articles say.
        resolution: where given, entities and events carry ``canonical``, the id of their node (None where they have none).
    """
    for extraction in extractions:
        yield json.dumps(to_json(extraction, resolution), ensure_ascii=False) + "\n"


def to_json(extraction: Extraction, resolution: Resolution | None = None) -> dict[str, Any]:
    """An extraction as the object of its line."""
    article = extraction.article
    return {
        "article": _article(article),
        "mentions": [
            {
                "id": m.id,
                "start": m.start,
                "end": m.end,
                "text": m.text,
                "type": m.type,
                "kind": m.kind,
                "entity": m.entity,
                "score": m.score,
            }
            for m in extraction.mentions
        ],
        "times": [
            {"id": t.id, "start": t.start, "end": t.end, "text": t.text, "type": t.type, "value": t.value, "score": t.score}
            for t in extraction.times
        ],
        "entities": [
            {"id": c.id, "type": c.type, "name": c.name, "mentions": list(c.mentions)}
            | ({} if resolution is None else {"canonical": resolution.entity_of.get((article.id, c.id))})
            for c in extraction.chains
        ],
        "events": [
            _event(e) | ({} if resolution is None else {"canonical": resolution.event_of.get((article.id, e.id))})
            for e in extraction.events
        ],
        "relations": [_relation(r) for r in extraction.relations],
        "statements": [],
    }


def _article(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "source": article.source,
        "url": article.url,
        "title": article.title,
        "title_span": _pair(article.title_span),
        "published": article.published,
        "publisher": article.publisher,
        "language": article.language,
        "text": article.text,
    }


def _event(event: EventMention) -> dict[str, Any]:
    trigger = event.trigger
    return {
        "id": event.id,
        "type": event.type,
        "trigger": {"start": trigger.start, "end": trigger.end, "text": trigger.text},
        "kind": event.kind,
        "arguments": [{"role": a.role, "mention": a.mention, "score": a.score} for a in event.arguments],
        "time": event.time,
        "time_relation": event.time_relation,
        "place": event.place,
        "certainty": event.certainty,
        "polarity": event.polarity,
        "tense": event.tense,
        "source": event.source,
        "cluster": event.cluster,
        "score": event.score,
    }


def _relation(relation: RelationMention) -> dict[str, Any]:
    """The keys of the format; ``former``, ``time`` and ``time_relation`` stand only where the text says them."""
    return (
        {
            "id": relation.id,
            "type": relation.type,
            "subject": relation.subject,
            "object": relation.object,
            "value": relation.value,
            "start": relation.start,
            "end": relation.end,
            "score": relation.score,
        }
        | ({"former": True} if relation.former else {})
        | ({"time": relation.time, "time_relation": relation.time_relation} if relation.time else {})
    )


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]
