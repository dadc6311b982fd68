"""Whether a graph keeps to the shapes of ``kg/ontology/shapes.ttl``: each constraint is a query for what breaks it.

Of SHACL these are known: targets by class and by property; for a node ``sh:nodeKind`` and ``sh:sparql``; for the values of a
property ``minCount``, ``maxCount``, ``datatype``, ``class``, ``nodeKind``, ``in``, ``pattern``, ``minInclusive``,
``maxInclusive`` and ``lessThan``. That is all that the shapes use, so pySHACL finds the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from kg.errors import ConfigError
from kg.export.vocabulary import RDF, Namespace
from kg.graph import KnowledgeGraph
from kg.sparql.engine import load, run

SH: Final = Namespace("http://www.w3.org/ns/shacl#")
_KINDS: Final = {SH.IRI: "isIRI", SH.BlankNode: "isBlank", SH.Literal: "isLiteral"}

# What the values of a property (?value) of a node ($this) must not be: a pattern that a wrong one fits.
_CONSTRAINTS: Final[dict[str, Callable[[str, str], str]]] = {
    SH.datatype: lambda path, type_: f"$this {path} ?value FILTER(!isLiteral(?value) || datatype(?value) != {type_})",
    SH.term("class"): lambda path, class_: f"$this {path} ?value FILTER NOT EXISTS {{ ?value a {class_} }}",
    SH.nodeKind: lambda path, kind: f"$this {path} ?value FILTER(!{_KINDS[kind.strip('<>')]}(?value))",
    SH.pattern: lambda path, pattern: f"$this {path} ?value FILTER(!regex(str(?value), {pattern}))",
    SH.term("in"): lambda path, values: f"$this {path} ?value FILTER(?value NOT IN ({values}))",
    SH.minInclusive: lambda path, least: f"$this {path} ?value FILTER(!COALESCE(?value >= {least}, false))",
    SH.maxInclusive: lambda path, most: f"$this {path} ?value FILTER(!COALESCE(?value <= {most}, false))",
    SH.lessThan: lambda path, other: f"$this {path} ?value ; {other} ?other FILTER(!COALESCE(?value < ?other, false))",
    SH.minCount: lambda path, _: f"FILTER NOT EXISTS {{ $this {path} ?any }}",
    SH.maxCount: lambda path, _: f"$this {path} ?value, ?other FILTER(str(?value) < str(?other))",
}


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """Something in a graph that breaks a rule.

    Attributes:
        node: IRI of what breaks it.
        rule: the rule in words: what it says of itself, or property and constraint.
        value: the value that is wrong, or None where one is missing.
    """

    node: str
    rule: str
    value: str | None

    def __str__(self) -> str:
        return f"{self.node}: {self.rule}" + ("" if self.value is None else f" ({self.value})")


@dataclass(frozen=True, slots=True)
class Rule:
    """A constraint: its name, and the pattern that ``$this`` and ``?value`` of all that break it fit."""

    name: str
    pattern: str


def validate(source: KnowledgeGraph | str | Path) -> tuple[Violation, ...]:
    """All that breaks a rule, in the order of the nodes; nothing for a graph that kg has written.

    Raises:
        GraphError: the file cannot be read.
        UnknownFormat: its suffix is not known.
    """
    store = load(source)
    found = {
        Violation(this.value, rule.name, None if value is None else value.value)
        for rule in load_rules()
        for this, value in run(store, f"SELECT DISTINCT ?this ?value {{ {rule.pattern} }}").terms
        if this
    }
    return tuple(sorted(found, key=lambda violation: (violation.node, violation.rule, violation.value or "")))


def shapes_text() -> str:
    """The shapes as Turtle."""
    return files("kg.ontology").joinpath("shapes.ttl").read_text(encoding="utf-8")


@cache
def load_rules() -> tuple[Rule, ...]:
    """Every constraint of the shapes.

    Raises:
        ConfigError: the shapes have one that is not known here.
    """
    shapes = ox.Store()
    shapes.load(shapes_text(), format=ox.RdfFormat.TURTLE)
    nodes = sorted((q.subject for q in shapes.quads_for_pattern(None, _n(RDF.type), _n(SH.NodeShape))), key=str)
    return tuple(rule for shape in nodes for rule in _rules_of(shapes, shape))


def _rules_of(shapes: ox.Store, shape: ox.NamedNode | ox.BlankNode | ox.Triple) -> Iterator[Rule]:
    classes, properties = _values(shapes, shape, SH.targetClass), _values(shapes, shape, SH.targetSubjectsOf)
    target = " UNION ".join([f"{{ $this a {c} }}" for c in classes] + [f"{{ $this {p} ?target }}" for p in properties])
    for kind in _values(shapes, shape, SH.nodeKind):
        name = f"must be {_short(str(kind))}"
        yield Rule(name, f"{target} FILTER(!{_KINDS[kind.value]}($this))")
    for constraint in _values(shapes, shape, SH.sparql):
        [query], [message] = _values(shapes, constraint, SH.select), _values(shapes, constraint, SH.message)
        yield Rule(message.value, f"{target} {{ {query.value} }}")
    for constraint in _values(shapes, shape, SH.property):
        yield from _property_rules(shapes, constraint, target)


def _property_rules(shapes: ox.Store, constraint: Any, target: str) -> Iterator[Rule]:
    [path] = _values(shapes, constraint, SH.path)
    message = next((m.value for m in _values(shapes, constraint, SH.message)), None)
    for quad in shapes.quads_for_pattern(constraint, None, None):
        name = quad.predicate.value
        if name in {SH.path, SH.message}:
            continue
        if name not in _CONSTRAINTS:
            raise ConfigError(f"shapes: {name} is not known")
        wanted = ", ".join(_members(shapes, quad.object)) if name == SH.term("in") else str(quad.object)
        pattern = _CONSTRAINTS[name](str(path), wanted)
        words = message or f"{_short(str(path))}: {_short(name)} {_short(wanted)}"
        yield Rule(words, f"{target} {pattern}")


def _members(shapes: ox.Store, head: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Iterator[str]:
    while isinstance(head, ox.BlankNode):
        yield from map(str, _values(shapes, head, RDF.first))
        [head] = _values(shapes, head, RDF.rest)


def _values(shapes: ox.Store, subject: object, term: str) -> list[ox.NamedNode | ox.BlankNode | ox.Literal]:
    quads = shapes.quads_for_pattern(subject, _n(term), None)  # type: ignore[arg-type]
    return [quad.object for quad in quads if not isinstance(quad.object, ox.Triple)]


def _n(iri: str) -> ox.NamedNode:
    return ox.NamedNode(iri)


def _short(text: str) -> str:
    """``minCount`` of ``<http://www.w3.org/ns/shacl#minCount>``, ``1`` of ``"1"^^<http://www.w3.org/2001/XMLSchema#integer>``."""
    if text.startswith(("<", "http")):
        return text.strip("<>").rpartition("#")[2].rpartition("/")[2]
    return text.partition("^^")[0].strip('"')
