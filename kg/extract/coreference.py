"""Which mentions of an article are one thing: variants of a name, "the spaceport", "he" and "their".

Rules with a bias against wrong joins: where two readings are open, a mention stays alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from kg.disjoint import DisjointSets
from kg.extract.discourse import Discourse, Draft
from kg.extract.mentions import Name
from kg.extract.passages import Passage
from kg.extract.syntax import clause_head, conjuncts, subjects
from kg.facilities import parse_facility
from kg.model import Span
from kg.names import compare_names, compare_persons, initials, key, words

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

_NOMINAL_SCORE = 0.7
_PRONOUN_SCORE = 0.6
_SINGULAR = frozenset({"he", "him", "his", "she", "her", "hers"})
_PLURAL = frozenset({"they", "them", "their"})
_SENTENCES_BACK = 2
_DEFINITE = frozenset({"the", "this", "that"})


def open_discourse(text: str, passages: Sequence[Passage], names: Sequence[Name]) -> Discourse:
    """The discourse of an article with its names in chains and the nominals that can only mean one of them."""
    discourse = Discourse(text, passages)
    for name, chain in zip(names, link_names(text, names), strict=True):
        discourse.add(Draft(name.span, name.type, "name", name.score, chain))
    _link_facilities(discourse)
    return discourse


# ---- names -------------------------------------------------------------------------------------------------------


def link_names(text: str, names: Sequence[Name]) -> list[int]:
    """A chain number for every name: equal numbers are one thing.

    Full names come first; a surname joins the one full name before it that it fits, acronyms the name that they abbreviate.
    """
    texts = [text[name.span.start : name.span.end] for name in names]
    chains = DisjointSets()
    for i, (name, surface) in enumerate(zip(names, texts, strict=True)):
        if name.type != "person":
            chains.join(i, _thing_keys(name.type, surface))
        elif len(words(surface)) > 1:
            chains.join(i, [("person", key(surface))])
    _join_full_persons(chains, [(i, texts[i]) for i, n in enumerate(names) if n.type == "person" and len(words(texts[i])) > 1])
    _join_acronyms(chains, [(i, texts[i], n.type) for i, n in enumerate(names) if n.type != "person"])
    _join_surnames(chains, names, texts)
    return [chains.find(i) for i in range(len(names))]


def _thing_keys(type_: str, surface: str) -> Iterator[tuple[str, ...]]:
    """What a name of a thing shares with its variants: itself, and for a facility its own words and its kind."""
    yield ("group" if type_ == "group" else "thing", key(surface))
    facility = parse_facility(surface) if type_ in {"facility", "place"} else None
    if facility and facility.own:
        yield ("facility", facility.kind, *facility.own)


def _join_full_persons(chains: DisjointSets, named: Sequence[tuple[int, str]]) -> None:
    """Variants of full names ("V. Putin", "Vladimir Vladimirovich Putin"), compared where they share a word."""
    distinct = {key(surface): (number, surface) for number, surface in reversed(named)}
    sharing: Mapping[str, list[tuple[int, str]]] = defaultdict(list)
    for number, surface in distinct.values():
        for word in {words(surface)[0], words(surface)[-1]}:
            for other, other_surface in sharing[word]:
                if compare_persons(surface, other_surface) in {"equal", "variant"}:
                    chains.union(number, other)
            sharing[word].append((number, surface))


def _join_acronyms(chains: DisjointSets, named: Sequence[tuple[int, str, str]]) -> None:
    long = {initials(surface): (number, surface) for number, surface, _ in reversed(named) if len(words(surface)) > 1}
    for number, surface, type_ in named:
        letters = "".join(words(surface))
        if type_ != "group" and letters in long and compare_names(surface, long[letters][1]) == "acronym":
            chains.union(number, long[letters][0])


def _join_surnames(chains: DisjointSets, names: Sequence[Name], texts: Sequence[str]) -> None:
    """A person's single name joins the full name it fits: the only one before it, or the only one of the article."""
    full: Mapping[str, list[int]] = defaultdict(list)
    for i, name in enumerate(names):
        if name.type == "person" and len(words(texts[i])) > 1:
            for word in {words(texts[i])[0], words(texts[i])[-1]}:
                full[word].append(i)
    for i, name in enumerate(names):
        if name.type != "person" or len(words(texts[i])) != 1:
            continue
        fitting = full[words(texts[i])[0]]
        before = {chains.find(other) for other in fitting if other < i}
        candidates = before or {chains.find(other) for other in fitting}
        if len(candidates) == 1:
            chains.union(i, candidates.pop())
        else:
            chains.join(i, [("person", words(texts[i])[0])])


# ---- nominals ----------------------------------------------------------------------------------------------------


def _link_facilities(discourse: Discourse) -> None:
    """Nominals such as "the spaceport" where the article names one spaceport before, or one at all."""
    named: list[tuple[int, str, int]] = []
    for draft in discourse.drafts:
        if draft.kind == "name" and draft.type in {"facility", "place"}:
            parts = parse_facility(discourse.text[draft.span.start : draft.span.end])
            if parts and parts.own:
                named.append((draft.span.start, parts.kind, draft.chain))
    if not named:
        return
    for number, passage in enumerate(discourse.passages):
        for token in passage.doc:
            if token.pos_ == "NOUN" and (span := _definite_noun(passage, token)) and discourse.number_of(number, token) is None:
                noun = parse_facility(discourse.text[span.start : span.end])
                if noun is None or noun.own:
                    continue
                before = {chain for start, kind, chain in named if kind == noun.kind and start < span.start}
                chains = before or {chain for _, kind, chain in named if kind == noun.kind}
                if len(chains) == 1:
                    discourse.add(Draft(span, "facility", "nominal", _NOMINAL_SCORE, chains.pop()))


def _definite_noun(passage: Passage, noun: Token) -> Span | None:
    """The span of a noun with its compounds behind "the", if nothing else describes it ("the space centre")."""
    parts = [child for child in noun.children if child.dep_ == "compound"]
    if noun.dep_ == "compound" or not any(child.dep_ == "det" and child.lower_ in _DEFINITE for child in noun.children):
        return None
    if any(child.dep_ in {"amod", "nmod", "acl", "acl:relcl", "nmod:poss", "nummod"} for child in noun.children):
        return None
    first = min([*parts, noun], key=lambda token: token.i)
    return Span(passage.locate(first).start, passage.locate(noun).end)


# ---- pronouns ----------------------------------------------------------------------------------------------------


def resolve_pronoun(discourse: Discourse, passage: int, token: Token) -> list[int]:
    """The mentions that a personal pronoun stands for: none where that is open.

    "he" becomes a mention of its own in the person's chain; "their" gives the mentions of a coordination ("Putin and Kim …
    their meeting").
    """
    if token.lower_ in _SINGULAR:
        antecedent = _person_before(discourse, passage, token)
        if antecedent is None:
            return []
        span = discourse.passages[passage].locate(token)
        return [discourse.add(Draft(span, "person", "pronoun", _PRONOUN_SCORE, discourse.drafts[antecedent].chain))]
    if token.lower_ in _PLURAL:
        return _pair_before(discourse, passage, token)
    return []


def _person_before(discourse: Discourse, passage: int, token: Token, depth: int = 0) -> int | None:
    """The person whom "he" or "she" means: the subject above it, else of the nearest sentence before that has one."""
    beside = {discourse.headed_by(passage, subject) for subject in _subjects_in_reach(token) if _same_predicate(subject, token)}
    barred = {discourse.drafts[number].chain for number in beside if number is not None}
    for subject in _subjects_in_reach(token):
        number = _person(discourse, passage, subject)
        if number is not None and not _same_predicate(subject, token):
            return number
    if any(t.i < token.i and _person(discourse, passage, t) is not None for t in token.sent):
        return None
    for where, sentence in _sentences_before(discourse, passage, token):
        subjects_ = [t for t in sentence if t.dep_ in {"nsubj", "nsubj:pass"}]
        numbers = [_person(discourse, where, t) for t in subjects_]
        if (
            not any(n is not None for n in numbers)
            and depth < _SENTENCES_BACK
            and subjects_
            and subjects_[0].lower_ in _SINGULAR
        ):
            numbers = [_person_before(discourse, where, subjects_[0], depth + 1)]
        chains = {discourse.drafts[n].chain: n for n in numbers if n is not None}
        open_ = [n for chain, n in chains.items() if chain not in barred]
        if chains:
            return open_[0] if len(open_) == 1 else None
    return None


def _person(discourse: Discourse, passage: int, token: Token) -> int | None:
    number = discourse.headed_by(passage, token)
    return number if number is not None and discourse.drafts[number].type == "person" else None


def _sentences_before(discourse: Discourse, passage: int, token: Token) -> Iterator[tuple[int, DocSpan]]:
    """The sentences before a token's, the nearest first, into the paragraph before; with the number of their passage."""
    here = [(passage, sentence) for sentence in token.doc.sents if sentence.end <= token.sent.start]
    before = [(passage - 1, sentence) for sentence in discourse.passages[passage - 1].doc.sents] if passage else []
    return iter(list(reversed([*before, *here]))[:_SENTENCES_BACK])


def _pair_before(discourse: Discourse, passage: int, token: Token) -> list[int]:
    for subject in _subjects_in_reach(token):
        numbers = [discourse.headed_by(passage, member) for member in conjuncts(subject)]
        if None in numbers:
            continue
        members = sorted({other for n in numbers if n is not None for other in discourse.coordinated(passage, n)})
        if len(members) > 1:
            return members
    return []


def _subjects_in_reach(token: Token) -> Iterator[Token]:
    """Subjects of the clauses that a token stands in, from the innermost outwards."""
    verb = clause_head(token)
    while verb is not None:
        yield from (subject for subject in subjects(verb)[:1] if subject.i != token.i)
        verb = clause_head(verb.head) if verb.head != verb else None


def _same_predicate(subject: Token, pronoun: Token) -> bool:
    """Whether a pronoun stands beside the subject under one verb or its noun ("Putin met him", "held talks with him")."""
    if pronoun.dep_ == "nmod":
        return bool(subject.head == pronoun.head.head)
    return pronoun.dep_ in {"obj", "iobj", "obl", "obl:agent"} and bool(subject.head == pronoun.head)
