"""FollowTheMoney: which schema a thing has, and how facts hang on it."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

import pytest

from kg.export import ftm
from kg.graph import build_graph
from kg.model import Link, Relation
from tests import make

PARIS = Link("https://sws.geonames.org/2988507/", "Paris", "capital", "FR", "Q90", 48.85341, 2.3488, (), 1.0)


@pytest.fixture
def entities() -> dict[str, dict[str, Any]]:
    article = make.article("Ann, once head of Acme, and the car met Bob in Paris on Monday.")
    ann, acme, bob, car, paris = (
        make.entity(kind, name, make.evidence(article, name))
        for kind, name in (
            ("person", "Ann"),
            ("organization", "Acme"),
            ("person", "Bob"),
            ("product", "car"),
            ("place", "Paris"),
        )
    )
    paris = replace(paris, link=PARIS)
    parts = [make.part("host", ann), make.part("participant", bob), make.part("place", paris), make.part("participant", car)]
    parts.append(make.part("participant", paris))
    meeting = make.event(
        make.evidence(article, "met"), parts=parts, time=make.day("2023-09-11", make.evidence(article, "Monday"))
    )
    head = Relation("relation/r", "holds_position", ann.id, acme.id, "head", True, None, None, 1.0, ann.evidence)
    world = replace(make.resolution([article], [ann, acme, bob, car, paris], [meeting]), relations=(head,))
    stream = io.BytesIO()
    ftm.write(build_graph(world), stream)
    found = [json.loads(line) for line in stream.getvalue().splitlines()]
    return {entity["id"]: entity for entity in found}


def test_a_place_is_an_address_with_coordinates(entities: dict[str, dict[str, Any]]) -> None:
    place = entities["place.paris"]
    assert place["schema"] == "Address"
    assert place["properties"]["latitude"] == ["48.8534"]
    assert (place["properties"]["country"], place["properties"]["wikidataId"]) == (["fr"], ["Q90"])


def test_an_event_has_people_place_day_sentence_and_source(entities: dict[str, dict[str, Any]]) -> None:
    said = entities["event.meeting"]["properties"]
    assert (said["organizer"], said["involved"], said["addressEntity"]) == (["person.ann"], ["person.bob"], ["place.paris"])
    assert (said["date"], said["location"], said["proof"]) == (["2023-09-11"], ["Paris"], ["article.a"])
    assert said["description"] == ["Ann, once head of Acme, and the car met Bob in Paris on Monday."]


def test_a_place_that_takes_part_is_linked_with_its_role(entities: dict[str, dict[str, Any]]) -> None:
    link = entities["fact.event.meeting.participant.place.paris"]
    assert link["schema"] == "UnknownLink"
    assert (link["properties"]["object"], link["properties"]["role"]) == (["place.paris"], ["participant"])


def test_a_relation_is_a_link_with_its_words(entities: dict[str, dict[str, Any]]) -> None:
    said = entities["relation.r"]["properties"]
    assert (said["subject"], said["object"], said["role"]) == (["person.ann"], ["organization.acme"], ["former head"])


def test_what_has_no_schema_is_left_out_everywhere(entities: dict[str, dict[str, Any]]) -> None:
    assert "product.car" not in json.dumps(entities)
