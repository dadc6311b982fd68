"""Events of no narrower type, and which of several types a word means."""

from __future__ import annotations

import pytest

from kg.extract.events import find_events
from kg.extract.events.draft import Draft
from kg.extract.events.lexicon import look_up
from kg.extract.events.reader import Reader
from kg.extract.events.triggers import Candidate, find_candidates
from tests.parse import read


def events(*lines: str) -> list[Draft]:
    return find_events(read(*lines).discourse(), [])


def types(line: str) -> list[str]:
    return [draft.type.name for draft in events(line)]


def roles(line: str) -> dict[str, str]:
    """Role -> words of who plays it, at the only event of a line."""
    parsed = read(line)
    discourse = parsed.discourse()
    (draft,) = find_events(discourse, [])
    spans = {role: discourse.drafts[number].span for role, number, _ in draft.arguments}
    return {role: parsed.text[span.start : span.end] for role, span in spans.items()}


# ---- triggers ----------------------------------------------------------------------------------------------------


def test_a_verb_of_no_type_is_an_event_called_by_its_lemma() -> None:
    (draft,) = events("Ann@person/nsubj>surprised surprised Bob@person/obj>surprised")
    assert (draft.type.name, draft.lemma) == ("Event", "surprise")


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Ann@person/nsubj>is is Bob@person/obj>is", id="an auxiliary"),
        pytest.param("Ann@person/nsubj>had had Bob@person/obj>had", id="having"),
        pytest.param("the/det>mountain mountain/nsubj>is is Oslo@place/obl>is", id="a thing"),
    ],
)
def test_words_that_report_nothing(line: str) -> None:
    assert events(line) == []


def test_a_verb_that_only_carries_a_noun_is_no_event_beside_it() -> None:
    assert types("Ann@person/nsubj>made made an/det>offer offer/obj>made") == ["Event"]


def test_nouns_of_happenings_and_of_things() -> None:
    assert look_up("negotiation").eventive > 0.5 > look_up("mountain").eventive
    assert (look_up("soldier").entity, look_up("helicopter").entity, look_up("airport").entity) == (
        "person",
        "product",
        "facility",
    )


@pytest.mark.parametrize("noun", ["relationship", "leadership", "capability", "promoter"])
def test_states_and_who_does_something_are_no_happenings(noun: str) -> None:
    assert look_up(noun).eventive == 0.0


@pytest.mark.parametrize("noun", ["merger", "error", "arrangement"])
def test_deeds_are_happenings_whatever_their_ending(noun: str) -> None:
    assert look_up(noun).eventive > 0.25


def test_an_unknown_noun_is_judged_by_its_ending() -> None:
    assert look_up("zorbification").eventive > look_up("zorb").eventive


# ---- arguments ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "found"),
    [
        pytest.param(
            "Ann@person/nsubj>surprised surprised Bob@person/obj>surprised", {"agent": "Ann", "patient": "Bob"}, id="active"
        ),
        pytest.param(
            "Ann@person/nsubj:pass>surprised was/aux:pass>surprised surprised.VBN by/case>Bob Bob@person/obl:agent>surprised",
            {"patient": "Ann", "agent": "Bob"},
            id="passive",
        ),
        pytest.param(
            "Ann@person/nsubj>smiled smiled at/case>ministers the/det>ministers ministers/obl>smiled",
            {"agent": "Ann", "target": "the ministers"},
            id="people without a name become a mention",
        ),
        pytest.param(
            "Ann@person/nsubj>smiled smiled with/case>helicopter a/det>helicopter helicopter.NN/obl>smiled",
            {"agent": "Ann", "theme": "a helicopter"},
            id="a thing takes part in nothing",
        ),
        pytest.param(
            "Ann@person/nsubj>smiled smiled at/case>Acme Acme@organization/obl>smiled",
            {"agent": "Ann", "setting": "Acme"},
            id="the body at which it takes place",
        ),
        pytest.param(
            "the/det>arrival arrival/nsubj>is of/case>Ann Ann@person/nmod>arrival is",
            {"agent": "Ann"},
            id="noun and of",
        ),
        pytest.param(
            "Ann@person/nmod:poss>release 's/case>Ann release.NN/nsubj>is of/case>Bob Bob@person/nmod>release is",
            {"agent": "Ann", "target": "Bob"},
            id="whose noun and of whom",
        ),
        pytest.param(
            "Ann@person/nmod:poss>release 's/case>Ann release.NN/nsubj>is is",
            {"target": "Ann"},
            id="whose noun, and of nobody",
        ),
        pytest.param(
            "the/det>death death.NN/nsubj>is of/case>Ann Ann@person/nmod>death of/case>Oslo Oslo@person/nmod>death is",
            {"victim": "Ann"},
            id="a second of",
        ),
    ],
)
def test_who_has_which_part(line: str, found: dict[str, str]) -> None:
    assert roles(line) == found


def test_a_nominal_does_not_hide_the_name_inside_it() -> None:
    parsed = read("Oslo@place/compound>officials officials/nsubj>smiled smiled")
    discourse = parsed.discourse()
    find_events(discourse, [])
    assert [discourse.drafts[n].kind for n in range(len(discourse.drafts))] == ["name", "nominal"]
    assert discourse.number_of(0, discourse.passages[0].doc[0]) == 0


def told(line: str, trigger: str) -> set[str]:
    """``role: words`` of those who take part in the event of a trigger."""
    parsed = read(line)
    discourse = parsed.discourse()
    (draft,) = [d for d in find_events(discourse, []) if d.trigger.text == trigger]
    spans = {role: discourse.drafts[number].span for role, number, _ in draft.arguments}
    return {f"{role}: {parsed.text[span.start : span.end]}" for role, span in spans.items()}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        pytest.param(
            "the/det>attack attack.NN/obj>condemned by/case>Bob Bob@person/nmod>attack", {"target: Bob"}, id="who did it"
        ),
        pytest.param("the/det>attack attack.NN/obj>condemned on/case>Bob Bob@person/obl>condemned", set(), id="on whom"),
        pytest.param("the/det>death death.NN/obj>condemned of/case>Bob Bob@person/nmod>death", set(), id="whose death"),
        pytest.param("the/det>plan plan.NN/obj>condemned of/case>Bob Bob@person/nmod>plan", {"target: Bob"}, id="whose plan"),
        pytest.param(
            "Cid@person/nmod:poss>plan 's/case>Cid plan.NN/obj>condemned of/case>Bob Bob@person/nmod>plan",
            {"target: Cid"},
            id="whose plan of what",
        ),
    ],
)
def test_who_is_condemned_for_what_they_did(line: str, found: set[str]) -> None:
    assert told(f"Ann@person/nsubj>condemned condemned {line}", "condemned") == {"accuser: Ann", *found}


def test_a_name_before_the_noun_behind_a_preposition_only_describes_it() -> None:
    line = "an/det>attack attack.NN/nsubj>died on/case>camp a/det>camp Bob@person/compound>camp camp.NN/obl>died died"
    assert told(line, "attack") == {"target: a Bob camp"}


def test_members_of_a_body_are_not_the_body() -> None:
    line = "Ann@person/nsubj>arrested arrested member.NN/obj>arrested of/case>Acme Acme@group/nmod>member"
    assert told(line, "arrested") == {"agent: Ann", "target: member"}


def test_many_of_a_body_are_as_if_it_were() -> None:
    line = "Ann@person/nsubj>arrested arrested half.NN/obj>arrested of/case>Acme Acme@group/nmod>half"
    assert told(line, "arrested") == {"agent: Ann", "target: Acme"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(
            "low.JJ/amod>level -/punct>level level.NN/compound>officials officials/obj>arrested",
            "low-level officials",
            id="hyphen",
        ),
        pytest.param(
            "the/det>leader leader/nmod:poss>officials 's/case>leader officials/obj>arrested",
            "the leader's officials",
            id="whose",
        ),
        pytest.param(
            "at/case>least least.JJ/nmod>two two/nummod>officials officials/obj>arrested", "two officials", id="at least"
        ),
        pytest.param(
            "rockets.NNS/nmod>old ,/punct>old old/amod>officials officials/obj>arrested", "old officials", id="behind a comma"
        ),
    ],
)
def test_the_words_of_a_noun_for_people(words: str, expected: str) -> None:
    assert told(f"Ann@person/nsubj>arrested arrested {words}", "arrested") == {"agent: Ann", f"target: {expected}"}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param(
            "officials/obj>arrested of/case>Peru Peru@place/nmod>officials and/cc>Chile Chile@place/conj>officials",
            {"target: officials"},
            id="leaders of two countries",
        ),
        pytest.param(
            "officials/obj>arrested of/case>Peru Peru@place/nmod>officials and/cc>Bob Bob@person/conj>officials",
            {"target: officials", "target: Bob"},
            id="leaders of one, and somebody",
        ),
        pytest.param(
            "officials/obj>arrested and/cc>Hamas Hamas@group/conj>officials", {"target: officials", "target: Hamas"}, id="no of"
        ),
    ],
)
def test_what_is_coordinated_with_a_name_inside_a_phrase(words: str, found: set[str]) -> None:
    parsed = read(f"Ann@person/nsubj>arrested arrested {words}")
    discourse = parsed.discourse()
    (draft,) = [d for d in find_events(discourse, []) if d.trigger.text == "arrested"]
    spans = [(role, discourse.drafts[number].span) for role, number, _ in draft.arguments]
    assert {f"{role}: {parsed.text[span.start : span.end]}" for role, span in spans} == {"agent: Ann", *found}


@pytest.mark.parametrize(("pronoun", "found"), [("his", {"agent: Ann"}), ("him", {"agent: Ann", "target: him"})])
def test_a_possessive_alone_stands_for_what_somebody_has(pronoun: str, found: set[str]) -> None:
    assert told(f"Ann@person/nsubj>arrested arrested {pronoun}.PRP/obj>arrested", "arrested") == found


@pytest.mark.parametrize(
    ("noun", "found"), [("war", set()), ("attack", {"attacker: Russian"})], ids=["where it is", "whose it is"]
)
def test_whose_war_and_whose_attack(noun: str, found: set[str]) -> None:
    assert told(f"the/det>{noun} Russian@group/amod>{noun} {noun}.NN/nsubj>ended ended", noun) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        pytest.param("Bob@person/nmod:poss>murder 's/case>Bob murder.NN/nsubj>ended", {"target: Bob"}, id="whose murder"),
        pytest.param(
            "Bob@person/nmod:poss>murder 's/case>Bob murder.NN/nsubj>ended of/case>Cid Cid@person/nmod>murder",
            {"attacker: Bob", "target: Cid"},
            id="whose murder of whom",
        ),
        pytest.param("Bob@person/nmod:poss>attack 's/case>Bob attack.NN/nsubj>ended", {"attacker: Bob"}, id="whose attack"),
    ],
)
def test_whom_a_murder_is_named_after(line: str, found: set[str]) -> None:
    assert told(f"{line} ended", "murder" if "murder" in line else "attack") == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        pytest.param("Assad@person/compound>camp camp.NN/conj>Ann", {"agent: Eve", "target: Ann"}, id="before another noun"),
        pytest.param("Bob@person/conj>Ann", {"agent: Eve", "target: Ann", "target: Bob"}, id="a name by itself"),
    ],
)
def test_a_name_that_describes_a_noun_is_coordinated_with_nobody(line: str, found: set[str]) -> None:
    parsed = read(f"Eve@person/nsubj>arrested arrested Ann@person/obj>arrested and/cc>Ann {line}")
    discourse = parsed.discourse()
    (draft,) = find_events(discourse, [])
    spans = [(role, discourse.drafts[number].span) for role, number, _ in draft.arguments]
    assert {f"{role}: {parsed.text[span.start : span.end]}" for role, span in spans} == found


@pytest.mark.parametrize(
    ("verb", "place"),
    [
        pytest.param("condemned", None, id="where what somebody condemns was"),
        pytest.param("attended", "Oslo", id="where somebody attends"),
    ],
)
def test_where_something_was_is_not_where_somebody_speaks_of_it(verb: str, place: str | None) -> None:
    parsed = read(
        f"Ann@person/nsubj>{verb} {verb} the/det>attack attack.NN/obj>{verb} in/case>Oslo Oslo@place/obl>{verb} ./punct>{verb}"
    )
    discourse = parsed.discourse()
    (draft,) = [d for d in find_events(discourse, []) if d.trigger.text == verb]
    span = None if draft.place is None else discourse.drafts[draft.place].span
    assert (None if span is None else parsed.text[span.start : span.end]) == place


@pytest.mark.parametrize(
    ("participle", "count"),
    [
        pytest.param("shooting", 0, id="what a noun is named after"),
        pytest.param("smiling", 1, id="what they do"),
    ],
)
def test_a_participle_before_a_noun(participle: str, count: int) -> None:
    discourse = read(f"{participle}.VBG/amod>officials officials/nsubj>left left").discourse()
    likely = Candidate(discourse.passages[0].doc[0], "verb", 1.0)
    draft = Reader(discourse, 0, {}).read(likely)
    assert draft is not None
    assert len(draft.arguments) == count


@pytest.mark.parametrize(
    ("preposition", "place"),
    [pytest.param("on", None, id="whom it is against"), pytest.param("in", "Oslo", id="where it is")],
)
def test_whom_an_attack_is_against_is_not_where_it_goes_on(preposition: str, place: str | None) -> None:
    parsed = read(
        "Ann@person/nsubj>continued continued the/det>attack attack.NN/obj>continued "
        f"{preposition}/case>Oslo Oslo@place/nmod>attack"
    )
    discourse = parsed.discourse()
    (draft,) = [d for d in find_events(discourse, []) if d.trigger.text == "attack"]
    span = None if draft.place is None else discourse.drafts[draft.place].span
    assert (None if span is None else parsed.text[span.start : span.end]) == place


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("any.DT/det>deal deal.VBP/nsubj>surprised surprised", "noun", id="a subject"),
        pytest.param("they/nsubj>deal deal.VBP/nsubj>left talks/obj>deal left", "verb", id="what has an object"),
        pytest.param("they/nsubj>deal deal.VBP with/case>Bob Bob@person/obl>deal", "verb", id="a predicate"),
    ],
)
def test_what_stands_where_nouns_do_is_one_whatever_its_tag(line: str, kind: str) -> None:
    doc = read(line).passages[0].doc
    assert [c.kind for c in find_candidates(iter(doc)) if c.token.text == "deal"] == [kind]


def test_a_hand_takes_part_in_nothing() -> None:
    assert look_up("hand").entity is None
    assert look_up("helicopter").entity == "product"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        pytest.param(
            "Ann@person/nsubj>threatened threatened to/mark>attend attend/xcomp>threatened Bob@person/obj>attend",
            {"speaker: Ann", "target: Bob"},
            id="what somebody threatens to do",
        ),
        pytest.param(
            "Ann@person/nsubj>warned warned that/mark>met Cid@person/nsubj>met met/ccomp>warned Bob@person/obj>met",
            {"speaker: Ann"},
            id="what somebody warns of",
        ),
    ],
)
def test_who_is_threatened(line: str, found: set[str]) -> None:
    assert told(line, "threatened" if "threatened" in line else "warned") == found


# ---- types -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "name"),
    [
        pytest.param("Ann@person/nsubj>fired fired a/det>rocket rocket/obj>fired", "Launch", id="fired a rocket"),
        pytest.param("Ann@person/nsubj>fired fired the/det>minister minister/obj>fired", "Resignation", id="fired a minister"),
        pytest.param("Ann@person/nsubj>fired fired on/case>Bob Bob@person/obl>fired", "Attack", id="fired on"),
        pytest.param("Ann@person/nsubj>met met the/det>target target/obj>met", "Event", id="met the target"),
    ],
)
def test_words_decide_with_their_frame(line: str, name: str) -> None:
    assert types(line)[0] == name
