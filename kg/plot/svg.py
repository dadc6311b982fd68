"""The pieces of a picture: elements of SVG as text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape as escape_html
from typing import Final

from kg.graph.attributes import legal_text

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

FONT: Final = "font-family:system-ui,-apple-system,'Segoe UI','Helvetica Neue',Arial,sans-serif"
INK: Final = "#222222"
FAINT: Final = "#8a8a8a"
PAPER: Final = "#ffffff"
LETTER: Final = 0.57  # mean width of a letter, in sizes of the font


def escape(words: str) -> str:
    """The words as XML can have them."""
    return escape_html(legal_text(words))


def element(name: str, *children: str, **attributes: str | float) -> str:
    """An element; ``stroke_width=2`` is ``stroke-width="2"``. Children are SVG, attributes are escaped.

    >>> element("line", x1=0.0, y2=1.23456, stroke="red")
    '<line x1="0" y2="1.2" stroke="red"/>'
    """
    said = "".join(f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"' for key, value in attributes.items())
    return f"<{name}{said}>{''.join(children)}</{name}>" if children else f"<{name}{said}/>"


def _value(value: str | float) -> str:
    return escape(value) if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")


def text(words: str, x: float, y: float, *, size: float = 11, halo: bool = False, **attributes: str | float) -> str:
    """Words at a place; with a halo (drawn first, for not every program knows ``paint-order``) they can be read on lines."""
    look: dict[str, str | float] = {"x": x, "y": y, "font_size": size, "fill": INK, **attributes}
    around: dict[str, str | float] = {"stroke": PAPER, "stroke_width": 3.0, "stroke_linejoin": "round"}
    behind = element("text", escape(words), **look, **around) if halo else ""
    return behind + element("text", escape(words), **look)


def label(words: str, box: Box, x: float, y: float, size: float) -> str:
    """Words in their place on a board, drawn up to the thing at ``x`` that they name."""
    if box[0] >= x:
        return text(words, box[0], y, size=size, halo=True)
    if box[2] <= x:
        return text(words, box[2], y, size=size, halo=True, text_anchor="end")
    return text(words, x, y, size=size, halo=True, text_anchor="middle")


def tooltip(words: str) -> str:
    """What is shown when the pointer rests on the element around it."""
    return element("title", escape(words))


def width(words: str, size: float = 11) -> float:
    """About how wide the words are."""
    return len(words) * size * LETTER


def shorten(words: str, longest: int) -> str:
    """The words, cut where they are longer.

    >>> shorten("Eastern Economic Forum", 12)
    'Eastern Eco…'
    """
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"


class Board:
    """Where labels and circles are, so that no label covers another, nor, if there is room, a circle."""

    def __init__(self, wide: float) -> None:
        self._wide = wide
        self._circles: list[Box] = []
        self._labels: list[Box] = []

    def block(self, x: float, y: float, radius: float) -> None:
        """Keep labels off a circle."""
        self._circles.append((x - radius, y - radius, x + radius, y + radius))

    def take(self, places: Sequence[Box]) -> Box | None:
        """The first of these places that is free, or None; it is taken then."""
        inside = [box for box in places if box[0] > 0 and box[2] < self._wide]
        for taken in (self._labels + self._circles, self._labels):
            for box in inside:
                if not any(_overlap(box, other) for other in taken):
                    self._labels.append(box)
                    return box
        return None


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def picture(title: str, wide: float, high: float, children: Iterable[str]) -> str:
    """The whole picture on white paper."""
    paper = element("rect", width=wide, height=high, fill=PAPER)
    return element(
        "svg", element("title", escape(title)), paper, *children,
        xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {wide:.0f} {high:.0f}", width=wide, height=high, style=FONT,
    )  # fmt: skip


def legend(kinds: Iterable[tuple[str, str]], x: float, y: float) -> str:
    """Names beside dots of their colours, in a row."""
    pieces = []
    for name, color in kinds:
        pieces += [element("circle", cx=x + 5, cy=y - 4, r=5, fill=color), text(name, x + 14, y, fill=FAINT)]
        x += 26 + width(name)
    return element("g", *pieces)
