"""Every relation's own examples, read by the pipeline that ships."""

from __future__ import annotations

import pytest

from kg.extract import extract_article, load_nlp
from kg.ontology import RelationExample, RelationType, load_ontology
from tests import make

CASES = [
    pytest.param(relation, example, id=f"{relation.name}: {example.text}")
    for relation in load_ontology().relations.values()
    for example in relation.examples
]


@pytest.mark.model
@pytest.mark.parametrize(("type_", "example"), CASES)
def test_example(type_: RelationType, example: RelationExample) -> None:
    extraction = extract_article(make.article(example.text, published="2020-01-15"), load_nlp())
    chains = {chain.id: chain.name for chain in extraction.chains}
    name = {mention.id: chains[mention.entity] for mention in extraction.mentions if mention.entity}
    found = [relation for relation in extraction.relations if relation.type == type_.name]
    said = {(name[r.subject], name[r.object] if r.object else "", *([r.value] if r.value else [])) for r in found}
    assert said == set(example.facts)
    assert all(relation.former is example.former for relation in found)
