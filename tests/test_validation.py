"""A graph keeps to its shapes, and what breaks them is found: by our own engine and by pySHACL alike."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from kg.errors import GraphError, UnknownFormat
from kg.export import write
from kg.graph import build_graph
from kg.model import Resolution
from kg.sparql import shacl
from kg.sparql.validation import Violation, load_rules, validate
from tests import make
from tests.dossier import dossier
from tests.strategies import resolutions

EXPORTS = Path(__file__).parent.parent / "exports"


@pytest.mark.parametrize("world", [make.summit, dossier], ids=["summit", "dossier"])
@pytest.mark.parametrize("suffix", [".ttl", ".trig", ".nt", ".jsonld", ".rdf", ".graphml"])
def test_what_kg_writes_keeps_to_the_shapes(world: object, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"graph{suffix}"
    write(build_graph(world()), path)  # type: ignore[operator]
    assert validate(path) == ()


def test_what_kg_writes_for_rdf_12_keeps_to_the_shapes(tmp_path: Path) -> None:
    write(build_graph(dossier()), tmp_path / "graph.ttl", rdf12=True)
    assert validate(tmp_path / "graph.ttl") == ()


def test_pyshacl_says_the_same(tmp_path: Path) -> None:
    write(build_graph(dossier()), tmp_path / "graph.ttl")
    assert shacl.validate(tmp_path / "graph.ttl") == ()


def test_the_exports_of_the_seeds_keep_to_the_shapes() -> None:
    assert validate(EXPORTS / "graph.ttl") == ()


@given(resolution=resolutions())
@settings(max_examples=30)
def test_no_graph_breaks_more_than_its_input(resolution: Resolution) -> None:
    rules = {violation.rule for violation in validate(build_graph(resolution))}
    assert {rule.partition(":")[0] for rule in rules} <= {"beginIndex", "sentenceBegin", "lat", "long"}


BROKEN = {
    "no label": ('rdfs:label "Kim Jong-un" ;', "", "person/kim-jong-un", "label"),
    "two labels": ('rdfs:label "Kim Jong-un" ;', 'rdfs:label "Kim Jong-un" , "Other" ;', "person/kim-jong-un", "label"),
    "a score above 1": ("kg:score 0.93 ;", "kg:score 1.93 ;", "person/kim-jong-un", "score"),
    "a score in words": ("kg:score 0.93 ;", 'kg:score "high" ;', "person/kim-jong-un", "score"),
    "an unknown certainty": ('kg:certainty "possible"', 'kg:certainty "maybe"', "event/visit", "certainty"),
    "planned and yet an event": ("a kg:UnassertedEvent", "a kg:UnassertedEvent , sem:Event", "event/visit", "sem:Event"),
    "an actor from nowhere": (
        "sem:hasActor person:kim-jong-un",
        "sem:hasActor place:pyongyang",
        "event/meeting-of",
        "participation",
    ),
    "a fact without a phrase": (
        "prov:wasDerivedFrom <https://example.org/kg/article/paper#char=108,115>",
        'rdfs:comment "who knows"',
        "fact/event.visit.time",
        "phrase",
    ),
    "a phrase in no article": (
        'nif:referenceContext <https://example.org/kg/article/paper> ;\n\tnif:beginIndex "0"',
        'nif:referenceContext <https://example.org/kg/article/other> ;\n\tnif:beginIndex "0"',
        "article/paper#char=0,5",
        "referenceContext",
    ),
    "a phrase that ends before it begins": ('nif:endIndex "5"', 'nif:endIndex "0"', "article/paper#char=0,5", "beginIndex"),
}


@pytest.mark.parametrize(("old", "new", "node", "rule"), BROKEN.values(), ids=BROKEN)
def test_what_breaks_a_shape_is_found(old: str, new: str, node: str, rule: str, tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    write(build_graph(make.summit()), path)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    mine, theirs = validate(path), shacl.validate(path)
    assert any(node in violation.node and rule in violation.rule for violation in mine)
    assert {violation.node for violation in mine} == {violation.node for violation in theirs}


def test_a_violation_reads_as_a_sentence() -> None:
    assert str(Violation("urn:x", "score: maxInclusive 1", "1.5")) == "urn:x: score: maxInclusive 1 (1.5)"


def test_there_is_a_rule_for_everything_in_the_shapes() -> None:
    assert len(load_rules()) > 100


@pytest.mark.parametrize(("name", "error"), [("none.ttl", GraphError), ("graph.xyz", UnknownFormat)])
def test_what_cannot_be_read_is_refused(name: str, error: type[Exception], tmp_path: Path) -> None:
    for check in (validate, shacl.validate):
        with pytest.raises(error):
            check(tmp_path / name)
