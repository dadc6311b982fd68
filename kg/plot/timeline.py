"""When things happened: a column for each event in the order of time, a lane for each who takes part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from kg.graph import EntityNode, EventNode, KnowledgeGraph
from kg.graph.attributes import PLACE_ROLE
from kg.graph.palette import color_of
from kg.ontology import ROOT
from kg.plot.svg import FAINT, PAPER, element, legend, picture, shorten, text, tooltip, width

_COLUMN: Final = 24.0
_LANE: Final = 26.0
_TOP: Final = 150.0
_LEFT: Final = 210.0
_BOTTOM: Final = 96.0
_EVENTS: Final = 60  # that are drawn: those that most articles report
_LANES: Final = 16  # those who take part in most of them


def draw(graph: KnowledgeGraph, events: Sequence[EventNode]) -> str:
    """The picture; what happened at no known time is not in it, and where there is too much, the most reported is."""
    dated = [event for event in events if event.time and (event.time.begin or event.time.end)]
    lanes = _lanes(dated)
    reached = [event for event in dated if not set(lanes).isdisjoint(_players(event))]
    kept = {event.id for event in sorted(reached, key=lambda event: (-len(event.articles), event.id))[:_EVENTS]}
    shown = [event for event in reached if event.id in kept]
    right = _LEFT + max(len(shown), 12) * _COLUMN
    high = _TOP + len(lanes) * _LANE + _BOTTOM
    title = f"{len(shown)} of {len(graph.events(asserted=False))} events; {len(events) - len(dated)} have no known time"
    kinds = sorted({entity.kind for entity in lanes})
    return picture(
        title,
        right + 90,
        high,
        [
            *(_lane(entity, _TOP + row * _LANE, right) for row, entity in enumerate(lanes)),
            *(_column(event, _LEFT + number * _COLUMN, lanes) for number, event in enumerate(shown)),
            *_days(shown, _TOP + len(lanes) * _LANE),
            legend([(kind.replace("_", " "), color_of(kind)) for kind in kinds], 20, 26),
            text(title, 20, high - 14, fill=FAINT),
        ],
    )


def _lanes(events: Sequence[EventNode]) -> list[EntityNode]:
    """Those who are there most often, places last."""
    counts = Counter(player for event in events for player in _players(event))
    often = sorted(counts, key=lambda entity: (-counts[entity], entity.id))[:_LANES]
    return sorted(often, key=lambda entity: (entity.kind in {"place", "facility"}, -counts[entity], entity.id))


def _players(event: EventNode) -> list[EntityNode]:
    return list(dict.fromkeys(player for players in event.roles.values() for player in players))


def _lane(entity: EntityNode, y: float, right: float) -> str:
    return element(
        "g",
        element("line", x1=_LEFT - 12, y1=y, x2=right, y2=y, stroke=color_of(entity.kind), stroke_opacity=0.25, stroke_width=2),
        text(shorten(entity.name, 26), _LEFT - 20, y + 4, size=12, text_anchor="end"),
    )


def _column(event: EventNode, x: float, lanes: Sequence[EntityNode]) -> str:
    """Its name above, and a dot on the lane of each who takes part: a ring where it is the place."""
    rows = [row for row, entity in enumerate(lanes) if entity in _players(event)]
    where = event.roles.get(PLACE_ROLE, ())
    dots = [
        element("circle", cx=x, cy=_TOP + row * _LANE, r=6, fill=color_of(lanes[row].kind), stroke=PAPER, stroke_width=1.5)
        if lanes[row] not in where
        else element("circle", cx=x, cy=_TOP + row * _LANE, r=5, fill=PAPER, stroke=color_of(lanes[row].kind), stroke_width=2.5)
        for row in rows
    ]
    stem = element("line", x1=x, y1=_TOP - 22, x2=x, y2=_TOP + max(rows, default=0) * _LANE, stroke="#d0d0d0", stroke_width=1.2)
    name = text(shorten(_name(event), 26), x, _TOP - 28, transform=f"rotate(-50 {x:.1f} {_TOP - 28:.1f})")
    said = "\n".join([str(event), *(piece.sentence for piece in event.evidence[:1])])
    return element("g", tooltip(said), stem, name, *dots)


def _name(event: EventNode) -> str:
    """The type, or the word of the text where the type says nothing; with a question mark where it is not sure."""
    name = event.evidence[0].text if event.type == ROOT and event.evidence else event.type
    return (name or event.type) + ("" if event.asserted else "?")


def _when(event: EventNode) -> str:
    """The time in words: ``197`` is a decade, ``19`` a century."""
    value = event.time.value if event.time else ""
    return (
        f"{value}0s"
        if value.isdecimal() and len(value) == 3
        else f"{value}00s"
        if value.isdecimal() and len(value) == 2
        else value
    )


def _days(events: Sequence[EventNode], y: float) -> Iterator[str]:
    """The times under the columns, each once, on three rows where they are close."""
    end_of_row = [0.0, 0.0, 0.0]
    seen = ""
    for number, event in enumerate(events):
        value, x = _when(event), _LEFT + number * _COLUMN
        if value == seen:
            continue
        seen = value
        yield element("line", x1=x - _COLUMN / 2, y1=_TOP - 14, x2=x - _COLUMN / 2, y2=y, stroke="#ececec")
        row = next((row for row, end in enumerate(end_of_row) if end < x - 8), None)
        if row is not None:
            end_of_row[row] = x + width(value)
            yield text(value, x - 8, y + 8 + 16 * row, fill=FAINT)
