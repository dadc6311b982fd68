"""When things happened, in RDF."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.export.notation import NTriples, Row, datatype_of
from kg.export.vocabulary import SCHEMA, SEM, TIME_FIELDS, XSD
from kg.model import EventTime

_RANGE: Final = "range"


def time_rows(time: EventTime, notation: NTriples) -> Iterator[Row]:
    """When something happened.

    One known day has a time stamp. A longer time is either what it took (begin and end) or that within which it happened
    (earliest begin and latest end); where that is a month or year, this is a time stamp, too.
    """
    name = notation.names
    yield from ((name[term], notation.text(getattr(time, field))) for field, term in TIME_FIELDS.items())
    if time.begin is not None and time.begin == time.end:
        begins: tuple[str, ...] = (SEM.hasTimeStamp, SCHEMA.startDate)
        ends: tuple[str, ...] = (SCHEMA.endDate,)
    elif time.granularity == _RANGE:
        begins, ends = (SEM.hasBeginTimeStamp, SCHEMA.startDate), (SEM.hasEndTimeStamp, SCHEMA.endDate)
    else:
        begins, ends = (SEM.hasEarliestBeginTimeStamp,), (SEM.hasLatestEndTimeStamp,)
        if datatype_of(time.value) in {XSD.gYearMonth, XSD.gYear}:
            yield name[SEM.hasTimeStamp], notation.dated(time.value)
    yield from ((name[term], notation.dated(time.begin)) for term in begins if time.begin is not None)
    yield from ((name[term], notation.dated(time.end)) for term in ends if time.end is not None)


BEGINS: Final = (SCHEMA.startDate, SEM.hasEarliestBeginTimeStamp)
ENDS: Final = (SCHEMA.endDate, SEM.hasLatestEndTimeStamp)
"""Where `time_rows` has written first and last day: what a reader looks for, in this order."""
