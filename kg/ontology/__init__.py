"""What kg knows about the world's types, as data: one TOML file a type, loaded and checked.

``entities/*.toml`` and ``events/*.toml`` are read in the order of their names. A wrong file is an OntologyError that names
file and key, so that somebody who writes one finds the mistake.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from kg.errors import OntologyError
from kg.ontology.schema import EntityClass, EventType, Example, Frame, Ontology, Role

__all__ = ["EntityClass", "EventType", "Example", "Frame", "Ontology", "Role", "load_ontology"]


@cache
def load_ontology() -> Ontology:
    """The ontology that ships with kg.

    Raises:
        OntologyError: a file has an unknown or missing key, or refers to something that is not there.
    """
    home = files("kg.ontology")
    entities = {t.name: t for t in _load(home / "entities", _entity)}
    events: dict[str, EventType] = {}
    for event in _load(home / "events", _event):
        if events.setdefault(event.name, event) is not event:
            raise OntologyError(f"events: two files have the type {event.name}")
    ontology = Ontology(entities, events)
    _check_references(ontology)
    return ontology


def _load(folder: Traversable, make: Callable[[_Table], Any]) -> list[Any]:
    names = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda entry: entry.name)
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
    )
    table.done()
    return entity


def _event(table: _Table) -> EventType:
    event = EventType(
        name=table.text("name"),
        label=table.text("label"),
        definition=table.text("definition"),
        parent=table.take("parent", str, None),
        plover=table.take("plover", str, None),
        cameo=table.take("cameo", str, None),
        iris=table.texts("iris", ()),
        roles={role.name: role for role in (_role(sub) for sub in table.tables("roles"))},
        verbs=tuple(_frame(sub) for sub in table.rows("verbs")),
        nouns=tuple(_frame(sub) for sub in table.rows("nouns")),
        light_verbs=frozenset(table.texts("light_verbs", ())),
        carried=table.take("carried", str, None),
        reciprocal=table.take("reciprocal", bool, False),
        examples=tuple(_example(sub) for sub in table.rows("examples")),
    )
    table.done()
    return event


def _role(table: _Table) -> Role:
    role = Role(table.stem, table.text("definition"), frozenset(table.texts("accepts")))
    table.done()
    return role


def _frame(table: _Table) -> Frame:
    frame = Frame(
        lemma=table.text("lemma"),
        slots=table.mapping("slots", str),
        plural=table.take("plural", bool, False),
        object_decides=table.take("object_decides", bool, False),
        needs=frozenset(table.texts("needs", ())),
        blocked_by=frozenset(table.texts("blocked_by", ())),
    )
    table.done()
    return frame


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
            if unknown := set(frame.slots.values()) - set(event.roles):
                raise OntologyError(f"{where}: slots of {frame.lemma!r}: no role {sorted(unknown)}")
        for i, example in enumerate(event.examples, 1):
            if unknown := set(example.arguments) - {*event.roles, "place"}:
                raise OntologyError(f"{where}: arguments of example {i}: no role {sorted(unknown)}")
        if event.carried is not None and event.carried not in event.roles:
            raise OntologyError(f"{where}: carried: no role {event.carried!r}")


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

    def _checked(self, key: str, value: Any, kind: type) -> Any:
        if not isinstance(value, kind):
            raise OntologyError(f"{self.where}: {key} must be of type {kind.__name__}, not {type(value).__name__}")
        return value

    def done(self) -> None:
        if self.values:
            raise OntologyError(f"{self.where}: unknown key {sorted(self.values)[0]!r}")
