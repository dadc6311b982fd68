"""What is compared: an event mention with who takes part, where, when, and the words around it."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from sys import intern
from typing import NamedTuple

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
_SENTENCES = 3
"""Sentences on either side that are the background of a mention."""
_BEFORE, _AFTER = 3, 4
"""Words that carry meaning on either side of a trigger that say the most about it: what it stands by."""


@dataclass(frozen=True, slots=True, eq=False)
class Sentences:
    """An article, sentence by sentence; equal to nothing but itself.

    Attributes:
        words: roots of what they say.
        names: all that they name.
        happenings: roots of their triggers.
        document: the words of all of it.
    """

    words: tuple[tuple[str, ...], ...]
    names: tuple[tuple[str, ...], ...]
    happenings: tuple[tuple[str, ...], ...]
    document: Bag


class Background(NamedTuple):
    """The sentences around an event mention."""

    words: Bag
    names: Bag
    happenings: Bag


@lru_cache(maxsize=5_000)
def background(sentences: Sentences, number: int) -> Background:
    """The background of what the sentence of this number tells. Made when it is asked for: all of them do not fit in memory."""
    words, names, happenings = (
        [item for part in parts[max(0, number - _SENTENCES) : number + _SENTENCES + 1] for item in part]
        for parts in (sentences.words, sentences.names, sentences.happenings)
    )
    return Background(weigh(words), _even(_counts(names)), weigh(happenings))


@dataclass(frozen=True, slots=True)
class EventView:
    """An event mention as it is compared.

    Attributes:
        article: whatever tells articles apart.
        cluster: what extraction holds for one happening inside the article.
        sentence: number of its sentence in the article.
        form, lemma, root: of the trigger.
        doers, others: named participants on the doer's side and on the other.
        common: roots of the participants without a name.
        places: named places.
        when: the stated time, or None.
        context: the words of its sentence, but for the trigger; ``before`` and ``after``: the nearest of them.
        unnamed: its context but for the names.
        told: how often its article tells of something by this root.
        sentences: of its article, for its background.
    """

    article: int
    mention: str
    cluster: str
    sentence: int
    type: str
    kind: str
    form: str
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
    unnamed: Bag
    before: Bag
    after: Bag
    told: int
    sentences: Sentences

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
    mentions = {mention.id: mention for mention in extraction.mentions}
    times = {time.id: time.value for time in extraction.times}
    starts = [sentence.start for sentence in extraction.sentences]

    def name_of(mention: str) -> str | None:
        chain = mentions[mention].entity
        return None if chain is None else names(chain)

    sentences = _sentences(extraction, starts, names)
    told = Counter(stem for stems in sentences.happenings for stem in stems)
    named = _roots_of_names(extraction, starts)
    for event in events:
        sentence = max(0, bisect_right(starts, event.trigger.start) - 1)
        around = extraction.sentences[sentence] if starts else event.trigger
        before = content_roots(text[around.start : event.trigger.start])
        after = content_roots(text[event.trigger.end : max(around.end, event.trigger.end)])
        doers = {name for a in event.arguments if a.role in _DOERS and (name := name_of(a.mention))}
        others = {name for a in event.arguments if a.role not in _DOERS and (name := name_of(a.mention))}
        place = name_of(event.place) if event.place else None
        value = times.get(event.time or "") if event.time_relation in HELD else None
        lemma = _lemma(event)
        yield EventView(
            article=number,
            mention=event.id,
            cluster=event.cluster,
            sentence=sentence,
            type=event.type,
            kind=event.kind,
            form=event.trigger.text.lower(),
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
            context=weigh({*before, *after}),
            unnamed=weigh({*before, *after} - named[sentence]),
            before=weigh(set(before[-_BEFORE:])),
            after=weigh(set(after[:_AFTER])),
            told=max(1, told[root(lemma)]),
            sentences=sentences,
        )


def _lemma(event: EventMention) -> str:
    return event.trigger.lemma or event.trigger.text.lower()


def _head(text: str) -> str:
    roots = content_roots(text)
    return roots[-1] if roots else ""


def _roots_of_names(extraction: Extraction, starts: Sequence[int]) -> list[frozenset[str]]:
    """For each sentence the roots of the words that its names are made of."""
    found: list[set[str]] = [set() for _ in starts] or [set()]
    for mention in extraction.mentions:
        if mention.kind == "name":
            found[max(0, bisect_right(starts, mention.start) - 1)].update(content_roots(mention.text))
    return [frozenset(roots) for roots in found]


def _sentences(extraction: Extraction, starts: Sequence[int], names: Names) -> Sentences:
    text = extraction.article.text
    named: list[list[str]] = [[] for _ in starts] or [[]]
    told: list[list[str]] = [[] for _ in starts] or [[]]
    for mention in extraction.mentions:
        if mention.entity is not None and (name := names(mention.entity)):
            named[max(0, bisect_right(starts, mention.start) - 1)].append(name)
    for event in extraction.events:
        told[max(0, bisect_right(starts, event.trigger.start) - 1)].append(intern(root(_lemma(event))))
    words = tuple(tuple(map(intern, content_roots(text[s.start : s.end]))) for s in extraction.sentences)
    return Sentences(words, tuple(map(tuple, named)), tuple(map(tuple, told)), weigh(content_roots(text)))


def _counts(items: Iterable[str]) -> dict[str, float]:
    return {item: 1 + math.log(count) for item, count in sorted(Counter(items).items())}


def weigh(roots: Iterable[str]) -> Bag:
    """Roots by how often they stand there and how telling they are."""
    return _even({stem: weight * telling(stem) for stem, weight in _counts(roots).items()})


def _even(weights: Mapping[str, float]) -> Bag:
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {stem: weight / length for stem, weight in weights.items()}
