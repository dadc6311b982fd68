"""Which event mentions of an article are one happening.

Mentions are read in their order; each joins the happening that it has most in common with, if nothing contradicts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any

from kg.event_coreference.features import SAYS_LITTLE
from kg.event_coreference.words import COMMON
from kg.extract.discourse import Discourse
from kg.timex import Interval, interval

if TYPE_CHECKING:
    from kg.extract.events.draft import Draft

_REACH = 200
"""Happenings back that a mention can join: an article has a handful, a book thousands."""
_NEWS_WINDOW = timedelta(days=31)
"""What an article tells without a date happened within these days of its publication, or it would say so."""


Sort = tuple[str, str]


def _sort(draft: Draft) -> Sort:
    return draft.type.name, draft.lemma if draft.type.name in SAYS_LITTLE else ""


@dataclass(slots=True)
class _Happening:
    """What the mentions of one happening say together."""

    number: int
    sort: Sort
    polarity: str
    participants: frozenset[int]
    places: frozenset[int]
    times: tuple[Interval, ...]
    first: int
    """Passage of the first mention."""
    last: int
    """Passage of the last mention."""
    tokens: frozenset[int]
    """Its triggers in the last passage."""
    mentions: int
    lemmas: frozenset[str]
    sentences: frozenset[tuple[int, int]]
    roles: dict[str, frozenset[int]]
    """Role -> the chains with a name that play it."""


def cluster_events(discourse: Discourse, drafts: Sequence[Draft], published: date | None) -> list[int]:
    """For every event mention the number of the first mention of its happening."""
    named = frozenset(draft.chain for draft in discourse.drafts if draft.kind == "name")
    happenings: list[_Happening] = []
    numbers: list[int] = []
    homes: dict[tuple[int, int], _Happening] = {}
    for i, draft in enumerate(drafts):
        alike = (_sort(draft), draft.factuality.polarity)
        ranked = [
            (score, -known.number, known)
            for known in happenings[-_REACH:]
            if (known.sort, known.polarity) == alike
            and (score := _affinity(discourse, draft, known, named, published)) is not None
        ]
        partner = None if draft.told_by is None else homes.get((draft.passage, draft.told_by))
        if partner is not None and partner.sort == _sort(draft):
            home = partner
        elif ranked:
            home = max(ranked, key=lambda row: row[:2])[2]
        else:
            home = _open(i, draft)
            happenings.append(home)
        homes[draft.passage, draft.trigger.i] = home
        _grow(discourse, home, draft, named)
        numbers.append(home.number)
    return numbers


def _open(number: int, draft: Draft) -> _Happening:
    nobody: frozenset[Any] = frozenset()
    polarity = draft.factuality.polarity
    return _Happening(
        number, _sort(draft), polarity, nobody, nobody, (), draft.passage, draft.passage, nobody, 0, nobody, nobody, {}
    )


def _grow(discourse: Discourse, known: _Happening, draft: Draft, named: frozenset[int]) -> None:
    known.participants |= draft.chains(discourse) & named
    for role, chains in _roles(discourse, draft, named).items():
        known.roles[role] = known.roles.get(role, frozenset()) | chains
    known.lemmas |= {draft.lemma}
    known.sentences |= {_sentence(draft)}
    if draft.place is not None:
        known.places |= {discourse.drafts[draft.place].chain}
    if (when := _when(draft)) is not None and when not in known.times:
        known.times += (when,)
    known.tokens = frozenset({draft.trigger.i, *(known.tokens if draft.passage == known.last else ())})
    known.last = draft.passage
    known.mentions += 1


def _when(draft: Draft) -> Interval | None:
    return interval(draft.time.value) if draft.time is not None and draft.time.value else None


def _roles(discourse: Discourse, draft: Draft, named: frozenset[int]) -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for role, number, _ in draft.arguments:
        if (chain := discourse.drafts[number].chain) in named:
            found[role] = found.get(role, frozenset()) | {chain}
    return found


def _sentence(draft: Draft) -> tuple[int, int]:
    return draft.passage, draft.trigger.sent.start


def _affinity(
    discourse: Discourse, draft: Draft, known: _Happening, named: frozenset[int], published: date | None
) -> int | None:
    """How much speaks for a mention being of a happening; None where something speaks against it or nothing for it."""
    same_time = _agree_in_time(draft, known, published)
    if draft.instance and not (same_time and all(time.granularity == "day" for time in known.times)):
        return None
    same_place = _agree_in_place(discourse, draft, known, same_time)
    if same_time is False or same_place is False:
        return None
    announced = "headline" in {discourse.passages[number].block.kind for number in (draft.passage, known.first)}
    people = draft.chains(discourse) & named
    in_common = _agree_in_people(people, draft, known, announced or same_time is True or same_place is True)
    in_common = max((points for points in (in_common, _agree_in_word(discourse, draft, known, named)) if points), default=None)
    if in_common is None:
        return None
    governed = known.last == draft.passage and _stands_under(draft, known.tokens)
    return in_common + 2 * (same_place is True) + (same_time is True) + 4 * governed + _nearness(draft, known)


def _agree_in_word(discourse: Discourse, draft: Draft, known: _Happening, named: frozenset[int]) -> int | None:
    """Points for a telling word said again in another sentence, if nobody else plays one of the roles.

    In ECB+ nine of ten such pairs are one happening; of two in one sentence, and of verbs of saying, one of three.
    """
    if draft.lemma not in known.lemmas or draft.lemma in COMMON or draft.type.name == "Statement":
        return None
    if _sentence(draft) in known.sentences:
        return None
    pairs = [(chains, known.roles[role]) for role, chains in _roles(discourse, draft, named).items() if role in known.roles]
    if draft.has_strangers or not all(mine <= theirs or theirs <= mine for mine, theirs in pairs):
        return None
    return 3 if known.participants & draft.chains(discourse) else 1


def _agree_in_people(people: frozenset[int], draft: Draft, known: _Happening, same_circumstances: bool) -> int | None:
    """Points for who takes part: two in common; one where a side names no more; nobody where a phrase points back."""
    if draft.type.name in SAYS_LITTLE:
        return None
    common = people & known.participants
    if not people:
        return 1 if (draft.definite or (draft.kind == "verb" and known.participants)) and not draft.has_strangers else None
    if not known.participants:
        return 1 if same_circumstances or draft.passage - known.last <= 1 else None
    if len(common) >= 2:
        return 4 if people <= known.participants or known.participants <= people else None
    if common and 1 in {len(people), len(known.participants)} and not draft.has_strangers:
        return 2 if draft.definite or same_circumstances else None
    return None


def _agree_in_time(draft: Draft, known: _Happening, published: date | None) -> bool | None:
    """True where both say it and mean one time, False where they do not or only one tells of another time than the news'."""
    mine = _when(draft)
    if mine and known.times:
        return all(mine.overlaps(other) for other in known.times)
    if mine:
        return False if _is_background(mine, published) else None
    if any(_is_background(other, published) for other in known.times):
        follows = draft.passage == known.last and not draft.has_strangers
        return None if follows else False
    return None


def _is_background(when: Interval, published: date | None) -> bool:
    """Whether a time lies outside the days that the news is about."""
    if published is None or when.begin is None or when.end is None:
        return False
    return not (when.begin - _NEWS_WINDOW <= published <= when.end + _NEWS_WINDOW)


def _agree_in_place(discourse: Discourse, draft: Draft, known: _Happening, same_time: bool | None) -> bool | None:
    """True for one place; two places of different names contradict, unless the time is said to be the same."""
    if draft.place is None or not known.places:
        return None
    mine = discourse.drafts[draft.place]
    if mine.chain in known.places:
        return True
    built = mine.type == "facility" and any(discourse.type_of(chain) == "facility" for chain in known.places)
    return None if same_time and not built else False


def _stands_under(draft: Draft, tokens: frozenset[int]) -> bool:
    """Whether a noun hangs on another trigger of its type ("met … in the first encounter")."""
    return draft.kind == "noun" and any(ancestor.i in tokens for ancestor in islice(draft.trigger.ancestors, 2))


def _nearness(draft: Draft, known: _Happening) -> int:
    """Points for order: "that meeting" points to the last one, other phrases to the one that is told of most."""
    if draft.demonstrative:
        return 2 if draft.passage - known.last <= 1 else 0
    return int(len(known.participants) > 1) + int(known.mentions > 1)
