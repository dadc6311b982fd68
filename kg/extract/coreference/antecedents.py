"""Nominals and pronouns put into chains: each joins the thing that most speaks for, if more speaks for it than for none."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import exp, log

import numpy as np

from kg.extract.coreference.built import find_built
from kg.extract.coreference.clusters import BY_RULE, RULE_SCORE, Clusters, Step
from kg.extract.coreference.fits import Fits
from kg.extract.coreference.given import points_back
from kg.extract.coreference.groups import find_groups
from kg.extract.coreference.leading import look_again
from kg.extract.coreference.markables import Markable
from kg.extract.coreference.ranker import score_pairs
from kg.extract.coreference.reasons import explain
from kg.extract.coreference.reflexives import find_reflexives
from kg.extract.coreference.roles import find_offices, find_rivals
from kg.extract.coreference.speakers import find_speakers
from kg.extract.coreference.thresholds import least_probability
from kg.extract.coreference.traits import PRONOUNS, TYPES, Traits
from kg.extract.coreference.voices import Voices, give_voice
from kg.extract.discourse import Discourse, Draft, DraftJoin

_LEANING = 0.0
"""Log-odds that a name's chain has to be more likely than no antecedent; nominal chains by `_LEANING_UNNAMED`."""
_LEANING_UNNAMED = -0.6
_MOST = 0.8
"""Score of what the ranker alone says, at most: less than a rule's."""
_HOPELESS = -8.0
_FIRST_SCORE = 0.9
"""Score of a nominal that others were put to."""
_GOES_ON = "{right} goes on speaking after {left}, and nobody else is named between"
_ITSELF = "{right} stands for {left}, the subject of its clause or the noun beside it"
_BESIDE = "{right} stands beside {left} and says what it is"
_TYPE_OF_PRONOUN = {"i": "person", "you": "person", "we": "person", "he": "person", "she": "person"}
_STAND_IN = {"time": "event", "abstract": "product", "other": "product", "": "product"}
"""Kinds of nouns that the ontology has no type for."""


def link_markables(discourse: Discourse, markables: Sequence[Markable], t: Traits) -> None:
    """Enter the nominals and pronouns of an article that stand for something else in it, with the reasons."""
    first: dict[int, int] = {}
    clusters = Clusters([first.setdefault(chain, n) if chain >= 0 else n for n, chain in enumerate(t.chain.tolist())])
    for rule, found in (
        ("office", find_offices(discourse, markables, t)),
        ("built thing", find_built(discourse, markables, t)),
    ):
        for number, (target, reason) in found.items():
            clusters.of[number] = clusters.of[target]
            clusters.steps[number] = Step(target, number, rule, RULE_SCORE, reason)
    named = {int(t.chain[n]): n for n in reversed(np.flatnonzero(t.kind == 0).tolist())}
    for number in np.flatnonzero((t.kind == 1) & (t.chain >= 0)).tolist():
        clusters.steps[number] = Step(named[int(t.chain[number])], number, "apposition", RULE_SCORE, _BESIDE)
    groups = _link_groups(discourse, markables, t, clusters)
    kinds = {chain: discourse.type_of(chain) if chain >= 0 else "" for chain in set(t.chain.tolist())}
    fits = Fits(t, [kinds[chain] for chain in t.chain.tolist()], find_rivals(discourse, markables))
    voices = Voices(discourse, markables, t)
    speakers = find_speakers(t)
    give_voice(clusters, voices, fits, speakers)
    _rank(discourse, markables, t, clusters, fits, speakers)
    give_voice(clusters, voices, fits, {})
    look_again(clusters, fits)
    _enter(discourse, markables, t, clusters, groups)


def _link_groups(
    discourse: Discourse, markables: Sequence[Markable], t: Traits, clusters: Clusters
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
            clusters.steps[number] = Step(left, number, "group", RULE_SCORE, reason)
    return members_of


def _names_of(discourse: Discourse, m: Markable) -> tuple[int, ...]:
    """The drafts of a coordination's members, if all of them are names."""
    numbers = [discourse.number_of(m.passage, member) for member in m.members]
    named = [n for n in numbers if n is not None and discourse.drafts[n].kind == "name"]
    return tuple(named) if len(named) == len(numbers) > 1 else ()


def _rank(
    discourse: Discourse,
    markables: Sequence[Markable],
    t: Traits,
    clusters: Clusters,
    fits: Fits,
    speakers: Mapping[int, int],
) -> None:
    """Put each of the others where most speaks for it."""
    reflexives = find_reflexives(markables, t)
    for anaphor, candidates, scores in _in_order(t, fits):
        before, itself = speakers.get(anaphor), reflexives.get(anaphor)
        if anaphor in clusters.steps:
            continue
        if itself is not None:
            _join(clusters, fits, Step(itself, anaphor, "reflexive", RULE_SCORE, _ITSELF))
        elif before is not None and fits.agree(anaphor, clusters.of[before]):
            _join(clusters, fits, Step(before, anaphor, "speaker before", RULE_SCORE, _GOES_ON))
        elif (found := _place(clusters, fits, anaphor, candidates, scores)) is not None:
            rule, reason = explain(discourse.text, markables, t, found[0], anaphor)
            clusters.steps[anaphor] = Step(found[0], anaphor, rule, found[1], reason)


def _join(clusters: Clusters, fits: Fits, step: Step) -> None:
    """Put a markable where a rule says."""
    clusters.move(step.right, clusters.of[step.left])
    fits.grow(step.right, clusters.of[step.left])
    clusters.steps[step.right] = step


def _in_order(t: Traits, fits: Fits) -> Iterator[tuple[int, list[int], list[float]]]:
    """Each anaphor with the candidates that are not hopeless and their scores.

    In the order of the text, but "he" who speaks stands before the words said, and nothing in them stands for him.
    """
    told = [fits.told_by(n)[:1] if fits.goes_by_best(n) else () for n in range(len(t.kind))]
    first = [min([number, *words]) for number, words in enumerate(told)]
    limit = np.array(first, dtype=np.int64)
    found = []
    for i, j, scores in score_pairs(t):
        anaphors = i[np.flatnonzero(np.r_[1, np.diff(i)])]
        kept = (scores > _HOPELESS) & (j < limit[i])
        begins = np.searchsorted(i[kept], anaphors).tolist()
        candidates, likely = j[kept].tolist(), scores[kept].tolist()
        for anaphor, begin, end in zip(anaphors.tolist(), begins, [*begins[1:], len(candidates)], strict=True):
            place = first[anaphor], -anaphor if first[anaphor] < anaphor else anaphor
            found.append((*place, candidates[begin:end], likely[begin:end]))
    yield from ((abs(anaphor), candidates, scores) for _, anaphor, candidates, scores in sorted(found, key=lambda f: f[:2]))


def _place(
    clusters: Clusters, fits: Fits, anaphor: int, candidates: Sequence[int], scores: Sequence[float]
) -> tuple[int, float] | None:
    """Put a markable to the group that its candidates speak for most; the likeliest of them and the probability."""
    by_best = fits.goes_by_best(anaphor)
    weights: dict[int, float] = defaultdict(float)
    best: dict[int, tuple[float, int]] = {}
    barred = {clusters.of[candidate] for candidate in fits.beside(anaphor)}
    if namesakes := fits.namesakes(anaphor):
        barred |= {clusters.of[name] for name in namesakes} - {clusters.of[namesakes[-1]]}
    for candidate, score in zip(candidates, scores, strict=True):
        if not fits.are_nested(anaphor, candidate):
            group = clusters.of[candidate]
            weights[group] = max(weights[group], exp(score)) if by_best else weights[group] + exp(score)
            if group not in best or (score, candidate) > best[group]:
                best[group] = score, candidate
    total = 1 + sum(weights.values())
    for weight, group in sorted([(weight, group) for group, weight in weights.items() if group not in barred], reverse=True):
        leaning = _LEANING if fits.is_named(group) else _LEANING_UNNAMED
        likely = weight / total
        if log(weight) <= leaning or likely < least_probability(fits, anaphor, group, best[group][1]):
            return None
        likeliest = best[group][1]
        given = points_back(fits.traits, anaphor, likeliest) and fits.is_last_person(anaphor, group, clusters.of)
        if given and fits.are_owned_alike(anaphor, likeliest, clusters.of) and fits.agree(anaphor, group):
            clusters.move(anaphor, group)
            fits.grow(anaphor, group)
            return best[group][1], round(min(likely, _MOST), 3)
    return None


def _enter(
    discourse: Discourse, markables: Sequence[Markable], t: Traits, clusters: Clusters, groups: dict[int, tuple[int, ...]]
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
            names = [f"“{discourse.drafts[n].span.text_in(discourse.text)}”" for n in (left, drafts[step.right])]
            reason = step.reason.format(left=names[0], right=names[1]) if step.rule in BY_RULE else step.reason
            discourse.joins.append(DraftJoin(left, drafts[step.right], step.rule, step.score, reason))


def _kind_of(traits: Traits, members: Iterable[int]) -> str:
    """The type of a group without a name: what most of its nouns say, else what its pronouns do."""
    nouns = Counter(TYPES[traits.type[n]] for n in members if traits.kind[n] == 1 and traits.type[n])
    if nouns:
        return min(nouns, key=lambda kind: (-nouns[kind], kind))
    said = Counter(kind for n in members if (kind := _TYPE_OF_PRONOUN.get(PRONOUNS[traits.pronoun[n]], "")))
    return min(said, key=lambda kind: (-said[kind], kind)) if said else ""
