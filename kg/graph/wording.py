"""Events and relations in words, from the side of one who takes part."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from typing import Final

from kg.graph.attributes import PLACE_ROLE
from kg.graph.nodes import EntityNode, EventNode, RelationEdge
from kg.model import Evidence
from kg.ontology import ROOT, load_ontology

_DOERS: Final = frozenset(
    "agent speaker participant giver organizer host attacker accuser demander buyer seller mediator".split()
)
_OBJECTS: Final = frozenset({"patient", "target", "object", "victim", "candidate"})
_AGAINST: Final = frozenset({"Attack", "Sanction", "Threat", "Protest", "Coercion", "Mobilization"})
_STOP: Final = re.compile(r"[.;:!?]?[”\"]?$|[,;:] | [–—-] |[.!?] | and (?:that|he|she|it|they) ")
_STEM: Final = 4
"""Letters by which a word is known to be that of a type ("visited", "Visit")."""
_LONG: Final = 70
"""Characters of a clause that are shown."""
_WORDS: Final = {
    "addressee": "to",
    "recipient": "to",
    "destination": "to",
    "beneficiary": "for",
    "origin": "from",
    "source": "from",
    "instrument": "with",
    "theme": "about",
}


def status_of(event: EventNode) -> str:
    """What to say of an event that is not simply asserted; nothing where it is."""
    denied = event.polarity == "negative"
    if event.certainty in {"certain", "probable"}:
        return "denied" if denied else "" if event.certainty == "certain" else "probably"
    return f"not {event.certainty}" if denied else event.certainty


def summarize(who: EntityNode, event: EventNode, quote: Evidence) -> str:
    """What a thing did in an event: what, with or by whom, to whom, where. An event of no type is told in the article's words.

    Args:
        who: one who takes part, or the place.
        event: what it was.
        quote: the word that reports it, in its sentence.
    """
    others = {role: [str(player) for player in players if player.id != who.id] for role, players in event.roles.items()}
    mine = {role for role, names in others.items() if len(names) < len(event.roles[role])}
    does = bool(mine & _DOERS)
    own = does and bool(quote.sentence) and _tells_nobody(event, mine, others)
    head = _head(event, quote, own)
    parts = [head[:1].upper() + head[1:]]
    for role in sorted(others, key=_rank_of):
        if others[role] and (not own or role in mine):
            words = f"{_preposition(event, role, role in mine)} {_listed(others[role])}"
            parts.append(f"({words})" if own else words)
    if not does and not any(others.get(role) for role in _DOERS):
        parts += [f"(as {role.replace('_', ' ')})" for role in sorted(mine - {PLACE_ROLE})]
    return " ".join([*parts, *(["there"] if PLACE_ROLE in mine else [])])


def _tells_nobody(event: EventNode, mine: Set[str], others: Mapping[str, Sequence[str]]) -> bool:
    """Whether type and names say too little, so that the article has to say it."""
    known = load_ontology().events.get(event.type)
    if known is None or event.type == ROOT:
        return True
    return not any(names for role, names in others.items() if role not in mine or known.reciprocal)


def _head(event: EventNode, quote: Evidence, own: bool) -> str:
    """What happened: the type, the article's own words, or both."""
    known = load_ontology().events.get(event.type)
    if known is None or event.type == ROOT:
        return _clause(quote) if own else quote.text or event.label.partition(" of ")[0].partition(",")[0]
    if not own or quote.text.lower() == known.label.lower():
        return known.label
    clause = _clause(quote)
    return clause if clause[:_STEM].lower() == known.label[:_STEM].lower() else f"{known.label}: {clause}"


def _clause(quote: Evidence) -> str:
    """The words from a verb on to the next stop."""
    rest = " ".join(quote.sentence[quote.start - quote.sentence_start :].split())
    clause = _STOP.split(rest, maxsplit=1)[0]
    return clause if len(clause) <= _LONG else f"{clause[:_LONG].rsplit(' ', 1)[0]} …"


def _rank_of(role: str) -> tuple[int, str]:
    """Objects, then doers, then all others, the place last."""
    order = 0 if role in _OBJECTS else 1 if role in _DOERS else 3 if role == PLACE_ROLE else 2
    return order, role


def _preposition(event: EventNode, role: str, mine: bool) -> str:
    if role == PLACE_ROLE:
        return "at" if event.place is not None and event.place.kind == "facility" else "in"
    if mine or role == "participant":
        return "with"
    if role in _OBJECTS:
        return "against" if event.type in _AGAINST else "of"
    return "by" if role in _DOERS else _WORDS.get(role, f"({role.replace('_', ' ')})")


def _listed(names: Sequence[str]) -> str:
    shown = [*names[:4], *([f"{len(names) - 4} more"] if len(names) > 4 else [])]
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))


def describe_relation(who: EntityNode, relation: RelationEdge) -> str:
    """A lasting relation from the side of one of its ends: "holds position: President, Russia"."""
    what = relation.type.replace("_", " ")
    former = "formerly " if relation.former else ""
    held = " – ".join((relation.begin or "", relation.end or "")) if relation.begin or relation.end else ""
    if who.id == relation.subject.id:
        ends = ", ".join(filter(None, (relation.value, str(relation.object or ""))))
        return f"{former}{what}: {ends}" + (f" ({held.strip()})" if held else "")
    ends = ", ".join(filter(None, (str(relation.subject), f"{former}{what}", relation.value)))
    return ends + (f" ({held.strip()})" if held else "")
