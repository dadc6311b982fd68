"""``python -m training.events DATA PIPELINE --held-out SET...``: train the heads for events on a finished pipeline, in it.

``DATA`` holds the unpacked archives ``ecbplus``, ``qanom``, ``uds`` (its ``factuality.zip`` unpacked, too) and ``ud_ewt``.
Needs PyTorch; five minutes on one core.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import spacy
import torch
from spacy.tokens import Doc
from torch import Tensor, nn

from kg.extract.encoder.component import NewsEncoder, write
from kg.extract.encoder.heads import EVENT, FACTUALITY, Floats, dump, features
from training.events.corpora import Labelled, ecb_events, factuality, keep, noun_events
from training.prepare import HeldOut

SEED, WIDTH, BATCH, RATE, DECAY, DROPOUT = 7, 64, 256, 1e-3, 1e-2, 0.3
EPOCHS = {EVENT: 12, FACTUALITY: 8}
NOUN_WEIGHT = 0.1
"""Of a noun of QANom beside a word of ECB+: its nouns are more, and its notion of an event is wider."""


class Examples(NamedTuple):
    """What is read, (words, columns), what should come out, and how much each counts."""

    inputs: Floats
    targets: Floats
    weights: Floats


def examples(nlp: Any, texts: Iterable[Labelled], weight: float = 1.0) -> Examples:
    """The encoder's outputs for all words of which something is known."""
    rows = list(_rows(nlp, texts))
    targets = np.concatenate([y for _, y in rows])
    return Examples(np.concatenate([x for x, _ in rows]), targets, np.full(len(targets), weight, dtype=np.float32))


def _rows(nlp: Any, texts: Iterable[Labelled]) -> Iterator[tuple[Floats, Floats]]:
    encoder: NewsEncoder = nlp.get_pipe("encoder")
    for text in texts:
        known = np.array([value is not None for value in text.values])
        if known.any():
            plain, trees = encoder.outputs(Doc(nlp.vocab, words=text.words, spaces=text.spaces))
            yield features(plain, trees)[known], np.array([v for v in text.values if v is not None], dtype=np.float32)


def train(name: str, data: Examples) -> dict[str, Floats]:
    """A head's weights; the scaling of its inputs is put into the first layer."""
    torch.manual_seed(SEED)
    mean, spread = data.inputs.mean(0), data.inputs.std(0) + 1e-3
    inputs, targets, weights = (
        torch.tensor((data.inputs - mean) / spread),
        torch.tensor(data.targets),
        torch.tensor(data.weights),
    )
    inner, outer = nn.Linear(inputs.shape[1], WIDTH), nn.Linear(WIDTH, 1)
    drop, gelu = nn.Dropout(DROPOUT), nn.GELU(approximate="tanh")
    network = nn.Sequential(drop, inner, gelu, drop, outer)
    optimizer = torch.optim.AdamW(network.parameters(), RATE, weight_decay=DECAY)
    for _ in range(EPOCHS[name]):
        for batch in torch.randperm(len(inputs)).split(BATCH):
            loss = (_loss(name, network(inputs[batch])[:, 0], targets[batch]) * weights[batch]).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    first = inner.weight.detach().numpy() / spread
    return {
        "inner": first.T,
        "inner_bias": inner.bias.detach().numpy() - first @ mean,
        "outer": outer.weight.detach().numpy()[0],
        "outer_bias": outer.bias.detach().numpy()[0],
    }


def _loss(name: str, scores: Tensor, targets: Tensor) -> Tensor:
    if name == EVENT:
        return nn.functional.binary_cross_entropy_with_logits(scores, targets, reduction="none")
    return nn.functional.smooth_l1_loss(scores, targets, reduction="none")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="folder with one folder for each unpacked data archive")
    parser.add_argument("pipeline", type=Path, help="folder of the pipeline (its heads are replaced)")
    parser.add_argument("--held-out", type=Path, nargs="*", default=[], metavar="SET", help="left out of training")
    args = parser.parse_args()
    held, nlp = HeldOut(args.held_out), spacy.load(args.pipeline)
    actions = examples(nlp, keep(ecb_events(args.data / "ecbplus"), held))
    nouns = examples(nlp, keep(noun_events(args.data / "qanom"), held), NOUN_WEIGHT)
    events = Examples(*(np.concatenate(pair) for pair in zip(actions, nouns, strict=True)))
    facts = examples(nlp, keep(factuality(args.data / "uds", args.data / "ud_ewt"), held))
    content = dump({EVENT: train(EVENT, events), FACTUALITY: train(FACTUALITY, facts)})
    folder = args.pipeline / "encoder"
    files = {file.name: file.read_bytes() for file in sorted(folder.iterdir()) if file.name != "checksums.json"}
    write(folder, {**files, "heads.npz": content})


if __name__ == "__main__":
    main()
