"""Where things happened: the places on a map of the land (Natural Earth 1:110m, public domain)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Final, NamedTuple

from kg.graph import EntityNode, EventNode, KnowledgeGraph
from kg.graph.attributes import PLACE_ROLE
from kg.graph.palette import color_of
from kg.plot.svg import FAINT, PAPER, Board, element, label, picture, shorten, text, tooltip, width

_WIDE: Final = 1100.0
_LEAST: Final = 30.0  # degrees that are shown at least
_AROUND: Final = 0.15  # of what is shown is beside the outermost places
_NAMED: Final = 40
_SEA: Final = "#f3f6f9"
_LAND: Final = "#dfe3e0"
_SHORE: Final = "#c3cac5"


class Frame(NamedTuple):
    """The part of the world that is shown, in degrees; a degree is as wide as it is in the middle of it."""

    west: float
    south: float
    east: float
    north: float

    @property
    def scale(self) -> float:
        """Units a degree of longitude."""
        return _WIDE / (self.east - self.west)

    @property
    def stretch(self) -> float:
        """How much longer a degree of latitude is."""
        return 1 / max(0.2, math.cos(math.radians((self.south + self.north) / 2)))

    @property
    def high(self) -> float:
        """Height of the picture."""
        return (self.north - self.south) * self.scale * self.stretch

    def place(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where it is in the picture."""
        return (longitude - self.west) * self.scale, (self.north - latitude) * self.scale * self.stretch


def draw(graph: KnowledgeGraph, events: Sequence[EventNode]) -> str:
    """The picture: a circle at each place, the larger the more of the events are there; small ones where none is."""
    counts = Counter(place.id for event in events for place in event.roles.get(PLACE_ROLE, ()))
    places = [place for place in graph.places() if place.link and place.link.latitude is not None]
    places.sort(key=lambda place: (-counts[place.id], -place.mentions, place.id))
    frame = _frame([_position(place) for place in places])
    title = f"{len(places)} of {len(graph.places())} places, {sum(counts[place.id] > 0 for place in places)} with events"
    return picture(
        title,
        _WIDE,
        frame.high + 40,
        [
            element("rect", width=_WIDE, height=frame.high, fill=_SEA),
            element("path", d=_land(frame), fill=_LAND, stroke=_SHORE, stroke_width=0.8),
            *(_circle(place, frame, counts[place.id]) for place in reversed(places)),
            *_labels(places, frame, counts),
            element("rect", y=frame.high, width=_WIDE, height=40, fill=PAPER),
            text(title, 20, frame.high + 26, fill=FAINT),
        ],
    )


def _position(place: EntityNode) -> tuple[float, float]:
    link = place.link
    return (link.longitude or 0.0, link.latitude or 0.0) if link else (0.0, 0.0)


def _frame(points: Sequence[tuple[float, float]]) -> Frame:
    """All points with some room around them, half as high as wide at least; the world where there is none."""
    if not points:
        return Frame(-180, -60, 180, 85)
    west, east = _span([x for x, _ in points], _LEAST, (-180, 180))
    middle = math.cos(math.radians(sum(y for _, y in points) / len(points)))
    south, north = _span([y for _, y in points], (east - west) * max(0.2, middle) / 2, (-85, 85))
    return Frame(west, south, east, north)


def _span(values: Sequence[float], least: float, limits: tuple[float, float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    room = max((high - low) * _AROUND, (least - (high - low)) / 2)
    return max(limits[0], low - room), min(limits[1], high + room)


@cache
def _rings() -> list[list[tuple[float, float]]]:
    """The outlines; one that crosses the line of 180 degrees goes on beyond it."""
    lines = (files("kg.plot") / "land.txt").read_text(encoding="utf-8").splitlines()
    rings = []
    for line in lines:
        ring: list[tuple[float, float]] = []
        for x, y in ((int(x) / 10, int(y) / 10) for x, y in (point.split(",") for point in line.split())):
            turns = round((ring[-1][0] - x) / 360) if ring else 0
            ring.append((x + 360 * turns, y))
        rings.append(ring)
    return rings


def _land(frame: Frame) -> str:
    """The outlines, once more a turn to either side; those that lie wholly outside are left out."""
    outlines = []
    for ring, turn in product(_rings(), (-360, 0, 360)):
        xs, ys = [x + turn for x, _ in ring], [y for _, y in ring]
        if min(xs) < frame.east and max(xs) > frame.west and min(ys) < frame.north and max(ys) > frame.south:
            outlines.append(
                "M" + "L".join("{:.1f} {:.1f}".format(*frame.place(x, y)) for x, y in zip(xs, ys, strict=True)) + "Z"
            )
    return "".join(outlines)


def _radius(count: int) -> float:
    return 3.0 if count == 0 else 4 + 3.5 * math.sqrt(count)


def _circle(place: EntityNode, frame: Frame, count: int) -> str:
    x, y = frame.place(*_position(place))
    said = f"{place.name}: {count} {'event' if count == 1 else 'events'}, {place.mentions} mentions"
    return element(
        "circle", tooltip(said), cx=x, cy=y, r=_radius(count), fill=color_of(place.kind), fill_opacity=0.75 if count else 0.35,
        stroke=PAPER,
    )  # fmt: skip


def _labels(places: Sequence[EntityNode], frame: Frame, counts: Counter[str]) -> Iterator[str]:
    """Names beside the circles, the most eventful first, where they cover no other."""
    board = Board(_WIDE)
    for place in places:
        if counts[place.id]:
            board.block(*frame.place(*_position(place)), _radius(counts[place.id]) - 1)
    for place in places[:_NAMED]:
        (x, y), words = frame.place(*_position(place)), shorten(place.name, 28)
        long, out = width(words, 12), _radius(counts[place.id]) + 3
        if box := board.take([(left, y - 8, left + long, y + 6) for left in (x + out, x - out - long)]):
            yield label(words, box, x, y + 4, 12)
