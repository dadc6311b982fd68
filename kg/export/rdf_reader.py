"""RDF triples -> KnowledgeGraph: the inverse of `kg.export.rdf`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kg.errors import GraphError
from kg.export.terms import read_bounds
from kg.export.vocabulary import (
    ARTICLE_FIELDS,
    EVENT_FIELDS,
    HEADER_FIELDS,
    ITSRDF,
    KG,
    LABEL,
    NIF,
    PHRASE_NUMBERS,
    PHRASE_TEXTS,
    PROV,
    RDF,
    SCHEMA,
    SCORE,
    SEM,
    SKOS,
    TIME_FIELDS,
    TYPE,
    VOID,
)
from kg.graph import KnowledgeGraph
from kg.graph.attributes import PLACE_ROLE, type_of
from kg.graph.build import assemble
from kg.graph.knowledge_graph import Header
from kg.model import Entity, Event, EventTime, Evidence, Participation, Resolution, Source
