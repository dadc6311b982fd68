"""How the grammar of time expressions is written: rules of a pattern in plain words and a function that reads a match.

In a pattern ``<month>`` is the vocabulary's fragment of that name, captured under its name (``<month:from>`` under
another), and a blank is white space of any kind. Case does not matter. White space is bounded, so that every match costs
constant time.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.extract.times.context import Context
from kg.extract.times.vocabulary import FRAGMENTS, ORDINALS, STEPS
from kg.model import TimeType

_FRAGMENT = re.compile(r"(?<!P)<(\w+)(?::(\w+))?>")
_LOOK_BEHIND = re.compile(r"\(\?<[=!][^)]*\)")
_STARTS = r"(?<![\w$€£¥#@/&])(?<!\d[.,:])(?:(?<!\d-)|(?<=\b[12]\d{3}-))"
_ENDS = r"(?!\w)"
_LOOK_AROUND = 48
_NAME_FIRST = re.compile(r"\s{1,8}[A-Z][a-z]")
_NAME_LAST = re.compile(r"[A-Z][\w’'-]{1,30}\s{1,8}$")
_FIRST_WORD = re.compile(r"(?:^|[.!?:;\n]\s{0,3})\w+\s{1,8}$")
# What stands before "that Sunday", where it is not "they say that Sunday's vote".
_POINTING = re.compile(
    r"(?:^|[.,;:!?\n\"“(–—-]\s{0,3}|\b(?:on|by|from|since|until|for|of|in|at|during|through|after|before|late|later|early|earlier"
    r"|morning|afternoon|evening|night|day|week|weekend|month)\s{1,8})$",
    re.I,
)


class Reading(NamedTuple):
    """What a match means: type, value, and how sure the reading is in proportion to its rule.

    A time of day whose day is still to be found has a value that begins with T.
    """

    type: TimeType
    value: str | None
    sure: float = 1.0


Read = Callable[["re.Match[str]", Context], Reading | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the grammar.

    Attributes:
        name: of the kind of expression.
        pattern: what it looks like.
        read: a match's meaning, None if it is none of this kind; a rule without it marks what only looks like a time.
        score: the share of its finds that are right in extent and value, as measured.
    """

    name: str
    pattern: str
    read: Read | None
    score: float = 0.0
    regex: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "regex", compile_pattern(_STARTS + "(?:" + self.pattern + ")" + _ENDS))


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """The regular expression of a rule's pattern.

    >>> compile_pattern("<month> <year>").fullmatch("June 2009")["month"]
    'June'
    """
    expanded = _FRAGMENT.sub(lambda found: f"(?P<{found[2] or found[1]}>{FRAGMENTS[found[1]]})", pattern)
    expanded = _LOOK_BEHIND.sub(lambda found: found[0].replace(" ", r"\s"), expanded)  # one blank: its width must be fixed
    return re.compile(expanded.replace(" ", r"(?:\s{1,8})"), re.IGNORECASE)


def plain(words: str | None) -> str:
    r"""Words as the vocabulary's tables have them.

    >>> plain("Sept."), plain("two and\na  half"), plain(None)
    ('sept', 'two and a half', '')
    """
    return " ".join((words or "").lower().replace("’", "'").split()).rstrip(".")


def before(match: re.Match[str]) -> str:
    """The words that a match follows, as far as a clue may reach."""
    return match.string[max(0, match.start() - _LOOK_AROUND) : match.start()]


def begins_with_name(words: str) -> bool:
    """Whether a capitalised word comes next: the April of April Smith."""
    return bool(_NAME_FIRST.match(words))


def ends_with_name(words: str) -> bool:
    """Whether a capitalised word, not the first of its sentence, comes last: the Christmas of John Christmas."""
    return bool(_NAME_LAST.search(words)) and not _FIRST_WORD.search(words)


def step_of(words: str | None) -> int:
    """How many periods away the words point: last -1, this 0, next 1.

    >>> step_of("the following"), step_of("Last"), step_of("this")
    (1, -1, 0)
    """
    return STEPS.get(plain(words).removeprefix("the "), 0)


def is_conjunction(match: re.Match[str]) -> bool:
    """Whether the "that" of a match's ``<same>`` opens a clause and points at nothing: they say that Sunday's vote is."""
    return plain(group(match, "same")) == "that" and not _POINTING.search(before(match))


def ordinal_of(words: str) -> int:
    """The number of an ordinal or of a day: ``third``, ``21st``, ``5``; -1 for the last.

    >>> ordinal_of("twenty first"), ordinal_of("13th")
    (21, 13)
    """
    digits = re.sub(r"\D", "", words)
    return int(digits) if digits else ORDINALS[plain(words).replace(" ", "-")]


def after(match: re.Match[str]) -> str:
    """The words that follow a match, as far as a clue may reach."""
    return match.string[match.end() : match.end() + _LOOK_AROUND]


def group(match: re.Match[str], name: str) -> str | None:
    """The words of a group, None also where the rule has no such group."""
    return match[name] if name in match.re.groupindex else None
