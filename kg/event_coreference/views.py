"""What is compared: an event mention with who takes part, where, when, and the words around it."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.event_coreference.words import content_roots, root, telling
from kg.model import EventMention, Extraction
from kg.timex import Interval, interval

Bag = Mapping[str, float]
"""Root -> weight; of length one."""
Names = Callable[[str], str | None]
"""Chain id -> what the chain is called in all that is compared (a node, a name), or None if it has no name."""

_DOERS = frozenset({"agent", "speaker", "participant", "giver", "organizer", "attacker", "accuser", "demander", "buyer"})
HELD = frozenset({"on", "in", None})
"""Relations to a time that say when something happened, not before or since when."""
_HEADLINES = 2
"""Sentences at the head of an article that tell its main event."""


@dataclass(frozen=True, slots=True)
class EventView:
    """An event mention as it is compared.

    Attributes:
        article: whatever tells articles apart.
        sentence: number of its sentence in the article.
        lemma, root: of the trigger.
        doers, others: named participants on the doer's side and on the other.
        common: roots of the participants without a name.
        places: named places.
        when: the stated time, or None.
        context: the words of its sentence, but for the trigger.
        document: the words of its article.
    """

    article: int
    mention: str
    sentence: int
    type: str
    kind: str
    lemma: str
    root: str
    doers: frozenset[str]
    others: frozenset[str]
    common: frozenset[str]
    places: frozenset[str]
    when: Interval | None
    published: date | None
    polarity: str
    certainty: str
    context: Bag
    document: Bag

    @property
    def named(self) -> frozenset[str]:
        """All named participants."""
        return self.doers | self.others

    @property
    def leads(self) -> bool:
        """Whether it stands at the head of its article."""
        return self.sentence < _HEADLINES


def view_events(
    number: int, extraction: Extraction, names: Names, events: Sequence[EventMention] | None = None
) -> list[EventView]:
    """The event mentions of an article as views, in their order.

    Args:
        number: of the article.
        extraction: what it says.
        names: what its chains are called.
        events: the mentions to look at, if not the extraction's.
    """
    return list(_views(number, extraction, names, extraction.events if events is None else events))


def _views(number: int, extraction: Extraction, names: Names, events: Iterable[EventMention]) -> Iterator[EventView]:
    text = extraction.article.text
    published = extraction.article.published
    document = _bag(content_roots(text))
    mentions = {mention.id: mention for mention in extraction.mentions}
    times = {time.id: time.value for time in extraction.times}
    starts = [sentence.start for sentence in extraction.sentences]

    def name_of(mention: str) -> str | None:
        chain = mentions[mention].entity
        return None if chain is None else names(chain)

    for event in events:
        sentence = max(0, bisect_right(starts, event.trigger.start) - 1)
        around = extraction.sentences[sentence] if starts else event.trigger
        words = text[around.start : event.trigger.start] + " " + text[event.trigger.end : max(around.end, event.trigger.end)]
        doers = {name for a in event.arguments if a.role in _DOERS and (name := name_of(a.mention))}
        others = {name for a in event.arguments if a.role not in _DOERS and (name := name_of(a.mention))}
        place = name_of(event.place) if event.place else None
        value = times.get(event.time or "") if event.time_relation in HELD else None
        lemma = event.trigger.lemma or event.trigger.text.lower()
        yield EventView(
            article=number,
            mention=event.id,
            sentence=sentence,
            type=event.type,
            kind=event.kind,
            lemma=lemma,
            root=root(lemma),
            doers=frozenset(doers),
            others=frozenset(others),
            common=frozenset(_head(mentions[a.mention].text) for a in event.arguments if not name_of(a.mention)) - {""},
            places=frozenset({place} if place else ()),
            when=interval(value) if value else None,
            published=date.fromisoformat(published[:10]) if published else None,
            polarity=event.polarity,
            certainty=event.certainty,
            context=_bag(set(content_roots(words))),
            document=document,
        )


def _head(text: str) -> str:
    roots = content_roots(text)
    return roots[-1] if roots else ""


def _bag(roots: Iterable[str]) -> Bag:
    weights = {stem: (1 + math.log(count)) * telling(stem) for stem, count in Counter(roots).items()}
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {stem: weight / length for stem, weight in weights.items()}
