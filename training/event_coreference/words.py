"""The table of words: how often news sentences have them, the verbs behind nouns, and the encoder's embeddings made small."""

from __future__ import annotations

import csv
import json
import math
import re
from collections import Counter, defaultdict
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import numpy_helper

from kg.event_coreference.words import content_roots
from kg.extract.encoder.wordpieces import WordPieces

DIMENSIONS, OFTEN, ROOT_OFTEN = 64, 5, 5


def compile_words(data: Path, pipeline: Path) -> bytes:
    """The bytes of ``words.npz``."""
    roots: Counter[str] = Counter()
    words: Counter[str] = Counter()
    texts = 0
    for line in (data / "current_events" / "events_2002_2025.jsonl").read_text(encoding="utf-8").splitlines():
        text = json.loads(line)["text"]
        texts += 1
        roots.update(set(content_roots(text)))
        words.update({word.lower() for word in re.findall(r"[A-Za-z][a-z]+", text)})
    kept = sorted(stem for stem, count in roots.items() if count >= ROOT_OFTEN)
    telling = np.array([math.log((texts + 1) / (roots[stem] + 1)) for stem in kept], dtype=np.float16)
    vocabulary = sorted(word for word, count in words.items() if count >= OFTEN)
    verbs = _verbs(data / "qanom" / "data" / "annot.train.csv")
    arrays: dict[str, Any] = {
        "words": np.array("\n".join(vocabulary)),
        "roots": np.array("\n".join(kept)),
        "telling": telling,
        "nouns": np.array("\n".join(sorted(verbs))),
        "verbs": np.array("\n".join(verbs[noun] for noun in sorted(verbs))),
        "vectors": _vectors(vocabulary, pipeline / "encoder"),
    }
    stream = BytesIO()
    np.savez_compressed(stream, **arrays)
    return stream.getvalue()


def _verbs(file: Path) -> dict[str, str]:
    """Noun -> the verb that annotators see behind it most often."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    with file.open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            if row["verb_form"] and row["is_verbal"].lower() == "true":
                found[row["noun"].lower()][row["verb_form"].lower()] += 1
    return {noun: min(verbs, key=lambda verb: (-verbs[verb], verb)) for noun, verbs in found.items()}


def _vectors(words: list[str], encoder: Path) -> np.ndarray[Any, np.dtype[np.int8]]:
    model = onnx.load(encoder / "weights.onnx")
    weights = {item.name: item for item in model.graph.initializer if item.name in {"table", "table.scale"}}
    table = numpy_helper.to_array(weights["table"]).astype(np.float32) * numpy_helper.to_array(weights["table.scale"])
    table = table - table.mean(0)
    pieces = WordPieces.from_file(encoder / "tokenizer.json")
    full = np.stack([np.mean([table[i] for i in pieces(word)], axis=0) for word in words])
    full /= np.linalg.norm(full, axis=1, keepdims=True)
    full -= full.mean(0)
    _, _, axes = np.linalg.svd(full, full_matrices=False)
    small = full @ axes[:DIMENSIONS].T
    return np.round(small / np.abs(small).max(1, keepdims=True) * 127).astype(np.int8)
