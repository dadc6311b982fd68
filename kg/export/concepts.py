"""The ontology in RDF: which classes things belong to, and the concepts, roles and relations that a graph refers to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.export.notation import NTriples
from kg.export.rows import Block
from kg.export.vocabulary import KG, LABEL, ORG, OWL, RDF, RDFS, SCHEMA, SEM, SKOS, TYPE
from kg.graph.attributes import PLACE_ROLE
from kg.ontology import EventType, RelationType, load_ontology

ACTORS: Final = frozenset({"person", "organization", "group"})
PLACES: Final = frozenset({"place", "facility"})
MEMBERSHIPS: Final = frozenset({"holds_position", "member_of", "works_for", "head_of", "spokesperson_of"})
"""Relations that ORG calls a membership: somebody is part of a body, maybe in a post."""
ENTRY_CLASSES: Final = {
    "country": SCHEMA.Country,
    "former country": SCHEMA.Country,
    "territory": SCHEMA.AdministrativeArea,
    "region": SCHEMA.AdministrativeArea,
    "capital": SCHEMA.City,
    "city": SCHEMA.City,
    "continent": SCHEMA.Continent,
    "sea": SCHEMA.SeaBodyOfWater,
}
"""What the gazetteer says of a place, as a class."""


def entity_classes(entity_type: str, acts: bool, entry_kind: str = "") -> list[str]:
    """The classes of an entity; a country that acts is an actor and a place, one node."""
    known = load_ontology().entities.get(entity_type)
    classes = list(known.iris) if known else [SCHEMA.Thing]
    entry = [ENTRY_CLASSES[entry_kind]] if entity_type in PLACES and entry_kind in ENTRY_CLASSES else []
    actor = [SEM.Actor] if acts or entity_type in ACTORS else []
    place = [SEM.Place] if entity_type in PLACES else []
    return list(dict.fromkeys([*classes, *entry, *actor, *place]))


def event_classes(event_type: str, asserted: bool) -> list[str]:
    """The classes of an event. What is not said to have happened is no ``sem:Event``: no query takes it for one by accident."""
    if not asserted:
        return [KG.UnassertedEvent]
    iris = dict.fromkeys(iri for known in _lineage(event_type) for iri in known.iris)
    return [SEM.Event, *(iris or [SCHEMA.Event])]


def is_acting(event_type: str, role: str) -> bool:
    """Whether who plays this role acts; a place or a thing does not."""
    for known in _lineage(event_type):
        if role in known.roles:
            return not known.roles[role].accepts.isdisjoint(ACTORS)
    return role != PLACE_ROLE


def relation_type(name: str) -> RelationType | None:
    """What the ontology knows of a relation."""
    return load_ontology().relations.get(name)


# ---- as blocks of a file -----------------------------------------------------------------------------------------


def type_blocks(event_type: str, notation: NTriples) -> Iterator[Block]:
    """An event type as a SKOS concept with those above it; what the ontology does not know has its name alone."""
    lineage = _lineage(event_type)
    if not lineage:
        yield _concept(event_type, event_type, notation)
    for known in lineage:
        concept, rows = _concept(known.name, known.label, notation)
        rows.append((notation.names[SKOS.definition], notation.text(known.definition)))
        if known.parent:
            rows.append((notation.names[SKOS.broader], notation.ref(KG.term(known.parent))))
        codes = (("plover", known.plover), ("cameo", known.cameo))
        rows += [(notation.names[SKOS.notation], notation.typed(code, KG.term(scheme))) for scheme, code in codes if code]
        yield concept, rows


def _concept(name: str, label: str, notation: NTriples) -> Block:
    kinds = [(notation.names[TYPE], notation.kind(kind)) for kind in (SKOS.Concept, SEM.EventType)]
    return notation.subject(KG.term(name)), [*kinds, (notation.names[LABEL], notation.text(label))]


def role_block(event_type: str, role: str, notation: NTriples) -> Block:
    """A role as a property."""
    kinds = [(notation.names[TYPE], notation.kind(kind)) for kind in (RDF.Property, SEM.RoleType)]
    rows = [*kinds, (notation.names[LABEL], notation.text(role.replace("_", " ")))]
    if is_acting(event_type, role):
        rows.append((notation.names[RDFS.subPropertyOf], notation.ref(SEM.hasActor)))
    return notation.subject(KG.term(role)), rows


def relation_block(relation: str, notation: NTriples) -> Block:
    """A relation as a property, with the properties of other vocabularies that it is a case of."""
    name, known = notation.names, relation_type(relation)
    rows = [(name[TYPE], notation.kind(RDF.Property))]
    rows.append((name[LABEL], notation.text(known.label if known else relation.replace("_", " "))))
    if known:
        rows.append((name[RDFS.comment], notation.text(known.definition)))
        broader = RDFS.seeAlso if known.valued else RDFS.subPropertyOf  # what is valued leads elsewhere: to the post
        rows += [(name[broader], notation.ref(iri)) for iri in known.iris]
        rows += [(name[OWL.inverseOf], notation.ref(iri)) for iri in known.inverse_iris]
    return notation.subject(KG.term(relation)), rows


def value_block(subject: str, value: str, is_post: bool, notation: NTriples) -> Block:
    """Words at the end of a relation as a concept of its own; those of a membership are a post."""
    kinds = [KG.Value, SKOS.Concept, *([ORG.Role] if is_post else [])]
    rows = [(notation.names[TYPE], notation.kind(kind)) for kind in kinds]
    return subject, [*rows, (notation.names[LABEL], notation.text(value))]


def _lineage(event_type: str) -> list[EventType]:
    """The type and those above it, as far as the ontology knows them."""
    events = load_ontology().events
    found: list[EventType] = []
    name: str | None = event_type
    while name is not None and name in events and events[name] not in found:
        found.append(events[name])
        name = events[name].parent
    return found
