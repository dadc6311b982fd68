"""The formats of answers, and which of them a client wants (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from kg.export.vocabulary import PREFIXES
from kg.serve.page import table_page
from kg.sparql import Table, Term


@dataclass(frozen=True, slots=True)
class Format:
    """A format of answers.

    Attributes:
        media_type: what it is called.
        write: the answer in it.
        aliases: other names that mean it.
    """

    media_type: str
    write: Callable[[Table], bytes]
    aliases: tuple[str, ...] = ()

    @property
    def content_type(self) -> str:
        """The value of the header."""
        return f"{self.media_type}; charset=utf-8"


def _results(form: ox.QueryResultsFormat) -> Callable[[Table], bytes]:
    """A writer of rows and truth values: the engine's, over the JSON of the table."""

    def write(table: Table) -> bytes:
        return ox.parse_query_results(table.to_json(), ox.QueryResultsFormat.JSON).serialize(format=form) or b""

    return write


def _triples(form: ox.RdfFormat, prefixes: dict[str, str] | None = None) -> Callable[[Table], bytes]:
    """A writer of the answers to CONSTRUCT and DESCRIBE."""

    def write(table: Table) -> bytes:
        triples = dict.fromkeys(ox.Triple(*map(_term, row)) for row in table.terms)  # type: ignore[arg-type]
        return ox.serialize(triples, format=form, prefixes=prefixes) or b""

    return write


def _term(term: Term | None) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    assert term is not None  # no triple has an unbound part
    if term.kind == "uri":
        return ox.NamedNode(term.value)
    if term.kind == "bnode":
        return ox.BlankNode(term.value)
    datatype = ox.NamedNode(term.datatype) if term.datatype else None
    return ox.Literal(term.value, datatype=datatype, language=term.language)


ROWS: Final = (
    Format("application/sparql-results+json", lambda table: table.to_json().encode(), ("application/json",)),
    Format("application/sparql-results+xml", _results(ox.QueryResultsFormat.XML), ("application/xml", "text/xml")),
    Format("text/csv", lambda table: table.to_csv().encode()),
    Format("text/tab-separated-values", _results(ox.QueryResultsFormat.TSV)),
    Format("text/html", table_page, ("application/xhtml+xml",)),
)
"""The formats of answers to SELECT and ASK, the preferred one first."""

TRUTHS: Final = tuple(form for form in ROWS if form.media_type != "text/tab-separated-values")
"""Those of answers to ASK: the writer of TSV knows rows only."""

TRIPLES: Final = (
    Format("text/turtle", _triples(ox.RdfFormat.TURTLE, PREFIXES), ("application/x-turtle",)),
    Format("application/n-triples", _triples(ox.RdfFormat.N_TRIPLES), ("text/plain",)),
    Format("application/ld+json", _triples(ox.RdfFormat.JSON_LD), ("application/json",)),
    Format("application/rdf+xml", _triples(ox.RdfFormat.RDF_XML), ("application/xml",)),
    Format("text/html", table_page, ("application/xhtml+xml",)),
)
"""The formats of answers to CONSTRUCT and DESCRIBE."""


def choose(accept: str, formats: Iterable[Format]) -> Format | None:
    """The format that a client likes best, of equals the first; None where it takes none of them.

    Args:
        accept: value of the header ``Accept``; empty for anything.
        formats: those that there are.
    """
    known = dict(_read_range(part) for part in accept.split(",") if part.strip()) or {"*/*": 1.0}
    best, liked = None, 0.0
    for form in formats:
        quality = max(_quality(form.media_type, known), *(known.get(alias, 0.0) for alias in form.aliases), 0.0)
        if quality > liked:
            best, liked = form, quality
    return best


def _read_range(text: str) -> tuple[str, float]:
    """A media range and how much it is liked, 0..1."""
    name, *parameters = (part.strip().lower() for part in text.split(";"))
    weight = next((value[2:] for value in parameters if value.startswith("q=")), "1")
    try:
        return name, float(weight)
    except ValueError:
        return name, 0.0


def _quality(media_type: str, ranges: Mapping[str, float]) -> float:
    """How much a media type is liked: what the most exact range that it fits says."""
    family = media_type.partition("/")[0]
    return next((ranges[name] for name in (media_type, f"{family}/*", "*/*") if name in ranges), 0.0)
