"""Random worlds for property tests, with the names that break tools."""

from __future__ import annotations

from typing import get_args

from hypothesis import strategies as st

from kg.graph.attributes import legal_text
from kg.model import (
    Aspect,
    Certainty,
    Claim,
    Difference,
    Entity,
    Event,
    EventTime,
    Evidence,
    Link,
    Participation,
    Polarity,
    Relation,
    Resolution,
    Source,
    Tense,
)

AWKWARD = (
    'He said "no" & left <b>',
    "either|or",
    "back\\slash\\",
    "العربية \u200f(RTL)",
    "Zoë Ŭn 😀",
    "]]>&amp;",
    " tab\there\nand line\r\nend ",
    "\x00\x0b\ufffe",
    "x" * 10_000,
)

texts = st.sampled_from(AWKWARD) | st.text(max_size=8)
scores = st.floats(0, 1, allow_subnormal=False)
_slugs = st.from_regex(r"[a-z0-9]{1,4}", fullmatch=True)
_days = st.dates().map(str)


_entries = st.sampled_from(["https://sws.geonames.org/524901/", "https://sws.geonames.org/2017370/", "urn:list:7#ä%20"])
_degrees = st.none() | st.floats(-180, 180, allow_subnormal=False)
links = st.builds(
    Link,
    id=_entries,
    name=texts,
    kind=st.sampled_from(["country", "capital", "city", "region", ""]),
    country=st.none() | st.just("RU"),
    wikidata=st.none() | st.sampled_from(["Q649", "no item"]),
    latitude=_degrees,
    longitude=_degrees,
    within=st.lists(_entries, unique=True, max_size=2).map(tuple),
    score=scores,
)


def _ids(kind: str, at_least: int = 0) -> st.SearchStrategy[list[str]]:
    return st.lists(_slugs.map(lambda slug: f"{kind}/{slug}"), unique=True, min_size=at_least, max_size=3)


@st.composite
def resolutions(draw: st.DrawFn) -> Resolution:
    """Any resolution that keeps the laws: everything has evidence, and one span has one text."""
    sources = [draw(_sources(node)) for node in draw(_ids("article", 1))]
    phrases = draw(st.lists(_phrases([s.id for s in sources]), min_size=1, max_size=6, unique_by=_span))
    evidence = st.lists(_scored(phrases), min_size=1, max_size=3).map(tuple)
    kinds = ("person", "organization", "place", "facility", "group", "product", "event")
    entities = [
        Entity(
            id=f"{kind}/e{number}",
            type=kind,
            name=draw(texts),
            aliases=tuple(draw(st.lists(texts, max_size=3))),
            score=draw(scores),
            evidence=draw(evidence),
            link=draw(st.none() | links),
            candidates=tuple(draw(st.lists(links, max_size=2))),
        )
        for number, kind in enumerate(draw(st.lists(st.sampled_from(kinds), max_size=4)))
    ]
    events = [draw(_events(node, [e.id for e in entities], evidence)) for node in draw(_ids("event"))]
    taken = {entity.id for entity in entities}
    relations = [draw(_relations(node, [e.id for e in entities], evidence)) for node in draw(_ids("relation")) if entities]
    kept = tuple(e for e in events if e.id not in taken)
    return Resolution(tuple(sources), tuple(entities), kept, {}, {}, tuple(relations))


def _span(piece: Evidence) -> tuple[str, int, int]:
    return piece.article, piece.start, piece.end


def _sources(node: str) -> st.SearchStrategy[Source]:
    published = st.none() | st.sampled_from(["2023-09-13", "2023-09-13T10:00:00Z", "2023-09-13T10:00"]) | texts
    maybe = st.none() | texts
    return st.builds(Source, st.just(node), maybe, published, maybe, maybe, texts, texts, texts)


def _phrases(articles: list[str]) -> st.SearchStrategy[Evidence]:
    numbers = st.integers(0, 30)
    return st.builds(Evidence, st.sampled_from(articles), numbers, numbers, texts, numbers, numbers, texts, st.none())


@st.composite
def _scored(draw: st.DrawFn, phrases: list[Evidence]) -> Evidence:
    piece = draw(st.sampled_from(phrases))
    fields = {name: getattr(piece, name) for name in Evidence.__slots__}
    return Evidence(**fields | {"score": draw(st.none() | scores)})


@st.composite
def _events(draw: st.DrawFn, node: str, entities: list[str], evidence: st.SearchStrategy[tuple[Evidence, ...]]) -> Event:
    roles = st.sampled_from(["participant", "place", "host", "agreed_on"])
    parts = draw(st.lists(st.tuples(roles, st.sampled_from(entities)), unique=True, max_size=4)) if entities else []
    return Event(
        id=node,
        type=draw(st.sampled_from(["Meeting", "Event", "Unheard-of"])),
        label=draw(texts),
        participations=tuple(Participation(role, entity, draw(scores), draw(evidence)) for role, entity in parts),
        time=draw(st.none() | _times(evidence)),
        certainty=draw(st.sampled_from(get_args(Certainty))),
        polarity=draw(st.sampled_from(get_args(Polarity))),
        tense=draw(st.sampled_from(get_args(Tense))),
        score=draw(scores),
        evidence=draw(evidence),
        differences=tuple(draw(st.lists(_differences(entities, evidence), max_size=2, unique_by=_about))),
    )


def _differences(entities: list[str], evidence: st.SearchStrategy[tuple[Evidence, ...]]) -> st.SearchStrategy[Difference]:
    nodes = st.none() | st.sampled_from(entities) if entities else st.none()
    claims = st.builds(Claim, value=texts.filter(bool), node=nodes, evidence=evidence)
    several = st.lists(claims, min_size=2, max_size=3, unique_by=lambda claim: (legal_text(claim.value), claim.node))
    return st.builds(Difference, aspect=st.sampled_from(get_args(Aspect)), of=texts, claims=several.map(tuple))


def _about(difference: Difference) -> tuple[str, str]:
    return difference.aspect, legal_text(difference.of)


def _relations(
    node: str, entities: list[str], evidence: st.SearchStrategy[tuple[Evidence, ...]]
) -> st.SearchStrategy[Relation]:
    words = texts.filter(bool)
    ends = st.tuples(st.sampled_from(entities), st.none() | words) | st.tuples(st.none(), words)
    return ends.flatmap(
        lambda end: st.builds(
            Relation,
            id=st.just(node),
            type=st.sampled_from(["holds_position", "founded", "unheard_of"]),
            subject=st.sampled_from(entities),
            object=st.just(end[0]),
            value=st.just(end[1]),
            former=st.booleans(),
            begin=st.none() | _days,
            end=st.none() | _days,
            score=scores,
            evidence=evidence,
        )
    )


@st.composite
def _times(draw: st.DrawFn, evidence: st.SearchStrategy[tuple[Evidence, ...]]) -> EventTime:
    begin = draw(st.none() | _days)
    return EventTime(
        value=draw(st.sampled_from(["2023-09-13", "2023-09", "2023", "2023-W37", "P2D"]) | st.text(min_size=1, max_size=5)),
        begin=begin,
        end=draw(st.none() | st.just(begin) | _days),
        granularity=draw(st.sampled_from(["day", "week", "month", "year", "range"])),
        score=draw(scores),
        evidence=draw(evidence),
    )
