"""SPARQL over a graph or a file, on Oxigraph.

Questions only: an update is refused, and so is ``SERVICE``, which would ask another machine. The prefixes of the export
(``sem:``, ``schema:``, ``kg:`` …) need not be declared.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from html import escape
from pathlib import Path
from typing import Any, Final, Literal

import pyoxigraph as ox

from kg.errors import GraphError, QueryError
from kg.export import read
from kg.export.rdf import triples
from kg.export.vocabulary import PREFIXES, XSD
from kg.graph import KnowledgeGraph

Value = str | int | float | bool | date | None

_PYTHON: Final[Mapping[str, Callable[[str], Value]]] = {
    **dict.fromkeys((XSD.iri + name for name in ("integer", "int", "long", "nonNegativeInteger", "positiveInteger")), int),
    **dict.fromkeys((XSD.iri + name for name in ("decimal", "double", "float")), float),
    XSD.iri + "boolean": {"true": True, "1": True, "false": False, "0": False}.__getitem__,
    XSD.iri + "date": date.fromisoformat,
    XSD.iri + "dateTime": datetime.fromisoformat,
}
_TOKEN: Final = re.compile(
    r"""(?P<skip><[^<>"{}|^`\\\s]*> | \"{3}.*?(?<!\\)\"{3} | '{3}.*?(?<!\\)'{3} | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*'
      | \#[^\n]* | [?$@]\w+ | [\w.-]*:[\w.:%\\-]*) | (?P<word>[A-Za-z]+)""",
    re.VERBOSE | re.DOTALL,
)
_UPDATES: Final = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY"})
_POSITION: Final = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_SHOWN: Final = 30


@dataclass(frozen=True, slots=True)
class Term:
    """A value of an answer, as RDF has it."""

    kind: Literal["uri", "literal", "bnode"]
    value: str
    datatype: str | None = None
    language: str | None = None

    @property
    def python(self) -> Value:
        """The value as a number, date or truth value where it is one, else its text."""
        try:
            return _PYTHON.get(self.datatype or "", str)(self.value)
        except (KeyError, ValueError):  # a literal may be ill-formed
            return self.value


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to a query.

    Iterating over it gives rows of Python values. The answer to ASK has one row and one column ``answer``, and is true or
    false itself; that to CONSTRUCT and DESCRIBE has the columns ``subject``, ``predicate`` and ``object``.

    Attributes:
        columns: names of the variables.
        terms: the rows as RDF terms; None where a variable is unbound.
        truth: the answer to ASK, else None.
    """

    columns: tuple[str, ...]
    terms: tuple[tuple[Term | None, ...], ...]
    truth: bool | None = None

    @property
    def rows(self) -> tuple[tuple[Value, ...], ...]:
        """The rows as Python values."""
        return tuple(self)

    def __iter__(self) -> Iterator[tuple[Value, ...]]:
        return (tuple(None if term is None else term.python for term in row) for row in self.terms)

    def __len__(self) -> int:
        return len(self.terms)

    def __bool__(self) -> bool:
        return bool(self.terms) if self.truth is None else self.truth

    def to_csv(self) -> str:
        """The table in the CSV of the SPARQL recommendation (lines end in CRLF)."""
        stream = io.StringIO()
        writer = csv.writer(stream)
        writer.writerow(self.columns)
        writer.writerows([term.value if term else "" for term in row] for row in self.terms)
        return stream.getvalue()

    def to_json(self) -> str:
        """The table in the JSON of the SPARQL recommendation."""
        if self.truth is not None:
            return json.dumps({"head": {}, "boolean": self.truth}) + "\n"
        bindings = [{name: _binding(term) for name, term in zip(self.columns, row, strict=True) if term} for row in self.terms]
        answer = {"head": {"vars": self.columns}, "results": {"bindings": bindings}}
        return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"

    def to_text(self) -> str:
        """The table as aligned text, one line a row."""
        lines = [list(self.columns), *([_one_line(term) for term in row] for row in self.terms)]
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        lines.insert(1, ["-" * width for width in widths])
        return "\n".join("  ".join(map(str.ljust, line, widths)).rstrip() for line in lines)

    def __str__(self) -> str:
        return self.to_text()

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(name)}</th>" for name in self.columns)
        body = "".join("<tr>" + "".join(f"<td>{escape(_one_line(t))}</td>" for t in row) + "</tr>" for row in self.terms)
        return f"<table><tr>{head}</tr>{body}</table>"


def query(source: KnowledgeGraph | ox.Store | str | Path, sparql: str) -> Table:
    """The answer to a query; its rows have an order only if the query asks for one.

    Args:
        source: a graph, a file of any format that can be read (or any RDF file), or what `load` gave.
        sparql: a SELECT, ASK, CONSTRUCT or DESCRIBE query.

    Raises:
        QueryError: the query is wrong (with line and column), would change something, or asks another machine.
        GraphError: the file cannot be read.
        UnknownFormat: the file's suffix is not known.
    """
    words = {match["word"].upper() for match in _TOKEN.finditer(sparql) if match["word"]}
    if "SERVICE" in words:
        raise QueryError("SERVICE is refused: kg asks no other machine")
    store = source if isinstance(source, ox.Store) else load(source)
    try:
        return _table(store.query(sparql, prefixes=PREFIXES, use_default_graph_as_union=True))
    except SyntaxError as error:
        if words & _UPDATES:
            raise QueryError("updates are refused: kg answers questions only (SELECT, ASK, CONSTRUCT, DESCRIBE)") from error
        raise QueryError(_explain(sparql, str(error.msg))) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the query failed: {error}") from error


def load(source: KnowledgeGraph | str | Path) -> ox.Store:
    """A graph or file in the memory of the engine, for many queries.

    Raises:
        GraphError: the file cannot be read.
        UnknownFormat: its suffix is not known.
    """
    store = ox.Store()
    if isinstance(source, KnowledgeGraph):
        store.bulk_extend(ox.Quad(*triple) for triple in triples(source))
        return store
    path = Path(source)
    form = ox.RdfFormat.from_extension(path.suffix.removeprefix("."))
    if form is None:
        return load(read(path))
    try:
        store.bulk_load(path=path, format=form)
    except (OSError, SyntaxError) as error:
        raise GraphError(f"{path}: {error}") from error
    return store


def _table(results: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> Table:
    if isinstance(results, ox.QueryBoolean):
        truth = bool(results)
        return Table(("answer",), ((Term("literal", str(truth).lower(), XSD.boolean.value),),), truth)
    if isinstance(results, ox.QueryTriples):
        return Table(("subject", "predicate", "object"), tuple(tuple(map(_term, triple)) for triple in results))
    columns = tuple(variable.value for variable in results.variables)
    return Table(columns, tuple(tuple(map(_term, solution)) for solution in results))


def _term(term: Any) -> Term | None:
    if term is None:
        return None
    if isinstance(term, ox.NamedNode):
        return Term("uri", term.value)
    if isinstance(term, ox.Literal):
        datatype = None if term.language or term.datatype == XSD.string else term.datatype.value
        return Term("literal", term.value, datatype, term.language)
    return Term("bnode", getattr(term, "value", str(term)))


def _binding(term: Term) -> dict[str, str]:
    fields = {"type": term.kind, "value": term.value, "datatype": term.datatype, "xml:lang": term.language}
    return {name: value for name, value in fields.items() if value is not None}


def _one_line(term: Term | None) -> str:
    return " ".join(term.value.split()) if term else ""


def _explain(sparql: str, message: str) -> str:
    """The engine's message without its list of all that it would have understood."""
    match = _POSITION.fullmatch(message)
    if not match:
        return message
    line, column = int(match[1]), int(match[2])
    rest = "\n".join(sparql.split("\n")[line - 1 :])[column - 1 :].strip().split("\n")[0]
    near = f"{rest[:_SHOWN]!r}" if rest else "the end of the query"
    reason = "unknown prefix before" if "Prefix not found" in match[3] else "not understood:"
    return f"line {line}, column {column}: {reason} {near}"
