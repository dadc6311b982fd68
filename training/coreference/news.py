"""Corpora in which some mentions are marked only: ECB+ (news) and GAP (pronouns between two names, Wikipedia)."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from training.coreference.gum import GoldDocument, GoldMention
from training.event_coreference.ecb import read_documents


def ecb_documents(folder: Path) -> Iterator[GoldDocument]:
    """The news articles of ECB+ but for the topics that are measured on; participants of events are marked."""
    for document in read_documents(folder):
        mentions = [GoldMention(start, end, None, chain) for start, end, chain in document.entities]
        yield GoldDocument(document.id, document.text, mentions, complete=False)


def gap_documents(folder: Path) -> Iterator[GoldDocument]:
    """Passages of Wikipedia with a pronoun and two names that it might stand for; only where it stands for one of them."""
    for file in sorted(folder.glob("*.tsv")):
        with file.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
                if "TRUE" not in (row["A-coref"], row["B-coref"]):
                    continue
                mentions = [_mention(row, "Pronoun", "pronoun")]
                for name in ("A", "B"):
                    chain = "pronoun" if row[f"{name}-coref"] == "TRUE" else "other"
                    mentions.append(_mention(row, name, chain))
                yield GoldDocument(row["ID"], row["Text"], mentions, complete=False)


def _mention(row: dict[str, str], name: str, chain: str) -> GoldMention:
    start = int(row[f"{name}-offset"])
    return GoldMention(start, start + len(row[name]), None, chain)
