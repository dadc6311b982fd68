"""Dates of newspaper lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ingest.dates import is_date_line, parse_date, split_trailing_date


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sep 13, 2023 09:43 PM", "2023-09-13T21:43:00"),
        ("14 September 2023", "2023-09-14"),
        ("September 13th, 2023", "2023-09-13"),
        ("13th of September, 2023", "2023-09-13"),
        ("Sept. 13, 2023", "2023-09-13"),
        ("13-Sep-2023", "2023-09-13"),
        ("2023-09-13", "2023-09-13"),
        ("2023/09/13", "2023-09-13"),
        ("2023-09-13T21:43:00", "2023-09-13T21:43:00"),
        ("2023-09-13T21:43:00Z", "2023-09-13T21:43:00+00:00"),
        ("2023-09-13 21:43:05.120 +08:00", "2023-09-13T21:43:05+08:00"),
        ("Fri, 11 Nov 2011 at 09:56 IST", "2011-11-11T09:56:00"),
        ("November 15, 2011 6:07:15 PM GMT+01", "2011-11-15T18:07:15+01:00"),
        ("12:17 am, Monday, September 16, 2013", "2013-09-16T00:17:00"),
        ("12:05 p.m. Sept 16, 2013", "2013-09-16T12:05:00"),
        ("Monday 16 September 2013 03.31 BST", "2013-09-16T03:31:00"),
        ("2 A.M. FEB. 4, 2009", "2009-02-04T02:00:00"),
        ("on April 30, 2008 at 4:31 AM, updated May 1, 2008 at 8:33 AM", "2008-04-30T04:31:00"),
        ("13/09/2023", "2023-09-13"),
        ("09/13/2023 01:03 PM", "2023-09-13T13:03:00"),
        ("13.09.2023", "2023-09-13"),
        ("04/04/2023", "2023-04-04"),
    ],
)
def test_dates(text: str, value: str) -> None:
    assert parse_date(text) == value
    assert is_date_line(text)


@pytest.mark.parametrize(
    "text", ["03/04/2023", "9:06 AM", "Sept. 13", "May 2023", "31 February 2023", "2/30/2007", "0000-13-45"]
)
def test_what_is_ambiguous_or_impossible_stays_unresolved(text: str) -> None:
    assert parse_date(text) is None


def test_an_impossible_time_leaves_the_day() -> None:
    assert parse_date("2023-09-13 25:61") == "2023-09-13"


@pytest.mark.parametrize("text", ["May 4 was a Monday", "In 2019", "Monday", "", "the 4th of May"])
def test_words_besides_the_date(text: str) -> None:
    assert not is_date_line(text)


def test_trailing_dates() -> None:
    assert split_trailing_date("GENEVA, Tuesday, Oct. 3, 2023") == ("GENEVA", "Tuesday, Oct. 3, 2023")
    assert split_trailing_date("BEIJING 3 October") == ("BEIJING", "3 October")
    assert split_trailing_date("SEOUL, South Korea") == ("SEOUL, South Korea", "")


@given(st.text(alphabet="0123456789:/-.+ TZapmSept, GMT\N{ARABIC-INDIC DIGIT TWO}", max_size=60))
def test_no_line_is_too_odd(text: str) -> None:
    parse_date(text)
    is_date_line(text)
