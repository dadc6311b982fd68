r"""The names and types of everything that hangs on a node, an edge or the graph, and how lists become scalars.

Graph tools agree on scalars only: text, whole number, number, truth value. So an attribute has one type wherever it occurs,
a missing value is left out (never None), and lists are written as text:

``aliases``, ``within``, ``differs``
    joined with ``|``; a ``|`` or ``\`` inside one of them has a ``\`` before it.
``evidence``, ``time_evidence``
    a JSON array of objects with the fields of `kg.model.Evidence`.
``candidates``
    a JSON array of objects with the fields of `kg.model.Link`.
``differences``
    a JSON array of objects with the fields of `kg.model.Difference`; ``differs`` has the same in words, without evidence.

The best piece of evidence stands beside it as plain attributes (``article``, ``start``, ``end``, ``text``, ``sentence``), so
that a tool that knows no JSON can show a sentence for every edge.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from kg.ids import node_id
from kg.model import Claim, Difference, Evidence, Link

Scalar = str | int | float | bool
Attributes = dict[str, Scalar]

NODE_ATTRIBUTES: Final[Mapping[str, type[Scalar]]] = {
    "label": str,  # what to show
    "name": str,  # the same, under the name that Cytoscape looks for
    "kind": str,  # person, organization, place, facility, group, product, named_event; event; article; value
    "score": float,  # 0..1
    "mentions": int,  # pieces of evidence
    "aliases": str,  # entities: other names
    "link": str,  # IRI of the gazetteer's entry that it is …
    "link_name": str,
    "link_kind": str,  # country, capital, city, region …
    "country": str,  # ISO 3166-1 alpha-2
    "wikidata": str,
    "latitude": float,  # WGS84 degrees
    "longitude": float,
    "within": str,  # … IRIs of the entries that contain it, the narrowest first
    "link_score": float,
    "candidates": str,  # the other entries that it may be
    "type": str,  # events: type of the ontology
    "certainty": str,
    "polarity": str,
    "tense": str,
    "time": str,  # events: TIMEX3 value
    "time_begin": str,  # first day, ISO 8601
    "time_end": str,  # last day
    "granularity": str,
    "time_score": float,
    "time_evidence": str,
    "differs": str,  # where the event's sources differ, in words
    "differences": str,
    "title": str,  # articles
    "published": str,  # ISO 8601 date or date and time
    "publisher": str,
    "url": str,
    "language": str,
    "path": str,
    "sha256": str,  # of the article's text
}
EDGE_ATTRIBUTES: Final[Mapping[str, type[Scalar]]] = {
    "label": str,  # the relation in words; first, because APOC takes the first label for the type
    "relation": str,  # a role (participant, place, …), a relation of the ontology, reported_in or mentioned_in
    "score": float,
    "weight": float,  # pieces of evidence; never 0, for Gephi drops such edges
    "article": str,  # the best evidence: node id of its article …
    "start": int,
    "end": int,
    "text": str,
    "sentence": str,
    "evidence": str,  # … and all of it
    "value": str,  # relations: the position's own words
    "former": bool,  # whether it held in the past only
    "time_begin": str,  # first day, ISO 8601
    "time_end": str,  # last day
}
GRAPH_ATTRIBUTES: Final[Mapping[str, type[Scalar]]] = {
    "base": str,  # base IRI: IRI of a node = base + id
    "generator": str,  # name and version of the program
    "config": str,  # hash of the settings
    "model": str,  # name and version of the language model
}
LISTS: Final = frozenset({"aliases", "within", "differs"})
"""The attributes that are texts joined by `join_texts`."""

ARTICLE: Final = "article"
EVENT: Final = "event"
NAMED_EVENT: Final = "named_event"
"""Kind of an entity of type ``event`` (the Olympic Games), to tell it from what is reported to have happened."""
VALUE: Final = "value"
"""Kind of a node that is a text alone, where a relation has no entity at its end ("a military expert")."""
MENTIONED_IN: Final = "mentioned_in"
REPORTED_IN: Final = "reported_in"
PLACE_ROLE: Final = "place"

_XML_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SEPARATOR = re.compile(r"(?:[^|\\]|\\.)+", re.DOTALL)
_ROUNDED = 4
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def kind_of(entity_type: str) -> str:
    """The kind of the node of an entity."""
    return NAMED_EVENT if entity_type == EVENT else entity_type


def type_of(kind: str) -> str:
    """The entity type that a kind of node stands for: the inverse of `kind_of`."""
    return EVENT if kind == NAMED_EVENT else kind


def fact_id(source: str, relation: str, target: str) -> str:
    """The key of an edge, made of what it says and so the same in every build; with the base before it, it is an IRI.

    >>> fact_id("event/meeting-1f", "participant", "person/ann-2a")
    'fact/event.meeting-1f.participant.person.ann-2a'
    """
    return "fact/" + ".".join((source, relation, target)).replace("/", ".")


def value_id(value: str) -> str:
    """The id of the node of a value; equal words are one node.

    >>> value_id("military expert")
    'value/military-expert-...'
    """
    return node_id(VALUE, value, value)


def scalars(**values: Scalar | None) -> Attributes:
    """The attributes that have a value, with text that XML can carry and scores whose last bits do not show."""
    return {
        name: legal_text(value) if isinstance(value, str) else round_score(value) if isinstance(value, float) else value
        for name, value in values.items()
        if value is not None and value != ""
    }


def round_score(score: float) -> float:
    """A score with four decimals: no output may show on which machine it was computed."""
    return round(float(score), _ROUNDED) + 0.0  # -0.0 becomes 0.0


def legal_text(text: str) -> str:
    """The text with U+FFFD for every character that XML 1.0 has no way to write."""
    return text if text.isprintable() else _XML_ILLEGAL.sub("\ufffd", text)


def join_texts(texts: Iterable[str]) -> str:
    r"""One text for many.

    >>> print(join_texts(["Kim", "either|or"]))
    Kim|either\|or
    """
    return "|".join(text.replace("\\", "\\\\").replace("|", "\\|") for text in texts)


def split_texts(joined: str) -> tuple[str, ...]:
    """The texts again: the inverse of `join_texts`."""
    if "\\" not in joined:
        return tuple(filter(None, joined.split("|")))
    return tuple(re.sub(r"\\(.)", r"\1", part, flags=re.DOTALL) for part in _SEPARATOR.findall(joined))


def dump_evidence(evidence: Iterable[Evidence]) -> str:
    """Evidence as a JSON array that every character survives: what XML cannot carry is escaped."""
    return _dump(map(_evidence_fields, evidence))


def load_evidence(text: str) -> tuple[Evidence, ...]:
    """The evidence again: the inverse of `dump_evidence`.

    Raises:
        ValueError: the text is no such array.
    """
    try:
        return tuple([Evidence(**fields) for fields in json.loads(text)])
    except TypeError as error:
        raise ValueError(f"not a list of evidence: {error}") from error


def dump_links(links: Iterable[Link]) -> str:
    """Links as a JSON array, in their order."""
    return _dump({name: getattr(link, name) for name in Link.__slots__} for link in links)


def load_links(text: str) -> tuple[Link, ...]:
    """The links again: the inverse of `dump_links`.

    Raises:
        ValueError: the text is no such array.
    """
    try:
        return tuple(Link(**fields | {"within": tuple(fields["within"])}) for fields in json.loads(text))
    except (KeyError, TypeError) as error:
        raise ValueError(f"not a list of links: {error}") from error


def dump_differences(differences: Iterable[Difference]) -> str:
    """Differences as a JSON array, in their order."""
    return _dump(
        {
            "aspect": difference.aspect,
            "of": difference.of,
            "claims": [
                {"value": claim.value, "node": claim.node, "evidence": list(map(_evidence_fields, claim.evidence))}
                for claim in difference.claims
            ],
        }
        for difference in differences
    )


def load_differences(text: str) -> tuple[Difference, ...]:
    """The differences again: the inverse of `dump_differences`.

    Raises:
        ValueError: the text is no such array.
    """
    try:
        return tuple(
            Difference(fields["aspect"], fields["of"], tuple(map(_claim, fields["claims"]))) for fields in json.loads(text)
        )
    except (KeyError, TypeError) as error:
        raise ValueError(f"not a list of differences: {error}") from error


def _claim(fields: Mapping[str, Any]) -> Claim:
    return Claim(fields["value"], fields["node"], tuple([Evidence(**piece) for piece in fields["evidence"]]))


def describe_difference(difference: Difference) -> str:
    """A difference in words.

    >>> describe_difference(Difference("number", "victim", (Claim("12", None, ()), Claim("14", None, ()))))
    'number of victim: 12 / 14'
    """
    about = difference.of if difference.aspect == "participant" else difference.aspect
    counted = f" of {difference.of}" if difference.aspect == "number" else ""
    return f"{about}{counted}: {' / '.join(dict.fromkeys(claim.value for claim in difference.claims))}"


def _dump(records: Iterable[Mapping[str, Any]]) -> str:
    text = _ENCODER.encode(list(records))
    return text if text.isprintable() else _XML_ILLEGAL.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _evidence_fields(piece: Evidence) -> dict[str, Any]:
    fields = {
        "article": piece.article,
        "start": piece.start,
        "end": piece.end,
        "text": piece.text,
        "sentence_start": piece.sentence_start,
        "sentence_end": piece.sentence_end,
        "sentence": piece.sentence,
    }
    return fields if piece.score is None else {**fields, "score": piece.score}
