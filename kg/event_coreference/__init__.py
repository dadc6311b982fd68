"""How likely two event mentions are of one happening, in one article or in two: features, trained weights, clustering.

Extraction asks it about the mentions of one article, resolution about those of all. It knows neither: it compares `EventView`.
"""

from kg.event_coreference.clustering import cluster_pairs
from kg.event_coreference.likelihood import likelihood, likelihoods
from kg.event_coreference.views import EventView, Names, view_events

__all__ = ["EventView", "Names", "cluster_pairs", "likelihood", "likelihoods", "view_events"]
