"""Who "he said" is, whom "we" stands for, nouns beside names, and what the article is about."""

from __future__ import annotations

import pytest

from kg.extract.coreference.meanings import compare_meanings
from kg.extract.coreference.quotes import find_speech
from kg.extract.discourse import Discourse
from tests.parse import read, word


def joined(discourse: Discourse, rule: str) -> list[tuple[str, str]]:
    """The texts of the mentions that a rule put together, left and right."""
    spans = [draft.span for draft in discourse.drafts]
    return [
        (discourse.text[spans[j.left].start : spans[j.left].end], discourse.text[spans[j.right].start : spans[j.right].end])
        for j in discourse.joins
        if j.rule == rule
    ]


# ---- who speaks --------------------------------------------------------------------------------------------------

SAID = "Ann@person/nsubj>said said Oslo@place/nsubj>left left/ccomp>said"
HE_SAID = "Bob@person/nsubj>left left/ccomp>said she/nsubj>said said"


def test_she_who_says_more_is_who_spoke_before() -> None:
    assert joined(read(SAID, HE_SAID).discourse(), "speaker before") == [("Ann", "she")]


def test_who_is_told_of_since_is_whom_she_said_means() -> None:
    found = joined(read(SAID, "Eve@person/nsubj>left left", HE_SAID).discourse(), "speaker before")
    assert found == [("Eve", "she")]


def test_a_man_does_not_go_on_as_she() -> None:
    found = joined(read("Robert@person/nsubj>said King@person/flat>Robert said", HE_SAID).discourse(), "speaker before")
    assert not found


@pytest.mark.parametrize(("link", "who"), [("advcl", "Bob"), ("ccomp", "Ann")], ids=["when he said", "that he said"])
def test_who_a_clause_is_about_is_who_is_said_to_say_there_when(link: str, who: str) -> None:
    line = f"Ann@person/nsubj>said said Bob@person/nsubj>failed failed/ccomp>said he/nsubj>denied denied/{link}>failed"
    assert joined(read(line).discourse(), "speaker before") == [(who, "he")]


def test_who_a_fronted_clause_is_about_is_who_says_the_rest() -> None:
    line = "though.MARK/mark>left Bob@person/nsubj>left left/advcl>said he/nsubj>said said"
    assert joined(read("Tom@person/nsubj>said said", line).discourse(), "speaker before") == [("Bob", "he")]


@pytest.mark.parametrize(("verb", "expected"), [("continue", 0), ("add", 1)])
def test_who_goes_on_with_a_thing_need_not_speak(verb: str, expected: int) -> None:
    parsed = read(f"Ann@person/nsubj>{verb} {verb}.VB talks/obj>{verb}")
    assert len(find_speech(parsed.text, parsed.passages)[1]) == expected


@pytest.mark.parametrize(("opens", "closes"), [('"', '"'), ("``", "''"), ("“", "”")])
def test_quotations_are_found_in_whatever_marks_they_are_printed(opens: str, closes: str) -> None:
    line = f"{opens}.RB/punct>left it/nsubj>left left/ccomp>said {closes}.RB/punct>left Ann@person/nsubj>said said"
    parsed = read(line)
    quotes, _ = find_speech(parsed.text, parsed.passages)
    assert [quote.speaker for quote in quotes] == [word(parsed.passages[0].doc, "Ann").i]


def test_a_quotation_without_a_speaker_goes_on_with_who_spoke_before_in_its_paragraph() -> None:
    first = '"/punct>left it/nsubj>left left/ccomp>said "/punct>left said Ann@person/nsubj>said'
    parsed = read(f'{first}|"/punct>left they/nsubj>left left "/punct>left')
    quotes, _ = find_speech(parsed.text, parsed.passages)
    assert [quote.speaker for quote in quotes] == [word(parsed.passages[0].doc, "Ann").i] * 2


@pytest.mark.parametrize(
    "speaker",
    [
        "Norco@organization/nsubj>said said",
        "Norco@organization/compound>spokesman spokesman/nsubj>said said",
        "Ann@person/nsubj>said ,/punct>president the/det>president president/appos>Ann of/case>Norco "
        "Norco@organization/nmod>president said",
    ],
    ids=["the organization", "its spokesman", "its president"],
)
def test_we_is_the_organization_that_is_spoken_for(speaker: str) -> None:
    line = f'{speaker} "/punct>planned we.PRP/nsubj>planned planned/ccomp>said "/punct>planned'
    assert joined(read(line).discourse(), "speaker") == [("Norco", "we")]


def test_we_of_a_speaker_without_an_office_stays_open() -> None:
    line = (
        "Ann@person/nsubj>said of/case>Norco Norco@organization/nmod>Ann said "
        '"/punct>planned we.PRP/nsubj>planned planned/ccomp>said "/punct>planned'
    )
    assert not joined(read(line).discourse(), "speaker")


@pytest.mark.parametrize("office", ["", "Norwegian@group/amod>president "], ids=["of the firm", "of a country"])
def test_we_of_a_president_is_the_main_organization_unless_he_is_of_a_country(office: str) -> None:
    about = "Norco@organization/nsubj>left left"
    speaker = f"{office}president/nmod:desc>Ann Ann@person/nsubj>said said"
    line = f'{speaker} "/punct>planned we.PRP/nsubj>planned planned/ccomp>said "/punct>planned'
    assert joined(read(about, about, about, line).discourse(), "speaker") == ([] if office else [("Norco", "we")])


def test_we_of_a_director_may_be_of_a_film() -> None:
    about = "Norco@organization/nsubj>left left"
    speaker = "director.NN/nmod:desc>Ann Ann@person/nsubj>said said"
    line = f'{speaker} "/punct>planned we.PRP/nsubj>planned planned/ccomp>said "/punct>planned'
    assert not joined(read(about, about, about, line).discourse(), "speaker")


@pytest.mark.parametrize(("noun", "expected"), [("nation", []), ("offer", [("Norco", "our")])])
def test_our_nation_is_not_the_organization_s_own(noun: str, expected: list[tuple[str, str]]) -> None:
    words = f"our.PRP$/nmod:poss>{noun} {noun}.NN/nsubj>planned planned/ccomp>said"
    line = f'Norco@organization/compound>spokesman spokesman/nsubj>said said "/punct>planned {words} "/punct>planned'
    assert joined(read(line).discourse(), "speaker") == expected


def test_i_is_who_speaks() -> None:
    line = 'Ann@person/nsubj>said said "/punct>planned I.PRP/nsubj>planned planned/ccomp>said "/punct>planned'
    assert joined(read(line).discourse(), "speaker") == [("Ann", "I")]


def test_who_is_told_to_have_asked_somebody_does_not_speak() -> None:
    told = "Ann@person/nsubj>thanked thanked Eve@person/obj>thanked for/mark>asking asking.VBG/advcl>thanked her/obj>asking"
    assert ("Eve", "she") not in joined(read(SAID, told, "she/nsubj>said said").discourse(), "speaker before")


def test_she_who_only_goes_on_to_say_is_not_put_to_who_spoke() -> None:
    line = "she/nsubj>left left and/cc>said said/conj>left"
    assert not joined(read("Ann@person/nsubj>said said", line).discourse(), "speaker before")


def test_we_of_several_who_speak_are_they() -> None:
    line = 'the/det>envoys envoys/nsubj>said said "/punct>left we.PRP/nsubj>left left/ccomp>said "/punct>left'
    assert joined(read(line).discourse(), "speaker") == [("the envoys", "we")]


def test_though_she_says_is_said_of_who_speaks() -> None:
    line = (
        "Ann@person/nsubj>said said Eve@person/nsubj>failed failed/ccomp>said "
        "though.MARK/mark>denied she/nsubj>denied denied/advcl>failed"
    )
    assert joined(read(line).discourse(), "speaker before") == [("Ann", "she")]


def test_nobody_in_the_words_is_he_who_says_them_behind() -> None:
    line = '"/punct>left he/nsubj>left left/ccomp>said "/punct>left he/nsubj>said said'
    discourse = read("Bob@person/nsubj>left left", line).discourse()
    inner, outer = ([d.chain for d in discourse.drafts if discourse.text[d.span.start : d.span.end] == "he"] + [-1, -2])[:2]
    assert inner != outer


def test_he_in_a_quotation_is_not_who_says_it() -> None:
    line = 'Ann@person/nsubj>said said "/punct>planned she/nsubj>planned planned/ccomp>said "/punct>planned'
    discourse = read(line).discourse()
    assert not [join for join in discourse.joins if discourse.drafts[join.left].kind == "name"]


# ---- beside names, and what leads --------------------------------------------------------------------------------


def test_a_noun_beside_a_name_is_the_same_thing() -> None:
    line = "the/det>company company/nsubj>left ,/punct>Norco Norco@organization/appos>company left"
    assert joined(read(line).discourse(), "apposition") == [("Norco", "the company")]


@pytest.mark.parametrize("noun", ["ministers", "president"], ids=["several", "another kind"])
def test_a_noun_that_cannot_be_the_name_is_something_else(noun: str) -> None:
    line = f"the/det>{noun} {noun}/nsubj>left ,/punct>Norco Norco@organization/appos>{noun} left"
    assert not joined(read(line).discourse(), "apposition")


NORCO = "Norco@organization/nsubj>left left"


def test_the_company_is_the_one_organization_that_the_article_is_about() -> None:
    discourse = read(NORCO, NORCO, NORCO, "the/det>company company/nsubj>left left").discourse()
    (number,) = [n for n, draft in enumerate(discourse.drafts) if draft.kind == "nominal"]
    assert discourse.drafts[number].chain == discourse.drafts[0].chain


def test_a_noun_is_not_a_body_of_that_kind_that_was_named_before_another() -> None:
    names = [f"{own}@organization/compound>Company Company@organization/nsubj>left left" for own in ("Norco", "Norco", "Esco")]
    discourse = read(*names, "the/det>company company/nsubj>left left").discourse()
    assert discourse.drafts[0].chain not in {draft.chain for draft in discourse.drafts if draft.kind == "nominal"}


def test_its_company_is_not_the_owner() -> None:
    discourse = read(NORCO, "its/nmod:poss>company company/nsubj>left left").discourse()
    chains = {discourse.text[d.span.start : d.span.end]: d.chain for d in discourse.drafts}
    assert chains.get("its company") != chains["Norco"]


def test_a_noun_is_nearest_to_itself_and_nothing_to_what_has_no_noun() -> None:
    meanings = compare_meanings(["firm", "", "company"], [-1, 0, -1], {0: frozenset({"company"})})
    near = meanings.table[meanings.row[2], meanings.column]
    assert near[2] == near[1] == 1 > near[0] > 0
    assert not meanings.table[meanings.row[1], meanings.column].any()
