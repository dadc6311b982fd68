"""The network: MiniLM with letter case put in, and one linear layer for everything that is read off a word."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from kg.extract.encoder.pieces import SHAPES

WIDTH, HEADS, LAYERS, INNER, POSITIONS, VOCABULARY = 384, 12, 6, 1536, 512, 30522
ARC, LABEL, GRAMMAR = 256, 192, 512
EPSILON = 1e-12


@dataclass(frozen=True)
class Sizes:
    """How many classes each task has."""

    names: int
    tags: int
    morphs: int
    lemmas: int
    labels: int

    def plain(self) -> dict[str, int]:
        """Columns of the output that are read off the encoder itself, in this order."""
        return {"names": self.names, "tags": self.tags, "morphs": self.morphs, "lemmas": self.lemmas, "starts": 1}

    def grammar(self) -> dict[str, int]:
        """Columns of the output that are read off a layer for the trees, in this order."""
        return {"arc_dep": ARC, "arc_head": ARC, "label_dep": LABEL, "label_head": LABEL}


class Layer(nn.Module):
    """A layer of BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=EPSILON), nn.LayerNorm(WIDTH, eps=EPSILON)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Attention, then the inner layer."""
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        # Written out: faster in training on a processor than the fused kernel.
        weights = (q * (WIDTH // HEADS) ** -0.5) @ k.transpose(2, 3) + mask
        seen = (weights.softmax(-1).to(v.dtype) @ v).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm1(x + self.out(seen))
        inner: Tensor = self.norm2(x + self.down(F.gelu(self.up(x), approximate="tanh")))
        return inner


class Network(nn.Module):
    """Encoder and outputs."""

    def __init__(self, sizes: Sizes, dropout: float = 0.1) -> None:
        super().__init__()
        self.sizes = sizes
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.drop = nn.Dropout(dropout)
        self.heads = nn.Linear(WIDTH, sum(sizes.plain().values()))
        self.grammar, self.trees = nn.Linear(WIDTH, GRAMMAR), nn.Linear(GRAMMAR, sum(sizes.grammar().values()))
        self.label = nn.Linear(LABEL, sizes.labels)
        self.root_arc = nn.Parameter(torch.zeros(ARC))
        self.root_label = nn.Parameter(torch.zeros(LABEL))
        nn.init.zeros_(self.shapes.weight)
        nn.init.normal_(self.heads.weight, std=0.02)
        nn.init.zeros_(self.heads.bias)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor, first: Tensor, last: Tensor) -> dict[str, Tensor]:
        """Outputs of each word: (batch, words, columns)."""
        where = torch.arange(ids.shape[1], device=ids.device)
        x = self.drop(self.norm(self.words(ids) + self.positions(where) + self.shapes(shapes)))
        seen = torch.zeros_like(mask, dtype=x.dtype).masked_fill(~mask, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, seen)
        rows = torch.arange(len(ids), device=ids.device)[:, None]
        x = self.drop((x[rows, first] + x[rows, last]) * 0.5)
        grammar = self.drop(F.gelu(self.grammar(x), approximate="tanh"))
        parts = ((self.sizes.plain(), self.heads(x)), (self.sizes.grammar(), self.trees(grammar)))
        return {name: y for names, z in parts for name, y in zip(names, z.split(list(names.values()), -1), strict=True)}

    def load_minilm(self, folder: Path) -> None:
        """Take the weights of the pretrained encoder."""
        source = {k: v.float() for k, v in load_file(folder / "model.safetensors").items() if v.is_floating_point()}

        def put(module: nn.Module, *names: str) -> None:
            for kind in ("weight", "bias"):
                getattr(module, kind).data = torch.cat([source[f"{name}.{kind}"] for name in names])

        self.words.weight.data = source["embeddings.word_embeddings.weight"]
        kinds = source["embeddings.token_type_embeddings.weight"][0]
        self.positions.weight.data = source["embeddings.position_embeddings.weight"] + kinds
        put(self.norm, "embeddings.LayerNorm")
        for i, layer in enumerate(self.layers):
            assert isinstance(layer, Layer)
            at = f"encoder.layer.{i}"
            put(layer.qkv, *(f"{at}.attention.self.{name}" for name in ("query", "key", "value")))
            put(layer.out, f"{at}.attention.output.dense")
            put(layer.norm1, f"{at}.attention.output.LayerNorm")
            put(layer.up, f"{at}.intermediate.dense")
            put(layer.down, f"{at}.output.dense")
            put(layer.norm2, f"{at}.output.LayerNorm")
