"""The training of the ranker: for each anaphor, the right antecedents (or none) against all the others."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from training.coreference.examples import Example

HIDDEN, INNER, DROPOUT = 64, 32, 0.3
EPOCHS, RATE, DECAY, SEED = 9, 2e-3, 1e-4, 7
AVERAGED = 3
"""Last epochs whose weights are averaged."""


class Ranker(nn.Module):
    """Two layers over the features of both markables and of the pair."""

    def __init__(self, single: int, pair: int) -> None:
        super().__init__()
        self.left, self.right = nn.Linear(single, HIDDEN), nn.Linear(single, HIDDEN, bias=False)
        self.pair = nn.Linear(pair, HIDDEN, bias=False)
        self.inner, self.out = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, 1)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, single: Tensor, pair: Tensor, i: Tensor, j: Tensor) -> Tensor:
        """A score for each pair."""
        hidden = torch.relu(self.left(single)[i] + self.right(single)[j] + self.pair(pair))
        hidden = torch.relu(self.inner(self.drop(hidden)))
        scores: Tensor = self.out(self.drop(hidden)).squeeze(1)
        return scores


def train(examples: Sequence[Example]) -> Ranker:
    """A trained ranker; the same examples give the same weights on one machine."""
    torch.manual_seed(SEED)
    order = np.random.default_rng(SEED)
    network = Ranker(examples[0].single.shape[1], examples[0].pair.shape[1])
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * len(examples)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: max(0.02, 1 - step / steps))
    kept: list[dict[str, Tensor]] = []
    network.train()
    for epoch in range(EPOCHS):
        total = 0.0
        for number in order.permutation(len(examples)).tolist():
            loss = _loss(network, examples[number])
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {epoch + 1}: loss {total / len(examples):.3f}")
        kept.append({name: value.detach().clone() for name, value in network.state_dict().items()})
    last = kept[-AVERAGED:]
    network.load_state_dict({name: torch.stack([state[name] for state in last]).mean(0) for name in last[0]})
    return network.eval()


def _loss(network: Ranker, example: Example) -> Tensor:
    """Mean negative log-probability of the right antecedents together; of none (score 0) where there is no right one."""
    anaphors, segments = np.unique(example.anaphors, return_inverse=True)
    segment, right = torch.tensor(segments), torch.tensor(example.right)
    i, j = (torch.tensor(array, dtype=torch.long) for array in (example.anaphors, example.antecedents))
    scores = network(torch.tensor(example.single), torch.tensor(example.pair).float(), i, j)
    zeros = torch.zeros(len(anaphors))
    top = zeros.scatter_reduce(0, segment, scores.detach(), "amax", include_self=True)
    weights = torch.exp(scores - top[segment]) * torch.tensor(example.weight)
    none = torch.exp(-top)
    every = zeros.index_add(0, segment, weights) + none
    correct = zeros.index_add(0, segment, weights * right)
    has_right = zeros.index_add(0, segment, right.float()) > 0
    wanted = torch.where(has_right, correct + 1e-9, none)
    return (torch.log(every) - torch.log(wanted)).mean()


def save(network: Ranker, target: Path) -> None:
    """Write the weights as ``kg.extract.coreference.ranker`` reads them."""
    state: dict[str, Any] = {name: value.numpy() for name, value in network.state_dict().items()}
    np.savez_compressed(
        target,
        left=state["left.weight"].T,
        left_bias=state["left.bias"],
        right=state["right.weight"].T,
        pair=state["pair.weight"].T,
        inner=state["inner.weight"].T,
        inner_bias=state["inner.bias"],
        out=state["out.weight"][0],
        out_bias=state["out.bias"][0],
    )
