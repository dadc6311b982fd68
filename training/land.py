"""Outlines of the land for maps, from Natural Earth 1:110m (public domain) as the npm package world-atlas 2.0.2 (ISC) has it.

python -m training.land node_modules/world-atlas/land-110m.json > kg/plot/land.txt

One ring a line: longitude,latitude in tenths of a degree, a blank between points.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

Point = tuple[int, int]


def decode_arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs of a TopoJSON file: differences from point to point, then scale and offset."""
    (scale_x, scale_y), (left, bottom) = topology["transform"]["scale"], topology["transform"]["translate"]

    def place(point: Point) -> Point:
        return round(10 * (point[0] * scale_x + left)), round(10 * (point[1] * scale_y + bottom))

    def add(one: Point, other: Point) -> Point:
        return one[0] + other[0], one[1] + other[1]

    return [[place(point) for point in accumulate(map(tuple, arc), add)] for arc in topology["arcs"]]


def rings(topology: dict[str, Any]) -> Iterator[list[Point]]:
    """The rings of the land; ~3 is arc 3 backwards. Points that fall together are one."""
    arcs = decode_arcs(topology)
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            for ring in polygon:
                points = [point for arc in ring for point in (arcs[arc] if arc >= 0 else arcs[~arc][::-1])]
                yield [point for number, point in enumerate(points) if number == 0 or point != points[number - 1]]


def main() -> None:
    """Print the rings of the file that the command names."""
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    for ring in rings(topology):
        print(" ".join(f"{x},{y}" for x, y in ring))


if __name__ == "__main__":
    main()
