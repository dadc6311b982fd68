"""Days of the calendar: September 13, 2023, 13 September, 2023-09-13, 9/13/2023, Christmas Eve."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kg.extract.times.context import Context
from kg.extract.times.rule import Reading, Rule, after, before, begins_with_name, ends_with_name, ordinal_of, plain
from kg.extract.times.values import nth_weekday, value_of
from kg.extract.times.vocabulary import HOLIDAYS, MONTHS, MOVING_HOLIDAYS, UNITS, WEEKDAYS
from kg.extract.times.yearly import UNTOLD, Yearly, read_yearly
from kg.timex import interval


def full_year(year: str) -> str:
    """Four digits for two: from 1950 to 2049.

    >>> full_year("99"), full_year("07"), full_year("2023")
    ('1999', '2007', '2023')
    """
    return year if len(year) == 4 else f"20{year}" if int(year) < 50 else f"19{year}"


def _read_iso(match: re.Match[str], _: Context) -> Reading | None:
    if interval(match["date"]) is None:
        return None
    if match["clock"]:
        return Reading("time", f"{match['date']}T{match['clock']}{'Z' if match['zone'] == 'Z' else ''}")
    return Reading("date", match["date"])


def _read_numeric(match: re.Match[str], _: Context) -> Reading | None:
    """Month first with slashes, day first with dots, unless the numbers tell otherwise."""
    first, second, year = int(match["first"]), int(match["second"]), match["year"]
    if match["separator"] == "." and len(year) == 2:
        return None  # a version or a section
    month, day = (first, second) if match["separator"] == "/" else (second, first)
    if month > 12:
        month, day = day, month
    value = f"{full_year(year)}-{month:02d}-{day:02d}"
    ambiguous = max(first, second) <= 12 and first != second
    return Reading("date", value, 0.8 if ambiguous else 1.0) if interval(value) else None


def _read_day(match: re.Match[str], context: Context) -> Reading | None:
    """A day of a month, or a range of days; a weekday before it helps to find the year."""
    month, day = MONTHS[plain(match["month"])], ordinal_of(match["day"] or match["ordinal"])
    weekday = WEEKDAYS.get(plain(match["wday"]))

    def day_in(year: int) -> date:
        return date(year, month, day)

    def on_weekday(year: int) -> date:
        if day_in(year).weekday() != weekday:
            raise ValueError(year)
        return day_in(year)

    label = f"{month:02d}-{day:02d}"
    if day > 31 or interval(f"2000-{label}") is None:
        return None
    reading = read_yearly(match, context, Yearly(on_weekday, label)) if weekday is not None else None
    if reading is None or (reading.value or "").startswith(UNTOLD):
        reading = read_yearly(match, context, Yearly(day_in, label))
    return _with_last_day(reading, match["last_day"]) if reading and match["last_day"] else reading


def _with_last_day(reading: Reading, last: str) -> Reading | None:
    first = reading.value or ""
    value = f"{first}/{first[:-2]}{ordinal_of(last):02d}"
    return reading._replace(value=value) if interval(value.replace(UNTOLD, "2000")) else None


def _read_in_month(match: re.Match[str], context: Context) -> Reading | None:
    """The last week of March, the first day of June: a week belongs to the month of its Thursday."""
    number, month = ordinal_of(match["ordinal"]), MONTHS[plain(match["month"])]
    reading = read_yearly(match, context, Yearly(lambda year: date(year, month, 1), f"{month:02d}", 30))
    span = interval(reading.value or "") if reading else None
    if reading is None or span is None or span.begin is None or span.end is None or number > 5:
        return None
    unit = UNITS[plain(match["unit"])]
    if unit == "D":
        day = span.end if number < 0 else span.begin + timedelta(days=number - 1)
    else:
        try:
            day = nth_weekday(span.begin.year, month, 3, number)
        except IndexError:
            return None
    return Reading("date", value_of(day, unit), reading.sure)


def _read_day_of_this_month(match: re.Match[str], context: Context) -> Reading | None:
    """``on the 13th``: of the month that was spoken of."""
    month = context.reference("M")
    value = f"{month.year:04d}-{month.month:02d}-{ordinal_of(match['nth']):02d}" if month else ""
    return Reading("date", value) if interval(value) else None


def _read_holiday(match: re.Match[str], context: Context) -> Reading | None:
    name = plain(match["holiday"])
    if begins_with_name(after(match)) or ends_with_name(before(match)):
        return None  # John Christmas, Christmas Island
    if name in HOLIDAYS:
        month, day = HOLIDAYS[name]
        return read_yearly(match, context, Yearly(lambda year: date(year, month, day), f"{month:02d}-{day:02d}"))
    rule = MOVING_HOLIDAYS[name]
    return read_yearly(match, context, Yearly(lambda year: nth_weekday(year, *rule), ""))


_LAST_DAY = r"(?P<last_day>(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?)"

RULES = (
    Rule(
        "iso",
        r"(?P<date>\d{4}-\d\d-\d\d)(?:[T ](?P<clock>\d\d:\d\d)(?::\d\d(?:\.\d{1,6})?)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?",
        _read_iso,
        0.98,
    ),
    Rule(
        "numeric",
        r"(?P<first>\d{1,2})(?P<separator>[/.])(?P<second>\d{1,2})(?P=separator)(?P<year>(?:19|20)\d\d|\d\d)",
        _read_numeric,
        0.85,
    ),
    Rule("nine eleven", r"9/11", lambda _match, _context: Reading("date", "2001-09-11"), 0.8),
    Rule(
        "month day",
        rf"(?:<wday>,? )?<mod>?<month> (?:the )?<day>(?:(?: ?[-–—] ?| to | through ){_LAST_DAY})?"
        r"(?:,? (?:of )?<year>|,? (?:of )?<which:year_which> year)?",
        _read_day,
        0.95,
    ),
    Rule(
        "day month",
        rf"(?:<wday>,? )?(?:(?:the )?<day>(?:(?: ?[-–—] ?| to ){_LAST_DAY})?(?: of)?|the <ordinal> of) <month>"
        r"(?:,? <year>|,? (?:of )?<which:year_which> year)?",
        _read_day,
        0.95,
    ),
    Rule(
        "in month",
        r"(?:the )?<ordinal> (?P<unit>day|week|weekend) (?:of|in) <month>(?:(?:,| of)? <year>|,? <which:year_which> year)?",
        _read_in_month,
        0.8,
    ),
    Rule(
        "day of month",
        r"(?<=on )the (?P<nth>\d{1,2}(?:st|nd|rd|th))(?= ?[.,;:!?)]| and | but | of (?:this|the|that) month)",
        _read_day_of_this_month,
        0.6,
    ),
    Rule("holiday", r"(?:<which> )?<holiday>(?:,? (?:of )?<year>)?", _read_holiday, 0.8),
)
