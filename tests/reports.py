"""Extractions from marked texts, for tests of what comes after extraction.

report("[Ann Lee](person) [met](Meeting) [Bob](person) in [Oslo](place) on [Monday](2023-09-11). [Lee](person Ann Lee) left.")

A time is a TIMEX3 value; that of a duration (``PT2H``) is no date of an event.

A mark is a type and, for a name, the chain it belongs to (its own words unless given), for an event what is unusual about
it (``negative``, ``planned``, or the number of the event mention in whose cluster it is). Who and what stands in an event's
sentence belongs to it: its persons and organizations take part, its first place or facility is where, its date is when.
"""

from __future__ import annotations

import re
from typing import Any, get_args

from kg.model import (
    Argument,
    Article,
    Block,
    Certainty,
    Chain,
    EventMention,
    Extraction,
    Mention,
    MentionKind,
    Span,
    Time,
    Trigger,
)
from tests.marked import Mark, unmark

TYPES = frozenset({"person", "organization", "place", "facility", "group", "product", "event"})
_TIMEX = re.compile(r"\d|P[\dT]")
_SENTENCE = re.compile(r"\S.*?(?<!\b[A-Z])[.!?](?=\s|$)|\S.*$", re.MULTILINE)


def report(*paragraphs: str, name: str = "a", published: str | None = "2023-09-14", **fields: Any) -> Extraction:
    """What an article says; its paragraphs are marked."""
    text, marks = unmark("\n\n".join(paragraphs))
    blocks = tuple(Block(match.start(), match.end(), "paragraph") for match in re.finditer(r"[^\n]+", text))
    sentences = tuple(Span(*match.span()) for match in _SENTENCE.finditer(text))
    mentions = [_mention(f"m{i}", mark) for i, mark in enumerate(m for m in marks if m.label in TYPES)]
    entities = list(dict.fromkeys(mention.entity for mention in mentions))
    ids = {entity: f"e{i}" for i, entity in enumerate(entities)}
    mentions = [Mention(m.start, m.end, m.id, m.text, m.type, m.kind, ids[m.entity], m.score) for m in mentions]
    times = [
        Time(m.start, m.end, f"t{i}", m.text, "date" if m.label[0].isdigit() else "duration", m.label, 0.9)
        for i, m in enumerate(m for m in marks if _TIMEX.match(m.label))
    ]
    triggers = [m for m in marks if m.label not in TYPES and not _TIMEX.match(m.label)]
    values: dict[str, Any] = {"id": name, "source": f"{name}.txt", "text": text, "blocks": blocks, "published": published}
    return Extraction(
        article=Article(**values | fields),
        sentences=sentences,
        mentions=tuple(mentions),
        times=tuple(times),
        chains=tuple(_chain(ids[entity], mentions) for entity in entities),
        events=tuple(_event(i, mark, _within(mark, sentences), mentions, times) for i, mark in enumerate(triggers)),
    )


def _mention(name: str, mark: Mark) -> Mention:
    kind: MentionKind = "name" if mark.text[0].isupper() else "pronoun" if mark.text in {"he", "she"} else "nominal"
    return Mention(mark.start, mark.end, name, mark.text, mark.label, kind, mark.rest or mark.text, 0.9)


def _chain(name: str, mentions: list[Mention]) -> Chain:
    members = [mention for mention in mentions if mention.entity == name]
    fullest = max((m for m in members if m.kind == "name"), key=lambda m: len(m.text.split()), default=members[0])
    return Chain(name, fullest.type, fullest.text, tuple(mention.id for mention in members))


def _within(mark: Mark, sentences: tuple[Span, ...]) -> Span:
    return next(sentence for sentence in sentences if sentence.start <= mark.start < sentence.end)


def _event(number: int, mark: Mark, sentence: Span, mentions: list[Mention], times: list[Time]) -> EventMention:
    inside = [mention for mention in mentions if sentence.covers(mention)]
    places = [mention for mention in inside if mention.type in {"place", "facility"}]
    time = next((time for time in times if sentence.covers(time) and time.type == "date"), None)
    said = mark.rest.split()
    cluster = next((word for word in said if word[0] == "v"), f"v{number}")
    certainty: Certainty = next((c for c in get_args(Certainty) if c in said), "certain")
    return EventMention(
        id=f"v{number}",
        type=mark.label,
        trigger=Trigger(mark.start, mark.end, mark.text),
        kind="verb",
        arguments=tuple(Argument("participant", m.id, 0.9) for m in inside if m.type in {"person", "organization"}),
        time=time.id if time else None,
        time_relation="on" if time else None,
        place=places[0].id if places else None,
        certainty=certainty,
        polarity="negative" if "negative" in said else "positive",
        tense="past",
        cluster=cluster,
        score=0.9,
    )
