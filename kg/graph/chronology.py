"""What the articles say that somebody did, in the order of time: one entry an event, one sentence to show for it.

What happened at a stated time comes first, then what happened at none, then what is planned, merely possible or denied. What
somebody said, and verbs that tell of nobody else, come after what matters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from kg.graph.attributes import describe_difference
from kg.graph.nodes import EntityNode, EventNode
from kg.graph.wording import status_of, summarize
from kg.model import Evidence
from kg.ontology import ROOT

Section = Literal["dated", "undated", "said", "heard", "told", "open"]
SECTIONS: Final[Mapping[Section, str]] = {
    "dated": "Chronology",
    "undated": "At no stated time",
    "said": "Said",
    "heard": "Said by others",
    "told": "Also told",
    "open": "Planned, possible or denied",
}
"""The sections in their order, and what they are called."""

_STATEMENT: Final = "Statement"
_QUESTION: Final = ("?", "?”", '?"', "?'")
_LONG: Final = 400  # characters from which on a sentence is no good to show
_LAST: Final = "~"  # sorts after every date


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a chronology.

    Attributes:
        section: where it belongs.
        event: the event; of several told in one sentence the first.
        summary: what the one did, to or with whom, where: "Meeting with Vladimir Putin at Vostochny Cosmodrome".
        quote: the sentence that says most of it, and where its words for the event are.
        others: further events of the same sentence, where an entry is for a sentence.
    """

    section: Section
    event: EventNode
    summary: str
    quote: Evidence
    others: tuple[EventNode, ...] = ()

    @property
    def when(self) -> str:
        """The TIMEX3 value of its time, or nothing."""
        return self.event.time.value if self.event.time else ""

    @property
    def status(self) -> str:
        """``probably``, ``planned``, ``possible``, ``denied`` or nothing."""
        return status_of(self.event)

    @property
    def differences(self) -> tuple[str, ...]:
        """Where its articles differ, in words."""
        return tuple(map(describe_difference, self.event.differences))


@dataclass(frozen=True, slots=True)
class Chronology:
    """What the articles say of one thing, in the order of time.

    Attributes:
        who: the thing.
        entries: in the order of their sections.
    """

    who: EntityNode
    entries: tuple[Entry, ...]

    def section(self, name: Section) -> tuple[Entry, ...]:
        """The entries of a section."""
        return tuple(entry for entry in self.entries if entry.section == name)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __str__(self) -> str:
        lines = (f"{entry.when or '-'}  {entry.status + ' ' if entry.status else ''}{entry.summary}" for entry in self)
        return "\n".join([self.who.label, *lines])

    def _repr_html_(self) -> str:
        from kg.graph.cards import chronology_card

        return chronology_card(self)


# ---- entries -----------------------------------------------------------------------------------------------------


def tell(who: EntityNode, events: Iterable[EventNode], facts: Callable[[EventNode], Iterable[Evidence]]) -> Chronology:
    """The chronology of a thing.

    Args:
        who: the thing.
        events: those that it takes part in, or that happened there, the earliest first.
        facts: the words that say who takes part in an event, where and when.
    """
    found: dict[Section, list[Entry]] = defaultdict(list)
    for event in events:
        quote = _best(event, facts(event))
        found[_section(who, event)].append(Entry(_section(who, event), event, summarize(who, event, quote), quote))
    ordered = {name: sorted(found[name], key=_order) for name in SECTIONS}
    for name in ("said", "heard", "told"):
        ordered[name] = list(_by_sentence(ordered[name]))
    return Chronology(who, tuple(entry for name in SECTIONS for entry in ordered[name]))


def _section(who: EntityNode, event: EventNode) -> Section:
    if not event.asserted:
        return "open"
    if event.time and (event.time.begin or event.time.end):
        return "dated"
    if event.type == _STATEMENT:
        return "said" if who.id in {speaker.id for speaker in event.roles.get("speaker", ())} else "heard"
    others = {player for role, players in event.roles.items() for player in players if player.id != who.id}
    return "undated" if others or event.type != ROOT else "told"


def _order(entry: Entry) -> tuple[str, int, str, int, str]:
    """By time, what has a type before what has none before what was said; then as the articles tell it."""
    event = entry.event
    day = (event.time.begin or event.time.end if event.time else None) or _LAST
    weight = 2 if event.type == _STATEMENT else int(event.type == ROOT)
    published = min((article.published or _LAST for article in event.articles), default=_LAST)
    return day, weight, published, event.evidence[0].start, event.id


def _by_sentence(entries: Iterable[Entry]) -> Iterator[Entry]:
    """One entry for a sentence, whatever it tells."""
    groups: dict[tuple[str, int], list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[entry.quote.article, entry.quote.sentence_start].append(entry)
    for first, *rest in groups.values():
        yield Entry(first.section, first.event, first.summary, first.quote, tuple(entry.event for entry in rest))


def _best(event: EventNode, facts: Iterable[Evidence]) -> Evidence:
    """The report whose sentence has most of what is known of the event, and no question."""
    told: dict[tuple[str, int], set[tuple[int, int]]] = defaultdict(set)
    for piece in facts:
        told[piece.article, piece.sentence_start].add((piece.start, piece.end))
    headlines = {article.title for article in event.articles}

    def rank(piece: Evidence) -> tuple[bool, bool, int, int, str, int]:
        asks = piece.sentence.rstrip().endswith(_QUESTION)
        poor = asks or piece.sentence in headlines or len(piece.sentence) > _LONG
        richness = len(told[piece.article, piece.sentence_start])
        return (asks, poor, -richness, len(piece.sentence), piece.article, piece.start)

    return min(event.evidence, key=rank)
