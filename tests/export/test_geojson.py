"""GeoJSON: what has a position, where it is; how much has none."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

import pytest

from kg.export import geojson
from kg.graph import build_graph
from kg.model import Link
from tests import make, required

PARIS = Link("https://sws.geonames.org/2988507/", "Paris", "capital", "FR", "Q90", 48.85341, 2.3488, (), 1.0)


@pytest.fixture
def collection() -> dict[str, Any]:
    article = make.article("Ann met Bob in Paris and in Nowhere. They may meet in Nowhere.")
    ann = make.entity("person", "Ann", make.evidence(article, "Ann"))
    paris = replace(make.entity("place", "Paris", make.evidence(article, "Paris")), link=PARIS)
    nowhere = make.entity("place", "Nowhere", make.evidence(article, "Nowhere"))
    places = [make.part("place", paris), make.part("place", nowhere)]
    events = [
        make.event(
            make.evidence(article, "met"),
            parts=[make.part("participant", ann), *places],
            time=make.day("2023-09-13", *ann.evidence),
        ),
        make.event(make.evidence(article, "meet"), parts=places[1:], name="later", certainty="possible"),
    ]
    stream = io.BytesIO()
    geojson.write(build_graph(make.resolution([article], [ann, paris, nowhere], events)), stream)
    return json.loads(stream.getvalue())


def test_places_and_events_are_where_the_gazetteer_says(collection: dict[str, Any]) -> None:
    points = {feature["id"]: feature["geometry"] for feature in collection["features"]}
    there = {"type": "Point", "coordinates": [2.3488, 48.8534]}
    assert points == {"place/paris": there, "event/meeting@place/paris": there}


def test_what_has_no_position_is_counted(collection: dict[str, Any]) -> None:
    assert collection["left_out"] == {"places": 1, "events": 1}


def test_an_event_says_who_when_and_in_which_words(collection: dict[str, Any]) -> None:
    said = collection["features"][1]["properties"]
    assert (said["participants"], said["place"], said["begin"], said["asserted"]) == (["Ann"], "Paris", "2023-09-13", True)
    assert said["sentence"] == "Ann met Bob in Paris and in Nowhere."


def test_the_geojson_library_finds_no_fault(collection: dict[str, Any]) -> None:
    assert required.module("geojson").loads(json.dumps(collection)).errors() == []
