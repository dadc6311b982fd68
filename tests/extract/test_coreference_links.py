"""Nominals and pronouns: what can stand for a thing, and what the rules and the ranker make of it."""

from __future__ import annotations

import pytest

from kg.extract.coreference.markables import find_markables
from kg.extract.coreference.quotes import find_speech
from kg.extract.discourse import Discourse
from tests.parse import read, word

PRESIDENT = (
    "Russian@group/amod>president president/nmod:desc>Vladimir Vladimir@person/nsubj>left Putin@person/flat>Vladimir left"
)


def texts_of(line: str) -> list[tuple[str, str]]:
    """Text and kind of the markables of a sentence."""
    parsed = read(line)
    discourse = Discourse(parsed.text, parsed.passages)
    names = {
        (number, token.i): number * 100 + token.i
        for number, passage in enumerate(parsed.passages)
        for ent in passage.doc.ents
        for token in ent
    }
    found = find_markables(discourse.passages, names)
    return [(parsed.text[m.span.start : m.span.end], "coordination" if m.members else m.kind) for m in found]


def chains(*lines: str) -> list[set[str]]:
    """The mentions of each chain of an article that has more than one."""
    finished = read(*lines).discourse().finish()
    texts = {m.id: m.text for m in finished.mentions}
    return [{texts[m] for m in chain.mentions} for chain in finished.chains if len(chain.mentions) > 1]


# ---- what can stand for a thing ----------------------------------------------------------------------------------


def test_a_noun_has_what_belongs_to_it_on_its_left() -> None:
    line = "the/det>leader Korean/amod>leader leader/nsubj>left of/case>Oslo Oslo/nmod>leader left"
    assert texts_of(line)[0] == ("the Korean leader", "nominal")


def test_pronouns_of_all_cases_are_markables() -> None:
    assert texts_of("he/nsubj>met met her/obj>met") == [("he", "pronoun"), ("her", "pronoun")]


def test_a_coordination_is_a_markable_beside_its_members() -> None:
    line = "Ann@person/nsubj>left and/cc>Bob Bob@person/conj>Ann left"
    assert texts_of(line) == [("Ann", "name"), ("Ann and Bob", "coordination"), ("Bob", "name")]


def test_nouns_before_a_noun_are_none() -> None:
    assert texts_of("space/compound>facility facility/nsubj>left left") == [("space facility", "nominal")]


def test_a_noun_has_no_clause_and_no_preposition_on_its_left() -> None:
    line = "Ann/nsubj>said said the/det>deal deal/obj>said leaders.NNS/compound>plan met/acl>leaders plan/ccomp>said"
    assert ("plan", "nominal") in texts_of(line)
    assert ("man", "nominal") in texts_of("in/case>summit summit/nmod>man man/nsubj>left left")


# ---- offices -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "nominal",
    [
        "the/det>president Russian@group/amod>president president/nsubj>spoke spoke",
        "the/det>leader Russian@group/amod>leader leader/nsubj>spoke spoke",
        "the/det>president president/nsubj>spoke spoke",
    ],
    ids=["same office", "leader of the country", "the only one"],
)
def test_a_nominal_is_whom_the_article_gives_that_office(nominal: str) -> None:
    discourse = read(PRESIDENT, nominal).discourse()
    (join,) = [join for join in discourse.joins if join.rule == "office"]
    assert discourse.drafts[join.right].chain == discourse.drafts[join.left].chain
    assert "Vladimir Putin" in join.reason


@pytest.mark.parametrize(
    "nominal",
    [
        "the/det>president Korean@group/amod>president president/nsubj>spoke spoke",
        "a/det>president president/nsubj>spoke spoke",
        "the/det>minister minister/nsubj>spoke spoke",
    ],
    ids=["of another country", "indefinite", "another office"],
)
def test_no_office_joins_where_something_differs(nominal: str) -> None:
    assert not [join for join in read(PRESIDENT, nominal).discourse().joins if join.rule == "office"]


# ---- groups ------------------------------------------------------------------------------------------------------

BOTH = "Ann@person/nsubj>met met Bob@person/obj>met"


def test_the_two_leaders_are_the_two_last_named_together() -> None:
    discourse = read(BOTH, "the/det>ministers two/nummod>ministers ministers/nsubj>spoke spoke").discourse()
    (number,) = [n for n, draft in enumerate(discourse.drafts) if draft.kind == "nominal"]
    assert [discourse.drafts[n].chain for n in discourse.coordinated(1, number)] == [
        draft.chain for draft in discourse.drafts[:2]
    ]


def test_two_of_three_are_not_chosen() -> None:
    three = "Ann@person/nsubj>met met Bob@person/obj>met with/case>Ray Ray@person/obl>met"
    discourse = read(three, "the/det>ministers two/nummod>ministers ministers/nsubj>spoke spoke").discourse()
    assert not discourse.groups


# ---- pronouns ----------------------------------------------------------------------------------------------------


def test_who_is_spoken_of_is_not_the_subject_beside() -> None:
    found = chains("Ann@person/nsubj>left left", "Bob@person/nsubj>held held talks/obj>held with/case>him him/nmod>talks")
    assert {"Bob", "him"} not in found


def test_he_is_no_place_and_it_no_person() -> None:
    found = chains("Ann@person/nsubj>visited saw Oslo@place/obj>saw".replace("visited", "saw"), "it/nsubj>left left")
    assert {"Ann", "it"} not in found
    assert not [chain for chain in chains("Oslo@place/nsubj>left left", "he/nsubj>spoke spoke") if "Oslo" in chain]


def test_every_nominal_and_pronoun_in_a_chain_has_a_reason() -> None:
    discourse = read(PRESIDENT, "he/nsubj>met met Bob@person/obj>met", "they/nsubj>left left").discourse()
    explained = {join.right for join in discourse.joins} | {join.left for join in discourse.joins}
    assert {n for n, draft in enumerate(discourse.drafts) if draft.kind != "name"} <= explained
    assert all(join.reason and 0 <= join.score <= 1 for join in discourse.joins)


# ---- quotations --------------------------------------------------------------------------------------------------


def test_who_says_a_quotation_is_the_subject_of_the_verb_beside_it() -> None:
    parsed = read('"/punct>left he/nsubj>left left "/punct>left said/parataxis>left Ann@person/nsubj>said')
    ((quote,), _) = find_speech(parsed.text, parsed.passages)
    assert quote.speaker == word(parsed.passages[0].doc, "Ann").i
