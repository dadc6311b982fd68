"""Which events benchmarks/events.tsv judges: 200 drawn from the typed events of three development sets.

python benchmarks/draw_events.py STANDOFF

STANDOFF holds what ``kg extract`` made of the sets' texts (``id``, ``text`` and ``published`` alone), as ``<set>.jsonl``.
Prints a line (set, document, start and end of the trigger, type) for each event drawn, in order.

The population, ordered by set, document id and start of the trigger, is every event with a type other than ``Event`` and at
least one argument. ``random.Random(0).sample`` draws from it, each event as likely as the next. The drawing stands as the
extractor of commit fccdadd made it; another extractor gives another population, and so another drawing.

The columns that were then added by hand, from the article:

- ``verdict``: ``right`` where the type and every participant are; ``type`` where the trigger means something else;
  ``participant`` where one that is listed does not take part, or not in that role, or stands in a chain that is somebody
  else's or has somewhere a mention of somebody else (22 of the 33, marked "near" and "far mix": the participant itself is
  right; one given by name is right whatever else its chain has);
  ``no event`` where nothing of the kind is reported. A participant that is left out is no error here, nor is a wrong time,
  place, certainty or polarity; a pronoun that stands for nobody named is right in its own role;
- ``reason``: in a few words what is wrong, or by what the participants of a right one are named, and what else is amiss.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path

SETS = ("ecb_dev", "meantime_dev", "polnear_dev")
DRAWN = 200

Row = tuple[str, str, int, int, str]


def typed(folder: Path) -> Iterator[Row]:
    """The events of the three sets that have a type and an argument."""
    for name in SETS:
        for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            article = json.loads(line)
            for event in article["events"]:
                if event["type"] != "Event" and event["arguments"]:
                    trigger = event["trigger"]
                    yield name, article["article"]["id"], trigger["start"], trigger["end"], event["type"]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("standoff", type=Path)
    population = sorted(typed(options.parse_args().standoff))
    for row in sorted(random.Random(0).sample(population, DRAWN)):
        print(*row, sep="\t")


if __name__ == "__main__":
    main()
