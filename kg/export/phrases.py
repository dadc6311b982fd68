"""Evidence in RDF: the phrases of articles, what they name, and the facts that are derived from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.export.notation import NTriples, Row
from kg.export.rows import Block, Rows
from kg.export.vocabulary import ITSRDF, NIF, PHRASE_NUMBERS, PHRASE_TEXTS, PROV, SCORE
from kg.graph.attributes import fact_id
from kg.model import Evidence, Resolution

Span = tuple[str, int, int]
"""Article, start, end."""


class Phrases(Rows):
    """All evidence of one graph. The bulk of every file is here, so names are looked up once and not for every phrase."""

    def __init__(self, records: Resolution, base: str, notation: NTriples) -> None:
        super().__init__(base, notation)
        self.pieces = {span_of(piece): piece for piece in records.all_evidence()}
        self._meant: dict[Span, list[tuple[str, Evidence]]] = defaultdict(list)
        named = [(entity.id, entity.evidence) for entity in records.entities]
        for thing, evidence in [*named, *((event.id, event.evidence) for event in records.events)]:
            for piece in evidence:
                self._meant[span_of(piece)].append((thing, piece))
        self._fragment = "/" if "#" in base else "#"  # an IRI has one fragment at most
        self._phrase, self._derivation = self.kind(NIF.Phrase), self.kind(PROV.Derivation)
        self._context, self._names = self.name[NIF.referenceContext], self.name[ITSRDF.taIdentRef]
        self._confidence, self._derived_from = self.name[ITSRDF.taConfidence], self.name[PROV.wasDerivedFrom]
        self._numbers = [self.name[term] for term in PHRASE_NUMBERS.values()]
        self._texts = [self.name[term] for term in PHRASE_TEXTS.values()]

    def block(self, span: Span) -> Block:
        """A stretch of an article."""
        piece, meant, to = self.pieces[span], self._meant.get(span, ()), self.to
        begin, end, sentence_begin, sentence_end = self._numbers
        rows = [
            self._phrase,
            (self._context, to.ref(self.base + piece.article)),
            (begin, to.index(piece.start)),
            (end, to.index(piece.end)),
            (sentence_begin, to.index(piece.sentence_start)),
            (sentence_end, to.index(piece.sentence_end)),
        ]
        rows += [(term, to.text(text)) for term, text in zip(self._texts, (piece.text, piece.sentence), strict=True) if text]
        rows += [(self._names, to.ref(self.base + thing)) for thing, _ in meant]
        if len(meant) == 1 and (score := meant[0][1].score) is not None:
            rows.append((self._confidence, to.decimal(score)))
        return to.subject_in_full(self._iri(span)), rows

    def fact(self, fact: str, rows: list[Row], score: float | None, evidence: Iterable[Evidence]) -> Iterator[Block]:
        """A fact with its score, if it has one, and the phrases that it is derived from."""
        rows = rows if score is None else [*rows, self.number(SCORE, score)]
        rows = [*rows, *((self._derived_from, self._ref(piece)) for piece in evidence)]
        return self._derived(fact, rows, {f"{fact}.{_local(piece)}": piece for piece in evidence})

    def thing(self, thing: str, rows: list[Row], relation: str, evidence: Iterable[Evidence]) -> Iterator[Block]:
        """A node with the scores of the phrases that name another thing, too, and so cannot carry them themselves."""
        shared = [piece for piece in evidence if len(self._meant[span_of(piece)]) > 1]
        return self._derived(thing, rows, {f"{fact_id(thing, relation, '')}{_local(piece)}": piece for piece in shared})

    def _derived(self, subject: str, rows: list[Row], derivations: dict[str, Evidence]) -> Iterator[Block]:
        """A subject, and a node for each phrase whose score is that of this derivation only."""
        scored = [(node, piece, piece.score) for node, piece in derivations.items() if piece.score is not None]
        yield self.node(subject), rows + [self.ref(PROV.qualifiedDerivation, node) for node, *_ in scored]
        for node, piece, score in scored:
            entity = self.name[PROV.entity], self._ref(piece)
            yield self.node(node), [self._derivation, entity, self.number(SCORE, score)]

    def _ref(self, piece: Evidence) -> str:
        return self.to.ref_in_full(self._iri(span_of(piece)))

    def _iri(self, span: Span) -> str:
        article, start, end = span
        return f"{self.base}{article}{self._fragment}char={start},{end}"


def span_of(piece: Evidence) -> Span:
    """Where a piece of evidence stands."""
    return piece.article, piece.start, piece.end


def _local(piece: Evidence) -> str:
    return f"{piece.article.replace('/', '.')}.{piece.start}-{piece.end}"
