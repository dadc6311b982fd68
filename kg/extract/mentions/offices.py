"""What is no name, or half of one: parts of offices ("Commerce" Secretary), ranks, titles alone, tickers of stock exchanges."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.mentions.name import Name
from kg.model import Span
from kg.names import fold, words
from kg.ontology import load_ontology

_PORTFOLIOS = frozenset(
    "agriculture commerce communities culture defence defense economy education employment energy environment exchequer "
    "families finance foreign health home homeland housing industry interior international development justice labor labour "
    "pensions resources security skills sport state trade transport transportation treasury veterans affairs welfare work "
    "and the of for urban natural".split()
)
"""What ministers and secretaries are in charge of."""
_SECRETARY_BEHIND = re.compile(r" (?:Secretary|Secretaries|secretary|Minister|Ministers|minister|Under ?[Ss]ecretary)\b(?!-)")
_SECRETARY_BEFORE = re.compile(r"\b(?:[Ss]ecretary|[Mm]inister|Secretaries|[Mm]inisters|Undersecretary) (?:of|for) (?:the )?$")
_REACH = 30
_RANK_AT_END = re.compile(
    r"[ ,](?:Chief Justice|Justice|Speaker|Secretary|Secretaries|Ministers?|Chairman|Spokesman|Spokeswoman"
    r"|(?:Sgt|Col|Gen|Lt|Maj|Capt|Adm)\.?)$"
)
_PART_OF_OFFICE = re.compile(r"(?:Navy|Army|State|Defen[cs]e|Treasury|Interior|Justice|Commerce|Energy|Labou?r|Agriculture) ")
_TICKER = re.compile(r"\((?:[A-Z][A-Za-z]{2,8}|OTC[A-Z]*): ?[A-Z][A-Z.]{0,6}\)")


def without_offices(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """Names without ranks behind them and titles before; what is in charge of an office, a title or a ticker is none."""
    tickers = [match.span() for match in _TICKER.finditer(text)]
    starts = {name.span.start for name in names if name.type == "person"}
    persons = {text[name.span.start : name.span.end].rsplit(maxsplit=1)[-1] for name in names if name.type == "person"}
    for name in names:
        if any(start <= name.span.start < end for start, end in tickers):
            continue
        if name.type == "person" and name.span.end + 1 in starts and _is_title(text[name.span.start : name.span.end]):
            continue
        office = _PART_OF_OFFICE.match(text, name.span.start, name.span.end) if name.type == "person" else None
        if office and _SECRETARY_BEFORE.search(text, max(0, name.span.start - _REACH), name.span.start):
            name = name._replace(span=Span(office.end(), name.span.end))  # noqa: PLW2901
        if name.type != "organization":
            yield name
            continue
        title, _, rest = text[name.span.start : name.span.end].partition(" ")
        if rest in persons and _is_title(title):  # "Justice Lee", where the article has Lee
            yield name._replace(type="person", span=Span(name.span.start + len(title) + 1, name.span.end))
            continue
        rank = _RANK_AT_END.search(text[name.span.start : name.span.end])
        cut = name._replace(span=Span(name.span.start, name.span.start + rank.start())) if rank else name
        if not (_is_portfolio(text, cut.span, bool(rank)) or _is_seat(text[cut.span.start : cut.span.end])):
            yield cut


def _is_portfolio(text: str, span: Span, ranked: bool) -> bool:
    """Whether a name is only what somebody is secretary or minister of ("Secretary of Defense X", "Commerce Secretary Y")."""
    if not _PORTFOLIOS.issuperset(words(text[span.start : span.end])):
        return False
    before = _SECRETARY_BEFORE.search(text, max(0, span.start - _REACH), span.start)
    return ranked or bool(before or _SECRETARY_BEHIND.match(text, span.end))


def _is_seat(surface: str) -> bool:
    """Whether what a pipeline took for an organization is who holds an office ("Archbishop of Canterbury")."""
    first, _, rest = surface.partition(" of ")
    return bool(rest) and fold(first) in load_ontology().entities["person"].titles


def _is_title(surface: str) -> bool:
    return fold(surface) in load_ontology().entities["person"].titles
