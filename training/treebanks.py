"""Reading treebanks (CoNLL-U) into documents with the paragraphs and the white space of the source."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

NEWLINES = ("\n\n", "\n\n", "\n", "\n\n\n")


@dataclass
class Word:
    """A syntactic word; ``head`` counts from 0 inside its sentence."""

    form: str
    lemma: str
    pos: str
    tag: str
    morph: str
    head: int
    dep: str
    space: bool
    misc: str


@dataclass
class Sentence:
    """A sentence; ``opens`` says that a paragraph begins with it."""

    words: list[Word]
    opens: bool
    text: str


@dataclass
class Article:
    """A document of a treebank."""

    name: str
    sentences: list[Sentence] = field(default_factory=list)


def _spaced(misc: str) -> bool:
    return "SpaceAfter=No" not in misc.split("|")


def _words(rows: list[list[str]]) -> list[Word]:
    """Words of a sentence; the parts of a contraction ("do", "n't") carry the spacing of the whole."""
    words: list[Word] = []
    whole: dict[int, bool] = {}
    index = {row[0]: i for i, row in enumerate(row for row in rows if row[0].isdigit())}
    for row in rows:
        number = row[0]
        if "-" in number:
            first, last = map(int, number.split("-"))
            whole.update({n: n == last and _spaced(row[9]) for n in range(first, last + 1)})
        elif "." not in number:
            head = index.get(row[6], index[number])
            space = whole.get(int(number), _spaced(row[9]))
            words.append(Word(row[1], row[2], row[3], row[4], "" if row[5] == "_" else row[5], head, row[7], space, row[9]))
    return words


def read_conllu(path: Path) -> Iterator[Article]:
    """The documents of a CoNLL-U file."""
    article = Article(path.stem)
    rows: list[list[str]] = []
    opens, text = True, ""
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("# newdoc"):
            if article.sentences:
                yield article
            article = Article(line.split("=", 1)[1].strip())
        elif line.startswith("# newpar"):
            opens = True
        elif line.startswith("# text = "):
            text = line.removeprefix("# text = ")
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            article.sentences.append(Sentence(_words(rows), opens, text))
            rows, opens, text = [], False, ""
    if article.sentences:
        yield article


def split_article(article: Article, most: int = 12) -> Iterator[list[Sentence]]:
    """Pieces of at most ``most`` sentences, cut between paragraphs where there are any."""
    piece: list[Sentence] = []
    for sentence in article.sentences:
        if len(piece) >= most or (sentence.opens and len(piece) >= most // 2):
            yield piece
            piece = []
        piece.append(sentence)
    if piece:
        yield piece


@dataclass
class _Columns:
    """What a spaCy document is made of."""

    words: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    morphs: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)

    def add(self, word: Word) -> None:
        """A word; its head counts from the document's start."""
        self.words.append(word.form)
        self.spaces.append(word.space)
        self.tags.append(word.tag)
        self.pos.append(word.pos)
        self.morphs.append(word.morph)
        self.lemmas.append(word.lemma)
        self.heads.append(word.head)
        self.deps.append("ROOT" if word.dep == "root" else word.dep)


def to_doc(sentences: Iterable[Sentence], vocab: Vocab, rng: random.Random) -> Doc:
    """A spaCy document; line breaks become space tokens that hang on the word before them."""
    columns = _Columns()
    for number, sentence in enumerate(sentences):
        if number and sentence.opens:
            newline = rng.choice(NEWLINES)
            columns.spaces[-1] = False
            columns.add(Word(newline, newline, "SPACE", "_SP", "", len(columns.words) - 1, "dep", space=False, misc=""))
        base = len(columns.words)
        for word in sentence.words:
            columns.add(replace(word, head=base + word.head))
    return Doc(vocab, **asdict(columns))


def ewt_train(folder: Path) -> list[Article]:
    """EWT's training documents: all sources less those of its dev and test files."""
    held = {article.name for part in ("dev", "test") for article in read_conllu(folder / f"en_ewt-ud-{part}.conllu")}
    held_texts = {
        sentence.text
        for part in ("dev", "test")
        for article in read_conllu(folder / f"en_ewt-ud-{part}.conllu")
        for sentence in article.sentences
    }
    articles = []
    for path in sorted((folder / "not-to-release" / "sources").rglob("*.conllu")):
        for article in read_conllu(path):
            if article.name not in held:
                article.sentences = [s for s in article.sentences if s.text not in held_texts or len(s.words) < 5]
                articles.append(article)
    return articles


def gum_articles(folder: Path, split: str) -> list[Article]:
    """GUM's documents of the official split ``train`` or ``dev``."""
    rows = [line.split("\t") for line in (folder / "splits.tsv").read_text(encoding="utf-8").splitlines() if line]
    names = [name for name, part in rows if part == split]
    return [article for name in names for article in read_conllu(folder / "dep" / f"{name}.conllu")]
