"""Campaigns, wars and epidemics of Wikipedia's Current Events: articles that are much alike and never tell of one happening."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product
from pathlib import Path

from kg.event_coreference import EventView
from kg.event_coreference.words import content_roots
from training.prepare import HeldOut

_ITEMS, _DAYS = 8, 40
"""Of a story at least; from the first item to the last."""
_SPAN, _GAP = 6, 10
"""Days that an article takes its items from; days at least between two articles."""
_WORDS = (90, 200)
"""Of an article at least; from where on it is full."""
_ARTICLES = 6
"""Of a story at most, evenly spread."""
_EVERYWHERE = 0.6
"""Share of a story's articles from which on a noun is what the story is about ("the war"), told of again and again."""
_EPIDEMIC = "COVID-19 pandemic"
"""One story, though it has a heading for each country."""

Item = tuple[date, str]


@dataclass(frozen=True, slots=True)
class Campaign:
    """An article about some days of a story."""

    story: str
    text: str


def read_campaigns(file: Path, held: HeldOut) -> Iterator[Campaign]:
    """Articles put together from the items of one story, without their dates, but for items that are held out."""
    stories: dict[str, list[Item]] = defaultdict(list)
    for line in file.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        if item["story"] and item["category"] != "Uncategorized" and not held.has([item["text"].replace(" ", "")]):
            story = _EPIDEMIC if item["story"].startswith(_EPIDEMIC) else item["story"]
            stories[story].append((date.fromisoformat(item["date"]), item["text"]))
    for story, items in sorted(stories.items()):
        items.sort()
        if len(items) >= _ITEMS and (items[-1][0] - items[0][0]).days > _DAYS:
            texts = list(_articles(items))
            chosen = texts[:: max(1, len(texts) // _ARTICLES)][:_ARTICLES]
            yield from (Campaign(story, text) for text in chosen if len(texts) > 1)


def _articles(items: Sequence[Item]) -> Iterator[str]:
    parts: list[Item] = []
    last: date | None = None
    for day, text in [*items, (date.max, "")]:
        if parts and (day - parts[0][0]).days > _SPAN:
            if _words(parts) >= _WORDS[0]:
                yield "\n\n".join(told for _, told in parts)
                last = parts[-1][0]
            parts = []
        fresh = bool(parts) or last is None or (day - last).days >= _GAP
        if fresh and _words(parts) < _WORDS[1] and all(text != told for _, told in parts):
            parts.append((day, text))


def _words(items: Sequence[Item]) -> int:
    return sum(len(text.split()) for _, text in items)


def apart(campaigns: Sequence[Campaign], views: Mapping[int, Sequence[EventView]]) -> Iterator[tuple[EventView, EventView]]:
    """Pairs of mentions in two articles of one story, but for what the story itself is called by.

    Args:
        campaigns: the articles.
        views: number of an article -> its event mentions.
    """
    by_story: dict[str, list[int]] = defaultdict(list)
    for number, campaign in enumerate(campaigns):
        by_story[campaign.story].append(number)
    for story, numbers in by_story.items():
        articles = Counter(root for n in numbers for root in {view.root for view in views.get(n, ())})
        common = {root for root, count in articles.items() if len(numbers) > 2 and count > _EVERYWHERE * len(numbers)}
        heading = set(content_roots(story))
        for a, b in combinations(numbers, 2):
            for left, right in product(views.get(a, ()), views.get(b, ())):
                if heading & {left.root, right.root} or (left.kind == right.kind == "noun" and left.root in common):
                    continue
                yield left, right
