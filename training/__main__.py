"""Everything in one command: ``python -m training DATA WORK TARGET --held-out SET...``.

Prepares the corpora, trains the two halves, puts them together, measures, and writes the figures into ``meta.json``.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from spacy.cli.train import train

from training import tokenization  # noqa: F401  (registers the tokenizer for the configurations)
from training.assemble import assemble, write_performance
from training.evaluate import evaluate_names, evaluate_speed, evaluate_trees
from training.prepare import HeldOut, prepare_names, prepare_trees

HERE = Path(__file__).parent
PARTS = {"syntax": ("trees_train", "ewt_dev"), "names": ("names_train", "names_check")}


def train_part(part: str, work: Path) -> Path:
    """Train one half; the last model, whose weights are averages over the whole training."""
    source, check = (str(work / f"{name}.spacy") for name in PARTS[part])
    train(HERE / f"{part}.cfg", work / part, overrides={"paths.train": source, "paths.dev": check})
    return work / part / "model-last"


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="folder with one folder for each unpacked data archive")
    parser.add_argument("work", type=Path, help="folder for everything in between, outside the repository")
    parser.add_argument("target", type=Path, help="folder of the finished pipeline (replaced)")
    parser.add_argument(
        "--held-out", type=Path, nargs="*", default=[], metavar="SET", help="development sets: left out of training"
    )
    parser.add_argument(
        "--measure", type=Path, nargs="*", default=[], metavar="SET", help="development sets of names to measure on"
    )
    args = parser.parse_args()
    held = HeldOut(args.held_out)
    prepare_trees(args.data, args.work, held)
    prepare_names(args.data, args.work, held)
    nlp = assemble(train_part("syntax", args.work), train_part("names", args.work), args.target)
    trees = [args.work / f"{name}.spacy" for name in ("ewt_dev", "gum_dev", "gum_news_dev")]
    figures = {"names": evaluate_names(nlp, args.measure, None), "trees": evaluate_trees(nlp, trees)}
    write_performance(args.target, figures)
    if args.measure:
        evaluate_speed(nlp, args.measure[0])


if __name__ == "__main__":
    main()
