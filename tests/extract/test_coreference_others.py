"""What stays out of a name's chain: nouns and pronouns of somebody or something else."""

from __future__ import annotations

import pytest

from kg.extract.coreference.clusters import Clusters
from kg.extract.coreference.fits import Fits
from kg.extract.coreference.leading import look_again
from kg.extract.coreference.lexicon import noun_type
from kg.extract.coreference.markables import find_markables
from kg.extract.coreference.names import link_names
from kg.extract.coreference.quotes import find_speech
from kg.extract.coreference.roles import find_rivals
from kg.extract.coreference.thresholds import least_probability
from kg.extract.coreference.traits import find_traits
from kg.extract.discourse import Discourse, Draft
from tests.parse import read


def joined(*lines: str) -> list[tuple[str, str, str]]:
    """Rule, left and right text of the joins of an article."""
    discourse = read(*lines).discourse()
    texts = [discourse.text[draft.span.start : draft.span.end] for draft in discourse.drafts]
    return [(join.rule, texts[join.left], texts[join.right]) for join in discourse.joins]


def fits_of(*lines: str) -> tuple[Fits, list[str]]:
    """What can be said of what in an article, and the texts of its markables."""
    parsed = read(*lines)
    discourse = Discourse(parsed.text, parsed.passages)
    names = sorted(parsed.names())
    for name, chain in zip(names, link_names(parsed.text, names).chains, strict=True):
        discourse.add(Draft(name.span, name.type, "name", name.score, chain))
    markables = find_markables(parsed.passages, discourse.names_by_token())
    traits = find_traits(discourse, markables, *find_speech(parsed.text, parsed.passages))
    kinds = [discourse.type_of(chain) if chain >= 0 else "" for chain in traits.chain.tolist()]
    texts = [parsed.text[m.span.start : m.span.end] for m in markables]
    return Fits(traits, kinds, find_rivals(discourse, markables)), texts


def agree(*lines: str) -> bool:
    """Whether the last markable can belong to the first."""
    fits, texts = fits_of(*lines)
    return fits.agree(len(texts) - 1, 0)


NORCO = "Norco@organization/nsubj>left left"
COURT = "Supreme@organization/compound>Court Court@organization/nsubj>held held"


# ---- nouns -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("noun", "expected"), [("company", True), ("companies.NNS", False)])
def test_several_are_not_one_firm(noun: str, expected: bool) -> None:
    word = noun.split(".", maxsplit=1)[0]
    assert agree(NORCO, f"the/det>{word} {noun}/nsubj>left left") is expected


@pytest.mark.parametrize(
    ("noun", "expected"),
    [("the/det>court", True), ("the/det>court old/amod>court", True), ("the/det>court sanctions/compound>court", False)],
)
def test_a_court_of_another_name_is_another(noun: str, expected: bool) -> None:
    assert agree(COURT, f"{noun} court.NN/nsubj>held held") is expected


@pytest.mark.parametrize(("dep", "expected"), [("compound", False), ("nmod:poss", True)])
def test_a_firm_with_a_name_before_it_is_no_other_firm(dep: str, expected: bool) -> None:
    assert agree(NORCO, f"Esco@organization/{dep}>company company/nsubj>held held") is expected


@pytest.mark.parametrize(("owner", "expected"), [("Norland", True), ("Suland", False)])
def test_the_president_of_another_country_is_another(owner: str, expected: bool) -> None:
    first = "Ann@person/nsubj>left ,/punct>president president/appos>Ann of/case>Norland Norland@place/nmod>president left"
    second = f"the/det>president president/nsubj>met of/case>{owner} {owner}@place/nmod>president met"
    fits, texts = fits_of(first, second)
    assert fits.agree(texts.index("the president"), texts.index("Ann")) is expected


@pytest.mark.parametrize("deputy", [True, False])
def test_the_office_without_more_is_not_the_deputys(deputy: bool) -> None:
    held = "deputy.JJ/amod>minister " if deputy else ""
    first = f"{held}minister/nmod:desc>Ann Ann@person/nsubj>left Lee@person/flat>Ann left"
    assert ("office" in {rule for rule, *_ in joined(first, "the/det>minister minister/nsubj>spoke spoke")}) is not deputy


@pytest.mark.parametrize(
    ("described", "expected"),
    [("", True), ("European@group/amod>company ", True), ("ready/amod>company ", False)],
    ids=["bare", "of a place", "described"],
)
def test_the_firm_that_leads_an_article_is_called_no_more_than_a_firm(described: str, expected: bool) -> None:
    fits, texts = fits_of(NORCO, NORCO, NORCO, f"the/det>company {described}company/nsubj>held held")
    first: dict[int, int] = {}
    clusters = Clusters([first.setdefault(chain, n) if chain >= 0 else n for n, chain in enumerate(fits.traits.chain.tolist())])
    look_again(clusters, fits)
    assert (clusters.of[len(texts) - 1] == clusters.of[0]) is expected


@pytest.mark.parametrize(("leader", "expected"), [("Lee", True), ("Tam", False)])
def test_a_person_s_government_is_not_another_s(leader: str, expected: bool) -> None:
    first = "Lee@organization/compound>Cabinet Cabinet@organization/nsubj>left left"
    assert agree(first, f"the/det>cabinet {leader}@person/compound>cabinet cabinet.NN/nsubj>left left") is expected


@pytest.mark.parametrize(("noun", "expected"), [("company", True), ("government", False)])
def test_the_government_is_no_organization_that_is_not_called_so(noun: str, expected: bool) -> None:
    assert agree(NORCO, f"the/det>{noun} {noun}.NN/nsubj>left left") is expected


@pytest.mark.parametrize(("noun", "expected"), [("minister", True), ("delegation", False), ("family", False)])
def test_several_together_are_not_one_person(noun: str, expected: bool) -> None:
    assert agree("Ann@person/nsubj>left left", f"the/det>{noun} {noun}.NN/nsubj>left left") is expected


@pytest.mark.parametrize(("noun", "expected"), [("man", False), ("minister", True)])
def test_the_man_is_not_who_was_named_before_somebody_else_was_told_of(noun: str, expected: bool) -> None:
    told = "Bob@person/nsubj>met met the/det>envoy envoy.NN/obj>met"
    fits, texts = fits_of(told, f"the/det>{noun} {noun}/nsubj>left left")
    assert fits.is_last_person(len(texts) - 1, 0, range(len(texts))) is expected
    alone, texts = fits_of("Bob@person/nsubj>left left", "the/det>man man/nsubj>left left")
    assert alone.is_last_person(len(texts) - 1, 0, range(len(texts)))


def test_the_man_holds_no_office() -> None:
    first = "man/nmod:desc>Bob Bob@person/nsubj>left Lee@person/flat>Bob left"
    assert "office" not in {rule for rule, *_ in joined(first, "the/det>man man/nsubj>left left")}


@pytest.mark.parametrize(("owner", "expected"), [("her", False), ("his", True)])
def test_his_envoy_is_not_hers(owner: str, expected: bool) -> None:
    fits, texts = fits_of(
        "his/nmod:poss>envoy envoy.NN/nsubj>left left", f"{owner}.PRP$/nmod:poss>envoy envoy.NN/nsubj>left left"
    )
    one, other = (n for n, text in enumerate(texts) if " " in text)
    assert fits.are_owned_alike(other, one, range(len(texts))) is expected


@pytest.mark.parametrize(("object_", "expected"), [("", [0]), ("Bob@person/obj>wants ", [])], ids=["to meet", "him to meet"])
def test_who_wants_to_meet_her_is_not_she(object_: str, expected: list[int]) -> None:
    fits, texts = fits_of(f"Ann@person/nsubj>wants wants {object_}to/mark>meet meet.VB/xcomp>wants her/obj>meet")
    assert fits.beside(texts.index("her")) == expected


@pytest.mark.parametrize(("pronoun", "more"), [("they", True), ("he", False)])
def test_they_of_what_is_named_nowhere_must_be_likely(pronoun: str, more: bool) -> None:
    fits, texts = fits_of("the/det>envoys envoys/nsubj>left left", f"{pronoun}/nsubj>left left")
    assert (least_probability(fits, len(texts) - 1, 0, 0) > 0) is more


def test_what_goes_with_a_markable_is_put_where_it_is() -> None:
    clusters = Clusters([0, 1, 1], followers={1: [2]})
    clusters.move(1, 0)
    assert clusters.of == [0, 0, 0]


@pytest.mark.parametrize(("noun", "expected"), [("firm", True), ("crash", False), ("game", False), ("season", False)])
def test_what_happens_is_no_firm(noun: str, expected: bool) -> None:
    assert agree(NORCO, f"the/det>{noun} {noun}.NN/nsubj>left left") is expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("the/det>company", True),
        ("its/nmod:poss>company", True),
        ("a/det>company", False),
        ("your.PRP$/nmod:poss>company", False),
    ],
)
def test_any_firm_and_the_readers_firm_are_not_the_one_named(before: str, expected: bool) -> None:
    assert agree(NORCO, f"{before} company/nsubj>left left") is expected


@pytest.mark.parametrize(("noun", "expected"), [("star", True), ("season", False)])
def test_a_season_that_somebody_is_in_is_not_somebody(noun: str, expected: bool) -> None:
    first = f"Bob@person/nsubj>{noun} is/cop>{noun} in/case>{noun} his/nmod:poss>{noun} {noun}.NN"
    assert agree(first, f"the/det>{noun} {noun}.NN/nsubj>left left") is expected


@pytest.mark.parametrize(("seat", "expected"), [("Lyon", True), ("Kyoto", False), ("Zorvan", True)])
def test_a_firm_based_in_another_country_is_another(seat: str, expected: bool) -> None:
    first = "French@group/compound>company company/nmod:desc>Norco Norco@organization/nsubj>left left"
    based = f"the/det>company {seat}@place/compound>based based.VBN/amod>company"
    fits, texts = fits_of(first, f"{based} company/nsubj>left left")
    assert fits.agree(len(texts) - 1, texts.index("Norco")) is expected


@pytest.mark.parametrize(
    ("first", "last", "more"),
    [
        (NORCO, "Esco@organization/nsubj>left left", True),
        (NORCO, NORCO, False),
        ("the/det>firm firm.NN/nmod:desc>Norco Norco@organization/nsubj>left left", "Esco@organization/nsubj>left left", False),
    ],
    ids=["another named last", "named last", "called so"],
)
def test_a_firm_named_before_another_has_to_be_likelier(first: str, last: str, more: bool) -> None:
    fits, texts = fits_of(first, last, "the/det>firm firm.NN/nsubj>left left")
    norco, firm = texts.index("Norco"), len(texts) - 1
    assert (least_probability(fits, firm, norco, norco) > least_probability(fits, norco, norco, norco)) is more


def test_the_office_is_not_its_holders_deputys() -> None:
    held = "general.NN/nmod:desc>Ann Ann@person/nsubj>left Lee@person/flat>Ann left"
    asked = "the/det>general attorney.NN/compound>general general.NN/nsubj>spoke spoke"
    for deputy, expected in (("", True), ("deputy.JJ/amod>attorney ", False)):
        found = joined(f"{deputy}attorney.NN/compound>general {held}", asked)
        assert ("office" in {rule for rule, *_ in found}) is expected


# ---- beside names ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("a/det>man man/appos>Ann Ann@person/nsubj>left left", True),
        ('a/det>man man/appos>Ann ?/punct>man "/punct>man Ann@person/nsubj>left left', False),
    ],
    ids=["beside", "who said the words"],
)
def test_words_of_a_quotation_do_not_say_what_its_speaker_is(line: str, expected: bool) -> None:
    assert (("apposition", "Ann", "a man") in joined(line)) is expected


@pytest.mark.parametrize(("noun", "expected"), [("man", True), ("D.NNP", False), ("XY.NNP", False), ("old.JJ", False)])
def test_letters_and_adjectives_do_not_say_what_somebody_is(noun: str, expected: bool) -> None:
    line = f"Ann@person/nsubj>left ,/punct>Ann {noun}/appos>Ann ,/punct>Ann left"
    assert bool(joined(line)) is expected


def test_a_fan_of_somebody_is_somebody_else() -> None:
    assert not joined("a/det>minister Ann@person/compound>minister minister/nsubj>left left")


def test_what_is_done_is_no_person_and_a_building_stays_one() -> None:
    assert noun_type("filing") == "abstract"
    assert noun_type("king") == "person"
    assert noun_type("building") not in {"", "abstract"}


@pytest.mark.parametrize(("mark", "expected"), [(",", True), (":", False)])
def test_what_stands_before_the_colon_of_a_headline_is_what_somebody_says(mark: str, expected: bool) -> None:
    discourse = read(f"the/det>man man {mark}/punct>man Ann@person/appos>man", kind="headline").discourse()
    assert bool(discourse.joins) is expected


@pytest.mark.parametrize(("own", "expected"), [("", True), ("Esco@organization/compound>union ", False)], ids=["no", "own"])
def test_two_unions_in_a_row_are_two(own: str, expected: bool) -> None:
    second = "Norco@organization/compound>Union Union@organization/appos>union"
    line = f"the/det>union {own}union.NN/nsubj>left ,/punct>union {second} left"
    assert ("apposition" in {rule for rule, *_ in joined(line)}) is expected


@pytest.mark.parametrize(
    ("owner", "noun", "expected"),
    [("Norco@organization", "owner", False), ("Norco@organization", "man", True), ("trade.NN", "owner", True)],
)
def test_a_noun_behind_a_firm_that_it_may_be_said_of_says_nothing_of_its_head(owner: str, noun: str, expected: bool) -> None:
    head = f"head.NN/appos>Ann of/case>head {owner}/nmod>head"
    line = f"Ann@person/nsubj>left {head} ,/punct>Ann the/det>{noun} {noun}.NN/appos>Ann left"
    assert (("apposition", "Ann", f"the {noun}") in joined(line)) is expected


# ---- pronouns ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("by/mark>holding holding/advcl>met it/obj>holding", True),
        ("Esco@organization/nsubj>holding holding/advcl>met it/obj>holding", False),
        ("holding/advcl>met it/obj>holding", False),
    ],
    ids=["its own deed", "another's", "what follows from it"],
)
def test_what_a_firm_sells_is_not_the_firm(clause: str, expected: bool) -> None:
    fits, texts = fits_of(f"Norco@organization/nsubj>met met {clause}")
    assert (texts.index("Norco") in fits.beside(texts.index("it"))) is expected


@pytest.mark.parametrize("pronoun", ["I.PRP", "you.PRP"])
def test_who_speaks_outside_of_quotations_is_nobody_named(pronoun: str) -> None:
    assert not agree("Ann@person/nsubj>left left", f"{pronoun}/nsubj>left left")


@pytest.mark.parametrize(("link", "expected"), [("conj", "Bob"), ("parataxis", "Ann")])
def test_and_he_said_is_the_subject_of_the_clause_before(link: str, expected: str) -> None:
    first = "Ann@person/nsubj>said said Oslo@place/nsubj>left left/ccomp>said"
    second = f"Bob@person/nsubj>left left and/cc>said he/nsubj>said said/{link}>left"
    assert [left for rule, left, _ in joined(first, second) if rule == "speaker before"] == [expected]


@pytest.mark.parametrize(
    ("before", "surname", "expected"),
    [("", "Rivers", True), ("your.PRP$/nmod:poss>Bob ", "Rivers", False), ("your.PRP$/nmod:poss>Bob ", "Lee", True)],
)
def test_the_likes_of_somebody_are_no_he(before: str, surname: str, expected: bool) -> None:
    fits, texts = fits_of(f"{before}Bob@person/nsubj>left {surname}@person/flat>Bob left", "he/nsubj>left left")
    assert fits.agree(len(texts) - 1, texts.index(f"Bob {surname}")) is expected
