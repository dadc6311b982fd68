"""Event mentions: triggers from the ontology's frames, with arguments, time, place and certainty from the parse."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from kg.extract.discourse import Discourse, tokens_of
from kg.extract.events.carriers import hand_over
from kg.extract.events.clusters import cluster_events
from kg.extract.events.draft import Draft
from kg.extract.events.instances import single_out
from kg.extract.events.reader import Reader
from kg.extract.events.triggers import find_candidates
from kg.model import Argument, EventMention, Time, Trigger

if TYPE_CHECKING:
    from kg.extract.tokens import Token

__all__ = ["find_events", "finish_events"]


def find_events(discourse: Discourse, times: Sequence[Time]) -> list[Draft]:
    """The events that an article reports, in the order of their triggers."""
    heads = _time_heads(discourse, times)
    drafts = hand_over(discourse, [draft for draft in _drafts(discourse, heads) if draft is not None])
    return single_out(discourse, drafts, heads)


def finish_events(
    discourse: Discourse, drafts: Sequence[Draft], ids: Sequence[str], published: date | None
) -> tuple[EventMention, ...]:
    """The drafts as records with ids and clusters.

    Args:
        discourse: the article's mentions.
        drafts: its events, in order.
        ids: the id of every mention by its number.
        published: the article's day.
    """
    clusters = cluster_events(discourse, drafts, published)
    return tuple(
        _finish(discourse, draft, f"v{i}", f"v{cluster}", ids)
        for i, (draft, cluster) in enumerate(zip(drafts, clusters, strict=True))
    )


def _finish(discourse: Discourse, draft: Draft, name: str, cluster: str, ids: Sequence[str]) -> EventMention:
    arguments = tuple(
        Argument(role, ids[number], round(trust * discourse.drafts[number].score, 3)) for role, number, trust in draft.arguments
    )
    span = discourse.passages[draft.passage].locate(draft.trigger)
    return EventMention(
        id=name,
        type=draft.type.name,
        trigger=Trigger(span.start, span.end, draft.trigger.text, draft.lemma),
        kind=draft.kind,
        arguments=arguments,
        time=draft.time.id if draft.time else None,
        time_relation=draft.time_relation,
        place=ids[draft.place] if draft.place is not None else None,
        certainty=draft.factuality.certainty,
        polarity=draft.factuality.polarity,
        tense=draft.factuality.tense,
        cluster=cluster,
        score=max((argument.score or 0.0 for argument in arguments), default=round(draft.likelihood / 2, 3)),
    )


# ---- triggers ----------------------------------------------------------------------------------------------------


def _drafts(discourse: Discourse, heads: Mapping[tuple[int, int], Time]) -> Iterator[Draft | None]:
    for number, passage in enumerate(discourse.passages):
        reader = Reader(discourse, number, heads)
        candidates = list(find_candidates(token for token in passage.tokens if not _in_name(discourse, number, token)))
        yield from (reader.read(candidate) for candidate in candidates)


def _in_name(discourse: Discourse, passage: int, token: Token) -> bool:
    number = discourse.number_of(passage, token)
    return number is not None and discourse.drafts[number].kind == "name"


def _time_heads(discourse: Discourse, times: Sequence[Time]) -> dict[tuple[int, int], Time]:
    """(passage, token) -> the dated time expression whose words' head that token is."""
    heads: dict[tuple[int, int], Time] = {}
    for time in times:
        number = discourse.passage_of(time)
        if number is not None and time.type in {"date", "time"}:
            tokens = list(tokens_of(discourse.passages[number], time))
            inside = {token.i for token in tokens}
            heads.update({(number, token.i): time for token in tokens if token.head.i not in inside or token.head == token})
    return heads
