"""Markables in groups while they grow, with the reason of each step."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

RULE_SCORE = 0.85
"""Score of what a rule says."""
BY_RULE = frozenset({"office", "built thing", "group", "apposition", "speaker", "speaker before", "leading", "reflexive"})
"""Rules whose reasons have places for both mentions."""


class Step(NamedTuple):
    """A markable and the one that it was put to, and why; ``left`` is usually the earlier one."""

    left: int
    right: int
    rule: str
    score: float
    reason: str


@dataclass(slots=True)
class Clusters:
    """Markables in groups: every markable has the number of one that stands for its group.

    ``followers``: what goes with a markable wherever it is put: the "I" of who speaks.
    """

    of: list[int]
    steps: dict[int, Step] = field(default_factory=dict)
    followers: dict[int, list[int]] = field(default_factory=dict)

    def move(self, number: int, group: int) -> None:
        """Put a markable to a group, and what goes with it."""
        for member in (number, *self.followers.pop(number, ())):
            self.of[member] = group

    def groups(self) -> dict[int, list[int]]:
        """Group -> its markables in order."""
        found: dict[int, list[int]] = defaultdict(list)
        for number, group in enumerate(self.of):
            found[group].append(number)
        return found
