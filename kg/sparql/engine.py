"""Oxigraph: what is loaded into it, what it is asked, and its errors in words."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from kg.errors import GraphError, QueryError
from kg.export import read
from kg.export.rdf_graph import ntriples
from kg.export.vocabulary import PREFIXES, XSD
from kg.graph import KnowledgeGraph
from kg.sparql.table import Table, Term

_TOKEN: Final = re.compile(
    r"""(?P<skip><[^<>"{}|^`\\\s]*> | \"{3}.*?(?<!\\)\"{3} | '{3}.*?(?<!\\)'{3} | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*'
      | \#[^\n]* | [?$@]\w+ | [\w.-]*:[\w.:%\\-]*) | (?P<word>[A-Za-z]+)""",
    re.VERBOSE | re.DOTALL,
)
_UPDATES: Final = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY"})
_POSITION: Final = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_SHOWN: Final = 30


def check(sparql: str) -> None:
    """Whether a query may be run at all.

    Raises:
        QueryError: it asks another machine.
    """
    if "SERVICE" in _words(sparql):
        raise QueryError("SERVICE is refused: kg asks no other machine")


def run(store: ox.Store, sparql: str, rows: int | None = None) -> Table:
    """The answer of a store.

    Args:
        store: what `load` gave.
        sparql: a SELECT, ASK, CONSTRUCT or DESCRIBE query.
        rows: how many rows the answer may have.

    Raises:
        QueryError: the query is wrong (with line and column), would change something, or has a larger answer.
    """
    try:
        return _table(store.query(sparql, prefixes=PREFIXES, use_default_graph_as_union=True), rows)
    except SyntaxError as error:
        if _words(sparql) & _UPDATES:
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
        store.bulk_load(ntriples(source), format=ox.RdfFormat.N_TRIPLES)
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


def dump(source: KnowledgeGraph | str | Path) -> bytes:
    """All triples of a graph or file as N-Triples, in whatever named graphs they stand.

    Raises:
        GraphError, UnknownFormat: as `load`.
    """
    triples = (ox.Triple(quad.subject, quad.predicate, quad.object) for quad in load(source))
    return ox.serialize(dict.fromkeys(triples), format=ox.RdfFormat.N_TRIPLES) or b""


def _words(sparql: str) -> set[str]:
    return {match["word"].upper() for match in _TOKEN.finditer(sparql) if match["word"]}


def _table(results: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, most: int | None) -> Table:
    if isinstance(results, ox.QueryBoolean):
        truth = bool(results)
        return Table(("answer",), ((Term("literal", str(truth).lower(), XSD.boolean),),), truth)
    if isinstance(results, ox.QueryTriples):
        columns: tuple[str, ...] = ("subject", "predicate", "object")
    else:
        columns = tuple(variable.value for variable in results.variables)
    rows = tuple(tuple(map(_term, row)) for row in islice(results, None if most is None else most + 1))
    if most is not None and len(rows) > most:
        raise QueryError(f"the answer has more than {most:,} rows: ask for less, or add LIMIT")
    return Table(columns, rows)


def _term(term: Any) -> Term | None:
    if term is None:
        return None
    if isinstance(term, ox.NamedNode):
        return Term("uri", term.value)
    if isinstance(term, ox.Literal):
        datatype = None if term.language or term.datatype.value == XSD.string else term.datatype.value
        return Term("literal", term.value, datatype, term.language)
    return Term("bnode", getattr(term, "value", str(term)))


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
