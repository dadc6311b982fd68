"""When a capital is a government, by its grammatical slot in hand-made parses and in sentences read by the shipped pipeline."""

from __future__ import annotations

import pytest

from kg.extract import load_nlp
from kg.extract.mentions import Name
from kg.extract.metonymy import find_metonyms, is_metonym
from kg.extract.passages import Passage
from kg.extract.tokens import Doc, Span
from kg.model import Block
from kg.model import Span as Place
from tests.parse import parse

PLACES = frozenset({"Moscow", "Washington", "Pyongyang", "Beijing", "Kyiv"})


def governments(doc: Doc) -> set[str]:
    """The capitals that stand for their government."""
    return {token.text for token in doc if token.text in PLACES and is_metonym(Span(doc, token.i, token.i + 1))}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Moscow/nsubj>denied denied the/det>report report/obj>denied", {"Moscow"}),
        ("Moscow/nsubj>ready is/cop>ready ready", {"Moscow"}),
        ("Moscow/nmod:poss>decision 's/case>Moscow decision/nsubj>surprised surprised Ann/obj>surprised", {"Moscow"}),
        ("talks between/case>Moscow Moscow/nmod>talks and/cc>Pyongyang Pyongyang/conj>Moscow", {"Moscow", "Pyongyang"}),
        ("Ann/nsubj>signed signed a/det>deal deal/obj>signed with/case>Moscow Moscow/nmod>deal", {"Moscow"}),
        ("sanctions against.IN/case>Pyongyang Pyongyang/nmod>sanctions", {"Pyongyang"}),
        ("an/det>Moscow anxious.JJ/amod>Moscow Moscow/nsubj>opened opened", {"Moscow"}),
        ("the/det>anxious anxious.JJ/nsubj>is Moscow/nsubj>is is.VBZ", {"Moscow"}),
        ("Ann/nsubj>met met Bob/obj>met in/case>Moscow an/det>Moscow anxious.JJ/amod>Moscow Moscow/obl>met", set()),
        ("Ann/nsubj>met met Bob/obj>met in/case>Moscow Moscow/obl>met", set()),
        ("Ann/nsubj>flew flew to/case>Moscow Moscow/obl>flew", set()),
        ("Ann/nsubj>left left Moscow/obj>left", set()),
        ("Moscow/nmod:poss>airport 's/case>Moscow airport/nsubj>opened opened", set()),
        ("the/det>airport Moscow/compound>airport airport", set()),
        ("Vladivostok/nsubj>denied denied the/det>report report/obj>denied", set()),
    ],
)
def test_the_slot_decides(line: str, expected: set[str]) -> None:
    assert governments(parse(line)) == expected


ACTING = [
    "[Beijing] considers the island part of its territory.",
    "The minister urged [Washington] to lift the embargo.",
    "Aid was promised by [Moscow] last year.",
    "They hope that [Pyongyang] will return to the table.",
    "The rebels accuse the [Kyiv] government of ignoring the truce.",
    "Georgia wants [Moscow] to close its bases.",
    "His criticism of [Washington] is well known.",
    "The country depends on [Beijing] for fuel.",
    "[Washington] removed the country from its list.",
    "They agreed to supply [Moscow] with fuel.",
    "Sanctions hold [Moscow] back no longer.",
    "The deal is a sign of deep trust between [Moscow] and Pyongyang.",
    "There would be consequences for [Pyongyang], he warned.",
    "Japan protested to [Pyongyang] on Monday.",
    "The minister said [Tehran] has no plans to stop.",
    "The two are trying to stop [Tehran] from building a bomb.",
    "Washington and [Tokyo] are at odds over trade.",
]
STAYING = [
    "Thousands marched through [Kyiv] on Sunday.",
    "The mayor of [Moscow] opened the bridge.",
    "A train from Patna to [Beijing] was late.",
    "Heavy rain hit [Moscow] on Friday.",
    "He was shot near [Kyiv] in March.",
    "The concert, held in [Washington], drew many.",
    "They returned from [Pyongyang] on Monday.",
    "She visited [Beijing] twice.",
    "[Moscow] hosted the games that year.",
    "[Washington] beat Boston on Sunday.",
    "The night train between [Moscow] and Minsk was late.",
    "The motorway connects Budapest with [Vienna].",
    "A short distance from [Washington] he lost the way.",
    "He accepted an invitation to [Pyongyang].",
    "[London] has the longest line in the world.",
]


@pytest.mark.model
@pytest.mark.parametrize(
    ("marked", "acts"), [*((sentence, True) for sentence in ACTING), *((sentence, False) for sentence in STAYING)]
)
def test_capitals_act_or_stay_places(marked: str, acts: bool) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    name = Doc(load_nlp()(text)).char_span(start, end)
    assert name is not None
    assert is_metonym(name) == acts


def test_names_of_an_article_are_found_by_their_numbers() -> None:
    doc = parse("Ann/nsubj>met met Bob/obj>met in/case>Moscow Moscow/obl>met")
    other = parse("Moscow/nsubj>denied denied the/det>report report/obj>denied")
    passages = [
        Passage(doc, 0, Block(0, len(doc.text), "paragraph")),
        Passage(other, 100, Block(100, 100 + len(other.text), "paragraph")),
    ]
    names = [
        Name(Place(100, 106), "place", 0.9),
        Name(Place(15, 21), "place", 0.9),
        Name(Place(60, 66), "place", 0.9),
        Name(Place(0, 3), "person", 0.9),
    ]
    assert doc.text[15:21] == "Moscow"
    assert find_metonyms(passages, names) == {0}


def article(*lines: str) -> tuple[list[Passage], list[Name]]:
    """Passages of an article, and its capitals as names, in their order."""
    passages: list[Passage] = []
    names: list[Name] = []
    start = 0
    for line in lines:
        doc = parse(line)
        passages.append(Passage(doc, start, Block(start, start + len(doc.text), "paragraph")))
        places = (token for token in doc if token.text in PLACES)
        names += [Name(Place(start + t.idx, start + t.idx + len(t.text)), "place", 0.9) for t in places]
        start += len(doc.text) + 1
    return passages, names


WENT = "Moscow/nsubj>waited waited.VBD"
DENIED = "Moscow/nsubj>denied denied the/det>report report/obj>denied"
OTHER = "Washington/nsubj>denied denied the/det>report report/obj>denied"
IN = "Ann/nsubj>met met Bob/obj>met in/case>Moscow Moscow/obl>met"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((WENT,), set()),
        ((WENT, DENIED), {0, 1}),
        ((WENT, OTHER), {0, 1}),
        ((WENT, DENIED, IN), {1}),
        ((WENT, OTHER, IN), {1}),
    ],
)
def test_where_the_slot_leaves_it_open_the_article_decides(lines: tuple[str, ...], expected: set[int]) -> None:
    assert find_metonyms(*article(*lines)) == expected


def test_two_capitals_before_what_is_between_states_are_governments() -> None:
    tied = "Moscow/compound>treaty -/punct>Beijing Beijing/compound>treaty treaty.NN"
    train = "Moscow/compound>airport -/punct>Beijing Beijing/compound>airport airport"
    assert governments(parse(tied)) == {"Moscow", "Beijing"}
    assert governments(parse(train)) == set()


def test_a_capital_in_a_dateline_does_not_act() -> None:
    doc = parse("Washington/nsubj>denied -/punct>denied Ann/nsubj>denied denied the/det>report report/obj>denied")
    passage = Passage(doc, 0, Block(0, len(doc.text), "paragraph"))
    assert find_metonyms([passage], [Name(Place(0, 10), "place", 0.9)]) == frozenset()
