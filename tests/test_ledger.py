"""The merge ledger: why names are one, or two."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import GraphError
from kg.ledger import FILE, doubtful, explain, ledger_lines
from kg.model import Extraction, Join
from kg.resolve import resolve
from tests.reports import report


def build(folder: Path, *said: Extraction, text: bool = True) -> Path:
    """A folder with the ledger of some articles."""
    (folder / FILE).write_text("".join(ledger_lines(said, resolve(said), text=text)), encoding="utf-8")
    return folder


def articles(*texts: str) -> list[Extraction]:
    return [report(text, name=f"a{i}") for i, text in enumerate(texts)]


def steps(folder: Path, left: str, right: str) -> list[tuple[str, str, str]]:
    """Rule and texts of the steps that explain two names."""
    return [(step.rule, step.left.text, step.right.text) for step in explain(folder, left, right).steps]


# ---- why two are one ---------------------------------------------------------------------------------------------


def test_two_names_of_an_article_are_one_by_its_joins(tmp_path: Path) -> None:
    said = report("[Ann Lee](person) left. [Lee](person Ann Lee) sat.")
    said = replace(said, joins=(Join("m0", "m1", "surname", 0.9, "“Lee” is the surname"),))
    (step,) = explain(build(tmp_path, said), "Lee", "Ann Lee").steps
    assert (step.rule, step.score, step.reason) == ("surname", 0.9, "“Lee” is the surname")
    assert (step.left.sentence, step.right.sentence) == ("Ann Lee left.", "Lee sat.")


def test_where_no_rule_speaks_for_it_the_chain_is_the_reason(tmp_path: Path) -> None:
    folder = build(tmp_path, report("[Ann Lee](person) left. [Lee](person Ann Lee) sat."))
    assert steps(folder, "Lee", "Ann Lee") == [("chain", "Ann Lee", "Lee")]


def test_the_way_leads_over_articles(tmp_path: Path) -> None:
    folder = build(
        tmp_path,
        *articles("[Lee](person Ann Lee) sat. [Ann Lee](person) left.", "[Ann Maria Lee](person) came.", "[Ann Lee](person)."),
    )
    rules = [rule for rule, *_ in steps(folder, "Lee", "Ann Maria Lee")]
    assert (rules[0], rules[-1]) == ("chain", "persons' names")


def test_a_name_and_itself_are_one_without_a_step(tmp_path: Path) -> None:
    explanation = explain(build(tmp_path, *articles("[Ann Lee](person) left.")), "Ann Lee", "Ann Lee")
    assert explanation.one and not explanation.steps


def test_an_id_is_as_good_as_a_name(tmp_path: Path) -> None:
    folder = build(tmp_path, *articles("[Ann Lee](person) left. [Lee](person Ann Lee) sat."))
    assert explain(folder, explain(folder, "Lee", "Lee").left.id, "Ann Lee").one


def test_namesakes_are_mentioned(tmp_path: Path) -> None:
    texts = ("[Ann Lee](person) left. [Lee](person Ann Lee) sat.", "[Zoe Lee](person). [Lee](person Zoe Lee) sat.")
    explanation = explain(build(tmp_path, *articles(*texts)), "Lee", "Zoe Lee")
    assert explanation.one and [other.name for other in explanation.others] == ["Ann Lee"]


def test_a_pronoun_can_be_asked_for(tmp_path: Path) -> None:
    folder = build(tmp_path, *articles("[Ann Lee](person) left. [she](person Ann Lee) sat."))
    assert steps(folder, "she", "Ann Lee") == [("chain", "Ann Lee", "she")]


# ---- why two are not one -----------------------------------------------------------------------------------------


def test_a_decision_against_a_merge_is_the_reason(tmp_path: Path) -> None:
    folder = build(tmp_path, *articles("[Antoine Gizenga](person) left.", "[Antione Gizenga](person) came."))
    explanation = explain(folder, "Antoine Gizenga", "Antione Gizenga")
    assert not explanation.one
    assert [(step.verdict, step.score) for step in explanation.steps] == [("doubtful", 0.6)]


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        ("[Ann Lee](person)", "[Zoe Lee](person)", "“Ann Lee” and “Zoe Lee” are different names"),
        ("[Ann Lee](person)", "[Oslo](place)", "one is of type person, the other of type place"),
        ("[Oslo](place)", "[Rome](place)", "two entries"),
        ("[Acme](organization)", "[Zenith](organization)", "nothing speaks for it"),
    ],
)
def test_where_nothing_was_decided_the_difference_is_the_reason(tmp_path: Path, left: str, right: str, reason: str) -> None:
    folder = build(tmp_path, *articles(f"{left} left.", f"{right} came."))
    names = (left[1 : left.index("]")], right[1 : right.index("]")])
    assert reason in explain(folder, *names).reason


# ---- what is doubtful --------------------------------------------------------------------------------------------


def test_the_most_doubtful_pair_comes_first(tmp_path: Path) -> None:
    folder = build(
        tmp_path,
        *articles(
            "[Antoine Gizenga](person) left.", "[Antione Gizenga](person) came.", "[Ann Lee](person).", "[A. Lee](person)."
        ),
    )
    assert [(step.verdict, step.score) for step in doubtful(folder)] == [("one", 0.7), ("doubtful", 0.6)]


def test_what_is_sure_is_not_doubtful(tmp_path: Path) -> None:
    assert doubtful(build(tmp_path, *articles("[Ann Lee](person) left.", "[Ann Lee](person) came."))) == []


def test_a_bare_name_is_referred_to_with_its_article(tmp_path: Path) -> None:
    folder = build(tmp_path, *articles("[Ann Lee](person) met [Bob Ray](person).", "[Lee](person) met [Bob Ray](person)."))
    (step,) = doubtful(folder)
    assert step.references == ("Lee @ a1.txt", "Ann Lee")


# ---- the file ----------------------------------------------------------------------------------------------------


def test_without_text_no_sentence_is_written(tmp_path: Path) -> None:
    folder = build(tmp_path, *articles("[Ann Lee](person) left home.", "[Ann Lee](person) came."), text=False)
    assert "left home" not in (folder / FILE).read_text(encoding="utf-8")


def test_a_folder_without_a_ledger_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"ledger\.jsonl: .*kg build writes this file"):
        explain(tmp_path, "a", "b")


def test_a_name_that_nothing_goes_by_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="goes by the name 'Zoe'"):
        explain(build(tmp_path, *articles("[Ann Lee](person).")), "Ann Lee", "Zoe")


def test_a_file_that_is_no_ledger_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('{"entity": ', encoding="utf-8")
    with pytest.raises(GraphError, match="not a ledger"):
        explain(tmp_path, "a", "b")


_WORDS = [
    "[Ann Lee](person)",
    "[Lee](person Ann Lee)",
    "[A. Lee](person)",
    "[Lee](person)",
    "[Oslo](place)",
    "[Acme](organization)",
]


@settings(max_examples=40)
@given(
    st.lists(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=5).map(" met ".join), min_size=1, max_size=4, unique=True)
)
def test_the_steps_hold_every_entity_together(texts: list[str]) -> None:
    said = articles(*(f"{text} again {i}." for i, text in enumerate(texts)))
    resolution = resolve(said)
    rows = [json.loads(line) for line in ledger_lines(said, resolution)]
    graph = nx.Graph()
    for extraction in said:
        for mention in extraction.mentions:
            graph.add_node(
                (extraction.article.id, mention.id), entity=resolution.entity_of[extraction.article.id, mention.entity]
            )
    for row in rows:
        if row.get("verdict") == "one":
            graph.add_edge(*((row[side]["article"], row[side]["mention"]) for side in ("left", "right")))
    parts = {frozenset(graph.nodes[node]["entity"] for node in part) for part in nx.connected_components(graph)}
    assert all(len(part) == 1 for part in parts)
    assert len(parts) == nx.number_connected_components(graph)
    assert [row["entity"] for row in rows if "entity" in row] == [entity.id for entity in resolution.entities]
