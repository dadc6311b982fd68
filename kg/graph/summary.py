"""A graph in a few words, and in a small table for notebooks."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from kg.graph.nodes import Node

if TYPE_CHECKING:
    from kg.graph.knowledge_graph import KnowledgeGraph

_SHOWN = 8


def describe(graph: KnowledgeGraph) -> str:
    """How much of what is in it: ``2 people, 1 organization, …``."""
    return ", ".join(f"{len(nodes)} {one if len(nodes) == 1 else many}" for one, many, nodes in _parts(graph))


def describe_html(graph: KnowledgeGraph) -> str:
    """A table with a row for people, organizations, places, events and articles and the first of each."""
    rows = "".join(
        f"<tr><th style='text-align:left'>{len(nodes)} {one if len(nodes) == 1 else many}</th>"
        f"<td style='text-align:left'>{_names(nodes)}</td></tr>"
        for one, many, nodes in _parts(graph)
    )
    return f"<table><caption>KnowledgeGraph</caption>{rows}</table>"


def _parts(graph: KnowledgeGraph) -> list[tuple[str, str, tuple[Node, ...]]]:
    return [
        ("person", "people", graph.people()),
        ("organization", "organizations", graph.organizations()),
        ("place", "places", graph.places()),
        ("event", "events", graph.events(asserted=False)),
        ("article", "articles", graph.articles()),
    ]


def _names(nodes: Iterable[Node]) -> str:
    names = [escape(str(node)) for node in nodes]
    return " · ".join(names[:_SHOWN]) + (f" · and {len(names) - _SHOWN} more" if len(names) > _SHOWN else "")
