"""The ontology in RDF: which classes things belong to, and the concepts and roles that a graph refers to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple

from kg.export.vocabulary import KG, LABEL, RDF, RDFS, SCHEMA, SEM, SKOS, TYPE
from kg.graph.attributes import PLACE_ROLE
from kg.ontology import EventType, load_ontology

ACTORS: Final = frozenset({"person", "organization", "group"})
PLACES: Final = frozenset({"place", "facility"})


def entity_classes(entity_type: str, acts: bool) -> list[NamedNode]:
    """The classes of an entity; a country that acts is an actor and a place, one node."""
    known = load_ontology().entities.get(entity_type)
    classes = [NamedNode(iri) for iri in known.iris] if known else [SCHEMA.Thing]
    actor = [SEM.Actor] if acts or entity_type in ACTORS else []
    place = [SEM.Place] if entity_type in PLACES else []
    return [*classes, *actor, *place]


def event_classes(event_type: str, asserted: bool) -> list[NamedNode]:
    """The classes of an event. What is not said to have happened is no ``sem:Event``: no query takes it for one by accident."""
    if not asserted:
        return [KG.UnassertedEvent]
    iris = dict.fromkeys(iri for known in _lineage(event_type) for iri in known.iris)
    return [SEM.Event, *map(NamedNode, iris or [SCHEMA.Event.value])]


def is_acting(event_type: str, role: str) -> bool:
    """Whether who plays this role acts; a place or a thing does not."""
    for known in _lineage(event_type):
        if role in known.roles:
            return not known.roles[role].accepts.isdisjoint(ACTORS)
    return role != PLACE_ROLE


def type_triples(event_type: str) -> Iterator[Triple]:
    """An event type as a SKOS concept with those above it; what the ontology does not know has its name alone."""
    lineage = _lineage(event_type)
    if not lineage:
        yield from _concept(event_type, event_type)
    for known in lineage:
        yield from _concept(known.name, known.label)
        yield Triple(KG.term(known.name), SKOS.definition, Literal(known.definition))
        if known.parent:
            yield Triple(KG.term(known.name), SKOS.broader, KG.term(known.parent))
        for scheme, code in (("plover", known.plover), ("cameo", known.cameo)):
            if code:
                yield Triple(KG.term(known.name), SKOS.notation, Literal(code, datatype=KG.term(scheme)))


def _concept(name: str, label: str) -> Iterator[Triple]:
    concept = KG.term(name)
    yield Triple(concept, TYPE, SKOS.Concept)
    yield Triple(concept, TYPE, SEM.EventType)
    yield Triple(concept, LABEL, Literal(label))


def role_triples(event_type: str, role: str) -> Iterator[Triple]:
    """A role as a property."""
    name = KG.term(role)
    yield Triple(name, TYPE, RDF.Property)
    yield Triple(name, TYPE, SEM.RoleType)
    yield Triple(name, LABEL, Literal(role.replace("_", " ")))
    if is_acting(event_type, role):
        yield Triple(name, RDFS.subPropertyOf, SEM.hasActor)


def _lineage(event_type: str) -> list[EventType]:
    """The type and those above it, as far as the ontology knows them."""
    events = load_ontology().events
    found: list[EventType] = []
    name: str | None = event_type
    while name is not None and name in events and events[name] not in found:
        found.append(events[name])
        name = events[name].parent
    return found
