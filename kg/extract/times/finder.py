"""Find the time expressions of an article: the rules in their order at every place where one may begin."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from kg.extract.times import ages, clock, days, lengths, nearby, periods, relative
from kg.extract.times.context import Context
from kg.extract.times.rule import Reading, Rule
from kg.model import Span, Tense, Time
from kg.timex import interval

RULES: tuple[Rule, ...] = (
    *lengths.LOOKALIKES,
    *days.RULES,
    *lengths.SPANS,
    *nearby.RULES,
    *relative.RULES,
    *clock.RULES,
    *ages.RULES,
    *periods.RULES,
    *lengths.RULES,
)
"""All rules; at one place the first that reads a time wins."""

_PLACES = re.compile(r"(?<!\w)['’]?(\w+)")
_DIGIT = re.compile(r"\d")
_NUMBER = "0"
INSIDE = frozenset("and by for i in is of on s t to which".split())
"""Words that stand inside patterns, or are letters of them, and begin none."""
_TOP = 300
_YEAR = re.compile(r"\d{4}")


def _by_first_word() -> dict[str, tuple[Rule, ...]]:
    """Word to the rules that may begin with it: those whose pattern has it at all, but `INSIDE`. It saves most of the work."""
    rules: dict[str, list[Rule]] = {_NUMBER: [rule for rule in RULES if r"\d" in rule.regex.pattern]}
    for rule in RULES:
        letters = re.sub(r"\\[a-zA-Z]", " ", rule.regex.pattern).lower()
        for word in {form for stem in re.findall(r"[a-z]+", letters) for form in (stem, stem + "s")} - INSIDE:
            rules.setdefault(word, []).append(rule)
    return {word: tuple(candidates) for word, candidates in rules.items()}


_RULES_BY_WORD = _by_first_word()
_JOINS = re.compile(r",? ?(?:on )?")


def find_times(
    text: str, sentences: Sequence[Span], published: str | None, tense_at: Callable[[int], Tense]
) -> tuple[Time, ...]:
    """The time expressions of an article, in text order.

    A relative expression has a value only as far as the publication or a date named before it carries one; without them
    it has none, or one with unknown parts (``XXXX-09-13``, ``XXXX-WXX-3``), or says only past, present or future.

    Args:
        text: of the article.
        sentences: where to look, in order; expressions do not cross their borders.
        published: ISO 8601 date, or date and time, of the article.
        tense_at: the tense of the clause around an offset: whether "on Wednesday" is before or after publication.

    >>> text = "They met on Wednesday and will meet again next month."
    >>> for time in find_times(text, [Span(0, len(text))], "2023-09-15", lambda offset: "past"):
    ...     print(time.text, time.type, time.value)
    Wednesday date 2023-09-13
    next month date 2023-10
    """
    context = Context(published, tense_at)
    found: list[Time] = []
    for sentence in sentences:
        context.next_sentence()
        times = list(_with_days(text, list(_find(text, sentence, context)), context))
        if _is_date_line(text, sentence, times):
            context.date_line(times[0].value)
        found += times
    return tuple(replace(time, id=f"t{number}") for number, time in enumerate(found))


def _find(text: str, sentence: Span, context: Context) -> Iterator[Time]:
    """The times of one sentence; what only looks like a time is passed over as a whole."""
    done = sentence.start
    for place in _PLACES.finditer(text, sentence.start, sentence.end):
        if place.start() < done:
            continue
        word = place[1].lower()
        for rule in _RULES_BY_WORD.get(_NUMBER if _DIGIT.search(word) else word, ()):
            match = rule.regex.match(text, place.start(), sentence.end)
            reading = rule.read(match, context) if match and rule.read else None
            if match and (reading or not rule.read):
                done = match.end()
                if reading:
                    context.remember(reading.value, match[0])
                    yield _time(match, rule, reading)
                break


def _is_date_line(text: str, sentence: Span, times: Sequence[Time]) -> bool:
    """Whether a sentence is a whole date and nothing else, in a line of its own at the top of the text."""
    if len(times) != 1 or sentence.start > _TOP or not _YEAR.search(times[0].text):
        return False
    line = sentence.text_in(text).strip(" .\n")
    return times[0].text == line and text[: sentence.start].strip(" ")[-1:] in ("", "\n")


def _time(match: re.Match[str], rule: Rule, reading: Reading) -> Time:
    score = round(rule.score * reading.sure, 2)
    return Time(match.start(), match.end(), "", match[0], reading.type, reading.value, score)


def _with_days(text: str, times: Sequence[Time], context: Context) -> Iterator[Time]:
    """Times of day get their day.

    It is the one right after, else the last before or the first after in the sentence, else the last of the article.
    """
    following = _following_days(times)
    day: Time | None = None
    for time, after in zip(times, following, strict=True):
        if _is_floating(time):
            adjacent = after is not None and _JOINS.fullmatch(text[time.end : after.start][:8])
            near = after if adjacent else day or after
            yield replace(time, value=f"{near.value if near else _day_reached(time, context)}{time.value}")
        else:
            day = time if _is_day(time) else day
            yield time


def _following_days(times: Sequence[Time]) -> list[Time | None]:
    """For each time the next one that is a day."""
    following: list[Time | None] = []
    day: Time | None = None
    for time in reversed(times):
        following.append(day)
        day = time if _is_day(time) else day
    return following[::-1]


def _day_reached(time: Time, context: Context) -> str:
    """The day that was named last; none in the present tense, which tells what happens on any day."""
    day = context.reference("D")
    return day.isoformat() if day and context.tense(time.start) != "present" else ""


def _is_floating(time: Time) -> bool:
    return (time.value or "").startswith("T")


def _is_day(time: Time) -> bool:
    found = interval(time.value) if time.type == "date" and time.value else None
    return found is not None and found.granularity == "day"
