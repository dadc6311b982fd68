"""What is no name, or half of one: parts of offices ("Commerce" Secretary), ranks, titles alone, tickers of stock exchanges."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

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
_RANKED = frozenset({"person", "organization"})
_GAP = re.compile(r"\.? ")
_TICKER = re.compile(r"\((?:[A-Z][A-Za-z]{2,8}|OTC[A-Z]*): ?[A-Z][A-Z.]{0,6}\)")


_CHIEF_AT_END = re.compile(r"(?:^| )Chief [A-Z][a-z]+(?: [A-Z][a-z]+)?$")
"""What an officer is called before that word ("Boeing Chief Financial" Officer)."""
_LAST_WORD = re.compile(r"(?:^| )([A-Z][a-z]+)$")
_RANK_BEHIND = re.compile(r" ([A-Z][a-z]+)\b(?!-)")
_NEXT_WORD = re.compile(r" ([A-Z][a-z]+)\b(?!['’-])")
_HALVES_OF_OFFICES = frozenset(
    {"press secretary", "press spokesman", "press officer", "prime minister", "foreign minister", "vice president"}
    | {"deputy minister", "deputy chief", "deputy director", "deputy head", "general secretary", "chief executive"}
    | {"majority leader", "minority leader", "majority whip", "minority whip", "executive director", "managing director"}
    | {"city attorney", "district attorney"}
    | {"surgeon general", "attorney general", "solicitor general", "vicar general", "inspector general", "general counsel"}
)
_IN_CHARGE_FOR = re.compile(r" for [A-Z][a-z]+$")
"""What an undersecretary of a body is in charge of, behind the body's name ("Air Force for Acquisition")."""


def without_role(text: str, name: Name) -> Name | None:
    """An organization's name without the half of an office at its end ("White House Press" Secretary); None for that alone."""
    if name.type != "organization":
        return name
    surface = name.span.text_in(text)
    behind = _RANK_BEHIND.match(text, name.span.end)
    role = _CHIEF_AT_END.search(surface) if behind and behind[1] == "Officer" else None
    last = _LAST_WORD.search(surface) if behind else None
    if last and behind and f"{last[1]} {behind[1]}".lower() in _HALVES_OF_OFFICES:
        role = last
    if _SECRETARY_BEFORE.search(text, max(0, name.span.start - _REACH), name.span.start):
        role = role or _IN_CHARGE_FOR.search(surface)
    if role is None:
        return name
    kind = "place" if behind and behind[1] == "Attorney" else name.type
    return Name(Span(name.span.start, name.span.start + role.start()), kind, name.score) if role.start() else None


def without_offices(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """Names without ranks behind them and titles before; what is in charge of an office, a title or a ticker is none."""
    tickers = [match.span() for match in _TICKER.finditer(text)]
    starts = {name.span.start for name in names if name.type == "person"}
    persons = {name.span.text_in(text).rsplit(maxsplit=1)[-1] for name in names if name.type == "person"}
    teams = {name.span.text_in(text) for name in names if name.type == "organization"}
    for name in names:
        if any(start <= name.span.start < end for start, end in tickers):
            continue
        first, _, rest = name.span.text_in(text).partition(" ")
        if name.type == "person" and " " in rest and f"{first}s" in teams:  # "Charger Ann Lee"
            name = name._replace(span=Span(name.span.start + len(first) + 1, name.span.end))  # noqa: PLW2901
        if name.type in _RANKED and _is_title_before(text, name, starts):
            continue
        office = _PART_OF_OFFICE.match(text, name.span.start, name.span.end) if name.type == "person" else None
        if office and _SECRETARY_BEFORE.search(text, max(0, name.span.start - _REACH), name.span.start):
            name = name._replace(span=Span(office.end(), name.span.end))  # noqa: PLW2901
        if name.type != "organization":
            yield name
            continue
        title, _, rest = name.span.text_in(text).partition(" ")
        if rest in persons and _is_title(title):  # "Justice Lee", where the article has Lee
            yield name._replace(type="person", span=Span(name.span.start + len(title) + 1, name.span.end))
            continue
        rank = _RANK_AT_END.search(name.span.text_in(text))
        if rank and rank[0] == " Justice" and not _NEXT_WORD.match(text, name.span.end):
            rank = None  # "Department of Justice"
        cut = name._replace(span=Span(name.span.start, name.span.start + rank.start())) if rank else name
        if not (_is_portfolio(text, cut.span, bool(rank)) or _is_seat(cut.span.text_in(text))):
            yield cut


def _is_portfolio(text: str, span: Span, ranked: bool) -> bool:
    """Whether a name is only what somebody is secretary or minister of ("Secretary of Defense X", "Commerce Secretary Y")."""
    if not _PORTFOLIOS.issuperset(words(span.text_in(text))):
        return False
    before = _SECRETARY_BEFORE.search(text, max(0, span.start - _REACH), span.start)
    return ranked or bool(before or _SECRETARY_BEHIND.match(text, span.end))


def _is_title_before(text: str, name: Name, starts: AbstractSet[int]) -> bool:
    """Whether a name is only a title, right before a person's name ("Undersheriff X Y", "Const. X Y")."""
    before = _GAP.match(text, name.span.end)
    return before is not None and before.end() in starts and _is_title(name.span.text_in(text))


def _is_seat(surface: str) -> bool:
    """Whether what a pipeline took for an organization is who holds an office ("Archbishop of Canterbury")."""
    first, _, rest = surface.partition(" of ")
    return bool(rest) and fold(first) in load_ontology().entities["person"].titles


def _is_title(surface: str) -> bool:
    return fold(surface) in load_ontology().entities["person"].titles
