"""What resolution compares: the chains of all articles that go by one name, or are one entry, as one profile."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.disjoint import DisjointSets
from kg.gazetteer import national_body, organization
from kg.model import Link
from kg.names import words
from kg.resolve.corrections import NO_CORRECTIONS, Corrections, Mark
from kg.resolve.forms import TEAM, THING, Form, clipped_forms, loose_forms, short_form, sort_of, telling_name
from kg.resolve.place_choice import Linking
from kg.resolve.sorts import known_initials, with_one_sort
from kg.resolve.sources import Reading
from kg.resolve.units import Key, Unit, keys_of, known_models, link_in, make_units, only_links, reopened

ChainKey = tuple[int, str]
"""(number of the reading, chain id)."""

_STATES = frozenset({"country", "territory", "former country"})
"""Kinds of entries that are places, however often their governments are named."""
_NO_LINKS: Mapping[ChainKey, Linking] = {}


@dataclass(frozen=True, slots=True)
class Profile:
    """Chains that go by one name, with all their names.

    Attributes:
        sort: what it can be one with, see `sort_of`; profiles of two sorts are never one entity.
        names: surface -> how often, without names of places that stand for a government.
        types: entity type -> how often.
        chains: sorted.
        shown: a mention that shows the name: number of the reading, mention id.
        link: the entry that its chains are, or None.
        candidates: other entries that they might be.
        official: the canonical name where this is a known international body.
        marks: what it fits of the user's corrections.
        metonyms: names of places that stand for it.
        nation: where every country may have a body of its name: the country that its articles name most.
        loose: where its name may be another's, shortened: what it has in common with the full one; see `loose_forms`.
        form: where all its names leave open whom they mean, what it has in common with the full names; see `short_form`.
        titles: the offices that stand before its names.
        team: whether the name of its town stands for it.
    """

    sort: str
    names: Counter[str]
    types: Counter[str]
    chains: tuple[ChainKey, ...]
    shown: tuple[int, str] = (0, "")
    link: Link | None = None
    candidates: tuple[Link, ...] = ()
    official: str | None = None
    marks: frozenset[Mark] = frozenset()
    metonyms: frozenset[str] = frozenset()
    nation: str = ""
    form: Form | None = None
    loose: Form | None = None
    titles: frozenset[str] = frozenset()
    team: bool = False

    @property
    def articles(self) -> frozenset[int]:
        """Numbers of the readings that it occurs in."""
        return frozenset(number for number, _ in self.chains)

    @property
    def type(self) -> str:
        """The type of its sort that most of its names have; a facility where its name or a third of the votes says so."""
        if self.types["facility"] * 3 >= self.types.total():
            return "facility"
        if self.link is not None and self.link.kind in _STATES and self.types["place"]:
            return "place"
        own = {kind: count for kind, count in self.types.items() if sort_of(kind) == self.sort} or self.types
        return min(own, key=lambda kind: (-own[kind], kind))

    @property
    def name(self) -> str:
        """The name to show: the linked entry's if an article uses it, else the most frequent of those with the most to say."""
        if self.link is not None:
            own = words(self.link.name)
            if alike := [name for name in self.names if words(name) == own]:
                return telling_name(self.sort, Counter({name: self.names[name] for name in alike}))
            if not self.names:
                return self.link.name
        known = {name: count for name, count in self.names.items() if self.official and organization(name) == self.official}
        full = {name: count for name, count in (known or self.names).items() if _says_whose(name)} if self.sort == THING else {}
        return telling_name(self.sort, Counter(full or known) or self.names)


def _says_whose(name: str) -> bool:
    """Whether a name is that of one country's body, or of a body that no country has a part in ("UN Security Council")."""
    body = national_body(name)
    return body.country != "" if body is not None else organization(name) is not None


@dataclass(frozen=True, slots=True)
class SameName:
    """Two chains that are one by their names (or links) alone: the mention that shows it in each, and why."""

    left: tuple[int, str]
    right: tuple[int, str]
    rule: str
    score: float
    reason: str


def make_profiles(
    readings: Sequence[Reading],
    linked: Mapping[ChainKey, Linking] = _NO_LINKS,
    corrections: Corrections = NO_CORRECTIONS,
) -> tuple[list[Profile], list[SameName]]:
    """The profiles of all chains that have a name, sorted by name, and what made them one; a chain is in exactly one.

    Chains with an equal main name are one profile, and so are chains that are linked to one entry, and things with one
    facility's own words and kind. The other names of a chain do not join it to chains of that name: one chain that is wrong in
    one article would make two things one in all. A name that leaves open whom it means ("Kim") is a profile an article.
    """
    units = [unit for number, reading in enumerate(readings) for unit in make_units(number, reading, linked, corrections)]
    units = with_one_sort(units)
    clipped = {form for unit in units for form in clipped_forms(unit.sort, unit.main.text, unit.main.type)}
    units = [reopened(unit) if (unit.sort, *words(unit.main.text)) in clipped else unit for unit in units]
    loose = {form for unit in units for form in loose_forms(unit.sort, unit.main.text, unit.main.type)}
    link_of, models, full = only_links(units), known_models(units), known_initials(units)
    same = DisjointSets()
    owner: dict[Key, int] = {}
    reasons = _Reasons()
    steps: list[SameName] = []
    for i, unit in enumerate(units):
        for key in keys_of(unit, link_of, clipped, models, full):
            first = owner.setdefault(key, i)
            if same.find(first) != same.find(i):
                same.union(first, i)
                steps.append(reasons.step(units[first], unit, key))
    members: dict[int, list[Unit]] = defaultdict(list)
    for i, unit in enumerate(units):
        members[same.find(i)].append(unit)
    profiles = [_profile(group, link_of, clipped, loose) for group in members.values()]
    return sorted(profiles, key=lambda p: (p.sort, p.name, p.chains)), steps


def _profile(units: Sequence[Unit], link_of: Mapping[Key, Link], clipped: set[Form], loose: set[Form]) -> Profile:
    units = sorted(units, key=lambda unit: (unit.number, unit.chain))
    links = [link_in(unit, link_of) for unit in units]
    best = max((link for link in links if link is not None), key=lambda link: link.score, default=None)
    named = [mention for unit in units for mention in unit.named]
    profile = Profile(
        sort=units[0].sort,
        names=Counter(mention.text for mention in named if not mention.metonym),
        types=Counter("organization" if unit.team else mention.type for unit in units for mention in unit.named),
        chains=tuple((unit.number, unit.chain) for unit in units),
        link=best,
        candidates=merge_candidates([unit.linking.candidates for unit in units if unit.linking], best),
        official=next((o for u in units if u.sort == THING and (o := organization(u.main.text))), None)
        if best is None
        else None,
        marks=frozenset().union(*(unit.marks for unit in units)),
        metonyms=frozenset(mention.text for mention in named if mention.metonym),
        titles=frozenset().union(*(unit.titles for unit in units)),
        team=units[0].team,
    )
    name = profile.name
    shown = next((unit for unit in units if unit.main.text == name), units[0])
    known = profile.link is not None or profile.official is not None or bool(shown.nation)
    form = (TEAM, *words(name)) if profile.team else None if known else short_form(profile.sort, name, clipped)
    called = None if known or form or (profile.sort, *words(name)) not in loose else (profile.sort, *words(name))
    return replace(profile, shown=(shown.number, shown.main.id), form=form, loose=called, nation=shown.nation)


def merge_candidates(lists: Iterable[Sequence[Link]], link: Link | None) -> tuple[Link, ...]:
    """All candidates once, each with its best score, the likeliest first; without the link itself."""
    best: dict[str, Link] = {}
    for candidate in (candidate for some in lists for candidate in some):
        if candidate.id not in best or candidate.score > best[candidate.id].score:
            best[candidate.id] = candidate
    others = (candidate for candidate in best.values() if link is None or candidate.id != link.id)
    return tuple(sorted(others, key=lambda candidate: (-candidate.score, candidate.id)))


class _Reasons:
    """Steps with reasons in words; equal words are one string, there are as many steps as chains."""

    def __init__(self) -> None:
        self._texts: dict[tuple[str, ...], str] = {}

    def step(self, left: Unit, right: Unit, key: Key) -> SameName:
        rule = next(str(part) for part in key if part in _RULES)
        names = tuple(sorted({left.main.text, right.main.text}))
        score = 1.0
        if rule == "link":
            link = right.link or left.link
            entry = link.name if link else ""
            score = min((unit.link.score for unit in (left, right) if unit.link), default=0.5)
        else:
            entry = " ".join(map(str, key[key.index(rule) + 1 :]))
        text = self._texts.setdefault((rule, entry, *names), _RULES[rule].format(names=_quoted(names), entry=entry))
        return SameName((left.number, left.main.id), (right.number, right.main.id), f"same {rule}", score, text)


_RULES = {
    "team": "{names}: the team of that town",
    "name": "{names}",
    "order": "{names}: the same words in another order",
    "link": "{names}: both are {entry}",
    "official": "{names}: names of the {entry}",
    "facility": "{names}: both name the {entry}",
    "body": "{names}: both name one body of the country {entry}",
    "law": "{names}: names of the {entry}",
    "model": "{names}: both name the {entry}",
    "initials": "{names}: initials of the {entry}",
}


def _quoted(names: Sequence[str]) -> str:
    return f"both are called “{names[0]}”" if len(names) == 1 else f"“{names[0]}” and “{names[1]}” are one name"
