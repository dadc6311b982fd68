"""Reads the relations that one word states, by the patterns of the ontology."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.discourse import Discourse, tokens_of
from kg.extract.relations.assertion import is_doubtful, is_former, is_second_half, stated
from kg.extract.relations.bearers import Bearer
from kg.extract.relations.draft import Draft
from kg.extract.relations.fillers import Filled, Fillers
from kg.extract.relations.geography import can_lie_in
from kg.extract.relations.slots import holder_slots, next_in_address, noun_slots, shared_slots, verb_slots
from kg.extract.relations.titles import NEUTRAL, title_tokens
from kg.extract.relations.when import Dates
from kg.extract.syntax import Slot, has_feature, lemma
from kg.model import Span
from kg.ontology import Pattern, RelationType
from kg.ontology.relation_schema import Phase

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_PRONOUN_TRUST = 0.75


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the relations of one passage."""

    discourse: Discourse
    passage: int
    dates: Dates
    fillers: Fillers

    def read_verb(self, verb: Token, relation: RelationType, pattern: Pattern) -> Iterator[Draft]:
        """What a verb states ("founded", "was born in")."""
        former = stated(verb, pattern.phase)
        if former is None:
            return
        slots = list(verb_slots(verb))
        if not self._allowed(slots, pattern):
            return
        for subject in self.fillers.fill(pattern, pattern.subject, slots, pattern.subjects or relation.subject):
            for target in self._with_address(
                relation, self.fillers.fill(pattern, pattern.object, slots, pattern.accepts or relation.object)
            ):
                yield from self._draft(relation, subject, target, None, pattern, former, [verb])

    def read_noun(self, noun: Token, relation: RelationType, pattern: Pattern) -> Iterator[Draft]:
        """What a noun states of its bearer ("founder of Apple", "Kim's sister")."""
        if (
            self.fillers.is_in_name(noun)
            or is_doubtful(noun)
            or _is_first_half(noun)
            or not (pattern.exact or _is_called(noun, pattern))
        ):
            return
        own = noun_slots(noun) + holder_slots(noun, pattern.light_verbs)
        said_of = self.fillers.bearers(noun)
        if not self._allowed([*own, *(("bearer", bearer.token) for bearer in said_of)], pattern):
            return
        asked = "bearer" in (*pattern.subject, *pattern.object)
        if not asked and "of" in pattern.subject and has_feature(noun, "Number", "Plur"):  # "regions of Greece"
            return
        for bearer in said_of if asked else [Bearer(noun)]:
            past = stated(bearer.clause, bearer.phase) if bearer.clause is not None else False
            if past is None:
                continue
            former = past or is_former(noun)
            said = ("bearer", bearer.token)
            subjects = self.fillers.fill(pattern, pattern.subject, [said, *own], pattern.subjects or relation.subject)
            chains = {self.discourse.drafts[number].chain for number, _ in subjects}
            filled = (
                self.fillers.fill(pattern, pattern.object, slots, pattern.accepts or relation.object)
                for slots in ([said, *own], *shared_slots(noun))
            )
            objects = next((found for found in filled if found), [])
            others = [target for target in objects if self.discourse.drafts[target[0]].chain not in chains]
            for subject in subjects:
                alone: list[Filled | None] = [None] if self._says_enough(noun, bearer, pattern) else []
                for target in others or alone:
                    words = self._title(noun, subject, target)
                    if pattern.exact and not self._is_whole(words, pattern):
                        continue
                    value = self._text(words) if relation.valued else None
                    yield from self._draft(
                        relation,
                        subject,
                        target,
                        value,
                        pattern,
                        former,
                        [noun, *([bearer.clause] if bearer.clause else [])],
                        bearer.phase,
                    )

    def read_name(self, head: Token, slots: Sequence[Slot], relation: RelationType, pattern: Pattern) -> Iterator[Draft]:
        """What a name's own phrase states, in its slots ("Khasan in Russia")."""
        if not self._allowed(slots, pattern):
            return
        for subject in self.fillers.fill(pattern, pattern.subject, slots, pattern.subjects or relation.subject):
            for target in self.fillers.fill(pattern, pattern.object, slots, pattern.accepts or relation.object):
                if relation.name == "located_in" and not self._can_lie_in(subject[0], target[0]):
                    continue
                yield from self._draft(relation, subject, target, None, pattern, False, [head])

    def _says_enough(self, noun: Token, bearer: Bearer, pattern: Pattern) -> bool:
        """Whether a noun says something without an object: a title beside a name, a job that the text tells."""
        if pattern.alone == "never" or bearer.token == noun or has_feature(noun, "Number", "Plur"):
            return False
        return pattern.alone == "always" or bearer.clause is None

    def _allowed(self, slots: Sequence[Slot], pattern: Pattern) -> bool:
        there = {slot for slot, _ in slots}
        return pattern.needs <= there and not pattern.blocked_by & there

    def _with_address(self, relation: RelationType, places: Sequence[Filled]) -> Iterator[Filled]:
        for number, token in places:
            yield number, token
            if relation.address:
                last = token
                while following := next_in_address(last):
                    last = following[0]
                    outer = self.discourse.number_of(self.passage, last)
                    if outer is not None and self.fillers.fits(outer, relation.object) and self._can_lie_in(number, outer):
                        yield outer, last

    def _can_lie_in(self, inner: int, outer: int) -> bool:
        """Whether the gazetteer has nothing against one place lying in another."""
        return can_lie_in(*(self.discourse.drafts[n].span.text_in(self.discourse.text) for n in (inner, outer)))

    def _title(self, noun: Token, subject: Filled, target: Filled | None) -> list[Token]:
        taken = [token for side in (subject, target) if side is not None for token in self._tokens(side[0])]
        return title_tokens(noun, [*taken, *(token for token in noun.sent if self.fillers.is_nationality(token))])

    def _is_whole(self, words: Sequence[Token], pattern: Pattern) -> bool:
        title = " ".join(lemma(word) for word in words if word.lower_ not in NEUTRAL)
        return title.replace(" - ", "-") in pattern.nouns

    def _text(self, words: Sequence[Token]) -> str:
        span = self._cover(words)
        return " ".join(span.text_in(self.discourse.text).split())

    def _tokens(self, number: int) -> Iterable[Token]:
        draft = self.discourse.drafts[number]
        if self.discourse.passage_of(draft.span) != self.passage or draft.kind != "name":
            return ()
        return tokens_of(self.discourse.passages[self.passage], draft.span)

    def _cover(self, tokens: Sequence[Token]) -> Span:
        spans = [self.discourse.passages[self.passage].locate(token) for token in tokens]
        return Span(min(span.start for span in spans), max(span.end for span in spans))

    def _draft(
        self,
        relation: RelationType,
        subject: Filled,
        target: Filled | None,
        value: str | None,
        pattern: Pattern,
        former: bool,
        sites: Sequence[Token],
        phase: Phase = "holds",
    ) -> Iterator[Draft]:
        drafts = self.discourse.drafts
        sides = [subject, target] if target is not None else [subject]
        if target is not None and drafts[subject[0]].chain == drafts[target[0]].chain:
            return
        trust = pattern.trust
        for _, token in sides:
            trust *= _PRONOUN_TRUST if token.pos_ in {"PRON", "DET"} else 1.0
        time, time_relation = self.dates.find(self.passage, sites, pattern.phase if phase == "holds" else phase)
        yield Draft(
            type=relation,
            subject=subject[0],
            object=target[0] if target else None,
            value=value,
            span=self._said(sites[0], sides),
            word=sites[0].i,
            trust=trust,
            former=former and relation.ends,
            time=time,
            time_relation=time_relation,
        )

    def _said(self, word: Token, sides: Sequence[Filled]) -> Span:
        """From the first to the last of the words that state it, names whole."""
        spans = [self._cover([word, *(token for _, token in sides)])]
        spans += [
            self.discourse.drafts[number].span
            for number, token in sides
            if self.discourse.number_of(self.passage, token) == number
        ]
        return Span(min(span.start for span in spans), max(span.end for span in spans))


def _is_first_half(noun: Token) -> bool:
    """Whether the next noun goes on with a title ("attorney general", "singer-songwriter")."""
    behind = noun.doc[noun.i + 1 : noun.i + 3]
    if len(behind) == 2 and behind[0].text == "-":
        return behind[1].pos_ in {"NOUN", "PROPN"}
    return len(behind) > 0 and is_second_half(behind[0])


def _is_called(noun: Token, pattern: Pattern) -> bool:
    """Whether a noun, alone or with the one or two words before it, is one of a pattern's."""
    before = [lemma(token) for token in noun.doc[max(noun.sent.start, noun.i - 2) : noun.i]]
    return any(" ".join([*before[i:], lemma(noun)]) in pattern.nouns for i in range(len(before) + 1))
