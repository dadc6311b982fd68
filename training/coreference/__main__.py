"""``python -m training.coreference DATA``: the tables and the ranker of kg/extract/coreference, from the corpora under DATA.

DATA holds ``gum`` and ``gazetteers``. Needs torch; a few minutes on a CPU. Only GUM's training split is read.
"""

from __future__ import annotations

import sys
from pathlib import Path

from kg.extract.nlp import load_nlp
from training.coreference.examples import make_example
from training.coreference.gum import gold_documents
from training.coreference.tables import write_given_names, write_nouns
from training.coreference.train import save, train

TARGET = Path("kg/extract/coreference")


def main() -> None:
    """Write given_names.tsv, nouns.tsv and ranker.npz."""
    data = Path(sys.argv[1])
    write_given_names(data / "gazetteers", TARGET / "given_names.tsv")
    write_nouns(data / "gum", TARGET / "nouns.tsv")
    nlp = load_nlp()
    made = (make_example(gold, nlp) for gold in gold_documents(data / "gum", "train"))
    save(train([example for example in made if example is not None]), TARGET / "ranker.npz")


if __name__ == "__main__":
    main()
