"""What the files of the ontology say, as records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.ontology.relation_schema import RelationType


@dataclass(frozen=True, slots=True)
class EntityClass:
    """A type of entity: one file of ``ontology/entities``.

    Attributes:
        name: the file's name, used as ``type`` everywhere.
        iris: classes of RDF vocabularies that an entity of this type belongs to.
        titles: words that stand before a name and are no part of it ("President").
        nouns: common nouns that stand for such a thing ("leader").
        heads: nouns that say in a name of several words what it names ("Peninsula").
        kinds: for things named by what they are: kind -> the nouns that say so ("spaceport" -> "cosmodrome", …).
            Nouns of one kind are interchangeable in a name.
        wholes: heads of bodies that have named parts ("University").
        institutions: kinds that are also bodies of people ("hospital").
        lists: nouns that the patterns of relations name together ("offices").
    """

    name: str
    label: str
    definition: str
    iris: tuple[str, ...]
    titles: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    wholes: frozenset[str] = frozenset()
    institutions: frozenset[str] = frozenset()
    kinds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Role:
    """A part in an event, and the entity types that can play it.

    Attributes:
        single: whether one alone plays it, so that articles that name two disagree ("attacker").
    """

    name: str
    definition: str
    accepts: frozenset[str]
    single: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """A trigger word, and which of its grammatical slots fill which roles.

    Slots are ``subject``, ``object``, ``indirect`` ("gave Peru aid"), a preposition ("with", "between"), ``possessive`` ("their
    meeting"), ``compound`` ("the Putin-Kim summit"), ``adjective`` ("Russian", "US": who, not where), ``modifier`` (any word
    before a noun), ``clause`` (the verb of "urged X to go"; an infinitive is an
    ``action``, too), ``carried`` (the subject of a verb that only carries a noun) or
    ``undergone`` (where it happens to that subject: "faces trial").

    Attributes:
        lemma: lower-case lemma; a verb's particle ("sit down") and a noun of two words ("summit meeting") behind a space.
        slots: slot -> roles, of which the first that accepts the filler's type is meant.
        plural: the noun means this event only in the plural ("talks").
        object_decides: with a subject, object or "with" that cannot play its role the verb means something else ("met the
            deadline", "met with opposition", "ends meet").
        named: slots that a person whom the text names must fill, or the word means something else ("received Kim").
        needs: slots that must be filled, or the word means something else.
        only: slot -> what its filler must be for this meaning: lemmas, and entity types behind ``@`` ("fired a rocket", "fired
            the minister"); an empty slot says nothing.
        unless: slot -> fillers, in the same form, with which the word means something else.
        blocked_by: slots whose presence means something else.
    """

    lemma: str
    slots: Mapping[str, tuple[str, ...]]
    plural: bool = False
    object_decides: bool = False
    named: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    only: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unless: Mapping[str, frozenset[str]] = field(default_factory=dict)
    blocked_by: frozenset[str] = frozenset()

    @property
    def strictness(self) -> int:
        """How much the frame asks for: of several frames of a word the strictest that fits is meant."""
        asked = len(self.needs) + len(self.only) + bool(self.blocked_by)
        return 2 * len(self.named) + asked + self.object_decides + self.plural


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that the type must find an event in (with these participants), or must not."""

    text: str
    event: bool
    arguments: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class EventType:
    """A type of event: one file of ``ontology/events``.

    Attributes:
        name: the type's name in every output (``Meeting``).
        parent: name of the more general type, or None.
        plover, cameo: codes of the political event ontologies.
        verb_slots, noun_slots: slot -> roles, where a frame does not say its own.
        light_verbs: verbs that only carry an event noun ("Putin held talks with Kim"), beside those of the root type.
        undergoing_verbs: verbs that carry an event noun of any type and whose subject it happens to ("suffered an attack");
            the root type's alone are read.
        sequence_verbs: verbs whose subject is a happening where their object is one ("the strike followed a vote"); as before.
        support_verbs: verbs that are one event with the event noun that they carry ("signed a treaty"); as before.
        phase_verbs: verbs that are one event with the one whose beginning, course or failure they tell ("failed to launch"); as
            before.
        state_verbs: verbs of what lasts or is so ("belongs"); as before.
        witness_verbs: verbs whose subject is only where or when it happened ("May saw a strike"); as before.
        reciprocal: who takes part takes part alike: subject and object are one role.
    """

    name: str
    label: str
    definition: str
    parent: str | None
    plover: str | None
    cameo: str | None
    iris: tuple[str, ...]
    roles: Mapping[str, Role]
    verbs: tuple[Frame, ...]
    nouns: tuple[Frame, ...]
    verb_slots: Mapping[str, tuple[str, ...]]
    noun_slots: Mapping[str, tuple[str, ...]]
    light_verbs: frozenset[str]
    undergoing_verbs: frozenset[str]
    sequence_verbs: frozenset[str]
    support_verbs: frozenset[str]
    phase_verbs: frozenset[str]
    witness_verbs: frozenset[str]
    state_verbs: frozenset[str]
    reciprocal: bool
    examples: tuple[Example, ...]

    @property
    def is_saying(self) -> bool:
        """Whether somebody says something: a Statement, or a type right below it."""
        return "Statement" in {self.name, self.parent}


@dataclass(frozen=True, slots=True, eq=False)
class Ontology:
    """Everything that kg knows about types, by name; equal only to itself."""

    entities: Mapping[str, EntityClass]
    events: Mapping[str, EventType]
    relations: Mapping[str, RelationType]
