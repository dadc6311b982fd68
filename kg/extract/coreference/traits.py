"""What is known of each markable by itself, in numbers: grammar, kind of thing, gender, place in the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from kg.extract.coreference.beside import countries_of, describe_chains, find_origins, names_beside
from kg.extract.coreference.clauses import clauses_of, is_empty, predicate_of, role_of, verb_of
from kg.extract.coreference.lexicon import given_name_gender, noun_gender, noun_type, title_gender
from kg.extract.coreference.markables import Markable
from kg.extract.coreference.meanings import Meanings, compare_meanings
from kg.extract.coreference.quotes import Quote, Saying
from kg.extract.coreference.topics import Topics
from kg.extract.discourse import Discourse
from kg.extract.syntax import lemma
from kg.names import words

if TYPE_CHECKING:
    from kg.extract.tokens import Token

Ints = npt.NDArray[np.integer[Any]]

KINDS = ("name", "nominal", "pronoun", "coordination")
PRONOUNS = ("", "i", "you", "we", "he", "she", "it", "they", "this", "these")
CASES = ("", "subject", "object", "possessive", "reflexive")
NUMBERS = ("", "singular", "plural")
GENDERS = ("", "male", "female", "neuter")
TYPES = ("", "person", "organization", "place", "facility", "group", "product", "event", "time", "abstract", "other")
DETERMINERS = ("", "the", "this", "a", "possessive", "owner", "quantity", "no", "other")

_DIGIT = re.compile(r"\d")
_MODEL = re.compile(r"(?!(?:1[89]|20)\d\ds?$)(?:[A-Z]{1,4}-?)?\d{2,4}s?(?:-?[A-Z0-9]{1,5})*")
"""What types of planes, cars, weapons are called ("787", "T-72", "777-200LR"), but for years."""

_CASE = {
    **dict.fromkeys(("i", "we", "he", "she", "they"), 1),
    **dict.fromkeys(("me", "us", "him", "them", "'em", "’em"), 2),
    **dict.fromkeys(("my", "our", "his", "its", "their", "your", "mine", "ours", "theirs", "yours", "hers"), 3),
    **dict.fromkeys(("myself", "ourselves", "himself", "herself", "itself", "themselves", "yourself", "yourselves"), 4),
}
_NUMBER_OF_PRONOUN = {"i": 1, "we": 2, "he": 1, "she": 1, "it": 1, "they": 2, "this": 1, "these": 2}
_GENDER_OF_PRONOUN = {"he": 1, "she": 2, "it": 3}
_LIKES = frozenset({"the", "these", "those", "your", "our", "all"})
"""What stands before the plural of a person's name."""
_DETERMINER = {
    "the": 1, "this": 2, "that": 2, "these": 2, "those": 2, "such": 2, "a": 3, "an": 3, "some": 6, "many": 6, "several": 6,
    "all": 6, "both": 6, "each": 6, "every": 6, "few": 6, "most": 6, "any": 7, "no": 7, "either": 7, "neither": 7,
    "which": 7, "what": 7, "another": 8, "other": 8,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Traits:
    """Columns over the markables of an article, each an array of their length; words are numbered inside the article."""

    kind: Ints
    pronoun: Ints
    case: Ints
    number: Ints
    gender: Ints
    type: Ints
    determiner: Ints
    role: Ints
    described: Ints
    """1: something before the head describes it; 2: something behind it; 3: both."""
    sentence: Ints
    passage: Ints
    headline: Ints
    position: Ints
    """Head's number among the article's tokens."""
    first: Ints
    last: Ints
    governor: Ints
    """Number of the token that the head hangs on."""
    verb: Ints
    """Number of the verb of its clause."""
    clause: Ints
    """Number of the head of its clause."""
    above: Ints
    """Number of the head of the clause that this one belongs to, -1 for none."""
    higher: Ints
    """The same one step further up."""
    link: Ints
    """How the clause belongs to the one above (`LINKS`)."""
    borrows: Ints
    """Whether its clause has its subject from the one above."""
    says: Ints
    """Whether its clause has a verb of saying."""
    concedes: Ints
    """Whether its clause is introduced by "although"."""
    source: Ints
    """Whether it is said to say something."""
    proper: Ints
    """Whether a nominal is headed by a proper noun or a number: a name that was not found as one."""
    empty: Ints
    """Whether a pronoun may stand for nothing ("it is likely that")."""
    quote: Ints
    """Number of the quotation around it, 0 outside."""
    speaker: Ints
    """Position of the head of who speaks there, -1 where unknown."""
    lemma: Ints
    text: Ints
    chain: Ints
    """Number of the chain of a name or of what stands beside one ("the airline Ryanair"), -1 for others."""
    topic: Ints
    """How many names its chain has in the article."""
    titled: Ints
    """Whether its chain is named in a headline."""
    main: Ints
    """Whether no other chain of its type has as many names, and it has more than one."""
    opens: Ints
    """Whether nothing but its own words stands before it in its sentence."""
    words: tuple[frozenset[str], ...]
    """Words of a name; what describes a noun."""
    name_words: tuple[frozenset[int], ...]
    """Numbers (as in ``lemma``) of the words of a name; empty for others and for persons."""
    compounds: tuple[frozenset[str], ...]
    """Nouns right before the noun that heads a nominal ("appeals" of "the appeals court")."""
    nouns: tuple[str, ...]
    """Lemma of a noun that heads a nominal, empty for others."""
    descriptions: Mapping[int, frozenset[str]]
    """Chain -> nouns that the article calls it."""
    meanings: Meanings
    countries: tuple[frozenset[str], ...]
    """Countries that a nominal is said to be of ("the US company")."""
    origins: Mapping[int, frozenset[str]]
    """Chain -> countries that nouns beside its names say it is of."""


_LISTS = frozenset({"words", "compounds", "name_words", "nouns", "descriptions", "meanings", "countries", "origins"})
COLUMNS = tuple(name for name in Traits.__slots__ if name not in _LISTS)
"""The traits that are numbers."""


def find_traits(
    discourse: Discourse, markables: Sequence[Markable], quotes: Sequence[Quote], sayings: Sequence[Saying] = ()
) -> Traits:
    """The traits of an article's markables."""
    return _Reader(discourse, markables, quotes, sayings).read()


class _Reader:
    """Collects the columns, markable by markable."""

    def __init__(
        self, discourse: Discourse, markables: Sequence[Markable], quotes: Sequence[Quote], sayings: Sequence[Saying]
    ) -> None:
        self.discourse, self.markables, self.quotes = discourse, markables, quotes
        self.columns: dict[str, list[int]] = {name: [] for name in COLUMNS}
        self.ids: dict[str, int] = {}
        self.words: list[frozenset[str]] = []
        self.name_words: list[frozenset[int]] = []
        self.compounds: list[frozenset[str]] = []
        self.nouns: list[str] = []
        self.countries: list[frozenset[str]] = []
        self.beside = names_beside(discourse, markables)
        self.topics = Topics(discourse)
        self.base: list[int] = []
        self.sentences: list[list[int]] = []
        self.sentence_base: list[int] = []
        tokens = sentences = 0
        for passage in discourse.passages:
            starts = [sentence.start for sentence in passage.doc.sents]
            self.base.append(tokens)
            self.sentences.append(starts)
            self.sentence_base.append(sentences)
            tokens += len(passage.doc)
            sentences += len(starts)
        self.saying = {(saying.passage, saying.speaker) for saying in sayings}
        self.quote_starts = [quote.start for quote in quotes]
        self.genders = _genders_of_chains(discourse)
        self.chain_types: dict[int, str] = {}

    def read(self) -> Traits:
        for number, markable in enumerate(self.markables):
            self._add(number, markable)
        called = describe_chains(self.discourse, self.markables, self.beside)
        heads = [noun if m.kind == "nominal" else "" for noun, m in zip(self.nouns, self.markables, strict=True)]
        return Traits(
            **{name: np.array(values, dtype=np.int32) for name, values in self.columns.items()},
            words=tuple(self.words),
            name_words=tuple(self.name_words),
            compounds=tuple(self.compounds),
            nouns=tuple(self.nouns),
            descriptions=called,
            meanings=compare_meanings(heads, self.columns["chain"], called),
            countries=tuple(self.countries),
            origins=find_origins(self.discourse, self.markables, self.beside),
        )

    def _id(self, text: str) -> int:
        return self.ids.setdefault(text, len(self.ids))

    def _add(self, number: int, m: Markable) -> None:
        head, base = m.head, self.base[m.passage]
        row: dict[str, int] = {
            "kind": 3 if m.members else KINDS.index(m.kind),
            "pronoun": PRONOUNS.index(m.pronoun),
            "case": 0,
            "determiner": 0,
            "described": 0,
            "passage": m.passage,
            "headline": int(self.discourse.passages[m.passage].block.kind == "headline"),
            "position": base + head.i,
            "first": base + m.first,
            "last": base + (m.members[-1].i if m.members else head.i),
            "governor": base + head.head.i,
            "role": role_of(head),
            "verb": base + verb_of(head),
            "chain": self.beside.get(number, -1),
            "proper": int(m.kind == "nominal" and not m.members and _is_proper(head)),
            "empty": int(m.pronoun == "it" and is_empty(head)),
        }
        row |= clauses_of(head, base)
        row["source"] = int((m.passage, head.i) in self.saying)
        starts = self.sentences[m.passage]
        at = bisect_right(starts, head.i) - 1
        row["sentence"] = self.sentence_base[m.passage] + at
        row["opens"] = int(m.first == starts[at])
        row["quote"], row["speaker"] = self._quote(m)
        content: frozenset[str] = frozenset()
        lower = head.lower_
        if m.pronoun:
            row["case"] = 3 if head.tag_ == "PRP$" else 2 if lower == "her" else _CASE.get(lower, 0)
            row["number"], row["gender"] = _NUMBER_OF_PRONOUN.get(m.pronoun, 0), _GENDER_OF_PRONOUN.get(m.pronoun, 0)
            row["type"] = 1 if m.pronoun in {"i", "you", "we", "he", "she"} else 0
            if m.pronoun == "it" and (predicate := predicate_of(head)):
                row["type"] = TYPES.index(noun_type(predicate))
            row["lemma"] = row["text"] = self._id(m.pronoun)
        elif m.members:
            row |= {"number": 2, "gender": 0, "type": 0}
            row["lemma"] = self._id("&" + lemma(head))
            row["text"] = self._id(m.span.text_in(self.discourse.text).lower())
        elif m.draft is not None:
            content = self._read_name(m, row)
        else:
            content = self._read_noun(m, row)
        row |= self.topics.of(row["chain"])
        self.words.append(content)
        plain = m.kind == "nominal" and not m.members
        self.compounds.append(_compounds(m) if plain else frozenset())
        self.nouns.append(lemma(head) if plain else lemma(head.head) if row["type"] and m.pronoun == "it" else "")
        self.countries.append(countries_of(self.discourse, m.passage, head) if plain else frozenset())
        named = content if m.draft is not None and not m.members and row["type"] != 1 else ()
        self.name_words.append(frozenset(map(self._id, named)))
        for name, column in self.columns.items():
            column.append(row[name])

    def _quote(self, m: Markable) -> tuple[int, int]:
        at = bisect_right(self.quote_starts, m.span.start) - 1
        if at < 0 or self.quotes[at].end < m.span.end:
            return 0, -1
        quote = self.quotes[at]
        return at + 1, -1 if quote.speaker is None else self.base[quote.passage] + quote.speaker

    def _read_name(self, m: Markable, row: dict[str, int]) -> frozenset[str]:
        draft = self.discourse.drafts[m.draft or 0]
        if draft.chain not in self.chain_types:
            self.chain_types[draft.chain] = self.discourse.type_of(draft.chain)
        kind = self.chain_types[draft.chain]
        parts = words(m.span.text_in(self.discourse.text))
        row["chain"] = draft.chain
        row["type"] = TYPES.index(kind)
        row["gender"] = self.genders.get(draft.chain, 0) if kind == "person" else 3 if kind != "group" else 0
        row["number"] = 0 if kind in {"group", "organization"} else 1
        if (kind == "group" and m.head.lower_.endswith("s")) or (kind == "person" and _are_several(m)):
            row["number"] = 2
        row["lemma"] = self._id(parts[-1] if parts else m.head.lower_)
        row["text"] = self._id("".join(parts))
        return frozenset(parts)

    def _read_noun(self, m: Markable, row: dict[str, int]) -> frozenset[str]:
        head = m.head
        noun = lemma(head)
        row["number"] = 2 if "Number=Plur" in str(head.morph) else 1 if head.pos_ in {"NOUN", "PROPN"} else 0
        row["gender"] = noun_gender(noun)
        row["type"] = TYPES.index("product" if _MODEL.fullmatch(head.text) else noun_type(noun))
        if not row["gender"] and row["type"] in {2, 3, 4, 6, 7, 8, 9}:
            row["gender"] = 3
        row["lemma"] = self._id(noun)
        row["text"] = self._id(m.span.text_in(self.discourse.text).lower().removeprefix("the "))
        content = []
        for child in head.children:
            if child.dep_ in {"det", "det:predet"}:
                row["determiner"] = row["determiner"] or _DETERMINER.get(child.lower_, 0)
            elif child.dep_ == "nmod:poss":
                row["determiner"] = 4 if child.tag_ == "PRP$" else 5
                if child.tag_ != "PRP$":
                    content.append(child.lower_)
            elif child.dep_ == "nummod":
                row["determiner"] = row["determiner"] or 6
                content.append(child.lower_)
            elif child.dep_ in {"amod", "compound", "nmod:unmarked", "nmod:desc"} and child.i < head.i:
                content.append(lemma(child))
                row["described"] |= 1
            elif child.i > head.i and child.dep_ in {"nmod", "acl", "acl:relcl", "appos", "nmod:unmarked"}:
                row["described"] |= 2
        return frozenset(content)


def _compounds(m: Markable) -> frozenset[str]:
    """The common nouns that stand right before the noun that heads a nominal, whatever the parse makes of them."""
    before = reversed(m.head.doc[m.first : m.head.i])
    return frozenset(lemma(token) for token in takewhile(lambda token: token.pos_ == "NOUN", before))


def _are_several(m: Markable) -> bool:
    """Whether a person's name stands for all the likes of that person ("your Ann Kozlovs")."""
    before = m.head.doc[m.first - 1].lower_ if m.first else ""
    return before in _LIKES and m.head.doc[m.first : m.head.right_edge.i + 1].text.endswith("s")


def _is_proper(head: Token) -> bool:
    return head.pos_ == "PROPN" or _DIGIT.search(head.text) is not None


def _genders_of_chains(discourse: Discourse) -> Mapping[int, int]:
    """Chain of a person -> gender, where titles and given names agree on one."""
    found: dict[int, set[int]] = {}
    titled: dict[int, set[int]] = {}
    for draft in discourse.drafts:
        if draft.type != "person":
            continue
        if gender := title_gender(discourse.text[max(0, draft.span.start - 12) : draft.span.start]):
            titled.setdefault(draft.chain, set()).add(gender)
        parts = words(draft.span.text_in(discourse.text))
        if len(parts) > 1 and (gender := given_name_gender(parts[0])):
            found.setdefault(draft.chain, set()).add(gender)
    merged = {**found, **titled}
    return {chain: next(iter(genders)) for chain, genders in merged.items() if len(genders) == 1}
