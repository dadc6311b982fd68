"""Certainty, polarity and tense of an event, told from its sentence."""

from __future__ import annotations

import pytest
from _pytest.mark import ParameterSet

from kg.extract.certainty import judge, tense_of
from kg.extract.tokens import Token
from tests.parse import parse, word

VERBS = """
certain positive past: Ann/nsubj>met met Bob/obj>met
certain positive present: Ann/nsubj>meets meets Bob/obj>meets
certain positive past: Ann/nsubj>met has/aux>met met.VBN Bob/obj>met
planned positive future: Ann/nsubj>meet will/aux>meet meet.VB Bob/obj>meet
planned positive future: they/nsubj>meet 'll/aux>meet meet.VB
planned negative future: Ann/nsubj>meet will/aux>meet not/advmod>meet meet.VB Bob/obj>meet
possible positive future: Ann/nsubj>meet may/aux>meet meet.VB Bob/obj>meet
possible positive future: Ann/nsubj>meet might/aux>meet meet.VB Bob/obj>meet
possible positive future: Ann/nsubj>meet could/aux>meet meet.VB Bob/obj>meet
probable positive past: Ann/nsubj>met must/aux>met have/aux>met met.VBN Bob/obj>met
certain negative past: Ann/nsubj>meet did/aux>meet not/advmod>meet meet.VB Bob/obj>meet
certain negative past: Ann/nsubj>met never/advmod>met met Bob/obj>met
probable positive past: Ann/nsubj>met probably/advmod>met met Bob/obj>met
possible positive past: Ann/nsubj>met reportedly/advmod>met met Bob/obj>met
possible positive past: did/aux>meet Ann/nsubj>meet meet.VB Bob/obj>meet ?/punct>meet
planned positive future: Ann/nsubj>meet is/cop>meet to/mark>meet meet.VB Bob/obj>meet
planned positive future: Ann/nsubj>is is to/mark>meet meet.VB/xcomp>is Bob/obj>meet
planned positive future: Ann/nsubj>agreed agreed to/mark>meet meet.VB/xcomp>agreed Bob/obj>meet
planned positive future: Ann/nsubj:pass>expected was/aux:pass>expected expected to/mark>meet meet.VB/xcomp>expected Bob/obj>meet
planned positive future: Ann/nsubj>likely is/cop>likely likely to/mark>meet meet.VB/xcomp>likely Bob/obj>meet
planned positive future: Ann/nsubj>invited invited Cid/obj>invited to/mark>meet meet.VB/xcomp>invited Bob/obj>meet
planned positive future: Ann/nsubj>wanted wanted to/mark>go go/xcomp>wanted and/cc>meet meet.VB/conj>go Bob/obj>meet
planned positive future: Ann/nsubj>go will/aux>go go and/cc>meet meet.VB/conj>go Bob/obj>meet
planned positive future: Ann/nmod:poss>readiness 's/case>Ann readiness to/mark>meet meet.VB/acl>readiness Bob/obj>meet
certain negative past: Ann/nsubj>denied denied meeting.VBG/xcomp>denied Bob/obj>meeting
certain negative past: Ann/nsubj>failed failed to/mark>meet meet.VB/xcomp>failed Bob/obj>meet
planned negative future: Ann/nsubj>refused refused to/mark>meet meet.VB/xcomp>refused Bob/obj>meet
certain positive past: Ann/nsubj>managed managed to/mark>meet meet.VB/xcomp>managed Bob/obj>meet
possible positive present: Ann/nsubj>sign will/aux>sign sign if/mark>meet they/nsubj>meet meet/advcl>sign
possible positive past: Cid/nsubj>doubted doubted they/nsubj>met met/ccomp>doubted
certain positive past: Cid/nsubj>says says they/nsubj>met met/ccomp>says
certain positive past: Ann/nsubj>left left after/mark>meeting meeting.VBG/advcl>left Bob/obj>meeting
certain positive past: they/nsubj>came came and/cc>met met/conj>came
"""
NOUNS = """
certain positive past: Ann/nsubj>held held talks/obj>held
planned positive future: Ann/nsubj>hold will/aux>hold hold talks/obj>hold
possible positive future: Ann/nsubj>hold may/aux>hold hold talks/obj>hold
certain negative past: Ann/nsubj>hold did/aux>hold not/advmod>hold hold talks/obj>hold
certain negative past: Ann/nsubj>held held no/det>talks talks/obj>held
certain positive past: talks/nsubj:pass>held were/aux:pass>held held.VBN
planned positive future: Ann/nsubj>agreed agreed to/mark>hold hold/xcomp>agreed talks/obj>hold
certain negative past: Ann/nsubj>cancelled cancelled the/det>talks talks/obj>cancelled
certain negative past: the/det>talks talks/nsubj:pass>postponed were/aux:pass>postponed postponed
planned positive past: Cid/nsubj>discussed discussed a/det>summit planned/amod>summit summit/obj>discussed
possible positive past: Cid/nsubj>discussed discussed a/det>summit possible/amod>summit summit/obj>discussed
probable positive none: a/det>summit likely/amod>summit summit surprised/acl>summit
planned positive none: Ann/nsubj>spoke spoke prior/case>summit to/fixed>prior the/det>summit summit/obl>spoke
planned positive none: Ann/nmod:poss>offer 's/case>Ann offer for/case>talks talks/nmod>offer
planned positive none: Ann/nmod:poss>plan 's/case>Ann plan.NN for/case>summit a/det>summit summit/nmod>plan
certain positive none: Ann/nsubj>spoke spoke during/case>summit the/det>summit summit/obl>spoke
possible positive past: if/mark>agreed Ann/nsubj>agreed agreed on/case>summit a/det>summit summit/obl>agreed
certain positive past: Ann/nsubj>wanted wanted Bob/obj>wanted for/case>summit his/nmod:poss>summit summit/obl>wanted
planned positive past: Ann/nsubj>wanted wanted Bob/obj>wanted for/case>summit a/det>summit summit/obl>wanted
certain positive past: the/det>summit summit/nsubj>ended in/case>Oslo Oslo/nmod>summit ended
"""
_TRIGGERS = frozenset({"meet", "meeting", "talk", "summit"})


def trigger(line: str) -> Token:
    """The word of a sentence that names a meeting."""
    return next(token for token in parse(line) if token.lemma_ in _TRIGGERS)


def table(rows: str) -> list[ParameterSet]:
    """Rows of certainty, polarity and tense, and the sentence."""
    pairs = [row.split(": ") for row in rows.strip().splitlines()]
    return [pytest.param(line, expected, id=parse(line).text) for expected, line in pairs]


@pytest.mark.parametrize(("line", "expected"), table(VERBS))
def test_verbs(line: str, expected: str) -> None:
    assert " ".join(judge(trigger(line))) == expected


@pytest.mark.parametrize(("line", "expected"), table(NOUNS))
def test_nouns(line: str, expected: str) -> None:
    assert " ".join(judge(trigger(line))) == expected


@pytest.mark.parametrize(
    ("line", "certainty"),
    [
        (
            "Ann/nsubj>travel will/aux>travel travel there/advmod>travel to/mark>meet meet.VB/advcl>travel Bob/obj>meet",
            "planned",
        ),
        ("Ann/nsubj>travel may/aux>travel travel to/mark>meet meet.VB/advcl>travel Bob/obj>meet", "possible"),
        ("Ann/nsubj>plans plans to/mark>travel travel/xcomp>plans to/mark>meet meet.VB/advcl>travel Bob/obj>meet", "planned"),
    ],
    ids=["will travel to meet", "may travel to meet", "plans to travel to meet"],
)
def test_a_purpose_is_no_surer_than_what_serves_it(line: str, certainty: str) -> None:
    assert judge(trigger(line)).certainty == certainty


@pytest.mark.parametrize(
    ("line", "polarity"),
    [
        ("Ann/nsubj>agree did/aux>agree not/advmod>agree agree.VB to/mark>meet meet.VB/xcomp>agree Bob/obj>meet", "negative"),
        ("Ann/nsubj>managed never/advmod>managed managed to/mark>meet meet.VB/xcomp>managed Bob/obj>meet", "negative"),
        ("Ann/nsubj>fail did/aux>fail not/advmod>fail fail.VB to/mark>meet meet.VB/xcomp>fail Bob/obj>meet", "positive"),
        ("Ann/nsubj>deny did/aux>deny not/advmod>deny deny.VB meeting.VBG/xcomp>deny Bob/obj>meeting", "positive"),
    ],
    ids=["did not agree to meet", "never managed to meet", "did not fail to meet", "did not deny meeting"],
)
def test_the_negation_of_the_governing_verb_counts(line: str, polarity: str) -> None:
    assert judge(trigger(line)).polarity == polarity


@pytest.mark.parametrize(
    ("line", "polarity"),
    [
        ("no/det>deal deal/nsubj:pass>meet was/aux:pass>meet meet.VBN", "negative"),
        ("Ann/nsubj>meet meet.VBD no/det>mayor mayor.NN/obj>meet", "negative"),
        ("Ann/nsubj>meet meet.VBD the/det>mayor mayor.NN/obj>meet", "positive"),
    ],
    ids=["nothing undergoes it", "nobody is its object", "somebody is"],
)
def test_what_nobody_undergoes_did_not_happen(line: str, polarity: str) -> None:
    assert judge(trigger(line)).polarity == polarity


def test_ahead_of_a_meeting_it_is_planned() -> None:
    line = "Ann/nsubj>spoke spoke ahead/case>meeting of/case>meeting the/det>meeting meeting.NN/obl>spoke"
    assert judge(trigger(line)).certainty == "planned"


@pytest.mark.parametrize(
    ("line", "verb", "tense"),
    [
        ("Ann/nsubj>spoke spoke", "spoke", "past"),
        ("Ann/nsubj>had had met.VBN/xcomp>had", "met", "past"),
        ("Bob/nsubj:pass>seen was/aux:pass>seen seen", "seen", "past"),
        ("Bob/nsubj:pass>seen is/aux:pass>seen seen", "seen", "present"),
        ("Bob/nsubj:pass>seen will/aux>seen be/aux:pass>seen seen", "seen", "future"),
        ("Ann/nsubj>go go.VB", "go", "none"),
    ],
)
def test_tenses(line: str, verb: str, tense: str) -> None:
    assert tense_of(word(parse(line), verb)) == tense


@pytest.mark.parametrize(
    ("line", "certainty"),
    [
        pytest.param("Ann/nsubj>wanted wanted talks/obj>wanted", "planned", id="wanted talks"),
        pytest.param("Ann/nsubj>held held talks/obj>held", "certain", id="held talks"),
        pytest.param(
            "Ann/nsubj>managed managed to/mark>meet meet.VB/xcomp>managed Bob/obj>meet", "certain", id="managed to meet"
        ),
        pytest.param("Ann/nsubj>came came to/mark>meet meet.VB/advcl>came Bob/obj>meet", "certain", id="came to meet"),
        pytest.param("Ann/nsubj>flew flew to/mark>meet meet.VB/advcl>flew Bob/obj>meet", "planned", id="flew to meet"),
    ],
)
def test_what_is_wanted_or_a_purpose_lies_ahead(line: str, certainty: str) -> None:
    assert judge(trigger(line)).certainty == certainty


def test_what_was_called_off_did_not_happen() -> None:
    assert judge(trigger("the/det>summit cancelled.VBN/amod>summit summit/nsubj>ended ended")).polarity == "negative"
