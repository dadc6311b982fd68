"""KnowledgeGraph -> RDF: the one place that says how the graph looks in RDF, whatever the format.

All that is said of one subject is a block, and the order of the blocks depends on the content alone. There are no blank
nodes: a fact has the IRI of its edge, a phrase that of its article with the span as fragment (``…#char=7,10``, RFC 5147).

=============  ===========================================================================================================
article        ``schema:NewsArticle``, ``nif:Context``
entity         the classes of its type, ``sem:Actor`` if it acts, ``sem:Place`` if it is a place
link           a ``kg:Link`` with the gazetteer's entry; of places ``owl:sameAs``, coordinates, what contains them
event          ``sem:Event`` if it is said to have happened, ``kg:UnassertedEvent`` if it is planned, possible or denied
role           a triple with the role as property (and ``sem:hasActor``), and a ``kg:Participation`` with score and evidence
place, time    triples, and a ``kg:Relation`` (``rdf:Statement``) with score and evidence
difference     a ``kg:Difference`` with two or more ``kg:Claim``, each with evidence
relation       triples unless it is over, and a ``kg:Relation`` with score, evidence and time; a post is an ``org:Membership``
evidence       a ``nif:Phrase`` with its words, its sentence and the places of both in the article
its score      ``itsrdf:taConfidence`` of a phrase that names one thing; else a ``prov:qualifiedDerivation``
=============  ===========================================================================================================
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.export import concepts
from kg.export.links import Places
from kg.export.notation import NTriples, Row
from kg.export.phrases import Phrases
from kg.export.relations import Relations, statement_rows
from kg.export.rows import Block, Rows
from kg.export.times import time_rows
from kg.export.vocabulary import (
    ARTICLE_FIELDS,
    DIFFERENCE_FIELDS,
    EVENT_FIELDS,
    HEADER_FIELDS,
    KG,
    LABEL,
    NIF,
    PREFIXES,
    PROV,
    RDF,
    SCHEMA,
    SCORE,
    SEM,
    SKOS,
    VOID,
)
from kg.graph import KnowledgeGraph
from kg.graph.attributes import ARTICLE, MENTIONED_IN, PLACE_ROLE, REPORTED_IN, fact_id, kind_of
from kg.graph.nodes import is_asserted
from kg.model import Claim, Entity, Event, EventTime, Participation, Source


def prefixes(graph: KnowledgeGraph) -> dict[str, str]:
    """Names of namespaces for readable files: the vocabularies, and ``person:`` for ``<base>person/`` and its like.

    Articles have none: with one, every phrase of theirs would be full of escapes.
    """
    base = graph.header.base
    kinds = {node.partition("/")[0] for node, _ in graph.node_attributes()} | {"fact", "relation", "value"}
    named = sorted(kind for kind in kinds - {ARTICLE, *PREFIXES} if kind[0].isalpha())
    return PREFIXES | {kind: f"{base}{kind}/" for kind in named}


class Mapping(Rows):
    """The blocks of one graph in one notation, with what has to be known of the whole before the first."""

    def __init__(self, graph: KnowledgeGraph, notation: NTriples, rdf12: bool = False) -> None:
        super().__init__(graph.header.base, notation)
        self.header, self.rdf12 = graph.header, rdf12
        self.labels = {article.id: article.label for article in graph.articles()}
        records = graph.to_resolution()
        self.sources, self.entities, self.events = records.sources, records.entities, records.events
        parts = [(event.type, part) for event in self.events for part in event.participations]
        self.roles = {part.role: event_type for event_type, part in parts if part.role != PLACE_ROLE}
        self.acting = {part.entity for event_type, part in parts if concepts.is_acting(event_type, part.role)}
        self.phrases = Phrases(records, self.base, notation)
        self.places = Places(self.entities, self.base, notation)
        self.lasting = Relations(records.relations, self.base, notation, rdf12)

    def blocks(self) -> Iterator[Block]:
        """All that the graph says: header, ontology, articles, entities, events, relations, phrases."""
        yield self.dataset()
        yield from self.ontology()
        yield from map(self.article, self.sources)
        yield from self.things()
        yield from map(self.phrases.block, sorted(self.phrases.pieces))

    def things(self) -> Iterator[Block]:
        """Entities, events and relations, each with its facts."""
        for entity in self.entities:
            yield from self.entity(entity)
        for event in self.events:
            yield from self.event(event)
        for relation in self.lasting.relations:
            yield from self.phrases.fact(relation.id, [*self.lasting.statement(relation)], relation.score, relation.evidence)
            yield from self.lasting.period(relation)

    # ---- what holds for the file ---------------------------------------------------------------------------------

    def dataset(self) -> Block:
        """The header."""
        rows = [self.kind(VOID.Dataset)]
        fields = ((term, getattr(self.header, field)) for field, term in HEADER_FIELDS.items())
        rows += [self.text(term, value) for term, value in fields if value]
        rows.append((self.name[KG.phrases], self.to.count(len(self.phrases.pieces))))  # a file cut short has fewer
        return self.node("dataset"), rows

    def ontology(self) -> Iterator[Block]:
        """The types, roles, relations and posts that the graph refers to."""
        types = sorted({event.type for event in self.events})
        blocks = (block for name in types for block in concepts.type_blocks(name, self.to))
        yield from {subject: (subject, rows) for subject, rows in blocks}.values()  # ancestors are shared
        for role, event_type in sorted(self.roles.items()):
            yield concepts.role_block(event_type, role, self.to)
        yield from self.lasting.ontology()

    # ---- nodes ---------------------------------------------------------------------------------------------------

    def article(self, source: Source) -> Block:
        """An article."""
        rows = [self.kind(SCHEMA.NewsArticle), self.kind(NIF.Context), self.kind(PROV.Entity)]
        rows.append(self.text(LABEL, self.labels[source.id]))
        values = ((term, getattr(source, field)) for field, term in ARTICLE_FIELDS.items())
        is_date = SCHEMA.datePublished.__eq__
        rows += [(self.name[t], self.to.dated(value) if is_date(t) else self.to.text(value)) for t, value in values if value]
        return self.node(source.id), rows

    def entity(self, entity: Entity) -> Iterator[Block]:
        """An entity, its link to the gazetteer, and the scores of phrases that it shares with others."""
        rows = self.named(entity)
        rows.append(self.text(KG.kind, kind_of(entity.type)))
        rows += [self.text(SKOS.altLabel, alias) for alias in entity.aliases]
        rows.append(self.number(SCORE, entity.score))
        rows += self.places.rows(entity)
        rows += self.lasting.rows(entity.id)
        rows += self.subject_of({piece.article for piece in entity.evidence})
        rows = list(dict.fromkeys(rows))  # "in Russia" may come from the gazetteer and from an article
        yield from self.phrases.thing(entity.id, rows, MENTIONED_IN, entity.evidence)
        yield from self.places.blocks(entity)

    def event(self, event: Event) -> Iterator[Block]:
        """An event with its roles, place and time."""
        rows = self.reported(event)
        rows += [self.text(term, getattr(event, field)) for field, term in EVENT_FIELDS.items() if term != LABEL]
        rows += [self.number(SCORE, event.score), *self.shortcuts(event, event.participations)]
        rows += time_rows(event.time, self.to) if event.time else ()
        rows += [self.ref(KG.difference, f"{event.id}/difference/{n}") for n in range(1, len(event.differences) + 1)]
        rows += self.subject_of({piece.article for piece in event.evidence})
        yield from self.phrases.thing(event.id, rows, REPORTED_IN, event.evidence)
        for part in event.participations:
            yield from self.participation(event.id, part)
        if event.time:
            yield from self.time(event.id, event.time)
        yield from self.differences(event)

    def named(self, entity: Entity) -> list[Row]:
        """What an entity is, and its name."""
        entry = entity.link.kind if entity.link else ""
        classes = concepts.entity_classes(entity.type, entity.id in self.acting, entry)
        return [*map(self.kind, classes), self.text(LABEL, entity.name)]

    def reported(self, event: Event) -> list[Row]:
        """What an event is, and its label."""
        classes = concepts.event_classes(event.type, is_asserted(event.certainty, event.polarity))
        return [
            *map(self.kind, classes),
            self.far(SEM.eventType, KG.term(event.type)),
            self.text(LABEL, event.label),
        ]

    def shortcuts(self, event: Event, parts: Iterable[Participation]) -> Iterator[Row]:
        """One triple a role, so that a question need not know what backs it."""
        parts = tuple(parts)
        actors = (part.entity for part in parts if concepts.is_acting(event.type, part.role))
        yield from (self.ref(SEM.hasActor, actor) for actor in dict.fromkeys(actors))
        for part in parts:
            terms = (SEM.hasPlace, SCHEMA.location) if part.role == PLACE_ROLE else (KG.term(part.role),)
            yield from (self.ref(term, part.entity) for term in terms)

    def subject_of(self, articles: Iterable[str]) -> list[Row]:
        """The articles that speak of a thing."""
        return [self.ref(SCHEMA.subjectOf, article) for article in sorted(articles)]

    # ---- facts and what they rest on -----------------------------------------------------------------------------

    def participation(self, event: str, part: Participation) -> Iterator[Block]:
        """The part of an entity in an event."""
        if part.role == PLACE_ROLE:
            rows = self.statement(event, SEM.hasPlace, self.to.ref(self.base + part.entity))
        else:
            rows = [self.kind(KG.Participation), self.kind(SEM.Role), self.ref(KG.event, event)]
            rows += [self.ref(RDF.value, part.entity), self.far(SEM.roleType, KG.term(part.role))]
        return self.phrases.fact(fact_id(event, part.role, part.entity), rows, part.score, part.evidence)

    def time(self, event: str, time: EventTime) -> Iterator[Block]:
        """What the time of an event rests on."""
        rows = self.statement(event, KG.timex, self.to.text(time.value))
        return self.phrases.fact(f"fact/{event.replace('/', '.')}.time", rows, time.score, time.evidence)

    def differences(self, event: Event) -> Iterator[Block]:
        """Where the articles differ about an event."""
        for number, difference in enumerate(event.differences, 1):
            node = f"{event.id}/difference/{number}"
            texts = ((term, getattr(difference, field)) for field, term in DIFFERENCE_FIELDS.items())
            rows = [self.kind(KG.Difference), *(self.text(term, text) for term, text in texts if text)]
            claims = (f"{node}/claim/{n}" for n in range(1, len(difference.claims) + 1))
            yield self.node(node), rows + [self.ref(KG.claim, claim) for claim in claims]
        for name, claim in self.claims(event):
            yield from self.phrases.fact(name, self.claim(claim), None, claim.evidence)

    def claims(self, event: Event) -> Iterator[tuple[str, Claim]]:
        """All claims about an event, with the ids of their nodes."""
        for number, difference in enumerate(event.differences, 1):
            yield from ((f"{event.id}/difference/{number}/claim/{n}", claim) for n, claim in enumerate(difference.claims, 1))

    def claim(self, claim: Claim) -> list[Row]:
        """What some articles say of an event."""
        means = [] if claim.node is None else [self.ref(RDF.value, claim.node)]
        return [self.kind(KG.Claim), self.text(LABEL, claim.value), *means]

    def statement(self, event: str, predicate: str, value: str) -> list[Row]:
        """A place or time of an event as something that can be spoken of."""
        return statement_rows(self.base + event, predicate, value, self.to, self.rdf12)
