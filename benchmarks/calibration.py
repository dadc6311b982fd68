"""Does a name's score mean what it says? Of the names with a score about s, the share that gold has, too, should be s.

python benchmarks/calibration.py SET... [--svg FILE]

SET is a folder with a ``gold.jsonl`` (``{"text", "entities": [[start, end, type]]}``; types PER, ORG, LOC, exact spans).
Prints a table with a row for each tenth of the scores, and draws the curve.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from kg.extract import extract_article, load_nlp
from kg.ingest import read_articles
from kg.model import Article

TYPES = {"person": "PER", "organization": "ORG", "place": "LOC", "facility": "LOC"}
SIDE, EDGE = 320, 40


def judged(folder: Path) -> Iterator[tuple[float, bool]]:
    """(score, right) of every name in a set."""
    path = folder / "gold.jsonl"
    gold = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        gold[row["text"]] = {tuple(entity[:3]) for entity in row["entities"]}
    nlp = load_nlp()
    for article in read_articles([path]):
        if isinstance(article, Article) and article.text in gold:
            for mention in extract_article(article, nlp).mentions:
                if mention.kind == "name" and mention.type in TYPES and mention.score is not None:
                    yield mention.score, (mention.start, mention.end, TYPES[mention.type]) in gold[article.text]


def bins(pairs: list[tuple[float, bool]]) -> list[tuple[float, float, int]]:
    """(mean score, share right, how many) of each tenth of the range of scores that has names."""
    rows = []
    for i in range(10):
        inside = [pair for pair in pairs if i / 10 < pair[0] <= (i + 1) / 10]
        if inside:
            rows.append((sum(s for s, _ in inside) / len(inside), sum(r for _, r in inside) / len(inside), len(inside)))
    return rows


def draw(rows: list[tuple[float, float, int]]) -> str:
    """The curve as SVG: scores from left to right, shares from bottom to top; the area of a dot is the number of names."""

    def at(x: float, y: float) -> tuple[float, float]:
        return round(EDGE + x * SIDE, 1), round(EDGE + (1 - y) * SIDE, 1)

    most = max(count for *_, count in rows)
    points = " ".join(f"{x},{y}" for x, y in (at(s, r) for s, r, _ in rows))
    dots = "".join(
        '<circle cx="{}" cy="{}" r="{:.1f}" fill="#2a6f97" fill-opacity="0.7"/>'.format(
            *at(s, r), 3 + 12 * (count / most) ** 0.5
        )
        for s, r, count in rows
    )
    grid = "".join(
        '<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="#ddd"/>'.format(*at(x1, y1), *at(x2, y2))
        + '<text x="{}" y="{}" font-size="11" text-anchor="{}">{:.1f}</text>'.format(
            *((at(tick, 0)[0], EDGE + SIDE + 16) if y1 == 0 and y2 == 1 else (EDGE - 6, at(0, tick)[1] + 4)),
            "middle" if y1 == 0 and y2 == 1 else "end",
            tick,
        )
        for tick in (0, 0.2, 0.4, 0.6, 0.8, 1)
        for x1, y1, x2, y2 in ((tick, 0, tick, 1), (0, tick, 1, tick))
    )
    size = SIDE + 2 * EDGE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size + 16}" font-family="sans-serif">'
        f'<rect width="{size}" height="{size + 16}" fill="white"/>{grid}'
        '<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="#888" stroke-dasharray="4"/>'.format(*at(0, 0), *at(1, 1))
        + f'<polyline points="{points}" fill="none" stroke="#2a6f97" stroke-width="2"/>{dots}'
        f'<text x="{EDGE + SIDE / 2}" y="{size + 8}" font-size="12" text-anchor="middle">score of a name</text>'
        f'<text x="{EDGE}" y="{EDGE - 14}" font-size="12">share that is right</text></svg>\n'
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("sets", nargs="+", type=Path)
    options.add_argument("--svg", type=Path)
    args = options.parse_args()
    pairs = [pair for folder in args.sets for pair in judged(folder)]
    rows = bins(pairs)
    print("score  right  names")
    for score, right, count in rows:
        print(f"{score:5.3f}  {right:5.3f}  {count:5}")
    error = sum(abs(score - right) * count for score, right, count in rows) / len(pairs)
    print(f"expected calibration error {error:.3f} over {len(pairs)} names")
    if args.svg:
        args.svg.write_text(draw(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
