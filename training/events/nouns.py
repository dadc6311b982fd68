"""``python -m training.events.nouns DATA PIPELINE OUT --held-out SET...``: the table of what common nouns name.

``DATA`` holds the unpacked archives ``ecbplus``, ``qanom``, ``gum``, ``propbank`` and ``ud_ewt``. How likely a noun names a
happening: counts of ECB+, QANom, PropBank over EWT (is it a predicate?) and GUM (is its entity an event?), a source counting
at most twelve times a noun; never where it names who does something ("promoter") or is listed as a state. What it names
otherwise: the types of GUM's entities where most mentions agree, and ``nouns.toml``, listed by hand.
"""

from __future__ import annotations

import argparse
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc

from training.events.corpora import Labelled, ecb_events, keep, noun_events
from training.prepare import HeldOut

Row = list[str]
"""A line of a treebank in CoNLL-U."""

_MOST = 12
_PRIOR, _PRIOR_OF_ACTIONS = 0.1, 0.35
_NEVER, _ENOUGH = 0.05, 4
"""A noun that names a happening more seldom than this, in so many mentions, is listed as one that does not."""
_LISTED = 0.25
_DOERS = re.compile(r"(.{3,})(er|or)")
_ACTIONS = ("tion", "sion", "ment", "ing", "ance", "ence", "al")
_GUM_TYPES = {"person": "person", "organization": "organization", "place": "place", "object": "product"}
_ENTITY = re.compile(r"\(([^()]+)(\)?)|([^()]+)?\)")


def labelled_nouns(nlp: Any, texts: Iterator[Labelled]) -> Iterator[tuple[str, bool]]:
    """(lemma, whether it is an event) of the nouns of a corpus."""
    for text in texts:
        doc = nlp(Doc(nlp.vocab, words=text.words, spaces=text.spaces))
        yield from (
            (t.lemma_.lower(), v > 0.5) for t, v in zip(doc, text.values, strict=True) if v is not None and t.pos_ == "NOUN"
        )


def sentences(file: Path) -> Iterator[list[Row]]:
    """The sentences of a treebank."""
    for block in file.read_text(encoding="utf-8").strip().split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line[:1].isdigit()]
        yield [row for row in rows if row[0].isdigit()]


def gum_nouns(folder: Path, held: HeldOut) -> Iterator[tuple[str, str]]:
    """(lemma, entity type) of the noun at the head of each entity of GUM's training part."""
    parts = dict(line.split("\t")[:2] for line in (folder / "splits.tsv").read_text(encoding="utf-8").splitlines())
    for file in sorted(folder.glob("dep/*.conllu")):
        for rows in sentences(file) if parts.get(file.stem) == "train" else ():
            if not held.has([row[1] for row in rows]):
                yield from _heads(rows)


def _heads(rows: list[Row]) -> Iterator[tuple[str, str]]:
    open_: list[tuple[str, str, int]] = []
    for i, row in enumerate(rows):
        found = re.search(r"Entity=([^|]*)", row[9])
        for opened, closed, ended in _ENTITY.findall(found[1]) if found else ():
            if opened:
                open_.append((*opened.split("-")[:2], i))
            if closed or not opened:
                name = ended.split("-")[0]
                at = next((k for k in reversed(range(len(open_))) if closed or not name or open_[k][0] == name), None)
                if at is not None:
                    _, kind, start = open_.pop(at)
                    heads = [k for k in range(start, i + 1) if not start < int(rows[k][6]) <= i + 1]
                    if len(heads) == 1 and rows[heads[0]][3] == "NOUN":
                        yield rows[heads[0]][2].lower(), kind


def predicate_nouns(propbank: Path, treebank: Path, held: HeldOut) -> Iterator[tuple[str, bool]]:
    """(lemma, whether PropBank has it as a predicate) of the nouns of EWT's training part, where the word counts agree."""
    kept = {m for part in ("dev", "test") for m in _documents(treebank / f"en_ewt-ud-{part}.conllu")}
    frames = {file.name.removesuffix(".gold_skel"): file for file in sorted(propbank.glob("**/*.gold_skel"))}
    for file in sorted(treebank.glob("not-to-release/sources/*/*.conllu")):
        name = file.stem
        skeleton = frames.get(name) or frames.get(f"{name}.xml")
        if skeleton is None or {name, name.removesuffix(".xml")} & kept:
            continue
        marks = [line.split() for line in skeleton.read_text(encoding="utf-8").splitlines() if line.strip()]
        words = [row for rows in sentences(file) if not held.has([r[1] for r in rows]) for row in rows]
        if len(marks) == len(words):
            yield from ((row[2].lower(), mark[6] != "-") for mark, row in zip(marks, words, strict=True) if row[3] == "NOUN")


def verbs(treebank: Path) -> frozenset[str]:
    """The lemmas of the verbs of EWT."""
    files = sorted(treebank.glob("not-to-release/sources/*/*.conllu"))
    return frozenset(row[2].lower() for file in files for rows in sentences(file) for row in rows if row[3] == "VERB")


def _documents(file: Path) -> set[str]:
    return {m[1].split("-", 1)[1] for m in re.finditer(r"^# newdoc id = (\S+)", file.read_text(encoding="utf-8"), re.MULTILINE)}


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="folder with one folder for each unpacked data archive")
    parser.add_argument("pipeline", type=Path, help="folder of the pipeline that lemmatizes")
    parser.add_argument("out", type=Path, help="the table (nouns.tsv)")
    parser.add_argument("--held-out", type=Path, nargs="*", default=[], metavar="SET", help="left out")
    args = parser.parse_args()
    held, nlp = HeldOut(args.held_out), spacy.load(args.pipeline)
    entities = list(gum_nouns(args.data / "gum", held))
    sources = [
        labelled_nouns(nlp, keep(ecb_events(args.data / "ecbplus"), held)),
        labelled_nouns(nlp, keep(noun_events(args.data / "qanom"), held)),
        predicate_nouns(args.data / "propbank", args.data / "ud_ewt", held),
        ((lemma, kind == "event") for lemma, kind in entities),
    ]
    eventive = [_count(source) for source in sources]
    types: dict[str, Counter[str]] = defaultdict(Counter)
    for lemma, kind in entities:
        types[lemma][_GUM_TYPES.get(kind, "-")] += 1
    args.out.write_text("".join(_lines(eventive, types, verbs(args.data / "ud_ewt"))), encoding="utf-8")


def _count(pairs: Iterator[tuple[str, bool]]) -> dict[str, tuple[int, int]]:
    events: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for lemma, event in pairs:
        events[lemma] += event
        every[lemma] += 1
    return {lemma: (events[lemma], every[lemma]) for lemma in every}


def _lines(
    eventive: list[dict[str, tuple[int, int]]], types: dict[str, Counter[str]], known_verbs: frozenset[str]
) -> Iterator[str]:
    core = tomllib.loads((files("training.events") / "nouns.toml").read_text(encoding="utf-8"))
    states, deeds = core.pop("state").split(), core.pop("deed").split()
    listed = {lemma: kind for kind, lemmas in core.items() for lemma in lemmas.split()}
    for lemma in sorted({*listed, *states, *types}.union(*eventive)):
        if not re.fullmatch(r"[a-z][a-z-]{2,}", lemma):
            continue
        counts = [(e * min(1.0, _MOST / n), min(float(n), _MOST)) for e, n in (s[lemma] for s in eventive if lemma in s)]
        prior = _PRIOR_OF_ACTIONS if lemma.endswith(_ACTIONS) else _PRIOR
        share = (sum(e for e, _ in counts) + prior) / (sum(n for _, n in counts) + 1)
        kind = listed.get(lemma) or _agreed(types.get(lemma, Counter()))
        share = min(share, 0.2) if lemma in listed else share
        unlike = lemma in states or (share >= _LISTED and lemma not in deeds and _is_doer(lemma, known_verbs))
        share = 0.0 if unlike else share
        never = unlike or (share < _NEVER and sum(n for _, n in counts) >= _ENOUGH)
        if share >= _LISTED or kind != "-" or never or (prior == _PRIOR_OF_ACTIONS and counts):
            yield f"{lemma}\t{share:.2f}\t{kind}\n"


def _is_doer(lemma: str, known_verbs: frozenset[str]) -> bool:
    """Whether a noun is made of a verb and the ending of those who do it."""
    found = _DOERS.fullmatch(lemma)
    return found is not None and not known_verbs.isdisjoint({found[1], found[1] + "e"})


def _agreed(votes: Counter[str]) -> str:
    """The type that at least two mentions and most of them have."""
    kind = min(votes, key=lambda k: (-votes[k], k), default="-")
    return kind if votes[kind] >= 2 and votes[kind] * 2 >= votes.total() + 0.5 else "-"


if __name__ == "__main__":
    main()
