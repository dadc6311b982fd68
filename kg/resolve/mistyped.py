"""One word that articles take for two sorts of thing: a ship for a person, a surname for a town.

Where the word alone says little of what it names, it joins what has it in a full name, or is called so, if both are seen
with the same others and it is the only one that can be meant.
"""

from __future__ import annotations

from collections import defaultdict

from kg.names import words
from kg.resolve.clusters import THRESHOLD, Clusters, Decision
from kg.resolve.company import Company
from kg.resolve.forms import PERSON, is_rare_surname, is_short, surname_form
from kg.resolve.profiles import Profile

_BORNE = 0.35
"""How much it speaks for one thing that a word is another's name in short: no company of places alone carries that."""
_RULE = "one word, two types+company"
_FEWEST = 4
"""Letters of a word that tells something."""


def place_mistyped(clusters: Clusters, company: Company) -> None:
    """Join what goes by one word alone to what of another sort bears it, where the articles tell."""
    bearers: dict[str, set[int]] = defaultdict(set)
    for number, profile in enumerate(clusters.profiles):
        for word in _borne(profile):
            bearers[word].add(clusters.find(number))
    for number, profile in enumerate(clusters.profiles):
        if clusters.whole(number) is not profile or not (word := _word(profile)):
            continue
        fitting = [
            root
            for root in sorted(bearers.get(word, ()))
            if clusters.profiles[root].sort != profile.sort and root in company.home
        ]
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
    """The one word that a person or place goes by, if nothing else says what it is; else empty.

    Not of an organization: firms bear their founders' surnames and give theirs to what they make.
    """
    if profile.type not in {"person", "place"} or profile.link is not None or profile.metonyms:
        return ""
    forms = {words(name) for name in profile.names}
    if len(forms) != 1 or len(only := next(iter(forms))) != 1 or len(only[0]) < _FEWEST:
        return ""
    return only[0]


def _borne(profile: Profile) -> set[str]:
    """The words that a person's or a ship's full name is called by for short: a rare surname, or what its articles say."""
    if profile.form is not None or len(words(profile.name)) < 2:
        return set()
    if profile.sort == PERSON:
        own = [words(name)[-1] for name in profile.names if not is_short(PERSON, name)]
        return {word for word in own if is_rare_surname((PERSON, surname_form(word)))}
    last = words(profile.name)[-1:]
    return set(last) if profile.sort == "product" and any(words(name) == last for name in profile.names) else set()
