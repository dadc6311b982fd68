"""Our own ontology as Turtle: what the terms of ``kg:`` mean, with the event types and relations of `kg.ontology`.

``python -m kg.export.ontology > kg/ontology/kg.ttl`` writes it anew after a change of either.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Final, NamedTuple

from kg.export import concepts
from kg.export.notation import Row, Turtle
from kg.export.rows import Block
from kg.export.turtle import subjects
from kg.export.vocabulary import (
    KG,
    LABEL,
    OWL,
    PREFIXES,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    SEM,
    SKOS,
    TYPE,
    VOID,
    XSD,
)
from kg.ontology import load_ontology

_NIF_PHRASE: Final = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#Phrase"


class Term(NamedTuple):
    """A term of ``kg:``; parent is a more general term, domain and range are classes or datatypes."""

    name: str
    comment: str
    parent: str = ""
    domain: str = ""
    range: str = ""


CLASSES: Final = (
    Term(
        "UnassertedEvent", "What is planned, merely possible or denied. Never a sem:Event, so that no query counts it as one."
    ),
    Term("Participation", "The part of somebody in an event, with its score and the phrases that say so.", SEM.Role),
    Term(
        "Relation", "A triple that is spoken of: its score, its phrases and, of a lasting relation, when it held.", PROV.Entity
    ),
    Term("Difference", "Claims of articles about one event that cannot all be true."),
    Term("Claim", "What some articles say of an event where others say something else.", PROV.Entity),
    Term("Link", "An entry of a gazetteer or authority file that an entity is, or may be, with a score."),
    Term("Value", "Words at the end of a relation that name a post or degree and no entity (“military expert”).", SKOS.Concept),
)
PROPERTIES: Final = (
    Term(
        "score",
        "How sure kg is, 0 to 1: of an entity, that its mentions are one thing; of a fact, that it is said.",
        "",
        "",
        XSD.decimal,
    ),
    Term("kind", "What sort of thing an entity is: person, organization, place, facility, group, product, named_event."),
    Term("certainty", "How the articles put an event: certain, probable, possible, planned."),
    Term("polarity", "Whether an event is said to have happened (positive) or not to have happened (negative)."),
    Term("tense", "When an event is told: past, present, future, none."),
    Term("timex", "The time of an event as a TIMEX3 value, as coarse as the articles have it (2023-09, 2023-W37)."),
    Term("granularity", "How coarse the time of an event is: day, week, month, year, range."),
    Term("event", "The event of a participation.", "", KG.Participation),
    Term("difference", "Where the articles that report an event differ.", "", "", KG.Difference),
    Term(
        "aspect",
        "What articles differ about: duration, number, participant, place, status or time.",
        "",
        KG.Difference,
        XSD.string,
    ),
    Term(
        "of", "The role that is filled or counted, where articles differ about who or how many.", "", KG.Difference, XSD.string
    ),
    Term(
        "claim",
        "One of the claims that differ; its label says it in words, rdf:value is whom or what it names.",
        "",
        KG.Difference,
        KG.Claim,
    ),
    Term("value", "The words of a relation: of a post, its name (“President”).", "", KG.Relation, XSD.string),
    Term(
        "former",
        "Whether a lasting relation is stated as past only. Then no plain triple stands beside it.",
        "",
        KG.Relation,
        XSD.boolean,
    ),
    Term("link", "The entry that an entity is.", "", "", KG.Link),
    Term("candidate", "An entry that an entity may be.", "", "", KG.Link),
    Term("entry", "The IRI of the entry of a gazetteer or authority file.", "", KG.Link),
    Term("entryKind", "What an entry is: country, capital, city, region, continent and the like.", "", KG.Link),
    Term("wikidata", "The item of an entry in Wikidata (Q649).", "", KG.Link),
    Term(
        "within", "The IRIs of the entries that contain an entry, the narrowest first, with a space between them.", "", KG.Link
    ),
    Term("path", "The file that an article was read from.", "", SCHEMA.NewsArticle),
    Term("sha256", "The SHA-256 of the text that was analysed.", "", SCHEMA.NewsArticle),
    Term("sentence", "The sentence that a phrase stands in.", "", _NIF_PHRASE),
    Term(
        "sentenceBegin",
        "Where the sentence begins, in code points from the start of the text.",
        "",
        _NIF_PHRASE,
        XSD.nonNegativeInteger,
    ),
    Term("sentenceEnd", "Where it ends, exclusive.", "", _NIF_PHRASE, XSD.nonNegativeInteger),
    Term("generator", "Name and version of the program that made a graph.", "", VOID.Dataset),
    Term("config", "A hash of the settings of the run.", "", VOID.Dataset),
    Term("model", "Name and version of the language model that read the articles.", "", VOID.Dataset),
    Term("phrases", "How many phrases a graph has, so that a file that was cut short is known.", "", VOID.Dataset, XSD.integer),
)
DATATYPES: Final = (
    Term("plover", "A code of PLOVER (names of 2021: CONSULT, ACCUSE …)."),
    Term("cameo", "A code of CAMEO (040 …)."),
    Term("escaped", "A text with the escapes of JSON, for characters that RDF/XML has no way to write."),
)


def blocks(to: Turtle) -> Iterator[Block]:
    """The whole ontology."""
    header = [(TYPE, to.kind(OWL.Ontology)), (LABEL, to.text("kg")), (RDFS.comment, to.text(_COMMENT))]
    yield f"<{KG.iri.rstrip('#')}>", [(to.names[term], value) for term, value in header]
    for kind, terms in ((OWL.Class, CLASSES), (RDF.Property, PROPERTIES), (RDFS.Datatype, DATATYPES)):
        yield from (_term_block(term, kind, to) for term in terms)
    ontology = load_ontology()
    types = (block for name in sorted(ontology.events) for block in concepts.type_blocks(name, to))
    yield from {subject: (subject, rows) for subject, rows in types}.values()
    roles = {role: event.name for event in ontology.events.values() for role in event.roles}
    yield from (concepts.role_block(event, role, to) for role, event in sorted(roles.items()))
    yield from (concepts.relation_block(relation, to) for relation in sorted(ontology.relations))


_COMMENT: Final = (
    "What the graphs of kg say beyond SEM, schema.org, NIF, PROV-O, SKOS, ORG and GeoSPARQL: scores, certainty, links to"
    " gazetteers, and the types of events, roles and lasting relations that kg finds."
)


def _term_block(term: Term, kind: str, to: Turtle) -> Block:
    parent = RDFS.subClassOf if kind == OWL.Class else RDFS.subPropertyOf
    rows: list[Row] = [(to.names[TYPE], to.kind(kind)), (to.names[LABEL], to.text(_spaced(term.name)))]
    rows.append((to.names[RDFS.comment], to.text(term.comment)))
    more = ((parent, term.parent), (RDFS.domain, term.domain), (RDFS.range, term.range), (RDFS.isDefinedBy, KG.iri.rstrip("#")))
    return to.subject(KG.term(term.name)), rows + [(to.names[name], to.ref(iri)) for name, iri in more if iri]


def _spaced(name: str) -> str:
    """``sentenceBegin`` in words."""
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()


def turtle() -> bytes:
    """The ontology as a file."""
    head = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    return head.encode() + b"".join(subjects(blocks(Turtle(PREFIXES))))


if __name__ == "__main__":
    sys.stdout.buffer.write(turtle())
