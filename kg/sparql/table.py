"""The answer to a query as Python values, text, CSV and JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from html import escape
from typing import Final, Literal

from kg.export.vocabulary import XSD

Value = str | int | float | bool | date | None

_PYTHON: Final[Mapping[str, Callable[[str], Value]]] = {
    **dict.fromkeys((XSD.iri + name for name in ("integer", "int", "long", "nonNegativeInteger", "positiveInteger")), int),
    **dict.fromkeys((XSD.iri + name for name in ("decimal", "double", "float")), float),
    XSD.iri + "boolean": {"true": True, "1": True, "false": False, "0": False}.__getitem__,
    XSD.iri + "date": date.fromisoformat,
    XSD.iri + "dateTime": datetime.fromisoformat,
}


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


def _binding(term: Term) -> dict[str, str]:
    fields = {"type": term.kind, "value": term.value, "datatype": term.datatype, "xml:lang": term.language}
    return {name: value for name, value in fields.items() if value is not None}


def _one_line(term: Term | None) -> str:
    return " ".join(term.value.split()) if term else ""
