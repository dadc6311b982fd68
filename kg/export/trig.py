"""TriG: what all articles together say, and for each article a graph of its own with what that article alone says.

The graph of an article has the IRI of the article. In it stand the article, its phrases, and of everything that it speaks of
the name, the class and those facts that rest on a phrase of this article. The default graph has all the rest: what was
concluded from all of them, with its scores. Every triple of an article's graph is in the Turtle file, too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from typing import BinaryIO

import pyoxigraph

from kg.export.notation import Row, Turtle
from kg.export.rdf import Mapping, prefixes
from kg.export.rows import Block
from kg.export.times import time_rows
from kg.export.turtle import read_format, subjects, write_head
from kg.graph import KnowledgeGraph
from kg.model import Event, Evidence

Told = defaultdict[str, dict[str, list[Row]]]
"""Article -> thing -> what the article says of it."""


def write(graph: KnowledgeGraph, stream: BinaryIO, rdf12: bool = False) -> None:
    """Write the graph as TriG, with reifiers of RDF 1.2 in place of ``rdf:Statement`` nodes if asked for."""
    names = prefixes(graph)
    mapping = Mapping(graph, Turtle(names), rdf12)
    write_head(names, stream, rdf12)
    stream.writelines(subjects(chain([mapping.dataset()], mapping.ontology(), mapping.things())))
    for article, blocks in _by_article(mapping):
        stream.write(f"\n{article} {{\n".encode())
        stream.writelines(subjects(blocks))
        stream.write(b"}\n")


read = partial(read_format, form=pyoxigraph.RdfFormat.TRIG, name="TriG")


def _by_article(mapping: Mapping) -> Iterator[tuple[str, Iterable[Block]]]:
    told = _told(mapping)
    phrases = defaultdict(list)
    for span in sorted(mapping.phrases.pieces):
        phrases[span[0]].append(span)
    for source in mapping.sources:
        things = ((mapping.node(node), rows) for node, rows in told[source.id].items())
        blocks = chain([mapping.article(source)], things, map(mapping.phrases.block, phrases[source.id]))
        yield mapping.node(source.id), blocks


def _told(mapping: Mapping) -> Told:
    told: Told = defaultdict(dict)
    names = {entity.id: mapping.named(entity) for entity in mapping.entities}
    for entity in mapping.entities:
        for article in _articles(entity.evidence):
            told[article][entity.id] = [*names[entity.id], *mapping.subject_of([article])]
    for event in mapping.events:
        for article, rows in _of_event(mapping, event):
            told[article][event.id] = rows
    for event in mapping.events:
        for part in event.participations:
            for article in _articles(part.evidence):
                told[article].setdefault(part.entity, names[part.entity])
        for article, claim, rows in _claims(mapping, event):
            told[article][claim] = rows
    for relation in mapping.lasting.relations:
        for article in _articles(relation.evidence):
            for node, row in mapping.lasting.plain(relation):
                told[article][node] = list(dict.fromkeys([*told[article].get(node, names[node]), row]))
    return told


def _of_event(mapping: Mapping, event: Event) -> Iterator[tuple[str, list[Row]]]:
    """What each article says of an event: (article, rows)."""
    reporting = _articles(event.evidence)
    time = _articles(event.time.evidence) if event.time else []
    parts = [(part, _articles(part.evidence)) for part in event.participations]
    for article in sorted({*reporting, *time, *(article for _, articles in parts for article in articles)}):
        rows = [*mapping.reported(event), *mapping.shortcuts(event, [part for part, articles in parts if article in articles])]
        rows += time_rows(event.time, mapping.to) if event.time and article in time else ()
        yield article, rows + (mapping.subject_of([article]) if article in reporting else [])


def _claims(mapping: Mapping, event: Event) -> Iterator[tuple[str, str, list[Row]]]:
    """What articles claim of an event where others claim something else: (article, id of the claim, rows)."""
    for name, claim in mapping.claims(event):
        yield from ((article, name, mapping.claim(claim)) for article in _articles(claim.evidence))


def _articles(evidence: Iterable[Evidence]) -> list[str]:
    return sorted({piece.article for piece in evidence})
