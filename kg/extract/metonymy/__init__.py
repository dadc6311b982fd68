"""Capitals that act: when "Moscow" is Russia's government ("Moscow denied it") and when the city ("in Moscow").

The grammatical slot decides. What only a government does (deny, sanction, withdraw troops) or has (an envoy, a stance, ties)
makes the name its government's; a place, a way or a district in it leaves it the city. Where neither is plain, the article
decides: a capital that is a place nowhere in it, and that acts or beside which others act, is its
government; else it is the city.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.extract.mentions import Name
from kg.extract.metonymy.slots import Sense, sense_of
from kg.extract.passages import Passage
from kg.gazetteer import capital_of, is_capital

if TYPE_CHECKING:
    from kg.extract.tokens import Span

__all__ = ["find_metonyms", "is_metonym"]

_PARTED = frozenset({"-", "--", "–", "—", "―", "("})


def find_metonyms(passages: Sequence[Passage], names: Sequence[Name]) -> frozenset[int]:
    """Numbers of the names that are capitals and stand for their governments."""
    senses: dict[str, dict[int, Sense]] = defaultdict(dict)
    for number, piece in _capitals(passages, names):
        country = capital_of(piece.text)
        if country is not None and not _is_dateline(piece):
            senses[country.id][number] = sense_of(piece.root)
    some_act = any("government" in read.values() for read in senses.values())
    taken = {"government", "open"} if some_act else {"government"}
    return frozenset(
        number
        for read in senses.values()
        for number, sense in read.items()
        if sense == "government" or (sense in taken and "city" not in read.values())
    )


def _capitals(passages: Sequence[Passage], names: Sequence[Name]) -> Iterator[tuple[int, Span]]:
    """The names of capitals in parsed text, by their numbers."""
    ordered = sorted((n for n in range(len(names)) if names[n].type in {"place", "organization"}), key=lambda n: names[n].span)
    index = 0
    for number in ordered:
        span = names[number].span
        while index < len(passages) and passages[index].block.end <= span.start:
            index += 1
        if index == len(passages) or span.start < passages[index].block.start:
            continue
        offset = passages[index].offset
        piece = passages[index].doc.char_span(span.start - offset, span.end - offset, alignment_mode="expand")
        if piece is not None and is_capital(piece.text):
            yield number, piece


def _is_dateline(name: Span) -> bool:
    """Whether a name begins its passage and a dash or bracket parts it from the text ("WASHINGTON -- The president")."""
    doc = name.doc
    return not doc[: name.start].text.strip() and name.end < len(doc) and doc[name.end].text in _PARTED


def is_metonym(name: Span) -> bool:
    """Whether the name of a capital stands, by its slot alone, for the government that sits there."""
    return is_capital(name.text) and sense_of(name.root) == "government"
