"""Lasting relations in RDF: plain triples for short questions, and a node each for what they rest on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from kg.export import concepts
from kg.export.notation import NTriples, Row
from kg.export.rows import Block, Rows
from kg.export.vocabulary import KG, ORG, RDF, SCHEMA, TIME, TYPE
from kg.graph.attributes import value_id
from kg.model import Relation

HOLDS_POSITION: Final = "holds_position"


def statement_rows(subject: str, predicate: str, value: str, notation: NTriples, rdf12: bool) -> list[Row]:
    """A triple as something that can be spoken of; subject and predicate are IRIs, the value is written already."""
    name, to = notation.names, notation
    if rdf12:
        triple = to.triple(to.ref(subject), to.ref(predicate), value)
        return [(name[TYPE], to.kind(KG.Relation)), (name[RDF.reifies], triple)]
    kinds = [(name[TYPE], to.kind(kind)) for kind in (KG.Relation, RDF.Statement)]
    return [*kinds, (name[RDF.subject], to.ref(subject)), (name[RDF.predicate], to.ref(predicate)), (name[RDF.object], value)]


class Relations(Rows):
    """The lasting relations of one graph."""

    def __init__(self, relations: Sequence[Relation], base: str, notation: NTriples, rdf12: bool) -> None:
        super().__init__(base, notation)
        self.relations, self.rdf12 = relations, rdf12
        self._rows: dict[str, dict[Row, None]] = defaultdict(dict)
        for relation in relations:
            for subject, row in self.plain(relation):
                self._rows[subject][row] = None

    def rows(self, entity: str) -> list[Row]:
        """The relations of an entity that are not over, from both of their ends."""
        return sorted(self._rows.get(entity, ()))

    def plain(self, relation: Relation) -> Iterator[tuple[str, Row]]:
        """A relation that is not over as plain triples: (id of the subject, row)."""
        if relation.former:
            return
        own = KG.term(relation.type)
        yield relation.subject, (self.name[own], self._end(relation))
        if relation.type == HOLDS_POSITION and relation.value:
            yield relation.subject, self.text(SCHEMA.jobTitle, relation.value)
        known = concepts.relation_type(relation.type)
        if known and known.valued:  # what other vocabularies have is the way to the post, not to the body
            post = value_id(relation.value) if relation.value else None
            yield from ((relation.subject, self.ref(iri, post)) for iri in known.iris if post)
        elif known and relation.object:
            yield from ((relation.subject, self.ref(iri, relation.object)) for iri in known.iris)
            yield from ((relation.object, self.ref(iri, relation.subject)) for iri in known.inverse_iris)
            back = (own, *known.iris) if known.symmetric else ()
            yield from ((relation.object, self.ref(iri, relation.subject)) for iri in back)

    def statement(self, relation: Relation) -> Iterator[Row]:
        """What the node of a relation says, but for score and evidence; a post is a membership, too."""
        if relation.type in concepts.MEMBERSHIPS:
            yield self.kind(ORG.Membership)
        yield from statement_rows(
            self.base + relation.subject, KG.term(relation.type), self._end(relation), self.to, self.rdf12
        )
        if relation.value:
            yield self.text(KG.value, relation.value)
        yield self.name[KG.former], self.to.truth(relation.former)
        yield from self._dates(relation)
        if relation.type not in concepts.MEMBERSHIPS:
            return
        yield self.ref(ORG.member, relation.subject)
        if relation.object:
            yield self.ref(ORG.organization, relation.object)
        if relation.value:
            yield self.ref(ORG.role, value_id(relation.value))
        if relation.begin or relation.end:
            yield self.ref(ORG.memberDuring, f"{relation.id}/period")

    def period(self, relation: Relation) -> Iterator[Block]:
        """The time of a membership, which ORG has as a node."""
        if relation.type in concepts.MEMBERSHIPS and (relation.begin or relation.end):
            yield self.node(f"{relation.id}/period"), [self.kind(TIME.Interval), *self._dates(relation)]

    def ontology(self) -> Iterator[Block]:
        """The relations as properties, and their values as concepts."""
        for name in sorted({relation.type for relation in self.relations}):
            yield concepts.relation_block(name, self.to)
        values: dict[str, bool] = {}
        for relation in self.relations:
            is_post = relation.type in concepts.MEMBERSHIPS
            if relation.value:
                values[relation.value] = values.get(relation.value, False) or is_post
        for value, is_post in sorted(values.items()):
            yield concepts.value_block(self.node(value_id(value)), value, is_post, self.to)

    def _end(self, relation: Relation) -> str:
        return self.to.ref(self.base + (relation.object or value_id(relation.value or "")))

    def _dates(self, relation: Relation) -> list[Row]:
        days = ((SCHEMA.startDate, relation.begin), (SCHEMA.endDate, relation.end))
        return [(self.name[term], self.to.dated(day)) for term, day in days if day]
