"""Which mentions of an article are one thing."""

from __future__ import annotations

import pytest

from kg.extract.coreference import link_names, open_discourse, resolve_pronoun
from kg.extract.discourse import Discourse
from tests.parse import Parsed, mark, read, word


def chains(*paragraphs: str) -> list[set[str]]:
    """The names that are one thing, in the order of their first."""
    parsed = mark(*paragraphs)
    names = sorted(parsed.names())
    together: dict[int, set[str]] = {}
    for name, chain in zip(names, link_names(parsed.text, names).chains, strict=True):
        together.setdefault(chain, set()).add(parsed.text[name.span.start : name.span.end])
    return list(together.values())


def numbers(*paragraphs: str) -> list[int]:
    """The chain of each name, counted from 0 in the order of the text."""
    parsed = mark(*paragraphs)
    linked = link_names(parsed.text, sorted(parsed.names())).chains
    return [list(dict.fromkeys(linked)).index(chain) for chain in linked]


# ---- persons -----------------------------------------------------------------------------------------------------


def test_a_surname_joins_the_full_name_before_it() -> None:
    assert chains("[Ann Lee](person) came.", "[Lee](person) left.") == [{"Ann Lee", "Lee"}]


def test_a_surname_joins_the_only_full_name_behind_it() -> None:
    assert chains("[Lee](person) leaves", "[Ann Lee](person) left.") == [{"Ann Lee", "Lee"}]


def test_a_surname_can_stand_first_in_the_full_name() -> None:
    assert chains("[Park Min-ji](person) came.", "[Park](person) left.") == [{"Park Min-ji", "Park"}]


def test_different_given_names_stay_apart() -> None:
    assert chains("[Park Min-ji](person) met [Park Ha-na](person).") == [{"Park Min-ji"}, {"Park Ha-na"}]


def test_a_surname_that_two_before_it_share_joins_neither() -> None:
    assert numbers("[Park Min-ji](person) met [Park Ha-na](person).", "[Park](person) smiled.") == [0, 1, 2]


def test_a_surname_joins_the_one_namesake_known_so_far() -> None:
    assert numbers("[Park Min-ji](person) came.", "[Park](person) smiled.", "[Park Ha-na](person) left.") == [0, 0, 1]


def test_surnames_without_a_full_name_are_one_person() -> None:
    assert numbers("[Lee](person) came.", "[Lee](person) left.") == [0, 0]


def test_a_middle_name_or_an_initial_makes_a_variant() -> None:
    assert numbers("[Ann Maria Lee](person), or [A. Lee](person), or [Ann Lee](person).") == [0, 0, 0]


def test_a_given_name_alone_joins_its_full_name() -> None:
    assert numbers("[Ann Lee](person) came.", "[Ann](person) left.") == [0, 0]


def test_a_word_of_another_name_joins_nobody() -> None:
    assert numbers("[Ann Lee](person) came.", "[Ray](person) left.") == [0, 1]


def test_a_surname_joins_no_place_of_that_name() -> None:
    assert numbers("[Ann Washington](person) came to [Washington](place).") == [0, 1]


# ---- things ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("[North Korea](place)", "[N.Korea](place)"),
        ("[North Korea](place)", "[N. Korea's](place)"),
        ("[the Kremlin](organization)", "[Kremlin](organization)"),
        ("[World Grain Union](organization)", "[WGU](organization)"),
        ("[World Grain Union](organization)", "[W.G.U.](organization)"),
        ("[Northgate Cosmodrome](facility)", "[Northgate Spaceport](facility)"),
        ("[Northgate Cosmodrome](facility)", "[Northgate space launch centre](facility)"),
        ("[Norland](place)", "[Norland](organization)"),
    ],
)
def test_variants_of_a_things_name_are_one_thing(first: str, second: str) -> None:
    assert numbers(f"{first} won.", f"{second} lost.") == [0, 0]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("[North Korea](place)", "[South Korea](place)"),
        ("[North Korea](place)", "[Korea](place)"),
        ("[Northgate](place)", "[Northgate Cosmodrome](facility)"),
        ("[Northgate Airport](facility)", "[Northgate Cosmodrome](facility)"),
        ("[Eastgate Cosmodrome](facility)", "[Northgate Cosmodrome](facility)"),
        ("[Koreans](group)", "[Korea](place)"),
        ("[Norland](group)", "[Norland](place)"),
        ("[World Grain Union](organization)", "[WGO](organization)"),
    ],
)
def test_other_names_of_things_stay_apart(first: str, second: str) -> None:
    assert numbers(f"{first} won.", f"{second} lost.") == [0, 1]


# ---- nominals ----------------------------------------------------------------------------------------------------


NORTHGATE = "Ann@person/nsubj>saw saw Northgate@facility/compound>Cosmodrome Cosmodrome@facility/obj>saw"
EASTGATE = "Bob@person/nsubj>saw saw Eastgate@facility/compound>Cosmodrome Cosmodrome@facility/obj>saw"
AIRPORT = "Bob@person/nsubj>saw saw Eastgate@facility/compound>Airport Airport@facility/obj>saw"
THE_SPACEPORT = "they/nsubj>left left the/det>spaceport spaceport/obj>left"


def nominals(*lines: str) -> list[tuple[str, str]]:
    """The nominals of an article, each with the name of its chain."""
    finished = read(*lines).discourse().finish()
    chain_names = {chain.id: chain.name for chain in finished.chains}
    return [(m.text, chain_names[m.entity or ""]) for m in finished.mentions if m.kind == "nominal"]


def test_a_definite_noun_is_the_one_facility_of_its_kind() -> None:
    assert nominals(NORTHGATE, THE_SPACEPORT) == [("the spaceport", "Northgate Cosmodrome")]


def test_a_definite_noun_with_its_compounds_is_the_facility() -> None:
    line = "they/nsubj>left left the/det>facility space/compound>facility launch/compound>facility facility/obj>left"
    assert nominals(NORTHGATE, line) == [("the space launch facility", "Northgate Cosmodrome")]


def test_a_definite_noun_can_come_before_the_facilitys_name() -> None:
    assert nominals(THE_SPACEPORT, NORTHGATE) == [("the spaceport", "Northgate Cosmodrome")]


def test_a_definite_noun_is_the_facility_named_before_it_rather_than_one_behind() -> None:
    assert nominals(NORTHGATE, THE_SPACEPORT, EASTGATE) == [("the spaceport", "Northgate Cosmodrome")]


def test_a_facility_of_another_kind_does_not_stand_in_the_way() -> None:
    assert nominals(NORTHGATE, AIRPORT, THE_SPACEPORT) == [("the spaceport", "Northgate Cosmodrome")]


def test_a_definite_noun_is_neither_of_two() -> None:
    assert nominals(NORTHGATE, EASTGATE, THE_SPACEPORT) == []


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("they/nsubj>left left a/det>spaceport spaceport/obj>left", id="indefinite"),
        pytest.param("they/nsubj>left left the/det>spaceport new/amod>spaceport spaceport/obj>left", id="described"),
        pytest.param(
            "they/nsubj>left left the/det>spaceport spaceport/obj>left in/case>Oslo Oslo/nmod>spaceport", id="of another place"
        ),
        pytest.param("they/nsubj>left left the/det>base base/obj>left", id="of another kind"),
    ],
)
def test_another_noun_is_not_the_facility(line: str) -> None:
    assert nominals(NORTHGATE, line) == []


def test_without_a_facility_there_is_no_nominal() -> None:
    assert nominals(THE_SPACEPORT) == []


# ---- pronouns ----------------------------------------------------------------------------------------------------


def meant(line: str, pronoun: str, nth: int = 0) -> list[str]:
    """The names of those whom a pronoun of the article's only passage means."""
    parsed: Parsed = read(line)
    discourse: Discourse = open_discourse(parsed.text, parsed.passages, parsed.names())
    found = resolve_pronoun(discourse, 0, word(parsed.passages[0].doc, pronoun, nth))
    chain_names = {d.chain: parsed.text[d.span.start : d.span.end] for d in discourse.drafts if d.kind == "name"}
    return [chain_names[chain] for number in found if (chain := discourse.drafts[number].chain) in chain_names]


@pytest.mark.parametrize(
    ("line", "pronoun", "expected"),
    [
        pytest.param(
            "Ann@person/nsubj>said said she/nsubj>met met/ccomp>said Bob@person/obj>met",
            "she",
            ["Ann"],
            id="subject of the clause above",
        ),
        pytest.param(
            "Ann@person/nsubj>praised praised her.PRP$/nmod:poss>talks talks/obj>praised with/case>Bob Bob@person/nmod>talks",
            "her",
            ["Ann"],
            id="subject of its own clause",
        ),
        pytest.param(
            "Ann@person/nsubj>left left | she/nsubj>met met Bob@person/obj>met",
            "she",
            ["Ann"],
            id="subject of the sentence before",
        ),
        pytest.param(
            "Ann@person/nsubj>saw saw Bob@person/obj>saw | he/nsubj>left left",
            "he",
            ["Ann"],
            id="not the object of the sentence before",
        ),
        pytest.param("Ann@person/nsubj>met met him/obj>met", "him", [], id="not the subject beside the object"),
        pytest.param("Oslo@place/nsubj>said said he/nsubj>met met/ccomp>said", "he", [], id="no place"),
        pytest.param("he/nsubj>met met Bob@person/obj>met", "he", [], id="nobody before"),
        pytest.param("Ann@person/nsubj>said said it/nsubj>met met/ccomp>said", "it", [], id="it is nobody"),
        pytest.param(
            "Ann@person/nsubj>praised and/cc>Bob Bob@person/conj>Ann praised their/nmod:poss>summit summit/obj>praised",
            "their",
            ["Ann", "Bob"],
            id="their: the coordinated subject",
        ),
        pytest.param(
            "Ann@person/nsubj>said and/cc>Bob Bob@person/conj>Ann said they/nsubj>met met/ccomp>said",
            "they",
            ["Ann", "Bob"],
            id="they: the coordinated subject above",
        ),
        pytest.param(
            "Ann@person/nsubj>praised praised their/nmod:poss>summit summit/obj>praised", "their", [], id="their: not one alone"
        ),
        pytest.param(
            "Ann@person/nsubj>praised and/cc>ministers ministers/conj>Ann praised their/nmod:poss>summit summit/obj>praised",
            "their",
            [],
            id="their: not with somebody unnamed",
        ),
    ],
)
def test_pronouns(line: str, pronoun: str, expected: list[str]) -> None:
    assert meant(line, pronoun) == expected


def test_a_pronoun_can_mean_a_subject_of_the_paragraph_before() -> None:
    parsed = read("Ann@person/nsubj>left left", "she/nsubj>met met Bob@person/obj>met")
    discourse = parsed.discourse()
    (number,) = resolve_pronoun(discourse, 1, word(parsed.passages[1].doc, "she"))
    assert discourse.drafts[number].chain == discourse.drafts[0].chain


def test_a_singular_pronoun_is_a_mention_of_its_own() -> None:
    parsed = read("Ann@person/nsubj>said said she/nsubj>met met/ccomp>said Bob@person/obj>met")
    discourse = parsed.discourse()
    resolve_pronoun(discourse, 0, word(parsed.passages[0].doc, "she"))
    finished = discourse.finish()
    mention = next(m for m in finished.mentions if m.kind == "pronoun")
    assert (mention.text, mention.type, mention.entity) == ("she", "person", finished.mentions[0].entity)


def test_a_plural_pronoun_is_in_one_chain_with_the_names_together_and_with_neither_alone() -> None:
    parsed = read("Ann@person/nsubj>praised and/cc>Bob Bob@person/conj>Ann praised their/nmod:poss>summit summit/obj>praised")
    chains = {m.text: m.entity for m in parsed.discourse().finish().mentions}
    assert chains["their"] == chains["Ann and Bob"]
    assert len({chains["their"], chains["Ann"], chains["Bob"]}) == 3


def test_a_pronoun_is_less_sure_than_a_nominal_and_both_less_than_a_name() -> None:
    parsed = read(NORTHGATE, THE_SPACEPORT, "Ann@person/nsubj>said said she/nsubj>left left/ccomp>said")
    discourse = parsed.discourse()
    resolve_pronoun(discourse, 2, word(parsed.passages[2].doc, "she"))
    scores = {m.kind: m.score for m in discourse.finish().mentions}
    assert scores["pronoun"] < scores["nominal"] < scores["name"]  # type: ignore[operator]
