"""How often a place in the news is linked to the right country, and to the right place.

python benchmarks/places.py DEV [--show] [--articles]

DEV holds a folder with a ``gold.jsonl`` for each set; places.tsv says what 200 names in three sets stand for (draw_places.py
tells how they were drawn and labelled). Each set is built as ``kg build`` builds it, all its articles together (``--articles``:
each alone); a name is judged by the entity that it ends up in. No entity at all counts as no link.

- right country: of the names of places, those whose entity is linked into the right country (to none for a sea or continent);
- right id: of the names whose id is known, those linked to it; where the right answer is no link, those without one.
"""

from __future__ import annotations

import argparse
import csv
import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.config import Config
from kg.extract import extract_article, load_nlp
from kg.ingest import read_articles
from kg.model import Extraction, Link
from kg.resolve import resolve

LABELS = Path(__file__).with_name("places.tsv")
Row = dict[str, str]


def read_articles_of(gold: Path) -> Iterator[Extraction]:
    """What the articles of a set say."""
    docs = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        path.write_text("".join(json.dumps(_bare(doc)) + "\n" for doc in docs), encoding="utf-8")
        config = Config(any_language=True)
        nlp = load_nlp(config.model)
        for article in read_articles([path], config):
            if isinstance(article, Exception):
                raise article
            yield extract_article(article, nlp)


def _bare(doc: dict[str, Any]) -> dict[str, Any]:
    return {key: doc[key] for key in ("id", "text", "published") if doc.get(key)}


def links(extractions: list[Extraction]) -> dict[tuple[str, str], Link | None]:
    """(article, chain) -> what its entity is linked to."""
    resolution = resolve(extractions)
    entities = {entity.id: entity for entity in resolution.entities}
    return {key: entities[node].link for key, node in resolution.entity_of.items()}


def find(extraction: Extraction, start: int, end: int) -> str | None:
    """The chain of the mention at a span, or of the one that overlaps it most."""
    mentions = [m for m in extraction.mentions if m.start < end and start < m.end and m.kind == "name"]
    best = max(mentions, key=lambda m: (min(end, m.end) - max(start, m.start), -(m.end - m.start)), default=None)
    return best.entity if best else None


def judge(row: Row, link: Link | None) -> tuple[bool | None, bool | None]:
    """Whether the country and the id are right; None where that is not asked."""
    if row["id"] == "NIL":
        return None, link is None
    country = link is not None and (link.country or "-") == row["country"]
    if row["id"] == "?":
        return country, None
    return country, link is not None and link.id == f"https://sws.geonames.org/{row['id']}/"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("dev", type=Path)
    options.add_argument("--show", action="store_true", help="print every name that is not right")
    options.add_argument("--articles", action="store_true", help="resolve each article alone")
    args = options.parse_args()
    with LABELS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    votes: Counter[tuple[str, bool]] = Counter()
    for name in sorted({row["set"] for row in rows}):
        extractions = list(read_articles_of(args.dev / name / "gold.jsonl"))
        by_id = {extraction.article.id: extraction for extraction in extractions}
        groups = [[extraction] for extraction in extractions] if args.articles else [extractions]
        linked = {key: link for group in groups for key, link in links(group).items()}
        for row in (row for row in rows if row["set"] == name):
            extraction = by_id[row["doc"]]
            start, end = int(row["start"]), int(row["end"])
            chain = find(extraction, start, end)
            link = linked.get((row["doc"], chain)) if chain else None
            country, exact = judge(row, link)
            for question, answer in (("country", country), ("id", exact)):
                if answer is not None:
                    votes[question, answer] += 1
            if args.show and False in (country, exact):
                text = extraction.article.text
                got = f"{link.name} ({link.kind}, {link.country}, {link.score})" if link else "no link"
                around = " ".join(text[max(0, start - 60) : end + 40].split())
                print(f"{row['doc']}\t{text[start:end]}\t{row['country']} {row['id']} {row['note']}\t{got}\t… {around} …")
    for question, target in (("country", 0.85), ("id", 0.80)):
        right, asked = votes[question, True], votes[question, True] + votes[question, False]
        print(f"right {question}: {right} of {asked} = {right / asked:.3f} (asked for: {target:.2f})")


if __name__ == "__main__":
    main()
