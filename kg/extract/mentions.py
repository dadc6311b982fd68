"""Names in an article: what the pipeline found, cut to the name alone and typed the same throughout the article."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kg.extract.passages import Passage
from kg.facilities import parse_facility
from kg.model import Article, Span
from kg.names import fold, key, words
from kg.ontology import EntityClass, load_ontology

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan

LABELS: Mapping[str, str] = {
    **{name: name for name in ("person", "organization", "place", "facility", "group", "product", "event")},
    # OntoNotes and CoNLL labels of other pipelines
    "PERSON": "person",
    "PER": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "facility",
    "NORP": "group",
    "PRODUCT": "product",
    "WORK_OF_ART": "product",
    "EVENT": "event",
}
"""Labels of a pipeline -> our entity types; other labels (dates, numbers) are no names."""

DEFAULT_SCORE = 0.8
"""Score of a name where the pipeline publishes no precision for its type."""


class Name(NamedTuple):
    """A name as found: its place, its type, and the precision of names of that type."""

    span: Span
    type: str
    score: float


def find_names(article: Article, passages: Sequence[Passage], precision: Mapping[str, float]) -> list[Name]:
    """The names of an article in the order of its text, without overlaps.

    Args:
        article: the article.
        passages: its parsed prose.
        precision: label -> measured precision (0..1), which becomes the score.
    """
    found = [
        Name(span, LABELS[ent.label_], precision.get(ent.label_, DEFAULT_SCORE))
        for passage in passages
        for ent in passage.doc.ents
        if ent.label_ in LABELS and (span := _trim(article.text, passage.locate(_without_title(ent, LABELS[ent.label_]))))
    ]
    found = [_with_head(article.text, name) for name in found]
    found = _split_pairs(article.text, found)
    found = _with_built_nouns(article.text, found)
    found += _names_of_furniture(article)
    return _agree_on_types(article.text, [_by_head(article.text, name) for name in sorted(found)])


def _without_title(ent: DocSpan, label: str) -> DocSpan:
    """A person's name without the titles in front ("Russian President Vladimir Putin" -> "Vladimir Putin")."""
    if label != "person":
        return ent
    titles = _ontology()["person"].titles
    start = ent.start
    for i in range(ent.start, ent.end - 1):
        before = [fold(token.text).rstrip(".") for token in ent.doc[ent.start : i + 1]]
        if before[-1] in titles or " ".join(before[-2:]) in titles or ent.doc[i].text.islower():
            start = i + 1
    return ent.doc[start : ent.end]


_FRONT = re.compile(r"(?:[\s\"'“”‘’(\[,;:–—-]+|(?:the|a|an)\s+)+", re.IGNORECASE)
_OPENING = re.compile(
    r"(?:Does|Do|Did|Is|Are|Was|Were|Will|Can|Could|May|Has|Have|Had|Why|How|What|When|Where|Who|Should|Would|If|As|After|With)\s+(?=[A-Z])"
)
"""A headline in title case begins with these; no name does, followed by a name."""
_BACK = re.compile(r"(?:[\s\"“”‘’)\],;:!?–—-]|['’]s?)+$")


def _trim(text: str, span: Span) -> Span | None:
    """A span without articles, quotation marks, brackets and possessive endings, or None where no letter is left."""
    piece = text[span.start : span.end]
    front = _FRONT.match(piece)
    start = span.start + (front.end() if front else 0)
    if opening := _OPENING.match(text, start, span.end):
        start = opening.end()
    back = _BACK.search(text[start : span.end])
    end = start + back.start() if back else span.end
    return Span(start, end) if any(c.isupper() or c.isdigit() for c in text[start:end]) else None


_NEXT_WORD = re.compile(r" ([A-Z][a-z]+)\b")


def _with_head(text: str, name: Name) -> Name:
    """A name cut off before the noun that says what it names ("Korean" -> "Korean Peninsula")."""
    following = _NEXT_WORD.match(text, name.span.end)
    if following and name.type in {"group", "place"} and following[1].lower() in _ontology()["place"].heads:
        return name._replace(span=Span(name.span.start, following.end()), type="place")
    return name


_DESIGNATION = re.compile(r"\b[A-Z][A-Za-z]{0,6}-?\d{1,4}[A-Za-z]?$")
"""What ends the name of a type of vehicle or weapon ("Su-35", "KC-45", "A350")."""


_CAPITALS = re.compile(r"[A-Z]{3,6}")
"""A single word in capitals is an agency's acronym, if it is no surname of the article (there, the votes decide)."""


def _by_head(text: str, name: Name) -> Name:
    """A name of several words with the type that its head noun says ("Korean Peninsula", "Ministry of Defence")."""
    surface = text[name.span.start : name.span.end]
    parts = words(surface)
    if name.type in {"group", "product", "event"}:
        return name
    if name.type == "person" and _CAPITALS.fullmatch(surface):
        return name._replace(type="organization")
    if _DESIGNATION.search(surface) and name.type in {"person", "place"}:
        return name._replace(type="product")
    if len(parts) < 2:
        return name
    facility = parse_facility(surface)
    if facility and facility.own and (name.type == "place" or facility.kind not in _ontology()["facility"].institutions):
        return name._replace(type="facility")
    end = next((i for i, word in enumerate(parts) if word in {"of", "for"} and i), len(parts))
    for kind in ("place", "organization"):
        if parts[end - 1] in _ontology()[kind].heads:
            return name._replace(type=kind)
    return name


_PAIR = re.compile(r"([A-Z]\S*?)[-–—/]([A-Z]\S*)")


def _split_pairs(text: str, names: Sequence[Name]) -> list[Name]:
    """Two names where the article writes two as one ("the Putin-Kim summit") and has each of them by itself."""
    alone = {word for name in names for word in _ends(text[name.span.start : name.span.end])}
    split: list[Name] = []
    for name in names:
        pair = _PAIR.fullmatch(text, name.span.start, name.span.end)
        if pair and all(key(part) in alone for part in pair.groups()):
            split += [name._replace(span=Span(*pair.span(group))) for group in (1, 2)]
        else:
            split.append(name)
    return split


def _ends(surface: str) -> set[str]:
    """What a name can be called in short: all of it, and its first and last word."""
    parts = words(surface)
    return {" ".join(parts), parts[0], parts[-1]} if parts and "-" not in surface else {" ".join(parts), *parts[:1]}


_LOWER_WORDS = re.compile(r"(?:[ ][a-z][a-z-]*){1,4}")
_INDEFINITE = re.compile(r"\b(?:an?|another|every|each|any|some|no)\s+$", re.IGNORECASE)


def _with_built_nouns(text: str, names: Sequence[Name]) -> list[Name]:
    """Names with the common noun behind them that makes them a facility's ("Vostochny space launch facility").

    So where the article has that facility by its full name, or never has the bare name without the noun.
    """
    surfaces = [text[name.span.start : name.span.end] for name in names]
    facilities = {parts for surface in surfaces if (parts := parse_facility(surface)) and parts.own}
    grown: dict[int, Name] = {}
    for i, (name, surface) in enumerate(zip(names, surfaces, strict=True)):
        if name.type in {"place", "facility", "organization"} and (end := _end_of_built_noun(text, name.span, surface)):
            grown[i] = name._replace(span=Span(name.span.start, end), type="facility")
    bare = Counter(key(surface) for i, surface in enumerate(surfaces) if i not in grown)
    return [
        grown[i]
        if i in grown and (parse_facility(text[name.span.start : grown[i].span.end]) in facilities or not bare[key(surface)])
        else name
        for i, (name, surface) in enumerate(zip(names, surfaces, strict=True))
    ]


def _end_of_built_noun(text: str, span: Span, surface: str) -> int | None:
    """Where the lower-case noun ends that follows a name and names a kind of facility, the longest such."""
    run = _LOWER_WORDS.match(text, span.end)
    if run is None or _INDEFINITE.search(text, max(0, span.start - 10), span.start):
        return None
    ends = [run.start() + match.end() for match in re.finditer(r"[ ][a-z-]+", run.group())]
    for end in reversed(ends):
        parts = parse_facility(text[span.start : end])
        if parts and parts.own == words(surface) and parts.kind not in _ontology()["facility"].institutions:
            return end
    return None


def _ontology() -> Mapping[str, EntityClass]:
    return load_ontology().entities


_AGENCY = re.compile(r"\b[A-Z][\w.&'’-]*(?:[ /][A-Z][\w.&'’-]*)*")


def _names_of_furniture(article: Article) -> Iterable[Name]:
    """The agency in a photo's credit ("Photo: Xinhua")."""
    for block in article.blocks:
        if block.kind == "credit":
            after = article.text.find(":", block.start, block.end) + 1 or block.start
            if match := _AGENCY.search(article.text, after, block.end):
                yield Name(Span(*match.span()), "organization", DEFAULT_SCORE)


def _is_whole(text: str, span: Span) -> bool:
    """Whether a name stands by itself: the halves of "Putin-Kim" were typed together and have no vote."""
    return not any(c in "-–—/" for c in (text[span.start - 1 : span.start], text[span.end : span.end + 1]) if c)


_FULL_NAME = 3
"""Votes of a person's full name for its surname, against one of each bare name."""


def _agree_on_types(text: str, names: Sequence[Name]) -> list[Name]:
    """Names with one type for equal strings: the type with most votes, a full name's type counting for its surname.

    A pipeline that reads a sentence at a time errs now in one, now in another; the article as a whole errs less.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        parts = words(text[name.span.start : name.span.end])
        votes[" ".join(parts)][name.type] += _is_whole(text, name.span)
        if name.type == "person" and len(parts) > 1:
            for part in {parts[0], parts[-1]}:
                votes[part]["person"] += _FULL_NAME
    agreed: list[Name] = []
    for name in names:
        if agreed and name.span.start < agreed[-1].span.end:
            continue
        counted = votes[key(text[name.span.start : name.span.end])]
        best = max(counted.values(), default=0)
        choices = sorted(kind for kind, count in counted.items() if count == best)
        agreed.append(name if name.type in choices or not choices else name._replace(type=choices[0]))
    return agreed
