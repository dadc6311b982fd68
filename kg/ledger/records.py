"""What a ledger holds: entities, and steps that join two mentions or keep them apart."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from kg.model import Verdict
from kg.names import key


@dataclass(frozen=True, slots=True)
class End:
    """One of the two mentions of a step."""

    entity: str
    article: str
    source: str
    mention: str
    start: int
    end: int
    text: str
    sentence_start: int
    sentence: str

    @property
    def file(self) -> str:
        """The name by which corrections call the article: its file's, or its id where a file holds several."""
        name = PurePath(self.source).name
        return name if name.endswith(".txt") else self.article


@dataclass(frozen=True, slots=True)
class Step:
    """A decision about two mentions, and why."""

    verdict: Verdict
    rule: str
    score: float
    reason: str
    left: End
    right: End

    @property
    def references(self) -> tuple[str, str]:
        """The two names as corrections write them: with the article where a name alone stands for many."""
        vague = key(self.left.text) == key(self.right.text)
        left, right = (f"{e.text} @ {e.file}" if vague or " " not in e.text else e.text for e in (self.left, self.right))
        return left, right


@dataclass(frozen=True, slots=True)
class Named:
    """An entity as the ledger lists it."""

    id: str
    type: str
    name: str
    aliases: tuple[str, ...]
    link: str | None

    def goes_by(self, name: str) -> bool:
        """Whether this is its name, one of its other names, or its id."""
        return name == self.id or key(name) in {key(own) for own in (self.name, *self.aliases)}
