"""Corpora of events as sentences of words with a number for some of them."""

from __future__ import annotations

import csv
import json
import re
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from training.prepare import HeldOut

ECB_HELD_OUT = frozenset({"2", "5", "12", "18", "21", "23", "34", "35"})
"""Topics of ECB+ that are measured on."""
_CLOSE = frozenset(".,;:!?)]}'%’") | {"n't", "'s", "’s"}
_BRACKETS = {"-LRB-": "(", "-RRB-": ")", "``": '"', "''": '"'}


class Labelled(NamedTuple):
    """Words, whether white space follows each, and a number (or None: not known) for each."""

    words: list[str]
    spaces: list[bool]
    values: list[float | None]


def ecb_events(folder: Path) -> Iterator[Labelled]:
    """Documents of ECB+: 1 for a word of an action, 0 for others, None outside of the sentences annotated throughout."""
    annotated = defaultdict(set)
    with (folder / "ECBplus_coreference_sentences.csv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            annotated[f"{row['Topic']}_{row['File']}"].add(row["Sentence Number"])
    for file in sorted(folder.glob("ECB+/*/*.xml")):
        if file.stem in annotated and file.parent.name not in ECB_HELD_OUT:
            yield _ecb_document(ET.parse(file).getroot(), annotated[file.stem])


def _ecb_document(root: ET.Element, annotated: set[str]) -> Labelled:
    tokens = root.findall("token")
    actions = {
        anchor.get("t_id")
        for mention in root.find("Markables") or ()
        if mention.tag.startswith(("ACTION", "NEG_ACTION"))
        for anchor in mention.findall("token_anchor")
    }
    words = [(token.text or "").strip() or "_" for token in tokens]
    values = [float(t.get("t_id") in actions) if t.get("sentence") in annotated else None for t in tokens]
    return Labelled(words, _spaces(words), values)


def noun_events(folder: Path) -> Iterator[Labelled]:
    """Sentences of QANom: 1 for a noun that reports an event, 0 for one that only looks like it, None for all other words."""
    sentences: dict[str, str] = {}
    nouns: dict[str, dict[int, float]] = defaultdict(dict)
    with (folder / "data" / "annot.train.csv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            sentences[row["qasrl_id"]] = row["sentence"]
            nouns[row["qasrl_id"]][int(row["target_idx"])] = float(row["is_verbal"].strip().lower() == "true")
    for name in sorted(sentences):
        words = [_BRACKETS.get(word, word) or "_" for word in sentences[name].split(" ")]
        yield Labelled(words, _spaces(words), [nouns[name].get(i) for i in range(len(words))])


def factuality(uds: Path, treebank: Path) -> Iterator[Labelled]:
    """Sentences of EWT's training part with what readers said of its predicates: -1.5 (did not happen) to 1.5 (did)."""
    predicates = json.loads((uds / "factuality.json").read_text(encoding="utf-8"))["data"]
    names = json.loads((uds / "ud_ids.json").read_text(encoding="utf-8"))
    judged = {names[key]["sentence_id"]: _judgements(nodes) for key, nodes in predicates.items()}
    for file in sorted(treebank.glob("**/*.conllu")):
        for block in file.read_text(encoding="utf-8").strip().split("\n\n"):
            found = re.search(r"^# sent_id = (\S+)", block, re.MULTILINE)
            values = judged.pop(found[1], None) if found else None
            if values:
                rows = [row for line in block.split("\n") if (row := line.split("\t"))[0].isdigit()]
                yield Labelled(
                    [r[1] for r in rows], ["SpaceAfter=No" not in r[9] for r in rows], [values.get(int(r[0])) for r in rows]
                )


def _judgements(nodes: dict[str, dict[str, dict[str, dict[str, float]]]]) -> dict[int, float]:
    """Number of the word in its sentence -> value."""
    return {
        int(name.rpartition("-")[2]): node["factuality"]["factual"]["value"]
        for name, node in nodes.items()
        if "factuality" in node
    }


def _spaces(words: list[str]) -> list[bool]:
    return [i + 1 == len(words) or words[i + 1] not in _CLOSE for i in range(len(words))]


def keep(texts: Iterator[Labelled], held: HeldOut) -> Iterator[Labelled]:
    """The texts that are not held out."""
    return (text for text in texts if not held.has(text.words))
