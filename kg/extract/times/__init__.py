"""Time expressions of an article: where they stand and what they mean, as TIMEX3 values."""

from kg.extract.times.finder import find_times

__all__ = ["find_times"]
