"""How likely two event mentions are of one happening, in one article or in two: features, trained weights, clustering.

It does not know who asks: it compares `EventView`.
"""

from kg.event_coreference.candidates import candidates
from kg.event_coreference.circles import Circles
from kg.event_coreference.clustering import cluster_pairs
from kg.event_coreference.likelihood import Again, Compared, likelihoods, reconsidered
from kg.event_coreference.stories import Stories
from kg.event_coreference.views import EventView, Names, view_events

__all__ = [
    "Again",
    "Circles",
    "Compared",
    "EventView",
    "Names",
    "Stories",
    "candidates",
    "cluster_pairs",
    "likelihoods",
    "reconsidered",
    "view_events",
]
