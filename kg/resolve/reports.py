"""What resolution compares: an event mention in terms of all articles' entities."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kg.event_coreference import EventView
from kg.event_coreference.features import SAYS_LITTLE
from kg.model import EventMention, Polarity
from kg.timex import Interval


@dataclass(frozen=True, slots=True)
class Report:
    """A mention of a happening, with what it says; ``named`` is all that its article names."""

    type: str
    polarity: Polarity
    reading: int
    mentions: tuple[EventMention, ...]
    view: EventView
    participants: frozenset[str]
    places: frozenset[str]
    named: frozenset[str]
    when: Interval | None
    published: date | None

    @property
    def root(self) -> str:
        """The root of the trigger where the type says too little; it has to agree, then."""
        return self.view.root if self.type in SAYS_LITTLE else ""

    @property
    def day(self) -> date | None:
        """The day that it tells of, or else was published on."""
        return (self.when.begin or self.when.end) if self.when else self.published
