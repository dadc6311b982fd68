"""Tables of facts for coreference: which gender given names have, which kind of thing nouns stand for."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.names import fold
from training.treebanks import Article, gum_articles

_KINDS = {
    "person": "person", "organization": "organization", "place": "place", "object": "product", "event": "event", "time": "time",
    "abstract": "abstract", "animal": "other", "plant": "other", "substance": "other",
}  # fmt: skip
_FAMILY_FIRST = frozenset({"CN", "TW", "HK", "KR", "KP", "VN", "HU", "SG"})
_KOREAN = frozenset("kim lee park choi jung cho yoon jang lim han oh seo shin kwon song hong jo ri pak an".split())
_LEAST, _SHARE = 2, 0.7
_WHO, _WHICH, _RATE, _COUNTED = 3, 5, 0.0015, 0.04
"""Times that "who" must stand behind a noun: at all, to once "which", of all its times; share of them with a determiner."""
_SHORTEST = 2
_PLURALS = (("men", "man"), ("ies", "y"), ("s", ""))
_NOT_ONE = frozenset(
    "any authority cat character clear couple crew duo every everyone gang many old origin other pair senior several some "
    "source ten those".split()
)
"""What is no noun or stands for several or for other things, though "who" is said of it."""


def write_given_names(gazetteers: Path, target: Path) -> None:
    """Folded given names that only men or only women have: 1 male, 2 female."""
    genders: dict[str, set[str]] = defaultdict(set)
    with (gazetteers / "names_sigpwned" / "common-forenames-by-country.csv").open(encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            for column in ("Localized Name", "Romanized Name"):
                if name := fold(row[column] or ""):
                    genders[name].add(row["Gender"])
    for entry in re.split(
        r"^- id:", (gazetteers / "congress" / "legislators-current.yaml").read_text(encoding="utf-8"), flags=re.M
    ):
        first, gender = re.search(r"^    first: (\w+)", entry, re.M), re.search(r"^    gender: ([MF])", entry, re.M)
        if first and gender:
            genders[fold(first[1])].add(gender[1])
    for surname in _surnames_in_front(gazetteers):
        genders.pop(surname, None)
    rows = [(name, {"M": 1, "F": 2}[next(iter(found))]) for name, found in sorted(genders.items()) if len(found) == 1]
    plain = [f"{name}\t{gender}" for name, gender in rows if re.fullmatch(r"[a-z'-]{2,}", name)]
    target.write_text("\n".join(plain) + "\n", encoding="utf-8")


def _surnames_in_front(gazetteers: Path) -> set[str]:
    """Family names of the countries in which they stand first ("Kim Jong-un")."""
    with (gazetteers / "names_sigpwned" / "common-surnames-by-country.csv").open(encoding="utf-8-sig") as file:
        rows = [row for row in csv.DictReader(file) if row["Country"] in _FAMILY_FIRST]
    return {fold(row[column] or "") for row in rows for column in ("Localized Name", "Romanized Name")} | _KOREAN


def write_nouns(gum: Path, texts: Iterable[str], target: Path) -> None:
    """Nouns that stand for one kind of thing in most of their mentions (GUM, training split), and persons of other texts."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for article in gum_articles(gum, "train"):
        for noun, kind in _typed_nouns(article):
            counts[noun][kind] += 1
    rows = []
    for noun, kinds in counts.items():
        kind, most = kinds.most_common(1)[0]
        if kinds.total() >= _LEAST and most >= _SHARE * kinds.total():
            rows.append(f"{noun}\t{kind}")
    rows += [f"{noun}\tperson" for noun in _persons(texts) if counts[noun].total() < _LEAST]
    rows.sort()
    target.write_text("\n".join(rows) + "\n", encoding="utf-8")


def _persons(texts: Iterable[str]) -> Iterator[str]:
    """Nouns with "who" behind them, and hardly ever "which", that an article or a number often stands before."""
    who, which, counted, every = (Counter[str]() for _ in range(4))
    for text in texts:
        who.update(re.findall(r"\b([a-z]{3,}) ?,? who\b", text))
        which.update(re.findall(r"\b([a-z]{3,}) ?,? which\b", text))
        counted.update(re.findall(r"\b(?:a|an|the|two|three|four|several|many|former|of) ([a-z]{3,})\b", text))
        every.update(re.findall(r"\b[a-z]+\b", text))
    who, which, counted, every = (_singular(words, every) for words in (who, which, counted, every))
    for noun, times in who.items():
        often = times >= max(_WHO, _WHICH * which[noun], _RATE * every[noun])
        if often and counted[noun] >= _COUNTED * every[noun] and noun not in _NOT_ONE:
            yield noun


def _singular(words: Counter[str], known: Counter[str]) -> Counter[str]:
    """The counts of plurals put to their singulars, where those are known."""
    found: Counter[str] = Counter()
    for word, times in words.items():
        forms = [word.removesuffix(many) + one for many, one in _PLURALS if word.endswith(many)]
        found[next((form for form in forms if len(form) > _SHORTEST and form in known), word)] += times
    return found


def _typed_nouns(article: Article) -> list[tuple[str, str]]:
    """Lemmas of common nouns that head a mention, with its kind."""
    found: list[tuple[str, str]] = []
    for sentence in article.sentences:
        open_: list[tuple[str, int]] = []
        for at, word in enumerate(sentence.words):
            entity = re.search(r"Entity=([^|]*)", word.misc)
            for sign in re.findall(r"\([^()]+|[^()]*\)", entity[1]) if entity else ():
                if sign.startswith("("):
                    open_.append((sign[1:].split("-")[1] if "-" in sign else "", at))
                elif open_:
                    kind, first = open_.pop()
                    inside = range(first, at + 1)
                    head = next((i for i in inside if sentence.words[i].head not in inside or sentence.words[i].head == i), at)
                    noun = sentence.words[head]
                    if noun.pos == "NOUN" and kind in _KINDS and re.fullmatch(r"[a-z-]+", noun.lemma):
                        found.append((noun.lemma, _KINDS[kind]))
    return found
