"""Lasting relations and links to the gazetteer, as questions find them in RDF."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.export.rdf_graph import triples
from kg.export.vocabulary import KG
from kg.graph import KnowledgeGraph, build_graph
from kg.model import Link
from tests import make
from tests.dossier import dossier


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return build_graph(dossier())


def names(graph: KnowledgeGraph, pattern: str) -> list[tuple[object, ...]]:
    """The rows of ``?a`` and ``?b`` that fit a pattern, in order."""
    return list(graph.query(f"SELECT DISTINCT ?a ?b {{ {pattern} }} ORDER BY ?a ?b"))


def test_a_relation_is_a_plain_triple_in_our_words_and_in_those_of_others(graph: KnowledgeGraph) -> None:
    pair = [("Ivan Petrov", "Georgia")]
    for term in ("kg:born_in", "schema:birthPlace"):
        assert names(graph, f"?x {term} ?y . ?x rdfs:label ?a . ?y rdfs:label ?b") == pair


def test_a_symmetric_relation_holds_from_both_ends(graph: KnowledgeGraph) -> None:
    pairs = [("Ivan Petrov", "Maria Petrova"), ("Maria Petrova", "Ivan Petrov")]
    assert names(graph, "?x schema:spouse ?y . ?x rdfs:label ?a . ?y rdfs:label ?b") == pairs


def test_what_is_over_is_no_plain_triple(graph: KnowledgeGraph) -> None:
    holders = names(graph, "?x kg:holds_position ?y . ?x rdfs:label ?a . ?y rdfs:label ?b")
    assert [who for who, _ in holders] == ["Ivan Petrov", "Sergei Shoigu", "Vladimir Putin"]
    assert names(graph, "?r kg:former true ; rdf:subject/rdfs:label ?a ; kg:value ?b") == [("Dmitry Medvedev", "president")]


def test_a_post_is_a_membership_with_its_time(graph: KnowledgeGraph) -> None:
    [row] = graph.query(
        """SELECT ?body ?role ?since { ?m a org:Membership ; org:member/rdfs:label "Sergei Shoigu" ;
           org:organization/rdfs:label ?body ; org:role/rdfs:label ?role ; org:memberDuring/schema:startDate ?since }"""
    )
    assert list(map(str, row)) == ["Russia", "defense minister", "2012-11-06"]


def test_a_post_without_a_body_leads_to_its_words(graph: KnowledgeGraph) -> None:
    assert names(graph, "?x kg:holds_position ?v . ?v a kg:Value ; rdfs:label ?b . ?x rdfs:label ?a") == [
        ("Ivan Petrov", "military expert")
    ]


def test_a_relation_rests_on_phrases(graph: KnowledgeGraph) -> None:
    said = names(graph, "?r a kg:Relation ; kg:former ?f ; rdf:predicate ?a ; prov:wasDerivedFrom/nif:anchorOf ?b")
    assert (KG.spouse_of, "married to") in said


def test_a_place_has_its_class_its_coordinates_and_what_contains_it(graph: KnowledgeGraph) -> None:
    [row] = graph.query(
        """SELECT ?lat ?long ?wkt { ?place a schema:City ; rdfs:label "Pyongyang" ; wgs:lat ?lat ; wgs:long ?long ;
           geosparql:hasGeometry/geosparql:asWKT ?wkt ; owl:sameAs <https://sws.geonames.org/1871859/> , wd:Q18808 }"""
    )
    assert row == (39.0339, 125.7543, "POINT(125.7543 39.0339)")
    assert names(graph, "?x schema:containedInPlace ?y . ?x rdfs:label ?a . ?y rdfs:label ?b") == [
        ("Vostochny Cosmodrome", "Russia")
    ]


def test_what_may_be_is_no_identity(graph: KnowledgeGraph) -> None:
    close = names(graph, '?x rdfs:label "Georgia" ; skos:closeMatch ?a')
    assert [entry for entry, _ in close] == ["https://sws.geonames.org/4197000/", "https://sws.geonames.org/614540/"]
    assert not graph.query('ASK { ?x rdfs:label "Georgia" ; owl:sameAs|schema:sameAs ?y }')


def test_only_places_are_the_same_as_their_entry() -> None:
    article = make.article("Ann left.")
    world = dossier()
    link = replace(next(e.link for e in world.entities if e.link), wikidata=None)
    ann = replace(make.entity("person", "Ann", make.evidence(article, "Ann")), link=link)
    graph = build_graph(make.resolution([article], [ann]))
    assert graph.query(f"ASK {{ ?ann schema:sameAs <{link.id}> }}")
    assert not graph.query("ASK { { ?ann owl:sameAs ?x } UNION { ?ann a schema:Person ; wgs:lat ?x } }")


def test_a_page_about_a_place_is_not_the_place() -> None:
    article = make.article("Ann left Farland.")
    link = Link("https://en.wikipedia.org/wiki/Farland", "Farland", "area", None, None, None, None, (), 0.9)
    place = replace(make.entity("place", "Farland", make.evidence(article, "Farland")), link=link)
    graph = build_graph(make.resolution([article], [place]))
    assert graph.query(f"ASK {{ ?place schema:sameAs <{link.id}> }}")
    assert not graph.query("ASK { ?place owl:sameAs|wgs:lat|geosparql:hasGeometry ?x }")


def test_no_node_of_relations_or_links_is_blank(graph: KnowledgeGraph) -> None:
    assert not graph.query("ASK { ?x ?p ?y FILTER(isBlank(?x) || isBlank(?y)) }")


def test_every_term_of_ours_is_in_the_ontology(graph: KnowledgeGraph) -> None:
    from kg.export.ontology import CLASSES, DATATYPES, PROPERTIES
    from kg.ontology import load_ontology

    known = load_ontology()
    documented = {term.name for term in (*CLASSES, *PROPERTIES, *DATATYPES)} | set(known.events) | set(known.relations)
    documented |= {role for event in known.events.values() for role in event.roles}
    iris = {str(term).strip("<>") for triple in triples(graph) for term in triple}
    used = {iri.removeprefix(KG.iri) for iri in iris if iri.startswith(KG.iri)}
    assert used <= documented
