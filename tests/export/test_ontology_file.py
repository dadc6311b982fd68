"""The ontology as Turtle says what the TOML files say."""

from __future__ import annotations

from importlib.resources import files

import pyoxigraph as ox
import pytest

from kg.export.ontology import turtle
from kg.ontology import load_ontology

SHIPPED = files("kg.ontology").joinpath("kg.ttl")
COMMENT = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#comment")
TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


@pytest.fixture(scope="module")
def store() -> ox.Store:
    store = ox.Store()
    store.load(turtle(), format=ox.RdfFormat.TURTLE)
    return store


def test_the_file_that_ships_is_what_the_ontology_gives() -> None:
    """After a change: python -m kg.export.ontology > kg/ontology/kg.ttl."""
    assert SHIPPED.read_bytes() == turtle()


def test_every_event_type_and_relation_is_in_it(store: ox.Store) -> None:
    subjects = {quad.subject.value.rpartition("#")[2] for quad in store if isinstance(quad.subject, ox.NamedNode)}
    assert {*load_ontology().events, *load_ontology().relations} <= subjects


def test_every_class_and_property_is_explained(store: ox.Store) -> None:
    explained = {quad.subject for quad in store.quads_for_pattern(None, COMMENT, None)}
    classes = {q.subject for q in store.quads_for_pattern(None, TYPE, ox.NamedNode("http://www.w3.org/2002/07/owl#Class"))}
    assert classes
    assert classes <= explained
