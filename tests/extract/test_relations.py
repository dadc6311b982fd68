"""Which relations a sentence states, on parses written by hand; the trained pipeline reads the ontology's examples."""

from __future__ import annotations

from kg.extract.relations import find_relations, finish_relations
from kg.model import Extraction, RelationMention, Time
from tests.parse import Parsed, read


def stated(parsed: Parsed, *times: Time) -> tuple[Extraction, tuple[RelationMention, ...]]:
    """The article's mentions, and the relations between them."""
    discourse = parsed.discourse()
    drafts = find_relations(discourse, times)
    mentions, chains, ids = discourse.finish()
    return Extraction(parsed.article, (), mentions, times, chains, ()), finish_relations(discourse, drafts, ids)


def facts(*lines: str) -> list[tuple[str, str, str | None, str | None]]:
    """Relation, subject, object and value of all that some paragraphs state."""
    extraction, relations = stated(read(*lines))
    text = {mention.id: mention.text for mention in extraction.mentions}
    return [(r.type, text[r.subject], text[r.object] if r.object else None, r.value) for r in relations]


def former(line: str) -> set[bool]:
    return {relation.former for relation in stated(read(line))[1]}


OF_PERU = "of/case>Peru Peru@place/nmod>president"
ROLE = {("head_of", "Ann", "Peru", None), ("holds_position", "Ann", "Peru", "president")}


# ---- whom a noun is said of --------------------------------------------------------------------------------------


def test_a_title_before_a_name() -> None:
    line = "Peru@place/compound>president president/nmod:desc>Ann Ann@person/nsubj>smiled smiled ./punct>smiled"
    assert set(facts(line)) == ROLE


def test_an_apposition_behind_a_name() -> None:
    line = f"Ann@person/nsubj>smiled ,/punct>president president/appos>Ann {OF_PERU} ,/punct>president smiled"
    assert set(facts(line)) == ROLE


def test_an_apposition_that_the_parser_took_for_a_second_subject() -> None:
    line = f"Ann@person/nsubj>smiled ,/punct>president the/det>president president/nsubj>smiled {OF_PERU} smiled"
    assert set(facts(line)) == ROLE


def test_a_title_that_ends_in_general_is_one() -> None:
    line = (
        "Peru@place/compound>general secretary.NN/compound>general general.NN/nmod:desc>Ann Ann@person/nsubj>smiled smiled"
        " ./punct>smiled"
    )
    assert {fact[3] for fact in facts(line) if fact[0] == "holds_position"} == {"secretary general"}


def test_a_name_behind_the_noun() -> None:
    line = f"the/det>president president/nsubj>smiled {OF_PERU} ,/punct>Ann Ann@person/appos>president ,/punct>Ann smiled"
    assert set(facts(line)) == ROLE


def test_a_predicate() -> None:
    assert set(facts(f"Ann@person/nsubj>president is/cop>president president {OF_PERU} ./punct>president")) == ROLE


def test_a_noun_that_only_stands_near_a_name_is_not_said_of_it() -> None:
    line = f"Ann@person/nsubj>met met the/det>president president/obj>met {OF_PERU} ./punct>met"
    assert facts(line) == []


# ---- stated as a fact --------------------------------------------------------------------------------------------


def test_what_is_denied_is_not_stated() -> None:
    line = f"Ann@person/nsubj>president is/cop>president not/advmod>president president {OF_PERU} ./punct>president"
    assert facts(line) == []


def test_what_may_be_is_not_stated() -> None:
    line = f"Ann@person/nsubj>president may/aux>president be/cop>president president {OF_PERU} ./punct>president"
    assert facts(line) == []


def test_a_next_president_is_none_yet() -> None:
    line = (
        f"Ann@person/nsubj>smiled ,/punct>president next/amod>president president/appos>Ann {OF_PERU} ,/punct>president smiled"
    )
    assert facts(line) == []


def test_former_says_that_it_is_over() -> None:
    title = "former.JJ/amod>president president/appos>Ann"
    line = f"Ann@person/nsubj>smiled ,/punct>president {title} {OF_PERU} ,/punct>president smiled"
    assert former(line) == {True}


def test_the_present_says_that_it_is_not_over() -> None:
    assert former(f"Ann@person/nsubj>president is/cop>president president {OF_PERU} ./punct>president") == {False}


def test_the_past_of_a_predicate_says_that_it_is_over() -> None:
    assert former(f"Ann@person/nsubj>president was/cop>president president {OF_PERU} ./punct>president") == {True}


# ---- slots -------------------------------------------------------------------------------------------------------


def test_coordinated_titles_share_what_is_behind_them() -> None:
    line = (
        "Ann@person/nsubj>smiled ,/punct>president president/appos>Ann and/cc>spokesman spokesman/conj>president "
        "of/case>Acme Acme@organization/nmod>spokesman ,/punct>president smiled"
    )
    found = facts(line)
    assert ("holds_position", "Ann", "Acme", "president") in found
    assert ("spokesperson_of", "Ann", "Acme", None) in found


def test_coordinated_subjects_each_have_the_relation() -> None:
    line = "Ann@person/nsubj>founded and/cc>Bob Bob@person/conj>Ann founded.VBD Acme@organization/obj>founded ./punct>founded"
    assert {fact[1] for fact in facts(line)} <= {"Ann", "Bob"}


def test_a_side_of_another_type_gives_no_relation() -> None:
    assert facts("Oslo@place/nsubj>president is/cop>president president of/case>Acme Acme@organization/nmod>president") == []


def test_an_article_that_states_nothing_has_no_relations() -> None:
    assert facts("Ann@person/nsubj>met met Bob@person/obj>met in/case>Oslo Oslo@place/obl>met ./punct>met") == []


# ---- records -----------------------------------------------------------------------------------------------------


def test_the_span_covers_the_words_that_say_it() -> None:
    line = f"Ann@person/nsubj>president is/cop>president president {OF_PERU} ./punct>president"
    extraction, relations = stated(read(line))
    assert {extraction.article.text[r.start : r.end] for r in relations} == {"Ann is president of Peru"}


def test_every_relation_is_between_mentions_of_the_article() -> None:
    line = f"Ann@person/nsubj>president is/cop>president president {OF_PERU} ./punct>president"
    extraction, relations = stated(read(line, line))
    known = {mention.id for mention in extraction.mentions}
    assert all({r.subject, r.object} <= known for r in relations)
    assert [r.id for r in relations] == [f"r{i}" for i in range(len(relations))]


def test_a_date_beside_the_predicate_says_when() -> None:
    line = f"Ann@person/nsubj>president was/cop>president president {OF_PERU} in/case>June June/obl>president ./punct>president"
    parsed = read(line)
    at = parsed.text.index("June")
    _, relations = stated(parsed, Time(at, at + 4, "t0", "June", "date", "2019-06", 0.9))
    assert {(r.time, r.time_relation) for r in relations} == {("t0", "in")}
