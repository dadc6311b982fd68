"""Why two names are one thing, or are not: the shortest way between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from kg.errors import GraphError
from kg.ledger.file import FILE, read_entities, read_steps
from kg.ledger.records import End, Named, Step
from kg.names import compare_persons, key


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
    named = list(read_entities(folder))
    found = [[entity for entity in named if entity.goes_by(name)] for name in (left, right)]
    ids = {entity.id for some in found for entity in some} if all(found) else None
    steps = read_steps(folder, ids)
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
    name = next((named.name for named in read_entities(folder) if named.id == entity), "")
    steps = [s for s in read_steps(folder, {entity}) if s.verdict == "one" and s.left.entity == s.right.entity == entity]
    ends = {(end.source, end.start): end for step in steps for end in (step.left, step.right)}
    found = (ends.get(place) for place in places)
    return [tuple(_shortest(steps, end, name)) if end and key(end.text) != key(name) else () for end in found]


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
