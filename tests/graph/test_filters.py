"""Which events are meant."""

from __future__ import annotations

from typing import Any

import pytest

from kg.graph import KnowledgeGraph
from kg.graph.filters import subtypes
from kg.ontology import load_ontology
from tests.graph.worlds import meetings


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return meetings()


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ["first", "second", "again", "fight"]),
        ({"role": "host"}, ["second"]),
        ({"role": "host", "participant": "Bob"}, ["second"]),
        ({"role": "host", "participant": "Ann"}, []),
        ({"role": "judge"}, []),
        ({"place": "Paris"}, ["first"]),
        ({"place": "France"}, ["first"]),
        ({"place": "France", "asserted": False}, ["first", "plan"]),
        ({"certainty": "planned"}, ["plan"]),
        ({"certainty": "planned", "asserted": True}, []),
        ({"certainty": "certain"}, ["first", "second", "again", "fight"]),
        ({"source": "Example Wire"}, ["first", "second"]),
        ({"source": "may talks"}, ["first", "second"]),
        ({"source": "article/paper"}, ["again", "fight"]),
        ({"source": "Nobody"}, []),
    ],
)
def test_events_are_filtered(graph: KnowledgeGraph, filters: dict[str, Any], expected: list[str]) -> None:
    assert [event.id.removeprefix("event/") for event in graph.events(**filters)] == expected


def test_an_article_serves_as_source(graph: KnowledgeGraph) -> None:
    assert len(graph.events(source=graph["article/wire"])) == 2


def test_a_type_means_all_below_it(graph: KnowledgeGraph) -> None:
    above = load_ontology().events["Meeting"].parent
    assert above
    assert graph.events(type=above) == graph.events(type="Meeting") == graph.events()
    assert "meeting" in subtypes(above.upper())
    assert above.casefold() not in subtypes("Meeting")
