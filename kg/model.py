"""The vocabulary that all stages share: plain frozen records, no spaCy, rdflib or networkx object among them.

Offsets are Unicode code points into ``Article.text``, end exclusive, so ``article.text[m.start:m.end] == m.text``.
The first half is what one article says (its file form is the stand-off format), the second what all articles together say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal[
    "headline", "section", "published", "byline", "dateline", "paragraph", "caption", "credit", "contact", "duplicate"
]
EntityType = str
"""``person``, ``organization``, ``place``, ``facility``, ``group``, ``product``, ``event``: a file of the ontology each."""
MentionKind = Literal["name", "nominal", "pronoun"]
TimeType = Literal["date", "time", "duration", "set"]
TimeRelation = Literal["on", "in", "before", "after", "since", "until"]
EventKind = Literal["verb", "noun", "other"]
Certainty = Literal["certain", "probable", "possible", "planned"]
Polarity = Literal["positive", "negative"]
Tense = Literal["past", "present", "future", "none"]
Aspect = Literal["duration", "number", "participant", "place", "status", "time"]


# ---- one article -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text."""

    start: int
    end: int

    def text_in(self, text: str) -> str:
        """The stretch of its text."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two have a character in common."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Block(Span):
    """A piece of newspaper layout; the end of a block is always the end of a sentence.

    ``headline``, ``paragraph`` and ``caption`` are prose. ``dateline`` and ``credit`` only name places and agencies;
    ``section``, ``published``, ``byline``, ``contact`` and ``duplicate`` (a repeated caption) say nothing about the world.
    """

    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Article:
    """One news article as it was read.

    Attributes:
        id: the id given with it, else the hash of its text.
        source: path (and line) that it came from.
        published: ISO 8601 date or date and time, or None where the text does not tell.
        text: the analysed text, as read but for a byte-order mark and CRLF.
        blocks: the layout, in order, without overlaps; text outside of them is white space.
    """

    id: str
    source: str
    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    title_span: Span | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Mention(Span):
    """A name, nominal or pronoun that stands for a person, organization, place …; ``entity`` is its chain in the article.

    ``metonym``: the name of a place that stands for who governs there ("Moscow stands ready", not "in Moscow").
    """

    id: str
    text: str
    type: EntityType
    kind: MentionKind
    entity: str | None
    score: float | None
    metonym: bool = False


@dataclass(frozen=True, slots=True)
class Time(Span):
    """A time expression; ``value`` is TIMEX3 (``2023-09-13``, ``2023-W37``, ``P2D``), None where it cannot be told."""

    id: str
    text: str
    type: TimeType
    value: str | None
    score: float | None


@dataclass(frozen=True, slots=True)
class Chain:
    """The mentions of one thing inside one article (``entities`` in the stand-off format)."""

    id: str
    type: EntityType
    name: str
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Join:
    """Why two mentions of an article are one thing: a step of a chain.

    Attributes:
        left, right: mention ids, in the order of the text.
        rule: short name of the rule ("surname", "acronym", "apposition", "pronoun" …).
        score: 0..1.
        reason: the evidence in words, for people ("“Putin” is the surname of “Vladimir Putin” before it").
    """

    left: str
    right: str
    rule: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Trigger(Span):
    """The head word of the verb or noun that names an event."""

    text: str
    lemma: str = ""


@dataclass(frozen=True, slots=True)
class Argument:
    """A mention in its role at an event."""

    role: str
    mention: str
    score: float | None


@dataclass(frozen=True, slots=True)
class EventMention:
    """An event as one sentence reports it; equal ``cluster`` ids are the same happening inside the article."""

    id: str
    type: str
    trigger: Trigger
    kind: EventKind
    arguments: tuple[Argument, ...]
    time: str | None
    time_relation: TimeRelation | None
    place: str | None
    certainty: Certainty
    polarity: Polarity
    tense: Tense
    cluster: str
    score: float | None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class RelationMention(Span):
    """A lasting relation as one sentence states it; the span is the words that say so.

    Attributes:
        type: a relation of the ontology (``holds_position``, ``part_of`` …).
        subject: mention id.
        object: mention id, or None where the relation has a value alone ("a military expert").
        value: the position's or degree's own words ("President"), or None.
        former: whether it held in the past only ("former president").
        time: id of the time expression that says when, or None.
        time_relation: ``since`` where it began then, ``until`` where it ended then, ``in`` where it held then.
    """

    id: str
    type: str
    subject: str
    object: str | None
    value: str | None
    score: float | None
    former: bool = False
    time: str | None = None
    time_relation: TimeRelation | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one article says: the input of resolution, and one line of the stand-off file."""

    article: Article
    sentences: tuple[Span, ...]
    mentions: tuple[Mention, ...]
    times: tuple[Time, ...]
    chains: tuple[Chain, ...]
    events: tuple[EventMention, ...]
    relations: tuple[RelationMention, ...] = ()
    joins: tuple[Join, ...] = ()


# ---- all articles together ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """Where something is said: a span, and the sentence around it.

    Attributes:
        article: id of the article's node in the graph (``article/…``).
        start, end: the words that say it.
        text: those words.
        sentence_start, sentence_end, sentence: the sentence that they stand in.
        score: 0..1, or None where there is none.
    """

    article: str
    start: int
    end: int
    text: str
    sentence_start: int
    sentence_end: int
    sentence: str
    score: float | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Link:
    """An entry of the gazetteer (or of the user's authority file) that an entity is, or may be.

    Attributes:
        id: IRI of the entry (``https://sws.geonames.org/524901/``, or what the authority file gives).
        name: the entry's own name.
        kind: ``country``, ``capital``, ``city``, ``region``, ``continent`` …; empty where unknown.
        country: ISO 3166-1 alpha-2 code, or None.
        wikidata: ``Q649``, or None.
        latitude, longitude: WGS84 degrees, or None.
        within: IRIs of the entries that contain it, the narrowest first.
        score: 0..1.
    """

    id: str
    name: str
    kind: str
    country: str | None
    wikidata: str | None
    latitude: float | None
    longitude: float | None
    within: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Entity:
    """One real thing, whatever the articles call it.

    Attributes:
        link: what the thing is, or None where that is open.
        candidates: the other entries that it might be, the likeliest first.
    """

    id: str
    type: EntityType
    name: str
    aliases: tuple[str, ...]
    score: float
    evidence: tuple[Evidence, ...]
    link: Link | None = None
    candidates: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Participation:
    """An entity's part in an event; the place is the role ``place``."""

    role: str
    entity: str
    score: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class EventTime:
    """When an event happened, as coarse as the articles say it.

    Attributes:
        value: TIMEX3 value.
        begin, end: first and last day (ISO 8601), None where open.
        granularity: ``day``, ``week``, ``month``, ``year`` … or ``range``.
    """

    value: str
    begin: str | None
    end: str | None
    granularity: str
    score: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """What some of an event's sources say where others say something else.

    Attributes:
        value: in words: a TIMEX3 value, the name of a place or participant, "at least 12", "2 hours", "certain", "denied".
        node: id of the entity that is named, or, of a status, of the event that has it; None where there is none.
    """

    value: str
    node: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Claims about one event that cannot all be true, each from other articles.

    Attributes:
        aspect: what they are about.
        of: the role that is filled or counted ("victim", "victim: soldier"); empty for the other aspects.
        claims: two or more, sorted.
    """

    aspect: Aspect
    of: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One happening, however many sentences and articles report it."""

    id: str
    type: str
    label: str
    participations: tuple[Participation, ...]
    time: EventTime | None
    certainty: Certainty
    polarity: Polarity
    tense: Tense
    score: float
    evidence: tuple[Evidence, ...]
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """A lasting relation between two entities, or an entity and a value, with all that states it.

    Attributes:
        id: ``relation/…``, made of what it says.
        object: entity id, or None where there is a value alone.
        value: the position's own words, or None.
        former: whether all that is stated of it is past.
        begin, end: first and last day (ISO 8601) where the text gives them.
    """

    id: str
    type: str
    subject: str
    object: str | None
    value: str | None
    former: bool
    begin: str | None
    end: str | None
    score: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """An article as a source in the graph; equal texts are one source."""

    id: str
    title: str | None
    published: str | None
    publisher: str | None
    url: str | None
    language: str
    path: str
    text_sha256: str


Verdict = Literal["one", "apart", "doubtful"]


@dataclass(frozen=True, slots=True)
class Merge:
    """What was decided about two names of different articles, and why: a line of the merge ledger.

    Attributes:
        left, right: (article id, mention id).
        verdict: whether they are one; ``doubtful`` ones stay two.
        rule: short name of what decided.
        score: 0..1, how much speaks for one; -1 where something forbids it.
        reason: the evidence in words, for people.
    """

    left: tuple[str, str]
    right: tuple[str, str]
    verdict: Verdict
    rule: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """What all articles together say, and which chain and event mention went where.

    Attributes:
        sources, entities, events, relations: sorted by id.
        entity_of: (article id, chain id) -> entity id.
        event_of: (article id, event mention id) -> event id.
        merges: what made names of different articles one, or kept them two.
    """

    sources: tuple[Source, ...]
    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
    entity_of: Mapping[tuple[str, str], str]
    event_of: Mapping[tuple[str, str], str]
    relations: tuple[Relation, ...] = ()
    merges: tuple[Merge, ...] = ()

    def all_evidence(self) -> Iterator[Evidence]:
        """Every span that anything here rests on."""
        for entity in self.entities:
            yield from entity.evidence
        for event in self.events:
            yield from event.evidence
            for participation in event.participations:
                yield from participation.evidence
            if event.time:
                yield from event.time.evidence
            for difference in event.differences:
                for claim in difference.claims:
                    yield from claim.evidence
        for relation in self.relations:
            yield from relation.evidence
