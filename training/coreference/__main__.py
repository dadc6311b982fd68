"""``python -m training.coreference DATA``: the tables and the ranker of kg/extract/coreference, from the corpora under DATA.

DATA holds ``gum`` (only its training split is read), ``ecbplus`` (but for the topics that are measured on), ``gap``,
``current_events`` and ``gazetteers``. Needs torch; some minutes on a CPU.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.language import Language

from kg.extract.nlp import load_nlp
from training.coreference.examples import Example, make_example, merge
from training.coreference.gum import GoldDocument, gold_documents
from training.coreference.news import ecb_documents, gap_documents
from training.coreference.tables import write_given_names, write_nouns
from training.coreference.train import save, train

TARGET = Path("kg/extract/coreference")
_PAIRS = 4000
"""Pairs at least of an example: short texts are put together."""


def main() -> None:
    """Write given_names.tsv, nouns.tsv and ranker.npz."""
    data = Path(sys.argv[1])
    write_given_names(data / "gazetteers", TARGET / "given_names.tsv")
    write_nouns(data / "gum", _texts(data), TARGET / "nouns.tsv")
    nlp = load_nlp()
    whole = list(_examples(gold_documents(data / "gum", "train"), nlp))
    parts = (ecb_documents(data / "ecbplus"), gap_documents(data / "gap"))
    some = [example for part in parts for example in merge(list(_examples(part, nlp)), _PAIRS)]
    save(train(whole + some), TARGET / "ranker.npz")


def _texts(data: Path) -> Iterator[str]:
    """The sentences of Current Events, and the articles and passages that are learnt from."""
    for line in (data / "current_events" / "events_2002_2025.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)["text"]
    yield from (document.text for document in (*ecb_documents(data / "ecbplus"), *gap_documents(data / "gap")))


def _examples(documents: Iterable[GoldDocument], nlp: Language) -> Iterator[Example]:
    made = (make_example(gold, nlp) for gold in documents)
    yield from (example for example in made if example is not None)


if __name__ == "__main__":
    main()
