"""Groups of profiles that are one entity each, and every decision that made them so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.disjoint import DisjointSets
from kg.model import Verdict
from kg.resolve.corrections import Corrections
from kg.resolve.features import FEATURES, FORBIDDEN, Clue
from kg.resolve.profiles import Profile, merge_candidates

THRESHOLD = 0.7
"""Sum of the clues from which on two profiles are one entity."""

DOUBTFUL = 0.4
"""Sum of the clues from which on a person may want to look at a pair that is not merged."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A candidate pair with its clues, each under the name of its feature."""

    left: int
    right: int
    clues: tuple[tuple[str, Clue], ...]

    @property
    def score(self) -> float:
        """The clues' sum, at most 1; -1 where one forbids."""
        if any(clue.score <= FORBIDDEN for _, clue in self.clues):
            return FORBIDDEN
        return min(1.0, round(sum(clue.score for _, clue in self.clues), 3))


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about two profiles, and why."""

    left: int
    right: int
    verdict: Verdict
    rule: str
    score: float
    reason: str

    @classmethod
    def of(cls, pair: Pair, verdict: Verdict) -> Decision:
        """The decision about a pair; a clue that forbids is the only reason."""
        clues = [(name, clue) for name, clue in pair.clues if pair.score > FORBIDDEN or clue.score <= FORBIDDEN]
        rule, reason = "+".join(name for name, _ in clues), "; ".join(clue.reason for _, clue in clues)
        return cls(pair.left, pair.right, verdict, rule, pair.score, reason)


def compare(left: Profile, right: Profile, numbers: tuple[int, int] = (0, 1)) -> Pair:
    """All clues about a pair."""
    found = ((feature.name, feature.look(left, right)) for feature in FEATURES)
    return Pair(*numbers, tuple((name, clue) for name, clue in found if clue is not None))


class Clusters:
    """Groups of profiles that refuse to bring together what a clue or the user forbids."""

    def __init__(self, profiles: Sequence[Profile], corrections: Corrections) -> None:
        self.profiles = profiles
        self.corrections = corrections
        self.decisions: list[Decision] = []
        self._same = DisjointSets()
        self._whole: dict[int, Profile] = {}

    def find(self, number: int) -> int:
        """The smallest number of the group."""
        return self._same.find(number)

    def whole(self, number: int) -> Profile:
        """What a group says together (its chains are not listed)."""
        root = self.find(number)
        return self._whole.get(root) or self.profiles[root]

    def join(self, decision: Decision, *, by_hand: bool = False) -> bool:
        """Merge the two groups, unless something in one forbids something in the other."""
        low, high = sorted((self.find(decision.left), self.find(decision.right)))
        if low == high:
            return True
        left, right = self.whole(low), self.whole(high)
        against = None if by_hand else self._forbidding(left, right)
        if against is not None:
            rule, reason = against
            self.decisions.append(replace(decision, verdict="apart", rule=rule, score=FORBIDDEN, reason=reason))
            return False
        self._same.union(low, high)
        self._whole.pop(high, None)
        self._whole[low] = _union(left, right)
        self.decisions.append(decision)
        return True

    def _forbidding(self, left: Profile, right: Profile) -> tuple[str, str] | None:
        """Why two groups must not be one (rule and reason), or None."""
        if self.corrections.forbid(left.marks, right.marks):
            return "correction", "the corrections keep them apart"
        for feature in FEATURES:
            clue = feature.look(left, right)
            if clue is not None and clue.score <= FORBIDDEN:
                return feature.name, clue.reason
        return None

    def groups(self) -> list[list[int]]:
        """The numbers of each group, in the order of their smallest."""
        members: dict[int, list[int]] = {}
        for number in range(len(self.profiles)):
            members.setdefault(self.find(number), []).append(number)
        return list(members.values())


def _union(left: Profile, right: Profile) -> Profile:
    if left.sort != right.sort and len(right.name.split()) > len(left.name.split()):
        left, right = right, left  # a word that stands alone says less of what it names
    links = [link for link in (left.link, right.link) if link is not None]
    best = max(links, key=lambda link: link.score, default=None)
    return replace(
        left,
        names=left.names + right.names,
        types=left.types + right.types if left.sort == right.sort else left.types,
        chains=(),
        link=best,
        candidates=merge_candidates([left.candidates, right.candidates], best),
        official=left.official or right.official,
        nation=left.nation or right.nation,
        marks=left.marks | right.marks,
        metonyms=left.metonyms | right.metonyms,
        titles=left.titles | right.titles,
        team=left.team or right.team,
    )
