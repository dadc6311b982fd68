"""TIMEX3 values on the calendar."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.timex import interval

INTERVALS = [
    # value, first day, last day, granularity
    ("2023-09-13", "2023-09-13", "2023-09-13", "day"),
    ("2023-W37", "2023-09-11", "2023-09-17", "week"),
    ("2023-W37-WE", "2023-09-16", "2023-09-17", "weekend"),
    ("2023-W37-3", "2023-09-13", "2023-09-13", "day"),
    ("2023-09", "2023-09-01", "2023-09-30", "month"),
    ("2024-02", "2024-02-01", "2024-02-29", "month"),
    ("2023-12", "2023-12-01", "2023-12-31", "month"),
    ("2023-Q3", "2023-07-01", "2023-09-30", "quarter"),
    ("2023-Q4", "2023-10-01", "2023-12-31", "quarter"),
    ("2023-H1", "2023-01-01", "2023-06-30", "half"),
    ("2023-SU", "2023-06-01", "2023-08-31", "season"),
    ("2023-WI", "2023-12-01", "2024-02-29", "season"),
    ("2023", "2023-01-01", "2023-12-31", "year"),
    ("199", "1990-01-01", "1999-12-31", "decade"),
    ("19", "1900-01-01", "1999-12-31", "century"),
    ("00", "0001-01-01", "0099-12-31", "century"),
    ("2023-09-13/2023-09-15", "2023-09-13", "2023-09-15", "range"),
    ("2019/2021", "2019-01-01", "2021-12-31", "range"),
    ("2019/", "2019-01-01", None, "range"),
    ("../2021-05", None, "2021-05-31", "range"),
    ("2023-09-13T21", "2023-09-13", "2023-09-13", "time"),
    ("2023-09-13T21:43:00Z", "2023-09-13", "2023-09-13", "time"),
    ("2023-09-13TNI", "2023-09-13", "2023-09-13", "time"),
    ("T15:00", None, None, "time"),
    ("TMO", None, None, "time"),
]

NOWHERE = [
    "",
    "PAST_REF",
    "PRESENT_REF",
    "P2D",
    "PT4H",
    "PXM",
    "XXXX-09-13",
    "XXXX-WXX-3",
    "FY2010",
    "-0508",
    "2023-02-30",
    "2023-13",
    "2023-W54",
    "2023-Q5",
    "0000",
    "/",
    "2021/2019",
    "2019/P2Y",
    "２０２３",
]


@pytest.mark.parametrize(("value", "begin", "end", "granularity"), INTERVALS)
def test_a_value_is_an_interval_of_days(value: str, begin: str | None, end: str | None, granularity: str) -> None:
    found = interval(value)
    assert found is not None
    days = (found.begin, found.end)
    assert days == tuple(date.fromisoformat(day) if day else None for day in (begin, end))
    assert found.granularity == granularity


@pytest.mark.parametrize("value", NOWHERE)
def test_what_has_no_place_on_the_calendar_has_no_interval(value: str) -> None:
    assert interval(value) is None


@given(st.dates())
def test_a_day_is_its_own_interval_and_lies_in_its_month_and_year(day: date) -> None:
    for value in (day.isoformat(), f"{day.year:04d}-{day.month:02d}", f"{day.year:04d}"):
        found = interval(value)
        assert found is not None and found.begin is not None and found.end is not None
        assert found.begin <= day <= found.end


@given(st.one_of(st.text(), st.text(alphabet="0123456789-/TWQHXPSUWIFAE.:Z")))
def test_no_text_breaks_it_and_no_interval_ends_before_it_begins(text: str) -> None:
    found = interval(text)
    if found and found.begin and found.end:
        assert found.begin <= found.end
