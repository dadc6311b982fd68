"""Places of the world, by name: countries with their peoples and capitals, regions, cities, seas; and well-known organizations.

Compiled from GeoNames and other open tables (``training/gazetteer``, NOTICE): 4 MB that are read as far as they are asked.
"""

from __future__ import annotations

from kg.gazetteer.bodies import NationalBody, national_body, owner_beside, usual_owner
from kg.gazetteer.entry import Entry
from kg.gazetteer.laws import law_of
from kg.gazetteer.organizations import organization
from kg.gazetteer.places import Match, capital_of, contains, country_of, entry, is_capital, lookup, people_of, region_of

__all__ = [
    "Entry",
    "Match",
    "NationalBody",
    "capital_of",
    "contains",
    "country_of",
    "entry",
    "is_capital",
    "law_of",
    "lookup",
    "national_body",
    "organization",
    "owner_beside",
    "people_of",
    "region_of",
    "usual_owner",
]
