"""What hangs on the node of an article, an entity or an event."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter
from typing import Final

from kg.errors import GraphError
from kg.graph.attributes import (
    ARTICLE,
    EVENT,
    Attributes,
    describe_difference,
    dump_differences,
    dump_evidence,
    dump_links,
    join_texts,
    kind_of,
    legal_text,
    round_score,
    scalars,
)
from kg.model import Claim, Difference, Entity, Event, EventTime, Evidence, Link, Source

NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
"""What a type, a role or a relation may be called: a local name in RDF without escapes."""
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`]*")


def article_attributes(source: Source) -> Attributes:
    """The attributes of an article."""
    label = source.title or source.id.partition("/")[2]
    return scalars(
        label=label,
        name=label,
        kind=ARTICLE,
        title=source.title,
        published=source.published,
        publisher=source.publisher,
        url=source.url,
        language=source.language,
        path=source.path,
        sha256=source.text_sha256,
    )


def entity_attributes(entity: Entity) -> Attributes:
    """The attributes of an entity, with those of the gazetteer's entry that it is."""
    name = legal_text(entity.name) or entity.id.partition("/")[2]
    aliases = {legal_text(alias) for alias in entity.aliases} - {name, ""}
    return scalars(
        label=name,
        name=name,
        kind=kind_of(entity.type),
        score=float(entity.score),
        mentions=len(set(entity.evidence)),
        aliases=join_texts(sorted(aliases)),
    ) | _link_attributes(entity)


def _link_attributes(entity: Entity) -> Attributes:
    candidates = [_rounded(link) for link in entity.candidates]
    ordered = sorted(candidates, key=lambda link: (-link.score, link.id))
    attributes = scalars(candidates=dump_links(ordered) if ordered else None)
    if entity.link is None:
        return attributes
    link = _rounded(entity.link)
    return attributes | scalars(
        link=link.id,
        link_name=link.name,
        link_kind=link.kind,
        country=link.country,
        wikidata=link.wikidata,
        latitude=link.latitude,
        longitude=link.longitude,
        within=join_texts(link.within),
        link_score=link.score,
    )


def _rounded(link: Link) -> Link:
    if wrong := [entry for entry in (link.id, *link.within) if not _IRI.fullmatch(entry)]:
        raise GraphError(f"{wrong[0]!r} is not the IRI of an entry of the gazetteer")
    return Link(
        id=link.id,
        name=legal_text(link.name),
        kind=legal_text(link.kind),
        country=legal_text(link.country or "") or None,
        wikidata=legal_text(link.wikidata or "") or None,
        latitude=None if link.latitude is None else round_score(link.latitude),
        longitude=None if link.longitude is None else round_score(link.longitude),
        within=link.within,
        score=round_score(link.score),
    )


def event_attributes(event: Event) -> Attributes:
    """The attributes of an event, with those of its time."""
    if not NAME.fullmatch(event.type):
        raise GraphError(f"{event.id}: {event.type!r} is not the name of a type")
    label = event.label or event.type
    attributes = scalars(
        label=label,
        name=label,
        kind=EVENT,
        score=float(event.score),
        mentions=len(set(event.evidence)),
        type=event.type,
        certainty=event.certainty,
        polarity=event.polarity,
        tense=event.tense,
    )
    if event.time:
        attributes |= _time_attributes(event.id, event.time)
    return attributes | _difference_attributes(event)


def _time_attributes(event: str, time: EventTime) -> Attributes:
    return scalars(
        time=time.value,
        time_begin=time.begin,
        time_end=time.end,
        granularity=time.granularity,
        time_score=float(time.score),
    ) | {"time_evidence": dump_evidence(arrange(f"the time of {event}", time.evidence))}


def _difference_attributes(event: Event) -> Attributes:
    """What its sources differ in, sorted."""
    found = sorted((_arranged(event.id, known) for known in event.differences), key=attrgetter("aspect", "of"))
    if twice := [later for earlier, later in pairwise(found) if (earlier.aspect, earlier.of) == (later.aspect, later.of)]:
        raise GraphError(f"{event.id}: the difference in {twice[0].aspect} is there twice")
    if not found:
        return {}
    return {"differs": legal_text(join_texts(map(describe_difference, found))), "differences": dump_differences(found)}


def _arranged(event: str, difference: Difference) -> Difference:
    what = f"the {difference.aspect} of {event}"
    claims: dict[tuple[str, str], Claim] = {}
    for claim in difference.claims:
        value = legal_text(claim.value)
        if not value or (value, claim.node or "") in claims:
            raise GraphError(f"{what}: {value!r} is {'claimed twice' if value else 'no claim'}")
        claims[value, claim.node or ""] = Claim(value, claim.node, arrange(what, claim.evidence))
    if len(claims) < 2:
        raise GraphError(f"{what}: one claim alone is no difference")
    return Difference(difference.aspect, legal_text(difference.of), tuple(claims[key] for key in sorted(claims)))


def arrange(what: str, evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The evidence in the order of the articles, every span once, with the best of its scores."""
    best: dict[tuple[str, int, int], Evidence] = {}
    for piece in evidence:
        span = piece.article, piece.start, piece.end
        score = None if piece.score is None else round_score(piece.score)
        if span not in best or rank(score) > rank(best[span].score):
            best[span] = piece if score == piece.score else replace(piece, score=score)
    if not best:
        raise GraphError(f"{what} has no evidence")
    return tuple(best[span] for span in sorted(best))


def rank(score: float | None) -> float:
    """What has no score comes after what has the worst."""
    return -1.0 if score is None else score
