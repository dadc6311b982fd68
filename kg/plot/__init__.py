"""Pictures of a graph as SVG: they need no library and no network, open in every browser, and show in notebooks.

To add a view: write a module with ``draw(graph, events)``, and a row in VIEWS.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kg.errors import GraphError, OutputError
from kg.graph import EventNode, KnowledgeGraph
from kg.plot import network, timeline, world

__all__ = ["VIEWS", "Picture", "plot"]


@dataclass(frozen=True, slots=True, repr=False)
class Picture:
    """A picture; a notebook shows it, `save` writes it.

    Attributes:
        svg: the whole of it.
    """

    svg: str

    def save(self, path: str | Path) -> None:
        """Write it as an SVG file.

        Raises:
            OutputError: the file cannot be written.
        """
        try:
            Path(path).write_text(self.svg, encoding="utf-8")
        except OSError as error:
            raise OutputError(f"{path}: {error.strerror or error}") from error

    def _repr_html_(self) -> str:
        return self.svg

    def __repr__(self) -> str:
        return f"<picture, {len(self.svg)} characters of SVG>"


VIEWS: Final[dict[str, Callable[[KnowledgeGraph, Sequence[EventNode]], str]]] = {
    "network": network.draw,
    "timeline": timeline.draw,
    "map": world.draw,
}


def plot(graph: KnowledgeGraph, view: str = "network", **which: Any) -> Picture:
    """A picture of the events for which all that is given holds.

    Args:
        graph: the graph.
        view: ``network`` (who takes part in what), ``timeline`` (when) or ``map`` (where).
        which: as in `KnowledgeGraph.events`.

    Raises:
        GraphError: there is no such view.
    """
    if view not in VIEWS:
        raise GraphError(f"{view!r} is no view (known: {', '.join(VIEWS)})")
    return Picture(VIEWS[view](graph, graph.events(**which)))
