"""The spaCy component: runs the network over a document and writes everything down."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import onnxruntime  # type: ignore[import-untyped]
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, POS, TAG  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.parts_of_speech import IDS  # type: ignore[import-not-found]
from spacy.tokens import Span

from kg.extract.encoder import decode
from kg.extract.encoder.heads import Heads
from kg.extract.encoder.lemmas import Lemmas
from kg.extract.encoder.pieces import Words, kept, spans, window
from kg.extract.encoder.wordpieces import WordPieces

if TYPE_CHECKING:
    from spacy.tokens import Doc

FACTORY = "kg_encoder"
FORMAT = 2
"""Of the files on disk; another number cannot be read."""
SCORE = "name_score"
"""Calibrated scores (0..1) of names stand in ``Doc.user_data`` under (SCORE, first token, last token + 1)."""
WORD_SCORES = "word_scores"
"""Under it: name of a head -> one number a token (0 for white space); see `heads`."""
_MOST, _OVERLAP = 224, 48
_WEIGHTS, _TREES, _PIECES, _SETTINGS, _LEMMAS = "weights.onnx", "trees.npz", "tokenizer.json", "settings.json", "lemmas.json"
_HEADS, _SUMS = "heads.npz", "checksums.json"
FILES = (_WEIGHTS, _TREES, _PIECES, _SETTINGS, _LEMMAS, _HEADS)
_WRITTEN = [TAG, POS, MORPH, LEMMA, HEAD, DEP]
_SLOW = ["SkipLayerNormFusion"]
"""Optimizers of the graph that make it slower."""
_WRAPPED = (55, 100)
"""Lengths of lines that may be wrapped."""
_LONGEST = 400
"""Words of a sentence; longer runs are lists, code or noise, and are cut."""
_ENDS = frozenset('.!?:"”’)')


@dataclass(frozen=True, slots=True)
class Settings:
    """Classes of each task, and the calibration of names: score by how sure the network is."""

    names: list[str]
    tags: list[str]
    morphs: list[str]
    lemmas: list[str]
    labels: list[str]
    sure: list[float]
    score: list[float]


@Language.factory(
    FACTORY,
    assigns=[
        "token.tag",
        "token.pos",
        "token.morph",
        "token.lemma",
        "token.head",
        "token.dep",
        "token.is_sent_start",
        "doc.ents",
    ],
)
def make(nlp: Language, name: str) -> NewsEncoder:
    """An encoder without weights; ``from_disk`` loads them."""
    return NewsEncoder(nlp, name)


class NewsEncoder:
    """Tags, features, lemmas, trees, sentence ends and names of a document."""

    def __init__(self, nlp: Language, name: str = FACTORY) -> None:
        self.name = name
        self._vocab = nlp.vocab
        self._files: dict[str, bytes] = {}

    def from_disk(self, path: str | Path, exclude: Sequence[str] = ()) -> NewsEncoder:  # noqa: ARG002
        """Read and check the files.

        Raises:
            OSError: a file is missing.
            ValueError: a file is damaged, or of another version.
        """
        folder = Path(path)
        sums = json.loads((folder / _SUMS).read_text(encoding="utf-8"))
        if sums.get("format") != FORMAT:
            raise ValueError(f"{folder}: format {sums.get('format')} of the model, this version of kg reads {FORMAT}")
        self._files = {file: (folder / file).read_bytes() for file in FILES}
        for file, content in self._files.items():
            if hashlib.sha256(content).hexdigest() != sums["sha256"].get(file):
                raise ValueError(f"{folder / file}: damaged (its checksum is not the one in {_SUMS})")
        self._prepare(folder)
        return self

    def to_disk(self, path: str | Path, exclude: Sequence[str] = ()) -> None:  # noqa: ARG002
        """Write the files as they were read."""
        write(Path(path), self._files)

    def _prepare(self, folder: Path) -> None:
        self.settings = Settings(**json.loads(self._files[_SETTINGS]))
        self._pieces = WordPieces.from_file(folder / _PIECES)
        with np.load(folder / _TREES) as arrays:
            self._trees = {name: arrays[name] for name in arrays.files}
        self._heads = Heads(self._files[_HEADS])
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            self._files[_WEIGHTS], options, ["CPUExecutionProvider"], disabled_optimizers=_SLOW
        )
        strings, morphology = self._vocab.strings, self._vocab.morphology
        morphs = [label.split("|", 1) for label in self.settings.morphs]
        self._pos = np.array([IDS[pos] for pos, _ in morphs], dtype=np.uint64)
        self._morph = np.array([morphology.add(features) for _, features in morphs], dtype=np.uint64)
        self._tag = np.array([strings.add(tag) for tag in self.settings.tags], dtype=np.uint64)
        self._label = np.array([strings.add(label) for label in self.settings.labels], dtype=np.uint64)
        self._root = self.settings.labels.index("ROOT")
        self._follows = decode.allowed(self.settings.names)
        self._lemmas = Lemmas(json.loads(self._files[_LEMMAS]))
        self._lemma = lru_cache(maxsize=100_000)(self._lemma_of)
        self._space = (strings.add("_SP"), IDS["SPACE"], morphology.add(""), strings.add("dep"))

    def _lemma_of(self, edit: int, tag: int, form: str) -> int:
        return int(self._vocab.strings.add(self._lemmas(form, self.settings.tags[tag], self.settings.lemmas[edit])))

    def __call__(self, doc: Doc) -> Doc:
        """Write everything into a document."""
        words = [token.i for token in doc if not token.is_space]
        if words:
            text = _words(doc, words)
            self._write(doc, words, text.breaks, self._run(text))
        elif len(doc):
            rows = np.zeros((len(doc), len(_WRITTEN)), dtype=np.uint64)
            self._write_spaces(doc, set(), rows)
            doc.from_array(_WRITTEN, rows)  # type: ignore[arg-type]
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:  # noqa: ARG002
        """Documents one by one: what one gets never depends on its neighbours."""
        yield from map(self, stream)

    def outputs(self, doc: Doc) -> list[np.ndarray[Any, np.dtype[np.float32]]]:
        """What the network gives out for the words of a document, (words, columns) each: what heads are trained on."""
        return self._run(_words(doc, [token.i for token in doc if not token.is_space]))[:2]

    def _run(self, text: Words) -> list[np.ndarray[Any, np.dtype[np.float32]]]:
        """The outputs of all words and the heads' scores, put together from windows."""
        lengths = [len(self._pieces(word)) for word in text.words]
        parts: list[list[np.ndarray[Any, np.dtype[np.float32]]]] = []
        for begin, end, first, last in kept(spans(lengths, text.breaks, _MOST, _OVERLAP)):
            part = window(text, begin, end, self._pieces)
            feed = {"ids": part.ids, "shapes": part.shapes, "first": part.first, "last": part.last}
            out = self._session.run(None, {name: np.array(value, dtype=np.int64) for name, value in feed.items()})
            plain, trees = (np.asarray(array)[first - begin : last - begin] for array in out)
            parts.append([plain, trees, self._heads(plain, trees)])
        return [np.concatenate(arrays) if len(arrays) > 1 else arrays[0] for arrays in zip(*parts, strict=True)]

    def _write(
        self, doc: Doc, words: list[int], breaks: Sequence[bool], out: list[np.ndarray[Any, np.dtype[np.float32]]]
    ) -> None:
        """Decode the outputs into the document."""
        sizes = [len(getattr(self.settings, name)) for name in ("names", "tags", "morphs", "lemmas")]
        names, tags, morphs, edits, starts = np.split(out[0], np.cumsum(sizes), axis=1)
        heads, labels = self._parse((starts[:, 0] > 0) | np.array(breaks), out[1])
        rows = np.zeros((len(doc), len(_WRITTEN)), dtype=np.uint64)
        at = np.array(words)
        morph, tag = morphs.argmax(1), tags.argmax(1)
        rows[at, 0], rows[at, 1], rows[at, 2] = self._tag[tag], self._pos[morph], self._morph[morph]
        edited = zip(edits.argmax(1).tolist(), tag.tolist(), words, strict=True)
        rows[at, 3] = [self._lemma(edit, number, doc[i].text) for edit, number, i in edited]
        rows[at, 4] = (at[heads] - at).astype(np.int64).astype(np.uint64)
        rows[at, 5] = self._label[labels]
        if len(words) < len(doc):
            self._write_spaces(doc, set(words), rows)
        doc.from_array(_WRITTEN, rows)  # type: ignore[arg-type]
        sure, score = self.settings.sure, self.settings.score
        found = list(decode.names(decode.log_softmax(names), self.settings.names, self._follows))
        doc.ents = [Span(doc, words[name.start], words[name.end - 1] + 1, label=name.label) for name in found]
        notes: dict[Any, Any] = doc.user_data
        scores = np.zeros((len(doc), len(self._heads.names)), dtype=np.float32)
        scores[at] = out[2]
        notes[WORD_SCORES] = dict(zip(self._heads.names, scores.T, strict=True))
        for name in found:
            key = (SCORE, words[name.start], words[name.end - 1] + 1)
            notes[key] = round(float(np.interp(name.sure, sure, score)), 3)

    def _parse(
        self, starts: np.ndarray[Any, np.dtype[np.bool_]], out: np.ndarray[Any, np.dtype[np.float32]]
    ) -> tuple[decode.Ints, decode.Ints]:
        """Heads and labels of all words, sentence by sentence."""
        trees = self._trees
        width, inner = len(trees["root_arc"]), len(trees["root_label"])
        dep, head, label_dep, label_head = np.split(out, np.cumsum([width, width, inner]), axis=1)
        begins = np.flatnonzero(starts)
        edges = _within_reach(np.concatenate([[0], begins[begins > 0], [len(starts)]]))
        heads = np.zeros(len(starts), dtype=np.int64)
        for begin, end in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
            candidates = np.concatenate([trees["root_arc"][None], head[begin:end]])
            heads[begin:end] = decode.heads(dep[begin:end] @ candidates.T * width**-0.5) + begin
        roots = heads == np.arange(len(heads))
        sources = label_head[heads]
        sources[roots] = trees["root_label"]
        scores = np.maximum(label_dep + sources, 0) @ trees["weight"].T + trees["bias"]
        scores[:, self._root] = np.where(roots, np.inf, -np.inf)
        return heads, scores.argmax(1)

    def _write_spaces(self, doc: Doc, words: set[int], rows: np.ndarray[Any, np.dtype[np.uint64]]) -> None:
        """White space hangs on the word before it, at the beginning on the first word."""
        tag, pos, morph, dep = self._space
        first = min(words, default=0)
        for i in range(len(doc)):
            if i not in words:
                lemma = self._vocab.strings.add(doc[i].text)
                head = np.array(-1 if i > first else first - i, dtype=np.int64).astype(np.uint64)
                rows[i] = (tag, pos, morph, lemma, head, dep)


def _within_reach(edges: decode.Ints) -> decode.Ints:
    """Sentence ends with more between them where a sentence is too long: a tree's cost grows with the square of its words.

    >>> _within_reach(np.array([0, 5, 1000])).tolist()
    [0, 5, 405, 805, 1000]
    """
    cuts = [np.arange(begin, end, _LONGEST) for begin, end in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True)]
    return np.concatenate([*cuts, edges[-1:]])


def _words(doc: Doc, words: list[int]) -> Words:
    """The words of a document; a new line breaks the text unless it only wraps a long line."""
    text = doc.text
    spaced, breaks = [], []
    end = -1
    for i in words:
        token = doc[i]
        gap = text[end : token.idx] if end >= 0 else ""
        spaced.append(bool(gap) or end < 0)
        breaks.append(end < 0 or ("\n" in gap and _is_break(text, end, gap)))
        end = token.idx + len(token)
    return Words([doc[i].text for i in words], spaced, breaks)


def _is_break(text: str, end: int, gap: str) -> bool:
    """Whether a new line ends a sentence: not where it only wraps a long line in the middle of one."""
    line = end - (text.rfind("\n", 0, end) + 1)
    after = text[end + len(gap) : end + len(gap) + 1]
    wrapped = _WRAPPED[0] <= line <= _WRAPPED[1] and text[end - 1] not in _ENDS
    return gap.count("\n") > 1 or not (wrapped or after.islower())


def write(folder: Path, files: dict[str, bytes]) -> None:
    """Write the files of a component and their checksums."""
    folder.mkdir(parents=True, exist_ok=True)
    for file, content in files.items():
        (folder / file).write_bytes(content)
    sums = {"format": FORMAT, "sha256": {file: hashlib.sha256(content).hexdigest() for file, content in files.items()}}
    (folder / _SUMS).write_text(json.dumps(sums, indent=1) + "\n", encoding="utf-8")
