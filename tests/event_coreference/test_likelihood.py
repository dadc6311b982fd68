"""How likely two event mentions are of one happening."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.event_coreference import Again, Compared, EventView, likelihoods, reconsidered
from kg.event_coreference.features import COLUMNS, COLUMNS_AGAIN, FEATURES, closeness, measure, measure_again
from kg.event_coreference.views import Sentences
from kg.event_coreference.words import content_roots, nearness, root, telling
from kg.timex import interval

names = st.frozensets(st.sampled_from(["ann", "bob", "cid"]), max_size=2)
bags = st.dictionaries(st.sampled_from(["quak", "kill", "rescu"]), st.just(0.5), max_size=3)
parts = st.just((("quak", "rescu"), ("kill",)))
views = st.builds(
    EventView,
    article=st.integers(0, 1),
    mention=st.just("v0"),
    cluster=st.sampled_from(["c0", "c1"]),
    sentence=st.integers(0, 30),
    type=st.sampled_from(["Event", "Attack", "Meeting"]),
    kind=st.sampled_from(["verb", "noun"]),
    form=st.sampled_from(["killed", "murder", "met"]),
    lemma=st.sampled_from(["kill", "murder", "meet", "qwxyz"]),
    root=st.sampled_from(["kill", "murd", "meet"]),
    doers=names,
    others=names,
    common=names,
    places=names,
    when=st.sampled_from([None, interval("2023-09-13"), interval("2023-09")]),
    published=st.sampled_from([None, date(2023, 9, 14)]),
    polarity=st.sampled_from(["positive", "negative"]),
    certainty=st.just("certain"),
    context=bags,
    before=bags,
    after=bags,
    told=st.integers(1, 5),
    sentences=st.builds(Sentences, parts, parts, parts, bags),
)


BAG = {"quak": 0.8, "rescu": 0.6}
HERE = Sentences((("quak", "rescu"),), ((),), (("rescu",),), BAG)


def view(article: int, lemma: str, *doers: str, when: str | None = None, sentence: int = 0) -> EventView:
    """A mention in an article about a quake."""
    return EventView(
        article=article,
        mention="v0",
        cluster="v0",
        sentence=sentence,
        type="Event",
        kind="verb",
        form=lemma,
        lemma=lemma,
        root=root(lemma),
        doers=frozenset(doers),
        others=frozenset(),
        common=frozenset(),
        places=frozenset(),
        when=interval(when) if when else None,
        published=None,
        polarity="positive",
        certainty="certain",
        context=BAG,
        unnamed=BAG,
        before=BAG,
        after=BAG,
        told=1,
        sentences=HERE,
    )


def likelihood(left: EventView, right: EventView, story: float = 0.9) -> float:
    (chance,) = likelihoods([Compared(left, right, story)])
    return chance


@given(views, views)
def test_it_is_a_probability_and_does_not_depend_on_the_order(left: EventView, right: EventView) -> None:
    assert 0 <= likelihood(left, right) <= 1
    assert abs(likelihood(left, right) - likelihood(right, left)) < 1e-5
    assert len(measure(left, right, 0.5)) == len(COLUMNS)
    assert len(measure_again(left, right, 0.5, 0.2, 0.3)) == len(COLUMNS_AGAIN)


@given(st.lists(st.tuples(views, views), max_size=5))
def test_many_pairs_are_as_likely_as_each_by_itself(pairs: list[tuple[EventView, EventView]]) -> None:
    assert likelihoods([Compared(*pair) for pair in pairs]) == [likelihood(*pair, story=0.0) for pair in pairs]


def test_every_feature_has_a_name_of_its_own() -> None:
    assert len({feature.name for feature in FEATURES}) == len(FEATURES)


def test_the_same_word_of_the_same_people_is_likelier_one_happening_than_other_words_of_others() -> None:
    same = likelihood(view(0, "rescue", "ann"), view(1, "rescue", "ann"))
    assert same > likelihood(view(0, "rescue", "ann"), view(1, "rescue", "bob"))
    assert same > likelihood(view(0, "rescue", "ann"), view(1, "promise", "ann"))


def test_a_word_in_the_same_surroundings_is_likelier_one_happening_than_elsewhere() -> None:
    here, there = view(0, "rescue"), view(1, "rescue")
    elsewhere = replace(there, context={}, sentences=Sentences((("ballot",),), ((),), (("vot",),), {"ballot": 1.0}))
    assert likelihood(here, there) > likelihood(here, elsewhere, story=0.0)


def test_a_word_in_two_articles_of_one_story_is_likelier_one_happening() -> None:
    here, there = view(0, "rescue"), view(1, "rescue")
    assert likelihood(here, there, story=0.9) > likelihood(here, there, story=0.1)


def test_mentions_that_are_likely_one_with_the_same_others_are_likelier_one_happening() -> None:
    here, there = view(0, "rescue"), view(1, "rescue")
    together, apart = reconsidered([Again(here, there, 0.7, 0.3, circle) for circle in (0.9, 0.1)])
    assert together > 0.3 > apart


@given(views, views, st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
def test_a_second_look_is_a_probability(left: EventView, right: EventView, story: float, first: float, circle: float) -> None:
    (chance,) = reconsidered([Again(left, right, story, first, circle)])
    assert 0 <= chance <= 1


def test_different_stated_times_speak_against_it() -> None:
    agreeing = likelihood(view(0, "strike", when="2023-09-13"), view(1, "strike", when="2023-09-13"))
    assert agreeing > likelihood(view(0, "strike", when="2023-09-13"), view(1, "strike", when="2023-05-31"))


def test_a_synonym_is_nearer_than_another_word() -> None:
    assert nearness("kill", "murder") > nearness("kill", "sign")
    assert nearness("qwxyz", "qwxyz") == 1
    assert nearness("qwxyz", "kill") == 0


def test_a_noun_and_the_verb_behind_it_have_one_root() -> None:
    assert root("arrival") == root("arrive")
    assert root("meetings") == root("meeting")


def test_rare_words_tell_more_than_frequent_ones() -> None:
    assert telling(root("cosmodrome")) > telling(root("government"))
    assert content_roots("The 23 killed in the quake") == ["23", "kil", "quak"]


def test_two_articles_are_as_close_as_the_less_alike_of_their_words_and_what_surrounds_the_mentions() -> None:
    here, there = view(0, "rescue"), view(1, "rescue")
    other_words = replace(there, sentences=replace(HERE, document={"ballot": 1.0}))
    other_surroundings = replace(there, sentences=replace(HERE, words=(("ballot",),)))
    assert closeness(here, there) == pytest.approx(1.0)
    assert closeness(here, other_words) == closeness(here, other_surroundings) == 0.0


def test_inside_one_article_closeness_says_nothing() -> None:
    assert closeness(view(0, "rescue"), view(0, "rescue", sentence=3)) == 0.0
