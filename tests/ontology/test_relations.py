"""The relations that ship, and what is said of a broken file."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.ontology import Ontology, RelationType, load_ontology, read_ontology

RELATIONS = load_ontology().relations.values()

TWINNED = """
label = "twinned with"
definition = "Two towns are partners."
symmetric = true
subject = ["place"]
object = ["place"]

[[patterns]]
nouns = ["partner"]
object = ["of"]

[[examples]]
text = "Oslo is a partner of Bergen."
facts = [["Oslo", "Bergen"]]
"""


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Ontology]:
    """Load the ontology that ships with one more relation."""

    def load(text: str) -> Ontology:
        with as_file(files("kg.ontology")) as home:
            for kind in ("entities", "events", "relations"):
                shutil.copytree(home / kind, tmp_path / kind)
        (tmp_path / "relations" / "twinned_with.toml").write_text(text, encoding="utf-8")
        monkeypatch.setattr("kg.ontology.files", lambda package: tmp_path)
        return read_ontology.__wrapped__()

    return load


@pytest.mark.parametrize("relation", RELATIONS, ids=lambda relation: relation.name)
def test_every_relation_is_described_and_shown_by_examples_for_and_against(relation: RelationType) -> None:
    assert relation.label and relation.definition.endswith(".")
    assert all(iri.startswith("http") for iri in (*relation.iris, *relation.inverse_iris))
    assert {bool(example.facts) for example in relation.examples} == {True, False}
    assert all(len(fact) == 2 + relation.valued for example in relation.examples for fact in example.facts)


def test_a_noun_is_an_office_or_a_job() -> None:
    lists = load_ontology().entities["person"].lists
    nouns = [*lists["offices"], *lists["occupations"]]
    assert sorted(set(nouns)) == sorted(nouns)


def test_a_new_file_is_a_new_relation(load: Callable[[str], Ontology]) -> None:
    twinned = load(TWINNED).relations["twinned_with"]
    (pattern,) = twinned.patterns
    assert (twinned.symmetric, twinned.ends, twinned.valued) == (True, True, False)
    assert (pattern.nouns, pattern.subject, pattern.object, pattern.phase) == ({"partner"}, ("bearer",), ("of",), "holds")


NOUNS = 'nouns = ["partner"]'
WRONG = {
    "a missing key": ('label = "twinned with"', "", r"twinned_with\.toml: key 'label' is missing"),
    "an unknown key": ("symmetric = true", "mutual = true", r"twinned_with\.toml: unknown key 'mutual'"),
    "an unknown type": ('subject = ["place"]', 'subject = ["town"]', r"twinned_with: no entity type \['town'\]"),
    "an unknown key of a pattern": (NOUNS, f"{NOUNS}\nword = 'x'", r"twinned_with\.toml, patterns 1: unknown key 'word'"),
    "a pattern of nothing": (NOUNS, "", r"patterns 1: one of verbs, nouns and names"),
    "a pattern of two kinds": (NOUNS, f"{NOUNS}\nnames = true", r"patterns 1: one of verbs, nouns and names"),
    "an unknown phase": (NOUNS, f"{NOUNS}\nphase = 'starts'", r"patterns 1: phase must be one of holds, begins, ends"),
    "an unknown list": (NOUNS, "lists = ['towns']", r"patterns 1: lists: no list \['towns'\]"),
    "a fact of one": ('[["Oslo", "Bergen"]]', '[["Oslo"]]', r"examples 1: facts must be lists"),
}


@pytest.mark.parametrize(("old", "new", "message"), WRONG.values(), ids=WRONG)
def test_a_broken_file_is_refused_by_file_and_key(load: Callable[[str], Ontology], old: str, new: str, message: str) -> None:
    assert old in TWINNED
    with pytest.raises(OntologyError, match=message):
        load(TWINNED.replace(old, new, 1))
