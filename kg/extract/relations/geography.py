"""What the gazetteer says of names: whether a group is a nation, and whether one place can lie in another."""

from __future__ import annotations

from kg.gazetteer import contains, country_of, lookup

_SEVERAL = frozenset({"chinese", "dutch", "congolese", "korean", "koreans", "irish", "sudanese", "samoan"})


def is_nation(name: str) -> bool:
    """Whether a group's name is the adjective or the people of a country."""
    return name.lower() in _SEVERAL or country_of(name) is not None


_BOUNDED = frozenset({"country", "territory", "region", "capital", "city"})


def can_lie_in(inner: str, outer: str) -> bool:
    """Whether the gazetteer has nothing against one place lying in another: it knows that it does, or does not know both."""
    inners, outers = ([m.entry for m in lookup(name) if m.entry.kind in _BOUNDED] for name in (inner, outer))
    if inners and inners[0].kind == "country" and not outers:
        return any(match.entry.kind == "continent" for match in lookup(outer))
    return not inners or not outers or any(contains(o, i) for i in inners for o in outers)
