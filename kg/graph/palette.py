"""One colour for each kind of node, in every picture: told apart by the colour-blind, too (Okabe and Ito 2008)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

KIND_COLORS: Final[Mapping[str, str]] = {
    "person": "#0072b2",
    "organization": "#d55e00",
    "place": "#009e73",
    "facility": "#56b4e9",
    "group": "#cc79a7",
    "product": "#8c6d31",
    "named_event": "#e69f00",
    "event": "#f0c808",
    "article": "#999999",
    "value": "#bbbbbb",
}
OTHER: Final = "#666666"
"""The colour of a kind that is none of these."""


def color_of(kind: str) -> str:
    """The colour of a kind as ``#rrggbb``."""
    return KIND_COLORS.get(kind, OTHER)
