"""One word that articles take for two sorts of thing: a ship for a person, a surname for a town, a car for its maker's like.

Where the word alone says little of what it names, it joins what has it in a full name, or is called so, if both are seen
with the same others and it is the only one that can be meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container

from kg.gazetteer.shortened import FIRM_KINDS
from kg.names import core_words, words
from kg.ontology import load_ontology
from kg.resolve.clusters import THRESHOLD, Clusters, Decision
from kg.resolve.company import Company
from kg.resolve.forms import PERSON, THING, is_rare_surname, is_short, surname_form
from kg.resolve.profiles import Profile

_BORNE = 0.35
"""How much it speaks for one thing that a word is another's name in short: no company of places alone carries that."""
_RULE = "one word, two types+company"
_FEWEST = 4
"""Letters of a word that tells something."""
_BRANDED = frozenset({"product", "organization"})
"""Types that names of makes have: what pipelines take a car for."""


def place_mistyped(clusters: Clusters, company: Company) -> None:
    """Join what goes by one word alone to what of another sort bears it, where the articles tell."""
    makers = {words(p.name)[0] for p in clusters.profiles if p.type == "organization" and len(words(p.name)) == 1}
    bearers: dict[tuple[str, str], set[int]] = defaultdict(set)
    for number, profile in enumerate(clusters.profiles):
        for word, types in _borne(profile, makers).items():
            for type_ in types:
                bearers[word, type_].add(clusters.find(number))
    for number, profile in enumerate(clusters.profiles):
        if clusters.whole(number) is not profile or not (word := _word(profile)):
            continue
        fitting = [root for root in sorted(bearers.get((word, profile.type), ())) if root in company.home and root != number]
        if len(fitting) == 1:
            _place(number, fitting[0], clusters, company)


def _place(number: int, root: int, clusters: Clusters, company: Company) -> None:
    profile, full = clusters.profiles[number], clusters.profiles[root]
    members = company.members[company.home[root]]
    clue = company.clue((company.of(number) & set().union(*(company.of(other) for other in members))) - {number, root})
    score = round(_BORNE + clue.score, 3)
    if score >= THRESHOLD:
        reason = f"“{profile.name}” is “{full.name}” in short, though taken for a {profile.type}; {clue.reason}"
        clusters.join(Decision(root, number, "one", _RULE, score, reason))


def _word(profile: Profile) -> str:
    """The one word that a profile goes by, if nothing else says what it is; else empty."""
    if profile.link is not None or profile.official or profile.metonyms or profile.nation or profile.titles:
        return ""
    forms = {words(name) for name in profile.names}
    if len(forms) != 1 or len(only := next(iter(forms))) != 1 or len(only[0]) < _FEWEST:
        return ""
    return only[0]


def _borne(profile: Profile, makers: Container[str]) -> dict[str, frozenset[str]]:
    """The words that a full name is called by for short, and the types that those are taken for.

    A rare surname is taken for a town, but an organization of that name is another thing: firms bear their founders' surnames.
    """
    parts = words(profile.name)
    if profile.form is not None or profile.link is not None or len(parts) < 2:
        return {}
    called = {only[0] for name in profile.names if len(only := words(name)) == 1}
    if profile.sort == PERSON:
        own = [words(name)[-1] for name in profile.names if not is_short(PERSON, name)]
        return {word: frozenset({"place"}) for word in own if is_rare_surname((PERSON, surname_form(word)))}
    if len(parts) == 2 and parts[0] in makers and profile.type in _BRANDED and not _is_kind(parts[1]):
        return {parts[1]: _BRANDED}  # "Ford Taurus"
    if profile.sort == "product":
        return {parts[-1]: frozenset({"person", "place"})} if parts[-1] in called else {}
    if (
        profile.sort == THING
        and profile.type == "organization"
        and (len(core_words(profile.name)) < len(parts) or parts[0] in called)
    ):
        return {parts[0]: frozenset({"person", "place"} if parts[0] in called else {"place"})}
    return {}


def _is_kind(word: str) -> bool:
    return word in FIRM_KINDS | load_ontology().entities["organization"].heads
