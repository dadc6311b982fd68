"""ECB+ as running text, with its events, their chains within and across documents, and the sentences annotated throughout."""

from __future__ import annotations

import csv
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.events.corpora import ECB_HELD_OUT

_CLOSE = frozenset(".,;:!?)]}'%’") | {"n't", "'s", "’s"}
_OPEN = ("(", "“", "$")
_HEADLINE = 200


@dataclass(frozen=True)
class Document:
    """A document: spans are (start, end) in ``text``, ``events`` and ``entities`` (start, end, chain)."""

    id: str
    topic: str
    text: str
    sentences: list[tuple[int, int]]
    events: list[tuple[int, int, str]]
    entities: list[tuple[int, int, str]]


def read_documents(folder: Path) -> Iterator[Document]:
    """All documents with annotated sentences but for the topics that are measured on."""
    annotated: dict[str, set[int]] = defaultdict(set)
    with (folder / "ECBplus_coreference_sentences.csv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            annotated[f"{row['Topic']}_{row['File']}"].add(int(row["Sentence Number"]))
    for file in sorted(folder.glob("ECB+/*/*.xml")):
        if file.stem in annotated and file.parent.name not in ECB_HELD_OUT:
            yield _document(file, annotated[file.stem])


def _document(file: Path, annotated: set[int]) -> Document:
    root = ET.parse(file).getroot()
    text = ""
    spans: dict[str, tuple[int, int]] = {}
    sentences: dict[int, tuple[int, int]] = {}
    last: int | None = None
    for token in root.findall("token"):
        sentence, word = int(token.get("sentence", "0")), (token.text or "").strip() or "_"
        if sentence == 0 and "plus" in file.stem:  # the address of a web page
            continue
        if last is not None and sentence != last:
            text += "\n\n" if last < 2 and len(text) < _HEADLINE else " "
        elif last is not None and word not in _CLOSE and not text.endswith(_OPEN):
            text += " "
        spans[token.get("t_id", "")] = (len(text), len(text) + len(word))
        text += word
        sentences[sentence] = (sentences.get(sentence, spans[token.get("t_id", "")])[0], len(text))
        last = sentence
    chains = {
        source.get("m_id"): (
            relation.get("note") if relation.tag.startswith("CROSS") else f"{file.stem}/{relation.get('r_id')}"
        )
        for relation in root.find("Relations") or ()
        for source in relation.findall("source")
    }
    events: list[tuple[int, int, str]] = []
    entities: list[tuple[int, int, str]] = []
    for mention in root.find("Markables") or ():
        anchors = [spans[a.get("t_id", "")] for a in mention.findall("token_anchor") if a.get("t_id", "") in spans]
        if anchors and not mention.tag.startswith("TIME"):
            name = mention.get("m_id")
            found = events if mention.tag.startswith(("ACTION", "NEG_ACTION")) else entities
            found.append((anchors[0][0], anchors[-1][1], str(chains.get(name) or f"{file.stem}#{name}")))
    shown = [sentences[s] for s in sorted(annotated) if s in sentences]
    return Document(file.stem, file.parent.name, text, shown, events, entities)
