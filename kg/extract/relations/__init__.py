"""Relation mentions: lasting relations that a sentence states, by the patterns of the ontology over the parse."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kg.extract.discourse import Discourse
from kg.extract.relations.bearers import has_copula
from kg.extract.relations.draft import Draft
from kg.extract.relations.fillers import Fillers
from kg.extract.relations.reader import Reader
from kg.extract.relations.slots import name_slots
from kg.extract.relations.when import Dates
from kg.extract.syntax import lemma
from kg.model import RelationMention, Time
from kg.ontology import Pattern, RelationType, load_ontology

if TYPE_CHECKING:
    from kg.extract.tokens import Token

__all__ = ["find_relations", "finish_relations"]

Row = tuple[RelationType, Pattern]


class _Index(NamedTuple):
    """The patterns by the lemma that they hang on."""

    verbs: Mapping[str, Sequence[Row]]
    nouns: Mapping[str, Sequence[Row]]
    names: Sequence[Row]


@cache
def _index() -> _Index:
    verbs: dict[str, list[Row]] = defaultdict(list)
    nouns: dict[str, list[Row]] = defaultdict(list)
    names: list[Row] = []
    for relation in load_ontology().relations.values():
        for pattern in relation.patterns:
            for word in pattern.verbs:
                verbs[word].append((relation, pattern))
            for word in pattern.nouns:
                rows = nouns[word.split()[-1]]
                if (relation, pattern) not in rows:
                    rows.append((relation, pattern))
            if pattern.names:
                names.append((relation, pattern))
    return _Index(verbs, nouns, names)


def find_relations(discourse: Discourse, times: Sequence[Time]) -> list[Draft]:
    """The relations that an article states, in the order of the words that say so, each once a sentence."""
    dates = Dates(discourse, times)
    named = frozenset(draft.chain for draft in discourse.drafts if draft.kind == "name")
    found: dict[tuple[object, ...], Draft] = {}
    for number, passage in enumerate(discourse.passages):
        reader = Reader(discourse, number, dates, Fillers(discourse, number, named))
        for token in passage.tokens:
            for draft in _read(reader, token):
                subject, target = (
                    discourse.drafts[draft.subject].chain,
                    draft.object is not None and discourse.drafts[draft.object].chain,
                )
                found.setdefault((number, token.sent.start, draft.type.name, subject, target, draft.value), draft)
    placed = {(d.type.name, d.subject, d.word) for d in found.values() if d.object is not None}
    kept = (d for d in found.values() if d.object is not None or (d.type.name, d.subject, d.word) not in placed)
    return sorted(kept, key=lambda d: (d.span.start, d.span.end))


def _read(reader: Reader, token: Token) -> Iterator[Draft]:
    index = _index()
    if token.pos_ == "VERB":
        for row in _rows(index.verbs, _with_particle(token), lemma(token)):
            yield from reader.read_verb(token, *row)
    elif (rows := index.nouns.get(lemma(token))) and (token.pos_ in {"NOUN", "PROPN"} or has_copula(token)):
        for row in rows:
            yield from reader.read_noun(token, *row)
    if reader.fillers.heads_name(token):
        slots = list(name_slots(token))
        for row in index.names:
            yield from reader.read_name(token, slots, *row)


def _rows(index: Mapping[str, Sequence[Row]], *words: str) -> Sequence[Row]:
    return next((index[word] for word in words if word in index), ())


def _with_particle(verb: Token) -> str:
    particle = next((c for c in verb.children if c.dep_ == "compound:prt"), None)
    return f"{lemma(verb)} {particle.lower_}" if particle is not None else lemma(verb)


def finish_relations(discourse: Discourse, drafts: Sequence[Draft], ids: Sequence[str]) -> tuple[RelationMention, ...]:
    """The drafts as records.

    Args:
        discourse: the article's mentions.
        drafts: its relations, in order.
        ids: the id of every mention by its number.
    """
    return tuple(
        RelationMention(
            id=f"r{i}",
            type=draft.type.name,
            subject=ids[draft.subject],
            object=ids[draft.object] if draft.object is not None else None,
            value=draft.value,
            start=draft.span.start,
            end=draft.span.end,
            score=round(
                draft.trust * min(discourse.drafts[n].score for n in (draft.subject, draft.object) if n is not None), 3
            ),
            former=draft.former,
            time=draft.time.id if draft.time else None,
            time_relation=draft.time_relation,
        )
        for i, draft in enumerate(drafts)
    )
