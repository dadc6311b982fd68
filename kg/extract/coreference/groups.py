"""Plural pronouns and "the two leaders": which names they stand for together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kg.extract.coreference.markables import Markable
from kg.extract.coreference.roles import offices_of_names
from kg.extract.coreference.traits import TYPES, Traits
from kg.extract.discourse import Discourse
from kg.extract.syntax import clause_head, conjuncts, lemma, subjects

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_REACH = 3
"""Sentences back that "the two leaders" can look."""
_PAIR = frozenset({"two", "both"})
_COUNTRIES = frozenset({"country", "nation", "state", "neighbour", "neighbor", "power", "ally", "capital", "government"})
_PERSONS = frozenset(
    {"leader", "president", "premier", "man", "woman", "statesman", "politician", "minister", "official", "figure"}
)
_TOP = frozenset({"leader", "president", "premier", "statesman"})
"""Nouns that no minister is meant by."""
_BELOW = frozenset(
    {
        "minister",
        "secretary",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "adviser",
        "advisor",
        "general",
        "ambassador",
        "envoy",
        "analyst",
        "expert",
    }
)
_EITHER = frozenset({"side", "party", "ally", "partner"})


class Group(NamedTuple):
    """The drafts that something stands for together, and the reason in words."""

    members: tuple[int, ...]
    reason: str


def find_groups(discourse: Discourse, markables: Sequence[Markable], t: Traits) -> Mapping[int, Group]:
    """Markable -> those whom it stands for, where a rule can tell."""
    found: dict[int, Group] = {}
    below = _chains_below(discourse, markables)
    for number, m in enumerate(markables):
        if m.pronoun == "they" and (members := _coordinated_subject(discourse, m.passage, m.head)):
            found[number] = Group(members, "{right} stands for the names that are the subject together, {left} among them")
        elif m.kind == "nominal" and not m.members and (kinds := _kinds_of_pair(m.head)):
            barred = below if lemma(m.head) in _TOP else frozenset()
            if members := _pair_before(discourse, markables, t, number, kinds, barred):
                found[number] = Group(members, "{right} stands for the last two that were named together, {left} among them")
    return found


def _coordinated_subject(discourse: Discourse, passage: int, token: Token) -> tuple[int, ...]:
    """The names that are together the subject of a clause that a pronoun stands in."""
    for subject in _subjects_in_reach(token):
        numbers = [discourse.headed_by(passage, member) for member in conjuncts(subject)]
        if None in numbers:
            continue
        members = sorted({other for n in numbers if n is not None for other in discourse.coordinated(passage, n)})
        if len(members) > 1 and all(discourse.drafts[n].kind == "name" for n in members):
            return tuple(members)
    return ()


def _subjects_in_reach(token: Token) -> Iterator[Token]:
    """Subjects of the clauses that a token stands in, from the innermost outwards."""
    verb = clause_head(token)
    while verb is not None:
        yield from (subject for subject in subjects(verb)[:1] if subject.i != token.i)
        verb = clause_head(verb.head) if verb.head != verb else None


def _kinds_of_pair(noun: Token) -> frozenset[str]:
    """The entity types that "the two …" can stand for; none where it is no such noun phrase."""
    before = {child.lower_ for child in noun.children if child.i < noun.i}
    if (
        not before & _PAIR
        or ("two" in before and not before & {"the", "these", "those"})
        or "Number=Plur" not in str(noun.morph)
    ):
        return frozenset()
    if any(child.i > noun.i and child.dep_ in {"nmod", "acl", "acl:relcl"} for child in noun.children):
        return frozenset()
    word = lemma(noun)
    if word in _EITHER:
        return frozenset({"place", "person", "organization"})
    if word in _COUNTRIES:
        return frozenset({"place"})
    return frozenset({"person"}) if word in _PERSONS else frozenset()


def _pair_before(
    discourse: Discourse, markables: Sequence[Markable], t: Traits, number: int, kinds: frozenset[str], barred: frozenset[int]
) -> tuple[int, ...]:
    """The two names of one of some types in the nearest sentence before that has two of them and no more.

    Chains that are barred do not count.
    """
    nearest: dict[int, dict[int, int]] = {}
    for other in range(number - 1, -1, -1):
        sentence = int(t.sentence[other])
        if t.sentence[number] - sentence > _REACH:
            break
        m = markables[other]
        if m.draft is None or m.members:
            continue
        if TYPES[t.type[other]] in kinds and discourse.drafts[m.draft].chain not in barred:
            nearest.setdefault(sentence, {}).setdefault(discourse.drafts[m.draft].chain, m.draft)
    for sentence in sorted(nearest, reverse=True):
        if len(nearest[sentence]) == 2:
            return tuple(sorted(nearest[sentence].values()))
        if len(nearest[sentence]) > 2:
            return ()
    return ()


def _chains_below(discourse: Discourse, markables: Sequence[Markable]) -> frozenset[int]:
    """Chains of the persons whom the article calls minister, spokesman and the like, and nothing higher."""
    offices = offices_of_names(discourse, markables)
    return frozenset(chain for chain, held in offices.items() if all(office.noun in _BELOW for _, office in held))
