"""What the files of ``ontology/relations`` say, as records, and how a file becomes one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from kg.errors import OntologyError

if TYPE_CHECKING:
    from kg.ontology import _Table

Phase = Literal["holds", "begins", "ends"]
"""What a word says of a relation: that it holds ("works for"), that it began ("joined"), that it is over ("left")."""

Alone = Literal["never", "beside", "always"]
"""When a noun says enough without an object: never, as a title beside a name, or in a clause, too ("is a lawyer")."""

NATIONALITY = "nationality"
"""Accepted like an entity type: the adjective or people of a country ("Russian"), which stands for the country."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words that state a relation, and the grammatical slots where its two sides stand.

    The words are verbs, nouns, or (``names``) a name itself, whose own phrase says it ("Khasan in Russia"). Slots of all are
    prepositions ("of", "at"). Verbs have ``subject`` and ``object`` (in the passive, who does it and to whom) besides.
    Nouns have ``bearer`` (whom the noun is said of: "Ann, the president", "President Ann", "Ann is the president"),
    ``possessive`` ("Russia's president") and ``compound`` (a name in front: "Microsoft boss", "Russian president"). Names have
    ``itself``, ``possessive``, ``compound`` and ``comma`` ("Boston, Massachusetts").

    Attributes:
        subject, object: slots, the first that holds something fitting is taken.
        accepts: entity types of the object, where they are narrower than the relation's.
        subjects: entity types of the subject, where they are narrower than the relation's.
        needs, blocked_by: slots that must be there, or must not.
        light_verbs: verbs that only carry the noun: their subject is its ``holder`` ("Ann has a degree from Yale").
        exact: the nouns are whole titles: another noun or adjective in front makes another thing of them ("deputy head").
        only: slot -> words, one of which the name there must have ("attended Yale University").
        phase: what the words say of the relation.
        alone: when the noun says enough without an object.
        trust: 0..1, how often the words mean this relation.
    """

    verbs: frozenset[str]
    nouns: frozenset[str]
    names: bool
    subject: tuple[str, ...]
    object: tuple[str, ...]
    subjects: frozenset[str]
    accepts: frozenset[str]
    needs: frozenset[str]
    blocked_by: frozenset[str]
    light_verbs: frozenset[str]
    exact: bool
    only: Mapping[str, frozenset[str]]
    phase: Phase
    alone: Alone
    trust: float


@dataclass(frozen=True, slots=True)
class RelationExample:
    """A sentence and the facts that the relation must find in it, no more and no fewer.

    Attributes:
        facts: subject, object (empty where there is a value alone), and of a valued relation the value.
        former: whether they are over.
    """

    text: str
    facts: tuple[tuple[str, ...], ...]
    former: bool


@dataclass(frozen=True, slots=True)
class RelationType:
    """A lasting relation: one file of ``ontology/relations``.

    Attributes:
        name: the file's name, used as ``type`` everywhere.
        iris: properties of RDF vocabularies that mean the same, in the same direction.
        inverse_iris: properties that mean the same the other way round.
        symmetric: whether it holds in both directions at once.
        valued: whether it has words of its own ("foreign minister").
        address: whether a place that the object lies in, named behind a comma, is an object, too ("in Boston, Massachusetts").
        ends: whether it can be over; what is told in the past of one that cannot ("was born in") still holds.
    """

    name: str
    label: str
    definition: str
    iris: tuple[str, ...]
    inverse_iris: tuple[str, ...]
    symmetric: bool
    valued: bool
    ends: bool
    address: bool
    subject: frozenset[str]
    object: frozenset[str]
    patterns: tuple[Pattern, ...]
    examples: tuple[RelationExample, ...]


def read_relation(table: _Table, lists: Mapping[str, tuple[str, ...]]) -> RelationType:
    """The relation that a file describes.

    Args:
        table: the file.
        lists: lists of nouns that patterns may name ("offices").
    """
    relation = RelationType(
        name=table.stem,
        label=table.text("label"),
        definition=table.text("definition"),
        iris=table.texts("iris", ()),
        inverse_iris=table.texts("inverse_iris", ()),
        symmetric=table.take("symmetric", bool, False),
        valued=table.take("valued", bool, False),
        ends=table.take("ends", bool, True),
        address=table.take("address", bool, False),
        subject=frozenset(table.texts("subject")),
        object=frozenset(table.texts("object")),
        patterns=tuple(_pattern(sub, lists) for sub in table.rows("patterns")),
        examples=tuple(_example(sub) for sub in table.rows("examples")),
    )
    table.done()
    return relation


def _pattern(table: _Table, lists: Mapping[str, tuple[str, ...]]) -> Pattern:
    named = table.texts("lists", ())
    if unknown := set(named) - set(lists):
        raise OntologyError(f"{table.where}: lists: no list {sorted(unknown)}")
    nouns = frozenset(table.texts("nouns", ())).union(*(lists[name] for name in named))
    names = table.take("names", bool, False)
    pattern = Pattern(
        verbs=frozenset(table.texts("verbs", ())),
        nouns=nouns,
        names=names,
        subject=table.texts("subject", ("bearer",) if nouns else ("itself",) if names else ("subject",)),
        object=table.texts("object"),
        subjects=frozenset(table.texts("subjects", ())),
        accepts=frozenset(table.texts("accepts", ())),
        needs=frozenset(table.texts("needs", ())),
        blocked_by=frozenset(table.texts("blocked_by", ())),
        light_verbs=frozenset(table.texts("light_verbs", ())),
        exact=table.take("exact", bool, False),
        only={slot: frozenset(words) for slot, words in table.lists("only").items()},
        phase=table.choice("phase", get_args(Phase)),
        alone=table.choice("alone", get_args(Alone)),
        trust=float(table.take("trust", float, 1.0)),
    )
    if sum((bool(pattern.verbs), bool(pattern.nouns), pattern.names)) != 1:
        raise OntologyError(f"{table.where}: one of verbs, nouns and names says what the pattern hangs on")
    table.done()
    return pattern


def _example(table: _Table) -> RelationExample:
    facts = table.take("facts", list, [])
    if not all(isinstance(fact, list) and len(fact) in {2, 3} and all(isinstance(s, str) for s in fact) for fact in facts):
        raise OntologyError(f"{table.where}: facts must be lists of subject, object and, where there is one, value")
    example = RelationExample(table.text("text"), tuple(map(tuple, facts)), table.take("former", bool, False))
    table.done()
    return example


def check_relations(relations: Iterable[RelationType], entities: Mapping[str, object]) -> None:
    """Whether the entity types that relations name are there.

    Raises:
        OntologyError: one is not.
    """
    known = {*entities, NATIONALITY}
    for relation in relations:
        accepted = relation.subject.union(relation.object, *(p.accepts | p.subjects for p in relation.patterns))
        if strange := accepted - known:
            raise OntologyError(f"relations, {relation.name}: no entity type {sorted(strange)}")
