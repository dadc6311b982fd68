"""Time expressions of an article: where they stand and what they mean, as TIMEX3 values.

A grammar in rows of pattern and reading (`rule`), written in the words of `vocabulary`: `days`, `periods`, `ages`, `nearby`,
`relative`, `clock` and `lengths`. A row reads its match in a `context`: the day of publication, the dates named before, the
tense. `finder` tries the rows, in their order, at every place where one may begin.
"""

from kg.extract.times.finder import find_times

__all__ = ["find_times"]
