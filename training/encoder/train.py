"""The training loop."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from training.encoder.data import UNKNOWN, Batch, Encoder, Text, batches
from training.encoder.model import ARC, Network

SEED = 7
MOST, SIZE = 224, 2000
"""Pieces of a window and of a batch."""
WEIGHTS = {"names": 1.0, "tags": 0.4, "morphs": 0.4, "lemmas": 0.3, "starts": 0.5, "heads": 0.7, "labels": 0.5}


class Rates(NamedTuple):
    """Highest learning rates, and the share of the steps to reach them."""

    encoder: float = 1.5e-4
    heads: float = 1e-3
    warm: float = 0.06


class Round(NamedTuple):
    """A round of training: the file of names, how many times each kind of text is read, rates."""

    names: str
    epochs: dict[str, float]
    rates: Rates


ROUNDS = (
    Round("names_train", {"trees": 4.0, "names": 1.0, "templates": 1.0}, Rates()),
    Round("names_more", {"trees": 2.5, "names": 0.7, "templates": 0.5}, Rates(encoder=1e-4, heads=5e-4)),
    Round("names_more", {"trees": 2.0, "names": 0.45, "templates": 0.4}, Rates(encoder=8e-5, heads=4e-4)),
)


class Source(NamedTuple):
    """Texts and how many times they are read."""

    texts: Sequence[Text]
    epochs: float


def losses(network: Network, batch: Batch) -> dict[str, Tensor]:
    """The loss of each task that the batch knows something of."""
    out = network(*batch.inputs)
    found: dict[str, Tensor] = {}
    for task in ("names", "tags", "morphs", "lemmas"):
        gold = batch.gold[task]
        if (gold != UNKNOWN).any():
            found[task] = F.cross_entropy(out[task].float().flatten(0, 1), gold.flatten(), ignore_index=UNKNOWN)
    gold = batch.gold["starts"]
    if batch.trees and (known := gold != UNKNOWN).any():
        found["starts"] = F.binary_cross_entropy_with_logits(out["starts"][..., 0].float()[known], gold[known].float())
    if batch.trees:
        found |= tree_losses(network, out, batch)
    return found


def tree_losses(network: Network, out: dict[str, Tensor], batch: Batch) -> dict[str, Tensor]:
    """Heads among the words of the sentence and the root, and the label of the gold head's arc."""
    dep, head = out["arc_dep"].float(), out["arc_head"].float()
    heads = torch.cat([network.root_arc.expand(len(head), 1, -1), head], 1)
    scores = dep @ heads.transpose(1, 2) * ARC**-0.5
    sentences = batch.sentences
    same = sentences[:, :, None] == sentences[:, None, :]
    allowed = torch.cat([torch.ones_like(same[:, :, :1]), same], 2)
    scores = scores.masked_fill(~allowed, -1e4)
    gold = batch.gold["heads"]
    arcs = F.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=UNKNOWN)
    sources = torch.cat([network.root_label.expand(len(head), 1, -1), out["label_head"].float()], 1)
    at = gold.clamp(min=0)[..., None].expand(-1, -1, sources.shape[-1])
    hidden = F.relu(out["label_dep"].float() + sources.gather(1, at))
    labels = network.label(hidden).flatten(0, 1)
    return {"heads": arcs, "labels": F.cross_entropy(labels, batch.gold["labels"].flatten(), ignore_index=UNKNOWN)}


def stream(source: Source, encoder: Encoder, rng: random.Random) -> Iterator[Batch]:
    """Batches without end."""
    while True:
        yield from batches(source.texts, encoder, rng, MOST, SIZE)


def schedule(sources: Sequence[Source], encoder: Encoder, rng: random.Random) -> list[int]:
    """The source of each step, in random order."""
    counts = []
    for source in sources:
        pieces = sum(sum(encoder.lengths(text)) for text in source.texts)
        counts.append(round(pieces * 1.06 * source.epochs / SIZE))
        print(f"source: {len(source.texts)} texts, {pieces} pieces, {source.epochs} epochs, {counts[-1]} steps", flush=True)
    order = [number for number, count in enumerate(counts) for _ in range(count)]
    rng.shuffle(order)
    return order


def autocast(enabled: bool) -> AbstractContextManager[object]:
    """Half precision where the processor gains from it."""
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=enabled)


def optimizer(network: Network, rates: Rates) -> torch.optim.Optimizer:
    """AdamW with a lower rate for what is pretrained."""
    pretrained: list[nn.Parameter] = []
    new: list[nn.Parameter] = []
    for name, weight in network.named_parameters():
        (pretrained if name.startswith(("words", "positions", "norm", "layers")) else new).append(weight)
    groups = [{"params": pretrained, "lr": rates.encoder}, {"params": new, "lr": rates.heads}]
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)


def train(
    network: Network, sources: Sequence[Source], encoder: Encoder, target: Path, rates: Rates, rng: random.Random, *, half: bool
) -> None:
    """Train and save; a copy of the weights is saved three times on the way."""
    order = schedule(sources, encoder, rng)
    total = len(order)
    adam = optimizer(network, rates)
    warm = max(1, int(total * rates.warm))

    def rate(step: int) -> float:
        return step / warm if step < warm else max(0.02, (total - step) / (total - warm))

    decay = torch.optim.lr_scheduler.LambdaLR(adam, rate)
    streams = [stream(source, encoder, rng) for source in sources]
    begin, seen = time.perf_counter(), 0
    sums: dict[str, list[float]] = {}
    network.train()
    for step, number in enumerate(order, start=1):
        batch = next(streams[number])
        seen += int(batch.inputs[2].sum())
        with autocast(half):
            found = losses(network, batch)
        loss = torch.stack([found[name] * WEIGHTS[name] for name in found]).sum()
        adam.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        adam.step()
        decay.step()
        for name, value in found.items():
            sums.setdefault(name, []).append(value.item())
        if step % 25 == 0:
            means = "  ".join(f"{name} {sum(values) / len(values):.3f}" for name, values in sums.items())
            pace = seen / (time.perf_counter() - begin)
            print(f"{step}/{total}  {time.perf_counter() - begin:.0f} s  {pace:.0f} pieces/s  {means}", flush=True)
            sums = {}
        if step % max(1, total // 4) == 0 or step == total:
            torch.save(network.state_dict(), target)
            print(f"saved after {step} steps", flush=True)
