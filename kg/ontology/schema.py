"""What the files of the ontology say, as records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


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


@dataclass(frozen=True, slots=True)
class Role:
    """A part in an event, and the entity types that can play it."""

    name: str
    definition: str
    accepts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Frame:
    """A trigger word, and which of its grammatical slots fill which roles.

    Slots are ``subject``, ``object``, a preposition ("with", "between"), ``possessive`` ("their meeting") and
    ``compound`` ("the Putin-Kim summit").

    Attributes:
        lemma: lower-case lemma, for nouns of two words with a space ("summit meeting").
        slots: slot -> role.
        plural: the noun means this event only in the plural ("talks").
        object_decides: with a subject, object or "with" that cannot play its role the verb means something else ("met the
            deadline", "met with opposition", "ends meet").
        needs: slots that a person whom the text names must fill, or the word means something else ("received Kim").
        blocked_by: slots whose presence means something else.
    """

    lemma: str
    slots: Mapping[str, str]
    plural: bool = False
    object_decides: bool = False
    needs: frozenset[str] = frozenset()
    blocked_by: frozenset[str] = frozenset()


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
        light_verbs: verbs that only carry an event noun; their subject plays the role under ``carried``
            ("Putin held talks with Kim").
        carried: role of a light verb's subject, or None.
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
    light_verbs: frozenset[str]
    carried: str | None
    reciprocal: bool
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Ontology:
    """Everything that kg knows about types, by name."""

    entities: Mapping[str, EntityClass]
    events: Mapping[str, EventType]
