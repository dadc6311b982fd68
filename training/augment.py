"""Making training text more varied: letter case, typography, names from all over the world."""

from __future__ import annotations

import random
from collections.abc import Callable

from spacy.tokens import Doc

from training import gazetteers, lists
from training.gazetteers import Gazetteer
from training.harmony import Named, Span, Tag, bio_spans
from training.spacing import spaces_between

CURLY_SHARE = 0.3
CASE_SHARE = 0.06
ORGANIZATION_SHARE = 0.6
PLACE_PREPOSITIONS = frozenset({"in", "at", "near", "from", "to"})
SMALL = lists.words("small")


def _lower(word: str, _first: bool) -> str:
    return word.lower()


def _upper(word: str, _first: bool) -> str:
    return word.upper()


def _title(word: str, first: bool) -> str:
    return word if word.lower() in SMALL and not first else word[:1].upper() + word[1:]


CASES: tuple[tuple[Callable[[str, bool], str], int], ...] = ((_lower, 2), (_upper, 1), (_title, 3))


def curly(words: list[str]) -> list[str]:
    """Straight quotation marks and apostrophes as typographic ones."""
    out = []
    opened = False
    for word in words:
        if word == '"':
            out.append("”" if opened else "“")
            opened = not opened
        elif word == "``":
            out.append("“")
        elif word == "''":
            out.append("”")
        else:
            out.append(word.replace("'", "’"))
    return out


def recase(words: list[str], rng: random.Random) -> list[str]:
    """All words in lower case, in capitals or as in a headline."""
    functions, weights = zip(*CASES, strict=True)
    function = rng.choices(functions, weights)[0]
    return [function(word, i == 0) for i, word in enumerate(words)]


def restyle(doc: Doc, rng: random.Random) -> Doc:
    """A copy of the document with other words of the same analysis (or the document itself)."""
    words = [token.text for token in doc]
    if rng.random() < CURLY_SHARE:
        words = curly(words)
    if rng.random() < CASE_SHARE:
        words = recase(words, rng)
    return with_words(doc, words)


def with_words(doc: Doc, words: list[str]) -> Doc:
    """A copy of the document with other word forms."""
    return Doc(
        doc.vocab,
        words=words,
        spaces=[bool(token.whitespace_) for token in doc],
        tags=[token.tag_ for token in doc],
        pos=[token.pos_ for token in doc],
        morphs=[str(token.morph) for token in doc],
        lemmas=[token.lemma_ for token in doc],
        heads=[token.head.i for token in doc],
        deps=[token.dep_ for token in doc],
    )


class NameChanger:
    """Puts other names of the same kind in the place of the names of a sentence."""

    def __init__(self, names: Gazetteer, rng: random.Random) -> None:
        self.names = names
        self.rng = rng

    def change(self, sentence: Named, share: float, facilities: float) -> Named:
        """A copy of the sentence in which each name is replaced with the probability ``share``.

        Places after a preposition become facilities with the probability ``facilities``.
        """
        given = sentence.spaces or spaces_between(sentence.words)
        rows: list[tuple[str, Tag, bool]] = list(zip(sentence.words, sentence.tags, given, strict=True))
        out: list[tuple[str, Tag, bool]] = []
        at = 0
        for start, end, label in bio_spans(sentence.tags):
            if self.rng.random() >= share:
                continue
            kind, name = self._facility(sentence.words, (start, end, label), facilities) or (label, "")
            name = name or self._other(sentence.words[start:end], label)
            if name:
                out += rows[at:start] + _rows(name, kind, given[end - 1])
                at = end
        return _named(out + rows[at:])

    def _other(self, words: list[str], label: str) -> str:
        """Another name for this one; empty to keep it."""
        names, rng = self.names, self.rng
        if label == "person":
            return gazetteers.family_name(names, rng) if len(words) == 1 else gazetteers.person(names, rng)
        if label == "place" and len(words) == 1:
            return gazetteers.place(names, rng)
        if label == "organization" and rng.random() < ORGANIZATION_SHARE:
            return gazetteers.fill(rng.choice(gazetteers.ORGANIZATIONS), names, rng)
        if label == "facility":
            return gazetteers.fill(rng.choice(gazetteers.FACILITIES), names, rng)
        if label == "group" and len(words) == 1 and words[0].endswith(gazetteers.ADJECTIVE_ENDS):
            return rng.choice(names.demonyms)
        return ""

    def _facility(self, words: list[str], span: Span, share: float) -> tuple[str, str] | None:
        """A facility for a place ("in Cairo": "in the Giza Museum")."""
        start, end, label = span
        fits = label == "place" and start > 0 and words[start - 1].lower() in PLACE_PREPOSITIONS and end - start <= 2
        if not fits or self.rng.random() >= share:
            return None
        name = gazetteers.fill(self.rng.choice(gazetteers.FACILITIES), self.names, self.rng)
        article = "" if name.startswith(("Fort", "Camp")) or self.rng.random() < 0.4 else "the "
        return "facility", article + name


def _rows(name: str, label: str, space: bool) -> list[tuple[str, Tag, bool]]:
    """Words, tags and spaces of a name; an article in front is not part of it."""
    words = name.split()
    article = words[0] == "the"
    tags: list[Tag] = ["O"] if article else []
    tags += [f"B-{label}", *[f"I-{label}"] * (len(words) - len(tags) - 1)]
    return list(zip(words, tags, [True] * (len(words) - 1) + [space], strict=True))


def _named(rows: list[tuple[str, Tag, bool]]) -> Named:
    return Named([row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows])


def restyle_names(sentence: Named, rng: random.Random) -> Named:
    """Now and then other quotation marks or another letter case."""
    words = sentence.words
    if rng.random() < CURLY_SHARE:
        words = curly(words)
    if rng.random() < CASE_SHARE:
        words = recase(words, rng)
    return Named(words, sentence.tags, sentence.spaces)
