"""Time expressions: where they stand and what they mean."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.times import find_times
from kg.extract.times.finder import INSIDE, RULES
from kg.model import Span, Tense, Time

FRIDAY = "2023-09-15"

Found = list[tuple[str, str, str | None]]


def always(tense: Tense) -> Callable[[int], Tense]:
    return lambda offset: tense


def times(text: str, published: str | None = FRIDAY, tense: Tense = "past") -> Found:
    """Words, type and value of the times of a text; its lines are its sentences."""
    sentences = [Span(line.start(), line.end()) for line in re.finditer(r".+", text)]
    return [(time.text, time.type, time.value) for time in find_times(text, sentences, published, always(tense))]


DAYS: list[tuple[str, str, str]] = [
    # text, words of the time, value; published on Friday, September 15, 2023; past tense
    ("They met on September 13, 2023 at the spaceport.", "September 13, 2023", "2023-09-13"),
    ("They met on 13 September 2023.", "13 September 2023", "2023-09-13"),
    ("They met on Wednesday, September 13, 2023.", "Wednesday, September 13, 2023", "2023-09-13"),
    ("SEOUL, Sept. 13 - The train has left.", "Sept. 13", "2023-09-13"),
    ("He left on 13 Sep for the border.", "13 Sep", "2023-09-13"),
    ("He left on Sept 13th.", "Sept 13th", "2023-09-13"),
    ("He left on the 13th of September.", "the 13th of September", "2023-09-13"),
    ("He left on the first of May.", "the first of May", "2023-05-01"),
    ("Updated 2023-09-13 by the desk.", "2023-09-13", "2023-09-13"),
    ("Updated 9/13/2023 by the desk.", "9/13/2023", "2023-09-13"),
    ("Updated 13/9/2023 by the desk.", "13/9/2023", "2023-09-13"),
    ("Updated 13.09.2023 by the desk.", "13.09.2023", "2023-09-13"),
    ("He left on December 24.", "December 24", "2022-12-24"),
    ("It ran Sept. 13-15 in the capital.", "Sept. 13-15", "2023-09-13/2023-09-15"),
    ("It ran 13–15 September in the capital.", "13–15 September", "2023-09-13/2023-09-15"),
    ("It closed on March 11 this year.", "March 11 this year", "2023-03-11"),
    ("It closed on the last day of February 2024.", "the last day of February 2024", "2024-02-29"),
    ("It opened in the first week of June.", "the first week of June", "2023-W22"),
    ("The towers fell on 9/11.", "9/11", "2001-09-11"),
    ("They spoke on New Year's Day.", "New Year's Day", "2023-01-01"),
    ("They spoke last Thanksgiving.", "last Thanksgiving", "2022-11-24"),
    ("They spoke at Christmas 2019.", "Christmas 2019", "2019-12-25"),
]

PERIODS: list[tuple[str, str, str]] = [
    ("It was built in 2019.", "2019", "2019"),
    ("The 2018 games were cold.", "2018", "2018"),
    ("Sales (2016) were poor.", "2016", "2016"),
    ("He ruled 2012-14.", "2012-14", "2012/2014"),
    ("It was built in late 2006.", "late 2006", "2006"),
    ("It was built in mid-2021.", "mid-2021", "2021"),
    ("It was built in fiscal 2010.", "fiscal 2010", "FY2010"),
    ("It was built in the 1990s.", "the 1990s", "199"),
    ("It was built in the early nineties.", "the early nineties", "199"),
    ("It was built in the '80s.", "the '80s", "198"),
    ("It was built in the 1800s.", "the 1800s", "18"),
    ("It was built in the 19th century.", "the 19th century", "18"),
    ("It was built in 508 BC.", "508 BC", "-0508"),
    ("It was built in AD 842.", "AD 842", "0842"),
    ("It was built in AD842.", "AD842", "0842"),
    ("It was among 2003's films.", "2003", "2003"),
    ("It was among the 2010's films.", "the 2010's", "201"),
    ("Its first form (1480) is lost.", "1480", "1480"),
    ("Q3 sales fell.", "Q3", "2023-Q3"),
    ("It rained in the 30s.", "the 30s", "193"),
    ("It opened in May 2008.", "May 2008", "2008-05"),
    ("It opened in May.", "May", "2023-05"),
    ("It opened in early June.", "early June", "2023-06"),
    ("It opened in October.", "October", "2022-10"),
    ("It opened last March.", "last March", "2023-03"),
    ("It opened in October of last year.", "October of last year", "2022-10"),
    ("Profit rose in the third quarter of 2009.", "the third quarter of 2009", "2009-Q3"),
    ("Profit rose in the first quarter of last year.", "the first quarter of last year", "2022-Q1"),
    ("Profit rose in the second quarter.", "the second quarter", "2023-Q2"),
    ("The final quarter of 2009 was good.", "The final quarter of 2009", "2009-Q4"),
    ("Its third-quarter profit rose.", "third-quarter", "2023-Q3"),
    ("Profit rose in Q3 2009.", "Q3 2009", "2009-Q3"),
    ("Profit rose in the first half of 2009.", "the first half of 2009", "2009-H1"),
    ("It opened in summer 2008.", "summer 2008", "2008-SU"),
    ("It opened in the spring.", "the spring", "2023-SP"),
    ("It opened last fall.", "last fall", "2022-FA"),
]

RELATIVE: list[tuple[str, str, str]] = [
    ("He left on Wednesday.", "Wednesday", "2023-09-13"),
    ("He left on Friday.", "Friday", "2023-09-15"),
    ("After Monday's talks he left.", "Monday", "2023-09-11"),
    ("He left last Friday.", "last Friday", "2023-09-08"),
    ("He left this Thursday.", "this Thursday", "2023-09-14"),
    ("He will have left next Monday.", "next Monday", "2023-09-18"),
    ("He left on Monday of last week.", "Monday of last week", "2023-09-04"),
    ("Talks were scheduled for Monday.", "Monday", "2023-09-18"),
    ("He left today.", "today", "2023-09-15"),
    ("He left earlier today.", "earlier today", "2023-09-15"),
    ("He left yesterday.", "yesterday", "2023-09-14"),
    ("He left the day before yesterday.", "the day before yesterday", "2023-09-13"),
    ("He left this week.", "this week", "2023-W37"),
    ("He left over the weekend.", "the weekend", "2023-W36-WE"),
    ("He left last weekend.", "last weekend", "2023-W36-WE"),
    ("He left last month.", "last month", "2023-08"),
    ("He left at the end of last year.", "the end of last year", "2022"),
    ("He left earlier this year.", "earlier this year", "2023"),
    ("He will leave by the end of the year.", "the end of the year", "2023"),
    ("He left this decade.", "this decade", "202"),
    ("He left two weeks ago.", "two weeks ago", "2023-W35"),
    ("He left three days ago.", "three days ago", "2023-09-12"),
    ("He left more than 40 years ago.", "more than 40 years ago", "1983"),
    ("He left years ago.", "years ago", "PAST_REF"),
    ("He will leave two months from now.", "two months from now", "2023-11"),
    ("He left ten years ago today.", "ten years ago today", "2013-09-15"),
    ("He left a week ago Monday.", "a week ago Monday", "2023-09-04"),
    ("He left two years ago this week.", "two years ago this week", "2021-W37"),
    ("He lived ten thousand years ago.", "ten thousand years ago", "PAST_REF"),
]

TIMES: list[tuple[str, str, str]] = [
    ("He left at 9:43 p.m. on Wednesday.", "9:43 p.m. on Wednesday", "2023-09-13T21:43"),
    ("He left at 9:43 p.m. that Wednesday.", "9:43 p.m.", "2023-09-13T21:43"),
    ("On Wednesday at 3 pm he left.", "3 pm", "2023-09-13T15"),
    ("He left at 12:00 UTC Monday.", "12:00 UTC Monday", "2023-09-11T12:00Z"),
    ("He left at 0600 GMT.", "0600 GMT", "2023-09-15T06:00Z"),
    ("He left at 15:00 local time.", "15:00 local time", "2023-09-15T15:00"),
    ("He left at 21:30.", "21:30", "2023-09-15T21:30"),
    ("He left at 12 a.m.", "12 a.m.", "2023-09-15T00"),
    ("He left at noon.", "noon", "2023-09-15T12:00"),
    ("He left at nine o'clock.", "nine o'clock", "2023-09-15T09"),
    ("He left on Wednesday morning.", "Wednesday morning", "2023-09-13TMO"),
    ("He left last night.", "last night", "2023-09-14TNI"),
    ("He left this afternoon.", "this afternoon", "2023-09-15TAF"),
    ("He arrives tonight.", "tonight", "2023-09-15TNI"),
    ("He left yesterday evening.", "yesterday evening", "2023-09-14TEV"),
    ("The raid came overnight.", "overnight", "2023-09-15TNI"),
]

DURATIONS: list[tuple[str, str, str]] = [
    ("They talked for four hours.", "four hours", "PT4H"),
    ("A two-day visit ended.", "two-day", "P2D"),
    ("A 27-year contract ended.", "27-year", "P27Y"),
    ("It took almost two and a half years.", "almost two and a half years", "P2.5Y"),
    ("It took an hour and a half.", "an hour and a half", "PT1.5H"),
    ("It took half an hour.", "half an hour", "PT0.5H"),
    ("It took twenty-five minutes.", "twenty-five minutes", "PT25M"),
    ("It took 1,200 days.", "1,200 days", "P1200D"),
    ("It took 5 1/2 years.", "5 1/2 years", "P5.5Y"),
    ("It took 2½ hours.", "2½ hours", "PT2.5H"),
    ("It took two hundred days.", "two hundred days", "P200D"),
    ("It took a few hundred days.", "a few hundred days", "PXD"),
    ("It took several months.", "several months", "PXM"),
    ("It took two to three weeks.", "two to three weeks", "PXW"),
    ("They waited for decades.", "decades", "PXDE"),
    ("They waited after months of talks.", "months", "PXM"),
    ("It opened one day after the fire.", "one day", "P1D"),
    ("The week-long strike ended.", "week-long", "P1W"),
    ("A yearlong strike ended.", "yearlong", "P1Y"),
    ("In the past four months it grew.", "the past four months", "P4M"),
    ("Over the next two years it grows.", "the next two years", "P2Y"),
    ("It grew in recent weeks.", "recent weeks", "PXW"),
    ("It grew in the past year.", "the past year", "P1Y"),
]

SETS: list[tuple[str, str, str]] = [
    ("They met every Monday.", "every Monday", "XXXX-WXX-1"),
    ("They met on Mondays.", "Mondays", "XXXX-WXX-1"),
    ("They met on Monday mornings.", "Monday mornings", "XXXX-WXX-1"),
    ("They met every two weeks.", "every two weeks", "P2W"),
    ("They met each May.", "each May", "XXXX-05"),
    ("They met annually.", "annually", "P1Y"),
    ("They met twice a year.", "twice a year", "P1Y"),
    ("They built 15 a year.", "a year", "P1Y"),
    ("Its daily output fell.", "daily", "P1D"),
]


def rows(kind: str, table: list[tuple[str, str, str]]) -> list[tuple[str, str, str, str]]:
    return [(text, words, kind, value) for text, words, value in table]


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        *rows("date", DAYS + PERIODS + RELATIVE),
        *rows("time", TIMES),
        *rows("duration", DURATIONS),
        *rows("set", SETS),
    ],
)
def test_one_time_is_found_and_read(text: str, words: str, kind: str, value: str) -> None:
    found = times(text)
    assert (words, kind, value) in found
    assert len(found) == (2 if "that Wednesday" in text or "On Wednesday at" in text else 1)


@pytest.mark.parametrize("word", sorted(INSIDE))
def test_what_is_said_to_begin_no_time_begins_none(word: str) -> None:
    expressions = [words for _, words, _ in (*DAYS, *PERIODS, *RELATIVE, *TIMES, *DURATIONS, *SETS)]
    assert not [rule.name for rule in RULES for words in expressions if rule.regex.match(f"{word} {words}")]


@pytest.mark.parametrize(
    ("text", "tense", "value"),
    [
        ("on Wednesday", "past", "2023-09-13"),
        ("on Wednesday", "future", "2023-09-20"),
        ("on Wednesday", "none", "2023-09-13"),
        ("by Wednesday", "present", "2023-09-20"),
        ("since Wednesday", "future", "2023-09-13"),
        ("due on Wednesday", "past", "2023-09-20"),
        ("as early as Wednesday", "past", "2023-09-20"),
        ("in June", "past", "2023-06"),
        ("in June", "future", "2024-06"),
        ("in September", "past", "2023-09"),
        ("in September", "future", "2023-09"),
        ("in the fourth quarter", "past", "2022-Q4"),
        ("in the fourth quarter", "future", "2023-Q4"),
        ("on October 2", "none", "2023-10-02"),
        ("on October 2", "past", "2023-10-02"),
        ("on March 20", "past", "2023-03-20"),
        ("on March 20", "future", "2024-03-20"),
        ("on February 29", "past", "2024-02-29"),
        ("on Thursday, September 12", "past", "2024-09-12"),
    ],
)
def test_the_tense_tells_before_from_after_publication(text: str, tense: Tense, value: str) -> None:
    assert [found for _, _, found in times(text, tense=tense)] == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Talks were on May 31 and August 24.", ["2023-05-31", "2023-08-24"]),
        ("It ran between May 3 and May 5, 2009.", ["2009-05-03", "2009-05-05"]),
        ("It ran in January and February 2009.", ["2009-01", "2009-02"]),
        ("It ran from 2019 to 2021.", ["2019", "2021"]),
        ("He ruled 2009–2011 and 2015-2016.", ["2009", "2011", "2015", "2016"]),
        ("His father (1704 – 1787) was a painter.", ["1704", "1787"]),
        ("He met her twice this year.", ["2023"]),
        ("He left on May 3, 2015 and came back the following day.", ["2015-05-03", "2015-05-04"]),
        ("He left on May 3.\nHe died three days later.", ["2023-05-03", "2023-05-06"]),
        ("He was born in 1952.\nIn June he was baptised; that year his father died.", ["1952", "1952-06", "1952"]),
        ("He was born in 1952.\nHe left on Monday.\nHe came back in June.", ["1952", "2023-09-11", "2023-06"]),
        ("It sank on Tuesday.\nThe day before, it had sailed.", ["2023-09-12", "2023-09-11"]),
        ("Sales rose in August from the same month last year.", ["2023-08", "2022-08"]),
        (
            "He was born in 1952 and left in March the same year, or in May of the following year.",
            ["1952", "1952-03", "1953-05"],
        ),
        ("He won in May 2010. That summer he left; he came back the following March.", ["2010-05", "2010-SU", "2011-03"]),
        ("It froze in January 2010. That winter was cold.", ["2010-01", "2009-WI"]),
        ("He left on May 3, 2015. The following Monday he came back.", ["2015-05-03", "2015-05-04"]),
        ("He left on May 3, 2015. The previous Monday he had come.", ["2015-05-03", "2015-04-27"]),
        ("He left in 2015, on that Monday.", ["2015", None]),
        ("He won in 2010. Later in the year he fell; at the end of the decade he rose.", ["2010", "2010", "201"]),
        ("It stood from the 18th to the 19th century.", ["17", "18"]),
        ("It stood from 1200 to about 400 BCE.", ["-1200", "-0400"]),
        ("He lived (1710 - 1774, reigned 1715 - 1774).", ["1710", "1774", "1715", "1774"]),
        ("Sales fell last month from the previous year.", ["2023-08", "2022"]),
        ("It opened at 9 a.m. and closed at 5 p.m. on Monday.", ["2023-09-11T09", "2023-09-11T17"]),
    ],
)
def test_times_are_told_from_each_other(text: str, values: list[str]) -> None:
    assert [value for _, _, value in times(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "May I come in? They may leave. Theresa May left.",
        "They march to the square..",
        "April Smith and John August spoke.",
        "The second man took a second look.",
        "The sun rose. Sat down, he read The Sun.",
        "The 65-year-old man and his 42 years old wife, a 2000 year old town.",
        "It is open 24/7.",
        "One day they will see.",
        "They meet on a Friday.",
        "They won 3:2 with a score of 1.25 million.",
        "It cost $2019 and 2,023 people bought one of 2000 copies.",
        "The Boeing 747 and the 737-800 flew.",
        "He reads The Sunday Times and USA Today before Friday Prayers.",
        "The Daily Mail wrote on Black Friday and Bloody Sunday.",
        "He reads Russia Today and the Yucatan Today, known today as something else in today's world.",
        "Some 1600-1700 men live near the port of Oria, 2100, Esperia.",
        "The first quartile, Q1, and the third (Q3) differ.",
        "Temperatures were in the 30s, and in the 60s°F.",
        "That fall of the price; that summer; critics say that May had lost.",
        "The fall of the city; the Arab Spring; they spring up.",
        "She was in her nineties, he in his 80s.",
        "The first half of the match; a quarter of them; three quarters of them.",
        "Call 555-2019-1234 or see 99/99/9999 and 2023-13-45.",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert times(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left on Wednesday.", ("Wednesday", "date", "XXXX-WXX-3")),
        ("He left on June 18.", ("June 18", "date", "XXXX-06-18")),
        ("He left in June.", ("June", "date", "XXXX-06")),
        ("It ran June 18-20.", ("June 18-20", "date", "XXXX-06-18/XXXX-06-20")),
        ("They won 30-7 June 18.", ("June 18", "date", "XXXX-06-18")),
        ("He left at Christmas.", ("Christmas", "date", "XXXX-12-25")),
        ("He left last year.", ("last year", "date", None)),
        ("He left yesterday.", ("yesterday", "date", None)),
        ("He left last night.", ("last night", "time", None)),
        ("He left two days ago.", ("two days ago", "date", "PAST_REF")),
        ("He left two hours ago.", ("two hours ago", "time", "PAST_REF")),
        ("He left at 9 p.m.", ("9 p.m.", "time", "T21")),
        ("He left two hours later.", ("two hours later", "duration", "PT2H")),
    ],
)
def test_without_publication_nothing_is_guessed(text: str, expected: tuple[str, str, str | None]) -> None:
    assert times(text, published=None) == [expected]
    assert times(text, published="yesterday's paper") == [expected]


def test_the_text_itself_may_carry_the_date() -> None:
    text = "In 2014 he fell ill in June.\nOn May 3, 2015 he rose; the next day he left."
    assert [value for _, _, value in times(text, published=None)] == ["2014", "2014-06", "2015-05-03", "2015-05-04"]


def test_a_date_alone_at_the_top_is_the_day_of_the_article() -> None:
    text = "Ships collide\nFriday, March 2, 2012\nThey collided on Thursday."
    for published in (FRIDAY, None):
        assert [value for _, _, value in times(text, published)] == ["2012-03-02", "2012-03-01"]


@pytest.mark.parametrize(
    "text",
    [
        "Ships collide\nOn March 2, 2012, they met.\nThey left on Thursday.",
        "x " * 200 + "\nMarch 2, 2012\nThey left on Thursday.",
    ],
)
def test_a_date_elsewhere_is_not_the_day_of_the_article(text: str) -> None:
    assert [value for _, _, value in times(text)] == ["2012-03-02", "2023-09-14"]


@pytest.mark.parametrize(
    ("text", "tense", "values"),
    [
        ("It fell in 1945. Today it is a museum.", "present", ["1945"]),
        ("It fell in 1945. Today we meet here.", "present", ["1945", FRIDAY]),
        ("It fell in 1945. Today they are meeting here.", "present", ["1945", FRIDAY]),
        ("It fell in 1945. Today it fell again.", "past", ["1945", FRIDAY]),
        ("It fell in 2022. Today it is a museum.", "present", ["2022", FRIDAY]),
        ("It is open today.", "present", [FRIDAY]),
        ("It is still in use today.", "present", []),
        ("They still meet, and today they vote.", "past", [FRIDAY]),
    ],
)
def test_today_after_a_past_long_ago_is_this_age(text: str, tense: Tense, values: list[str]) -> None:
    assert [value for _, _, value in times(text, tense=tense)] == values


def test_that_may_be_a_conjunction() -> None:
    text = "They left on May 3. Critics say that Sunday's vote failed; on that Sunday it rained."
    assert [words for words, _, _ in times(text)] == ["May 3", "Sunday", "that Sunday"]


def test_hours_count_from_the_hour_of_publication() -> None:
    text = "He left two hours ago, 20 minutes ago."
    assert [value for _, _, value in times(text, published="2023-09-13T21:43:00")] == ["2023-09-13T19", "2023-09-13T21:23"]


def test_a_daily_hour_has_no_day() -> None:
    assert times("It opens at 9 a.m.", tense="present") == [("9 a.m.", "time", "T09")]


def test_the_season_of_every_year_has_no_year() -> None:
    assert times("In the summer it rains.", tense="present") == [("the summer", "date", "XXXX-SU")]


def test_times_do_not_cross_sentences() -> None:
    text = "He came on May\n3 men left."
    assert "3" not in "".join(words for words, _, _ in times(text))


def test_only_the_given_sentences_are_read() -> None:
    text = "He left in 2019. He came in 2020."
    found = find_times(text, [Span(17, len(text))], FRIDAY, always("past"))
    assert [(time.id, time.text, time.start) for time in found] == [("t0", "2020", 28)]


def test_every_rule_has_its_own_name_and_a_probability() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(0 < rule.score < 1 for rule in RULES if rule.read)


WORDS = st.sampled_from(
    sorted(
        {word for table in (DAYS, PERIODS, RELATIVE, TIMES, DURATIONS, SETS) for text, _, _ in table for word in text.split()}
        | {
            "0",
            "31",
            "9999",
            "0001",
            "century",
            "centuries",
            "900000",
            "-",
            "–",
            "/",
            ",",
            "'",
            "(",
            ")",
            "\n",
            "T",
            "a",
            "half",
        }
    )
)
ARTICLES = st.one_of(st.text(), st.lists(WORDS, max_size=30).map(" ".join))
PUBLISHED = st.one_of(
    st.none(), st.dates().map(str), st.datetimes().map(lambda moment: moment.isoformat()), st.text(max_size=12)
)
TENSES = st.sampled_from(["past", "present", "future", "none"])


@settings(max_examples=300)
@given(ARTICLES, PUBLISHED, TENSES)
def test_any_text_gives_disjoint_times_in_order(text: str, published: str | None, tense: Tense) -> None:
    sentences = [Span(line.start(), line.end()) for line in re.finditer(r"[^\n]+", text)]
    found: tuple[Time, ...] = find_times(text, sentences, published, always(tense))
    assert [time.id for time in found] == [f"t{number}" for number in range(len(found))]
    assert all(left.end <= right.start for left, right in pairwise(found))
    for time in found:
        assert text[time.start : time.end] == time.text != ""
        assert any(sentence.covers(time) for sentence in sentences)
        assert time.score is not None and 0 < time.score < 1


@settings(max_examples=300)
@given(st.lists(WORDS, max_size=30).map(" ".join), TENSES)
def test_without_a_year_in_it_and_no_publication_no_text_has_a_day(text: str, tense: Tense) -> None:
    yearless = re.sub(r"\d{3,}|9/11|/|AD|BC", "", text)
    for _, _, value in times(yearless, published=None, tense=tense):
        assert not re.match(r"\d{4}-\d\d", value or "")


@given(st.lists(WORDS, max_size=30).map(" ".join), PUBLISHED)
def test_the_same_text_gives_the_same_times(text: str, published: str | None) -> None:
    assert times(text, published) == times(text, published)
