"""One type for equal names of an article: a pipeline that reads a sentence at a time errs here and there, the whole less."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.extract.mentions.name import Name
from kg.gazetteer import lookup, organization, people_of
from kg.gazetteer.shortened import FIRM_KINDS, is_by_founders, short_firms
from kg.model import Span
from kg.names import core_words, is_acronym, is_misspelt, key, surname, words
from kg.ontology import load_ontology

_FULL_NAME = 3.0
"""Votes of a full name for the short one, against one of each bare name."""
_FLOOR, _LEAST = 0.35, 0.05
"""Score of a name that says nothing of its type; what it counts all the same."""
_KNOWN = 1.0
"""Votes of the gazetteer for a body or a country that it has by this name."""
_SURE = 0.9
"""Score from which a name may differ from the others of its spelling, where both readings have their ground."""
_SURE_FIRM = 0.75
_OFTEN = 2
"""Times that a name stands in an article whose misspelling may stand there, too."""
_LARGE = 100_000
"""Inhabitants of a place that a person may share a name with."""


_ACRONYM = re.compile(r"[A-Z]{3,7}")
_QUOTES = frozenset('"“”')


def agree_on_types(text: str, names: Sequence[Name]) -> list[Name]:
    """Names with one type for equal strings: the one that most speaks for, each name as far as it is sure.

    The type of a full name counts for its short one. Only a place of renown and a person named in full may share a name.
    """
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    full: set[str] = set()
    for name in names:
        surface = name.span.text_in(text)
        weight = max(name.score - _FLOOR, _LEAST)
        counts = _is_whole(text, name.span) and not _is_title(text, name)
        votes[key(surface)][name.type] += weight if counts else 0.0
        for short, share in _short_names(name, surface):
            votes[short][name.type] += share * weight
            if name.type == "person":
                full.add(short)
    for surface in sorted({name.span.text_in(text) for name in names}):
        if kind := _known_type(surface, votes[key(surface)]):
            votes[key(surface)][kind] += _KNOWN
    for letters, spelled_out in _spelled_out(text, names).items():
        votes[letters][spelled_out.type] += _FULL_NAME * max(spelled_out.score - _FLOOR, _LEAST)
    for rare, usual in misspelt(text, names).items():
        votes[key(rare)] = votes[key(usual)]
    return [_agreed(text, name, votes, full) for name in _without_overlaps(names)]


def _spelled_out(text: str, names: Sequence[Name]) -> dict[str, Name]:
    """Keys of the article's acronyms of some letters -> the first name that they are the initials of."""
    found: dict[str, Name] = {}
    short = sorted({surface for name in names if _ACRONYM.fullmatch(surface := name.span.text_in(text))})
    for name in names if short else ():
        surface = name.span.text_in(text)
        for letters in short if surface.count(" ") > 1 else ():
            if is_acronym(letters, surface):
                found.setdefault(key(letters), name)
    return found


def misspelt(text: str, names: Sequence[Name]) -> dict[str, str]:
    """Names of one word that stand once and are a letter away from one that stands often or is surer, two letters swapped.

    A place that nobody knows can be the given name or surname of who is named in full.
    """
    counts = Counter(name.span.text_in(text) for name in names)
    score = {name.span.text_in(text): name.score for name in names}
    unknown = {name.span.text_in(text) for name in names if name.type == "place" and name.score < _SURE}
    persons = {part for name in names if name.type == "person" for part in _parts(name.span.text_in(text))}
    found: dict[str, str] = {}
    for rare in sorted(surface for surface, count in counts.items() if count == 1):
        meant = [
            other
            for other in sorted({*counts, *(persons if rare in unknown else ())})
            if is_misspelt(rare, other)
            and (
                counts[other] >= _OFTEN
                or other in (persons if rare in unknown else ())
                or (sorted(rare) == sorted(other) and (score[rare], rare) < (score[other], other))
            )
        ]
        if len(meant) == 1 and meant[0] not in found and not (lookup(rare) or people_of(rare)):
            found[rare] = meant[0]
    return found


def _parts(person: str) -> tuple[str, ...]:
    """The first and the last word of a full name."""
    parts = person.split()
    return (parts[0], parts[-1]) if len(parts) > 1 else ()


def _without_overlaps(names: Sequence[Name]) -> Iterator[Name]:
    end = 0
    for name in names:
        if name.span.start >= end:
            yield name
            end = name.span.end


def _agreed(text: str, name: Name, votes: Mapping[str, Mapping[str, float]], full: set[str]) -> Name:
    own = key(name.span.text_in(text))
    counted = votes[own]
    best = max(counted.values(), default=0.0)
    choices = sorted(kind for kind, count in counted.items() if count == best)
    shared = own in full and name.type in {"person", "place"} and name.score >= _SURE and _is_large_place(own)
    kept = shared or not best or name.type in choices or _is_title(text, name)
    return name if kept else name._replace(type=choices[0])


def _is_title(text: str, name: Name) -> bool:
    """Whether a name is a work's title by the quotation marks around it (a film called "Australia")."""
    around = text[name.span.start - 1 : name.span.start] + text[name.span.end : name.span.end + 2]
    return name.type == "product" and around[:1] in _QUOTES and not _QUOTES.isdisjoint(around[1:])


def _short_names(name: Name, surface: str) -> Iterator[tuple[str, float]]:
    """What a full name is called in short, and its votes for that."""
    parts = words(surface)
    if len(parts) < 2:
        return
    if name.type == "person":
        for part in sorted({parts[0], surname(surface)[-1]}):
            yield part, _FULL_NAME
    elif name.type == "organization":
        firms = {" ".join(short) for short in short_firms(surface)} if _is_firm(name, surface) else set()
        for firm in sorted(firms):
            yield firm, _FULL_NAME
        kind_said = parts[1] in FIRM_KINDS and not _is_large_place(parts[0])
        if len(parts) == 2 and parts[0] not in firms and (kind_said or not _is_common(parts)):
            yield parts[0], 2.0 if kind_said else 1.0


def _is_firm(name: Name, surface: str) -> bool:
    """Whether a name is a firm's by its kind or legal form at the end or, if sure, by its founders."""
    parts = words(surface)
    formal = parts[-1] in FIRM_KINDS or core_words(surface) != parts
    return formal or (name.score >= _SURE_FIRM and is_by_founders(surface))


def _known_type(surface: str, voted: Mapping[str, float]) -> str:
    """The type of what the gazetteer has by a name: a well-known body, or a country or region; else empty.

    A region's name of one word ("Mary") is one only where the pipeline has seen a place.
    """
    if organization(surface):
        return "organization"
    known = [match.entry for match in lookup(surface) if match.usual and key(match.entry.name) == key(surface)]
    sure = any(entry.kind == "country" or (entry.kind == "region" and " " in entry.name) for entry in known)
    return "place" if sure or ("place" in voted and any(entry.kind == "region" for entry in known)) else ""


def _is_large_place(name: str) -> bool:
    return any(match.usual and match.entry.population >= _LARGE for match in lookup(name))


def _is_whole(text: str, span: Span) -> bool:
    """Whether a name stands by itself: the halves of "Putin-Kim" were typed together and have no vote."""
    return not any(c in "-–—/" for c in (text[span.start - 1 : span.start], text[span.end : span.end + 1]) if c)


def _is_common(parts: tuple[str, ...]) -> bool:
    """Whether the first word of a body's name may be a place's or, before such a noun, a person's ("Clinton Foundation")."""
    return parts[1] in load_ontology().entities["organization"].heads or bool(lookup(parts[0]))
