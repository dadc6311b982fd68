"""RDF triples -> KnowledgeGraph: the inverse of `kg.export.rdf`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.errors import GraphError
from kg.export.terms import BEGINS, ENDS
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


def read_triples(triples: Iterable[Triple | Quad]) -> KnowledgeGraph:
    """The graph that the triples describe. Further triples do not disturb, missing ones do.

    Raises:
        GraphError: this is no graph of kg, or only a part of one.
    """
    reader = _Reader(triples)
    try:
        return assemble(reader.resolution(), reader.header)
    except ValueError as error:
        raise GraphError(f"not a graph of kg: {error}") from error


@dataclass(frozen=True, slots=True)
class _Subject:
    """All that is said of one subject: property -> values."""

    iri: str
    values: dict[NamedNode, list[str]] = field(default_factory=lambda: defaultdict(list))

    def all(self, term: NamedNode) -> list[str]:
        return self.values.get(term, [])

    def get(self, *terms: NamedNode) -> str | None:
        """The value of the first of these properties that has one."""
        return next((value for term in terms for value in self.all(term)), None)

    def one(self, term: NamedNode) -> str:
        if (value := self.get(term)) is None:
            raise GraphError(f"not a whole graph of kg: {term} of <{self.iri}> is missing")
        return value

    def score(self) -> float:
        return float(self.one(SCORE))


class _Reader:
    def __init__(self, triples: Iterable[Triple | Quad]) -> None:
        self.subjects: dict[str, _Subject] = {}
        for triple in triples:
            if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal):
                subject = self.subjects.setdefault(triple.subject.value, _Subject(triple.subject.value))
                subject.values[triple.predicate].append(triple.object.value)
        self.header = self._header()
        self.scores = {
            (subject.iri, self._subject(derivation).one(PROV.entity)): self._subject(derivation).score()
            for subject in self.subjects.values()
            for derivation in subject.all(PROV.qualifiedDerivation)
        }
        self.phrases = {phrase.iri: self._evidence(phrase) for phrase in self._of_type(NIF.Phrase)}
        self._check_whole()
        self.mentions = self._mentions()

    def resolution(self) -> Resolution:
        kinds = (subject for subject in self.subjects.values() if subject.all(KG.kind))
        events = (subject for subject in self.subjects.values() if subject.all(SEM.eventType))
        parts, times = self._facts()
        return Resolution(
            sources=tuple(map(self._source, self._of_type(SCHEMA.NewsArticle))),
            entities=tuple(map(self._entity, kinds)),
            events=tuple(self._event(event, parts[event.iri], times.get(event.iri)) for event in events),
            entity_of={},
            event_of={},
        )

    # ---- the file ------------------------------------------------------------------------------------------------

    def _header(self) -> Header:
        for dataset in self._of_type(VOID.Dataset):
            if dataset.all(KG.generator):
                return Header(**{name: dataset.one(term) for name, term in HEADER_FIELDS.items()})
        raise GraphError("not a graph of kg: no void:Dataset with a kg:generator in it")

    def _check_whole(self) -> None:
        expected = self._subject(self.header.base + "dataset").one(KG.phrases)
        if int(expected) != len(self.phrases):
            raise GraphError(f"not a whole graph of kg: {len(self.phrases)} phrases instead of {expected}")

    def _of_type(self, kind: NamedNode) -> Iterator[_Subject]:
        return (subject for subject in self.subjects.values() if kind.value in subject.all(TYPE))

    def _subject(self, iri: str) -> _Subject:
        return self.subjects.get(iri) or _Subject(iri)

    def _id(self, iri: str) -> str:
        if not iri.startswith(self.header.base):
            raise GraphError(f"not a graph of kg: <{iri}> is outside of <{self.header.base}>")
        return iri[len(self.header.base) :]

    # ---- evidence ------------------------------------------------------------------------------------------------

    def _evidence(self, phrase: _Subject) -> Evidence:
        numbers = {name: int(phrase.one(term)) for name, term in PHRASE_NUMBERS.items()}
        texts = {name: phrase.get(term) or "" for name, term in PHRASE_TEXTS.items()}
        return Evidence(article=self._id(phrase.one(NIF.referenceContext)), **numbers, **texts)  # type: ignore[arg-type]

    def _mentions(self) -> dict[str, list[Evidence]]:
        """What names a thing: IRI of the thing -> evidence."""
        mentions = defaultdict(list)
        for iri, evidence in self.phrases.items():
            confidence = self.subjects[iri].get(ITSRDF.taConfidence)
            for thing in self.subjects[iri].all(ITSRDF.taIdentRef):
                score = None if confidence is None else float(confidence)
                mentions[thing].append(replace(evidence, score=self.scores.get((thing, iri), score)))
        return mentions

    def _derived_from(self, fact: _Subject) -> tuple[Evidence, ...]:
        phrases = fact.all(PROV.wasDerivedFrom)
        if missing := [phrase for phrase in phrases if phrase not in self.phrases]:
            raise GraphError(f"not a whole graph of kg: <{missing[0]}> is missing")
        return tuple(replace(self.phrases[phrase], score=self.scores.get((fact.iri, phrase))) for phrase in phrases)

    # ---- records -------------------------------------------------------------------------------------------------

    def _source(self, article: _Subject) -> Source:
        known = {name: article.get(term) for name, term in ARTICLE_FIELDS.items()}
        required = {name: known[name] or "" for name in ("language", "path", "text_sha256")}
        return Source(self._id(article.iri), **(known | required))  # type: ignore[arg-type]

    def _entity(self, entity: _Subject) -> Entity:
        return Entity(
            id=self._id(entity.iri),
            type=type_of(entity.one(KG.kind)),
            name=entity.one(LABEL),
            aliases=tuple(entity.all(SKOS.altLabel)),
            score=entity.score(),
            evidence=tuple(self.mentions[entity.iri]),
        )

    def _event(self, event: _Subject, parts: list[Participation], time: _Subject | None) -> Event:
        fields = {name: event.one(term) for name, term in EVENT_FIELDS.items()}
        return Event(
            id=self._id(event.iri),
            type=event.one(SEM.eventType).removeprefix(KG.iri),
            participations=tuple(parts),
            time=self._time(event, time) if time else None,
            score=event.score(),
            evidence=tuple(self.mentions[event.iri]),
            **fields,  # type: ignore[arg-type]
        )

    def _time(self, event: _Subject, fact: _Subject) -> EventTime:
        return EventTime(
            **{name: event.one(term) for name, term in TIME_FIELDS.items()},
            begin=event.get(*BEGINS),
            end=event.get(*ENDS),
            score=fact.score(),
            evidence=self._derived_from(fact),
        )

    def _facts(self) -> tuple[dict[str, list[Participation]], dict[str, _Subject]]:
        """The roles of each event, and the fact that says when it was."""
        parts: dict[str, list[Participation]] = defaultdict(list)
        times: dict[str, _Subject] = {}
        for fact in self._of_type(KG.Participation):
            role = fact.one(SEM.roleType).removeprefix(KG.iri)
            parts[fact.one(KG.event)].append(self._part(fact, role, fact.one(RDF.value)))
        for fact in self._of_type(KG.Relation):
            event = fact.one(RDF.subject)
            if fact.one(RDF.predicate) == SEM.hasPlace.value:
                parts[event].append(self._part(fact, PLACE_ROLE, fact.one(RDF.object)))
            elif fact.one(RDF.predicate) == KG.timex.value:
                times[event] = fact
        return parts, times

    def _part(self, fact: _Subject, role: str, entity: str) -> Participation:
        return Participation(role, self._id(entity), fact.score(), self._derived_from(fact))
