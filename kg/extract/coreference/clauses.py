"""Where a noun or pronoun stands in the grammar: its role, its clause, the clauses above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.coreference.quotes import SAYING
from kg.extract.syntax import is_clause, lemma

if TYPE_CHECKING:
    from kg.extract.tokens import Token

ROLES = (
    "other",
    "subject",
    "passive",
    "object",
    "oblique",
    "modifier",
    "possessive",
    "conjunct",
    "root",
    "apposition",
    "predicate",
)
LINKS = ("", "ccomp", "xcomp", "advcl", "acl", "conj", "parataxis")
"""How a clause belongs to the one above."""

_CONCEDING = frozenset({"although", "though", "but"})
"""What makes a clause an afterthought of who speaks."""
_ROLE = {
    "nsubj": 1, "nsubj:outer": 1, "csubj": 1, "nsubj:pass": 2, "obj": 3, "iobj": 3, "obl": 4, "obl:agent": 4, "obl:tmod": 4,
    "obl:unmarked": 4, "obl:npmod": 4, "nmod": 5, "nmod:unmarked": 5, "nmod:tmod": 5, "nmod:poss": 6, "conj": 7, "ROOT": 8,
    "root": 8, "appos": 9, "xcomp": 10, "ccomp": 10,
}  # fmt: skip


def role_of(head: Token) -> int:
    """The number of a noun's or pronoun's role in `ROLES`."""
    token = head
    while token.dep_ == "conj" and token.head.pos_ in {"NOUN", "PROPN", "PRON"} and token.head is not token:
        token = token.head
    if token is not head:
        return 7
    if head.dep_ in {"ROOT", "root", "ccomp", "xcomp", "advcl", "parataxis", "conj", "acl:relcl"} and any(
        c.dep_ == "cop" for c in head.children
    ):
        return 10
    return _ROLE.get(head.dep_, 0)


def clauses_of(head: Token, base: int) -> dict[str, int]:
    """The clause of a token and the two that it belongs to."""
    clause = _clause(head)
    above = _clause(clause.head) if clause.head.i != clause.i else None
    higher = _clause(above.head) if above is not None and above.head.i != above.i else None
    return {
        "clause": base + clause.i,
        "above": -1 if above is None else base + above.i,
        "higher": -1 if higher is None else base + higher.i,
        "link": LINKS.index(name) if (name := clause.dep_.split(":")[0]) in LINKS else 0,
        "borrows": int(_borrows(clause)),
        "says": int(lemma(clause) in SAYING),
        "concedes": int(any(child.dep_ == "mark" and child.lower_ in _CONCEDING for child in clause.children)),
    }


def _clause(token: Token) -> Token:
    """The head of the clause that a token stands in."""
    for _ in range(20):
        if token.head.i == token.i or is_clause(token) or (token.dep_ == "conj" and _has_subject(token)):
            break
        token = token.head
    return token


def _borrows(clause: Token) -> bool:
    """Whether a clause without a subject has the one of the clause above: "and handed it over", "by selling it"."""
    if any(child.dep_.startswith(("nsubj", "csubj", "expl")) for child in clause.children):
        return False
    return clause.dep_ == "conj" or (
        clause.dep_ == "advcl" and any(child.dep_ in {"mark", "case"} and child.i < clause.i for child in clause.children)
    )


def _has_subject(token: Token) -> bool:
    return any(child.dep_ in {"nsubj", "nsubj:pass", "cop"} for child in token.children)


def predicate_of(head: Token) -> str:
    """The noun that a pronoun is said to be ("it is the biggest contract"), else an empty string."""
    above = head.head
    said = head.dep_ == "nsubj" and above.pos_ == "NOUN" and any(child.dep_ == "cop" for child in above.children)
    return lemma(above) if said else ""


def is_empty(head: Token) -> bool:
    """Whether "it" may announce a clause ("it is likely that", "it takes time to")."""
    if head.dep_ == "expl":
        return True
    if head.dep_ not in {"nsubj", "nsubj:pass"}:
        return False
    return any(
        c.i > head.i
        and (c.dep_.startswith("csubj") or (c.dep_ in {"ccomp", "xcomp", "advcl", "acl"} and head.head.pos_ == "ADJ"))
        for c in head.head.children
    )


def verb_of(head: Token) -> int:
    """The token that governs the clause of a noun: the nearest verb above it, or the top."""
    token = head
    for _ in range(12):
        if token.head.i == token.i:
            break
        token = token.head
        if token.pos_ in {"VERB", "AUX"}:
            break
    return int(token.i)
