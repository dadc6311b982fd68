"""From candidate pairs to groups of profiles that are one entity."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import networkx as nx
from hypothesis import example, given
from hypothesis import strategies as st

from kg.resolve.clustering import THRESHOLD, Pair, block, cluster_profiles, compare
from kg.resolve.features import FEATURES, Clue
from kg.resolve.profiles import Profile

PLACES = [
    "Oslo",
    "Rome",
    "Northgate",
    "Northgate Cosmodrome",
    "Northgate Spaceport",
    "Northgate Airport",
    "WGU",
    "World Grain Union",
    "Acme",
    "Acme Inc.",
]
PEOPLE = ["Ann Lee", "A. Lee", "Ann Maria Lee", "Bob Lee", "Lee", "Ann", "Ray", "Ann Ray"]


def profile(name: str, number: int = 0, *, sort: str = "person", company: str = "") -> Profile:
    return Profile(
        sort, Counter([name]), Counter({sort: 1}), ((number, "e0"),), frozenset({number}), frozenset(company.split())
    )


def people(*names: str) -> list[Profile]:
    """Profiles of persons; the words behind a name in brackets are the company of its article."""
    parts = [name.rstrip(")").partition(" (") for name in names]
    return [profile(name, i, company=company) for i, (name, _, company) in enumerate(parts)]


def things(*names: str) -> list[Profile]:
    return [profile(name, i, sort="thing") for i, name in enumerate(names)]


# ---- pairs -------------------------------------------------------------------------------------------------------


def test_a_pairs_score_is_the_sum_of_its_clues() -> None:
    assert Pair(0, 1, (Clue(0.4, "a"), Clue(0.3, "b"))).score == 0.7


def test_one_clue_that_forbids_outweighs_all_others() -> None:
    assert Pair(0, 1, (Clue(1.0, "a"), Clue(-1.0, "b"), Clue(1.0, "c"))).score == -1


def test_a_pair_has_the_clues_of_all_features_that_see_one() -> None:
    pair = compare(people("Lee (oslo)", "Ann Lee (oslo)"), 0, 1)
    looks = [feature.look(*people("Lee (oslo)", "Ann Lee (oslo)")) for feature in FEATURES]
    assert list(pair.clues) == [clue for clue in looks if clue]


def test_profiles_that_share_a_first_or_last_word_are_compared() -> None:
    assert list(block(people("Ann Lee", "Bob Lee", "Ann Ray", "Cid Ford"))) == [(0, 1), (0, 2)]


def test_things_are_compared_by_whole_names_initials_and_own_words() -> None:
    pairs = block(things("World Grain Union", "WGU", "Oslo", "Northgate Cosmodrome", "Northgate Airport", "Northgate"))
    assert list(pairs) == [(0, 1), (3, 4)]


def test_profiles_of_two_sorts_are_not_compared() -> None:
    assert list(block([profile("Ann Lee"), profile("Ann Lee", sort="group")])) == []


def test_every_pair_is_compared_once() -> None:
    pairs = list(block(people("Ann Lee", "Lee Ann")))
    assert pairs == [(0, 1)]


@given(st.lists(st.sampled_from(PLACES), max_size=6))
@example(["Acme", "Acme Inc."])
def test_no_pair_that_reaches_the_threshold_is_left_out(names: list[str]) -> None:
    profiles = things(*names)
    found = set(block(profiles))
    assert {p for p in combinations(range(len(profiles)), 2) if compare(profiles, *p).score >= THRESHOLD} <= found


# ---- groups ------------------------------------------------------------------------------------------------------


def test_variants_are_one_and_others_are_not() -> None:
    assert cluster_profiles(people("Ann Lee", "A. Lee", "Bob Lee")) == [[0, 1], [2]]


def test_a_bridge_does_not_join_what_is_forbidden() -> None:
    groups = cluster_profiles(people("Ann Lee", "A. Lee", "Abe Lee"))
    assert not any({0, 2} <= set(group) for group in groups)


@given(st.lists(st.sampled_from(PLACES), max_size=8))
def test_groups_are_the_components_that_networkx_finds(names: list[str]) -> None:
    profiles = things(*names)
    pairs = [compare(profiles, *pair) for pair in block(profiles)]
    graph = nx.Graph()
    graph.add_nodes_from(range(len(profiles)))
    graph.add_edges_from((pair.left, pair.right) for pair in pairs if pair.score >= THRESHOLD)
    if not any(nx.has_path(graph, pair.left, pair.right) for pair in pairs if pair.score <= -1):
        assert sorted(map(sorted, cluster_profiles(profiles))) == sorted(map(sorted, nx.connected_components(graph)))


@given(st.lists(st.sampled_from([*PEOPLE, *(f"{name} (oslo rome)" for name in PEOPLE)]), max_size=8))
def test_every_profile_is_in_one_group_and_no_forbidden_pair_in_any(names: list[str]) -> None:
    profiles = people(*names)
    groups = cluster_profiles(profiles)
    assert sorted(number for group in groups for number in group) == list(range(len(profiles)))
    forbidden = {pair for pair in block(profiles) if compare(profiles, *pair).score <= -1}
    assert not forbidden & {pair for group in groups for pair in combinations(group, 2)}


# ---- surnames ----------------------------------------------------------------------------------------------------


def test_a_bare_surname_joins_the_person_whose_company_it_keeps() -> None:
    assert cluster_profiles(people("Ann Lee (oslo)", "Lee (oslo)")) == [[0, 1]]


def test_a_bare_surname_without_company_stays_alone() -> None:
    assert cluster_profiles(people("Ann Lee (oslo)", "Lee (rome)")) == [[0], [1]]


def test_a_bare_surname_joins_the_namesake_with_more_of_its_company() -> None:
    groups = cluster_profiles(people("Ann Lee (oslo)", "Bob Lee (oslo rome)", "Lee (oslo rome)"))
    assert groups == [[0], [1, 2]]


def test_a_bare_surname_between_namesakes_of_equal_company_stays_alone() -> None:
    assert cluster_profiles(people("Ann Lee (oslo)", "Bob Lee (oslo)", "Lee (oslo)")) == [[0], [1], [2]]


def test_a_bare_surname_of_two_articles_does_not_join_two_people() -> None:
    groups = cluster_profiles(people("Ann Lee (oslo)", "Bob Lee (rome)", "Lee (oslo)", "Lee (rome)"))
    assert groups == [[0, 2], [1, 3]]


def test_bare_surnames_that_nobody_has_in_full_are_one() -> None:
    assert cluster_profiles(people("Lee", "Lee")) == [[0, 1]]
