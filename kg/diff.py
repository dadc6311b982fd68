"""What changed between two graphs. What is the same in both is told by shared evidence, not by ids or names: these may change.

A thing of the old graph and one of the new are the same where each has more spans of the other than of anything else. One that
lost its spans to what is the heir of another was merged; one that took them from it was split off.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeVar

from kg.graph import KnowledgeGraph
from kg.graph.attributes import describe_difference
from kg.model import Entity, Event, Evidence, Relation, Source

Kind = Literal["added", "removed", "merged", "split", "changed"]
Span = tuple[str, int, int]
_FIELDS_OF_ARTICLE = ("title", "published", "publisher", "url", "language")


class _Record(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str: ...


R = TypeVar("R", bound=_Record)


@dataclass(frozen=True, slots=True)
class Change:
    """One change.

    Attributes:
        what: ``graph``, ``article``, ``entity``, ``event`` or ``relation``.
        kind: what became of it.
        old, new: its ids in the two graphs, None where it is not in one.
        name: what to call it.
        details: what changed about it, in words, one line each.
    """

    what: str
    kind: Kind
    old: str | None
    new: str | None
    name: str
    details: tuple[str, ...] = ()


def compare(old: KnowledgeGraph, new: KnowledgeGraph) -> tuple[Change, ...]:
    """What changed from one graph to another: articles, then entities, events and relations, each in the order of their ids."""
    return tuple(_Comparison(old, new).changes())


@dataclass(frozen=True, slots=True)
class _Matching:
    """Which records of two graphs are the same.

    Attributes:
        heirs: old id -> the new record that has most of its spans.
        origins: new id -> the old record likewise.
    """

    heirs: Mapping[str, str]
    origins: Mapping[str, str]

    def kept(self, old: str) -> str | None:
        """The new id of an old record, if it is the same one."""
        new = self.heirs.get(old)
        return new if new is not None and self.origins[new] == old else None


def _match(old: Sequence[R], new: Sequence[R], spans: Callable[[R], Iterable[Hashable]]) -> _Matching:
    """Match records by what they share; of equals, those of the same id, then the first by id."""
    owners: dict[Hashable, list[str]] = {}
    for record in old:
        for span in set(spans(record)):
            owners.setdefault(span, []).append(record.id)
    shared = Counter((owner, record.id) for record in new for span in set(spans(record)) for owner in owners.get(span, ()))
    ranked = sorted(shared, key=lambda pair: (-shared[pair], pair[0] != pair[1], pair))
    heirs: dict[str, str] = {}
    origins: dict[str, str] = {}
    for before, after in ranked:
        heirs.setdefault(before, after)
        origins.setdefault(after, before)
    return _Matching(heirs, origins)


class _Comparison:
    """Two graphs side by side."""

    def __init__(self, old: KnowledgeGraph, new: KnowledgeGraph) -> None:
        self.headers = old.header, new.header
        self.old, self.new = old.to_resolution(), new.to_resolution()
        sources = (*self.old.sources, *self.new.sources)
        self.texts = {source.id: source.text_sha256 or source.id for source in sources}
        self.entities = _match(self.old.entities, self.new.entities, lambda entity: self.spans(entity.evidence))
        self.events = _match(self.old.events, self.new.events, lambda event: self.spans(event.evidence))
        self.relations = _match(self.old.relations, self.new.relations, self.claims)
        self.names = {e.id: e.name for e in (*self.old.entities, *self.new.entities)}  # the new name where ids are equal

    def spans(self, evidence: Iterable[Evidence]) -> Iterator[Span]:
        """Where something is said; an article is known by its text."""
        return ((self.texts.get(piece.article, piece.article), piece.start, piece.end) for piece in evidence)

    def claims(self, relation: Relation) -> Iterator[Hashable]:
        """What a relation says where: one span may state several."""
        return ((relation.type, span) for span in self.spans(relation.evidence))

    def changes(self) -> Iterator[Change]:
        """All of them."""
        fields = [_became(f, getattr(self.headers[0], f), getattr(self.headers[1], f)) for f in type(self.headers[0]).__slots__]
        if details := tuple(filter(None, fields)):
            yield Change("graph", "changed", None, None, "made otherwise", details)
        yield from self.articles()
        yield from self.things("entity", self.entities, self.old.entities, self.new.entities, _name, self.entity)
        yield from self.things("event", self.events, self.old.events, self.new.events, _label, self.event)
        yield from self.things("relation", self.relations, self.old.relations, self.new.relations, self.words, self.relation)

    def articles(self) -> Iterator[Change]:
        """Articles by their texts."""
        old, new = ({self.texts[s.id]: s for s in records.sources} for records in (self.old, self.new))
        for text in sorted(old.keys() | new.keys(), key=lambda text: (old.get(text) or new[text]).id):
            before, after = old.get(text), new.get(text)
            if before is None:
                yield Change("article", "added", None, new[text].id, _title(new[text]))
            elif after is None:
                yield Change("article", "removed", before.id, None, _title(before))
            elif details := _fields(before, after, _FIELDS_OF_ARTICLE):
                yield Change("article", "changed", before.id, after.id, _title(after), details)

    def things(
        self,
        what: str,
        same: _Matching,
        old: Sequence[R],
        new: Sequence[R],
        name: Callable[[R], str],
        details: Callable[[R, R], Iterable[str]],
    ) -> Iterator[Change]:
        """What became of the records of one sort."""
        before, after = {record.id: record for record in old}, {record.id: record for record in new}
        for record in sorted(old, key=lambda record: record.id):
            heir = same.heirs.get(record.id)
            kept = same.kept(record.id)
            if heir is None:
                yield Change(what, "removed", record.id, None, name(record))
            elif kept is None:
                yield Change(what, "merged", record.id, heir, name(record), (f"into {name(after[heir])}",))
            elif found := tuple(details(record, after[kept])):
                yield Change(what, "changed", record.id, kept, name(after[kept]), found)
        for record in sorted(new, key=lambda record: record.id):
            origin = same.origins.get(record.id)
            if origin is None:
                yield Change(what, "added", None, record.id, name(record))
            elif same.heirs[origin] != record.id:
                yield Change(what, "split", origin, record.id, name(record), (f"from {name(before[origin])}",))

    # ---- what changed about one ----------------------------------------------------------------------------------

    def entity(self, old: Entity, new: Entity) -> Iterator[str]:
        """Name, type, other names, entry in the gazetteer, mentions."""
        if old.name != new.name:
            yield f"renamed: {old.name} → {new.name}"
        if old.type != new.type:
            yield f"retyped: {old.type} → {new.type}"
        yield from _gained("other name", set(old.aliases) - {new.name}, set(new.aliases) - {old.name})
        yield from _differing("link", old.link and old.link.id, new.link and new.link.id)
        before, after = set(self.spans(old.evidence)), set(self.spans(new.evidence))
        if before != after:
            yield f"mentions: {len(after - before)} more, {len(before - after)} fewer"

    def event(self, old: Event, new: Event) -> Iterator[str]:
        """Type, who, where, when, how certain, reports."""
        yield from _fields(old, new, ("type",))
        yield from self.parts(old, new)
        yield from _differing("time", old.time and old.time.value, new.time and new.time.value)
        yield from _fields(old, new, ("certainty", "polarity", "tense"))
        yield from _gained("difference", *(set(map(describe_difference, event.differences)) for event in (old, new)))
        before, after = set(self.spans(old.evidence)), set(self.spans(new.evidence))
        if before != after:
            yield f"reports: {len(after - before)} more, {len(before - after)} fewer"

    def parts(self, old: Event, new: Event) -> Iterator[str]:
        """Who plays another role, or none any more."""
        before = {(part.role, self.heir(part.entity)) for part in old.participations}
        after = {(part.role, part.entity) for part in new.participations}
        for role in sorted({role for role, _ in before ^ after}):
            sides = ({self.names[entity] for r, entity in side if r == role} for side in (before - after, after - before))
            yield from _gained(role, *sides)

    def relation(self, old: Relation, new: Relation) -> Iterator[str]:
        """Its ends, and when it holds."""
        for end in ("subject", "object"):
            before, after = getattr(old, end), getattr(new, end)
            if (before and self.heir(before)) != after:
                yield from _differing(end, before and self.names[before], after and self.names[after])
        yield from _fields(old, new, ("value", "former", "begin", "end"))

    def heir(self, entity: str) -> str:
        """The id that an entity of the old graph has in the new one."""
        return self.entities.heirs.get(entity, entity)

    def words(self, relation: Relation) -> str:
        """A relation in words."""
        target = self.names[relation.object] if relation.object else None
        former = "formerly" if relation.former else None
        parts = (self.names[relation.subject], former, relation.type.replace("_", " "), relation.value, target)
        return " ".join(filter(None, parts))


def _name(entity: Entity) -> str:
    return f"{entity.name} ({entity.type})"


def _label(event: Event) -> str:
    return event.label


def _title(source: Source) -> str:
    return source.title or source.path or source.id


def _fields(old: object, new: object, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(words for name in names for words in _differing(name, getattr(old, name), getattr(new, name)))


def _differing(name: str, old: object, new: object) -> Iterator[str]:
    if words := _became(name, old, new):
        yield words


def _became(name: str, old: object, new: object) -> str:
    return "" if old == new else f"{name}: {_value(old)} → {_value(new)}"


def _value(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value) if value else "none"


def _gained(what: str, old: set[str], new: set[str]) -> Iterator[str]:
    yield from (f"{what} no longer: {text}" for text in sorted(old - new))
    yield from (f"{what} now: {text}" for text in sorted(new - old))
