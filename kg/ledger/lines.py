"""What was resolved, as the lines of its ledger."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from functools import cached_property
from typing import Any

from kg.disjoint import DisjointSets
from kg.ledger.records import End
from kg.model import Chain, Entity, Extraction, Join, Mention, Merge, Resolution, Span


def ledger_lines(extractions: Iterable[Extraction], resolution: Resolution, *, text: bool = True) -> Iterator[str]:
    """The lines of the ledger.

    Args:
        extractions: what was resolved.
        resolution: what came of it.
        text: whether the sentences are written.
    """
    for entity in resolution.entities:
        yield _line(_entity_fields(entity))
    pages = {e.article.id: _Page(e, resolution.entity_of, text) for e in sorted(extractions, key=lambda e: e.article.source)}
    for merge in resolution.merges:
        yield _line(_merge_fields(merge, pages))
    for page in pages.values():
        for chain in page.extraction.chains:
            if (page.extraction.article.id, chain.id) in resolution.entity_of:
                for join in page.joins_of(chain):
                    ends = {"left": asdict(page.end(join.left)), "right": asdict(page.end(join.right))}
                    yield _line({"verdict": "one", "rule": join.rule, "score": join.score, "reason": join.reason, **ends})


def _line(fields: Mapping[str, Any]) -> str:
    return json.dumps(fields, ensure_ascii=False) + "\n"


def _entity_fields(entity: Entity) -> dict[str, Any]:
    link = entity.link.id if entity.link else None
    return {"entity": entity.id, "type": entity.type, "name": entity.name, "aliases": entity.aliases, "link": link}


def _merge_fields(merge: Merge, pages: Mapping[str, _Page]) -> dict[str, Any]:
    left, right = (asdict(pages[article].end(mention)) for article, mention in (merge.left, merge.right))
    fields = {"verdict": merge.verdict, "rule": merge.rule, "score": merge.score, "reason": merge.reason}
    return fields | {"left": left, "right": right}


class _Page:
    """An article's mentions as ends of steps."""

    def __init__(self, extraction: Extraction, entity_of: Mapping[tuple[str, str], str], text: bool) -> None:
        self.extraction = extraction
        self._entity_of = entity_of
        self._text = text

    @cached_property
    def _mentions(self) -> Mapping[str, Mention]:
        return {mention.id: mention for mention in self.extraction.mentions}

    @cached_property
    def _joins(self) -> Mapping[str | None, Sequence[Join]]:
        joins: dict[str | None, list[Join]] = {}
        for join in self.extraction.joins:
            if join.left in self._mentions and join.right in self._mentions:
                chain = self._mentions[join.left].entity
                if chain == self._mentions[join.right].entity:
                    joins.setdefault(chain, []).append(join)
        return joins

    def end(self, number: str) -> End:
        """A mention with its sentence."""
        article, m = self.extraction.article, self._mentions[number]
        entity = self._entity_of.get((article.id, m.entity or ""), "")
        around = self._sentence(m)
        sentence = article.text[around.start : around.end] if self._text else ""
        return End(entity, article.id, article.source, number, m.start, m.end, m.text, around.start, sentence)

    def _sentence(self, mention: Mention) -> Span:
        """The sentence around a mention; itself where it stands in none (a photo's credit)."""
        sentences = self.extraction.sentences
        index = bisect_right(sentences, mention.start, key=lambda sentence: sentence.start) - 1
        return sentences[index] if index >= 0 and sentences[index].covers(mention) else mention

    def joins_of(self, chain: Chain) -> Iterator[Join]:
        """The steps that make a chain one; what no rule speaks for is joined to the chain's first mention."""
        yield from self._joins.get(chain.id, ())
        number = {mention: i for i, mention in enumerate(chain.mentions)}
        same = DisjointSets()
        for join in self._joins.get(chain.id, ()):
            same.union(number[join.left], number[join.right])
        for i, mention in enumerate(chain.mentions):
            if same.find(i) == i and i:
                same.union(0, i)
                a, b = self._mentions[chain.mentions[0]], self._mentions[mention]
                reason = f"the article calls “{a.text}” “{b.text}”" if a.text != b.text else f"both are called “{a.text}”"
                yield Join(a.id, b.id, "chain", b.score if b.score is not None else 0.5, reason)
