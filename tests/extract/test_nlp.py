"""The language model: found, checked and named."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import spacy

from kg.errors import ModelError
from kg.extract.nlp import SHIPPED, load_nlp, model_name, name_precision, name_score
from kg.extract.tokens import Doc


def test_a_model_that_is_not_installed_says_how_to_install_it() -> None:
    with pytest.raises(ModelError, match=r"no_such_model.*pip install no_such_model"):
        load_nlp("no_such_model")


def test_a_folder_that_is_no_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=str(tmp_path)):
        load_nlp(str(tmp_path))


def test_a_damaged_model_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "model")
    (tmp_path / "model" / "config.cfg").write_text("[nlp", encoding="utf-8")
    with pytest.raises(ModelError, match="model"):
        load_nlp(str(tmp_path / "model"))


def test_a_model_without_a_part_that_is_needed_names_the_part(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    for part in ("tagger", "morphologizer", "parser", "ner"):
        nlp.add_pipe(part)
    nlp.to_disk(tmp_path / "model")
    with pytest.raises(ModelError, match=r"no part of it gives token.lemma$"):
        load_nlp(str(tmp_path / "model"))


def test_the_name_of_a_model_has_language_and_version() -> None:
    nlp = spacy.blank("en", meta={"name": "kg_test", "version": "1.2.3"})
    assert model_name(nlp) == "en_kg_test-1.2.3"


def test_precision_is_what_the_model_publishes() -> None:
    nlp = spacy.blank("en", meta={"performance": {"ents_per_type": {"person": {"p": 0.91234, "r": 0.5, "f": 0.6}}}})
    assert name_precision(nlp) == {"person": 0.912}


def test_without_a_published_precision_there_is_none() -> None:
    assert name_precision(spacy.blank("en")) == {}


@pytest.mark.model
def test_the_model_that_ships_has_all_parts() -> None:
    assert model_name(load_nlp()).startswith("en_kg_news-")


@pytest.mark.model
def test_the_model_that_ships_says_how_sure_it_is_of_each_name() -> None:
    doc = Doc(load_nlp()("Angela Merkel met Emmanuel Macron in Berlin."))
    assert doc.ents
    assert all(0 < (name_score(ent) or 0) <= 1 for ent in doc.ents)


@pytest.mark.model
def test_the_model_is_loaded_once() -> None:
    assert load_nlp() is load_nlp()


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the shipped pipeline, to be damaged."""
    shutil.copytree(SHIPPED, tmp_path / "model")
    return tmp_path / "model"


@pytest.mark.model
def test_a_damaged_model_is_said_with_the_file(copy: Path) -> None:
    weights = copy / "encoder" / "weights.onnx"
    weights.write_bytes(weights.read_bytes()[:-1] + b"?")
    with pytest.raises(ModelError, match=r"weights\.onnx: damaged"):
        load_nlp(str(copy))


@pytest.mark.model
def test_a_model_without_one_of_its_files_is_said(copy: Path) -> None:
    (copy / "encoder" / "weights.onnx").unlink()
    with pytest.raises(ModelError, match=r"weights\.onnx"):
        load_nlp(str(copy))


@pytest.mark.model
def test_a_model_of_another_version_is_said(copy: Path) -> None:
    sums = copy / "encoder" / "checksums.json"
    told = json.loads(sums.read_text(encoding="utf-8")) | {"format": 99}
    sums.write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(ModelError, match="format 99"):
        load_nlp(str(copy))
