"""Which articles are alike."""

from __future__ import annotations

from kg.event_coreference import Stories

QUAKE, AGAIN = {"quak": 0.8, "rescu": 0.6}, {"quak": 0.6, "tremor": 0.8}
VOTE = {"ballot": 1.0}


def test_articles_with_telling_words_in_common_are_alike() -> None:
    assert Stories({0: QUAKE, 1: VOTE, 2: AGAIN}).pairs == ((0, 2),)


def test_words_that_hardly_count_make_no_two_articles_alike() -> None:
    assert Stories({0: {"quak": 0.1, "rescu": 0.99}, 1: {"quak": 0.1, "ballot": 0.99}}).pairs == ()


def test_articles_that_are_like_the_same_others_tell_one_story_sooner() -> None:
    of_one = Stories({0: QUAKE, 1: AGAIN, 2: QUAKE, 3: AGAIN}).common(0, 1)
    of_two = Stories({0: QUAKE, 1: AGAIN, 2: {"rescu": 1.0}, 3: {"tremor": 1.0}}).common(0, 1)
    assert of_one > of_two > 0


def test_two_much_alike_tell_one_story_though_a_circle_has_no_room_for_all_its_articles() -> None:
    copies = {number: {"quak": 0.99, f"word{number % 7}": 0.14} for number in range(40)}
    assert Stories(copies).common(0, 38) > 0.9


def test_articles_that_nothing_joins_tell_no_story_and_inside_one_it_says_nothing() -> None:
    stories = Stories({0: QUAKE, 1: VOTE})
    assert stories.common(0, 1) == stories.common(0, 0) == 0
