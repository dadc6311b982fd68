"""Who or what is meant in the grammatical slots of a word."""

from __future__ import annotations

import pytest

from kg.extract.syntax import (
    clause_verb,
    conjuncts,
    first_conjunct,
    is_clause,
    is_passive,
    preposition,
    slots_of_noun,
    slots_of_verb,
    subjects,
)
from tests.parse import parse, word


def filled(line: str, verb: str) -> set[str]:
    return {f"{slot}: {token.text}" for slot, token in slots_of_verb(word(parse(line), verb))}


def owned(line: str, noun: str) -> set[str]:
    return {f"{slot}: {token.text}" for slot, token in slots_of_noun(word(parse(line), noun))}


def doers(line: str, verb: str) -> list[str]:
    return [token.text for token in subjects(word(parse(line), verb))]


# ---- slots of verbs ----------------------------------------------------------------------------------------------


def test_active_verb() -> None:
    line = "Ann/nsubj>met met Bob/obj>met in/case>Oslo Oslo/obl>met"
    assert filled(line, "met") == {"subject: Ann", "object: Bob", "in: Oslo"}


def test_the_agent_of_a_passive_is_its_subject_and_the_subject_its_object() -> None:
    line = "Ann/nsubj:pass>met was/aux:pass>met met.VBN by/case>Bob Bob/obl:agent>met"
    assert filled(line, "met") == {"subject: Bob", "object: Ann"}


def test_by_in_the_active_is_no_subject() -> None:
    assert filled("Ann/nsubj>spoke spoke by/case>airport airport/obl>spoke", "spoke") == {"subject: Ann", "by: airport"}


def test_what_somebody_had_before_a_participle_is_not_who_does_it() -> None:
    line = "Ann/nsubj>had had talks/obj>meeting meeting.VBG/xcomp>had Bob/obj>meeting"
    assert doers(line, "meeting") == ["Ann"]


def test_the_subject_of_the_next_clause_belongs_to_no_coordination_before_it() -> None:
    line = "Ann/nsubj>took took an/det>offer offer/obj>took and/cc>came Bob/conj>offer came/conj>took"
    assert filled(line, "took") == {"subject: Ann", "object: offer"}


def test_every_member_of_a_coordination_fills_the_slot() -> None:
    line = "Ann/nsubj>met ,/punct>Bob Bob/conj>Ann and/cc>Cid Cid/conj>Ann met Dan/obj>met and/cc>Eve Eve/conj>Dan"
    assert filled(line, "met") == {"subject: Ann", "subject: Bob", "subject: Cid", "object: Dan", "object: Eve"}


def test_a_coordination_behind_a_preposition() -> None:
    line = "Ann/nsubj>met met with/case>Bob Bob/obl>met and/cc>Cid Cid/conj>Bob"
    assert filled(line, "met") == {"subject: Ann", "with: Bob", "with: Cid"}


def test_an_oblique_without_preposition_fills_no_slot() -> None:
    assert filled("Ann/nsubj>met met Bob/obj>met Monday/obl:unmarked>met", "met") == {"subject: Ann", "object: Bob"}


def test_the_noun_of_a_passive_participle_is_its_object() -> None:
    line = "the/det>ministers ministers/nsubj>left invited.VBN/acl>ministers by/case>Bob Bob/obl:agent>invited left"
    assert "object: ministers" in filled(line, "invited")


def test_the_agent_of_a_passive_participle_is_its_subject() -> None:
    line = "the/det>ministers ministers/nsubj>left invited.VBN/acl>ministers by/case>Bob Bob/obl:agent>invited left"
    assert "subject: Bob" in filled(line, "invited")


def test_who_does_a_bare_infinitive_is_not_its_object() -> None:
    line = "Ann/nsubj>helped helped.VBD Bob/obj>build build.VB/xcomp>helped ships.NNS/obj>build"
    assert filled(line, "build") == {"subject: Bob", "object: ships"}
    assert filled(line, "helped") == {"subject: Ann", "object: Bob"}


def test_what_stands_behind_a_bare_infinitive_is_its_object() -> None:
    line = "Ann/nsubj>helped helped.VBD Bob/obj>build build.VB/xcomp>helped ships.NNS/obj>helped"
    assert filled(line, "build") == {"subject: Bob", "object: ships"}
    assert filled(line, "helped") == {"subject: Ann", "object: Bob"}


def test_who_is_let_do_something_may_hang_on_the_infinitive() -> None:
    line = "Ann/nsubj>let let.VBD Bob/nsubj>leave leave.VB/ccomp>let"
    assert filled(line, "let") == {"subject: Ann", "object: Bob"}


def test_the_subject_of_what_was_seen_is_no_object_of_seeing() -> None:
    line = "Ann/nsubj>saw saw Bob/nsubj>left left/ccomp>saw"
    assert filled(line, "saw") == {"subject: Ann"}


def test_what_is_asked_of_a_clause_is_its_object() -> None:
    line = "Ann/nsubj>knew knew.VBD what.WP/obj>build to/mark>build build.VB/xcomp>knew"
    assert filled(line, "build") == {"subject: Ann", "object: what"}


# ---- subjects ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "verb", "expected"),
    [
        pytest.param("Ann/nsubj>came came and/cc>met met/conj>came Bob/obj>met", "met", ["Ann"], id="coordinated verbs"),
        pytest.param(
            "Ann/nsubj>came came and/cc>met Bob/nsubj>met met/conj>came Cid/obj>met", "met", ["Bob"], id="its own subject wins"
        ),
        pytest.param(
            "Ann/nsubj>agreed agreed to/mark>meet meet.VB/xcomp>agreed Bob/obj>meet", "meet", ["Ann"], id="subject control"
        ),
        pytest.param(
            "Ann/nsubj>agreed and/cc>Eve Eve/conj>Ann agreed to/mark>meet meet.VB/xcomp>agreed",
            "meet",
            ["Ann", "Eve"],
            id="subject control by two",
        ),
        pytest.param(
            "Ann/nsubj>invited invited Bob/obj>invited to/mark>come come.VB/advcl>invited",
            "come",
            ["Bob"],
            id="who is invited comes, though it may look like a purpose",
        ),
        pytest.param("Ann/nsubj>used used.VBD Bob/obj>used to/mark>come come.VB/advcl>used", "come", ["Ann"], id="a purpose"),
        pytest.param(
            "Ann/nsubj>took took an/det>offer offer/obj>took and/cc>come Bob/conj>offer is/cop>come to/mark>come "
            "come.VB/conj>took",
            "come",
            ["Bob"],
            id="the noun behind the coordination of clauses, wherever it hangs",
        ),
        pytest.param(
            "Ann/nsubj>took took an/det>offer offer/obj>took and/cc>Bob Bob/conj>offer is/cop>come to/mark>come "
            "come.VB/conj>took",
            "come",
            ["Bob"],
            id="the noun right before a verb with nothing else to join it",
        ),
        pytest.param(
            "Ann/nsubj>took took an/det>offer offer/obj>took and/cc>talks talks/conj>offer ,/punct>came came/conj>took",
            "came",
            ["Ann"],
            id="a comma may join it",
        ),
        pytest.param(
            "Ann/nsubj>took took an/det>offer offer/obj>took and/cc>talks talks/conj>offer and/cc>came came/conj>took",
            "came",
            ["Ann"],
            id="a noun of a coordination of its own is no subject",
        ),
        pytest.param(
            "Ann/nsubj>invited invited Bob/obj>invited to/mark>meet meet.VB/xcomp>invited Cid/obj>meet",
            "meet",
            ["Bob"],
            id="object control",
        ),
        pytest.param(
            "Ann/nsubj>wanted wanted to/mark>go go/xcomp>wanted and/cc>meet meet.VB/conj>go Bob/obj>meet",
            "meet",
            ["Ann"],
            id="control through coordination",
        ),
        pytest.param(
            "Ann/nsubj>praised ,/punct>met who/nsubj>met met/acl:relcl>Ann Bob/obj>met ,/punct>met praised Cid/obj>praised",
            "met",
            ["Ann"],
            id="relative clause",
        ),
        pytest.param(
            "the/det>man man/nsubj>left whom/obj>met Ann/nsubj>met met/acl:relcl>man left",
            "met",
            ["Ann"],
            id="relative clause of the object",
        ),
        pytest.param(
            "after/mark>meeting meeting.VBG/advcl>spoke Bob/obj>meeting ,/punct>meeting Ann/nsubj>spoke spoke",
            "meeting",
            ["Ann"],
            id="gerund after a preposition",
        ),
        pytest.param(
            "Ann/nsubj>came came to/mark>meet meet.VB/advcl>came Bob/obj>meet", "meet", ["Ann"], id="infinitive of purpose"
        ),
        pytest.param(
            "Bob/nsubj>spoke spoke while/mark>met Ann/nsubj>met met/advcl>spoke Cid/obj>met",
            "met",
            ["Ann"],
            id="a clause with its own subject",
        ),
        pytest.param(
            "Ann/nmod:poss>decision decision/nsubj>surprised to/mark>hold hold/acl>decision talks/obj>hold surprised",
            "hold",
            ["Ann"],
            id="infinitive of a possessed noun",
        ),
        pytest.param(
            "Ann/nsubj>had had a/det>plan plan.NN/obj>had to/mark>meet meet.VB/acl>plan Bob/obj>meet",
            "meet",
            ["Ann"],
            id="infinitive of a noun that the subject has",
        ),
        pytest.param(
            "the/det>envoys envoys/nsubj>left meeting.VBG/acl>envoys Bob/obj>meeting left",
            "meeting",
            ["envoys"],
            id="present participle",
        ),
        pytest.param("invited.VBN/acl>ministers ministers", "invited", [], id="a past participle's noun does nothing"),
        pytest.param(
            "the/det>decision decision/nsubj>surprised to/mark>hold hold/acl>decision talks/obj>hold surprised",
            "hold",
            [],
            id="nobody's decision",
        ),
        pytest.param(
            "Ann/nsubj>says says met/ccomp>says Bob/obj>met", "met", [], id="the subject of a verb of saying is not shared"
        ),
        pytest.param(
            "Eve/nsubj>met met Bob/obj>met ,/punct>said Ann/nsubj>said said/parataxis>met ,/punct>having having/advcl>met",
            "having",
            ["Ann"],
            id="who says is who adds",
        ),
        pytest.param(
            "Eve/nsubj>met met Bob/obj>met ,/punct>having having/advcl>met Carl/obj>having",
            "having",
            ["Eve"],
            id="a participle without such a verb",
        ),
        pytest.param(
            "We.PRP/nsubj>met met/ccomp>said Bob/obj>met Ann/nsubj>said said ,/punct>adding adding/advcl>met left/ccomp>adding",
            "adding",
            ["Ann"],
            id="who says behind what is quoted is who adds",
        ),
        pytest.param(
            "Ann/nsubj>said said Eve/nsubj>met met/ccomp>said ,/punct>adding adding/advcl>met that/mark>left left/ccomp>adding",
            "adding",
            ["Ann"],
            id="who says before it is who adds",
        ),
        pytest.param(
            "Ann/nsubj>said said Eve/nsubj>met met/ccomp>said Bob/obj>met ,/punct>having having/advcl>met",
            "having",
            ["Eve"],
            id="what somebody is said to do goes on otherwise",
        ),
        pytest.param(
            "Ann/nsubj>ordered ordered Bob/obj>ordered to/mark>go go/xcomp>ordered "
            ",/punct>adding adding/advcl>go left/ccomp>adding",
            "adding",
            ["Ann"],
            id="who orders is who adds",
        ),
        pytest.param(
            "Ann/nsubj>ordered ordered Bob/obj>ordered to/mark>go go/xcomp>ordered holding/advcl>go talks/obj>holding",
            "holding",
            ["Bob"],
            id="who goes is who holds",
        ),
        pytest.param(
            "Ann/nsubj>said said Eve/nsubj>go would/aux>go go/ccomp>said and/cc>warned warned/conj>go",
            "warned",
            ["Ann"],
            id="a finite verb shares no auxiliary with a bare one",
        ),
        pytest.param(
            "Ann/nsubj>said said Eve/nsubj>came came/ccomp>said and/cc>warned warned/conj>came",
            "warned",
            ["Eve"],
            id="a finite verb beside a finite one",
        ),
        pytest.param(
            "Ann/nsubj>warned warned Bob/obj>warned against/mark>meeting meeting.VBG/advcl>warned Eve/obj>meeting",
            "meeting",
            ["Bob"],
            id="whom somebody warns against it",
        ),
        pytest.param(
            "Ann/nsubj>warned warned against/mark>meeting meeting.VBG/advcl>warned Eve/obj>meeting",
            "meeting",
            [],
            id="warned against it, nobody in particular",
        ),
        pytest.param(
            "Ann/nsubj>saw saw the/det>minister minister/obj>saw after/mark>meeting meeting.VBG/acl>minister Bob/obj>meeting",
            "meeting",
            ["Ann"],
            id="a clause of when hangs on a noun",
        ),
        pytest.param(
            "Ann/nsubj>saw saw the/det>minister minister/obj>saw meeting.VBG/acl>minister Bob/obj>meeting",
            "meeting",
            ["minister"],
            id="a participle hangs on a noun",
        ),
        pytest.param(
            "Ann/nsubj>called called on/case>Bob Bob/obl>called to/mark>go go/advcl>called and/cc>visit visit.VBP/conj>called",
            "visit",
            ["Bob"],
            id="a bare verb goes on with the infinitive",
        ),
        pytest.param(
            "Ann/nsubj>called called on/case>Bob Bob/obl>called to/mark>go go/advcl>called and/cc>left left/conj>called",
            "left",
            ["Ann"],
            id="a finite verb goes on with the finite one",
        ),
        pytest.param(
            "Ann/nsubj>saw saw a/det>decision decision/obj>saw by/case>Bob Bob/nmod>decision to/mark>go go/advcl>saw",
            "go",
            ["Bob"],
            id="who decided, where the infinitive hangs on the verb",
        ),
        pytest.param(
            "Ann/nsubj>saw saw a/det>summit summit/obj>saw by/case>Bob Bob/nmod>summit to/mark>go go/advcl>saw",
            "go",
            ["Ann"],
            id="a purpose behind a noun that decides nothing",
        ),
        pytest.param(
            "the/det>decision decision/nsubj>surprised by/case>Bob Bob/nmod>decision to/mark>go go/acl>decision surprised",
            "go",
            ["Bob"],
            id="a decision by somebody",
        ),
        pytest.param(
            "Ann/nsubj>praised praised the/det>decision decision/obj>praised to/mark>go go/acl>decision",
            "go",
            [],
            id="a decision that somebody praises is another's",
        ),
        pytest.param(
            "the/det>minister last.JJ/amod>minister minister/nsubj>left to/mark>go go/acl>minister left",
            "go",
            ["minister"],
            id="the last to do it",
        ),
        pytest.param(
            "Ann/nsubj>made made the/det>offer last.JJ/amod>offer offer/obj>made to/mark>go go/acl>offer",
            "go",
            ["Ann"],
            id="somebody's last offer",
        ),
        pytest.param("Ann/nsubj>go ,/punct>go go Bob/obj>go", "go", [], id="whom an order goes to"),
        pytest.param("Ann/nsubj>met ,/punct>met met Bob/obj>met", "met", ["Ann"], id="a comma before a finite verb"),
    ],
)
def test_subjects(line: str, verb: str, expected: list[str]) -> None:
    assert doers(line, verb) == expected


def test_the_subject_of_a_passive_governs_the_infinitive() -> None:
    line = "Ann/nsubj:pass>expected was/aux:pass>expected expected to/mark>meet meet.VB/xcomp>expected Bob/obj>meet"
    assert filled(line, "meet") == {"subject: Ann", "object: Bob"}


def test_a_verb_coordinated_with_a_passive_shares_its_subject() -> None:
    assert doers("Ann/nsubj:pass>invited was/aux:pass>invited invited.VBN and/cc>met met/conj>invited Bob/obj>met", "met") == [
        "Ann"
    ]


def test_the_coordinated_passive_shares_its_subject() -> None:
    line = "Ann/nsubj>came came and/cc>met was/aux:pass>met met.VBN/conj>came by/case>Bob Bob/obl:agent>met"
    assert filled(line, "met") == {"object: Ann", "subject: Bob"}


def test_who_two_are_is_followed_behind_a_relative_pronoun() -> None:
    line = "Ann/nsubj>left and/cc>Eve Eve/conj>Ann ,/punct>met who/nsubj>met met/acl:relcl>Ann ,/punct>met left"
    assert doers(line, "met")[0] == "Ann"


# ---- slots of nouns ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Ann/nmod:poss>summit 's/case>Ann summit", {"possessive: Ann"}),
        ("Ann/nmod:poss>summit and/cc>Bob Bob/conj>Ann 's/case>Bob summit", {"possessive: Ann", "possessive: Bob"}),
        ("their/nmod:poss>summit summit", {"possessive: their"}),
        ("summit between/case>Ann Ann/nmod>summit and/cc>Bob Bob/conj>Ann", {"between: Ann", "between: Bob"}),
        ("summit with/case>Ann Ann/nmod>summit in/case>Oslo Oslo/nmod>summit", {"with: Ann", "in: Oslo"}),
        ("the/det>summit Ann/compound>summit -/punct>Bob Bob/flat>Ann summit", {"compound: Ann", "compound: Bob"}),
        ("the/det>summit Ann/compound>Bob -/punct>Bob Bob/compound>summit summit", {"compound: Ann", "compound: Bob"}),
        ("the/det>summit old/amod>summit summit", {"modifier: old"}),
    ],
)
def test_slots_of_nouns(line: str, expected: set[str]) -> None:
    assert owned(line, "summit") == expected


# ---- words -------------------------------------------------------------------------------------------------------


def test_a_preposition_of_two_words() -> None:
    assert (
        preposition(word(parse("Ann/nsubj>spoke spoke prior/case>summit to/fixed>prior summit/obl>spoke"), "summit"))
        == "prior to"
    )


def test_a_preposition_of_two_words_side_by_side() -> None:
    assert (
        preposition(word(parse("Ann/nsubj>spoke spoke ahead/case>summit of/case>summit summit/obl>spoke"), "summit"))
        == "ahead of"
    )


def test_no_preposition() -> None:
    assert preposition(word(parse("Ann/nsubj>met met Bob/obj>met"), "Bob")) == ""


def test_conjuncts_and_their_first() -> None:
    doc = parse("Ann/nsubj>left ,/punct>Bob Bob/conj>Ann and/cc>Cid Cid/conj>Bob left")
    assert [token.text for token in conjuncts(word(doc, "Ann"))] == ["Ann", "Bob", "Cid"]
    assert first_conjunct(word(doc, "Cid")).text == "Ann"
    assert first_conjunct(word(doc, "left")).text == "left"


@pytest.mark.parametrize(("text", "expected"), [("Bob", "meet"), ("meet", "meet"), ("Ann", "agreed"), ("agreed", "agreed")])
def test_the_verb_of_the_clause_around_a_word(text: str, expected: str) -> None:
    doc = parse("Ann/nsubj>agreed agreed to/mark>meet meet.VB/xcomp>agreed Bob/obj>meet")
    verb = clause_verb(word(doc, text))
    assert verb is not None and verb.text == expected


def test_a_headline_without_a_verb_has_no_clause() -> None:
    assert clause_verb(word(parse("summit in/case>Oslo Oslo/nmod>summit"), "Oslo")) is None


def test_clauses() -> None:
    doc = parse("Ann/nsubj>came came and/cc>met met/conj>came Bob/obj>met and/cc>Cid Cid/conj>Bob")
    assert {token.text for token in doc if is_clause(token)} == {"came", "met"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Ann/nsubj:pass>met was/aux:pass>met met.VBN", True),
        ("Ann/nsubj>met has/aux>met met.VBN Bob/obj>met", False),
        ("Ann/nsubj>hoped hoped to/mark>president be/cop>president met.VBN/xcomp>hoped president/xcomp>hoped", True),
    ],
)
def test_the_passive_is_told_from_the_perfect(line: str, *, expected: bool) -> None:
    assert is_passive(word(parse(line), "met")) is expected


def test_whom_somebody_left_so_it_was_done_to() -> None:
    line = "Ann/nsubj>left left Bob/obj>left arrested.VBN/xcomp>left"
    assert filled(line, "arrested") == {"object: Bob"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("and/cc>arrested arrested.VBD/conj>seen", {"object: Ann"}, id="without an object it is a participle"),
        pytest.param(
            "and/cc>arrested arrested.VBD/conj>seen Bob/obj>arrested", {"subject: Ann", "object: Bob"}, id="with one it is none"
        ),
    ],
)
def test_a_past_form_behind_a_passive(line: str, expected: set[str]) -> None:
    assert filled(f"Ann/nsubj:pass>seen was/aux:pass>seen seen.VBN {line}", "arrested") == expected


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        pytest.param("has.VBZ/aux>met met.VBN/acl:relcl>officials Eve/obj>met", "subject: company", id="the one of them"),
        pytest.param("have.VBP/aux>met met.VBN/acl:relcl>officials Eve/obj>met", "subject: officials", id="the several"),
        pytest.param("met/acl:relcl>officials Eve/obj>met", "subject: officials", id="a past form agrees with both"),
    ],
)
def test_a_relative_clause_is_said_of_the_noun_that_its_verb_agrees_with(verb: str, expected: str) -> None:
    line = f"officials/nsubj>left of/case>company the/det>company company/nmod>officials which/nsubj>met {verb} left"
    assert filled(line, "met") == {expected, "object: Eve"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("with/mark>arrested Bob/nsubj>arrested arrested/advcl>left", {"object: Bob"}, id="to whom it was done"),
        pytest.param(
            "with/mark>arrested Bob/nsubj>arrested arrested/advcl>left Eve/obj>arrested",
            {"subject: Bob", "object: Eve"},
            id="who did it to somebody",
        ),
        pytest.param("when/advmod>arrested Bob/nsubj>arrested arrested/advcl>left", {"subject: Bob"}, id="a clause of when"),
    ],
)
def test_a_past_form_beside_with(line: str, expected: set[str]) -> None:
    assert filled(f"Ann/nsubj>left left {line}", "arrested") == expected


def test_a_second_subject_behind_a_passive_is_of_another_clause() -> None:
    line = "Ann/nsubj:pass>seen was/aux:pass>seen seen.VBN and/cc>Bob Bob/nsubj:pass>seen arrested.VBN/acl>Bob"
    assert filled(line, "seen") == {"object: Ann"}
    assert filled(line, "arrested") == {"object: Bob"}


def test_a_subject_behind_a_passive_is_its_own_where_none_stands_before() -> None:
    assert filled("seen.VBN was/aux:pass>seen Bob/nsubj:pass>seen", "seen") == {"object: Bob"}


def test_an_order_to_do_something_has_an_object_in_the_active() -> None:
    line = "Ann/nsubj:pass>seen was/aux:pass>seen seen.VBN and/cc>ordered ordered.VBD/conj>seen to/mark>go go/xcomp>ordered"
    assert filled(line, "ordered") == {"object: Ann"}


def test_who_was_hit_and_died_did_so() -> None:
    line = "Ann/nsubj:pass>seen was/aux:pass>seen seen.VBN and/cc>died died.VBD/conj>seen"
    assert filled(line, "died") == {"subject: Ann"}


@pytest.mark.parametrize(
    ("clause", "verb", "expected"),
    [
        pytest.param("arrested/acl:relcl>minister", "arrested", {"object: minister"}, id="a participle tagged as a past form"),
        pytest.param("who/nsubj>arrested arrested/acl:relcl>minister", "arrested", {"subject: minister"}, id="who did it"),
        pytest.param("came/acl:relcl>minister", "came", {"subject: minister"}, id="a verb that nobody is done to"),
        pytest.param(
            "came/acl:relcl>minister and/cc>Ann Ann/conj>minister", "came", {"subject: minister"}, id="who is named behind it"
        ),
        pytest.param(
            "and/cc>Ann Ann/conj>minister came/acl:relcl>minister",
            "came",
            {"subject: minister", "subject: Ann"},
            id="who is named before it",
        ),
    ],
)
def test_a_relative_clause_without_a_subject(clause: str, verb: str, expected: set[str]) -> None:
    assert filled(f"the/det>minister minister/nsubj>left {clause} left", verb) == expected
