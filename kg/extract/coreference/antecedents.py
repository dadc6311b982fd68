"""Nominals and pronouns put into chains: each joins the thing that most speaks for, if more speaks for it than for none."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import exp, log
from typing import NamedTuple

import numpy as np

from kg.extract.coreference.built import find_built
from kg.extract.coreference.groups import find_groups
from kg.extract.coreference.markables import Markable
from kg.extract.coreference.ranker import score_pairs
from kg.extract.coreference.reasons import explain
from kg.extract.coreference.roles import find_offices
from kg.extract.coreference.traits import CASES, PRONOUNS, ROLES, TYPES, Traits
from kg.extract.discourse import Discourse, Draft, DraftJoin

_LEANING = 0.0
"""Log-odds that a name's chain has to be more likely than no antecedent; nominal chains by `_LEANING_UNNAMED`."""
_LEANING_UNNAMED = -0.6
_HOPELESS = -8.0
_RULE_SCORE = 0.85
"""Score of what a rule says."""
_FIRST_SCORE = 0.9
"""Score of a nominal that others were put to."""
_BY_RULE = frozenset({"office", "built thing", "group"})
_THINGS = frozenset({"organization", "place", "facility", "product", "event"})
_TYPE_OF_PRONOUN = {"i": "person", "you": "person", "we": "person", "he": "person", "she": "person"}
_STAND_IN = {"time": "event", "abstract": "product", "other": "product", "": "product"}
"""Kinds of nouns that the ontology has no type for."""


class Step(NamedTuple):
    """A markable and the one that it was put to, and why; ``left`` is usually the earlier one."""

    left: int
    right: int
    rule: str
    score: float
    reason: str


@dataclass(slots=True)
class _Clusters:
    """Markables in groups: every markable has the number of one that stands for its group."""

    of: list[int]
    steps: dict[int, Step] = field(default_factory=dict)

    def groups(self) -> dict[int, list[int]]:
        """Group -> its markables in order."""
        found: dict[int, list[int]] = defaultdict(list)
        for number, group in enumerate(self.of):
            found[group].append(number)
        return found


def link_markables(discourse: Discourse, markables: Sequence[Markable], t: Traits) -> None:
    """Enter the nominals and pronouns of an article that stand for something else in it, with the reasons."""
    first: dict[int, int] = {}
    clusters = _Clusters([first.setdefault(chain, n) if chain >= 0 else n for n, chain in enumerate(t.chain.tolist())])
    for rule, found in (
        ("office", find_offices(discourse, markables, t)),
        ("built thing", find_built(discourse, markables, t)),
    ):
        for number, (target, reason) in found.items():
            clusters.of[number] = clusters.of[target]
            clusters.steps[number] = Step(target, number, rule, _RULE_SCORE, reason)
    groups = _link_groups(discourse, markables, t, clusters)
    _rank(discourse, markables, t, clusters)
    _enter(discourse, markables, t, clusters, groups)


def _link_groups(
    discourse: Discourse, markables: Sequence[Markable], t: Traits, clusters: _Clusters
) -> dict[int, tuple[int, ...]]:
    """Put together what stands for the same names together; cluster -> the drafts of those."""
    one_for: dict[frozenset[int], int] = {}
    members_of: dict[int, tuple[int, ...]] = {}
    by_rule = find_groups(discourse, markables, t)
    for number, m in enumerate(markables):
        members, reason = by_rule[number] if number in by_rule else (_names_of(discourse, m), "")
        if not members or number in clusters.steps:
            continue
        together = frozenset(discourse.drafts[member].chain for member in members)
        clusters.of[number] = one_for.setdefault(together, number)
        members_of[clusters.of[number]] = members
        left = clusters.of[number]
        if left != number or reason:
            reason = reason or "{left} and {right} name the same together"
            clusters.steps[number] = Step(left, number, "group", _RULE_SCORE, reason)
    return members_of


def _names_of(discourse: Discourse, m: Markable) -> tuple[int, ...]:
    """The drafts of a coordination's members, if all of them are names."""
    numbers = [discourse.number_of(m.passage, member) for member in m.members]
    named = [n for n in numbers if n is not None and discourse.drafts[n].kind == "name"]
    return tuple(named) if len(named) == len(numbers) > 1 else ()


def _rank(discourse: Discourse, markables: Sequence[Markable], t: Traits, clusters: _Clusters) -> None:
    """Put each of the others where most speaks for it."""
    kinds = {chain: discourse.type_of(chain) if chain >= 0 else "" for chain in set(t.chain.tolist())}
    fits = _Fits(t, [kinds[chain] for chain in t.chain.tolist()])
    for i, j, scores in score_pairs(t):
        begin = 0
        for end in np.flatnonzero(np.r_[np.diff(i), 1]).tolist():
            anaphor = int(i[end])
            if anaphor not in clusters.steps:
                found = _place(clusters, fits, anaphor, j[begin : end + 1].tolist(), scores[begin : end + 1].tolist())
                if found is not None:
                    rule, reason = explain(discourse.text, markables, t, found[0], anaphor)
                    clusters.steps[anaphor] = Step(found[0], anaphor, rule, found[1], reason)
            begin = end + 1


def _place(
    clusters: _Clusters, fits: _Fits, anaphor: int, candidates: Sequence[int], scores: Sequence[float]
) -> tuple[int, float] | None:
    """Put a markable to the group that its candidates speak for most; the likeliest of them and the probability."""
    weights: dict[int, float] = defaultdict(float)
    best: dict[int, tuple[float, int]] = {}
    barred: set[int] = set()
    for candidate, score in zip(candidates, scores, strict=True):
        group = clusters.of[candidate]
        if fits.is_beside(anaphor, candidate):
            barred.add(group)
        if score > _HOPELESS and not fits.are_nested(anaphor, candidate):
            weights[group] += exp(score)
            best[group] = max(best.get(group, (_HOPELESS, -1)), (score, candidate))
    for group in sorted(set(weights) - barred, key=lambda g: (-weights[g], -g)):
        leaning = _LEANING if fits.is_named(group) else _LEANING_UNNAMED
        if log(weights[group]) <= leaning:
            return None
        if fits.agree(anaphor, group):
            clusters.of[anaphor] = group
            fits.grow(anaphor, group)
            return best[group][1], round(weights[group] / (1 + sum(weights.values())), 3)
    return None


class _Fits:
    """What a group is known to be, and whether a markable can belong to it."""

    def __init__(self, traits: Traits, kinds: Sequence[str]) -> None:
        self.traits, self.kinds = traits, kinds
        self.genders: dict[int, int] = {}
        self.people: dict[int, bool] = {}

    def is_named(self, group: int) -> bool:
        return bool(self.kinds[group])

    def are_nested(self, one: int, other: int) -> bool:
        """Whether one stands inside the other."""
        t = self.traits
        inside = t.first[one] <= t.position[other] <= t.last[one]
        return bool(inside or t.first[other] <= t.position[one] <= t.last[other])

    def is_beside(self, anaphor: int, candidate: int) -> bool:
        """Whether the candidate is the subject of the verb that the anaphor is object of ("Kozlov held talks with him")."""
        t = self.traits
        role, case = ROLES[t.role[candidate]], CASES[t.case[anaphor]]
        if (
            role not in {"subject", "passive"}
            or t.verb[anaphor] != t.governor[candidate]
            or case in {"possessive", "reflexive"}
        ):
            return False
        return case == "object" or ROLES[t.role[anaphor]] in {"object", "oblique"}

    def agree(self, anaphor: int, group: int) -> bool:
        t = self.traits
        pronoun = PRONOUNS[t.pronoun[anaphor]]
        kind = self.kinds[group]
        if pronoun in {"he", "she", "i", "you"} and kind in _THINGS:
            return False
        if pronoun in {"it", "this", "they", "these", "we"} and kind == "person":
            return False
        gender = int(t.gender[anaphor])
        known = self.genders.get(group, int(t.gender[group]))
        if gender in {1, 2} and known in {1, 2} and gender != known:
            return False
        noun = TYPES[t.type[anaphor]] if t.kind[anaphor] == 1 else ""
        return not (noun and kind) or (noun == "person") == (kind in {"person", "group"})

    def grow(self, anaphor: int, group: int) -> None:
        gender = int(self.traits.gender[anaphor])
        if gender in {1, 2}:
            self.genders[group] = gender


def _enter(
    discourse: Discourse, markables: Sequence[Markable], t: Traits, clusters: _Clusters, groups: dict[int, tuple[int, ...]]
) -> None:
    """Enter the members of all groups that say more than one mention does."""
    drafts = {n: m.draft for n, m in enumerate(markables) if m.draft is not None and not m.members}
    for group, members in clusters.groups().items():
        new = [n for n in members if n not in drafts]
        if not new or (len(members) == 1 and (group not in groups or markables[members[0]].members)):
            continue
        named = next((drafts[n] for n in members if n in drafts), None)
        chain = discourse.drafts[named].chain if named is not None else len(discourse.drafts)
        if group in groups:
            kinds = {discourse.drafts[n].type for n in groups[group]}
            kind = kinds.pop() if len(kinds) == 1 else "group"
        else:
            kind = discourse.type_of(chain) if named is not None else _kind_of(t, members)
        for n in new:
            m = markables[n]
            score = clusters.steps[n].score if n in clusters.steps else _FIRST_SCORE
            draft = Draft(m.span, _STAND_IN.get(kind, kind), m.kind, score, chain)
            drafts[n] = discourse.add(draft, m.head, found=kind not in _STAND_IN and not m.members)
        if group in groups:
            discourse.groups[chain] = groups[group]
    for step in sorted(clusters.steps.values(), key=lambda s: s.right):
        if step.right in drafts:
            left = drafts[step.left] if step.left != step.right else groups[clusters.of[step.right]][0]
            names = [
                f"“{discourse.text[discourse.drafts[n].span.start : discourse.drafts[n].span.end]}”"
                for n in (left, drafts[step.right])
            ]
            reason = step.reason.format(left=names[0], right=names[1]) if step.rule in _BY_RULE else step.reason
            discourse.joins.append(DraftJoin(left, drafts[step.right], step.rule, step.score, reason))


def _kind_of(traits: Traits, members: Iterable[int]) -> str:
    """The type of a group without a name: what most of its nouns say, else what its pronouns do."""
    nouns = Counter(TYPES[traits.type[n]] for n in members if traits.kind[n] == 1 and traits.type[n])
    if nouns:
        return min(nouns, key=lambda kind: (-nouns[kind], kind))
    said = Counter(kind for n in members if (kind := _TYPE_OF_PRONOUN.get(PRONOUNS[traits.pronoun[n]], "")))
    return min(said, key=lambda kind: (-said[kind], kind)) if said else ""
