"""Who takes part in what: entities as circles, events as the points where their lines meet."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final

import networkx as nx

from kg.graph import EntityNode, EventNode, KnowledgeGraph
from kg.graph.attributes import PLACE_ROLE
from kg.graph.palette import color_of
from kg.plot.svg import FAINT, PAPER, Board, element, label, legend, picture, shorten, text, tooltip, width

_WIDE: Final = 1100.0
_HIGH: Final = 760.0
_MARGIN: Final = 70.0
_EVENTS: Final = 60  # that are drawn: those that most articles report
_LONGEST: Final = 28  # letters of a label

Point = tuple[float, float]


def draw(graph: KnowledgeGraph, events: Sequence[EventNode]) -> str:
    """The picture: events that bring two or more together; where there are too many, those that most articles report."""
    joining = [event for event in events if len(_players(event)) > 1]
    shown = sorted(joining, key=lambda event: (-len(event.articles), -len(_players(event)), event.id))[:_EVENTS]
    entities = {player.id: player for event in shown for players in event.roles.values() for player in players}
    at = _layout(shown)
    title = f"{len(entities)} entities in {len(shown)} of {len(graph.events(asserted=False))} events"
    kinds = sorted({entity.kind for entity in entities.values()}) + (["event"] if shown else [])
    return picture(
        title,
        _WIDE,
        _HIGH,
        [
            *_lines(shown, at),
            *(_event(event, at[event.id]) for event in shown if event.id in at),
            *(_entity(entity, at[node]) for node, entity in sorted(entities.items())),
            *_labels(sorted(entities.values(), key=lambda entity: (-entity.mentions, entity.id)), at),
            legend([(kind.replace("_", " "), color_of(kind)) for kind in kinds], 20, 26),
            text(title, 20, _HIGH - 14, fill=FAINT),
        ],
    )


def _layout(events: Sequence[EventNode]) -> dict[str, Point]:
    """Where everything is: each part that hangs together is laid out in a square of its own, as large as it has nodes."""
    between: nx.Graph[str] = nx.Graph()
    between.add_nodes_from(sorted({node for event in events for node in (event.id, *_players(event))}))
    between.add_edges_from((event.id, player) for event in events for player in _players(event))
    parts = sorted(nx.connected_components(between), key=lambda part: (-len(part), min(part)))
    placed = {}
    for part, (left, top, side) in zip(parts, _squares([len(part) for part in parts]), strict=True):
        inside = nx.spring_layout(_ordered(between.subgraph(part)), seed=1, iterations=200, k=4 / math.sqrt(len(part)))
        for node, (x, y) in inside.items():
            placed[node] = (left + (float(x) + 1.2) / 2.4 * side, top + (float(y) + 1.2) / 2.4 * side)
    return _fit(placed)


def _players(event: EventNode) -> list[str]:
    return sorted({player.id for players in event.roles.values() for player in players})


def _ordered(graph: nx.Graph) -> nx.Graph:
    """The same with nodes and edges in the order of their ids, for the layout depends on it."""
    ordered = nx.Graph()
    ordered.add_nodes_from(sorted(graph))
    ordered.add_edges_from(sorted(tuple(sorted(edge)) for edge in graph.edges))
    return ordered


def _squares(sizes: Sequence[int]) -> Iterator[tuple[float, float, float]]:
    """Left, top and side of a square for each part, the largest first, in rows as wide as high altogether."""
    sides = [size**0.65 for size in sizes]  # the large ones get more than their share
    row = max(sides[0], math.sqrt(sum(side * side for side in sides)) * math.sqrt(_WIDE / _HIGH)) if sides else 0
    left = top = 0.0
    high = 0.0
    for side in sides:
        if left and left + side > row:
            left, top, high = 0.0, top + high, 0.0
        yield left, top, side
        left, high = left + side, max(high, side)


def _fit(placed: dict[str, Point]) -> dict[str, Point]:
    """The same points over the whole of the picture."""
    if not placed:
        return {}
    (left, right), (top, bottom) = ((min(values), max(values)) for values in zip(*placed.values(), strict=True))
    scale_x = (_WIDE - 2 * _MARGIN) / ((right - left) or 1)
    scale_y = (_HIGH - 2 * _MARGIN) / ((bottom - top) or 1)
    return {node: (_MARGIN + (x - left) * scale_x, _MARGIN + (y - top) * scale_y) for node, (x, y) in placed.items()}


def _lines(events: Sequence[EventNode], at: dict[str, Point]) -> Iterator[str]:
    for event in events:
        for role, players in event.roles.items():
            dashes = {"stroke_dasharray": "4 3"} if role == PLACE_ROLE else {}
            for player in players:
                (x1, y1), (x2, y2) = at[event.id], at[player.id]
                yield element(
                    "line", tooltip(f"{player}: {role.replace('_', ' ')}"),
                    x1=x1, y1=y1, x2=x2, y2=y2, stroke="#c4c4c4", stroke_width=1.2, **dashes,
                )  # fmt: skip


def _event(event: EventNode, at: Point) -> str:
    (x, y), half = at, 4 + math.sqrt(len(event.articles))
    corners = f"{x:.1f},{y - half:.1f} {x + half:.1f},{y:.1f} {x:.1f},{y + half:.1f} {x - half:.1f},{y:.1f}"
    said = "\n".join([str(event), *(piece.sentence for piece in event.evidence[:1])])
    return element("polygon", tooltip(said), points=corners, fill=color_of(event.kind), stroke=PAPER)


def _radius(entity: EntityNode) -> float:
    return 5 + 1.6 * math.sqrt(entity.mentions)


def _entity(entity: EntityNode, at: Point) -> str:
    said = f"{entity.name} ({entity.kind.replace('_', ' ')}, {entity.mentions} mentions)"
    return element(
        "circle", tooltip(said),
        cx=at[0], cy=at[1], r=_radius(entity), fill=color_of(entity.kind), fill_opacity=0.9, stroke=PAPER, stroke_width=1.5,
    )  # fmt: skip


def _labels(entities: Sequence[EntityNode], at: dict[str, Point]) -> Iterator[str]:
    """A label beside each entity, the most mentioned first, where it covers no other label."""
    board = Board(_WIDE)
    for entity in entities:
        board.block(*at[entity.id], _radius(entity))
    for entity in entities:
        words, (x, y), out = shorten(entity.name, _LONGEST), at[entity.id], _radius(entity) + 4
        size = 14.0 if entity.mentions > 9 else 11.5
        long = width(words, size)
        starts = ((x + out, y + 4), (x - out - long, y + 4), (x - long / 2, y - out), (x - long / 2, y + out + size))
        if box := board.take([(left, base - size, left + long, base + 3) for left, base in starts]):
            yield label(words, box, x, box[3] - 3, size)
