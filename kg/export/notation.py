"""How terms are written: a notation makes IRIs and literals into text, and a row is a property and a value so written.

The mapping to RDF is written once (`kg.export.rdf`) and asks its notation for every term; text is all that flows from there to
the file. That is several times as fast as an object for every term.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from json import JSONEncoder
from typing import Final

from kg.export.vocabulary import TYPE, XSD

Row = tuple[str, str]
"""A property and its value, as a notation writes them, for a subject that is known from elsewhere."""

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[\w.-]*[\w-])?", re.ASCII)
_quote = JSONEncoder(ensure_ascii=False).encode  # the escapes of JSON are those of Turtle


class Names(dict[str, str]):
    """IRI -> how it is written: with a prefix where there is one for its namespace, else in full."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        super().__init__()
        self._prefixes = {iri: prefix for prefix, iri in prefixes.items()}

    def __missing__(self, iri: str) -> str:
        end = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix = self._prefixes.get(iri[:end])
        known = prefix is not None and _LOCAL.fullmatch(iri, end)
        name = self[iri] = self.short(f"{prefix}:{iri[end:]}") if known else self.full(iri)
        return name

    def full(self, iri: str) -> str:
        """An IRI in full."""
        return f"<{iri}>"

    def short(self, name: str) -> str:
        """A name with a prefix."""
        return name


class NTriples:
    """The notation of N-Triples: everything in full. The others are made from it."""

    def __init__(self, names: Names | None = None) -> None:
        self.names = Names({}) if names is None else names

    def subject(self, iri: str) -> str:
        """An IRI as a subject."""
        return self.names[iri]

    def ref(self, iri: str) -> str:
        """An IRI as a value."""
        return self.names[iri]

    def subject_in_full(self, iri: str) -> str:
        """An IRI as a subject for which there is no prefix; faster where there are many."""
        return f"<{iri}>"

    def ref_in_full(self, iri: str) -> str:
        """The same as a value."""
        return f"<{iri}>"

    def kind(self, iri: str) -> str:
        """An IRI as the value of ``rdf:type``."""
        return self.ref(iri)

    def text(self, text: str) -> str:
        """A plain literal."""
        return _quote(text)

    def typed(self, text: str, datatype: str) -> str:
        """A literal of a datatype."""
        return f"{_quote(text)}^^{self.names[datatype]}"

    def triple(self, subject: str, predicate: str, value: str) -> str:
        """A triple as a value (RDF 1.2)."""
        return f"<<( {subject} {predicate} {value} )>>"

    def decimal(self, number: float) -> str:
        """A score or coordinate, with four decimals at most."""
        return self.typed(repr(number), XSD.decimal)

    def index(self, number: int) -> str:
        """A place in a text, counted in code points."""
        return self.typed(str(number), XSD.nonNegativeInteger)

    def count(self, number: int) -> str:
        """A whole number."""
        return self.typed(str(number), XSD.integer)

    def truth(self, value: bool) -> str:
        """A truth value."""
        return self.typed(str(value).lower(), XSD.boolean)

    def dated(self, text: str) -> str:
        """A point in time with the datatype that its form has; a plain literal if it has none."""
        datatype = datatype_of(text)
        return self.typed(text, datatype) if datatype else self.text(text)


class Turtle(NTriples):
    """The notation of Turtle and TriG: names with prefixes, numbers and truth values bare."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        super().__init__(Names(prefixes))
        self.names[TYPE] = "a"
        self._index = '"^^' + self.names[XSD.nonNegativeInteger]

    def decimal(self, number: float) -> str:  # noqa: D102 - as above
        return repr(number)

    def index(self, number: int) -> str:  # noqa: D102 - as above
        return f'"{number}{self._index}'

    def count(self, number: int) -> str:  # noqa: D102 - as above
        return str(number)

    def truth(self, value: bool) -> str:  # noqa: D102 - as above
        return str(value).lower()


_TEMPORAL: Final = (
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?", re.ASCII), XSD.dateTime),
    (re.compile(r"\d{4}-\d\d-\d\d", re.ASCII), XSD.date),
    (re.compile(r"\d{4}-\d\d", re.ASCII), XSD.gYearMonth),
    (re.compile(r"\d{4}", re.ASCII), XSD.gYear),
)


def datatype_of(text: str) -> str | None:
    """The datatype of a point in time, told by its form.

    >>> datatype_of("2023-09")
    'http://www.w3.org/2001/XMLSchema#gYearMonth'
    """
    return next((datatype for form, datatype in _TEMPORAL if form.fullmatch(text)), None)
