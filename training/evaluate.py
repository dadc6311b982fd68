"""Measuring the pipeline: ``python -m training.evaluate MODEL ...``.

``names`` writes the stand-off output of the pipeline alone for a development set (the scorer of names reads it) and prints
spans, precision, recall and F1 by type; ``trees`` measures tags, features, lemmas, trees and sentence ends from raw text;
``speed`` counts words a second on one core.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, DocBin, Token
from spacy.training import Example

import kg.extract.encoder  # noqa: F401  (registers the component)

GOLD_TYPES = {"person": "PER", "organization": "ORG", "place": "LOC", "facility": "LOC"}
TREE_SCORES = ("token_f", "tag_acc", "pos_acc", "morph_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f")
Figures = dict[str, dict[str, float]]


def read_gold(folder: Path) -> list[dict[str, Any]]:
    """The documents of a development set."""
    return [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines() if line]


def standoff(gold: dict[str, Any], doc: Doc) -> dict[str, Any]:
    """The names of a document in the stand-off format."""
    mentions = [
        {
            "id": f"m{i}",
            "start": ent.start_char,
            "end": ent.end_char,
            "text": ent.text,
            "type": ent.label_,
            "kind": "name",
            "entity": None,
            "score": None,
        }
        for i, ent in enumerate(doc.ents)
    ]
    return {"article": {"id": gold["id"], "text": gold["text"]}, "mentions": mentions}


def prf(correct: int, found: int, gold: int) -> dict[str, float]:
    """Precision, recall and F1."""
    precision, recall = correct / found if found else 0.0, correct / gold if gold else 0.0
    return {"p": precision, "r": recall, "f1": 2 * precision * recall / (precision + recall) if correct else 0.0}


def score_names(golds: Iterable[dict[str, Any]], docs: Iterable[Doc]) -> Figures:
    """Exact spans of PER, ORG, LOC (places and facilities); ``span`` without types."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in ("PER", "ORG", "LOC", "micro", "span")}
    for gold, doc in zip(golds, docs, strict=True):
        wanted = {(a, b, t) for a, b, t in gold["entities"] if t in GOLD_TYPES.values()}
        found = {(e.start_char, e.end_char, GOLD_TYPES[e.label_]) for e in doc.ents if e.label_ in GOLD_TYPES}
        for name, row in counts.items():
            one = [{x for x in side if name in (x[2], "micro")} for side in (wanted, found)]
            if name == "span":
                one = [{(a, b, "") for a, b, _ in side} for side in (wanted, found)]
            row.update(correct=len(one[0] & one[1]), found=len(one[1]), gold=len(one[0]))
    return {name: prf(row["correct"], row["found"], row["gold"]) for name, row in counts.items()}


def evaluate_names(nlp: Language, folders: Iterable[Path], out: Path | None) -> Figures:
    """F1 by set and type; with ``out`` the stand-off files are written there."""
    figures: Figures = {}
    for folder in folders:
        golds = read_gold(folder)
        docs = list(nlp.pipe(gold["text"] for gold in golds))
        if out:
            out.mkdir(parents=True, exist_ok=True)
            rows = (json.dumps(standoff(gold, doc), ensure_ascii=False) for gold, doc in zip(golds, docs, strict=True))
            (out / f"{folder.name}.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
        scores = score_names(golds, docs)
        print(
            f"{folder.name:24}"
            + "".join(f"  {name} {row['p']:.3f} {row['r']:.3f} {row['f1']:.3f}" for name, row in scores.items())
        )
        figures[folder.name] = {name: round(row["f1"], 4) for name, row in scores.items()}
    return figures


def tree_examples(nlp: Language, path: Path) -> Iterator[Example]:
    """Raw texts beside their treebank analysis."""
    for gold in DocBin().from_disk(path).get_docs(nlp.vocab):
        yield Example(nlp.make_doc(gold.text), gold)


def score_trees(examples: list[Example]) -> dict[str, Any]:
    """All accuracies of tags and trees."""
    scores: dict[str, Any] = Scorer.score_tokenization(examples)
    for name in ("tag", "pos", "lemma"):
        scores |= Scorer.score_token_attr(examples, name)
    scores |= Scorer.score_token_attr(examples, "morph", getter=lambda token, _: str(token.morph))
    scores |= Scorer.score_spans(examples, "sents", getter=lambda doc, _: doc.sents, has_annotation=lambda _: True)
    return scores | Scorer.score_deps(examples, "dep", getter=_relation, ignore_labels=("p", "punct"))


def _relation(token: Token, name: str) -> str:
    return str(getattr(token, f"{name}_")).lower()


def evaluate_trees(nlp: Language, files: Iterable[Path]) -> Figures:
    """Accuracies of tags, features and lemmas, attachment scores and sentence F1, from raw text."""
    figures: Figures = {}
    for path in files:
        examples = list(tree_examples(nlp, path))
        for example, doc in zip(examples, nlp.pipe(example.predicted for example in examples), strict=True):
            example.predicted = doc
        scores = score_trees(examples)
        figures[path.stem] = {name: round(scores[name], 4) for name in TREE_SCORES if scores.get(name) is not None}
        print(f"{path.stem:24}" + "".join(f"  {name} {value:.3f}" for name, value in figures[path.stem].items()))
    return figures


def evaluate_speed(nlp: Language, folder: Path) -> Figures:
    """Words a second, beside a blank pipeline (tokenizer only)."""
    texts = [gold["text"] for gold in read_gold(folder)]
    figures: dict[str, float] = {}
    for name, pipeline in (("pipeline", nlp), ("tokenizer", spacy.blank("en"))):
        list(pipeline.pipe(texts[:5]))
        begin = time.perf_counter()
        words = sum(len(doc) for doc in pipeline.pipe(texts))
        figures[name] = round(words / (time.perf_counter() - begin))
        print(f"{name}: {figures[name]:.0f} words/s")
    return {"words per second": figures}


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", help="the pipeline")
    parser.add_argument("--names", nargs="*", type=Path, default=[], metavar="SET", help="folders with gold.jsonl")
    parser.add_argument("--standoff", type=Path, metavar="FOLDER", help="write the stand-off output for each set there")
    parser.add_argument("--trees", nargs="*", type=Path, default=[], metavar="FILE", help=".spacy files of treebanks")
    parser.add_argument("--speed", type=Path, metavar="SET", help="measure the speed on a set")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
    args = parser.parse_args()
    nlp = spacy.load(args.model)
    figures = {"names": evaluate_names(nlp, args.names, args.standoff), "trees": evaluate_trees(nlp, args.trees)}
    if args.speed:
        figures["speed"] = evaluate_speed(nlp, args.speed)
    if args.json:
        args.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
