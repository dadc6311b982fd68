"""Lists become text and lists again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.graph.attributes import dump_evidence, join_texts, legal_text, load_evidence, split_texts
from kg.model import Evidence
from tests.strategies import texts


@given(aliases=st.lists(texts.filter(bool)))
def test_aliases_come_back(aliases: list[str]) -> None:
    assert split_texts(join_texts(aliases)) == tuple(aliases)


@given(text=texts, sentence=texts, score=st.none() | st.floats(0, 1))
def test_evidence_comes_back_through_characters_that_xml_can_carry(text: str, sentence: str, score: float | None) -> None:
    evidence = (Evidence("article/a", 1, 2, text, 0, 9, sentence, score),)
    dumped = dump_evidence(evidence)
    assert legal_text(dumped) == dumped
    assert load_evidence(dumped) == evidence
    assert load_evidence(dumped)[0].score == score
