"""From profiles to groups of profiles that are one entity."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import networkx as nx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.resolve.blocking import block
from kg.resolve.clustering import cluster_profiles
from kg.resolve.clusters import THRESHOLD, Pair, compare
from kg.resolve.features import FEATURES, Clue
from kg.resolve.profiles import Profile

PLACES = [
    "Oslo",
    "Rome",
    "Northgate Cosmodrome",
    "Northgate Spaceport",
    "Northgate Airport",
    "World Grain Union",
    "World Grayn Union",
    "Acme",
    "Acme Inc.",
]
PEOPLE = ["Ann Lee", "Ann Maria Lee", "Bob Lee", "Lee Ann", "Ann Ray", "Sergei Lee", "Sergey Lee"]


def profile(name: str, number: int = 0, *, sort: str = "person") -> Profile:
    return Profile(sort, Counter([name]), Counter({sort: 1}), ((number, "e0"),))


def people(*names: str) -> list[Profile]:
    return [profile(name, i) for i, name in enumerate(names)]


def things(*names: str) -> list[Profile]:
    return [profile(name, i, sort="thing") for i, name in enumerate(names)]


# ---- pairs -------------------------------------------------------------------------------------------------------


def test_a_pairs_score_is_the_sum_of_its_clues() -> None:
    assert Pair(0, 1, (("x", Clue(0.4, "a")), ("y", Clue(0.3, "b")))).score == 0.7


def test_a_pairs_score_is_at_most_one() -> None:
    assert Pair(0, 1, (("x", Clue(0.9, "a")), ("y", Clue(0.3, "b")))).score == 1.0


def test_one_clue_that_forbids_outweighs_all_others() -> None:
    assert Pair(0, 1, (("x", Clue(1.0, "a")), ("y", Clue(-1.0, "b")), ("z", Clue(1.0, "c")))).score == -1


def test_a_pair_has_the_clues_of_all_features_that_see_one() -> None:
    left, right = people("Ann Lee", "Ann Maria Lee")
    looks = [(feature.name, feature.look(left, right)) for feature in FEATURES]
    assert list(compare(left, right).clues) == [(name, clue) for name, clue in looks if clue]


# ---- which pairs are compared ------------------------------------------------------------------------------------


def test_persons_are_compared_where_a_surname_and_a_given_name_or_its_initial_are_shared() -> None:
    assert list(block(people("Ann Lee", "Bob Lee", "Ann Ray", "Ann Maria Lee", "Alf Lee"))) == [(0, 3), (0, 4), (3, 4)]


def test_things_are_compared_by_whole_names_and_own_words() -> None:
    pairs = block(things("World Grain Union", "Oslo", "Northgate Cosmodrome", "Northgate Airport", "Northgate"))
    assert list(pairs) == [(2, 3)]


def test_profiles_of_two_sorts_are_not_compared() -> None:
    assert list(block([profile("Ann Lee"), profile("Ann Lee", sort="group")])) == []


def test_every_pair_is_compared_once() -> None:
    assert list(block(people("Ann Lee", "Lee Ann"))) == [(0, 1)]


def test_what_everybody_shares_makes_no_pairs() -> None:
    assert list(block(people(*(f"J{i} Lee" for i in range(100))))) == []


@given(st.lists(st.sampled_from(PLACES), max_size=6) | st.lists(st.sampled_from(PEOPLE), max_size=6))
@example(["Acme", "Acme Inc."])
def test_no_pair_that_reaches_the_threshold_is_left_out(names: list[str]) -> None:
    profiles = (people if set(names) <= set(PEOPLE) else things)(*names)
    found = set(block(profiles))
    pairs = combinations(range(len(profiles)), 2)
    assert {(a, b) for a, b in pairs if compare(profiles[a], profiles[b]).score >= THRESHOLD} <= found


# ---- groups ------------------------------------------------------------------------------------------------------


def groups(profiles: list[Profile]) -> list[list[int]]:
    return cluster_profiles(profiles).groups()


@pytest.mark.parametrize(
    "names",
    [
        ("Ann Lee", "Ann Maria Lee"),
        ("Kim Jong-un", "Jong-un Kim"),
        ("Sergei Lavrov", "Sergey Lavrov"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", "Volodymyr Zelenskiy"),
    ],
)
def test_variants_of_a_persons_name_are_one(names: tuple[str, ...]) -> None:
    assert len(groups(people(*names))) == 1


@pytest.mark.parametrize(
    "names", [("Ann Lee", "Bob Lee"), ("Kim Jong-un", "Kim Yo-jong"), ("Anna Ivanov", "Anna Ivanova"), ("Ann Lee", "Ann Ray")]
)
def test_other_names_are_not_one(names: tuple[str, ...]) -> None:
    assert len(groups(people(*names))) == 2


def test_a_bridge_does_not_join_what_is_forbidden() -> None:
    found = groups(people("Ann Lee", "Ann Maria Lee", "Maria Lee"))
    assert not any({0, 2} <= set(group) for group in found)


def test_what_is_refused_is_noted_as_kept_apart() -> None:
    verdicts = {
        (d.left, d.right): d.verdict for d in cluster_profiles(people("Ann Lee", "Ann Maria Lee", "Maria Lee")).decisions
    }
    assert sorted(verdicts.values()) == ["apart", "one"]


def test_one_letter_apart_is_doubtful() -> None:
    (decision,) = cluster_profiles(people("Antoine Gizenga", "Antione Gizenga")).decisions
    assert (decision.verdict, decision.rule) == ("doubtful", "persons' names")


@given(st.lists(st.sampled_from(PLACES), max_size=8))
def test_groups_are_the_components_that_networkx_finds(names: list[str]) -> None:
    profiles = things(*names)
    pairs = [compare(profiles[a], profiles[b], (a, b)) for a, b in block(profiles)]
    graph = nx.Graph()
    graph.add_nodes_from(range(len(profiles)))
    graph.add_edges_from((pair.left, pair.right) for pair in pairs if pair.score >= THRESHOLD)
    if not any(nx.has_path(graph, pair.left, pair.right) for pair in pairs if pair.score <= -1):
        assert sorted(map(sorted, groups(profiles))) == sorted(map(sorted, nx.connected_components(graph)))


@given(st.lists(st.sampled_from(PEOPLE), max_size=8))
def test_every_profile_is_in_one_group_and_no_forbidden_pair_in_any(names: list[str]) -> None:
    profiles = people(*names)
    found = groups(profiles)
    assert sorted(number for group in found for number in group) == list(range(len(profiles)))
    assert not any(compare(profiles[a], profiles[b]).score <= -1 for group in found for a, b in combinations(group, 2))


@given(st.lists(st.sampled_from(PEOPLE), max_size=8))
def test_every_group_is_held_together_by_decisions(names: list[str]) -> None:
    clusters = cluster_profiles(people(*names))
    graph = nx.Graph()
    graph.add_nodes_from(range(len(names)))
    graph.add_edges_from((d.left, d.right) for d in clusters.decisions if d.verdict == "one")
    assert sorted(clusters.groups()) == sorted(map(sorted, nx.connected_components(graph)))
