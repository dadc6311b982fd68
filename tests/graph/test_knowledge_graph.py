"""What the graph answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import networkx as nx
import pytest

from kg.errors import GraphError
from kg.graph import ArticleNode, EntityNode, EventNode, KnowledgeGraph, build_graph
from tests import make
from tests.dossier import dossier

PUTIN, KIM, SITE = "person/vladimir-putin", "person/kim-jong-un", "facility/vostochny-cosmodrome"
MEETING = "event/meeting-of-vladimir-putin-and-kim-jong-un"


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return build_graph(make.summit())


def test_things_come_by_kind_the_most_mentioned_first(graph: KnowledgeGraph) -> None:
    assert [str(node) for node in graph.people()] == ["Vladimir Putin", "Kim Jong-un"]
    assert [str(node) for node in graph.places()] == ["Vostochny Cosmodrome", "Pyongyang"]
    assert graph.organizations() == ()
    assert [node.id for node in graph.entities()] == [PUTIN, SITE, KIM, "place/pyongyang"]
    assert [node.id for node in graph.articles()] == ["article/wire-2023-09-13", "article/paper"]


def test_a_person_has_names_a_score_and_an_iri(graph: KnowledgeGraph) -> None:
    putin = graph[PUTIN]
    assert isinstance(putin, EntityNode)
    assert (putin.name, putin.aliases, putin.score, putin.mentions) == ("Vladimir Putin", ("Mr. Putin", "Putin"), 0.95, 4)
    assert putin.iri == "https://example.org/kg/person/vladimir-putin"
    assert repr(putin) == "<person Vladimir Putin>"


def test_an_event_has_participants_place_time_articles_and_evidence(graph: KnowledgeGraph) -> None:
    [meeting] = graph.events()
    assert [str(node) for node in meeting.participants] == ["Kim Jong-un", "Vladimir Putin"]
    assert str(meeting.place) == "Vostochny Cosmodrome"
    assert meeting.time
    assert meeting.time.begin == "2023-09-13"
    assert [piece.text for piece in meeting.time.evidence] == ["Wednesday"]
    assert [article.id for article in meeting.articles] == ["article/paper", "article/wire-2023-09-13"]
    assert [piece.text for piece in meeting.evidence] == ["talks", "met"]
    assert str(meeting) == "Meeting: Kim Jong-un, Vladimir Putin; Vostochny Cosmodrome; 2023-09-13"
    assert {meeting: 1}[meeting] == 1


def test_an_article_knows_where_it_is_from(graph: KnowledgeGraph) -> None:
    wire = graph["article/wire-2023-09-13"]
    assert isinstance(wire, ArticleNode)
    assert (wire.title, wire.publisher, wire.published) == ("Putin & Kim meet", "Example Wire", "2023-09-13T14:05:00Z")


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ["Meeting"]),
        ({"asserted": False}, ["Meeting", "visit"]),
        ({"type": "meeting"}, ["Meeting"]),
        ({"type": "Attack"}, []),
        ({"participant": "Putin"}, ["Meeting"]),
        ({"participant": "putin", "asserted": False}, ["Meeting", "visit"]),
        ({"participant": KIM, "asserted": False}, ["Meeting"]),
        ({"participant": "Nobody"}, []),
        ({"participant": "Vostochny"}, []),
        ({"place": "cosmodrome"}, ["Meeting"]),
        ({"place": "Pyongyang", "asserted": False}, ["visit"]),
        ({"since": "2023-09-13", "until": date(2023, 9, 13)}, ["Meeting"]),
        ({"since": "2023-09-14"}, []),
        ({"until": "2023-09-12"}, []),
        ({"since": "2023-09", "until": "2023-09"}, ["Meeting"]),
        ({"since": "2023", "until": "2023", "asserted": False}, ["Meeting", "visit"]),
        ({"since": "2023-10-15", "until": "2023-10-16", "asserted": False}, ["visit"]),
    ],
)
def test_events_are_filtered(graph: KnowledgeGraph, filters: dict[str, Any], expected: list[str]) -> None:
    names = {MEETING: "Meeting", "event/visit": "visit"}
    assert [names[event.id] for event in graph.events(**filters)] == expected


def test_a_node_serves_as_filter(graph: KnowledgeGraph) -> None:
    assert [event.id for event in graph.events(participant=graph[KIM], place=graph[SITE])] == [MEETING]


def test_an_event_without_a_time_is_in_no_period() -> None:
    article = make.article("Ann met Bob.")
    ann = make.entity("person", "Ann", make.evidence(article, "Ann"))
    event = make.event(make.evidence(article, "met"), parts=[make.part("participant", ann)])
    graph = build_graph(make.resolution([article], [ann], [event]))
    assert len(graph.events()) == 1
    assert graph.events(since="0001") == ()


@pytest.mark.parametrize("day", ["yesterday", "2023-9-13", "13.9.2023", ""])
def test_a_day_that_is_none_is_refused(graph: KnowledgeGraph, day: str) -> None:
    with pytest.raises(GraphError, match=r"since: .* is not a day"):
        graph.events(since=day)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kim", [KIM, MEETING, "article/wire-2023-09-13"]),
        ("KIM JONG UN", [KIM, MEETING]),
        ("Kīm", [KIM, MEETING, "article/wire-2023-09-13"]),
        ("cosmo", [SITE]),
        ("Putin", [PUTIN, MEETING, "article/wire-2023-09-13"]),
        ("mod", []),
        ("", []),
        ("?!", []),
    ],
)
def test_names_are_found_the_best_fit_first(graph: KnowledgeGraph, name: str, expected: list[str]) -> None:
    assert [node.id for node in graph.find(name)] == expected


def test_evidence_of_everything(graph: KnowledgeGraph) -> None:
    def words(of: Any) -> list[str]:
        return [piece.text for piece in graph.evidence(of)]

    assert words(KIM) == ["Kim", "Kim Jong-un"]
    assert words(graph[MEETING]) == ["talks", "met"]
    assert "Wednesday" not in words("article/wire-2023-09-13")
    assert "Mr. Putin" in words("article/wire-2023-09-13")
    key = "fact/event.visit.place.place.pyongyang"
    assert words(key) == words(("event/visit", "place/pyongyang")) == words(("event/visit", "place/pyongyang", key))
    assert graph.evidence(key)[0].sentence == "Putin may visit Pyongyang in October."


@pytest.mark.parametrize("of", ["person/nobody", ("event/visit", "person/nobody"), ("event/visit", KIM), (PUTIN, KIM, "x")])
def test_what_is_not_there_has_no_evidence(graph: KnowledgeGraph, of: Any) -> None:
    with pytest.raises(GraphError, match="no node or edge"):
        graph.evidence(of)


def test_an_article_from_which_nothing_is_taken_has_none() -> None:
    graph = build_graph(make.resolution([make.article("Nothing.")]))
    assert graph.evidence("article/a") == ()


def test_a_node_that_is_not_there_is_refused(graph: KnowledgeGraph) -> None:
    with pytest.raises(GraphError, match="no node 'person/nobody'"):
        graph["person/nobody"]
    assert "person/nobody" not in graph
    assert graph[PUTIN] in graph


def test_to_networkx_gives_a_copy(graph: KnowledgeGraph) -> None:
    copy = graph.to_networkx()
    assert isinstance(copy, nx.MultiDiGraph)
    copy.nodes[PUTIN]["label"] = "changed"
    assert graph[PUTIN].label == "Vladimir Putin"


def test_it_shows_itself(graph: KnowledgeGraph) -> None:
    assert repr(graph) == "<KnowledgeGraph: 2 people, 0 organizations, 2 places, 2 events, 2 articles>"
    html = graph._repr_html_()
    assert "Putin &amp; Kim meet" in html
    assert "<th style='text-align:left'>2 people</th>" in html


def test_without_text_the_facts_stay(graph: KnowledgeGraph) -> None:
    bare = graph.without_text()
    assert {piece.sentence for piece in bare.evidence(PUTIN)} == {""}
    assert [piece.start for piece in bare.evidence(PUTIN)] == [piece.start for piece in graph.evidence(PUTIN)]
    assert bare.events()[0].participants == graph.events()[0].participants


def test_nodes_come_as_their_own_kind(graph: KnowledgeGraph) -> None:
    assert {type(node) for node in graph} == {ArticleNode, EntityNode, EventNode}
    assert len(graph) == 8


RELATIONS: dict[str, tuple[dict[str, object], list[str]]] = {
    "of a type": ({"type": "Holds_Position"}, ["dmitry-medvedev", "ivan-petrov", "sergei-shoigu", "vladimir-putin"]),
    "of somebody": ({"subject": "Petrov"}, ["ivan-petrov"] * 3),
    "to something": ({"object": "Russia", "type": "holds_position"}, ["dmitry-medvedev", "sergei-shoigu", "vladimir-putin"]),
    "to a value": ({"object": "military expert"}, ["ivan-petrov"]),
    "over": ({"former": True}, ["dmitry-medvedev"]),
    "not over": ({"former": False, "object": "Russia", "type": "holds_position"}, ["sergei-shoigu", "vladimir-putin"]),
    "of nobody": ({"subject": "Nobody"}, []),
}


@pytest.mark.parametrize(("asked", "subjects"), RELATIONS.values(), ids=RELATIONS)
def test_relations_are_found_by_all_that_is_given(asked: dict[str, object], subjects: list[str]) -> None:
    found = build_graph(dossier()).relations(**asked)  # type: ignore[arg-type]
    assert [relation.subject.id.removeprefix("person/") for relation in found] == subjects


def test_a_relation_reads_as_a_sentence_and_opens_on_its_evidence() -> None:
    graph = build_graph(dossier())
    [relation] = graph.relations(subject="Medvedev")
    assert str(relation) == "Dmitry Medvedev formerly holds position president Russia"
    assert [piece.text for piece in relation.evidence] == ["former president"]
    assert graph.evidence(relation.id) == relation.evidence
    assert relation.iri == graph.header.base + relation.id


def test_values_are_nodes_but_no_entities() -> None:
    graph = build_graph(dossier())
    [value] = [node for node in graph if node.kind == "value"]
    assert value.label == "military expert"
    assert graph.find("military expert")[0] == value
    assert value.id not in {entity.id for entity in graph.entities()}
    assert [piece.text for piece in graph.evidence(value)] == ["military expert"]


def test_a_place_knows_its_entry() -> None:
    graph = build_graph(dossier())
    [site] = [place for place in graph.places() if place.name == "Vostochny Cosmodrome"]
    assert site.link is not None
    assert (site.link.wikidata, site.link.within) == ("Q1137566", ("https://sws.geonames.org/2017370/",))


def test_what_has_the_very_name_comes_before_what_is_also_called_so() -> None:
    resolution = make.summit()
    city = next(entity for entity in resolution.entities if entity.name == "Pyongyang")
    country = replace(city, id="place/north-korea", name="North Korea", aliases=("Pyongyang",))
    often = replace(country, evidence=tuple(piece for entity in resolution.entities for piece in entity.evidence))
    found = build_graph(replace(resolution, entities=(*resolution.entities, often))).find("pyongyang")
    assert [node.id for node in found[:2]] == [city.id, country.id]
