"""Parsed sentences written by hand, in the style of Universal Dependencies, for tests that need no trained pipeline.

A sentence is a line of words, each with its dependency and the word that it hangs on; a word without is the root, and
``@`` marks a name and its type. What a word's lemma and tag are is looked up in WORDS; a capitalised word is a proper noun.
The same word twice: the nearest is meant, or its number in the sentence is given (``obj>3``).

parse("Ann@person/nsubj>met met Bob@person/obj>met in/case>Oslo Oslo@place/obl>met ./punct>met")
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import spacy
from spacy.tokens import Doc as Parse

from kg.extract.coreference import open_discourse
from kg.extract.discourse import Discourse
from kg.extract.mentions import Name
from kg.extract.passages import Passage
from kg.extract.tokens import Doc, Token
from kg.model import Article, Block, BlockKind, Span
from tests.marked import unmark

_FEATURES = {
    "VBD": ("VERB", "Mood=Ind|Tense=Past|VerbForm=Fin"),
    "VBZ": ("VERB", "Mood=Ind|Tense=Pres|VerbForm=Fin"),
    "VBP": ("VERB", "Mood=Ind|Tense=Pres|VerbForm=Fin"),
    "VBN": ("VERB", "Tense=Past|VerbForm=Part"),
    "VBG": ("VERB", "VerbForm=Ger"),
    "VB": ("VERB", "VerbForm=Inf"),
    "IMP": ("VERB", "Mood=Imp|VerbForm=Fin"),
    "MD": ("AUX", "VerbForm=Fin"),
    "NN": ("NOUN", "Number=Sing"),
    "NNS": ("NOUN", "Number=Plur"),
    "NNP": ("PROPN", "Number=Sing"),
    "PRP": ("PRON", "PronType=Prs"),
    "PRP$": ("PRON", "Poss=Yes|PronType=Prs"),
    "WP": ("PRON", "PronType=Rel"),
    "WDT": ("PRON", "PronType=Rel"),
    "DT": ("DET", ""),
    "JJ": ("ADJ", "Degree=Pos"),
    "RB": ("ADV", ""),
    "RP": ("ADP", ""),
    "IN": ("ADP", ""),
    "MARK": ("SCONJ", ""),
    "TO": ("PART", ""),
    "POS": ("PART", ""),
    "CC": ("CCONJ", ""),
    "CD": ("NUM", "NumType=Card"),
    ".": ("PUNCT", ""),
}
"""Tag -> part of speech and morphology, as the treebanks pair them; ``IMP`` is a VB that orders."""

_TAGGED = {
    "VBD": """
        met=meet held=hold agreed=agree denied=deny failed=fail refused=refuse said=say had=have came=come
        flew=fly spoke=speak left=leave invited=invite praised=praise wanted=want sat=sit conferred=confer
        ended=end took=take surprised=surprise thanked=thank cancelled=cancel planned=plan arrived=arrive
        did=do managed=manage attended=attend called=call was=be were=be hoped=hope opened=open saw=see smiled=smile
        doubted=doubt signed=sign discussed=discuss fired=fire made=make arrested=arrest ordered=order condemned=condemn
        continued=continue warned=warn threatened=threaten died=die added=add shook=shake
    """,
    "VBZ": "is=be has=have says=say meets=meet plans=plan wants=want",
    "VBP": "are=be have=have meet=meet plan=plan talk=talk",
    "VBN": "been=be expected=expect scheduled=schedule seen=see begun=begin postponed=postpone",
    "VBG": "meeting=meet holding=hold having=have adding=add",
    "VB": "be=be hold=hold go=go attend=attend sign=sign travel=travel visit=visit take=take",
    "MD": "will=will 'll=will may=may might=might could=could would=would must=must can=can should=should",
    "NN": """
        summit=summit decision=decision president=president minister=minister visit=visit target=target
        goal=goal facility=facility spaceport=spaceport cosmodrome=cosmodrome airport=airport launch=launch
        space=space leader=leader plan=plan dialogue=dialogue week=week deal=deal report=report place=place
        end=end offer=offer company=company man=man meal=meal mountain=mountain readiness=readiness
        rocket=rocket arrival=arrival
        weather=weather counterpart=counterpart spokesman=spokesman handshake=handshake base=base
    """,
    "NNS": """
        talks=talk ministers=minister meetings=meeting envoys=envoy summits=summit officials=official
        sanctions=sanction
    """,
    "PRP": "he=he she=she him=he her=she they=they them=they it=it",
    "PRP$": "his=his their=their its=its",
    "WP": "who=who whom=whom",
    "WDT": "which=which that=that",
    "DT": "the=the a=a an=a no=no this=this another=another",
    "JJ": """
        planned=planned possible=possible likely=likely upcoming=upcoming ready=ready alleged=alleged new=new
        old=old Russian=Russian next=next due=due prior=prior reported=reported Korean=Korean several=several
    """,
    "RB": """
        not=not n't=not never=never there=there probably=probably reportedly=reportedly briefly=briefly
        ahead=ahead perhaps=perhaps when=when
    """,
    "RP": "up=up down=down",
    "IN": """
        against=against in=in at=at with=with by=by on=on between=between of=of after=after before=before since=since
        until=until for=for during=during from=from among=among over=over near=near
    """,
    "MARK": "if=if whether=whether while=while because=because",
    "TO": "to=to",
    "POS": "'s='s",
    "CC": "and=and or=or neither=neither",
    "CD": "two=two",
    ".": '.=. ,=, :=: -=- ?=? "=" (=( )=)',
}
WORDS: Mapping[str, tuple[str, str]] = {
    word: (lemma, tag) for tag, pairs in _TAGGED.items() for word, lemma in (pair.split("=", 1) for pair in pairs.split())
}
"""Word -> lemma and tag, where a word can be two things its commoner one in news; ``word.TAG`` overrides it."""

_LEMMAS = {"meeting": "meeting", "talk": "talk"}
"""Lemmas of words that are nouns only where a sentence says so (``meeting.NN``)."""

_TOKEN = re.compile(r"(?P<word>[^@/]+?)(?:\.(?P<tag>[A-Z$]+))?(?:@(?P<ent>\w+))?(?:/(?P<dep>[\w:]+)>(?P<head>[^\s]+))?")
_GLUED = re.compile(r"['’][a-z]+|[.,?)’]|n't|-")
_NLP = spacy.blank("en")


def parse(line: str) -> Doc:
    """The Doc that a parser would make of one sentence, if it made no mistake."""
    return Doc(_parse(line))


def _parse(line: str) -> Parse:
    tokens = [_match(piece) for piece in line.split()]
    words = [token["word"] for token in tokens]
    known = [_look_up(token["word"], token["tag"]) for token in tokens]
    heads = [i if token["head"] is None else _head(words, i, token["head"]) for i, token in enumerate(tokens)]
    if sum(head == i for i, head in enumerate(heads)) != 1:
        raise ValueError(f"not one root: {line}")
    tags = [tag for _, tag in known]
    return Parse(
        _NLP.vocab,
        words=words,
        spaces=[
            not _GLUED.fullmatch(after) and word not in '-("' for word, after in zip(words, [*words[1:], "."], strict=True)
        ],
        lemmas=[lemma for lemma, _ in known],
        tags=["VB" if tag == "IMP" else tag for tag in tags],
        pos=["AUX" if token["dep"] in _AUXILIARY else _FEATURES[tag][0] for token, tag in zip(tokens, tags, strict=True)],
        morphs=[_FEATURES[tag][1] for tag in tags],
        deps=[token["dep"] or "ROOT" for token in tokens],
        heads=heads,
        ents=_ents(tokens),
    )


_AUXILIARY = frozenset({"aux", "aux:pass", "cop"})


def _match(piece: str) -> re.Match[str]:
    match = _TOKEN.fullmatch(piece)
    if match is None:
        raise ValueError(f"not a token: {piece}")
    return match


def _look_up(word: str, tag: str | None) -> tuple[str, str]:
    known = WORDS.get(word) or WORDS.get(word.lower())
    if known and tag in {None, known[1]}:
        return known
    if tag:
        return (_LEMMAS.get(word.lower()) if tag == "NN" else None) or (known[0] if known else word), tag
    if word[0].isupper() or word.isdigit():
        return word, "NNP"
    raise ValueError(f"{word!r} is not in WORDS")


def _head(words: Sequence[str], at: int, head: str) -> int:
    if head.isdigit():
        return int(head) - 1
    places = [i for i, word in enumerate(words) if word == head and i != at]
    return min(places, key=lambda i: abs(i - at))


def _ents(tokens: Sequence[re.Match[str]]) -> list[str]:
    """IOB tags: a run of one type is one name."""
    before = [None, *(token["ent"] for token in tokens)]
    return [
        "O" if token["ent"] is None else f"{'I' if token['ent'] == last else 'B'}-{token['ent']}"
        for token, last in zip(tokens, before, strict=False)
    ]


def parse_paragraph(lines: str) -> Doc:
    """Several sentences, divided by ``|``, as one Doc."""
    parses = [_parse(line) for line in lines.split("|")]
    return Doc(parses[0] if len(parses) == 1 else Parse.from_docs(parses, ensure_whitespace=True))


def word(doc: Doc, text: str, nth: int = 0) -> Token:
    """The nth token with this text."""
    return [token for token in doc if token.text == text][nth]


@dataclass(frozen=True, slots=True)
class Parsed:
    """An article with its parsed passages."""

    article: Article
    passages: tuple[Passage, ...]

    @property
    def text(self) -> str:
        return self.article.text

    def names(self) -> list[Name]:
        """The names that the sentences mark, as they stand."""
        return [Name(passage.locate(ent), ent.label_, 0.9) for passage in self.passages for ent in passage.doc.ents]

    def discourse(self) -> Discourse:
        """The discourse with the marked names."""
        return open_discourse(self.text, self.passages, self.names())


def read(*lines: str, kind: BlockKind = "paragraph", published: str | None = "2023-09-15") -> Parsed:
    """An article with a passage for every line; ``|`` divides the sentences of one."""
    docs = [parse_paragraph(line) for line in lines]
    passages: list[Passage] = []
    start = 0
    for doc in docs:
        end = start + len(doc.text)
        passages.append(Passage(doc, start, Block(start, end, kind)))
        start = end + 2
    text = "\n\n".join(doc.text for doc in docs)
    blocks = tuple(passage.block for passage in passages)
    return Parsed(Article("a", "a.txt", text, blocks, published=published), tuple(passages))


def mark(*paragraphs: str) -> Parsed:
    """An article without syntax, its names marked, perhaps with their scores: ``[Ann](person) met [Bob](person 0.5)``."""
    texts, passages, start = [], [], 0
    for marked in paragraphs:
        text, marks = unmark(marked)
        doc = _NLP.make_doc(text)
        ents = [(doc.char_span(m.start, m.end, m.label, alignment_mode="expand"), m.rest) for m in marks]
        doc.set_ents([ent for ent, _ in ents if ent])
        doc.user_data |= {("name_score", ent.start, ent.end): float(rest) for ent, rest in ents if ent and rest}
        passages.append(Passage(Doc(doc), start, Block(start, start + len(text), "paragraph")))
        texts.append(text)
        start += len(text) + 2
    blocks = tuple(passage.block for passage in passages)
    return Parsed(Article("a", "a.txt", "\n\n".join(texts), blocks, published="2023-09-15"), tuple(passages))


def span(text: str, piece: str, nth: int = 0) -> Span:
    """Where the nth such piece stands in a text."""
    return [Span(*match.span()) for match in re.finditer(re.escape(piece), text)][nth]
