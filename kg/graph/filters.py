"""Which events are meant: by type, by who took part as what, where, when, how surely and according to whom."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kg.errors import GraphError
from kg.graph.attributes import PLACE_ROLE
from kg.graph.nodes import EventNode
from kg.ontology import load_ontology

if TYPE_CHECKING:
    from kg.graph.knowledge_graph import KnowledgeGraph

_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@dataclass(frozen=True, slots=True)
class EventFilter:
    """What has to hold for an event; None where anything may.

    Attributes:
        types: names of types, in lower case.
        who: ids of entities, one of which takes part (as ``role``, if that is given).
        role: a role that somebody plays.
        where: ids of places, at one of which it happened.
        since, until: day, month or year; what ended before the one or began after the other, or at no known time, is not meant.
        certainty: ``certain``, ``probable``, ``possible`` or ``planned``.
        sources: ids of articles, one of which reports it.
        asserted: whether it is said to have happened.
    """

    types: Set[str] | None = None
    who: Set[str] | None = None
    role: str | None = None
    where: Set[str] | None = None
    since: str | None = None
    until: str | None = None
    certainty: str | None = None
    sources: Set[str] | None = None
    asserted: bool | None = None

    def accepts(self, event: EventNode) -> bool:
        """Whether all of it holds."""
        return (
            (self.asserted is None or event.asserted is self.asserted)
            and (self.types is None or event.type.casefold() in self.types)
            and (self.certainty is None or event.certainty == self.certainty)
            and (self.where is None or _meets(self.where, event.roles.get(PLACE_ROLE, ())))
            and (self.sources is None or _meets(self.sources, event.articles))
            and self._has_players(event)
            and self._overlaps(event)
        )

    def _has_players(self, event: EventNode) -> bool:
        players = event.participants if self.role is None else event.roles.get(self.role, ())
        return (self.role is None or bool(players)) and (self.who is None or _meets(self.who, players))

    def _overlaps(self, event: EventNode) -> bool:
        since, until = self.since, self.until
        if since is None and until is None:
            return True
        if event.time is None:
            return False
        begin, end = event.time.begin, event.time.end
        return (since is None or end is None or end >= since) and (
            until is None or begin is None or begin[: len(until)] <= until
        )


def _meets(ids: Set[str], things: tuple[object, ...]) -> bool:
    return any(getattr(thing, "id", None) in ids for thing in things)


def subtypes(name: str) -> frozenset[str]:
    """The type and all below it in the ontology, in lower case.

    >>> sorted(subtypes("meeting"))[:1]
    ['meeting']
    """
    known = {event.name.casefold(): event.parent for event in load_ontology().events.values()}
    found = {name.casefold()}
    while more := {child for child, parent in known.items() if parent and parent.casefold() in found} - found:
        found |= more
    return frozenset(found)


def places_within(graph: KnowledgeGraph, places: Set[str]) -> frozenset[str]:
    """These places and all that lie in one of them, as far as the gazetteer knows."""
    known = {place.id: place.link for place in graph.places()}
    entries = {link.id for place, link in known.items() if place in places and link is not None}
    inside = {place for place, link in known.items() if link is not None and not entries.isdisjoint(link.within)}
    return frozenset(places | inside)


def day(name: str, value: str | date | None) -> str | None:
    """The day, month or year as text.

    Raises:
        GraphError: it is not written as ``2023-09-13``, ``2023-09`` or ``2023``.
    """
    if value is not None and not _DAY.fullmatch(str(value)):
        raise GraphError(f"{name}: {str(value)!r} is not a day, month or year like 2023-09-13, 2023-09 or 2023")
    return None if value is None else str(value)
