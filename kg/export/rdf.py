"""KnowledgeGraph -> RDF triples: the one place that says how the graph looks in RDF.

The triples of one subject follow each other, and their order depends on the content alone. There are no blank nodes: a fact
has the IRI of its edge, a phrase that of its article with the span as fragment (``…#char=7,10``, RFC 5147).

=============  ===========================================================================================================
article        ``schema:NewsArticle``, ``nif:Context``
entity         the classes of its type, ``sem:Actor`` if it acts, ``sem:Place`` if it is a place
event          ``sem:Event`` if it is said to have happened, ``kg:UnassertedEvent`` if it is planned, possible or denied
role           a triple with the role as property (and ``sem:hasActor``), and a ``kg:Participation`` with score and evidence
place, time    triples, and a ``kg:Relation`` (``rdf:Statement``) with score and evidence
evidence       a ``nif:Phrase`` with its words, its sentence and the places of both in the article
its score      ``itsrdf:taConfidence`` of a phrase that names one thing; else a ``prov:qualifiedDerivation``
=============  ===========================================================================================================
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Triple

from kg.export.concepts import entity_classes, event_classes, is_acting, role_triples, type_triples
from kg.export.terms import Row, dated, decimal, describe, index, time_rows
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
    PREFIXES,
    PROV,
    RDF,
    SCHEMA,
    SCORE,
    SEM,
    SKOS,
    TYPE,
    VOID,
    XSD,
)
from kg.graph import KnowledgeGraph
from kg.graph.attributes import ARTICLE, MENTIONED_IN, PLACE_ROLE, REPORTED_IN, fact_id, kind_of
from kg.graph.nodes import is_asserted
from kg.model import Entity, Event, EventTime, Evidence, Participation, Source

if TYPE_CHECKING:
    import rdflib

Span = tuple[str, int, int]


def triples(graph: KnowledgeGraph) -> Iterator[Triple]:
    """All that the graph says: header, event types and roles, articles, entities, events with their facts, phrases."""
    return _Mapping(graph).triples()


def prefixes(graph: KnowledgeGraph) -> dict[str, str]:
    """Names of namespaces for readable files: the vocabularies, and ``person:`` for ``<base>person/`` and its like.

    Articles have none: with one, every phrase of theirs would be full of escapes.
    """
    base = graph.header.base
    kinds = {node.id.partition("/")[0] for node in graph} - {ARTICLE}
    return PREFIXES | {kind: f"{base}{kind}/" for kind in sorted({*kinds, "fact"})}


def to_rdflib(graph: KnowledgeGraph) -> rdflib.Graph:
    """The same triples in rdflib."""
    import rdflib

    def convert(term: object) -> rdflib.URIRef | rdflib.Literal:
        if not isinstance(term, Literal):
            return rdflib.URIRef(str(term)[1:-1])
        datatype = None if term.datatype == XSD.string else rdflib.URIRef(term.datatype.value)
        return rdflib.Literal(term.value, datatype=datatype, normalize=False)

    target = rdflib.Graph(bind_namespaces="none")
    for prefix, iri in prefixes(graph).items():
        target.bind(prefix, iri)
    for triple in triples(graph):
        target.add((convert(triple.subject), convert(triple.predicate), convert(triple.object)))
    return target


class _Mapping:
    """The mapping of one graph, with what has to be known of the whole before the first triple."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self.header = graph.header
        self.labels = {article.id: article.label for article in graph.articles()}
        records = graph.to_resolution()
        self.sources, self.entities, self.events = records.sources, records.entities, records.events
        self.phrases = {_span(piece): piece for piece in records.all_evidence()}
        self.meant: dict[Span, list[tuple[str, Evidence]]] = defaultdict(list)
        named = [(thing.id, thing.evidence) for thing in self.entities] + [(event.id, event.evidence) for event in self.events]
        for thing, evidence in named:
            for piece in evidence:
                self.meant[_span(piece)].append((thing, piece))
        parts = [(event.type, part) for event in self.events for part in event.participations]
        self.roles = {part.role: event_type for event_type, part in parts if part.role != PLACE_ROLE}
        self.acting = {part.entity for event_type, part in parts if is_acting(event_type, part.role)}

    def triples(self) -> Iterator[Triple]:
        yield from self.dataset()
        yield from self.ontology()
        for source in self.sources:
            yield from self.article(source)
        for entity in self.entities:
            yield from self.entity(entity)
        for event in self.events:
            yield from self.event(event)
        for span in sorted(self.phrases):
            yield from self.phrase(span)

    # ---- what holds for the file ---------------------------------------------------------------------------------

    def dataset(self) -> Iterator[Triple]:
        rows: list[Row] = [(TYPE, VOID.Dataset)]
        rows += [(term, Literal(getattr(self.header, name))) for name, term in HEADER_FIELDS.items()]
        rows += [(KG.phrases, Literal(len(self.phrases)))]  # a file cut short has fewer
        return describe(self.iri("dataset"), rows)

    def ontology(self) -> Iterator[Triple]:
        types = sorted({event.type for event in self.events})
        yield from dict.fromkeys(triple for name in types for triple in type_triples(name))  # ancestors are shared
        for role, event_type in sorted(self.roles.items()):
            yield from role_triples(event_type, role)

    # ---- nodes ---------------------------------------------------------------------------------------------------

    def article(self, source: Source) -> Iterator[Triple]:
        rows: list[Row] = [(TYPE, SCHEMA.NewsArticle), (TYPE, NIF.Context), (TYPE, PROV.Entity)]
        rows += [(LABEL, Literal(self.labels[source.id]))]
        values = ((term, getattr(source, name)) for name, term in ARTICLE_FIELDS.items())
        rows += [(term, dated(value) if term == SCHEMA.datePublished else Literal(value)) for term, value in values if value]
        return describe(self.iri(source.id), rows)

    def entity(self, entity: Entity) -> Iterator[Triple]:
        rows: list[Row] = [(TYPE, name) for name in entity_classes(entity.type, entity.id in self.acting)]
        rows += [(LABEL, Literal(entity.name)), (KG.kind, Literal(kind_of(entity.type)))]
        rows += [(SKOS.altLabel, Literal(alias)) for alias in entity.aliases]
        rows += [(SCORE, decimal(entity.score)), *self.subject_of(entity.evidence)]
        return self.with_shared(entity.id, rows, MENTIONED_IN, entity.evidence)

    def event(self, event: Event) -> Iterator[Triple]:
        asserted = is_asserted(event.certainty, event.polarity)
        rows: list[Row] = [(TYPE, name) for name in event_classes(event.type, asserted)]
        rows += [(SEM.eventType, KG.term(event.type))]
        rows += [(term, Literal(getattr(event, name))) for name, term in EVENT_FIELDS.items()]
        rows += [(SCORE, decimal(event.score)), *self.shortcuts(event), *(time_rows(event.time) if event.time else ())]
        rows += self.subject_of(event.evidence)
        yield from self.with_shared(event.id, rows, REPORTED_IN, event.evidence)
        for part in event.participations:
            yield from self.participation(event.id, part)
        if event.time:
            yield from self.time(event.id, event.time)

    def shortcuts(self, event: Event) -> Iterator[Row]:
        """One triple a role, so that a question need not know what backs it."""
        for part in event.participations:
            if is_acting(event.type, part.role):
                yield SEM.hasActor, self.iri(part.entity)
        for part in event.participations:
            terms = (SEM.hasPlace, SCHEMA.location) if part.role == PLACE_ROLE else (KG.term(part.role),)
            yield from ((term, self.iri(part.entity)) for term in terms)

    def subject_of(self, evidence: Iterable[Evidence]) -> list[Row]:
        return [(SCHEMA.subjectOf, self.iri(article)) for article in sorted({piece.article for piece in evidence})]

    # ---- facts and what they rest on -----------------------------------------------------------------------------

    def participation(self, event: str, part: Participation) -> Iterator[Triple]:
        entity = self.iri(part.entity)
        if part.role == PLACE_ROLE:
            rows = self.statement(event, SEM.hasPlace, entity)
        else:
            rows = [(TYPE, KG.Participation), (TYPE, SEM.Role), (KG.event, self.iri(event))]
            rows += [(RDF.value, entity), (SEM.roleType, KG.term(part.role))]
        return self.fact(fact_id(event, part.role, part.entity), rows, part.score, part.evidence)

    def time(self, event: str, time: EventTime) -> Iterator[Triple]:
        rows = self.statement(event, KG.timex, Literal(time.value))
        return self.fact(f"fact/{event.replace('/', '.')}.time", rows, time.score, time.evidence)

    def statement(self, event: str, predicate: NamedNode, value: NamedNode | Literal) -> list[Row]:
        about: list[Row] = [(RDF.subject, self.iri(event)), (RDF.predicate, predicate), (RDF.object, value)]
        return [(TYPE, KG.Relation), (TYPE, RDF.Statement), *about]

    def fact(self, fact: str, rows: list[Row], score: float, evidence: Iterable[Evidence]) -> Iterator[Triple]:
        phrases = [(PROV.wasDerivedFrom, self.phrase_iri(_span(piece))) for piece in evidence]
        derivations = {f"{fact}.{_local(piece)}": piece for piece in evidence}
        yield from self.derived(fact, [*rows, (SCORE, decimal(score)), *phrases], derivations)

    def with_shared(self, thing: str, rows: list[Row], relation: str, evidence: Iterable[Evidence]) -> Iterator[Triple]:
        """A node with the scores of the phrases that name another thing, too, and so cannot carry them themselves."""
        shared = [piece for piece in evidence if len(self.meant[_span(piece)]) > 1]
        derivations = {f"{fact_id(thing, relation, '')}{_local(piece)}": piece for piece in shared}
        return self.derived(thing, rows, derivations)

    def derived(self, subject: str, rows: list[Row], derivations: dict[str, Evidence]) -> Iterator[Triple]:
        scored = [(self.iri(name), piece, piece.score) for name, piece in derivations.items() if piece.score is not None]
        yield from describe(self.iri(subject), [*rows, *((PROV.qualifiedDerivation, iri) for iri, *_ in scored)])
        for iri, piece, score in scored:
            phrase = self.phrase_iri(_span(piece))
            yield from describe(iri, [(TYPE, PROV.Derivation), (PROV.entity, phrase), (SCORE, decimal(score))])

    def phrase(self, span: Span) -> Iterator[Triple]:
        piece, meant = self.phrases[span], self.meant[span]
        rows: list[Row] = [(TYPE, NIF.Phrase), (NIF.referenceContext, self.iri(piece.article))]
        rows += [(term, index(getattr(piece, name))) for name, term in PHRASE_NUMBERS.items()]
        texts = ((term, getattr(piece, name)) for name, term in PHRASE_TEXTS.items())
        rows += [(term, Literal(text)) for term, text in texts if text]
        rows += [(ITSRDF.taIdentRef, self.iri(thing)) for thing, _ in meant]
        if len(meant) == 1 and (score := meant[0][1].score) is not None:
            rows += [(ITSRDF.taConfidence, decimal(score))]
        return describe(self.phrase_iri(span), rows)

    # ---- IRIs ----------------------------------------------------------------------------------------------------

    def iri(self, node: str) -> NamedNode:
        return NamedNode(self.header.base + node)

    def phrase_iri(self, span: Span) -> NamedNode:
        article, start, end = span
        fragment = "/" if "#" in self.header.base else "#"  # an IRI has one fragment at most
        return self.iri(f"{article}{fragment}char={start},{end}")


def _span(piece: Evidence) -> Span:
    return piece.article, piece.start, piece.end


def _local(piece: Evidence) -> str:
    return f"{piece.article.replace('/', '.')}.{piece.start}-{piece.end}"
