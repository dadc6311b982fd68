"""Another spaCy pipeline in place of the shipped one: its labels are mapped, and what it lacks is said."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.training import Example

from kg.errors import ModelError
from kg.extract import extract_article, load_nlp
from kg.extract.mentions import DEFAULT_SCORE
from kg.extract.nlp import model_info
from tests import make

SENTENCE = "Angela Merkel met Emmanuel Macron in Berlin ."
GOLD = {
    "words": SENTENCE.split(),
    "heads": [2, 0, 2, 2, 3, 6, 2, 2],
    "deps": ["nsubj", "flat", "ROOT", "obj", "flat", "case", "obl", "punct"],
    "pos": ["PROPN", "PROPN", "VERB", "PROPN", "PROPN", "ADP", "PROPN", "PUNCT"],
    "morphs": ["", "", "Tense=Past|VerbForm=Fin", "", "", "", "", ""],
    "lemmas": ["Angela", "Merkel", "meet", "Emmanuel", "Macron", "in", "Berlin", "."],
    "entities": ["B-PERSON", "L-PERSON", "O", "B-PERSON", "L-PERSON", "O", "U-GPE", "O"],
}


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pipeline with OntoNotes labels, trained until it knows one sentence."""
    spacy.util.fix_random_seed(0)
    nlp = spacy.blank("en")
    nlp.add_pipe("morphologizer")
    nlp.add_pipe("parser", config={"min_action_freq": 1})
    nlp.add_pipe("trainable_lemmatizer", config={"min_tree_freq": 1})
    nlp.add_pipe("ner")
    example = Example.from_dict(nlp.make_doc(SENTENCE), GOLD)
    sgd = nlp.initialize(lambda: [example])
    for _ in range(40):
        nlp.update([example], sgd=sgd)
    folder = tmp_path_factory.mktemp("models") / "other"
    nlp.to_disk(folder)
    return folder


def test_its_labels_become_our_types(other: Path) -> None:
    extraction = extract_article(make.article(SENTENCE), load_nlp(str(other)))
    assert [(mention.text, mention.type) for mention in extraction.mentions] == [
        ("Angela Merkel", "person"),
        ("Emmanuel Macron", "person"),
        ("Berlin", "place"),
    ]
    assert {mention.score for mention in extraction.mentions} == {DEFAULT_SCORE}


def test_its_parse_is_read(other: Path) -> None:
    (event,) = extract_article(make.article(SENTENCE), load_nlp(str(other))).events
    assert (event.type, len(event.arguments), event.place, event.tense) == ("Meeting", 2, "m2", "past")


def test_what_it_says_of_itself_can_be_read(other: Path) -> None:
    assert model_info(str(other))["pipeline"] == ["morphologizer", "parser", "trainable_lemmatizer", "ner"]


def test_a_pipeline_without_a_parser_is_refused(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.to_disk(tmp_path / "poor")
    with pytest.raises(ModelError, match=r"gives token\.pos, token\.dep, token\.lemma, doc\.ents"):
        load_nlp(str(tmp_path / "poor"))


@pytest.mark.parametrize("name", ["no_such_pipeline", "no/such/folder", "no such name"])
def test_a_pipeline_that_is_not_there_is_said(name: str) -> None:
    with pytest.raises(ModelError, match="neither a folder nor an installed pipeline"):
        load_nlp(name)
