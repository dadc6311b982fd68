"""How two people hang together: the shortest chains of events from one to the other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Set
from dataclasses import dataclass
from itertools import islice, product

import networkx as nx

from kg.graph.nodes import EntityNode, EventNode

_LOOKED_AT = 1000  # chains between two entities, of which the first by id are kept


@dataclass(frozen=True, slots=True, repr=False)
class Connection:
    """A chain of events from one entity to another.

    Attributes:
        entities: from the first to the last.
        events: the event between each of them and the next.
    """

    entities: tuple[EntityNode, ...]
    events: tuple[EventNode, ...]

    def __len__(self) -> int:
        return len(self.events)

    def __str__(self) -> str:
        steps = (f" — {event.label} — {entity}" for event, entity in zip(self.events, self.entities[1:], strict=True))
        return f"{self.entities[0]}{''.join(steps)}"

    def __repr__(self) -> str:
        return f"<connection {self}>"


def shortest_paths(
    events: Iterable[EventNode], starts: Set[str], ends: Set[str], kinds: Collection[str], limit: int
) -> tuple[Connection, ...]:
    """All shortest paths from any of the starts to any of the ends, through entities of these kinds.

    Args:
        events: those that may lie on a path.
        starts: ids of entities, of whatever kind.
        ends: likewise.
        kinds: kinds of the entities between them.
        limit: how many paths at most, in the order of their ids.
    """
    things: dict[str, EntityNode | EventNode] = {}
    between: nx.Graph[str] = nx.Graph()
    for event in events:
        things[event.id] = event
        for player in event.participants:
            if player.kind in kinds or player.id in starts | ends:
                things[player.id] = player
                between.add_edge(event.id, player.id)
    players = {node for node, thing in things.items() if isinstance(thing, EntityNode)}
    starts, ends = starts & players, ends & players  # the name of an event may have theirs in it
    chains = (
        chain
        for start, end in product(sorted(starts - ends), sorted(ends - starts))
        if nx.has_path(between, start, end)
        for chain in islice(nx.all_shortest_paths(between, start, end), max(limit, _LOOKED_AT))
    )
    found = sorted(chains, key=lambda chain: (len(chain), chain))
    return tuple(_path(chain, things) for chain in found[:limit] if len(chain) == len(found[0]))


def _path(chain: list[str], things: dict[str, EntityNode | EventNode]) -> Connection:
    nodes = [things[node] for node in chain]
    return Connection(
        tuple(node for node in nodes if isinstance(node, EntityNode)),
        tuple(node for node in nodes if isinstance(node, EventNode)),
    )
