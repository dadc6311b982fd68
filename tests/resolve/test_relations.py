"""One relation for all that says the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from kg.model import Entity, Evidence, Extraction, Link, Relation, RelationMention, Time
from kg.resolve.relations import resolve_relations
from kg.resolve.sources import Reading
from tests.reports import report

ANN, ACME, OSLO = "[Ann Lee](person)", "[Acme](organization)", "[Oslo](place)"


def said(text: str, **fields: object) -> Extraction:
    """A report whose first name and, if there is another, second are subject and object of a relation."""
    extraction = report(text, name=re.sub(r"\W+", "-", text))
    subject, *others = (mention.id for mention in extraction.mentions)
    known: dict[str, object] = {"type": "holds_position", "object": next(iter(others), None), "value": None, "score": 0.8}
    end = len(extraction.article.text)
    mention = RelationMention(id="r0", subject=subject, start=0, end=end, **known | fields)  # type: ignore[arg-type]
    return replace(extraction, relations=(mention,))


def resolved(*extractions: Extraction, entities: tuple[Entity, ...] = ()) -> tuple[Relation, ...]:
    """The relations of some reports, where equal names are one entity."""
    readings = [Reading.of(extraction) for extraction in extractions]
    entity_of: Mapping[tuple[int, str], str] = {
        (number, chain.id): chain.name for number, reading in enumerate(readings) for chain in reading.extraction.chains
    }
    return resolve_relations(readings, entities, entity_of)


def test_reports_of_one_fact_are_one_relation_with_all_their_evidence() -> None:
    first, second = said(f"{ANN}, director of {ACME}", value="director"), said(f"{ANN}, {ACME}'s Director", value="Director")
    (relation,) = resolved(first, second)
    assert (relation.type, relation.subject, relation.object) == ("holds_position", "Ann Lee", "Acme")
    assert sorted(piece.text for piece in relation.evidence) == sorted(e.article.text for e in (first, second))


def test_the_order_of_reports_changes_nothing() -> None:
    reports = [said(f"{ANN}, director of {ACME}", value="director"), said(f"{ANN}, {ACME}'s Director", value="Director")]
    assert resolved(*reports) == resolved(*reversed(reports))


def test_another_position_is_another_relation() -> None:
    assert len(resolved(said(f"{ANN} of {ACME}", value="director"), said(f"{ANN} at {ACME}", value="founder"))) == 2


def test_the_best_score_counts() -> None:
    (relation,) = resolved(said(f"{ANN} of {ACME}", score=0.4), said(f"{ANN} at {ACME}", score=0.9))
    assert relation.score == 0.9


@pytest.mark.parametrize(("first", "second", "former"), [(True, True, True), (True, False, False), (False, False, False)])
def test_a_relation_is_over_where_all_reports_say_so(first: bool, second: bool, former: bool) -> None:
    (relation,) = resolved(said(f"{ANN} of {ACME}", former=first), said(f"{ANN} at {ACME}", former=second))
    assert relation.former is former


def test_both_directions_of_a_symmetric_relation_are_one() -> None:
    bob = "[Bob Ray](person)"
    (relation,) = resolved(said(f"{ANN} and {bob}", type="spouse_of"), said(f"{bob} and {ANN}", type="spouse_of"))
    assert (relation.subject, relation.object) == ("Ann Lee", "Bob Ray")


def test_a_position_without_its_organization_joins_the_only_one_of_that_name() -> None:
    (relation,) = resolved(said(f"{ANN} of {ACME}", value="director"), said(f"director {ANN}", value="director"))
    assert relation.object == "Acme"


def test_a_position_without_its_organization_stays_where_there_are_two() -> None:
    of_two = [said(f"{ANN} of {name}", value="director") for name in (ACME, "[Apex](organization)")]
    objects = [relation.object for relation in resolved(*of_two, said(f"director {ANN}", value="director"))]
    assert sorted(objects, key=str) == ["Acme", "Apex", None]


def test_what_relates_a_thing_to_itself_is_left_out() -> None:
    assert resolved(said(f"{ANN} and {ANN}", type="opposes")) == ()


def test_a_side_without_an_entity_leaves_the_relation_out() -> None:
    extraction = said(f"{ANN} of {ACME}")
    assert resolve_relations([Reading.of(extraction)], (), {}) == ()


def test_a_nationality_stands_for_its_country() -> None:
    link = Link("https://sws.geonames.org/3144096/", "Norway", "country", "NO", "Q20", None, None, (), 0.9)
    quote = Evidence("a", 0, 1, "N", 0, 1, "N")
    entities = tuple(
        Entity(name, kind, name, (), 0.9, (quote,), link=link) for name, kind in (("Norwegian", "group"), ("Norway", "place"))
    )
    (relation,) = resolved(said(f"the [Norwegian](group) {OSLO}", type="located_in"), entities=entities)
    assert (relation.subject, relation.object) == ("Norway", "Oslo")


@pytest.mark.parametrize(
    ("time_relation", "value", "begin", "end"),
    [
        ("since", "2019", "2019-01-01", None),
        ("until", "2019-05", None, "2019-05-31"),
        ("in", "2019", None, None),
        ("in", "2015/2019", "2015-01-01", "2019-12-31"),
    ],
)
def test_dates_say_when_a_relation_began_and_ended(time_relation: str, value: str, begin: str | None, end: str | None) -> None:
    extraction = said(f"{ANN} of {ACME} then", time="t9", time_relation=time_relation)
    time = Time(0, 1, "t9", "A", "date", value, None)
    (relation,) = resolved(replace(extraction, times=(time,)))
    assert (relation.begin, relation.end) == (begin, end)
