"""The merge ledger: why every two names of an entity are one, what was kept apart, and what is doubtful; a file of JSON Lines.

An output for people, and for ``kg explain`` and ``kg review``; no build reads it. First a line an entity, then a line a step:
``left`` and ``right`` are mentions, ``verdict`` says whether they are one. Steps inside an article come from its coreference,
those between articles from resolution. What is called so in both is one step from the first article that does, so that there
are as many steps as mentions, and any two mentions of an entity are joined by a chain of few.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path, PurePath
from typing import Any

from kg.disjoint import DisjointSets
from kg.errors import GraphError
from kg.model import Chain, Entity, Extraction, Join, Mention, Merge, Resolution, Span, Verdict
from kg.names import compare_persons, key

FILE = "ledger.jsonl"

_SURE = 0.8
"""Score from which on a merge between articles is not worth a second look."""

_EVEN = 0.7
"""Score at which a merge and its refusal are equally doubtful: the threshold of resolution."""


@dataclass(frozen=True, slots=True)
class End:
    """One of the two mentions of a step."""

    entity: str
    article: str
    source: str
    mention: str
    start: int
    end: int
    text: str
    sentence_start: int
    sentence: str

    @property
    def file(self) -> str:
        """The name by which corrections call the article: its file's, or its id where a file holds several."""
        name = PurePath(self.source).name
        return name if name.endswith(".txt") else self.article


@dataclass(frozen=True, slots=True)
class Step:
    """A decision about two mentions, and why."""

    verdict: Verdict
    rule: str
    score: float
    reason: str
    left: End
    right: End

    @property
    def references(self) -> tuple[str, str]:
        """The two names as corrections write them: with the article where a name alone stands for many."""
        vague = key(self.left.text) == key(self.right.text)
        left, right = (f"{e.text} @ {e.file}" if vague or " " not in e.text else e.text for e in (self.left, self.right))
        return left, right


@dataclass(frozen=True, slots=True)
class Named:
    """An entity as the ledger lists it."""

    id: str
    type: str
    name: str
    aliases: tuple[str, ...]
    link: str | None

    def goes_by(self, name: str) -> bool:
        """Whether this is its name, one of its other names, or its id."""
        return name == self.id or key(name) in {key(own) for own in (self.name, *self.aliases)}


# ---- writing -----------------------------------------------------------------------------------------------------


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


# ---- reading -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why two names are one thing, or are not.

    Attributes:
        left, right: the entities that go by the names; equal where they are one.
        steps: the shortest way from one name to the other; or the decisions that kept the two apart.
        reason: where nothing was decided about the two, why that is.
        others: entities that go by one of the names, too.
    """

    left: Named
    right: Named
    steps: tuple[Step, ...]
    reason: str
    others: tuple[Named, ...]

    @property
    def one(self) -> bool:
        """Whether the two names are one thing."""
        return self.left == self.right


def explain(folder: Path, left: str, right: str) -> Explanation:
    """Why two names (or ids) are one in a build, or are not.

    Raises:
        GraphError: the folder has no ledger, or nothing in it goes by a name.
    """
    named = list(_entities(folder))
    found = [[entity for entity in named if entity.goes_by(name)] for name in (left, right)]
    ids = {entity.id for some in found for entity in some} if all(found) else None
    steps = _steps(folder, ids)
    for name, some in zip((left, right), found, strict=True):
        if not some:
            called = {end.entity for step in steps for end in (step.left, step.right) if key(end.text) == key(name)}
            some += [entity for entity in named if entity.id in called]
        if not some:
            raise GraphError(f"nothing in {folder / FILE} goes by the name {name!r}")
    both = [entity for entity in found[0] if entity in found[1]]
    pair = (both[0], both[0]) if both else (found[0][0], found[1][0])
    others = tuple(e for some in found for e in some if e not in pair)
    if both:
        return Explanation(*pair, tuple(_shortest([s for s in steps if _inside(s, both[0])], left, right)), "", others)
    between = tuple(step for step in steps if {step.left.entity, step.right.entity} == {entity.id for entity in pair})
    return Explanation(*pair, between, "" if between else _difference(*pair), others)


def trace(folder: Path, entity: str, places: Iterable[tuple[str, int]]) -> list[tuple[Step, ...]]:
    """For each of some places, the shortest way from the mention there to one by the entity's own name.

    Args:
        folder: a build's folder, or its ledger.
        entity: id of the entity that the mentions stand for.
        places: path of the article, and where in it the mention begins.

    Returns:
        The steps in their order; none where the mention is called so itself, or where the ledger does not have it.

    Raises:
        GraphError: the folder has no ledger.
    """
    name = next((named.name for named in _entities(folder) if named.id == entity), "")
    steps = [s for s in _steps(folder, {entity}) if s.verdict == "one" and s.left.entity == s.right.entity == entity]
    ends = {(end.source, end.start): end for step in steps for end in (step.left, step.right)}
    found = (ends.get(place) for place in places)
    return [tuple(_shortest(steps, end, name)) if end and key(end.text) != key(name) else () for end in found]


def doubtful(folder: Path) -> list[Step]:
    """The decisions between articles that a person may want to look at, the most doubtful first.

    Of decisions that the same lines in the corrections would change, the most doubtful one.

    Raises:
        GraphError: the folder has no ledger.
    """
    found: dict[tuple[str, str], Step] = {}
    for step in _steps(folder, None):
        if step.left.article == step.right.article or not 0 < step.score < _SURE:
            continue
        if step.verdict == "doubtful" and step.left.entity == step.right.entity:
            continue
        pair = step.references
        if pair not in found or _doubt(step) < _doubt(found[pair]):
            found[pair] = step
    return sorted(found.values(), key=_doubt)


def _doubt(step: Step) -> tuple[float, str, int, str, int]:
    return (round(abs(step.score - _EVEN), 4), step.left.article, step.left.start, step.right.article, step.right.start)


def _lines(folder: Path) -> Iterator[str]:
    path = folder / FILE if folder.is_dir() else folder
    try:
        with path.open(encoding="utf-8") as stream:
            yield from stream
    except (OSError, ValueError) as error:
        raise GraphError(f"{path}: {getattr(error, 'strerror', None) or error} (kg build writes this file)") from error


def _entities(folder: Path) -> Iterator[Named]:
    for line in _lines(folder):
        if line.startswith('{"entity"'):
            fields = _load(line)
            yield Named(fields["entity"], fields["type"], fields["name"], tuple(fields["aliases"]), fields["link"])


def _steps(folder: Path, entities: set[str] | None) -> list[Step]:
    """The steps of some entities (None: of all)."""
    steps: list[Step] = []
    for line in _lines(folder):
        if line.startswith('{"verdict"') and (entities is None or any(f'"{entity}"' in line for entity in entities)):
            fields = _load(line)
            steps.append(Step(**fields | {side: End(**fields[side]) for side in ("left", "right")}))
    return steps


def _load(line: str) -> dict[str, Any]:
    try:
        fields: dict[str, Any] = json.loads(line)
    except ValueError as error:
        raise GraphError(f"not a ledger: {error}") from error
    return fields


def _inside(step: Step, entity: Named) -> bool:
    return step.verdict == "one" and step.left.entity == step.right.entity == entity.id


def _difference(left: Named, right: Named) -> str:
    """Why nothing was decided about two entities."""
    if left.type != right.type and "person" in {left.type, right.type}:
        return f"one is of type {left.type}, the other of type {right.type}"
    if left.link and right.link and left.link != right.link:
        return f"they are two entries: {left.link} and {right.link}"
    if left.type == right.type == "person" and compare_persons(left.name, right.name) == "conflict":
        return f"“{left.name}” and “{right.name}” are different names"
    return "nothing speaks for it: they share no name, spelling, initials or entry"


def _shortest(steps: Sequence[Step], left: str | End, right: str) -> Iterator[Step]:
    """The steps from a mention of one name (or from this one) to a mention of the other: as few as can be, then the surest."""
    import networkx as nx

    graph = nx.Graph()
    for step in steps:
        a, b = ((end.article, end.mention) for end in (step.left, step.right))
        if not graph.has_edge(a, b) or graph.edges[a, b]["step"].score < step.score:
            graph.add_edge(a, b, step=step, weight=2 - step.score / 2)
        for node, end in ((a, step.left), (b, step.right)):
            for side, name in (("from", left), ("to", right)):
                if name == end if isinstance(name, End) else key(end.text) == key(name) or end.entity == name:
                    graph.add_edge(side, node, weight=1)
    if "from" in graph and "to" in graph and nx.has_path(graph, "from", "to"):
        nodes = nx.dijkstra_path(graph, "from", "to")[1:-1]
        yield from (graph.edges[a, b]["step"] for a, b in pairwise(nodes))
