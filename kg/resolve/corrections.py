"""What a person has decided about names, in a small TOML file that every build obeys.

::

    [[merge]]                                   # these are one
    names = ["Joint Chiefs", "Joint Chiefs of Staff"]

    [[apart]]                                   # these are never one
    names = ["Kim @ seoul.txt", "Kim Jong-un"]

    [[rename]]
    name = "Xi"
    to = "Xi Jinping"

    [[retype]]
    name = "Kinzhal"
    type = "product"

    [[drop]]                                    # no entity at all
    name = "State Affairs"

A name stands for everything that goes by it; behind ``@`` stands the id or file name of the one article that is meant. Names
and articles are what stays from build to build: ids of nodes do not, as they are made of what is found.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from typing import Any, NamedTuple

from kg.errors import ConfigError
from kg.model import Article, Chain, Extraction, Mention
from kg.names import key
from kg.ontology import load_ontology
from kg.resolve.forms import is_short

_KEYS: Mapping[str, tuple[str, ...]] = {
    "merge": ("names",),
    "apart": ("names",),
    "rename": ("name", "to"),
    "retype": ("name", "type"),
    "drop": ("name",),
}


@dataclass(frozen=True, slots=True)
class Reference:
    """A name, and the one article that is meant, if it is one."""

    text: str
    name: str
    article: str | None

    @classmethod
    def of(cls, text: str) -> Reference:
        """Read ``name`` or ``name @ article``."""
        name, at, article = (part.strip() for part in text.rpartition(" @ "))
        return cls(text, key(name), article) if at else cls(text, key(text), None)

    def fits(self, article: Article, names: frozenset[str]) -> bool:
        """Whether something that goes by these names (folded) in an article is meant."""
        return self.name in names and self.article in {None, article.id, article.source, PurePath(article.source).name}


class Entry(NamedTuple):
    """One decision: what it does, whom it names, and the new name or type."""

    kind: str
    references: tuple[Reference, ...]
    value: str = ""


class Mark(NamedTuple):
    """A place in the corrections that something fits: number of the entry, number of its name."""

    entry: int
    name: int


@dataclass(frozen=True, slots=True)
class Corrections:
    """All decisions, in the order of the file."""

    entries: tuple[Entry, ...] = ()
    by_name: Mapping[str, tuple[Mark, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, entries: Sequence[Entry]) -> Corrections:
        """The decisions with an index of their names."""
        marks: dict[str, list[Mark]] = {}
        for i, entry in enumerate(entries):
            for j, reference in enumerate(entry.references):
                marks.setdefault(reference.name, []).append(Mark(i, j))
        return cls(tuple(entries), {name: tuple(found) for name, found in marks.items()})

    def marks(self, article: Article, names: Iterable[str]) -> frozenset[Mark]:
        """The places that something with these names in an article fits; of an entry, those that name the article win."""
        if not self.entries:
            return frozenset()
        folded = frozenset(key(name) for name in names)
        found = [m for name in folded for m in self.by_name.get(name, ()) if self._reference(m).fits(article, folded)]
        exact = {mark.entry for mark in found if self._reference(mark).article}
        return frozenset(m for m in found if m.entry not in exact or self._reference(m).article)

    def _reference(self, mark: Mark) -> Reference:
        return self.entries[mark.entry].references[mark.name]

    def tag(self, marks: Iterable[Mark]) -> tuple[Mark, ...]:
        """The marks that keep something from being one with its namesakes by the name alone."""
        return tuple(sorted(m for m in marks if self.entries[m.entry].kind == "apart" or self._reference(m).article))

    def forbid(self, left: Iterable[Mark], right: Iterable[Mark]) -> bool:
        """Whether two are on different sides of an entry that keeps them apart."""
        sides = {mark.entry: mark.name for mark in left if self.entries[mark.entry].kind == "apart"}
        return any(mark.entry in sides and sides[mark.entry] != mark.name for mark in right)

    def merged(self, marks: Sequence[frozenset[Mark]]) -> Iterator[list[int]]:
        """For every entry that merges: the numbers of those that it names."""
        for i, entry in enumerate(self.entries):
            if entry.kind == "merge":
                yield [number for number, some in enumerate(marks) if any(mark.entry == i for mark in some)]

    def value(self, kind: str, marks: Iterable[Mark]) -> str | None:
        """The new name or type that something gets; the last word counts."""
        values = [self.entries[mark.entry].value for mark in sorted(marks) if self.entries[mark.entry].kind == kind]
        return values[-1] if values else None

    def drops(self, marks: Iterable[Mark]) -> bool:
        """Whether something is to be no entity."""
        return any(self.entries[mark.entry].kind == "drop" for mark in marks)

    def unused(self, extractions: Iterable[Extraction]) -> list[str]:
        """The names in the corrections that nothing in the articles goes by."""
        open_ = {(i, j) for i, entry in enumerate(self.entries) for j in range(len(entry.references))}
        for extraction in extractions if open_ else ():
            mentions = {mention.id: mention for mention in extraction.mentions}
            for chain in extraction.chains:
                names = {mentions[m].text for m in chain.mentions if mentions[m].kind == "name"}
                if names:
                    folded = frozenset(map(key, names))
                    found = (m for name in folded for m in self.by_name.get(name, ()))
                    open_ -= {m for m in found if self._reference(m).fits(extraction.article, folded)}
        return [f"[[{self.entries[i].kind}]] {self.entries[i].references[j].text!r}" for i, j in sorted(open_)]


NO_CORRECTIONS = Corrections()


# ---- reading the file --------------------------------------------------------------------------------------------


def load_corrections(path: Path) -> Corrections:
    """The corrections of a file.

    Raises:
        ConfigError: the file cannot be read, or has something in it that is no correction (with what to do).
    """
    try:
        tables: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigError(f"{path}: {error}") from error
    entries: list[Entry] = []
    for kind, rows in tables.items():
        if kind not in _KEYS:
            raise ConfigError(f"{path}: unknown key {kind!r} (write {', '.join(f'[[{known}]]' for known in _KEYS)})")
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise ConfigError(f"{path}: {kind} must stand in double brackets: [[{kind}]]")
        entries += [_entry(f"{path}: [[{kind}]] {number}", kind, row) for number, row in enumerate(rows, 1)]
    return Corrections.of(entries)


def _entry(where: str, kind: str, row: Mapping[str, Any]) -> Entry:
    wanted = _KEYS[kind]
    if unknown := sorted(set(row) - set(wanted)):
        raise ConfigError(f"{where}: unknown key {unknown[0]!r} (known: {', '.join(wanted)})")
    for name in wanted:
        if name not in row:
            raise ConfigError(f"{where}: key {name!r} is missing")
    if wanted == ("names",):
        names = row["names"]
        if not isinstance(names, list) or len(names) < 2 or not all(isinstance(n, str) and key(n) for n in names):
            raise ConfigError(f'{where}: names must be a list of two names or more: names = ["Kim", "Kim Jong-un"]')
        return Entry(kind, tuple(map(Reference.of, names)))
    for name in wanted:
        if not isinstance(row[name], str) or not row[name].strip():
            raise ConfigError(f"{where}: {name} must be a text")
    value = row[wanted[-1]].strip() if len(wanted) > 1 else ""
    if kind == "retype" and value not in load_ontology().entities:
        raise ConfigError(f"{where}: {value!r} is no type (known: {', '.join(load_ontology().entities)})")
    return Entry(kind, (Reference.of(row["name"]),), value)


# ---- inside an article -------------------------------------------------------------------------------------------


def correct(extraction: Extraction, corrections: Corrections) -> Extraction:
    """What an article says, with what is dropped, of another type, or split in it."""
    if not corrections.entries:
        return extraction
    mentions = {mention.id: mention for mention in extraction.mentions}
    chains: list[Chain] = []
    for chain in extraction.chains:
        for part in _split(chain, extraction.article, mentions, corrections):
            marks = corrections.marks(extraction.article, telling_names(part, mentions))
            if corrections.drops(marks):
                mentions.update({m: replace(mentions[m], entity=None) for m in part.mentions})
                continue
            type_ = corrections.value("retype", marks) or part.type
            if type_ != part.type:
                mentions.update({m: replace(mentions[m], type=type_) for m in part.mentions})
            mentions.update({m: replace(mentions[m], entity=part.id) for m in part.mentions})
            chains.append(replace(part, type=type_))
    return replace(extraction, mentions=tuple(mentions.values()), chains=tuple(chains))


def telling_names(chain: Chain, mentions: Mapping[str, Mention]) -> list[str]:
    """The names by which a chain can be meant: for a person the full ones, where there are any."""
    names = [mentions[m].text for m in chain.mentions if mentions[m].kind == "name"]
    if chain.type != "person":
        return names
    return [name for name in names if not is_short("person", name)] or names


def _split(chain: Chain, article: Article, mentions: Mapping[str, Mention], corrections: Corrections) -> Iterator[Chain]:
    """A chain whose names are on two sides of an entry, as one chain a side; what is no name goes with the name before it."""
    parts: dict[int, list[str]] = {}
    side = 0
    for number in sorted(chain.mentions, key=lambda m: mentions[m]):
        if mentions[number].kind == "name":
            marks = corrections.tag(corrections.marks(article, [mentions[number].text]))
            side = next((mark.name for mark in marks if corrections.entries[mark.entry].kind == "apart"), 0)
        parts.setdefault(side, []).append(number)
    if len(parts) < 2:
        yield chain
        return
    for i, members in enumerate(parts.values()):
        names = {mentions[m].text for m in members if mentions[m].kind == "name"}
        name = max(names, key=lambda n: (len(n), n)) if names else chain.name
        yield replace(chain, id=f"{chain.id}.{i}" if i else chain.id, name=name, mentions=tuple(members))
