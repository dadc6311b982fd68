"""What is known where a time expression stands: the publication, the dates named before it, the tense around it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime

from kg.extract.times.values import nearest
from kg.model import Tense
from kg.timex import Interval, interval

_FINENESS = {"time": 0, "day": 0, "weekend": 1, "week": 1, "month": 2, "quarter": 3, "season": 3, "half": 3, "year": 4}
_UNITS = {"D": 0, "TH": 0, "TM": 0, "TS": 0, "WE": 1, "W": 1, "M": 2, "Q": 3, "Y": 4, "DE": 4, "CE": 4}

# Words before a date that point ahead or back, whatever the tense of the clause.
_AHEAD = re.compile(
    r"\b(?:due|scheduled|planned|set|slated|expected|postponed|delayed)(?: (?:for|on|in|by|until|to))?(?: the)?\s{1,8}$", re.I
)
_AT_THE_EARLIEST = re.compile(r"\b(?:as early|as soon|as late) as\s{1,8}$|\bno (?:later|earlier|sooner) than\s{1,8}$", re.I)
_AHEAD_UNLESS_PAST = re.compile(r"\b(?:by|until|till)\s{1,8}$", re.I)
_BACK = re.compile(r"\bsince\s{1,8}$", re.I)
_DIRECTIONS = {"past": -1, "future": 1}
_LOOK_BACK = 40
_STORY_SENTENCES, _STORY_DAYS = 3, 500
_HISTORY_DAYS = 5 * 365
_PRESENT_LEANS = 1.5


class Context:
    """The state of reading one article, sentence after sentence.

    Attributes:
        today: the day of publication, None where unknown.
        moment: the same with its time, where that is known too.
    """

    def __init__(self, published: str | None, tense_at: Callable[[int], Tense]) -> None:
        self.today, self.moment = _parse(published)
        self._tense_at = tense_at
        self._named: dict[int, date] = {}
        self._last: Interval | None = None
        self._story: date | None = None
        self._story_age = 0
        self._story_reach = _STORY_SENTENCES

    def next_sentence(self) -> None:
        """Take note that a sentence begins."""
        self._story_age += 1

    def date_line(self, value: str | None) -> None:
        """Take note of a day that stands alone at the top of the text: it goes before one told elsewhere."""
        found = interval(value or "")
        if found and found.begin and found.granularity == "day" and found.begin != self.today:
            self.today, self.moment = found.begin, None

    def remember(self, value: str | None, words: str) -> None:
        """Take note of a date and the words that name it: what comes later may be told relative to it."""
        found = interval(value) if value else None
        if found and found.begin and found.granularity in _FINENESS:
            if self._story is None or found.begin.year != self._story.year:
                told, stepped = f"{found.begin.year:04d}" in words, found.granularity == "year"  # "in 2019"; "last year"
                self._story = found.begin if told or stepped else None
                self._story_reach = _STORY_SENTENCES if told else 1
            self._story_age = 0
            self._last = found
            for fineness in range(_FINENESS[found.granularity], 5):
                self._named[fineness] = found.begin

    def reference(self, unit: str) -> date | None:
        """The last date named that is at least as fine as the unit, else the day of publication."""
        return self._named.get(_UNITS[unit], self.today)

    def named_last(self) -> Interval | None:
        """The stretch of the calendar that was named last, None before any was."""
        return self._last

    def is_long_past(self) -> bool:
        """Whether the last date named lies years before publication: the text tells history."""
        named = self._named.get(_UNITS["Y"])
        return self.today is not None and named is not None and (self.today - named).days > _HISTORY_DAYS

    def tense(self, offset: int) -> Tense:
        """The tense of the clause around an offset."""
        return self._tense_at(offset)

    def direction(self, match: re.Match[str]) -> int:
        """Whether a date lies before (-1) or after (1) publication as the words and the tense around it tell; 0: untold."""
        before = match.string[max(0, match.start() - _LOOK_BACK) : match.start()]
        if _AHEAD.search(before) or _AT_THE_EARLIEST.search(before):
            return 1
        if _BACK.search(before):
            return -1
        tense = self.tense(match.start())
        if tense != "past" and _AHEAD_UNLESS_PAST.search(before):
            return 1
        return _DIRECTIONS.get(tense, 0)

    def in_year(self, match: re.Match[str], day_in: Callable[[int], date], days: int, weight: float) -> date | None:
        """The day that comes once a year, in the year that is meant; None where no year is known.

        Args:
            match: where it is named.
            day_in: year to day; raises ValueError in years without it.
            days: how many days it lasts.
            weight: how much the tense counts, see `nearest`.
        """
        if self.today is None:
            named = self._named.get(_UNITS["Y"])
            return next(iter(_in_years([named.year], day_in)), None) if named else None
        direction = self.direction(match)
        if (story := self._story_year()) and direction < 0 and (told := _in_years([story], day_in)):
            return told[0]
        near = _in_years(range(self.today.year - 1, self.today.year + 2), day_in)
        if direction == 0 and self.tense(match.start()) == "present":
            return nearest(near, self.today, 1, _PRESENT_LEANS, days)  # what is told in the present is rather to come
        return nearest(near, self.today, direction, weight, days)

    def _story_year(self) -> int | None:
        """The year that is being told of, where the text dwells in the past: what it names there is of that year."""
        if self.today is None or self._story is None or self._story_age > self._story_reach:
            return None
        return self._story.year if (self.today - self._story).days > _STORY_DAYS else None


def _in_years(years: range | list[int], day_in: Callable[[int], date]) -> list[date]:
    days = []
    for year in years:
        try:
            days.append(day_in(year))
        except ValueError:  # the 29th of February, or beyond the calendar
            continue
    return days


def _parse(published: str | None) -> tuple[date | None, datetime | None]:
    """Day and, where told, moment of publication; what is no ISO 8601 date is unknown."""
    try:
        moment = datetime.fromisoformat(published or "")
    except ValueError:
        return None, None
    return moment.date(), moment if published and len(published) > 10 else None
