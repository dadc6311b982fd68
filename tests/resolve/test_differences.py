"""Where the sources of an event differ, each claim with its words."""

from __future__ import annotations

import pytest

from kg.model import Difference, Event, Extraction
from kg.resolve import resolve
from tests.reports import report

ANN, BOB = "[Ann Lee](person)", "[Bob Ray](person)"
MET = "[met](Meeting)"
MONDAY = "on [Monday](2023-09-11)"
Claims = dict[tuple[str, str], dict[str, list[str]]]


def events(*texts: str | Extraction) -> tuple[Event, ...]:
    reports = [
        text if isinstance(text, Extraction) else report(text, name=f"a{i}", published=f"2023-09-{12 + i}")
        for i, text in enumerate(texts)
    ]
    return resolve(reports).events


def differences(*texts: str | Extraction) -> Claims:
    """(aspect, of) -> what is claimed -> in which words, of the only event."""
    (event,) = events(*texts)
    return {(found.aspect, found.of): _claims(found) for found in event.differences}


def _claims(difference: Difference) -> dict[str, list[str]]:
    return {claim.value: [piece.text for piece in claim.evidence] for claim in difference.claims}


# ---- how many and how long ---------------------------------------------------------------------------------------


def test_two_numbers_in_one_role_differ_each_with_its_words() -> None:
    first = f"[12 people](person) were [killed](Death) in [Oslo](place) {MONDAY}."
    second = f"[14 people](person) [died](Death) in [Oslo](place) {MONDAY}."
    assert differences(first, second) == {("number", "participant"): {"12": ["12 people"], "14": ["14 people"]}}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("[12 people](person) [died](Death)", "[twelve people](person) [died](Death)", id="the same in words"),
        pytest.param("At least [12 people](person) [died](Death)", "[14 people](person) [died](Death)", id="at least"),
        pytest.param("[12 people](person) [died](Death)", "[2 children](person) [died](Death)", id="some of them"),
        pytest.param("[12 people](person) [died](Death)", "[several people](person) [died](Death)", id="no number"),
        pytest.param("[12 people](person) [died](Death)", "[900 people](person) [died](Death)", id="hardly of one thing"),
    ],
)
def test_numbers_that_can_both_be_true_do_not_differ(first: str, second: str) -> None:
    assert differences(f"{first} in [Oslo](place) {MONDAY}.", f"{second} in [Oslo](place) {MONDAY}.") == {}


def test_bare_numbers_of_victims_count() -> None:
    first = f"A fire in [Oslo](place) [killed](Death) 12 {MONDAY}."
    second = f"At least 14 were [killed](Death) in [Oslo](place) {MONDAY}."
    assert differences(first, second) == {("number", "victim"): {"12": ["12"], "at least 14": ["At least 14"]}}


def test_a_number_for_a_year_is_not_one_of_a_day() -> None:
    first = f"[12 people](person) [died](Death) in [Oslo](place) {MONDAY}."
    second = "[14 people](person) [died](Death) in [Oslo](place) in [2023](2023)."
    assert all(not event.differences for event in events(first, second))


@pytest.mark.parametrize(
    "text",
    [
        f"{ANN} {MET} {BOB} for [about four hours](PT4H) in [Oslo](place) {MONDAY}.",
        f"{ANN} and {BOB} {MET} in [Oslo](place) {MONDAY} for [about four hours](PT4H).",
    ],
)
def test_how_long_it_took_differs(text: str) -> None:
    first = f"{ANN} {MET} {BOB} for [two hours](PT2H) in [Oslo](place) {MONDAY}."
    assert differences(first, text) == {("duration", ""): {"2 hours": ["two hours"], "about 4 hours": ["about four hours"]}}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{ANN} {MET} {BOB} after waiting [four hours](PT4H) in [Oslo](place) {MONDAY}.", id="of something else"),
        pytest.param(f"{ANN} {MET} {BOB} for [some hours](PTXH) in [Oslo](place) {MONDAY}.", id="no number"),
        pytest.param(f"{ANN} {MET} {BOB} for [120 minutes](PT120M) in [Oslo](place) {MONDAY}.", id="in other units"),
    ],
)
def test_other_lengths_do_not_differ(text: str) -> None:
    assert differences(f"{ANN} {MET} {BOB} for [two hours](PT2H) in [Oslo](place) {MONDAY}.", text) == {}


# ---- where -------------------------------------------------------------------------------------------------------


def test_two_towns_differ() -> None:
    first, second = (f"{ANN} {MET} {BOB} in [{town}](place) {MONDAY}." for town in ("Bergen", "Trondheim"))
    assert differences(first, second) == {("place", ""): {"Bergen": ["Bergen"], "Trondheim": ["Trondheim"]}}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("[Bergen](place)", "[Norway](place)", id="a town and its country"),
        pytest.param("[Bergen](place)", "[Lillby](place)", id="a place that no gazetteer knows"),
        pytest.param("[Bergen](place)", "[Northgate Palace](facility)", id="a building"),
    ],
)
def test_places_that_may_lie_in_each_other_do_not_differ(first: str, second: str) -> None:
    assert differences(*(f"{ANN} {MET} {BOB} in {place} {MONDAY}." for place in (first, second))) == {}


def test_what_one_article_states_side_by_side_does_not_differ() -> None:
    both = f"{ANN} {MET} {BOB} in [Bergen](place) {MONDAY}. The [talks](Meeting v0) went on in [Trondheim](place)."
    other = f"{ANN} {MET} {BOB} in [Trondheim](place) {MONDAY}."
    assert differences(both, other) == {}


# ---- whether -----------------------------------------------------------------------------------------------------


def test_what_is_asserted_and_denied_is_said_of_both_events() -> None:
    said, denied = f"{ANN} {MET} {BOB} {MONDAY}.", f"{ANN} [did not meet](Meeting negative) {BOB} {MONDAY}."
    for event in events(said, denied):
        (difference,) = event.differences
        assert difference.aspect == "status"
        assert _claims(difference) == {"certain": ["met"], "denied": ["did not meet"]}


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(f"{ANN} [will meet](Meeting planned) {BOB} {MONDAY}.", id="a plan that was carried out"),
        pytest.param(f"{ANN} [did not meet](Meeting negative) {BOB} in [June](2023-06).", id="another time"),
        pytest.param(f"{ANN} [did not meet](Meeting negative) [Cid Ford](person) {MONDAY}.", id="another person"),
        pytest.param(f"{ANN} [would not meet](Meeting negative planned) {BOB} {MONDAY}.", id="no plan"),
    ],
)
def test_what_does_not_deny_it_is_no_difference(other: str) -> None:
    assert [event.differences for event in events(f"{ANN} {MET} {BOB} {MONDAY}.", other) if event.differences] == []


# ---- all ---------------------------------------------------------------------------------------------------------


def test_one_article_alone_differs_with_nobody() -> None:
    text = f"[12 people](person) [died](Death) in [Oslo](place) {MONDAY}. [14 people](person) [died](Death v0), others said."
    assert all(not event.differences for event in events(text))


def test_the_order_of_articles_changes_nothing() -> None:
    texts = [f"{ANN} {MET} {BOB} in [{town}](place) {MONDAY}." for town in ("Bergen", "Trondheim", "Bergen")]
    reports = [report(text, name=f"a{i}", published=f"2023-09-{12 + i}") for i, text in enumerate(texts)]
    assert events(*reports) == events(*reversed(reports))
