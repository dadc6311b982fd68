"""RDF triples -> KnowledgeGraph: the inverse of `kg.export.rdf`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from pyoxigraph import Quad

from kg.errors import GraphError
from kg.export.columns import Columns, read_columns
from kg.export.times import BEGINS, ENDS
from kg.export.vocabulary import (
    ARTICLE_FIELDS,
    DIFFERENCE_FIELDS,
    EVENT_FIELDS,
    HEADER_FIELDS,
    ITSRDF,
    KG,
    LABEL,
    LINK_NUMBERS,
    LINK_TEXTS,
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
from kg.model import (
    Claim,
    Difference,
    Entity,
    Event,
    EventTime,
    Evidence,
    Link,
    Participation,
    Relation,
    Resolution,
    Source,
)

_FALSE: Final = frozenset({"false", "0"})


def read_quads(quads: Iterable[Quad]) -> KnowledgeGraph:
    """The graph that the quads describe, in whatever named graphs they stand. Further ones do not disturb, missing ones do.

    Raises:
        GraphError: this is no graph of kg, or only a part of one.
    """
    reader = _Reader(read_columns(quads))
    try:
        return assemble(reader.resolution(), reader.header)
    except ValueError as error:
        raise GraphError(f"not a graph of kg: {error}") from error


class _Reader:
    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self.dataset = self._dataset()
        self.header = Header(**{field: self.columns.text(self.dataset, term) for field, term in HEADER_FIELDS.items()})
        derivations = columns[PROV.qualifiedDerivation]
        self.scores = {
            (subject, self.columns.one(derivation, PROV.entity)): self._score(derivation)
            for subject in derivations
            for derivation in derivations.all(subject)
        }
        self.phrases = self._phrases()
        self.mentions = self._mentions()

    def resolution(self) -> Resolution:
        parts, times = self._facts()
        events = self.columns[SEM.eventType]
        return Resolution(
            sources=tuple(map(self._source, self.columns[TYPE].subjects(SCHEMA.NewsArticle))),
            entities=tuple(map(self._entity, self.columns[KG.kind])),
            events=tuple(self._event(event, parts[event], times.get(event)) for event in events),
            entity_of={},
            event_of={},
            relations=tuple(map(self._relation, self.columns[KG.former])),
        )

    # ---- values --------------------------------------------------------------------------------------------------

    def _score(self, subject: str) -> float:
        return float(self.columns.one(subject, SCORE))

    def _id(self, iri: str) -> str:
        if not iri.startswith(self.header.base):
            raise GraphError(f"not a graph of kg: <{iri}> is outside of <{self.header.base}>")
        return iri[len(self.header.base) :]

    # ---- the file and its evidence -------------------------------------------------------------------------------

    def _dataset(self) -> str:
        for dataset in self.columns[TYPE].subjects(VOID.Dataset):
            if dataset in self.columns[KG.generator]:
                for term in (VOID.uriSpace, KG.generator, KG.config):
                    self.columns.one(dataset, term)
                return dataset
        raise GraphError("not a graph of kg: no void:Dataset with a kg:generator in it")

    def _phrases(self) -> dict[str, Evidence]:
        contexts, *numbers = (self.columns[term] for term in (NIF.referenceContext, *PHRASE_NUMBERS.values()))
        begins, ends, sentence_begins, sentence_ends = numbers
        words, sentences = (self.columns[term].get for term in PHRASE_TEXTS.values())
        articles = {context: self._id(context) for context in set(contexts.values())}
        try:
            phrases = {
                phrase: Evidence(
                    articles[contexts[phrase]],
                    int(begins[phrase]),
                    int(ends[phrase]),
                    words(phrase, ""),
                    int(sentence_begins[phrase]),
                    int(sentence_ends[phrase]),
                    sentences(phrase, ""),
                )
                for phrase in self.columns[TYPE].subjects(NIF.Phrase)
            }
        except KeyError as error:
            raise GraphError(f"not a whole graph of kg: <{error.args[0]}> lacks its article or its place in it") from error
        except ValueError as error:
            raise GraphError(f"not a graph of kg: {error}") from error
        expected = self.columns.one(self.dataset, KG.phrases)
        if str(len(phrases)) != expected:
            raise GraphError(f"not a whole graph of kg: {len(phrases)} phrases instead of {expected}")
        return phrases

    def _mentions(self) -> dict[str, list[Evidence]]:
        """What names a thing: IRI of the thing -> evidence."""
        mentions = defaultdict(list)
        named, confidences = self.columns[ITSRDF.taIdentRef], self.columns[ITSRDF.taConfidence]
        for phrase, evidence in self.phrases.items():
            confidence = confidences.get(phrase)
            score = None if confidence is None else float(confidence)
            for thing in named.all(phrase):
                mentions[thing].append(_scored(evidence, self.scores.get((thing, phrase), score)))
        return mentions

    def _derived_from(self, fact: str) -> tuple[Evidence, ...]:
        phrases = self.columns[PROV.wasDerivedFrom].all(fact)
        if missing := [phrase for phrase in phrases if phrase not in self.phrases]:
            raise GraphError(f"not a whole graph of kg: <{missing[0]}> is missing")
        return tuple(_scored(self.phrases[phrase], self.scores.get((fact, phrase))) for phrase in phrases)

    # ---- records -------------------------------------------------------------------------------------------------

    def _source(self, article: str) -> Source:
        known = {field: self.columns.get_first(article, term) for field, term in ARTICLE_FIELDS.items()}
        required = {field: known[field] or "" for field in ("language", "path", "text_sha256")}
        return Source(self._id(article), **(known | required))  # type: ignore[arg-type]

    def _entity(self, entity: str) -> Entity:
        link = self.columns.get_first(entity, KG.link)
        candidates = [self._link(candidate) for candidate in self.columns[KG.candidate].all(entity)]
        return Entity(
            id=self._id(entity),
            type=type_of(self.columns.one(entity, KG.kind)),
            name=self.columns.one(entity, LABEL),
            aliases=tuple(self.columns[SKOS.altLabel].all(entity)),
            score=self._score(entity),
            evidence=tuple(self.mentions[entity]),
            link=None if link is None else self._link(link),
            candidates=tuple(candidates),
        )

    def _link(self, link: str) -> Link:
        texts = {field: self.columns.get_first(link, term) for field, term in LINK_TEXTS.items()}
        numbers = {field: self.columns.get_first(link, term) for field, term in LINK_NUMBERS.items()}
        return Link(
            id=self.columns.one(link, KG.entry),
            name=texts["name"] or "",
            kind=texts["kind"] or "",
            country=texts["country"],
            wikidata=texts["wikidata"],
            **{field: None if number is None else float(number) for field, number in numbers.items()},
            within=tuple(self.columns.text(link, KG.within).split()),
            score=self._score(link),
        )

    def _event(self, event: str, parts: list[Participation], time: str | None) -> Event:
        fields = {field: self.columns.one(event, term) for field, term in EVENT_FIELDS.items()}
        return Event(
            id=self._id(event),
            type=self.columns.one(event, SEM.eventType).removeprefix(KG.iri),
            participations=tuple(parts),
            time=self._time(event, time) if time else None,
            score=self._score(event),
            evidence=tuple(self.mentions[event]),
            differences=tuple(map(self._difference, self.columns[KG.difference].all(event))),
            **fields,  # type: ignore[arg-type]
        )

    def _time(self, event: str, fact: str) -> EventTime:
        return EventTime(
            **{field: self.columns.one(event, term) for field, term in TIME_FIELDS.items()},
            begin=self.columns.get_first(event, *BEGINS),
            end=self.columns.get_first(event, *ENDS),
            score=self._score(fact),
            evidence=self._derived_from(fact),
        )

    def _difference(self, difference: str) -> Difference:
        fields = {field: self.columns.text(difference, term) for field, term in DIFFERENCE_FIELDS.items()}
        return Difference(claims=tuple(map(self._claim, self.columns[KG.claim].all(difference))), **fields)  # type: ignore[arg-type]

    def _claim(self, claim: str) -> Claim:
        node = self.columns.get_first(claim, RDF.value)
        return Claim(self.columns.one(claim, LABEL), None if node is None else self._id(node), self._derived_from(claim))

    def _facts(self) -> tuple[dict[str, list[Participation]], dict[str, str]]:
        """The roles of each event, and the fact that says when it was."""
        parts: dict[str, list[Participation]] = defaultdict(list)
        times: dict[str, str] = {}
        for fact in self.columns[TYPE].subjects(KG.Participation):
            role = self.columns.one(fact, SEM.roleType).removeprefix(KG.iri)
            parts[self.columns.one(fact, KG.event)].append(self._part(fact, role, self.columns.one(fact, RDF.value)))
        for fact in self.columns[TYPE].subjects(KG.Relation):
            event, predicate = self.columns.one(fact, RDF.subject), self.columns.one(fact, RDF.predicate)
            if predicate == SEM.hasPlace:
                parts[event].append(self._part(fact, PLACE_ROLE, self.columns.one(fact, RDF.object)))
            elif predicate == KG.timex and fact not in self.columns[KG.former]:
                times[event] = fact
        return parts, times

    def _part(self, fact: str, role: str, entity: str) -> Participation:
        return Participation(role, self._id(entity), self._score(fact), self._derived_from(fact))

    def _relation(self, relation: str) -> Relation:
        """A relation; one whose end is words has these words as its value."""
        target = self.columns.one(relation, RDF.object)
        former = self.columns.one(relation, KG.former)
        return Relation(
            id=self._id(relation),
            type=self.columns.one(relation, RDF.predicate).removeprefix(KG.iri),
            subject=self._id(self.columns.one(relation, RDF.subject)),
            object=None if KG.Value in self.columns[TYPE].all(target) else self._id(target),
            value=self.columns.get_first(relation, KG.value),
            former=former not in _FALSE,
            begin=self.columns.get_first(relation, SCHEMA.startDate),
            end=self.columns.get_first(relation, SCHEMA.endDate),
            score=self._score(relation),
            evidence=self._derived_from(relation),
        )


def _scored(piece: Evidence, score: float | None) -> Evidence:
    if score is None:
        return piece
    text, sentence = piece.text, piece.sentence
    return Evidence(piece.article, piece.start, piece.end, text, piece.sentence_start, piece.sentence_end, sentence, score)
