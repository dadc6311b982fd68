"""The graph without its events: who took part in something together, as a plain networkx graph."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import combinations

import networkx as nx

from kg.graph.attributes import join_texts
from kg.graph.nodes import EntityNode, EventNode


def project(events: Iterable[EventNode], kinds: Collection[str]) -> nx.Graph:
    """An undirected graph with an edge between any two entities of these kinds that took part in the same event.

    Nodes are ids with ``label``, ``kind`` and ``mentions``. Edges have ``weight`` (how many events), ``events`` (their ids,
    joined with ``|``) and, where a day is known, ``first`` and ``last``. All attributes are scalars, so that every writer of
    networkx takes them.
    """
    graph = nx.Graph()
    shared: dict[tuple[str, str], list[EventNode]] = {}
    for event in events:
        players = sorted((player for player in event.participants if player.kind in kinds), key=lambda player: player.id)
        graph.add_nodes_from((player.id, _attributes(player)) for player in players)
        for one, other in combinations(players, 2):
            shared.setdefault((one.id, other.id), []).append(event)
    for (left, right), together in sorted(shared.items()):
        graph.add_edge(left, right, weight=len(together), events=join_texts(event.id for event in together), **_days(together))
    return graph


def _attributes(entity: EntityNode) -> dict[str, str | int]:
    return {"label": entity.label, "kind": entity.kind, "mentions": entity.mentions}


def _days(events: Iterable[EventNode]) -> dict[str, str]:
    times = [event.time for event in events if event.time]
    begins = [time.begin for time in times if time.begin]
    ends = [time.end for time in times if time.end]
    return ({"first": min(begins)} if begins else {}) | ({"last": max(ends)} if ends else {})
