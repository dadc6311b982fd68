"""A graph looked for in the articles that it was made of."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from kg.gazetteer.places import entry, lookup
from kg.graph.attributes import legal_text, round_score
from kg.ids import hash_text
from kg.model import Article, Aspect, Claim, Entity, Event, Evidence, Relation, Resolution, Source
from kg.ontology import ROOT, load_ontology
from kg.quantities import read_number
from kg.timex import interval
from kg.verify.report import Problem, Report, listed, plain, quote

_FIELDS: Final = ("title", "published", "publisher", "url", "language")
_LINK_FIELDS: Final = ("name", "kind", "country", "wikidata", "latitude", "longitude", "within")
_SUPPLETIVE: Final = {"go": {"went"}, "be": {"am", "are", "is", "was", "were"}}
"""Lemmas that do not begin like all their forms; "'s" and "'ve" have lost the letters that they begin with."""
_GLUE: Final = re.compile(r"(?: of |, | and |others|\0)*")


class Check:
    """One graph and its articles."""

    def __init__(self, records: Resolution, articles: Iterable[Article], given: Collection[str]) -> None:
        self.records, self.given = records, {plain(name) for name in given}
        self.paths = {source.id: source.path for source in records.sources}
        self.read: dict[str, list[Article]] = {}
        for article in articles:
            self.read.setdefault(hash_text(article.text), []).append(article)
        self.texts = {source.id: found[0].text for source in records.sources if (found := self.read.get(source.text_sha256))}
        self.entity_names = {entity.id: entity.name for entity in records.entities}
        self.statuses = {e.id: "denied" if e.polarity == "negative" else e.certainty for e in records.events}

    def report(self) -> Report:
        """What was looked for and what was not found."""
        said = dict.fromkeys(_said(self.records))
        pieces = {piece for _, piece in said}
        names = sum(1 + len(entity.aliases) for entity in self.records.entities)
        return Report(
            articles=len(self.records.sources),
            spans=len(pieces),
            names=names,
            labels=len(self.records.events),
            wordless=sum(not piece.text and not piece.sentence for piece in pieces),
            problems=tuple(self.problems(said)),
        )

    def problems(self, said: Iterable[tuple[str, Evidence]]) -> Iterator[Problem]:
        """All that is wrong."""
        for source in self.records.sources:
            yield from self.source(source)
        for where, piece in said:
            yield from (Problem(where, what) for what in self.span(piece))
        for entity in self.records.entities:
            yield from (Problem(entity.id, what) for what in (*self.names(entity), *_links(entity)))
        for event in self.records.events:
            yield from (Problem(event.id, what) for what in (*self.label(event), *self.time(event), *self.claims(event)))
        for relation in self.records.relations:
            yield from (Problem(relation.id, what) for what in self.value(relation))

    def source(self, source: Source) -> Iterator[Problem]:
        """Whether an article is there and says of itself what the graph says of it."""
        found = self.read.get(source.text_sha256)
        if found is None:
            yield Problem(source.id, f"no article given has the text of {source.path}")
            return
        for field in _FIELDS:
            value, known = getattr(source, field), [getattr(article, field) for article in found]
            if value and value not in [legal_text(own) for own in known if own]:
                yield Problem(source.id, f"{field} {quote(value)} is not that of {source.path} ({listed(known)})")

    def span(self, piece: Evidence) -> Iterator[str]:
        """Whether the words and the sentence of a span are in the article."""
        text = self.texts.get(piece.article)
        if text is None:
            if piece.article not in self.paths:
                yield f"{quote(piece.text)} is from {piece.article}, which is not in the graph"
            return
        spans = ((piece.start, piece.end, piece.text), (piece.sentence_start, piece.sentence_end, piece.sentence))
        for start, end, words in spans:
            there = text[start:end] if 0 <= start <= end <= len(text) else ""
            if not there or (there != words and (piece.text or piece.sentence)):
                has = f"which has {quote(there)} there" if there else f"which has {len(text)} characters"
                yield f"{quote(words)} is not at characters {start}-{end} of {self.paths[piece.article]}, {has}"
        if not piece.sentence_start <= piece.start <= piece.end <= piece.sentence_end:
            yield f"{quote(piece.text)} is not in the sentence {quote(piece.sentence)}"

    def names(self, entity: Entity) -> Iterator[str]:
        """The names of an entity that no span of it says."""
        known = {plain(self.words(piece)) for piece in entity.evidence} | self.given
        for name in (entity.name, *entity.aliases):
            if plain(name) not in known:
                yield f"no article calls it {quote(name)}"

    def label(self, event: Event) -> Iterator[str]:
        """Whether the label of an event is made of known parts."""
        parts = [self.entity_names.get(part.entity, "") for part in event.participations]
        if event.time:
            parts.append(event.time.value)
        known = load_ontology().events.get(event.type)
        heads = [known.label] if known else []
        if event.type == ROOT:
            head = event.label.partition(" of ")[0].partition(",")[0]
            heads += [head] if self.is_lemma(head, event) else []
        if not any(_is_made_of(event.label, head, parts) for head in (event.type, *heads)):
            yield f"the label {quote(event.label)} says more than its type, who is in it, where and when"

    def is_lemma(self, word: str, event: Event) -> bool:
        """Whether a word can be the lemma of one that reports the event: it begins alike, or is known not to."""
        stem = word.lower()
        forms = {self.words(piece).lower() for piece in event.evidence}
        return " " not in stem and any(form[:1] in {stem[:1], "'", "’"} or form in _SUPPLETIVE.get(stem, ()) for form in forms)

    def time(self, event: Event) -> Iterator[str]:
        """Whether the days of an event are those of its time."""
        if event.time is None:
            return
        days = interval(event.time.value)
        expected = (days.begin, days.end) if days else (None, None)
        if (event.time.begin, event.time.end) != tuple(day and day.isoformat() for day in expected):
            yield f"{event.time.begin or 'open'} to {event.time.end or 'open'} are not the days of {event.time.value!r}"

    def claims(self, event: Event) -> Iterator[str]:
        """The claims about an event that their words, or what they name, do not bear out."""
        for difference in event.differences:
            for claim in difference.claims:
                words = {self.words(piece) for piece in claim.evidence}
                if not self.bears_out(difference.aspect, claim, words):
                    yield f"{difference.aspect} {quote(claim.value)} is not what is said by {listed(words)}"

    def bears_out(self, aspect: Aspect, claim: Claim, words: Collection[str]) -> bool:
        """Whether the words of a claim, or what it names, have its value."""
        if aspect == "status":
            return self.statuses.get(claim.node or "") == claim.value
        if aspect in {"place", "participant"}:
            return self.entity_names.get(claim.node or "") == claim.value
        if aspect == "time":
            return interval(claim.value) is not None
        number = read_number(claim.value)
        return number is not None and all(not said or "half" in said or read_number(said) == number for said in words)

    def value(self, relation: Relation) -> Iterator[str]:
        """Whether a sentence that states a relation has its value in it."""
        if relation.value and not any(plain(relation.value) in plain(self.sentence(piece)) for piece in relation.evidence):
            yield f"no sentence of it has {quote(relation.value)} in it"

    def words(self, piece: Evidence) -> str:
        """The words of a span, from the article if it is there."""
        text = self.texts.get(piece.article)
        return piece.text if text is None else text[piece.start : piece.end]

    def sentence(self, piece: Evidence) -> str:
        """Likewise its sentence."""
        text = self.texts.get(piece.article)
        return piece.sentence if text is None else text[piece.sentence_start : piece.sentence_end]


def _links(entity: Entity) -> Iterator[str]:
    """What the gazetteer does not say of the entries that an entity is or may be; those of a user's table have no kind."""
    for link in filter(None, (entity.link, *entity.candidates)):
        known = entry(link.id) or next((match.entry for match in lookup(link.name) if match.entry.id == link.id), None)
        for field in _LINK_FIELDS if known and link.kind else ():
            value, right = getattr(link, field), getattr(known, field)
            right = round_score(right) if isinstance(right, float) else right
            if value != right:
                yield f"{field} {value} is not that of {link.id} ({right})"


def _said(records: Resolution) -> Iterator[tuple[str, Evidence]]:
    """Every span with the id of what rests on it."""
    for entity in records.entities:
        yield from ((entity.id, piece) for piece in entity.evidence)
    for event in records.events:
        time = event.time.evidence if event.time else ()
        parts = (piece for part in event.participations for piece in part.evidence)
        claimed = (piece for difference in event.differences for claim in difference.claims for piece in claim.evidence)
        yield from ((event.id, piece) for piece in (*event.evidence, *parts, *time, *claimed))
    for relation in records.relations:
        yield from ((relation.id, piece) for piece in relation.evidence)


def _is_made_of(label: str, head: str, parts: Sequence[str]) -> bool:
    """Whether a label is a head, and after it nothing but the parts and the words between them."""
    if not label.startswith(head):
        return False
    rest = label[len(head) :]
    for part in sorted(filter(None, parts), key=len, reverse=True):
        rest = rest.replace(part, "\0")
    return _GLUE.fullmatch(rest) is not None
