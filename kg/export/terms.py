"""Rows, literals and times in RDF."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple

from kg.export.vocabulary import SCHEMA, SEM, TIME_FIELDS, XSD
from kg.model import EventTime

Term = NamedNode | Literal
Row = tuple[NamedNode, Term]
"""A property and its value, for a subject that is known from elsewhere."""

_RANGE: Final = "range"
_TEMPORAL: Final = (
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?"), XSD.dateTime),
    (re.compile(r"\d{4}-\d\d-\d\d"), XSD.date),
    (re.compile(r"\d{4}-\d\d"), XSD.gYearMonth),
    (re.compile(r"\d{4}"), XSD.gYear),
)


def describe(subject: NamedNode, rows: Iterable[Row]) -> Iterator[Triple]:
    """The triples of one subject, none of them twice."""
    return (Triple(subject, predicate, value) for predicate, value in dict.fromkeys(rows))


def decimal(score: float) -> Literal:
    """A score."""
    return Literal(repr(score), datatype=XSD.decimal)


def index(number: int) -> Literal:
    """A place in a text, counted in code points."""
    return Literal(str(number), datatype=XSD.nonNegativeInteger)


def dated(text: str) -> Literal:
    """A point in time with the datatype that its form has; a plain literal if it has none.

    >>> dated("2023-09").datatype.value
    'http://www.w3.org/2001/XMLSchema#gYearMonth'
    """
    return next((Literal(text, datatype=kind) for form, kind in _TEMPORAL if form.fullmatch(text)), Literal(text))


def time_rows(time: EventTime) -> Iterator[Row]:
    """When something happened.

    One known day has a time stamp. A longer time is either what it took (begin and end) or that within which it happened
    (earliest begin and latest end); where that is a month or year, this is a time stamp, too.
    """
    yield from ((term, Literal(getattr(time, name))) for name, term in TIME_FIELDS.items())
    if time.begin is not None and time.begin == time.end:
        begins: tuple[NamedNode, ...] = (SEM.hasTimeStamp, SCHEMA.startDate)
        ends: tuple[NamedNode, ...] = (SCHEMA.endDate,)
    elif time.granularity == _RANGE:
        begins, ends = (SEM.hasBeginTimeStamp, SCHEMA.startDate), (SEM.hasEndTimeStamp, SCHEMA.endDate)
    else:
        begins, ends = (SEM.hasEarliestBeginTimeStamp,), (SEM.hasLatestEndTimeStamp,)
        if (stamp := dated(time.value)).datatype in {XSD.gYearMonth, XSD.gYear}:
            yield SEM.hasTimeStamp, stamp
    yield from ((term, dated(time.begin)) for term in begins if time.begin is not None)
    yield from ((term, dated(time.end)) for term in ends if time.end is not None)


BEGINS: Final = (SCHEMA.startDate, SEM.hasEarliestBeginTimeStamp)
ENDS: Final = (SCHEMA.endDate, SEM.hasLatestEndTimeStamp)
"""Where `time_rows` has written first and last day: what a reader looks for, in this order."""
