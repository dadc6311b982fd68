"""One pipeline out of the two that are trained apart, without what is only needed in training."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import spacy
import srsly  # type: ignore[import-untyped]
from spacy.language import Language
from spacy.pipeline.edit_tree_lemmatizer import EditTreeLemmatizer
from spacy.strings import StringStore

from training.tokenization import blank_pipeline

NAME, VERSION = "kg_news", "0.1.0"


def _source(name: str, licence: str, author: str, url: str) -> dict[str, str]:
    return {"name": name, "license": licence, "author": author, "url": url}


META: dict[str, Any] = {
    "lang": "en",
    "name": NAME,
    "version": VERSION,
    "description": "English news: tags, features, lemmas, dependency trees, sentence ends, and names of seven kinds.",
    "author": "The kg authors",
    "email": "",
    "url": "",
    "license": "CC BY-SA 4.0",
    "sources": [
        _source("UD English EWT 2.16", "CC BY-SA 4.0", "Stanford University", "https://universaldependencies.org"),
        _source("GUM, permissive genres", "CC BY 4.0; texts by genre", "Amir Zeldes and others", "https://gucorpling.org/gum"),
        _source("Universal NER, English EWT", "CC BY-SA 4.0", "Stephen Mayhew and others", "https://www.universalner.org"),
        _source("Re-DocRED", "MIT; texts CC BY-SA", "Qingyu Tan and others", "https://github.com/tonytan48/Re-DocRED"),
        _source("CrossNER", "MIT; texts CC BY-SA", "Zihan Liu and others", "https://github.com/zliucr/CrossNER"),
        _source("Wikigold", "CC BY 4.0", "Dominic Balasuriya and others", "https://aclanthology.org/W09-3302"),
        _source(
            "Groningen Meaning Bank, names", "texts in the public domain", "Johan Bos and others", "https://gmb.let.rug.nl"
        ),
    ],
    "requirements": [],
}


def assemble(syntax: Path, names: Path, target: Path, performance: dict[str, Any] | None = None) -> Language:
    """Write the pipeline of both to ``target`` (replaced if it is there) and return it as loaded from there."""
    nlp = spacy.load(syntax)
    nlp.add_pipe("ner", source=spacy.load(names))
    nlp.meta.update(META)
    nlp.meta["performance"] = performance or {}
    _forget_training(nlp)
    if target.exists():
        shutil.rmtree(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(target)
    _prune_strings(nlp, target)
    return spacy.load(target)


def _forget_training(nlp: Language) -> None:
    """Leave the sections of the configuration empty that name files and functions of the training."""
    config = nlp.config
    config["initialize"] = {"components": {}, "tokenizer": {}}
    for section in ("corpora", "paths"):
        config[section] = {}
    nlp.config = config


def _prune_strings(nlp: Language, target: Path) -> None:
    """Keep only strings that the components bring themselves; those of the training texts go."""
    strings = set(blank_pipeline().vocab.strings)
    for name, pipe in nlp.pipeline:
        strings.update(map(str, nlp.pipe_labels.get(name, ())))
        if isinstance(pipe, EditTreeLemmatizer):
            strings.update(_tree_strings(pipe, nlp.vocab.strings))
    (target / "vocab" / "strings.json").write_text(json.dumps(sorted(strings), ensure_ascii=False, indent=0), encoding="utf-8")


def _tree_strings(lemmatizer: EditTreeLemmatizer, strings: StringStore) -> set[str]:
    """What the lemmatizer's edit trees replace and put in."""
    trees = srsly.msgpack_loads(lemmatizer.trees.to_bytes())["trees"]
    return {strings[edit[key]] for edit in trees for key in ("orig", "subst") if edit.get(key)}


def write_performance(target: Path, performance: dict[str, Any]) -> None:
    """Put measured figures into the pipeline's ``meta.json``."""
    path = target / "meta.json"
    meta = json.loads(path.read_text(encoding="utf-8"))
    meta["performance"] = performance
    path.write_text(json.dumps(meta, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
