"""Where a name begins and ends: without titles and articles, with the noun that belongs to it, one name for each thing."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extract.mentions.name import Name
from kg.facilities import parse_facility
from kg.gazetteer import country_of, lookup, organization, people_of
from kg.model import Span
from kg.names import fold, key, words
from kg.ontology import load_ontology

if TYPE_CHECKING:
    from kg.extract.tokens import Span as DocSpan


def without_title(ent: DocSpan) -> DocSpan:
    """A person's name without the titles in front ("Prime Minister Theresa May" -> "Theresa May")."""
    titles = load_ontology().entities["person"].titles
    folded = [fold(token.text).rstrip(".") for token in ent]
    start = 1 if len(folded) > 2 and _DEMONYM.fullmatch(folded[0]) and folded[1] in _first_words(titles) else 0
    while (length := next((n for n in (3, 2, 1) if " ".join(folded[start : start + n]) in titles), 0)) and start + length < len(
        folded
    ):
        start += length
    return ent[start:]


_DEMONYM = re.compile(r"\w{3,}(?:ian|ish|ese)")


def _first_words(titles: Iterable[str]) -> frozenset[str]:
    return frozenset(title.split()[0] for title in titles)


_FRONT = re.compile(r"(?:[\s\"'“”‘’(\[,;:–—-]+|(?:the|a|an)\s+|\d+px\s+)+", re.IGNORECASE)
_OPENING = re.compile(
    r"(?:Does|Do|Did|Is|Are|Was|Were|Will|Can|Could|May|Has|Have|Had|Why|How|What|When|Where|Who|Should|Would|If|As|After|With)\s+(?=[A-Z])"
)
"""A headline in title case begins with these; no name does, followed by a name."""
_BACK = re.compile(
    r"(?:-(?:based|owned|led|backed|born|controlled)\b|[\s\"“”‘’)\],;:!?–—-]|['’]s?|\s(?:of|for|and|the|in|at|&)(?=\s*$))+$"
)


def trim(text: str, span: Span) -> Span | None:
    """A span without articles, quotation marks, brackets and possessive endings, or None where no letter is left."""
    piece = text[span.start : span.end]
    front = _FRONT.match(piece)
    start = span.start + (front.end() if front else 0)
    if opening := _OPENING.match(text, start, span.end):
        start = opening.end()
    back = _BACK.search(text[start : span.end])
    end = start + back.start() if back else span.end
    bracket = _NEXT_BRACKET.search(text, start, end)
    end = bracket.start() if bracket else end
    return Span(start, end) if any(c.isupper() or c.isdigit() for c in text[start:end]) else None


_NEXT_BRACKET = re.compile(r"\)[\s,;/]*\(")
"""Where one bracket ends and the next begins, in what a pipeline took for one name."""

_PAIR = re.compile(r"([A-Z][^-–—/]*)[-–—/]([A-Z][^-–—/]*)")


_HYPHENED = re.compile(r"-([A-Z][a-z]{4,})(?![\w-])")
"""The second half of a name such as "Journal-Constitution"."""
_AMERICANS = re.compile(r"-Americans?\b")


def join_halves(text: str, names: Sequence[Name]) -> list[Name]:
    """One name where a pipeline saw two: given name and surname, "African" of "African-American" or "African Americans"."""
    joined: list[Name] = []
    whole = {text[name.span.start : name.span.end] for name in names}
    given = _halves_of_persons(text, names)
    for name in sorted(names):
        before = joined[-1] if joined else None
        gap = text[before.span.end : name.span.start] if before else ""
        halves = before and (_are_halves(text, before, name) or _is_country_apart(text, before, name))
        if before and gap == " " and (halves or name.span.start in given):
            span = Span(before.span.start, name.span.end)
            joined[-1] = name._replace(span=span, score=max(before.score, name.score))
        elif before and _is_body_of(text, before, name):
            joined[-1] = before._replace(span=Span(before.span.start, name.span.end))
        elif before and _is_one_place(text, before, name):
            joined[-1] = before._replace(span=Span(before.span.start, name.span.end), type="place")
        elif rest := _rest_of_hyphened(text, name, whole):
            joined.append(name._replace(span=Span(name.span.start, rest.end())))
        elif not (before and name.span.start < before.span.end and name.type == "group"):
            joined.append(name)
    return joined


def _is_body_of(text: str, left: Name, right: Name) -> bool:
    """Whether a name is a noun for a body alone and the other one what it is for ("Commission on Presidential Debates")."""
    noun, gap = text[left.span.start : left.span.end], text[left.span.end : right.span.start]
    bodies = left.type == right.type == "organization" and gap in {" on ", " for ", " of "}
    return bodies and noun.lower() in load_ontology().entities["organization"].heads


def _is_one_place(text: str, left: Name, right: Name) -> bool:
    """Whether two names are one of the gazetteer ("Trinidad and Tobago"), or a people and the rest of its country's name."""
    gap, whole = text[left.span.end : right.span.start], text[left.span.start : right.span.end]
    if gap == " ":
        return left.type == "group" and right.type == "place" and country_of(whole) is not None
    return gap in {" of ", " of the ", " and ", "-"} and bool(lookup(whole))


def _rest_of_hyphened(text: str, name: Name, whole: AbstractSet[str]) -> re.Match[str] | None:
    """What a hyphen joins to a name and a pipeline left out."""
    if name.type == "organization":
        rest = _HYPHENED.match(text, name.span.end)
        return rest if rest and rest[1] not in whole else None
    if name.type == "place":
        rest = _HYPHENED.match(text, name.span.end)
        return rest if rest and lookup(text[name.span.start : rest.end()]) else None
    return _AMERICANS.match(text, name.span.end) if name.type == "group" else None


def _are_halves(text: str, left: Name, right: Name) -> bool:
    surfaces = [text[name.span.start : name.span.end] for name in (left, right)]
    return left.type == right.type and left.type in {"person", "group"} and all(s.isalpha() and s.istitle() for s in surfaces)


def _halves_of_persons(text: str, names: Sequence[Name]) -> set[int]:
    """Where full names of persons begin right behind a single word that was taken for another person and never stands alone."""
    persons = [name for name in sorted(names) if name.type == "person"]
    surfaces = Counter(text[name.span.start : name.span.end] for name in persons)
    surnames = {surface.split()[-1] for surface in surfaces if " " in surface}
    return {
        right.span.start
        for left, right in pairwise(persons)
        if text[left.span.end : right.span.start] == " "
        and (first := text[left.span.start : left.span.end]).isalpha()
        and not first.isupper()
        and not first.endswith(("man", "woman"))
        and not people_of(first)
        and surfaces[first] == 1
        and first not in surnames
        and text[right.span.start : right.span.end].count(" ") == 1
    }


def _is_country_apart(text: str, left: Name, right: Name) -> bool:
    """Whether a name begins with the halves of "U. S."."""
    return text[left.span.start : left.span.end] == "U." and text.startswith("S.", right.span.start)


def split_pairs(text: str, names: Sequence[Name]) -> list[Name]:
    """Two names where the article writes two as one ("the Putin-Kim summit") and has each of them by itself."""
    surfaces = sorted({text[name.span.start : name.span.end] for name in names}, key=lambda s: (-len(s), s))
    alone = {word for surface in surfaces for word in _ends(surface)}
    fuller: dict[str, list[str]] = defaultdict(list)
    for surface in surfaces:
        if " " in surface:
            fuller[surface.split()[0]].append(surface)
    split: list[Name] = []
    for name in names:
        one = _ends_in_americans(text, name) or (name.type == "place" and lookup(text[name.span.start : name.span.end]))
        pair = _PAIR.fullmatch(text, name.span.start, name.span.end) if not one else None
        longer = (
            next((full for full in fuller.get(pair[2], ()) if text.startswith(full, pair.start(2))), None) if pair else None
        )
        if pair and all(key(part) in alone for part in pair.groups()):
            split += [name._replace(span=Span(*pair.span(group))) for group in (1, 2)]
        elif pair and longer and key(pair[1]) in alone:  # "Boeing-Air" of "Boeing-Air Force talks"
            split.append(name._replace(span=Span(*pair.span(1))))
            split.append(name._replace(span=Span(pair.start(2), pair.start(2) + len(longer))))
        else:
            split.append(name)
    return split


def _ends_in_americans(text: str, name: Name) -> bool:
    return name.type == "group" and text[name.span.start : name.span.end].endswith(("-American", "-Americans"))


def _ends(surface: str) -> set[str]:
    """What a name can be called in short: all of it, and its first and last word."""
    parts = words(surface)
    return {" ".join(parts), parts[0], parts[-1]} if parts and "-" not in surface else {" ".join(parts), *parts[:1]}


_OWNER = re.compile(r"['’]s (?=[A-Z])")
_INNER_BODY = re.compile(r"(?: of (?:the )?)(?=[A-Z])")


def split_bodies(text: str, names: Sequence[Name]) -> list[Name]:
    """Two organizations where one name holds a part and its whole ("Center for Studies of East China University")."""
    split: list[Name] = []
    for name in names:
        seam = _seam(text, name) if name.type == "organization" else None
        if seam is None:
            split.append(name)
        else:
            split += [
                name._replace(span=Span(name.span.start, seam.start())),
                name._replace(span=Span(seam.end(), name.span.end)),
            ]
    return split


def _seam(text: str, name: Name) -> re.Match[str] | None:
    """The "of" between a part of several words and a whole that is named by a noun such as "University"; a possessive."""
    for owner in _OWNER.finditer(text, name.span.start, name.span.end):
        whole = words(text[name.span.start : owner.start()])
        if len(whole) > 1 and whole[-1] in load_ontology().entities["organization"].heads:
            return owner
    for seam in _INNER_BODY.finditer(text, name.span.start, name.span.end):
        part, whole = words(text[name.span.start : seam.start()]), words(text[seam.end() : name.span.end])
        end = next((i for i, word in enumerate(whole) if word == "of" and i), len(whole))
        if len(part) > 1 and end > 1 and whole[end - 1] in load_ontology().entities["organization"].wholes:
            return seam
    return None


def without_headline_verbs(text: str, names: Sequence[Name]) -> list[Name]:
    """Persons' names without a word in front that only the headline has ("Sox Will Nab Lee", of Ann Lee)."""
    end = text.find("\n")
    surfaces = Counter(text[name.span.start : name.span.end] for name in names if name.type == "person")
    by_surname: dict[str, set[str]] = defaultdict(set)
    for surface in surfaces:
        if " " in surface:
            by_surname[surface.split()[-1]].add(surface)
    kept: list[Name] = []
    for name in names:
        surface = text[name.span.start : name.span.end]
        first, _, last = surface.partition(" ")
        alone = surfaces[surface] == 1 and surfaces[last] and len(by_surname[last]) > 1
        heads = name.type == "person" and name.span.end <= end and alone
        if heads and not any(first in other.split() for other in surfaces if other != surface):
            name = name._replace(span=Span(name.span.start + len(first) + 1, name.span.end))  # noqa: PLW2901
        kept.append(name)
    return kept


_LOWER_FRONT = re.compile(r"(?:[a-z]+(?:-[a-z]+)? )+(?=[A-Z])")
_FAR = re.compile(r"Far \w+ern\s+(?=[A-Z])")


def without_direction(text: str, name: Name) -> Name:
    """A region's name without the part of the country that it lies in ("Far Eastern Amur Region" -> "Amur Region").

    So, too, without words in lower case in front ("central Paris").
    """
    lower = _LOWER_FRONT.match(text, name.span.start, name.span.end) if name.type == "place" else None
    if lower:
        name = name._replace(span=Span(lower.end(), name.span.end))
    direction = _FAR.match(text, name.span.start, name.span.end) if name.type == "place" else None
    several = direction and " " in text[direction.end() : name.span.end]
    return name._replace(span=Span(direction.end(), name.span.end)) if direction and several else name


_NEXT_WORD = re.compile(r" ([A-Z][a-z]+)\b(?!['’-])")


def with_heads(text: str, names: Sequence[Name]) -> list[Name]:
    """Names with the noun behind them that a pipeline cut off ("State Affairs Commission"; "Islamic State", which is known)."""
    entities = load_ontology().entities
    heads = entities["organization"].heads
    taken = {name.span.start for name in names}
    grown: list[Name] = []
    for name in names:
        match = _NEXT_WORD.match(text, name.span.end)
        headed = match and name.type in {"organization", "product", "event"} and fold(match[1]) in heads
        if match and name.type == "event" and match.start(1) not in taken and fold(match[1]) in entities["event"].heads:
            name = name._replace(span=Span(name.span.start, match.end(1)))  # noqa: PLW2901
        elif match and match.start(1) not in taken and (headed or organization(text[name.span.start : match.end(1)])):
            name = name._replace(span=Span(name.span.start, match.end(1)), type="organization")  # noqa: PLW2901
        grown.append(name)
    return grown


_LOWER_WORDS = re.compile(r"(?:[ ][a-z][a-z-]*){1,4}")
_INDEFINITE = re.compile(r"\b(?:an?|another|every|each|any|some|no)\s+$", re.IGNORECASE)


def with_built_nouns(text: str, names: Sequence[Name]) -> list[Name]:
    """Names with the common noun behind them that makes them a facility's ("Vostochny space launch facility").

    So where the article has that facility by its full name, or never has the bare name without the noun.
    """
    surfaces = [text[name.span.start : name.span.end] for name in names]
    facilities = {parts for surface in surfaces if (parts := parse_facility(surface)) and parts.own}
    grown: dict[int, Name] = {}
    for i, (name, surface) in enumerate(zip(names, surfaces, strict=True)):
        whole = name.type == "person" and len(words(surface)) > 1
        end = _end_of_named_after(text, name.span, surface) if whole else None
        if end is None and (whole or name.type in {"place", "facility", "organization"}):
            end = _end_of_built_noun(text, name.span, surface)
        if end is not None:
            grown[i] = name._replace(span=Span(name.span.start, end), type="facility")
    bare = Counter(key(surface) for i, surface in enumerate(surfaces) if i not in grown)
    return [
        grown[i]
        if i in grown and (parse_facility(text[name.span.start : grown[i].span.end]) in facilities or not bare[key(surface)])
        else name
        for i, (name, surface) in enumerate(zip(names, surfaces, strict=True))
    ]


def _begins_with(surface: str, own: tuple[str, ...]) -> bool:
    """Whether a name is a facility's own words, perhaps with the beginning of the noun behind them."""
    return bool(own) and words(surface)[: len(own)] == own


_NAMED_AFTER = re.compile(r"(?: [a-z][a-z-]*){1,2}")


def _end_of_named_after(text: str, span: Span, surface: str) -> int | None:
    """Where what is named after a person ends, with an article in front ("the Yuri Gagarin aircraft plant")."""
    run = _NAMED_AFTER.match(text, span.end) if text[max(0, span.start - 4) : span.start].lower() == "the " else None
    for length in (2, 1) if run else ():
        behind = " ".join(text[span.end : run.end()].split()[:length]) if run else ""
        parts = parse_facility(f"{surface} {behind}")
        if parts and parts.own[: len(words(surface))] == words(surface):
            return span.end + 1 + len(behind)
    return None


def _end_of_built_noun(text: str, span: Span, surface: str) -> int | None:
    """Where the lower-case noun ends that follows a name and names a kind of facility, the longest such."""
    run = _LOWER_WORDS.match(text, span.end)
    if run is None or _INDEFINITE.search(text, max(0, span.start - 10), span.start):
        return None
    ends = [run.start() + match.end() for match in re.finditer(r"[ ][a-z-]+", run.group())]
    for end in reversed(ends):
        parts = parse_facility(text[span.start : end])
        if parts and _begins_with(surface, parts.own) and parts.kind not in load_ontology().entities["facility"].institutions:
            return end
    return None
