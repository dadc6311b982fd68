"""Triples by property: what a reader looks things up in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import Quad

from kg.errors import GraphError
from kg.export.vocabulary import RDF


class Column(dict[str, str]):
    """The values of one property: subject -> the first; the others, where there are any, in ``more``."""

    def __init__(self) -> None:
        super().__init__()
        self.more: dict[str, dict[str, None]] = {}

    def add(self, subject: str, value: str) -> None:
        """Add a value; one that is there already is passed over."""
        first = self.setdefault(subject, value)
        if first is not value and first != value:
            self.more.setdefault(subject, {})[value] = None

    def all(self, subject: str) -> list[str]:
        """The values of a subject."""
        return [self[subject], *self.more.get(subject, ())] if subject in self else []

    def subjects(self, value: str) -> list[str]:
        """The subjects that have a value."""
        return [s for s, first in self.items() if first == value] + [s for s, more in self.more.items() if value in more]


class Columns(defaultdict[str, Column]):
    """Property -> subject -> values. A table for each property has far fewer objects than one for each subject."""

    def __init__(self) -> None:
        super().__init__(Column)

    def get_first(self, subject: str, *terms: str) -> str | None:
        """The value of the first of these properties that has one."""
        return next((value for term in terms if (value := self[term].get(subject)) is not None), None)

    def text(self, subject: str, term: str) -> str:
        """A value, or nothing."""
        return self[term].get(subject, "")

    def one(self, subject: str, term: str) -> str:
        """A value that has to be there.

        Raises:
            GraphError: it is not.
        """
        try:
            return self[term][subject]
        except KeyError as error:
            raise GraphError(f"not a whole graph of kg: <{term}> of <{subject}> is missing") from error


def read_columns(quads: Iterable[Quad]) -> Columns:
    """The quads by property, whatever their graph; of a triple that is spoken of (RDF 1.2), its parts."""
    columns = Columns()
    last, iri = None, ""
    for subject, predicate, value, _ in quads:
        if subject != last:  # else one text with one hash for all triples of a subject
            last, iri = subject, subject.value
        try:
            columns[predicate.value].add(iri, value.value)
        except AttributeError:  # a triple, with RDF 1.2
            for part in ("subject", "predicate", "object"):
                columns[RDF.term(part)].add(iri, getattr(value, part).value)
    return columns
