"""Short names and whom they mean: told by the company that their articles keep.

A bare surname, initials with a surname, an acronym or a clipped name fits every full name that has it; it joins the one that is
seen with the same others, if that is one alone. Shared company counts the more the rarer it is, and persons more than places.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from kg.gazetteer.shortened import is_by_founders, is_whole_firm
from kg.names import core_words, initials, words
from kg.resolve.clusters import DOUBTFUL, THRESHOLD, Clusters, Decision
from kg.resolve.company import LEAST, Company, View
from kg.resolve.forms import (
    PERSON,
    TEAM,
    THING,
    Form,
    clipped_forms,
    is_acronym_like,
    is_known_by_surname,
    is_rare_surname,
    is_short,
    loose_forms,
    own_words,
    surname_form,
)
from kg.resolve.mistyped import place_mistyped
from kg.resolve.profiles import Profile

_CLEAR = 1.3
"""By what factor all that speaks for the best reading of a short name must exceed what speaks for the second."""

_UNCLEAR = 0.69
"""Score of a reading that would do if there were not another as good."""

_CLIPPED = 0.45
_WITHOUT_KIND = 0.6
"""How much it speaks for one firm, team or river that one of two names only says what it is, too ("Ford Motor Company")."""
_SURNAME = 0.4
_FIRST_NAME = 0.15
_SHORTEST = 6
"""Letters that no syllable of such a name has."""

_RULE = "short name+company"


_RARE = 0.15
"""How much it speaks for one person that a surname is rare and one person alone bears it."""

_KNOWN = 0.3
"""How much it speaks for a leader known to all that a surname is his."""

_OFFICE = 0.3
"""How much it speaks for one person that both are called by one office ("President Lee", "President Ann Lee")."""

_NOBODY = 0.55
"""How much it speaks for one person that two articles have one bare surname which nobody bears in full."""


_ONE_TEAM = 0.1
"""How much company two articles must share that call a team by its town alone: it may be that of another sport."""

_UNTOLD = 0.8
"""How sure it is that a thing's short name means one thing in two articles, where neither tells which."""


class _Bearer(NamedTuple):
    """A profile that a short name can mean, how much the names alone say so, and why."""

    number: int
    score: float
    reason: str


def place_short_names(clusters: Clusters) -> None:
    """Join each short name to the group that it means, where the articles tell."""
    profiles = clusters.profiles
    waiting: dict[Form, list[int]] = defaultdict(list)
    for number, profile in enumerate(profiles):
        if profile.form is not None and clusters.whole(number) is profile:
            waiting[profile.form].append(number)
    loose = {n: p.loose for n, p in enumerate(profiles) if p.loose is not None and clusters.whole(n) is p}
    bearers = _find_bearers(profiles, {*waiting, *loose.values()})
    company = Company(clusters)
    for number, form in loose.items():
        found = bearers.get(form, [])
        view = company.around({company.home[bearer.number] for bearer in found})
        mine = profiles[number].articles
        firms = [
            b
            for b in found
            if is_whole_firm(profiles[b.number].name)
            or (not mine & profiles[b.number].articles and len(mine) <= 2 * len(profiles[b.number].articles))
        ]
        _place(number, firms, view, clusters)
    for form in sorted(waiting):
        found = bearers.get(form, [])
        view = company.around({company.home[bearer.number] for bearer in found})
        left = [number for number in waiting[form] if not _place(number, found, view, clusters)]
        if form[0] == PERSON and len(form) == 2:
            _gather(left, company, clusters, THRESHOLD - (_NOBODY if not found else DOUBTFUL))
        elif form[0] == TEAM:
            _gather(left, company, clusters, _ONE_TEAM)
        elif form[0] == THING:
            for other in left[1:]:
                reason = f"“{profiles[other].name}” in both, and nothing tells what is meant"
                clusters.join(Decision(left[0], other, "one", "same name", _UNTOLD, reason))
    place_mistyped(clusters, company)


# ---- names -------------------------------------------------------------------------------------------------------


def _find_bearers(profiles: Sequence[Profile], waiting: Container[Form]) -> dict[Form, list[_Bearer]]:
    """The profiles with a full name that each waiting form can mean."""
    bearers: dict[Form, list[_Bearer]] = defaultdict(list)
    for number, profile in enumerate(profiles):
        if profile.form is not None:
            continue
        best: dict[Form, tuple[float, str]] = {}
        for form, score, reason in _forms(profile):
            if form in waiting and score > best.get(form, (0.0, ""))[0]:
                best[form] = (score, reason)
        for form, (score, reason) in best.items():
            bearers[form].append(_Bearer(number, score, reason))
    return bearers


def _forms(profile: Profile) -> Iterator[tuple[Form, float, str]]:
    """The short forms of a profile's full names, how much each says alone, and why."""
    if profile.sort == PERSON:
        for name in sorted(profile.names, key=lambda name: (name != profile.name, name)):
            if not is_short(PERSON, name):
                yield from _person_forms(name)
    elif profile.sort == THING:
        name = profile.name
        for form in clipped_forms(profile.sort, name, profile.type):
            yield form, _CLIPPED, f"“{name}” is the full form"
        for form in loose_forms(profile.sort, name, profile.type):
            yield form, _CLIPPED if is_by_founders(name) else _WITHOUT_KIND, f"“{name}” is the full form"
        if len(words(name)) > 1 and not is_acronym_like(name.split()[0]):
            for letters in {initials(name), initials(" ".join(core_words(name)))}:
                score = 0.7 if len(letters) > 2 and profile.type == "organization" else 0.5
                yield (THING, letters), score, f"the initials of “{name}”"
        for alias, count in profile.names.items():
            if is_acronym_like(alias) and len(words(name)) > 1:
                yield (THING, *core_words(alias)), 1.0, f"“{name}” goes by “{alias}” {count} times"


def _person_forms(name: str) -> Iterator[tuple[Form, float, str]]:
    """The forms of a full name; its first word is a surname in a name of three short syllables ("Kim Jong-un") only."""
    parts = own_words(name)
    surname = surname_form(parts[-1])
    first = _SURNAME if len(parts) > 2 and max(map(len, parts)) < _SHORTEST else _FIRST_NAME
    if is_known_by_surname(name):
        yield (PERSON, surname), _SURNAME + _KNOWN, f"the surname by which “{name}” is known"
    yield (PERSON, surname), _SURNAME, f"the surname of “{name}”"
    yield (PERSON, surname_form(parts[0])), first, f"the first word of “{name}”"
    for given in ({parts[0][0]}, [part[0] for part in parts[:-1]]):
        yield (PERSON, *given, surname), 0.7, f"the initials of “{name}”"


class _Option(NamedTuple):
    """A group that a short name can mean: the score, the sum of all that speaks for it, and why."""

    score: float
    total: float
    bearer: _Bearer
    reason: str


def _place(number: int, bearers: Sequence[_Bearer], view: View, clusters: Clusters) -> bool:
    """Join a short name to what it means; what it may mean is noted."""
    ranked = sorted(_options(number, bearers, view, clusters).values(), key=lambda o: (-o.total, o.bearer.number))
    if not ranked:
        return False
    best = ranked[0]
    known = [option.bearer.score >= _SURNAME + _KNOWN for option in ranked]
    clear = len(ranked) == 1 or best.total >= _CLEAR * ranked[1].total or (known[0] and not any(known[1:]))
    if best.score >= THRESHOLD and clear:
        return clusters.join(Decision(number, best.bearer.number, "one", _RULE, best.score, best.reason))
    for option in ranked[:2]:
        if option.score >= DOUBTFUL:
            score = min(option.score, _UNCLEAR)
            clusters.decisions.append(Decision(number, option.bearer.number, "doubtful", _RULE, score, option.reason))
    return False


def _options(number: int, bearers: Sequence[_Bearer], view: View, clusters: Clusters) -> dict[int, _Option]:
    """The groups that a short name can mean.

    Where its own article tells it from a namesake with a full name, only whose office it has, or who is known to all by it.
    """
    profile = clusters.profiles[number]
    shared = view.shared(number)
    options: dict[int, _Option] = {}
    in_office: set[int] = set()
    parted = False
    for bearer in bearers:
        group = view.company.home[bearer.number]
        if profile.sort == THING and profile.type == "organization" and clusters.profiles[bearer.number].type == "facility":
            continue  # "Fox" is no short name of the Fox Theatre
        apart = len(profile.articles & view.articles[group])
        known = bearer.score >= _SURNAME + _KNOWN
        if apart and profile.sort == PERSON and bearer.score >= _SURNAME:
            parted = True
            if not known:
                continue
        beside = [root for root in shared.get(group, ()) if root != number]
        clue = view.company.clue(beside)
        office = min(profile.titles & clusters.whole(group).titles, default="")
        if office:
            in_office.add(group)
        base = bearer.score + (_OFFICE if office and bearer.score >= _SURNAME else 0)
        base = base if known or profile.team or profile.loose else base / (1 + apart)
        reason = f"{bearer.reason}, and both are called {office}" if office else bearer.reason
        total = base + sum(view.company.weight[root] for root in beside)
        score = round(min(1.0, base + clue.score), 3)
        if group not in options or total > options[group].total:
            options[group] = _Option(score, total, bearer, f"“{profile.name}”: {reason}; {clue.reason}")
    if parted:
        options = {g: o for g, o in options.items() if o.bearer.score >= _SURNAME + _KNOWN or g in in_office}
    if len(options) == 1 and profile.form is not None and is_rare_surname(profile.form):
        ((group, only),) = options.items()
        score = round(min(1.0, only.score + _RARE), 3) if only.bearer.score >= _SURNAME else only.score
        options[group] = only._replace(score=score)
    return options


def _gather(numbers: Sequence[int], company: Company, clusters: Clusters, needed: float) -> None:
    """Bring together the articles that mean one person by a bare surname, though nobody tells who: by shared company alone."""
    beside: dict[int, list[int]] = defaultdict(list)
    for number in numbers:
        mine = sorted(root for root in company.of(number) if company.weight[root] >= LEAST)
        shared: dict[int, list[int]] = defaultdict(list)
        for root in mine:
            for group in beside[root]:
                shared[group].append(root)
        clues = {group: company.clue(roots) for group, roots in shared.items()}
        best = min(clues, key=lambda group: (-clues[group].score, group), default=None)
        home = number
        if best is not None and clues[best].score >= needed:
            score = round(THRESHOLD - needed + clues[best].score, 3)
            reason = f"both are called “{clusters.profiles[number].name}”; {clues[best].reason}"
            if clusters.join(Decision(best, number, "one", "bare name+company", score, reason)):
                home = best
        for root in mine:
            if home not in beside[root]:
                beside[root].append(home)
