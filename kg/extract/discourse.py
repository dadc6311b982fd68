"""The mentions and chains of one article while they grow, and how tokens of the parse find them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from kg.extract.passages import Passage
from kg.model import Chain, Join, Mention, MentionKind, Span
from kg.names import words
from kg.ontology import load_ontology

if TYPE_CHECKING:
    from kg.extract.tokens import Token


_LONGEST_TITLE = 8
"""Words that may stand between two coordinated names."""


class Draft(NamedTuple):
    """A mention before it has an id; ``chain`` numbers the thing that it stands for; ``metonym`` as in `Mention`."""

    span: Span
    type: str
    kind: MentionKind
    score: float
    chain: int
    metonym: bool = False


class DraftJoin(NamedTuple):
    """Why two drafts, by their numbers, are one thing: a `Join` before they have ids."""

    left: int
    right: int
    rule: str
    score: float
    reason: str


class Finished(NamedTuple):
    """Mentions and chains as records, and the mention id of every draft by its number."""

    mentions: tuple[Mention, ...]
    chains: tuple[Chain, ...]
    ids: tuple[str, ...]


@dataclass(slots=True)
class Discourse:
    """One article's drafts. Numbers are positions in ``drafts`` and do not change as more are added.

    ``groups``: chain of a pronoun or nominal that stands for several ("the two leaders") -> the mentions of each of them.
    """

    text: str
    passages: Sequence[Passage]
    drafts: list[Draft] = field(default_factory=list)
    joins: list[DraftJoin] = field(default_factory=list)
    groups: dict[int, tuple[int, ...]] = field(default_factory=dict)
    _at: dict[tuple[int, int], int] = field(default_factory=dict)
    _members: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, draft: Draft, head: Token | None = None, *, found: bool = True) -> int:
        """Enter a mention; its number.

        Args:
            draft: the mention.
            head: the only token that is to find it, where other mentions may stand inside ("the Russian delegation").
            found: whether any token is to find it.
        """
        number = len(self.drafts)
        self.drafts.append(draft)
        self._members[draft.chain].append(number)
        index = self.passage_of(draft.span) if found else None
        if index is not None and head is not None:
            self._at[index, head.i] = number
        elif index is not None:
            self._at.update(((index, token.i), number) for token in tokens_of(self.passages[index], draft.span))
        return number

    def passage_of(self, span: Span) -> int | None:
        """The number of the passage that a span stands in, or None where it is not parsed."""
        index = bisect_right(self.passages, span.start, key=lambda passage: passage.block.end)
        return index if index < len(self.passages) and self.passages[index].block.start <= span.start else None

    def names_by_token(self) -> dict[tuple[int, int], int]:
        """(passage, token) -> number of the name that the token belongs to."""
        return {place: number for place, number in self._at.items() if self.drafts[number].kind == "name"}

    def number_of(self, passage: int, token: Token) -> int | None:
        """The mention that a token belongs to."""
        return self._at.get((passage, token.i))

    def headed_by(self, passage: int, token: Token) -> int | None:
        """The mention that a token stands for: its own, or the name beside it ("the president, Xi Jinping")."""
        if (own := self.number_of(passage, token)) is not None:
            return own
        for child in token.children:
            number = self.number_of(passage, child)
            if number is None or self.drafts[number].kind != "name":
                continue
            if child.dep_ in {"appos", "flat", "nmod:desc"}:
                return number
            if child.dep_ == "compound" and child.i > token.i and self._is_title_of(token, number):
                return number
        return None

    def _is_title_of(self, token: Token, number: int) -> bool:
        """Whether a noun in front of a person's name is a title ("President Putin", not "a Clinton fan", "a Clinton event")."""
        person = load_ontology().entities["person"]
        return self.drafts[number].type == "person" and token.lower_ in person.titles | person.nouns

    def coordinated(self, passage: int, number: int) -> list[int]:
        """A mention and the names joined to it by commas and "and", in the order of the text; of a group its members.

        Told from the words between them (titles, adjectives, nationalities), not from the parse alone: long titles lead parsers
        astray ("Russian President Vladimir Putin and North Korea's top leader Kim Jong-un").
        """
        if (group := self.groups.get(self.drafts[number].chain)) is not None:
            return list(group)
        members = [number]
        for step in (1, -1):
            last = number
            while (found := self._neighbour(passage, last, step)) is not None:
                members.append(found)
                last = found
        return sorted(members, key=lambda n: self.drafts[n].span.start)

    def _neighbour(self, passage: int, number: int, step: int) -> int | None:
        """The next name of the same type on one side, if only a conjunction and a title stand between."""
        tokens = self.passages[passage].tokens
        own = list(tokens_of(self.passages[passage], self.drafts[number].span))
        if not own:
            return None
        edge = own[-1].i if step > 0 else own[0].i
        for i in range(edge + step, edge + step * (_LONGEST_TITLE + 2), step):
            other = self._at.get((passage, i))
            if other is not None and self.drafts[other].type == self.drafts[number].type and self.drafts[other].kind == "name":
                sentence = own[0].sent
                if not sentence.start <= i < sentence.end:
                    return None
                left, right = (number, other) if step > 0 else (other, number)
                between = tokens[edge + 1 : i] if step > 0 else tokens[i + 1 : edge]
                joined = _joins(between) or (self._is_list(passage, between, right) and self.drafts[number].type == "person")
                joined = joined and not self._owns(passage, right) and not self._describes(passage, left, right)
                return other if joined and not self._opens_clause(passage, left, right) else None
        return None

    def _is_list(self, passage: int, between: Sequence[Token], right: int) -> bool:
        """Whether a comma stands between two names, and "and" joins another to the right one ("*Ann, Bob* and Carl")."""
        return [token.text for token in between] == [","] and self._neighbour(passage, right, 1) is not None

    def _owns(self, passage: int, number: int) -> bool:
        """Whether a name is only the owner of what is meant ("Kim's sister")."""
        doc = self.passages[passage].doc
        last = max((t.i for t in tokens_of(self.passages[passage], self.drafts[number].span)), default=0)
        return last + 1 < len(doc) and doc[last + 1].lower_ in {"'s", "’s", "'", "’"}

    def _describes(self, passage: int, left: int, right: int) -> bool:
        """Whether the right name only describes a noun behind it, and the left one does not ("Hamas and the Assad regime")."""
        first, last = (list(tokens_of(self.passages[passage], self.drafts[n].span)) for n in (left, right))
        ends = {*first, *last}
        noun = next((t.head for t in last if t.dep_ == "compound" and t.head not in ends and t.head.i > last[-1].i), None)
        return noun is not None and noun.pos_ == "NOUN" and all(t.head not in {noun, *last} for t in first)

    def _opens_clause(self, passage: int, left: int, right: int) -> bool:
        """Whether the right name is the subject of a clause that begins there ("… met Merkel and Macron said …")."""
        tokens = [list(tokens_of(self.passages[passage], self.drafts[n].span)) for n in (left, right)]
        subject = next((t for t in tokens[1] if t.dep_.startswith("nsubj")), None)
        if subject is None or subject.head.i < subject.i:
            return False
        return any(t.head.i < t.i and t.head.pos_ in {"VERB", "AUX"} for t in tokens[0])

    def type_of(self, chain: int) -> str:
        """The type of a chain: what most of its names say, a facility if any of them does."""
        return _type_of([self.drafts[number] for number in self._members[chain]])

    def finish(self) -> Finished:
        """The records, numbered in the order of the text."""
        order = sorted(range(len(self.drafts)), key=lambda n: (self.drafts[n].span.start, self.drafts[n].span.end))
        rank = {number: i for i, number in enumerate(order)}
        members: dict[int, list[int]] = defaultdict(list)
        for number in order:
            members[self.drafts[number].chain].append(number)
        entity = {chain: f"e{i}" for i, chain in enumerate(members)}
        return Finished(
            tuple(self._mention(f"m{i}", self.drafts[number], entity) for i, number in enumerate(order)),
            tuple(self._chain(entity[chain], numbers, rank) for chain, numbers in members.items()),
            tuple(f"m{rank[number]}" for number in range(len(self.drafts))),
        )

    def finish_joins(self, ids: Sequence[str]) -> tuple[Join, ...]:
        """The joins as records, in the order of the text.

        Args:
            ids: the mention id of every draft by its number.
        """
        return tuple(
            Join(ids[join.left], ids[join.right], join.rule, join.score, join.reason)
            for join in sorted(self.joins, key=lambda j: (self.drafts[j.right].span, self.drafts[j.left].span))
        )

    def _mention(self, name: str, draft: Draft, entity: dict[int, str]) -> Mention:
        span = draft.span
        text = span.text_in(self.text)
        return Mention(
            span.start, span.end, name, text, draft.type, draft.kind, entity[draft.chain], draft.score, draft.metonym
        )

    def _chain(self, name: str, numbers: Sequence[int], rank: dict[int, int]) -> Chain:
        drafts = [self.drafts[number] for number in numbers]
        return Chain(name, _type_of(drafts), self._fullest_name(drafts), tuple(f"m{rank[number]}" for number in numbers))

    def _fullest_name(self, drafts: Sequence[Draft]) -> str:
        """Most words, then most frequent, then first in the alphabet."""
        texts = [d.span.text_in(self.text) for d in _names(drafts)]
        counts = Counter(texts)
        return min(counts, key=lambda name: (-len(words(name)), -counts[name], name))


def _joins(between: Sequence[Token]) -> bool:
    """Whether words join two names: a conjunction first, then no more than what introduces a name ("and his wife")."""
    words_ = [token for token in between if token.lower_ != ","]
    return bool(words_) and words_[0].lower_ in {"and", "&"} and all(introduces_name(token) for token in words_[1:])


def introduces_name(token: Token) -> bool:
    """Whether a word can stand in front of a name and belong to it: a title, a nationality, an article, an owner."""
    return token.pos_ in {"ADJ", "PROPN", "NOUN", "DET", "NUM"} or token.tag_ in {"PRP$", "POS"} or token.lower_ in {".", "-"}


def _names(drafts: Sequence[Draft]) -> Sequence[Draft]:
    """The names of a chain; its nominals where it has none, then its pronouns."""
    named = [draft for draft in drafts if draft.kind == "name"]
    return named or [draft for draft in drafts if draft.kind == "nominal"] or drafts


def _type_of(drafts: Sequence[Draft]) -> str:
    votes = Counter(draft.type for draft in _names(drafts))
    if votes["facility"]:
        return "facility"
    return min(votes, key=lambda kind: (-votes[kind], kind))


def tokens_of(passage: Passage, span: Span) -> Iterator[Token]:
    """The tokens of a passage that a stretch of the article touches."""
    piece = passage.doc.char_span(span.start - passage.offset, span.end - passage.offset, alignment_mode="expand")
    yield from passage.tokens[piece.start : piece.end] if piece is not None else ()
