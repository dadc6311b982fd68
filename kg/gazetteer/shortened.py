"""What firms, teams and landscapes are called in short ("Lockheed", "the Blazers", "the Euphrates"), in folded words."""

from __future__ import annotations

from collections.abc import Iterator

from kg.gazetteer.places import country_of, lookup, people_of
from kg.names import core_words, words
from kg.ontology import load_ontology

_LANDSCAPES = frozenset("river ocean sea desert peninsula mountains archipelago atoll delta".split())
"""What stands behind a proper name and is left out when it is named again."""
FIRM_KINDS = frozenset(
    "technologies technology motors motor airlines airways group holdings holding industries systems energy electric "
    "pharmaceuticals laboratories studios entertainment software networks "
    "communications media steel oil petroleum gas foods stores bank "
    "insurance financial partners capital securities "
    "distribution distributors wholesale trucking construction "
    "coal mining healthcare chemical chemicals biotech brewing "
    "automotive aerospace aviation international records pictures airline company management university".split()
)
"""Last words of companies' names that are left out when they are named again."""
_WHOLES = frozenset(
    "motor motors group holding holdings airlines airways energy technologies oil petroleum steel foods".split()
)
"""Those that are never names of one part of a firm of that name."""
DIVISIONS = frozenset(
    "america europe asia africa china canada usa uk defense defence research services systems labs lab military digital online "
    "records press program programme service center centre project projects series word cup tour prize award awards open act "
    "plan station partners capital".split()
)
"""Second words of names of parts of firms, which are not the firm ("McAfee Labs"), and of what firms only give their name."""
_PLAIN = frozenset(
    "north south east west northern southern eastern western far general united international national first new american "
    "royal federal long big little holy central global public common great good super free social local".split()
)
"""First words that say too little alone."""
_NO_TEAMS = frozenset(
    "airlines airways motors industries holdings systems services studios forces brothers sons partners awards games series "
    "business works railways mines sciences arts affairs heights press".split()
)
"""Last words of names that begin with a town and are no team's."""
_SERVICES = frozenset({("police", "department"), ("fire", "department")})
_TELLING = 4
"""Letters of a word that tells a firm."""
_TOWN = 30_000
"""Inhabitants of a town that has teams."""


def short_firms(name: str) -> Iterator[tuple[str, ...]]:
    """A firm's name by its first word and without its kind, a university's without that word, a team's without its town.

    >>> list(short_firms("Lockheed Martin")), list(short_firms("McAfee Labs"))
    ([('lockheed',)], [])
    >>> list(short_firms("Portland Trail Blazers"))
    [('trail', 'blazers'), ('blazers',)]
    """
    core, parts = core_words(name), words(name)
    if len(parts) < 2:
        return
    named = core[0] not in _PLAIN and not lookup(core[0]) and not people_of(core[0])
    if named and len(core) > 1 and core[-1] in FIRM_KINDS:
        yield core[:-1]
        yield core[:1]
    if is_by_founders(name) or (named and len(parts) > len(core) > 1 and len(core[0]) >= _TELLING):
        yield core[:1]
    if parts[-2:] in _SERVICES or (len(parts) == 2 and parts[-1] == "news" and parts[0] not in _PLAIN and not lookup(parts[0])):
        yield parts[:-1]
    if len(parts) > 2 and parts[-1] == "university" and (parts[-2] == "state" or not lookup(" ".join(parts[:-1]))):
        yield parts[:-1]
    if town := town_of(name):
        yield parts[len(town) :]
        yield parts[-1:]


def town_of(team: str) -> tuple[str, ...]:
    """The words of a town or state before a team's name; empty where none is.

    >>> town_of("San Diego Chargers"), town_of("Singapore Airlines")
    (('san', 'diego'), ())
    """
    parts = words(team)
    heads = load_ontology().entities["organization"].heads
    if len(parts) < 2 or not parts[-1].endswith("s") or {parts[-1], parts[-1].removesuffix("s")} & (heads | _NO_TEAMS):
        return ()
    return next((parts[:n] for n in (3, 2, 1) if len(parts) > n and _is_town(" ".join(parts[:n]))), ())


def short_landscapes(name: str) -> Iterator[tuple[str, ...]]:
    """A river's or sea's name without that word.

    >>> list(short_landscapes("Euphrates River")), list(short_landscapes("South China Sea"))
    ([('euphrates',)], [])
    """
    parts = words(name)
    if len(parts) != 2 or country_of(parts[0]) or parts[0] in _PLAIN:
        return
    if parts[-1] in _LANDSCAPES or (parts[-1] in {"island", "islands"} and not lookup(parts[0])):
        yield parts[:-1]


def is_whole_firm(name: str) -> bool:
    """Whether a name is a firm's with what it is, not a part's, so that an article that leaves it out means the same.

    >>> is_whole_firm("Ford Motor Company"), is_whole_firm("Boeing Aerospace")
    (True, False)
    """
    core = core_words(name)
    return len(core) == 2 and core[-1] in _WHOLES


def is_by_founders(name: str) -> bool:
    """Whether a firm's name is two words that name nothing else, as founders' do; so do those of a firm and its part.

    >>> is_by_founders("Lockheed Martin"), is_by_founders("Ford Motor"), is_by_founders("Boston Herald")
    (True, False, False)
    """
    core = core_words(name)
    told = load_ontology().entities["organization"].heads | DIVISIONS | _PLAIN | FIRM_KINDS
    first = name.split(maxsplit=1)[0] if len(core) == 2 and name.replace(" ", "").isalpha() and told.isdisjoint(core) else ""
    return first.istitle() and len(first) > 3 and not lookup(first) and not people_of(first)


def _is_town(name: str) -> bool:
    return any(match.entry.population >= _TOWN and match.usual for match in lookup(name))
