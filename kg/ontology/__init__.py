"""What kg knows about the world's types, as data: one TOML file a type, loaded and checked.

``entities/*.toml``, ``events/*.toml`` and ``relations/*.toml`` are read in the order of their names. A wrong file is an
OntologyError that names file and key, so that somebody who writes one finds the mistake.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Final

from kg.errors import OntologyError
from kg.ontology.relation_schema import Pattern, RelationExample, RelationType, check_relations, read_relation
from kg.ontology.schema import EntityClass, EventType, Example, Frame, Ontology, Role

__all__ = [
    "ROOT",
    "EntityClass",
    "EventType",
    "Example",
    "Frame",
    "Ontology",
    "Pattern",
    "RelationExample",
    "RelationType",
    "Role",
    "load_ontology",
    "read_ontology",
    "use_types",
]


ROOT: Final = "Event"
"""The event type above all others: of what fits no narrower one."""
_own_types: ContextVar[str] = ContextVar("_own_types", default="")


def load_ontology() -> Ontology:
    """The ontology in use: the one that ships with kg, with the user's own event types where `use_types` has named some."""
    return read_ontology(_own_types.get())


def use_types(folder: str = "") -> Ontology:
    """From now on use the event types in a folder beside those that ship with kg; empty for none.

    Raises:
        OntologyError: as `read_ontology`.
    """
    ontology = read_ontology(folder)
    _own_types.set(folder)
    return ontology


@cache
def read_ontology(folder: str = "") -> Ontology:
    """The ontology that ships with kg, and the event types (``*.toml``) of a folder.

    Raises:
        OntologyError: the folder cannot be read; a file has an unknown or missing key, refers to something that is not there,
            or has a type that is there already.
    """
    home = files("kg.ontology")
    entities = {t.name: t for t in _load(home / "entities", _entity)}
    events: dict[str, EventType] = {}
    own = _load(Path(folder), _event) if folder else []
    for event in (*_load(home / "events", _event), *own):
        if events.setdefault(event.name, event) is not event:
            raise OntologyError(f"events: two files have the type {event.name}")
    lists = {name: words for entity in entities.values() for name, words in entity.lists.items()}
    relations = {t.name: t for t in _load(home / "relations", lambda table: read_relation(table, lists))}
    ontology = Ontology(entities, events, relations)
    _check_references(ontology)
    check_relations(relations.values(), entities)
    return ontology


def _load(folder: Traversable, make: Callable[[_Table], Any]) -> list[Any]:
    try:
        names = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda entry: entry.name)
    except OSError as error:
        raise OntologyError(f"{folder}: {error.strerror or error}") from error
    return [make(_Table.read(entry)) for entry in names]


def _entity(table: _Table) -> EntityClass:
    entity = EntityClass(
        name=table.stem,
        label=table.text("label"),
        definition=table.text("definition"),
        iris=table.texts("iris"),
        titles=frozenset(table.texts("titles", ())),
        nouns=frozenset(table.texts("nouns", ())),
        heads=frozenset(table.texts("heads", ())),
        wholes=frozenset(table.texts("wholes", ())),
        institutions=frozenset(table.texts("institutions", ())),
        kinds=table.lists("kinds"),
        lists=table.lists("lists"),
    )
    table.done()
    return entity


def _event(table: _Table) -> EventType:
    roles = {role.name: role for role in (_role(sub) for sub in table.tables("roles"))}
    of_verbs, of_nouns = table.alternatives("verb_slots"), table.alternatives("noun_slots")
    event = EventType(
        name=table.text("name"),
        label=table.text("label"),
        definition=table.text("definition"),
        parent=table.take("parent", str, None),
        plover=table.take("plover", str, None),
        cameo=table.take("cameo", str, None),
        iris=table.texts("iris", ()),
        roles=roles,
        verbs=tuple(frame for sub in table.rows("verbs") for frame in _frames(sub, of_verbs)),
        nouns=tuple(frame for sub in table.rows("nouns") for frame in _frames(sub, of_nouns)),
        verb_slots=of_verbs,
        noun_slots=of_nouns,
        light_verbs=frozenset(table.texts("light_verbs", ())),
        undergoing_verbs=frozenset(table.texts("undergoing_verbs", ())),
        sequence_verbs=frozenset(table.texts("sequence_verbs", ())),
        support_verbs=frozenset(table.texts("support_verbs", ())),
        phase_verbs=frozenset(table.texts("phase_verbs", ())),
        witness_verbs=frozenset(table.texts("witness_verbs", ())),
        state_verbs=frozenset(table.texts("state_verbs", ())),
        reciprocal=table.take("reciprocal", bool, False),
        examples=tuple(_example(sub) for sub in table.rows("examples")),
    )
    table.done()
    return event


def _role(table: _Table) -> Role:
    role = Role(table.stem, table.text("definition"), frozenset(table.texts("accepts")), table.take("single", bool, False))
    table.done()
    return role


def _frames(table: _Table, usual: Mapping[str, tuple[str, ...]]) -> Iterator[Frame]:
    """A frame for each lemma of a row; slots that it does not name are those usual in its type."""
    lemmas = table.texts("lemmas", ()) or (table.text("lemma"),)
    frame = Frame(
        lemma="",
        slots=table.alternatives("slots") or usual,
        plural=table.take("plural", bool, False),
        object_decides=table.take("object_decides", bool, False),
        named=frozenset(table.texts("named", ())),
        needs=frozenset(table.texts("needs", ())),
        only={slot: frozenset(words) for slot, words in table.lists("only").items()},
        unless={slot: frozenset(words) for slot, words in table.lists("unless").items()},
        blocked_by=frozenset(table.texts("blocked_by", ())),
    )
    table.done()
    yield from (replace(frame, lemma=lemma) for lemma in lemmas)


def _example(table: _Table) -> Example:
    example = Example(table.text("text"), table.take("event", bool, True), table.lists("arguments"))
    table.done()
    return example


def _check_references(ontology: Ontology) -> None:
    for event in ontology.events.values():
        where = f"events, type {event.name}"
        if event.parent is not None and event.parent not in ontology.events:
            raise OntologyError(f"{where}: parent {event.parent!r} is not a type")
        for role in event.roles.values():
            if strange := role.accepts - set(ontology.entities):
                raise OntologyError(f"{where}: roles.{role.name}.accepts: no entity type {sorted(strange)}")
        for frame in (*event.verbs, *event.nouns):
            if unknown := {role for roles in frame.slots.values() for role in roles} - set(event.roles):
                raise OntologyError(f"{where}: slots of {frame.lemma!r}: no role {sorted(unknown)}")
            asked = (word for words in (*frame.only.values(), *frame.unless.values()) for word in words)
            if missing := {word[1:] for word in asked if word.startswith("@")} - set(ontology.entities):
                raise OntologyError(f"{where}: fillers of {frame.lemma!r}: no entity type {sorted(missing)}")
        for i, example in enumerate(event.examples, 1):
            if unknown := set(example.arguments) - {*event.roles, "place"}:
                raise OntologyError(f"{where}: arguments of example {i}: no role {sorted(unknown)}")


class _Table:
    """A TOML table that is emptied key by key, so that what is left over is a mistake and can be named."""

    def __init__(self, where: str, stem: str, values: Mapping[str, Any]) -> None:
        self.where, self.stem, self.values = where, stem, dict(values)

    @classmethod
    def read(cls, entry: Traversable) -> _Table:
        try:
            return cls(entry.name, entry.name.removesuffix(".toml"), tomllib.loads(entry.read_text(encoding="utf-8")))
        except (OSError, ValueError) as error:
            raise OntologyError(f"{entry.name}: {error}") from error

    def take(self, key: str, kind: type, *default: Any) -> Any:
        if key not in self.values:
            if default:
                return default[0]
            raise OntologyError(f"{self.where}: key {key!r} is missing")
        return self._checked(key, self.values.pop(key), kind)

    def text(self, key: str) -> str:
        return str(self.take(key, str)).strip()

    def texts(self, key: str, *default: tuple[str, ...]) -> tuple[str, ...]:
        values = tuple(self.take(key, list, *default))
        if not all(isinstance(value, str) for value in values):
            raise OntologyError(f"{self.where}: {key} must be a list of texts")
        return values

    def choice(self, key: str, allowed: tuple[str, ...]) -> Any:
        """One of some texts; the first where the key is missing."""
        value = self.take(key, str, allowed[0])
        if value not in allowed:
            raise OntologyError(f"{self.where}: {key} must be one of {', '.join(allowed)}, not {value!r}")
        return value

    def tables(self, key: str) -> list[_Table]:
        return [_Table(f"{self.where}, {key}.{name}", name, sub) for name, sub in self.mapping(key, dict).items()]

    def rows(self, key: str) -> list[_Table]:
        rows = enumerate(self.take(key, list, []), 1)
        return [_Table(f"{self.where}, {key} {i}", str(i), self._checked(f"{key} {i}", row, dict)) for i, row in rows]

    def mapping(self, key: str, kind: type) -> dict[str, Any]:
        return {name: self._checked(f"{key}.{name}", value, kind) for name, value in self.take(key, dict, {}).items()}

    def lists(self, key: str) -> dict[str, tuple[str, ...]]:
        values = _Table(f"{self.where}, {key}", key, self.take(key, dict, {}))
        return {name: values.texts(name) for name in tuple(values.values)}

    def alternatives(self, key: str) -> dict[str, tuple[str, ...]]:
        """A mapping to one text or a list of them."""
        values = self.take(key, dict, {})
        return {
            name: (value,) if isinstance(value, str) else _Table(f"{self.where}, {key}", key, {name: value}).texts(name)
            for name, value in values.items()
        }

    def _checked(self, key: str, value: Any, kind: type) -> Any:
        if not isinstance(value, kind):
            raise OntologyError(f"{self.where}: {key} must be of type {kind.__name__}, not {type(value).__name__}")
        return value

    def done(self) -> None:
        if self.values:
            raise OntologyError(f"{self.where}: unknown key {sorted(self.values)[0]!r}")
