"""Firms' names: of founders with "&" between them, with their legal form at the end, without what goes before or comes next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from kg.extract.mentions.name import Name
from kg.gazetteer import country_of, national_body, organization, people_of
from kg.model import Span
from kg.names import words
from kg.ontology import load_ontology

_AND = re.compile(r"([A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*)*) (?:and|&) ([A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*)*)")
_FORM = r"(?:LLC|L\.L\.C\.|Inc\.?|Corp\.?|Ltd\.?|PLC|plc|AG|GmbH)"
_FIRM_AND_PERSON = re.compile(rf"([A-Z][\w.&’' -]* {_FORM},?) ([A-Z][a-z]+ [A-Z][a-z]+)")
_FIRM_BEFORE = re.compile(rf"\b{_FORM}$")
_FIRM_AND_WORD = re.compile(rf"[A-Z][\w.&’' -]* {_FORM}(?= [A-Z][a-z]+$)")
_PARTNER = re.compile(r" ?& ?(?:(?:Van|Von|De|La|Mc|Mac) )?[A-Z][\w'’-]+")
"""What stands behind a firm's first founder."""
_ACRONYM = re.compile(r"[A-Z]{3,}")
_LOWER = re.compile(r"(?:[A-Z][\w-]+ ){1,3}(?:[a-z]{4,} )+(?=[A-Z])")
"""A people and a common noun ("British union"), for all that stands in front of a name."""
_GOVERNMENTS = frozenset("government regime forces force service services parliament staff center centre system".split())
_LOWER_END = re.compile(r"(?<=\w\w)(?<! of)(?<! and)(?<! the)(?<! for)(?<! on)(?: (?!the\b|for\b)[a-z]{3,}){1,3}$")
"""Common nouns behind a name that is known or stands alone elsewhere ("United Nations climate change")."""
_LONGEST_PEOPLE = 2


def join_partners(text: str, names: Sequence[Name]) -> list[Name]:
    """Names of firms with the founder behind "&" ("Moore & Van Allen")."""
    joined: list[Name] = []
    for name in sorted(names):
        if joined and name.span.start < joined[-1].span.end:
            continue
        before = joined[-1] if joined else None
        partners = before and text[before.span.end : name.span.start] in {" & ", "&"} and not _are_acronyms(text, before, name)
        if before and partners and "organization" in {before.type, name.type}:
            joined[-1] = Name(Span(before.span.start, name.span.end), "organization", max(before.score, name.score))
            continue
        partner = _PARTNER.match(text, name.span.end) if name.type == "organization" else None
        if partner and not any(name.span.end < other.span.start < partner.end() for other in names):
            name = name._replace(span=Span(name.span.start, partner.end()))  # noqa: PLW2901
        joined.append(name)
    return joined


def _are_acronyms(text: str, *names: Name) -> bool:
    return all(_ACRONYM.fullmatch(text, name.span.start, name.span.end) for name in names)


def split_firms(text: str, names: Sequence[Name]) -> list[Name]:
    """Two organizations where one name holds two with "and" between, and the article has one of them by itself."""
    surfaces = [name.span.text_in(text) for name in names]
    first = {surface.split(maxsplit=1)[0] for surface, name in zip(surfaces, names, strict=True) if name.type == "organization"}
    whole = set(surfaces)
    begun = {surface.split()[0] for surface in surfaces if not _AND.fullmatch(surface)}
    split: list[Name] = []
    for name in names:
        pair = _AND.fullmatch(text, name.span.start, name.span.end) if name.type == "organization" else None
        office = _FIRM_AND_PERSON.fullmatch(text, name.span.start, name.span.end) if name.type == "organization" else None
        if office:
            split.append(name._replace(span=Span(*office.span(1))))
            split.append(name._replace(span=Span(*office.span(2)), type="person"))
            continue
        one_word = pair and " " not in pair[1] + pair[2]
        founders = pair and " & " in pair[0]
        known = pair and (
            _FIRM_BEFORE.search(pair[1])
            or (not founders and not whole.isdisjoint(pair.groups()))
            or (not founders and one_word and pair[1] in begun & first)
            or (not one_word and _is_body(pair[1]) and _is_body(pair[2]))
        )
        split += [name._replace(span=Span(*pair.span(group))) for group in (1, 2)] if pair and known else [name]
    return split


def _is_body(surface: str) -> bool:
    """Whether a name of several words is a body's by its last word or by itself."""
    parts = words(surface)
    return len(parts) > 1 and (parts[-1] in load_ontology().entities["organization"].heads or organization(surface) is not None)


def bare_firms(text: str, names: Sequence[Name]) -> list[Name]:
    """Organizations' names without a people in front and without a word behind the legal form.

    "British union Unite", "South Korean Hyundai Motor Company" of an article that has "Hyundai", "Ray Ltd Christmas".
    """
    called = {name.span.text_in(text) for name in names if name.type == "organization"}
    firms = {surface for surface in called if not re.search(rf"\b{re.escape(surface.lower())}\b", text)}
    return [_bare_firm(text, name, called, firms) if name.type == "organization" else name for name in names]


def _bare_firm(text: str, name: Name, called: AbstractSet[str], firms: AbstractSet[str]) -> Name:
    surface = name.span.text_in(text)
    if whole := _FIRM_AND_WORD.match(surface):
        return name._replace(span=Span(name.span.start, name.span.start + whole.end()))
    behind = _LOWER_END.search(surface)
    bare = surface[: behind.start()] if behind else ""
    if behind and (bare in called or organization(bare) or national_body(bare)) and not _is_noun_of_body(surface):
        return name._replace(span=Span(name.span.start, name.span.start + behind.start()))
    lower = _LOWER.match(surface)
    front = lower.end() if lower and _is_people(lower[0].split()[0], lower[0].split()[1]) else _people_before(surface, firms)
    return name._replace(span=Span(name.span.start + front, name.span.end))


def _is_noun_of_body(surface: str) -> bool:
    """Whether the last word of a name says that it is a body's ("Russian foreign ministry")."""
    entities = load_ontology().entities
    last = surface.rsplit(maxsplit=1)[-1]
    return last in _GOVERNMENTS or last.removesuffix("s") in entities["organization"].heads | entities["person"].nouns


def _is_people(first: str, second: str) -> bool:
    return people_of(first) is not None or people_of(f"{first} {second}") is not None


def _people_before(surface: str, firms: AbstractSet[str]) -> int:
    """Where a firm's name begins behind a people's, if the article calls the firm by its first word alone."""
    parts = surface.split(" ")
    for length in range(min(_LONGEST_PEOPLE, len(parts) - 1), 0, -1):
        front, rest = " ".join(parts[:length]), parts[length:]
        known = rest[0] in firms and rest[0].lower() not in load_ontology().entities["organization"].heads
        if people_of(front) and not country_of(rest[0]) and not organization(surface) and known:
            return len(front) + 1
    return 0
