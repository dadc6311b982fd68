"""Event types of the user's own, beside those that ship."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.config import Config
from kg.errors import OntologyError
from kg.extract.events.frames import senses
from kg.ontology import load_ontology, read_ontology, use_types

FESTIVAL = """
name = "Festival"
label = "Festival"
definition = "People celebrate."
parent = "Event"

[roles.participant]
definition = "Who celebrates."
accepts = ["person"]

[[verbs]]
lemma = "celebrate"
slots = { subject = "participant" }
"""


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "festival.toml").write_text(FESTIVAL, encoding="utf-8")
    yield tmp_path
    use_types()


def test_own_types_stand_beside_those_that_ship(own: Path) -> None:
    assert {"Festival", "Meeting"} <= set(use_types(str(own)).events)
    assert "Festival" in load_ontology().events


def test_own_types_bring_their_words(own: Path) -> None:
    assert "celebrate" not in senses()[0]
    use_types(str(own))
    assert [sense.type.name for sense in senses()[0]["celebrate"]] == ["Festival"]


def test_own_types_can_be_put_away_again(own: Path) -> None:
    use_types(str(own))
    use_types()
    assert "Festival" not in load_ontology().events


def test_a_type_that_ships_cannot_be_replaced(own: Path) -> None:
    (own / "festival.toml").write_text(FESTIVAL.replace('"Festival"', '"Meeting"'), encoding="utf-8")
    with pytest.raises(OntologyError, match="two files have the type Meeting"):
        use_types(str(own))


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="nowhere"):
        read_ontology(str(tmp_path / "nowhere"))


def test_what_own_types_say_is_part_of_the_settings(own: Path) -> None:
    before = Config(ontology=str(own)).hash()
    (own / "festival.toml").write_text(FESTIVAL.replace("celebrate", "feast"), encoding="utf-8")
    assert before != Config(ontology=str(own)).hash() != Config().hash()
