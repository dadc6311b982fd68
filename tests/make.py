"""Records made by hand, for tests that need no model: short to write, complete to the last field.

article = make.article("Ann met Bob in Paris.")
make.evidence(article, "Ann")                       # the first "Ann" in it, with its sentence
make.resolution([article], [ann, bob], [meeting])
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.ids import hash_text, slugify
from kg.model import (
    Article,
    Block,
    Entity,
    Event,
    EventTime,
    Evidence,
    Participation,
    Relation,
    Resolution,
    Source,
)

_SENTENCE = re.compile(r"\S.*?(?<!Mr)[.!?](?=\s|$)|\S.*$", re.DOTALL | re.MULTILINE)


def article(text: str, *, name: str = "a", **fields: object) -> Article:
    """An article that is one paragraph."""
    blocks = (Block(0, len(text), "paragraph"),)
    return Article(**{"id": name, "source": f"{name}.txt", "text": text, "blocks": blocks} | fields)  # type: ignore[arg-type]


def source(article: Article) -> Source:
    """The article as a source."""
    return Source(
        id=f"article/{slugify(article.id)}",
        title=article.title,
        published=article.published,
        publisher=article.publisher,
        url=article.url,
        language=article.language,
        path=article.source,
        text_sha256=hash_text(article.text),
    )


def evidence(article: Article, words: str, *, nth: int = 0, score: float | None = None) -> Evidence:
    """The nth place where the article has these words, in the sentence around them."""
    start = [match.start() for match in re.finditer(re.escape(words), article.text)][nth]
    sentence = next(s for s in _SENTENCE.finditer(article.text) if s.start() <= start < s.end())
    return Evidence(
        article=f"article/{slugify(article.id)}",
        start=start,
        end=start + len(words),
        text=words,
        sentence_start=sentence.start(),
        sentence_end=sentence.end(),
        sentence=sentence[0],
        score=score,
    )


def entity(kind: str, name: str, *said: Evidence, aliases: Sequence[str] = (), score: float = 1.0) -> Entity:
    """An entity whose id is its type and its name."""
    return Entity(f"{kind}/{slugify(name)}", kind, name, tuple(aliases), score, said)


def part(role: str, entity: Entity, *said: Evidence, score: float = 1.0) -> Participation:
    """An entity in a role; without evidence of its own, the entity's."""
    return Participation(role, entity.id, score, said or entity.evidence)


def day(value: str, *said: Evidence, score: float = 1.0) -> EventTime:
    """A day as the time of an event."""
    return EventTime(value, value, value, "day", score, said)


def event(
    *said: Evidence,
    parts: Iterable[Participation] = (),
    time: EventTime | None = None,
    type: str = "Meeting",  # noqa: A002 - the name of the field
    name: str = "meeting",
    **fields: object,
) -> Event:
    """Something that happened for certain, unless the fields say otherwise."""
    values = {"label": type, "certainty": "certain", "polarity": "positive", "tense": "past", "score": 1.0} | fields
    return Event(id=f"event/{slugify(name)}", type=type, participations=tuple(parts), time=time, evidence=said, **values)  # type: ignore[arg-type]


def resolution(
    articles: Iterable[Article],
    entities: Iterable[Entity] = (),
    events: Iterable[Event] = (),
    relations: Iterable[Relation] = (),
) -> Resolution:
    """All of it together, sorted as resolution sorts."""
    return Resolution(
        sources=tuple(sorted(map(source, articles), key=lambda record: record.id)),
        entities=tuple(sorted(entities, key=lambda record: record.id)),
        events=tuple(sorted(events, key=lambda record: record.id)),
        entity_of={},
        event_of={},
        relations=tuple(sorted(relations, key=lambda record: record.id)),
    )


def reverse(resolution: Resolution) -> Resolution:
    """The same with everything that has no order in another order."""
    return replace(
        resolution,
        sources=resolution.sources[::-1],
        entities=tuple(
            replace(entity, aliases=entity.aliases[::-1], evidence=entity.evidence[::-1])
            for entity in resolution.entities[::-1]
        ),
        events=tuple(
            replace(
                event,
                evidence=event.evidence[::-1],
                participations=tuple(replace(p, evidence=p.evidence[::-1]) for p in event.participations[::-1]),
                differences=tuple(replace(d, claims=d.claims[::-1]) for d in event.differences[::-1]),
            )
            for event in resolution.events[::-1]
        ),
        relations=tuple(replace(r, evidence=r.evidence[::-1]) for r in resolution.relations[::-1]),
    )


def summit() -> Resolution:
    """A small world: two reports of one meeting, and one of a meeting that is only planned."""
    wire = article(
        "Vladimir Putin met Kim Jong-un at the Vostochny spaceport on Wednesday. Mr. Putin drove up in a Russian-made car.",
        name="wire-2023-09-13",
        title="Putin & Kim meet",
        published="2023-09-13T14:05:00Z",
        publisher="Example Wire",
        url="https://news.example/putin-kim?a=1&b=2",
    )
    paper = article(
        'Putin and Kim held talks at the cosmodrome. "We <all> know why," an aide said. Putin may visit Pyongyang in October.',
        name="paper",
        published="2023-09-14",
    )
    putin = entity(
        "person",
        "Vladimir Putin",
        evidence(wire, "Vladimir Putin", score=0.99),
        evidence(wire, "Mr. Putin", score=0.9),
        evidence(paper, "Putin", score=0.8),
        evidence(paper, "Putin", nth=1, score=0.8),
        aliases=("Putin", "Mr. Putin"),
        score=0.95,
    )
    kim = entity("person", "Kim Jong-un", evidence(wire, "Kim Jong-un"), evidence(paper, "Kim"), aliases=("Kim",), score=0.93)
    spaceport = entity(
        "facility", "Vostochny Cosmodrome", evidence(wire, "the Vostochny spaceport"), evidence(paper, "the cosmodrome"),
        aliases=("Vostochny spaceport",), score=0.9,
    )  # fmt: skip
    pyongyang = entity("place", "Pyongyang", evidence(paper, "Pyongyang"))
    meeting = event(
        evidence(wire, "met", score=0.97),
        evidence(paper, "talks", score=0.88),
        parts=[
            part("participant", putin, evidence(wire, "Vladimir Putin", score=0.96), evidence(paper, "Putin"), score=0.96),
            part("participant", kim, score=0.94),
            part("place", spaceport, score=0.9),
        ],
        time=day("2023-09-13", evidence(wire, "Wednesday", score=0.92), score=0.92),
        label="Meeting of Vladimir Putin and Kim Jong-un",
        name="meeting-of-vladimir-putin-and-kim-jong-un",
        score=0.97,
    )
    visit = event(
        evidence(paper, "visit"),
        parts=[part("participant", putin, evidence(paper, "Putin", nth=1)), part("place", pyongyang)],
        time=EventTime("2023-10", "2023-10-01", "2023-10-31", "month", 0.8, (evidence(paper, "October"),)),
        certainty="possible",
        tense="future",
        name="visit",
        score=0.7,
    )
    return resolution([wire, paper], [putin, kim, spaceport, pyongyang], [meeting, visit])
