"""Graphs that other people's programs have to take whole."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle
from pathlib import Path

from kg.export import read
from kg.graph import KnowledgeGraph, build_graph
from kg.model import Entity, Evidence, Link, Relation
from tests import make
from tests.strategies import AWKWARD

SEEDS = Path(__file__).parents[3] / "exports" / "graph.graphml"
KINDS = ("person", "organization", "place", "facility", "group", "product", "event")


def quoted(text: str, words: str) -> Evidence:
    """The words in the article, the whole of which is their sentence."""
    start = text.index(words)
    return Evidence("article/a", start, start + len(words), words, 0, len(text), text)


def awkward() -> KnowledgeGraph:
    """Names, titles and sentences that break tools, one entity in two roles, and everything that may be missing."""
    text = "".join(AWKWARD)
    full = make.article(
        text, title=AWKWARD[0], published="2023-09-13T10:00:00Z", publisher=AWKWARD[3], url="https://news.example/?a=1&b=2"
    )
    bare = make.article("Ann met.", name="b", language="")
    said = {name: quoted(text, name) for name in AWKWARD}
    entities = [
        Entity(f"{kind}/e{number}", kind, name, AWKWARD, 0.5, (said[name],))
        for number, (kind, name) in enumerate(zip(cycle(KINDS), AWKWARD, strict=False))
    ]
    ann = make.entity("person", "Ann", make.evidence(bare, "Ann"))
    there = Link(
        "https://sws.geonames.org/1/", AWKWARD[0], "city", "FR", "Q90", 48.8567, -2.3508, ("https://a.example/1",), 0.5
    )
    paris = Entity("place/paris", "place", "Paris", (), 1.0, (make.evidence(bare, "met"),), there, (there,))
    everywhere = [make.part(role, entity) for entity in [*entities, paris] for role in ("participant", "host", "place")]
    when = make.day("2023-09-13", said[AWKWARD[0]], score=0.5)
    events = [
        make.event(said[AWKWARD[1]], parts=everywhere, time=when, label=AWKWARD[4]),
        make.event(make.evidence(bare, "met"), parts=[make.part("participant", ann)], name="bare", certainty="planned"),
    ]
    relations = tuple(
        Relation(f"relation/r{number}", "holds_position", ann.id, target, value, former, "2023-01-01", None, 0.5, ann.evidence)
        for number, (target, value, former) in enumerate([(paris.id, AWKWARD[0], True), (None, AWKWARD[1], False)])
    )
    world = make.resolution([full, bare], [*entities, ann, paris], events)
    return build_graph(replace(world, relations=relations))


WORLDS = {
    "summit": lambda: build_graph(make.summit()),
    "awkward": awkward,
    "seeds": lambda: read(SEEDS),
    "nothing": lambda: build_graph(make.resolution([])),
}
