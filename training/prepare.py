"""From the data folder to spaCy's binary format: ``python -m training.prepare DATA WORK``."""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from training import corpora, gazetteers
from training.augment import NameChanger, restyle, restyle_names
from training.harmony import Harmoniser, Named
from training.spacing import spaces_between
from training.tokenization import blank_pipeline
from training.treebanks import Article, ewt_train, gum_articles, read_conllu, split_article, to_doc

SEED = 7
# Share of the sentences that are used once more with other names: gold corpora, the silver corpus.
CHANGED_SHARE, CHANGED_SHARE_SILVER = 0.8, 0.35
# The silver corpus is large and much alike: half of it is used, the other half in a second round of training.
GMB_EVERY = 2
# Files of the first and the second round, and by how much the share of changed sentences is lessened.
ROUNDS = (("names_train", 1.0), ("names_more", 0.5))
CHECK_EVERY = 40


def save(docs: Iterable[Doc], path: Path) -> None:
    """Write documents as a ``.spacy`` file and say how large they are."""
    store = DocBin(store_user_data=False, docs=docs)
    path.parent.mkdir(parents=True, exist_ok=True)
    store.to_disk(path)
    print(f"{path.name}: {len(store)} documents, {path.stat().st_size >> 10} KiB")


class HeldOut:
    """Texts that must not be trained on; compared without white space."""

    def __init__(self, folders: Iterable[Path]) -> None:
        lines = (line for folder in folders for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines())
        texts = (json.loads(line)["text"] for line in lines if line)
        self.text = "\n".join(re.sub(r"\s+", "", text) for text in texts)

    def has(self, words: Iterable[str]) -> bool:
        """Whether a sentence of some length stands in a held-out text."""
        text = "".join(words)
        return len(text) >= 25 and text in self.text


def tree_docs(articles: Iterable[Article], *, augment: bool) -> list[Doc]:
    """Treebank documents in pieces; with ``augment`` some are restyled (quotation marks, dashes, letter case)."""
    vocab, rng = blank_pipeline().vocab, random.Random(SEED)
    docs = []
    for article in articles:
        for piece in split_article(article):
            doc = to_doc(piece, vocab, rng)
            docs.append(restyle(doc, rng) if augment else doc)
    return docs


def prepare_trees(data: Path, work: Path, held: HeldOut) -> None:
    """Training, development and test files of the treebanks."""
    articles = [*ewt_train(data / "ud_ewt"), *gum_articles(data / "gum", "train")]
    for article in articles:
        article.sentences = [s for s in article.sentences if not held.has(word.form for word in s.words)]
    save(tree_docs(articles, augment=True), work / "trees_train.spacy")
    for part in ("dev", "test"):
        test = list(read_conllu(data / "ud_ewt" / f"en_ewt-ud-{part}.conllu"))
        save(tree_docs(test, augment=False), work / f"ewt_{part}.spacy")
    dev = gum_articles(data / "gum", "dev")
    save(tree_docs(dev, augment=False), work / "gum_dev.spacy")
    save(tree_docs([a for a in dev if "_news_" in a.name], augment=False), work / "gum_news_dev.spacy")


def named_sources(data: Path, rules: Harmoniser, half: int) -> Iterator[tuple[str, list[list[Named]]]]:
    """Every corpus of names: its name and its documents; of the silver one a half."""
    ewt, gum = ewt_train(data / "ud_ewt"), gum_articles(data / "gum", "train")
    yield "gmb_ner", chunks(corpora.gmb(data / "gmb_ner" / "ner_dataset.csv", rules), 10)[half::GMB_EVERY]
    yield "redocred", list(corpora.redocred(data / "redocred" / "dev_revised.json", rules))
    yield "uner_ewt", list(corpora.uner(data / "uner_ewt" / "en_ewt-ud-train.2022-12-02.iob2", ewt, rules))
    yield "gum", list(corpora.gum(gum, rules))
    yield "wikigold", chunks(corpora.wikigold(data / "wikigold" / "wikigold.conll.txt", rules), 5)
    yield "crossner", chunks(corpora.crossner(data / "crossner", rules), 3)


def chunks(sentences: Iterable[Named], size: int) -> list[list[Named]]:
    """Lists of ``size`` sentences in sequence."""
    every = list(sentences)
    return [every[i : i + size] for i in range(0, len(every), size)]


def names_doc(sentences: Iterable[Named], vocab: Vocab, rng: random.Random) -> Doc:
    """A spaCy document; an empty tag stands for "not known"."""
    words: list[str] = []
    spaces: list[bool] = []
    tags: list[str] = []
    for sentence in sentences:
        if words and rng.random() < 0.4:
            spaces[-1] = False
            words.append("\n\n")
            spaces.append(False)
            tags.append("O")
        elif words:
            spaces[-1] = True
        words.extend(sentence.words)
        spaces.extend(sentence.spaces or spaces_between(sentence.words))
        tags.extend(tag or "" for tag in sentence.tags)
    return Doc(vocab, words=words, spaces=spaces, ents=tags)


def prepare_names(data: Path, work: Path, held: HeldOut, number: int = 0) -> None:
    """Training file of the names for a round: every sentence as it is, and some again with other names in it."""
    vocab, rng = blank_pipeline().vocab, random.Random(SEED + number)
    target, less = ROUNDS[number]
    rules = Harmoniser(data / "gazetteers")
    changer = NameChanger(gazetteers.load(data / "gazetteers", rules.peoples, rules.countries), rng)
    docs: list[Doc] = []
    check: list[Doc] = []
    for source, articles in named_sources(data, rules, number):
        share = less * (CHANGED_SHARE_SILVER if source == "gmb_ner" else CHANGED_SHARE)
        for at, article in enumerate(articles, start=1):
            kept = [sentence for sentence in article if not held.has(sentence.words)]
            if at % CHECK_EVERY == 0 and kept:
                check.append(names_doc(kept, vocab, rng))
                continue
            for piece in chunks(kept, 10):
                changed = [changer.change(sentence, 0.8, 0.15) for sentence in piece if rng.random() < share]
                docs += [names_doc([restyle_names(s, rng) for s in part], vocab, rng) for part in (piece, changed) if part]
        print(f"{source}: {len(docs)} documents so far")
    rng.shuffle(docs)
    save(docs, work / f"{target}.spacy")
    if not number:
        save(check, work / "names_check.spacy")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder with one folder for each unpacked data archive")
    parser.add_argument("work", type=Path, help="folder to write to, outside the repository")
    parser.add_argument("--held-out", type=Path, nargs="*", default=[], metavar="SET", help="left out: SET/gold.jsonl")
    args = parser.parse_args()
    held = HeldOut(args.held_out)
    prepare_trees(args.data, args.work, held)
    prepare_names(args.data, args.work, held)


if __name__ == "__main__":
    main()
