"""Which groups of full names stand beside which in the articles: what tells whom a name means.

Shared company counts the more the rarer it is, and persons more than places.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from kg.resolve.clusters import Clusters
from kg.resolve.features import Clue

_WEIGHT = {"person": 0.45, "organization": 0.35, "facility": 0.35, "product": 0.35, "event": 0.35, "place": 0.2, "group": 0.15}

_WORLD = 50
"""Articles that a small collection is taken to be a part of, so that nothing in it counts as rare or common for certain."""

_MOST = 0.5
"""Most that company can speak for a pair: never enough alone."""

_MOST_PLACES = 0.2
"""Most that places and peoples among it can speak: never enough to carry a surname."""

LEAST = 0.03
"""Weight below which company is not looked at: who is everywhere tells nothing."""

_ARTICLES = 40
"""Articles of a short name that are looked at for its company."""


class Company:
    """Which groups of full names stand beside which in the articles; groups as they were at the beginning."""

    def __init__(self, clusters: Clusters) -> None:
        self.clusters = clusters
        self.home: dict[int, int] = {}
        self.beside: dict[int, set[int]] = defaultdict(set)
        self.members: dict[int, list[int]] = defaultdict(list)
        for number, profile in enumerate(clusters.profiles):
            if profile.form is not None:
                continue
            root = self.home[number] = clusters.find(number)
            self.members[root].append(number)
            for article, _ in profile.chains:
                self.beside[article].add(root)
        count = Counter(root for roots in self.beside.values() for root in roots)
        whole = math.log(1 + len(self.beside) + _WORLD)
        self.weight = {
            root: round(_WEIGHT.get(clusters.profiles[root].type, 0.2) * (1 - math.log(1 + n) / whole), 4)
            for root, n in count.items()
        }

    def of(self, number: int) -> set[int]:
        """The groups beside a short name."""
        chains = self.clusters.profiles[number].chains[:_ARTICLES]
        return set().union(*(self.beside.get(article, ()) for article, _ in chains))

    def around(self, groups: Iterable[int]) -> View:
        """What the articles of some groups tell of them."""
        return View(self, sorted(groups))

    def clue(self, shared: Iterable[int]) -> Clue:
        """What it says that two stand beside the same others."""
        ranked = sorted(shared, key=lambda root: (-self.weight[root], root))
        shown = ", ".join(self.clusters.profiles[root].name for root in ranked[:3])
        places = {root for root in ranked if self.clusters.profiles[root].type in {"place", "group"}}
        telling = sum(self.weight[root] for root in ranked if root not in places)
        score = min(_MOST, telling + min(_MOST_PLACES, sum(self.weight[root] for root in places)))
        return Clue(round(score, 3), f"both stand beside {shown}" if shown else "no company in common")


class View:
    """The articles of the groups that one short form can mean, turned round: who stands beside which of them."""

    def __init__(self, company: Company, groups: Sequence[int]) -> None:
        self.company = company
        self.articles = {
            group: {article for n in company.members[group] for article, _ in company.clusters.profiles[n].chains}
            for group in groups
        }
        self.groups_beside: dict[int, list[int]] = defaultdict(list)
        for group, articles in self.articles.items():
            for root in {root for article in articles for root in company.beside[article]} - {group}:
                if company.weight[root] >= LEAST:
                    self.groups_beside[root].append(group)

    def shared(self, number: int) -> dict[int, list[int]]:
        """Group -> who stands beside it and beside a short name."""
        found: dict[int, list[int]] = defaultdict(list)
        for root in self.company.of(number):
            for group in self.groups_beside.get(root, ()):
                found[group].append(root)
        return found
