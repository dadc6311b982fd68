"""What the RDF says, beyond surviving a round trip: the triples that queries rely on."""

from __future__ import annotations

from collections import Counter

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings

from kg.export.notation import NTriples
from kg.export.rdf_graph import to_rdflib, triples
from kg.export.times import time_rows
from kg.export.vocabulary import KG, LABEL, SEM, TYPE
from kg.graph import KnowledgeGraph, build_graph
from kg.model import EventTime, Resolution
from kg.sparql import query
from tests import make
from tests.queries import WHO_MET_WHERE_AND_WHEN
from tests.strategies import resolutions


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return build_graph(make.summit())


@pytest.mark.parametrize("engine", ["rdflib", "oxigraph"])
def test_one_query_tells_who_met_where_and_when(graph: KnowledgeGraph, engine: str) -> None:
    if engine == "rdflib":
        rows = [list(map(str, row)) for row in graph.to_rdf().query(WHO_MET_WHERE_AND_WHEN)]  # type: ignore[arg-type]
    else:
        rows = [[term.value for term in row if term] for row in query(graph, WHO_MET_WHERE_AND_WHEN).terms]
    [[participants, *rest]] = rows
    assert set(participants.split(" | ")) == {"Vladimir Putin", "Kim Jong-un"}
    assert rest == ["Vostochny Cosmodrome", "2023-09-13", "2"]


@given(resolution=resolutions())
@settings(max_examples=40)
def test_no_triple_comes_twice_and_no_node_is_blank(resolution: Resolution) -> None:
    all_triples = list(triples(build_graph(resolution)))
    assert len(set(all_triples)) == len(all_triples)
    assert not any(isinstance(term, ox.BlankNode) for triple in all_triples for term in triple)


@given(resolution=resolutions())
@settings(max_examples=40)
def test_every_node_has_one_label(resolution: Resolution) -> None:
    graph = build_graph(resolution)
    labels = Counter(triple.subject for triple in triples(graph) if triple.predicate.value == LABEL)
    assert [labels[ox.NamedNode(node.iri)] for node in graph] == [1] * len(graph)


def test_what_is_not_said_to_have_happened_is_no_sem_event(graph: KnowledgeGraph) -> None:
    [planned] = [event for event in graph.events(asserted=False) if not event.asserted]
    assert [t.object.value for t in triples(graph) if t.predicate.value == TYPE and str(t.subject) == f"<{planned.iri}>"] == [
        KG.UnassertedEvent
    ]


def test_a_country_that_acts_is_an_actor_and_a_place() -> None:
    article = make.article("Germany met Ann in Bonn.")
    germany, ann, bonn = (
        make.entity(kind, name, make.evidence(article, name))
        for kind, name in [("place", "Germany"), ("person", "Ann"), ("place", "Bonn")]
    )
    parts = [make.part("participant", germany), make.part("participant", ann), make.part("place", bonn)]
    graph = build_graph(
        make.resolution([article], [germany, ann, bonn], [make.event(make.evidence(article, "met"), parts=parts)])
    )
    kinds = {(t.subject.value, t.object.value) for t in triples(graph) if t.predicate.value == TYPE}
    place = graph[germany.id].iri, graph[bonn.id].iri
    assert {(place[0], SEM.Actor), (place[0], SEM.Place), (place[1], SEM.Place)} <= kinds
    assert (place[1], SEM.Actor) not in kinds


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        (("2023-09-13", "2023-09-13", "2023-09-13", "day"), {"hasTimeStamp": "2023-09-13"}),
        (("2023-09-13T10:00", "2023-09-13", "2023-09-13", "hour"), {"hasTimeStamp": "2023-09-13"}),
        (
            ("2023-09", "2023-09-01", "2023-09-30", "month"),
            {
                "hasTimeStamp": "2023-09",
                "hasEarliestBeginTimeStamp": "2023-09-01",
                "hasLatestEndTimeStamp": "2023-09-30",
            },
        ),
        (
            ("2023-W37", "2023-09-11", "2023-09-17", "week"),
            {"hasEarliestBeginTimeStamp": "2023-09-11", "hasLatestEndTimeStamp": "2023-09-17"},
        ),
        (
            ("2023-09-12/2023-09-17", "2023-09-12", "2023-09-17", "range"),
            {"hasBeginTimeStamp": "2023-09-12", "hasEndTimeStamp": "2023-09-17"},
        ),
        (("2023-09-12/..", "2023-09-12", None, "range"), {"hasBeginTimeStamp": "2023-09-12"}),
    ],
)
def test_a_time_is_as_sharp_as_the_articles_say(
    time: tuple[str, str | None, str | None, str], expected: dict[str, str]
) -> None:
    rows = time_rows(EventTime(*time, score=1.0, evidence=()), NTriples())
    quads = ox.parse("".join(f"<urn:e> {term} {value} .\n" for term, value in rows), format=ox.RdfFormat.N_TRIPLES)
    told = {q.predicate.value.removeprefix(SEM.iri): q.object.value for q in quads if q.predicate.value.startswith(SEM.iri)}  # type: ignore[union-attr]
    assert told == expected


def test_rdflib_has_the_same_triples_and_the_prefixes(graph: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)  # its parser writes 14:05:00Z as 14:05:00+00:00
    mine = to_rdflib(graph)
    turtle = ox.serialize(triples(graph), format=ox.RdfFormat.N_TRIPLES)
    assert turtle
    assert set(mine) == set(rdflib.Graph().parse(data=turtle.decode(), format="nt"))
    assert {"sem", "schema", "nif", "person", "event"} <= {prefix for prefix, _ in mine.namespaces()}


def test_a_phrase_that_means_two_things_keeps_both_scores() -> None:
    article = make.article("The Ann Prize.")
    prize = make.entity("event", "Prize", make.evidence(article, "Ann Prize", score=0.4))
    also = make.entity("product", "Prize", make.evidence(article, "Ann Prize", score=0.6))
    graph = build_graph(make.resolution([article], [prize, also]))
    scores = [row[0] for row in graph.query("SELECT ?s { ?thing prov:qualifiedDerivation/kg:score ?s } ORDER BY ?s")]
    assert scores == [0.4, 0.6]
