"""Which place names benchmarks/places.tsv labels: 200 drawn from the names of places in three development sets.

python benchmarks/draw_places.py DEV STANDOFF

DEV holds a folder with a ``gold.jsonl`` for each set, STANDOFF what ``kg extract`` made of the same texts (``id``, ``text``
and ``published`` alone), as ``<set>.jsonl``. Prints a line (set, document, start, end) for each name drawn, in order.

The population, ordered by set, document id, start and end:

- every name that the extractor types as a place;
- where gold marks places, gold's names, too, unless they overlap one of these or a word that the extractor types as a
  group ("Canadian"): MEANTIME's mentions of type NAM and PRE.NAM in chains of locations, ECB+'s of class LOC_GEO. Gold's
  spans are more than names, so a preposition and an article before them and all from the first comma on are cut; what is
  left must be capitalised words, joined by "of" or "of the".

``random.Random(0).sample`` draws from it, each name as likely as the next. The drawing stands as the extractor of commit
f4594d8 made it; another extractor gives another population, and so another drawing.

The columns that were then added by hand, from the article alone, without sight of what any linker makes of it:

- ``country``: ISO 3166-1 alpha-2 code of the country that the place is or lies in; ``-`` where there is none (continents,
  seas, unions of states) and where the name is no place's (a ship, a team called by its city);
- ``id``: GeoNames id of what the name stands for here, the country for a capital that stands for its government; ``NIL``
  where the right answer is no link at all (its country is then not asked); ``?`` where GeoNames has an entry, or may have
  one, but its id was not known for certain: such a row can be judged by its country alone;
- ``note``: the kind of thing, and what tells it from others of its name.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SETS = ("ecb_dev", "meantime_dev", "polnear_dev")
DRAWN = 200
BEFORE = re.compile(r"(?:(?:above|at|from|in|into|near|of|off|on|through|to|up)\s+)?(?:(?:a|the)\s+)?", re.I)
WORD = r"[A-Z][\w.]*(?:[-/][A-Z][\w.]*)*"
NAME = re.compile(rf"{WORD}(?:\s+(?:of\s+(?:the\s+)?)?{WORD})*")

Span = tuple[int, int]


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def gold_spans(doc: dict[str, Any]) -> Iterator[Span]:
    """Spans that gold marks as places."""
    if "chains" not in doc:
        yield from ((start, end) for start, end, kind, _ in doc.get("entities", ()) if kind == "LOC_GEO")
        return
    named = {tuple(entity["tokens"]) for entity in doc["entities"] if entity["syntactic"] in ("NAM", "PRE.NAM")}
    for tokens, chain in doc["chains"]["entities"]:
        if chain.startswith("LOC") and tuple(tokens) in named:
            yield doc["tokens"][tokens[0]][0], doc["tokens"][tokens[-1]][1]


def bare_name(text: str, span: Span) -> Span | None:
    """The name alone inside a span of gold's, or None where it is no name."""
    words = text[slice(*span)].partition(",")[0]
    lead = BEFORE.match(words)
    start = lead.end() if lead else 0
    name = NAME.fullmatch(words[start:])
    return (span[0] + start, span[0] + len(words)) if name else None


def places(doc: dict[str, Any], mentions: list[dict[str, Any]]) -> list[Span]:
    """The extractor's places, and gold's that neither they nor each other cover."""
    names = [m for m in mentions if m["kind"] == "name"]
    found = [(m["start"], m["end"]) for m in names if m["type"] == "place"]
    taken = found + [(m["start"], m["end"]) for m in names if m["type"] == "group"]
    for name in sorted(filter(None, (bare_name(doc["text"], span) for span in gold_spans(doc)))):
        if not any(name[0] < end and start < name[1] for start, end in taken):
            found.append(name)
            taken.append(name)
    return sorted(found)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("dev", type=Path)
    options.add_argument("standoff", type=Path)
    args = options.parse_args()
    population = []
    for name in SETS:
        mentions = {line["article"]["id"]: line["mentions"] for line in read(args.standoff / f"{name}.jsonl")}
        for doc in read(args.dev / name / "gold.jsonl"):
            population += [(name, doc["id"], *span) for span in places(doc, mentions[doc["id"]])]
    for row in sorted(random.Random(0).sample(sorted(population), DRAWN)):
        print(*row, sep="\t")


if __name__ == "__main__":
    main()
