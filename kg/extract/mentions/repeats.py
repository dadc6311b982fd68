"""Names that the article has elsewhere and the pipeline saw only there: a sentence by itself says less than the article."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.extract.mentions.name import Name, is_taken
from kg.extract.passages import Passage
from kg.model import Span

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_TRUST = 0.8
"""How much less sure a name is that the pipeline did not see."""
_SURE = 0.75
"""Score of a name that can be found again: in one place if it has several words or is an acronym, else in two."""
_ACRONYM = re.compile(r"[A-Z]{2,}")
_SHORT = 3
"""Letters of the surnames that are as often something else."""
DATES = frozenset(
    "January February March April May June July August September October November December "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
)
"""Names of months and days, which are no names of things."""


def find_repeats(text: str, passages: Sequence[Passage], names: Sequence[Name]) -> Iterator[Name]:
    """Proper nouns that no name covers, spelled like a name of the article, as what most of those are typed; surnames, too."""
    known = _known(text, names)
    for surname, score in _surnames(text, names).items():
        known[surname].setdefault(surname, ("person", score))
    taken = sorted(name.span for name in names)
    for passage in passages if known else ():
        for token in passage.tokens:
            for surface in known.get(token.text, ()):
                start = passage.offset + token.idx
                span = Span(start, start + len(surface))
                if text.startswith(surface, start) and not is_taken(span, taken) and _is_whole_name(passage, token, span):
                    kind, score = known[token.text][surface]
                    yield Name(span, kind, round(_TRUST * score, 3))
                    break


def _known(text: str, names: Sequence[Name]) -> defaultdict[str, dict[str, tuple[str, float]]]:
    """First word -> the names that begin with it, the longest first, with type and score."""
    found: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        surface = name.span.text_in(text)
        if surface[:1].isupper() and len(surface) > 1 and "\n" not in surface and surface not in DATES:
            found[surface].append(name)
    known: defaultdict[str, dict[str, tuple[str, float]]] = defaultdict(dict)
    for surface in sorted(found, key=lambda s: (-len(s), s)):
        sure = sum(name.score >= _SURE for name in found[surface])
        if sure < (1 if " " in surface or _ACRONYM.fullmatch(surface) else 2):
            continue
        votes = Counter(name.type for name in found[surface])
        kind = min(votes, key=lambda k: (-votes[k], k))
        known[surface.split()[0]][surface] = kind, max(name.score for name in found[surface] if name.type == kind)
    return known


def _surnames(text: str, names: Sequence[Name]) -> dict[str, float]:
    """Surnames of the persons whom the article names in full, if written in small letters; with the name's score."""
    found: dict[str, float] = {}
    for name in sorted(names):
        parts = name.span.text_in(text).split()
        if name.type == "person" and name.score >= _SURE and len(parts) > 1 and len(parts[-1]) > _SHORT and parts[-1].isalpha():
            found.setdefault(parts[-1].title() if parts[-1].isupper() else parts[-1], name.score)
    return found


def _is_whole_name(passage: Passage, first: Token, span: Span) -> bool:
    """Whether the words are proper nouns and no part of a longer name."""
    piece = passage.doc.char_span(span.start - passage.offset, span.end - passage.offset)
    if piece is None or not any(token.pos_ == "PROPN" for token in piece) or first.pos_ not in {"PROPN", "ADJ", "NOUN"}:
        return False
    beside = [first.doc[i] for i in (piece.start - 1, piece.end) if 0 <= i < len(first.doc)]
    return not any(token.pos_ == "PROPN" and token.text[:1].isupper() and token.sent == first.sent for token in beside)
