"""The terms of the RDF export, and which field of a record is which property: one table for writing and for reading.

Events are those of SEM, with the classes of schema.org beside them; mentions are phrases of NIF 2.0 that ITS RDF ties to what
they name; provenance is PROV-O, event types are SKOS concepts, posts are memberships of ORG, coordinates those of WGS84 and
GeoSPARQL. What these have no word for is in our own namespace ``kg:`` (`kg/ontology/kg.ttl` explains it).
"""

from __future__ import annotations

from typing import Final


class Namespace:
    """An IRI whose terms are its attributes: ``SEM.hasActor``."""

    def __init__(self, iri: str) -> None:
        self.iri = iri

    def __getattr__(self, name: str) -> str:
        if name.startswith("__"):
            raise AttributeError(name)
        term = self.__dict__[name] = self.iri + name  # found there from now on
        return term

    def term(self, name: str) -> str:
        """The term of this name, where it is no Python name or not known beforehand."""
        return self.iri + name


RDF: Final = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS: Final = Namespace("http://www.w3.org/2000/01/rdf-schema#")
XSD: Final = Namespace("http://www.w3.org/2001/XMLSchema#")
SKOS: Final = Namespace("http://www.w3.org/2004/02/skos/core#")
VOID: Final = Namespace("http://rdfs.org/ns/void#")
PROV: Final = Namespace("http://www.w3.org/ns/prov#")
SEM: Final = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
SCHEMA: Final = Namespace("https://schema.org/")
NIF: Final = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
ITSRDF: Final = Namespace("http://www.w3.org/2005/11/its/rdf#")
ORG: Final = Namespace("http://www.w3.org/ns/org#")
OWL: Final = Namespace("http://www.w3.org/2002/07/owl#")
TIME: Final = Namespace("http://www.w3.org/2006/time#")
WGS: Final = Namespace("http://www.w3.org/2003/01/geo/wgs84_pos#")
GEO: Final = Namespace("http://www.opengis.net/ont/geosparql#")
WD: Final = Namespace("http://www.wikidata.org/entity/")
KG: Final = Namespace("https://w3id.org/kg/ontology#")

PREFIXES: Final = {
    "rdf": RDF.iri,
    "rdfs": RDFS.iri,
    "xsd": XSD.iri,
    "owl": OWL.iri,
    "skos": SKOS.iri,
    "void": VOID.iri,
    "prov": PROV.iri,
    "sem": SEM.iri,
    "schema": SCHEMA.iri,
    "org": ORG.iri,
    "time": TIME.iri,
    "wgs": WGS.iri,
    "geosparql": GEO.iri,
    "wd": WD.iri,
    "nif": NIF.iri,
    "itsrdf": ITSRDF.iri,
    "kg": KG.iri,
}
"""Names of namespaces; ``wgs:`` and ``geosparql:`` are both called ``geo:`` elsewhere, which is a scheme of IRIs, too."""

TYPE: Final = RDF.type
LABEL: Final = RDFS.label
SCORE: Final = KG.score

# Fields of `kg.model` records and their properties, in the order of the file. What is text in the model is a plain literal,
# but for the dates, whose datatype follows from their form.
ARTICLE_FIELDS: Final = {
    "title": SCHEMA.headline,
    "published": SCHEMA.datePublished,
    "publisher": SCHEMA.publisher,
    "url": SCHEMA.url,
    "language": SCHEMA.inLanguage,
    "path": KG.path,
    "text_sha256": KG.sha256,
}
EVENT_FIELDS: Final = {"label": LABEL, "certainty": KG.certainty, "polarity": KG.polarity, "tense": KG.tense}
TIME_FIELDS: Final = {"value": KG.timex, "granularity": KG.granularity}
DIFFERENCE_FIELDS: Final = {"aspect": KG.aspect, "of": KG.of}
PHRASE_NUMBERS: Final = {
    "start": NIF.beginIndex,
    "end": NIF.endIndex,
    "sentence_start": KG.sentenceBegin,
    "sentence_end": KG.sentenceEnd,
}
PHRASE_TEXTS: Final = {"text": NIF.anchorOf, "sentence": KG.sentence}
HEADER_FIELDS: Final = {"base": VOID.uriSpace, "generator": KG.generator, "config": KG.config, "model": KG.model}
LINK_TEXTS: Final = {"name": LABEL, "kind": KG.entryKind, "country": SCHEMA.addressCountry, "wikidata": KG.wikidata}
LINK_NUMBERS: Final = {"latitude": WGS.lat, "longitude": WGS.long}
