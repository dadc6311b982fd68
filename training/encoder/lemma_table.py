"""The table of lemmas beside the network: what the treebanks have, irregular forms and known words (WordNet's)."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kg.extract.encoder.lemmas import INFLECTED, apply
from training.encoder.data import Text

LOOKUPS = Path("spacy_lookups_en") / "spacy_lookups_data" / "data"
KINDS = ("noun", "verb", "adj", "adv")


def lemma_table(gazetteers: Path, trees: Iterable[Text]) -> dict[str, Any]:
    """The table as ``Lemmas`` reads it."""
    seen: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for text in trees:
        for word, tag, edit in zip(text.words, text.tags, text.lemmas, strict=True):
            if tag in INFLECTED and word.isalpha() and edit:
                seen[tag][word.lower()][apply(edit, word).lower()] += 1
    forms = {
        tag: {form: counts.most_common(1)[0][0] for form, counts in sorted(rows.items()) if counts.total() > 1}
        for tag, rows in sorted(seen.items())
    }
    rules, irregular, known = (
        json.loads((gazetteers / LOOKUPS / f"en_lemma_{name}.json").read_text(encoding="utf-8"))
        for name in ("rules", "exc", "index")
    )
    return {
        "forms": forms,
        "irregular": {kind: {form: lemmas[0] for form, lemmas in irregular[kind].items()} for kind in KINDS},
        "rules": {kind: rules.get(kind, []) for kind in KINDS},
        "known": {kind: [word for word in known[kind] if word.isalpha()] for kind in KINDS},
    }
