"""A small world with four meetings: Ann - Bob - Cid - Dan, and Ann - Cid planned."""

from __future__ import annotations

from dataclasses import replace

from kg.graph import KnowledgeGraph, build_graph
from kg.model import Entity, Link, Participation, Relation
from tests import make

FRANCE = Link("https://sws.geonames.org/3017382/", "France", "country", "FR", "Q142", 46.0, 2.0, (), 1.0)
PARIS = Link("https://sws.geonames.org/2988507/", "Paris", "capital", "FR", "Q90", 48.85341, 2.3488, (FRANCE.id,), 1.0)


def both(one: Entity, other: Entity) -> list[Participation]:
    return [make.part("participant", one), make.part("participant", other)]


def meetings() -> KnowledgeGraph:
    """The graph."""
    wire = make.article(
        "Ann met Bob in Paris on 3 May 2023. Bob received Cid of Acme on 5 May 2023. Ann may meet Cid in France.",
        name="wire", title="May talks", publisher="Example Wire", published="2023-05-06",
    )  # fmt: skip
    paper = make.article("Cid fought Dan. Ann met Bob again in June 2024.", name="paper", published="2024-06-30")
    ann, bob, cid = (make.entity("person", name, make.evidence(wire, name)) for name in ("Ann", "Bob", "Cid"))
    dan = make.entity("person", "Dan", make.evidence(paper, "Dan"))
    acme = make.entity("organization", "Acme", make.evidence(wire, "Acme"))
    paris = replace(make.entity("place", "Paris", make.evidence(wire, "Paris")), link=PARIS)
    france = replace(make.entity("place", "France", make.evidence(wire, "France")), link=FRANCE)
    third, fifth, june = (make.evidence(*words) for words in ((wire, "3 May 2023"), (wire, "5 May 2023"), (paper, "June 2024")))
    said = {word: make.evidence(wire, word) for word in ("met", "received", "may meet")}
    fought, again = make.evidence(paper, "fought"), make.evidence(paper, "met")
    events = [
        make.event(
            said["met"], parts=[*both(ann, bob), make.part("place", paris)], time=make.day("2023-05-03", third), name="first"
        ),
        make.event(
            said["received"],
            parts=[make.part("host", bob), make.part("guest", cid), make.part("guest", acme)],
            time=make.day("2023-05-05", fifth),
            name="second",
        ),
        make.event(fought, parts=both(cid, dan), name="fight"),
        make.event(again, parts=both(ann, bob), time=make.day("2024-06-01", june), name="again"),
        make.event(said["may meet"], parts=[*both(ann, cid), make.part("place", france)], name="plan", certainty="planned"),
    ]
    works = Relation("relation/works", "holds_position", cid.id, acme.id, "head", False, None, None, 0.9, cid.evidence)
    world = make.resolution([wire, paper], [ann, bob, cid, dan, acme, paris, france], events)
    return build_graph(replace(world, relations=(works,)))
