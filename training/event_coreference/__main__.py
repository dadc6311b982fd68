"""``python -m training.event_coreference DATA --held-out SET...``: the table of words and the weights of the features.

``DATA`` holds the unpacked archives ``ecbplus``, ``current_events`` and ``qanom``. What our own extraction finds in ECB+ is
compared as it will be at run time; mentions that the corpus has, too, say which pairs are of one happening. What articles
about some days of a long story tell, weeks apart, is not.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from pathlib import Path

import numpy as np

from kg.event_coreference.features import COLUMNS, document_cosine, measure
from kg.event_coreference.views import EventView, view_events
from kg.event_coreference.words import nearness
from kg.extract import extract_article, load_nlp
from kg.model import Article, Block, Extraction
from kg.ontology import ROOT
from kg.resolve import NO_CORRECTIONS
from kg.resolve.entities import resolve_entities
from kg.resolve.linking import link_chains
from kg.resolve.sources import Reading
from training.event_coreference.campaigns import apart, read_campaigns
from training.event_coreference.ecb import Document, read_documents
from training.prepare import HeldOut

STRENGTH, STEPS = 3.0, 15
"""Of the regularization; Newton's steps."""
KEPT, ALIKE, NEAR = 3, 4, 0.5
"""One in so many pairs that are not one; articles of other topics; cosine of triggers that are compared."""
TARGET = Path("kg/event_coreference")


def read_views(documents: Iterable[Document]) -> list[tuple[EventView, str | None]]:
    """The event mentions that extraction finds in the annotated sentences, and their chain in the corpus if it has them."""
    documents = list(documents)
    rows: list[tuple[EventView, str | None]] = []
    read = _read({document.id: document.text for document in documents})
    for document, (extraction, views) in zip(documents, read, strict=True):
        rows += [(view, chain) for view, chain in _chains(document, extraction, views) if chain != ""]
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


def fit(inputs: np.ndarray, targets: np.ndarray, counts: np.ndarray) -> tuple[float, np.ndarray]:
    """Intercept and weights of a logistic regression (ridge, Newton's method); ``counts``: how much each row weighs."""
    mean, spread = inputs.mean(0), inputs.std(0) + 1e-6
    x = np.concatenate([np.ones((len(inputs), 1)), (inputs - mean) / spread], axis=1)
    ridge = np.diag([0.0, *[STRENGTH] * inputs.shape[1]])
    weights = np.zeros(x.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        gradient = x.T @ ((p - targets) * counts) + ridge @ weights
        weights -= np.linalg.solve((x * (p * (1 - p) * counts)[:, None]).T @ x + ridge, gradient)
    scaled = weights[1:] / spread
    return float(weights[0] - scaled @ mean), scaled


def pairs_of(rows: list[tuple[EventView, str | None]], topics: list[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Pairs of mentions: the values of the columns, whether the corpus says that they are one, and how many they stand for.

    All pairs inside a topic, one in `KEPT` of those that are not one; and those with articles of other topics that look alike.
    """
    by_topic: dict[str, list[tuple[EventView, str]]] = defaultdict(list)
    by_article: dict[int, list[EventView]] = defaultdict(list)
    for view, chain in rows:
        by_article[view.article].append(view)
        if chain is not None:
            by_topic[topics[view.article]].append((view, chain))
    inputs, targets, counts = [], [], []
    for group in by_topic.values():
        for number, ((left, chain), (right, other)) in enumerate(combinations(group, 2)):
            if chain == other or number % KEPT == 0:
                inputs.append(measure(left, right))
                targets.append(float(chain == other))
                counts.append(1.0 if chain == other else float(KEPT))
    for left, right in _across_topics(by_article, topics):
        inputs.append(measure(left, right))
        targets.append(0.0)
        counts.append(1.0)
    return np.array(inputs), np.array(targets), np.array(counts)


def _across_topics(
    by_article: Mapping[int, Sequence[EventView]], topics: Sequence[str]
) -> Iterator[tuple[EventView, EventView]]:
    """Pairs that a run would compare, of each article and those of other topics that are most like it."""
    for article, views in by_article.items():
        others = [other for other in by_article if topics[other] != topics[article]]
        others.sort(key=lambda other: (-document_cosine(views[0], by_article[other][0]), other))
        for left, right in product(views, [view for other in others[:ALIKE] for view in by_article[other]]):
            if _comparable(left, right):
                yield left, right


def _comparable(left: EventView, right: EventView) -> bool:
    """Whether a run would ask about two mentions in articles that are alike."""
    return left.root == right.root or left.type == right.type != ROOT or nearness(left.lemma, right.lemma) >= NEAR


def campaign_pairs(file: Path, held: HeldOut) -> np.ndarray:
    """Pairs in two articles of one long story that a run would compare: the values of the columns; none is one happening."""
    campaigns = list(read_campaigns(file, held))
    read = _read({f"{campaign.story} {number}": campaign.text for number, campaign in enumerate(campaigns)})
    views = {number: found for number, (_, found) in enumerate(read)}
    return np.array([measure(left, right) for left, right in apart(campaigns, views) if _comparable(left, right)])


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
    others = campaign_pairs(args.data / "current_events" / "events_2002_2025.jsonl", held)
    documents = [d for d in read_documents(args.data / "ecbplus") if not held.has([d.text.replace(" ", "")])]
    inputs, targets, counts = pairs_of(read_views(documents), [document.topic for document in documents])
    inputs, targets, counts = (
        np.concatenate(both) for both in ((inputs, others), (targets, np.zeros(len(others))), (counts, np.ones(len(others))))
    )
    intercept, weights = fit(inputs, targets, counts)
    table = {
        "intercept": round(intercept, 4),
        "weights": {n: round(float(w), 4) for n, w in zip(COLUMNS, weights, strict=True)},
    }
    (TARGET / "weights.json").write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    print(f"{len(targets)} pairs, {int(targets.sum())} of one happening, {len(others)} of one story")


if __name__ == "__main__":
    main()
