"""Find the time expressions of an article: the rules in their order at every place where one may begin."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from kg.extract.times import clock, days, lengths, periods, relative
from kg.extract.times.context import Context
from kg.extract.times.rule import Reading, Rule
from kg.model import Span, Tense, Time
from kg.timex import interval

RULES: tuple[Rule, ...] = (
    *lengths.LOOKALIKES,
    *days.RULES,
    *lengths.SPANS,
    *relative.RULES,
    *clock.RULES,
    *periods.RULES,
    *lengths.RULES,
)
"""All rules; at one place the first that reads a time wins."""

_PLACES = re.compile(r"(?<!\w)['’]?(\w+)")
_DIGIT = re.compile(r"\d")
_NUMBER = "0"


def _by_first_word() -> dict[str, tuple[Rule, ...]]:
    """Word to the rules that may begin with it: those whose pattern has the word at all. It saves most of the work."""
    rules: dict[str, list[Rule]] = {_NUMBER: [rule for rule in RULES if r"\d" in rule.regex.pattern]}
    for rule in RULES:
        letters = re.sub(r"\\[a-zA-Z]", " ", rule.regex.pattern).lower()
        for word in {form for stem in re.findall(r"[a-z]+", letters) for form in (stem, stem + "s")}:
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
        times = list(_find(text, sentence, context))
        for time in _settle(text, times, context):
            context.remember(time.value, time.text)
            found.append(replace(time, id=f"t{len(found)}"))
    return tuple(found)


def _find(text: str, sentence: Span, context: Context) -> Iterator[tuple[Time, bool]]:
    """The times of one sentence, and whether each still floats without its day."""
    done = sentence.start
    for place in _PLACES.finditer(text, sentence.start, sentence.end):
        if place.start() < done:
            continue
        word = place[1].lower()
        for rule in _RULES_BY_WORD.get(_NUMBER if _DIGIT.search(word) else word, ()):
            match = rule.regex.match(text, place.start(), sentence.end)
            if not match:
                continue
            reading = rule.read(match, context) if rule.read else None
            if reading or not rule.read:
                done = match.end()
                if reading:
                    context.remember(None if reading.floating else reading.value, match[0])
                    yield _time(match, rule, reading), reading.floating
                break


def _time(match: re.Match[str], rule: Rule, reading: Reading) -> Time:
    score = round(rule.score * reading.sure, 2)
    return Time(match.start(), match.end(), "", match[0], reading.type, reading.value, score)


def _settle(text: str, times: list[tuple[Time, bool]], context: Context) -> Iterator[Time]:
    """Give floating times their day: next to it, else before it in the sentence, else after it, else known before."""
    days = [time for time, floats in times if not floats and time.type == "date" and _is_day(time.value)]
    for time, floats in times:
        yield replace(time, value=_day_for(text, time, days, context) + (time.value or "")) if floats else time


def _is_day(value: str | None) -> bool:
    found = interval(value) if value else None
    return found is not None and found.granularity == "day"


def _day_for(text: str, time: Time, days: Sequence[Time], context: Context) -> str:
    after = next((day for day in days if day.start >= time.end), None)
    earlier = next((day for day in reversed(days) if day.end <= time.start), None)
    if after and _JOINS.fullmatch(text[time.end : after.start][:8]):
        return after.value or ""
    if near := earlier or after:
        return near.value or ""
    if context.tense(time.start) != "present" and (day := context.reference("D")):
        return day.isoformat()
    return ""
