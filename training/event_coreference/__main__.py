"""``python -m training.event_coreference DATA --held-out SET...``: the table of words and the weights of the features.

``DATA`` holds the unpacked archives ``ecbplus``, ``current_events`` and ``qanom``. What our own extraction finds in ECB+ is
compared as it will be at run time; mentions that the corpus has, too, say which pairs are of one happening. What articles
about some days of a long story tell, weeks apart, is not.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from kg.event_coreference.features import COLUMNS, COLUMNS_AGAIN
from kg.event_coreference.views import EventView, view_events
from kg.extract import extract_article, load_nlp
from kg.model import Article, Block, Extraction
from kg.resolve import NO_CORRECTIONS
from kg.resolve.entities import resolve_entities
from kg.resolve.linking import link_chains
from kg.resolve.sources import Reading
from training.event_coreference.campaigns import read_campaigns
from training.event_coreference.ecb import Document, read_documents
from training.event_coreference.examples import Examples, of_campaigns, of_topics
from training.event_coreference.regression import FOLDS, Regression, fit
from training.prepare import HeldOut

TARGET = Path("kg/event_coreference")


def read_views(documents: Iterable[Document]) -> list[tuple[EventView, str | None]]:
    """The event mentions that extraction finds, and their chain: None where the corpus has none, "" outside its sentences."""
    documents = list(documents)
    rows: list[tuple[EventView, str | None]] = []
    read = _read({document.id: document.text for document in documents})
    for document, (extraction, views) in zip(documents, read, strict=True):
        rows += _chains(document, extraction, views)
    return rows


def _read(texts: Mapping[str, str]) -> Iterator[tuple[Extraction, list[EventView]]]:
    """What extraction finds in each article, by the names that resolution over all gives."""
    nlp = load_nlp("")
    extractions = [extract_article(_article(name, text), nlp) for name, text in texts.items()]
    readings = [Reading.of(extraction) for extraction in extractions]
    _, entity_of, _ = resolve_entities(readings, link_chains(readings), NO_CORRECTIONS)
    for number, extraction in enumerate(extractions):
        yield extraction, view_events(number, extraction, lambda chain, number=number: entity_of.get((number, chain)))  # type: ignore[misc]


def _article(name: str, text: str) -> Article:
    return Article(id=name, source=name, text=text, blocks=(Block(0, len(text), "paragraph"),))


def _chains(document: Document, extraction: Extraction, views: list[EventView]) -> Iterable[tuple[EventView, str | None]]:
    """Each view with its chain; None where the corpus has no event there, "" outside of the annotated sentences."""
    for view, event in zip(views, extraction.events, strict=True):
        start, end = event.trigger.start, event.trigger.end
        chain = next((c for a, b, c in document.events if a < end and start < b), None)
        yield view, chain if any(a <= start < b for a, b in document.sentences) else ""


def train(sets: Sequence[Examples]) -> tuple[Regression, Regression]:
    """The first look and the second: that learns from what the first says of topics that it was not trained on."""
    targets, counts = (np.concatenate([getattr(part, name) for part in sets]) for name in ("targets", "counts"))
    inputs = np.concatenate([part.measured(part.pairs) for part in sets])
    models = []
    for fold in range(FOLDS):
        rows = np.concatenate([part.without(fold) for part in sets])
        models.append(fit(inputs[rows], targets[rows], counts[rows]))
    again = np.concatenate([part.measured_again(models) for part in sets])
    return fit(inputs, targets, counts), fit(again, targets, counts)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="folder with one folder for each unpacked data archive")
    parser.add_argument("--held-out", type=Path, nargs="*", default=[], metavar="SET", help="left out of training")
    parser.add_argument("--words", action="store_true", help="compile the table of words anew, too (needs onnx)")
    args = parser.parse_args()
    if args.words:
        from training.event_coreference.words import compile_words

        (TARGET / "words.npz").write_bytes(compile_words(args.data, Path("kg/models/en_kg_news")))
    held = HeldOut(args.held_out)
    campaigns = list(read_campaigns(args.data / "current_events" / "events_2002_2025.jsonl", held))
    told = _read({f"{campaign.story} {number}": campaign.text for number, campaign in enumerate(campaigns)})
    others = of_campaigns(campaigns, [view for _, views in told for view in views])
    documents = [d for d in read_documents(args.data / "ecbplus") if not held.has([d.text.replace(" ", "")])]
    examples = of_topics(read_views(documents), [document.topic for document in documents])
    first, second = train([examples, others])
    table = {"first look": first.table(COLUMNS), "second look": second.table(COLUMNS_AGAIN)}
    (TARGET / "weights.json").write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    print(f"{len(examples.pairs)} pairs, {int(examples.targets.sum())} of one happening; {len(others.pairs)} of one story")


if __name__ == "__main__":
    main()
