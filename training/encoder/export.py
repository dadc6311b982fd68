"""From trained weights to the spaCy pipeline, with the calibration of its scores."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from kg.extract.encoder.component import FACTORY, SCORE, write
from kg.extract.encoder.heads import dump
from training.assemble import META
from training.encoder import onnx_graph
from training.encoder.data import Labels
from training.encoder.model import Network
from training.tokenization import blank_pipeline

COMPONENT = "encoder"
STRAIGHT = ([0.0, 1.0], [0.0, 1.0])
BINS = 12
MINILM = {
    "name": "all-MiniLM-L6-v2",
    "license": "Apache-2.0",
    "author": "Nils Reimers and others (sentence-transformers)",
    "url": "https://www.sbert.net",
}
WORDNET = {
    "name": "WordNet lemmas (spacy-lookups-data)",
    "license": "MIT; WordNet 3.0 licence",
    "author": "Princeton University, Explosion",
    "url": "https://github.com/explosion/spacy-lookups-data",
}


def export(
    network: Network, labels: Labels, lemmas: dict[str, Any], tokenizer: Path, work: Path, target: Path, *, small: bool = True
) -> None:
    """Write the pipeline; with ``small`` its weights have eight bits."""
    network.eval()
    files = {True: work / "small.onnx", False: work / "full.onnx"}
    onnx_graph.save(network, files[False], files[True])
    state = {name: value.detach().float().numpy() for name, value in network.state_dict().items()}
    arrays = {"weight": state["label.weight"], "bias": state["label.bias"]}
    np.savez(work / "trees.npz", **arrays, **{name: state[name] for name in ("root_arc", "root_label")})
    contents = {
        "weights.onnx": files[small].read_bytes(),
        "trees.npz": (work / "trees.npz").read_bytes(),
        "tokenizer.json": tokenizer.read_bytes(),
        "settings.json": _settings(labels, STRAIGHT),
        "lemmas.json": (json.dumps(lemmas, ensure_ascii=False) + "\n").encode(),
        "heads.npz": dump({}),
    }
    if target.exists():
        shutil.rmtree(target)
    nlp = blank_pipeline()
    write(work / COMPONENT, contents)
    component: Any = nlp.add_pipe(FACTORY, name=COMPONENT)
    component.from_disk(work / COMPONENT)
    nlp.meta.update({**META, "version": "0.3.0", "sources": [*META["sources"], MINILM, WORDNET]})
    target.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(target)


def _settings(labels: Labels, calibration: tuple[Sequence[float], Sequence[float]]) -> bytes:
    sure, score = calibration
    return (json.dumps({**vars(labels), "sure": sure, "score": score}, ensure_ascii=False, indent=0) + "\n").encode()


def judged(nlp: Language, golds: Sequence[Doc]) -> Iterator[tuple[float, bool]]:
    """The score of each name found and whether it is right, where the gold says so."""
    for gold, doc in zip(golds, nlp.pipe(gold.text for gold in golds), strict=True):
        right = {(ent.start_char, ent.end_char, ent.label_) for ent in gold.ents}
        unknown = [(token.idx, token.idx + len(token)) for token in gold if token.ent_iob == 0]
        notes: dict[Any, Any] = doc.user_data
        for ent in doc.ents:
            if not any(a < ent.end_char and ent.start_char < b for a, b in unknown):
                yield notes[SCORE, ent.start, ent.end], (ent.start_char, ent.end_char, ent.label_) in right


def rising(pairs: Sequence[tuple[float, bool]]) -> tuple[list[float], list[float]]:
    """Share of right names by score, made to rise: points of a curve."""
    ordered = sorted(pairs)
    blocks: list[tuple[float, float, int]] = []
    for part in np.array_split(np.array(ordered, dtype=float), BINS):
        blocks.append((float(part[:, 0].mean()), float(part[:, 1].mean()), len(part)))
        while len(blocks) > 1 and blocks[-2][1] > blocks[-1][1]:
            (a, x, n), (b, y, m) = blocks[-2:]
            blocks[-2:] = [((a * n + b * m) / (n + m), (x * n + y * m) / (n + m), n + m)]
    return [round(a, 4) for a, _, _ in blocks], [round(x, 4) for _, x, _ in blocks]


def calibrate(target: Path, labels: Labels, check: Path, most: float = 0.995) -> None:
    """Put into the pipeline what its scores mean on text of the training's kind that it was not trained on."""
    nlp = spacy.load(target)
    golds = list(DocBin().from_disk(check).get_docs(nlp.vocab))
    sure, score = rising(list(judged(nlp, golds)))
    folder = target / COMPONENT
    files = {file.name: file.read_bytes() for file in folder.iterdir() if file.name != "checksums.json"}
    write(folder, {**files, "settings.json": _settings(labels, (sure, [min(x, most) for x in score]))})
