"""From profiles to entities: merge what the clues carry, best pairs first, never across a clue that forbids.

Short names ("Kim", "J. Lee", "ACC") come last: each joins the one thing that it can mean in its article, if only one fits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.resolve.blocking import block
from kg.resolve.clusters import DOUBTFUL, THRESHOLD, Clusters, Decision, compare
from kg.resolve.context import place_short_names
from kg.resolve.corrections import NO_CORRECTIONS, Corrections
from kg.resolve.profiles import Profile


def cluster_profiles(profiles: Sequence[Profile], corrections: Corrections = NO_CORRECTIONS) -> Clusters:
    """Groups of profiles that are one entity each."""
    clusters = Clusters(profiles, corrections)
    for decision in _by_hand(profiles, corrections):
        clusters.join(decision, by_hand=True)
    pairs = [compare(profiles[a], profiles[b], (a, b)) for a, b in block(profiles)]
    for pair in sorted(pairs, key=lambda pair: (-pair.score, pair.left, pair.right)):
        if pair.score >= THRESHOLD:
            clusters.join(Decision.of(pair, "one"))
        elif pair.score >= DOUBTFUL:
            clusters.decisions.append(Decision.of(pair, "doubtful"))
    place_short_names(clusters)
    return clusters


def _by_hand(profiles: Sequence[Profile], corrections: Corrections) -> Iterator[Decision]:
    """The user's merges, as a chain through the profiles that each names."""
    for matched in corrections.merged([profile.marks for profile in profiles]):
        for left, right in pairwise(matched):
            yield Decision(left, right, "one", "correction", 1.0, "the corrections make them one")
