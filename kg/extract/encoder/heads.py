"""Small networks on top of the encoder's outputs: one number a word each, such as whether it reports an event.

They read what the encoder gives out anyway (names, tags, features, lemmas, sentence starts; arcs and labels), so they cost next
to nothing and can be trained anew without touching the encoder.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

import numpy as np

Floats = np.ndarray[Any, np.dtype[np.float32]]

EVENT, FACTUALITY = "event", "factuality"
"""How likely a word is the trigger of an event (0..1); how far its event is said to have happened or to be so (-1.5..1.5)."""
_PLAIN, _TREES = 1 / 8, 1 / 4


def features(plain: Floats, trees: Floats) -> Floats:
    """What the heads read: (words, columns) of both outputs of the encoder, brought to about one size."""
    return np.concatenate([trees * np.float32(_TREES), plain * np.float32(_PLAIN)], axis=1, dtype=np.float32)


class Heads:
    """The trained heads by name: each a layer of GELUs and a linear one."""

    def __init__(self, content: bytes) -> None:
        with np.load(BytesIO(content)) as arrays:
            self._arrays = {name: arrays[name].astype(np.float32) for name in arrays.files}
        self.names = sorted({name.partition(".")[0] for name in self._arrays})

    def __call__(self, plain: Floats, trees: Floats) -> Floats:
        """One column a head, in the order of ``names``; ``event`` as a probability."""
        if not self.names:
            return np.zeros((len(plain), 0), dtype=np.float32)
        x = features(plain, trees)
        return np.stack([self._column(name, x) for name in self.names], axis=1)

    def _column(self, name: str, x: Floats) -> Floats:
        hidden = _gelu(x @ self._arrays[f"{name}.inner"] + self._arrays[f"{name}.inner_bias"])
        score: Floats = hidden @ self._arrays[f"{name}.outer"] + self._arrays[f"{name}.outer_bias"]
        return 1 / (1 + np.exp(-score.clip(-30, 30))) if name == EVENT else score


def _gelu(x: Floats) -> Floats:
    """GELU by its tangent approximation."""
    y: Floats = np.float32(0.5) * x * (1 + np.tanh(np.float32((2 / np.pi) ** 0.5) * (x + np.float32(0.044715) * x**3)))
    return y


def dump(heads: dict[str, dict[str, Floats]]) -> bytes:
    """The bytes of a file of heads: name -> ``inner``, ``inner_bias``, ``outer``, ``outer_bias``; matrices in 16 bits."""
    stream = BytesIO()
    arrays = {
        f"{name}.{part}": array.astype(np.float16 if array.ndim > 1 else np.float32)
        for name, parts in heads.items()
        for part, array in parts.items()
    }
    np.savez(stream, **arrays)  # type: ignore[arg-type]
    return stream.getvalue()
