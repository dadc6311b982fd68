"""Types of weapons and vehicles ("Topol-M missiles", "the Boeing 787 Dreamliner") where a pipeline sees half or nothing."""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Iterator, Sequence

from kg.extract.mentions.name import Name, is_taken
from kg.extract.passages import Passage
from kg.gazetteer import lookup, organization
from kg.model import Span
from kg.names import key, words
from kg.ontology import load_ontology
from kg.products import is_designation, parse_car, parse_model

SCORE = 0.8
"""Score of a name told from its form and the noun behind it."""

_DESIGNATION = re.compile(r"\b[A-Z][A-Za-z]*-(?:\d{1,4}[A-Za-z]?|[A-Z]{1,2})(?= +([a-z]+))")
_BEHIND = re.compile(r" ([\w-]*\d[\w-]*)(?![\w%]|[.,:]\d)")
_BEFORE = re.compile(r"\b(the|an?|its|their|new) (?:new )?([A-Z]*-?\d[\w-]*) [\"“]?$", re.IGNORECASE)
_REACH = 25
_NICKNAME = re.compile(r" ([\"“]?)([A-Z][a-z]{3,}(?: II|(?: [A-Z][a-z]{3,})?))(?![\w'’])")
_LONGEST_NICKNAME = 2
_COUNTED = re.compile(r" (?:or |more |new )?([a-z]+s)\b")
_FLIES = frozenset("air airlines airways aviation".split())
"""Words of airlines' names: what stands behind these are numbers of flights."""
_FLIGHT = re.compile(r" Flight$")
_MAKERS = frozenset({"organization", "product", "person", "place"})
_ARTICLES = frozenset("the a an its their new first each every another this that".split())


def find_designations(text: str, passages: Sequence[Passage], names: Sequence[Name]) -> Iterator[Name]:
    """Designations that no name covers yet: before a noun that says so, or of a type that the article names with its maker."""
    nouns = load_ontology().entities["product"].nouns
    taken = sorted(name.span for name in names)
    models = [model for name in names if name.type == "product" and (model := parse_model(_surface(text, name)))]
    known = {model.key for model in models}
    nicknames = {model.nickname for model in models if len(model.nickname) == 1}
    for passage in passages:
        for match in _DESIGNATION.finditer(text, passage.block.start, passage.block.end):
            span = Span(*match.span())
            if (match[1] in nouns or match[1].removesuffix("s") in nouns) and not is_taken(span, taken):
                yield Name(span, "product", SCORE)
        for token in passage.tokens if known else ():
            model = parse_model(token.text) if is_designation(token.text) else None
            named = model and model.key in known and (not model.is_numeric or _is_named(passage, token.i))
            start, end = passage.offset + token.idx, passage.offset + token.idx + len(token.text)
            if named and (nickname := _NICKNAME.match(text, end)) and (key(nickname[2]),) in nicknames:
                end = nickname.end(2)
            elif not named and not (token.text.istitle() and (token.lower_,) in nicknames):
                continue
            if not is_taken(Span(start, end), taken):
                yield Name(Span(start, end), "product", SCORE)
                insort(taken, Span(start, end))


def _is_named(passage: Passage, index: int) -> bool:
    """Whether a number stands where a type is named ("the 787", "787s"), not counted."""
    return passage.doc[index].text.endswith("s") or (index > 0 and passage.doc[index - 1].lower_ in _ARTICLES)


def with_designations(text: str, names: Sequence[Name]) -> list[Name]:
    """Names of makers with designation and nickname behind them, as the type's ("Boeing 737s"); flights' as the airline's."""
    grown: list[Name] = []
    for name in sorted(names):
        if not (grown and name.span.start < grown[-1].span.end):
            grown.append(_grown(text, name))
    return grown


def _grown(text: str, name: Name) -> Name:
    surface = _surface(text, name)
    if name.type == "organization" and (flight := _FLIGHT.search(surface)) and flight.start():
        return name._replace(span=Span(name.span.start, name.span.start + flight.start()))
    if name.type not in _MAKERS or (name.type in {"person", "place"} and (" " in surface or lookup(surface))):
        return name
    before = _BEFORE.search(text, max(0, name.span.start - _REACH), name.span.start)
    if before and is_designation(before[2]) and surface.isalpha() and not organization(surface):
        return name._replace(type="product", span=Span(before.start(2), name.span.end))
    behind = _BEHIND.match(text, name.span.end) if not parse_model(surface) else None
    end = name.span.end
    if behind and surface.endswith(" School"):
        return name._replace(type="organization", span=Span(name.span.start, behind.end()))  # "Public School 285"
    if behind:
        model = parse_model(behind[1]) if is_designation(behind[1]) else None
        counted = _COUNTED.match(text, behind.end())
        nouns = load_ontology().entities["product"].nouns
        if (
            model is None
            or model.key.endswith("00")  # "FTSE 100", "Fortune 500"
            or _FLIES & set(words(surface))
            or organization(surface)
            or (model.is_numeric and counted and counted[1].removesuffix("s") not in nouns)
        ):
            return name
        end = behind.end()
    elif not (_names_type(name.type, surface) and (model := parse_model(surface)) and len(model.nickname) < _LONGEST_NICKNAME):
        return name
    nickname = _NICKNAME.match(text, end)
    if nickname and not nickname[1] and not _is_head(nickname[2]):
        end = nickname.end()
    elif nickname and nickname[1]:
        end = nickname.end(2)
    return name._replace(type="product", span=Span(name.span.start, end))


def _names_type(kind: str, surface: str) -> bool:
    return kind == "product" or (kind == "organization" and " " in surface)


def _is_head(word: str) -> bool:
    entities = load_ontology().entities
    return key(word) in entities["organization"].heads | entities["place"].heads


def as_types(text: str, names: Sequence[Name]) -> list[Name]:
    """Names that are a type's designation or nickname alone, where the article has the type in full, as those."""
    cars = {
        key(_surface(text, name).partition(" ")[2])
        for name in names
        if name.type == "product" and parse_car(_surface(text, name))
    }
    short = cars | {
        part
        for name in names
        if name.type == "product" and (model := parse_model(_surface(text, name))) and (model.maker or model.nickname)
        for part in (" ".join(model.nickname), " ".join(model.designation))
        if part
    }
    return [
        name._replace(type="product") if name.type != "product" and _singular(key(_surface(text, name))) in short else name
        for name in names
    ]


def _singular(word: str) -> str:
    return word.removesuffix("s") if word.endswith("ers") else word


def _surface(text: str, name: Name) -> str:
    return name.span.text_in(text)
