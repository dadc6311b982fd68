"""Nominals such as "the spaceport" where the article names one spaceport before, or one at all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.extract.coreference.markables import Markable
from kg.extract.coreference.traits import Traits
from kg.extract.discourse import Discourse
from kg.facilities import parse_facility

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_DESCRIBING = frozenset({"amod", "nmod", "acl", "acl:relcl", "nmod:poss", "nummod"})


def find_built(discourse: Discourse, markables: Sequence[Markable], t: Traits) -> dict[int, tuple[int, str]]:
    """Markable of a definite noun -> (markable of the facility's name, reason)."""
    named: list[tuple[int, str, int]] = []
    for number, m in enumerate(markables):
        if m.draft is not None and not m.members and discourse.drafts[m.draft].type in {"facility", "place"}:
            parts = parse_facility(m.span.text_in(discourse.text))
            if parts and parts.own:
                named.append((number, parts.kind, discourse.drafts[m.draft].chain))
    found: dict[int, tuple[int, str]] = {}
    for number, m in enumerate(markables) if named else ():
        if m.kind != "nominal" or m.members or t.determiner[number] not in {1, 2} or _is_described(m.head):
            continue
        noun = parse_facility(m.span.text_in(discourse.text))
        if noun is None or set(noun.own) - {"this", "that"}:
            continue
        fitting = [row for row in named if row[1] == noun.kind]
        before = [row for row in fitting if row[0] < number]
        if len({chain for *_, chain in before or fitting}) == 1:
            target = (before[-1:] or fitting[:1])[0][0]
            found[number] = (target, f"{{left}} is the only {noun.kind} that the article names{' before' if before else ''}")
    return found


def _is_described(noun: Token) -> bool:
    return any(child.dep_ in _DESCRIBING for child in noun.children)
