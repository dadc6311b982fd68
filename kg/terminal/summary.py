"""The summary of a build."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.graph.wording import status_of
from kg.ontology import ROOT
from kg.terminal.console import count_of, make_table

if TYPE_CHECKING:
    from kg.graph import EntityNode, EventNode, KnowledgeGraph

_TOP = 10


def show_summary(graph: KnowledgeGraph, read: str, written: Sequence[Path], console: Console) -> None:
    """Who, where, what happened and when, in how many articles, and where it was written."""
    events = graph.events(asserted=False)
    console.print(Text(f"{read}: {_counts(graph)}", style="bold"))
    console.print()
    for title, entities in (
        ("Who", (*graph.people(), *graph.organizations())),
        ("Where", graph.places()),
    ):
        if entities:
            console.print(
                _entity_table(title, sorted(entities, key=lambda e: (-e.mentions, e.id))[:_TOP], graph, len(entities))
            )
            console.print()
    if events:
        console.print(_event_table(events))
        console.print()
    for path in written:
        console.print(f"wrote {path}", markup=False, soft_wrap=True)


def _counts(graph: KnowledgeGraph) -> str:
    parts = (
        (len(graph.people()), "person", "people"),
        (len(graph.organizations()), "organization", "organizations"),
        (len(graph.places()), "place", "places"),
        (len(graph.events(asserted=False)), "event", "events"),
    )
    return ", ".join(count_of(count, one, many) for count, one, many in parts)


def _entity_table(title: str, entities: Sequence[EntityNode], graph: KnowledgeGraph, total: int) -> Table:
    table = make_table()
    table.add_column(title, style="bold", max_width=40)
    table.add_column("", style="dim")
    table.add_column("also", style="dim", ratio=1, no_wrap=True, overflow="ellipsis")
    table.add_column("articles", justify="right")
    table.add_column("mentions", justify="right")
    for entity in entities:
        articles = {piece.article for piece in graph.evidence(entity)}
        table.add_row(entity.label, entity.kind, ", ".join(entity.aliases), str(len(articles)), str(entity.mentions))
    if total > len(entities):
        table.add_row(Text(f"and {total - len(entities)} more", style="dim"))
    return table


def _what(event: EventNode) -> str:
    """The type in words; of an event of no known type its trigger, which its label begins with."""
    return event.type if event.type != ROOT else event.label.partition(",")[0].partition(" of ")[0]


def _event_table(events: Sequence[EventNode]) -> Table:
    table = make_table()
    table.add_column("What happened", style="bold")
    table.add_column("when", no_wrap=True)
    table.add_column("who", ratio=3)
    table.add_column("where", ratio=2)
    table.add_column("", style="dim")
    table.add_column("articles", justify="right")
    ranked = sorted(events, key=lambda event: (-len(event.articles), -len(event.participants), event.id))
    chosen = {event.id for event in ranked[: 2 * _TOP]}
    for event in (event for event in events if event.id in chosen):
        table.add_row(
            _what(event),
            event.time.value if event.time else "",
            ", ".join(map(str, event.participants)),
            str(event.place or ""),
            status_of(event),
            str(len(event.articles)),
        )
    if len(events) > len(chosen):
        table.add_row(Text(f"and {len(events) - len(chosen)} more", style="dim"))
    return table
