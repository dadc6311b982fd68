"""What the graph answers with: people, places, events and articles as small records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.graph.attributes import PLACE_ROLE
from kg.model import Certainty, Difference, EventTime, Evidence, Link, Polarity, Tense


@dataclass(frozen=True, slots=True, repr=False)
class Node:
    """Anything in the graph.

    Attributes:
        id: id in the graph and in GraphML (``person/…``).
        iri: id in RDF.
        kind: ``person``, ``organization``, ``place``, ``facility``, ``group``, ``product``, ``named_event``, ``event``,
            ``article`` or ``value`` (words at the end of a relation that leads to no entity: "military expert").
        label: what to show.
    """

    id: str
    iri: str
    kind: str
    label: str

    def __str__(self) -> str:
        return self.label

    def __repr__(self) -> str:
        return f"<{self.kind} {self}>"

    def _repr_html_(self) -> str:
        from kg.graph.cards import card

        return card(self)


@dataclass(frozen=True, slots=True, repr=False)
class EntityNode(Node):
    """A person, organization, place or another thing with a name.

    Attributes:
        aliases: its other names.
        score: 0..1, how sure it is that all its mentions are one thing.
        mentions: how often the articles mention it.
        link: the entry of the gazetteer that it is, or None where that is open.
        candidates: the other entries that it might be, the likeliest first.
    """

    aliases: tuple[str, ...]
    score: float
    mentions: int
    link: Link | None = None
    candidates: tuple[Link, ...] = ()

    @property
    def name(self) -> str:
        """Its canonical name."""
        return self.label


@dataclass(frozen=True, slots=True, repr=False)
class RelationEdge:
    """A lasting relation: who holds which position, what is part of what.

    Attributes:
        id, iri: of the edge.
        type: relation of the ontology (``holds_position``).
        object: the entity at its other end, or None where there is a value alone.
        value: the position's own words ("President"), or None.
        former: whether it held in the past only.
        begin, end: first and last day, as far as the articles tell.
        evidence: the words that state it, with their sentences.
    """

    id: str
    iri: str
    type: str
    subject: EntityNode
    object: EntityNode | None
    value: str | None
    former: bool
    begin: str | None
    end: str | None
    score: float
    evidence: tuple[Evidence, ...]

    def __str__(self) -> str:
        words = (str(self.subject), "formerly" if self.former else "", self.type.replace("_", " "), self.value, self.object)
        return " ".join(str(word) for word in words if word)

    def __repr__(self) -> str:
        return f"<relation {self}>"

    def _repr_html_(self) -> str:
        from kg.graph.cards import card

        return card(self)


@dataclass(frozen=True, slots=True, repr=False)
class ArticleNode(Node):
    """An article as a source; what is not known is None."""

    title: str | None
    published: str | None
    publisher: str | None
    url: str | None
    language: str
    path: str
    sha256: str


@dataclass(frozen=True, slots=True, repr=False)
class EventNode(Node):
    """Something that happened, or is said to happen or not.

    Attributes:
        type: type of the ontology (``Meeting``).
        roles: role -> who or what plays it; the place is the role ``place``.
        time: when, as coarse as the articles say it, or None.
        articles: who reports it.
        evidence: the words that report it, with their sentences.
        differences: where its articles differ, with what each claims.
    """

    type: str
    roles: Mapping[str, tuple[EntityNode, ...]] = field(hash=False)
    time: EventTime | None
    certainty: Certainty
    polarity: Polarity
    tense: Tense
    score: float
    articles: tuple[ArticleNode, ...]
    evidence: tuple[Evidence, ...]
    differences: tuple[Difference, ...] = ()

    @property
    def participants(self) -> tuple[EntityNode, ...]:
        """Everyone and everything that takes part, in whatever role; not the place."""
        players = (entity for role, entities in self.roles.items() if role != PLACE_ROLE for entity in entities)
        return tuple(dict.fromkeys(players))

    @property
    def place(self) -> EntityNode | None:
        """Where it happened."""
        return next(iter(self.roles.get(PLACE_ROLE, ())), None)

    @property
    def asserted(self) -> bool:
        """Whether the articles say that it happened: neither planned nor merely possible, nor denied."""
        return is_asserted(self.certainty, self.polarity)

    def __str__(self) -> str:
        who = ", ".join(map(str, self.participants))
        facts = (who, str(self.place or ""), self.time.value if self.time else "")
        return f"{self.type}: {'; '.join(filter(None, facts))}" if any(facts) else self.label


def is_asserted(certainty: str, polarity: str) -> bool:
    """Whether something is said to have happened, for certain or probably."""
    return polarity == "positive" and certainty in {"certain", "probable"}
