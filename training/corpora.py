"""Readers of the corpora of names; each gives sentences with names by the rules of ``harmony``."""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from training import lists
from training.harmony import (
    Harmoniser,
    Named,
    Span,
    Tag,
    add_events,
    bio_spans,
    bio_tags,
    capitalised,
    join_institutions,
    never_name,
    set_tags,
    set_unknown,
)
from training.treebanks import Article, Sentence

PLAIN = {"PER": "person", "ORG": "organization", "LOC": "place"}
GMB = {"per": "person", "org": "organization", "geo": "place", "gpe": "place"}
GUM = {"person": "person", "organization": "organization", "place": "place", "event": "event", "object": "product"}
CROSSNER, CROSSNER_UNKNOWN = lists.mapping("crossner"), lists.words("crossner_unknown")
JOINERS = lists.words("joiners")
PROPER = ("NNP", "NNPS")
MENTION = re.compile(r"\(([^()]*)(\))?|([^()]+)\)")
# The development slice of the GMB: block 7 of every 20 blocks of 20 sentences.
GMB_BLOCK, GMB_HELD_OUT = 20, 7


def read_columns(path: Path, separator: str | None = None) -> Iterator[tuple[list[str], list[str]]]:
    """Sentences of a file with a word and a tag in each line."""
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        cells = line.split(separator)
        if len(cells) > 1 and line.strip():
            words.append(cells[0])
            tags.append(cells[1])
        elif words:
            yield words, tags
            words, tags = [], []


def crossner(folder: Path, rules: Harmoniser) -> Iterator[Named]:
    """CrossNER, all domains, less the development part of politics."""
    for path in sorted(folder.glob("*/*.txt")):
        if (path.parent.name, path.stem) == ("politics", "dev"):
            continue
        for words, source in read_columns(path, "\t"):
            spans = bio_spans(source)
            known = [(start, end, CROSSNER[label]) for start, end, label in spans if label in CROSSNER]
            tags = bio_tags(len(words), rules.apply(words, known))
            for start, end, label in spans:
                if label in CROSSNER_UNKNOWN and capitalised(words[start]):
                    set_unknown(tags, start, end)
            rules.add_peoples(words, tags)
            yield Named(words, tags)


def wikigold(path: Path, rules: Harmoniser) -> Iterator[Named]:
    """Wikigold: persons, organizations, places; what is MISC there is unknown here."""
    for words, source in read_columns(path):
        yield Named(words, _plain_tags(words, bio_spans(source), rules))


def redocred(path: Path, rules: Harmoniser) -> Iterator[list[Named]]:
    """The typed entities of Re-DocRED: lists of sentences, one a document."""
    for document in json.loads(path.read_text(encoding="utf-8")):
        spans: dict[int, list[Span]] = defaultdict(list)
        for mention in (mention for entity in document["vertexSet"] for mention in entity):
            spans[mention["sent_id"]].append((*mention["pos"], mention["type"]))
        yield [Named(words, _plain_tags(words, sorted(spans[i]), rules)) for i, words in enumerate(document["sents"])]


def _plain_tags(words: list[str], spans: list[Span], rules: Harmoniser) -> list[Tag]:
    """Tags from PER, ORG, LOC and MISC; other types are no names."""
    tags = bio_tags(len(words), rules.apply(words, [(a, b, PLAIN[x]) for a, b, x in spans if x in PLAIN]))
    for start, end, label in spans:
        if label == "MISC" and capitalised(words[start]):
            set_unknown(tags, start, end)
    add_events(words, tags)
    rules.add_peoples(words, tags)
    return tags


def uner(path: Path, articles: Iterable[Article], rules: Harmoniser) -> Iterator[list[Named]]:
    """UNER over EWT, with the white space of the treebank: lists of sentences, one an article."""
    labels = {tuple(words): tags for words, tags in _uner_sentences(path)}
    for article in articles:
        found = ((sentence, labels.get(tuple(word.form for word in sentence.words))) for sentence in article.sentences)
        yield [_uner_named(sentence, source, rules) for sentence, source in found if source]


def _uner_sentences(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            yield [row[1] for row in rows], [row[2] for row in rows]
            rows = []


def _uner_named(sentence: Sentence, source: list[str], rules: Harmoniser) -> Named:
    words = [word.form for word in sentence.words]
    spans = [(start, end, PLAIN[label]) for start, end, label in bio_spans(source) if label in PLAIN]
    tags = bio_tags(len(words), rules.apply(words, spans))
    for i, tag in enumerate(source):
        if tag.endswith("OTH"):
            tags[i] = None
    rules.add_peoples(words, tags)
    return Named(words, tags, [word.space for word in sentence.words])


def gum(articles: Iterable[Article], rules: Harmoniser) -> Iterator[list[Named]]:
    """GUM's names: lists of sentences, one an article."""
    for article in articles:
        yield [_gum_named(sentence, rules) for sentence in article.sentences]


def gum_mentions(sentence: Sentence) -> list[Span]:
    """Typed mentions of a GUM sentence; those that are cut by the sentence's end are left out."""
    opened: list[tuple[str, int, str]] = []
    spans: list[Span] = []
    for i, word in enumerate(sentence.words):
        cell = next((part.removeprefix("Entity=") for part in word.misc.split("|") if part.startswith("Entity=")), "")
        for match in MENTION.finditer(cell):
            if match[1] is not None:
                parts = match[1].split("-")
                opened.append((parts[0], i, parts[1] if len(parts) > 1 else ""))
            key = match[3] or (opened[-1][0] if match[2] else "")
            at = next((n for n in reversed(range(len(opened))) if opened[n][0] == key), None)
            if at is not None:
                _, start, label = opened.pop(at)
                spans.append((start, i + 1, label))
    return spans


def _gum_named(sentence: Sentence, rules: Harmoniser) -> Named:
    """Names are the runs of proper nouns around the heads of mentions; other proper nouns are unknown."""
    words = [word.form for word in sentence.words]
    tags: list[Tag] = [
        None if word.tag in PROPER and capitalised(word.form) and not never_name(word.form) else "O" for word in sentence.words
    ]
    found: list[Span] = []
    for start, end, label in gum_mentions(sentence):
        if label == "time":
            tags[start:end] = ["O"] * (end - start)
        head = _head(sentence, start, end)
        if label not in GUM or sentence.words[head].tag not in PROPER:
            continue
        first, last = _run(sentence, head, start, end, label)
        people = label == "person" and sentence.words[head].tag == "NNPS"
        if not people or rules.is_people(words[first:last]):
            found.append((first, last, "group" if people else GUM[label]))
    outer = [s for s in found if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in found)]
    for span in rules.apply(words, dict.fromkeys(outer)):
        if not any(tag and tag != "O" for tag in tags[span[0] : span[1]]):
            set_tags(tags, span)
    rules.add_peoples(words, tags)
    return Named(words, tags, [word.space for word in sentence.words])


def _head(sentence: Sentence, start: int, end: int) -> int:
    """The word of a mention that hangs on a word outside."""
    inside = range(start, end)
    return next((i for i in inside if sentence.words[i].head not in inside or sentence.words[i].head == i), start)


def _run(sentence: Sentence, head: int, start: int, end: int, label: str) -> tuple[int, int]:
    """The longest run of proper nouns around the head inside the mention."""

    def belongs(i: int) -> bool:
        word = sentence.words[i]
        return word.tag in PROPER or word.form == "-" or (label != "person" and word.form.lower() in JOINERS)

    first, last = head, head + 1
    while first > start and belongs(first - 1):
        first -= 1
    while last < end and belongs(last):
        last += 1
    while sentence.words[first].tag not in PROPER:
        first += 1
    while sentence.words[last - 1].tag not in PROPER:
        last -= 1
    return first, last


def gmb(path: Path, rules: Harmoniser) -> Iterator[Named]:
    """The names of the Groningen Meaning Bank, less the development slice."""
    for number, rows in enumerate(_gmb_sentences(path)):
        if number // GMB_BLOCK % GMB_BLOCK != GMB_HELD_OUT:
            words = [row[1] for row in rows]
            yield Named(words, _gmb_tags(words, [row[2] for row in rows], [row[3] for row in rows], rules))


def _gmb_sentences(path: Path) -> Iterator[list[list[str]]]:
    """Rows (sentence number in the first, word, part of speech, tag) of each sentence."""
    rows: list[list[str]] = []
    with path.open(encoding="latin-1", newline="") as file:
        reader = csv.reader(file)
        next(reader)
        for row in reader:
            if row[0] and rows:
                yield rows
                rows = []
            rows.append(row)
    if rows:
        yield rows


def _gmb_tags(words: list[str], pos: list[str], source: list[str], rules: Harmoniser) -> list[Tag]:
    """Tags by our rules; proper nouns that the (silver) annotation leaves out are unknown."""
    spans = bio_spans(source)
    known = [(_first_capital(words, a, b) if x != "per" else a, b, GMB[x]) for a, b, x in spans if x in GMB]
    joined = join_institutions(words, rules.apply(words, [span for span in known if span[0] < span[1]]))
    tags = bio_tags(len(words), [span for span in joined if words[span[0] : span[1]] != ["State"]])
    add_events(words, tags)
    for start, end, label in spans:
        if label in ("art", "eve") and not any(tag and tag != "O" for tag in tags[start:end]):
            set_unknown(tags, start, end)
    for i, word in enumerate(words):
        if i and tags[i] == "O" and pos[i] in PROPER and capitalised(word) and not never_name(word):
            tags[i] = None
    rules.add_peoples(words, tags)
    return tags


def _first_capital(words: list[str], start: int, end: int) -> int:
    """The first word of a span that may begin a name ("al-Qaida" may)."""
    while start < end and words[start][:1].islower() and words[start].split("-")[0] not in ("al", "el"):
        start += 1
    return start
