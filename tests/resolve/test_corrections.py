"""What a person has decided about names, obeyed in every build."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import ConfigError
from kg.model import Extraction, Resolution
from kg.resolve import correct, load_corrections, resolve
from kg.resolve.corrections import Corrections
from tests.reports import report


def corrections(folder: Path, toml: str) -> Corrections:
    path = folder / "corrections.toml"
    path.write_text(toml, encoding="utf-8")
    return load_corrections(path)


def resolved(folder: Path, toml: str, *texts: str) -> Resolution:
    """What articles say under corrections; they are called a0.txt, a1.txt …"""
    decided = corrections(folder, toml)
    return resolve([correct(report(text, name=f"a{i}"), decided) for i, text in enumerate(texts)], corrections=decided)


def entities(folder: Path, toml: str, *texts: str) -> list[set[str]]:
    found = resolved(folder, toml, *texts).entities
    return sorted(({entity.name, *entity.aliases} for entity in found), key=sorted)


# ---- between articles --------------------------------------------------------------------------------------------


def test_what_is_merged_is_one_whatever_speaks_against_it(tmp_path: Path) -> None:
    toml = '[[merge]]\nnames = ["Ann Lee", "Zoe Ray"]'
    assert entities(tmp_path, toml, "[Ann Lee](person).", "[Zoe Ray](person).") == [{"Ann Lee", "Zoe Ray"}]


def test_what_is_kept_apart_is_two_whatever_speaks_for_it(tmp_path: Path) -> None:
    toml = '[[apart]]\nnames = ["Ann Lee", "Ann Maria Lee"]'
    assert entities(tmp_path, toml, "[Ann Lee](person).", "[Ann Maria Lee](person).") == [{"Ann Lee"}, {"Ann Maria Lee"}]


def test_namesakes_are_told_apart_by_their_articles(tmp_path: Path) -> None:
    texts = ("[Ann Lee](person).", "[Ann Lee](person) sat.", "[Ann Lee](person) ran.")
    assert len(resolved(tmp_path, '[[apart]]\nnames = ["Ann Lee", "Ann Lee @ a1.txt"]', *texts).entities) == 2
    assert len(resolved(tmp_path, '[[apart]]\nnames = ["Ann Lee", "Ann Lee @ other.txt"]', *texts).entities) == 1


def test_a_bare_surname_of_one_article_is_merged_alone(tmp_path: Path) -> None:
    texts = ("[Ann Lee](person).", "[Lee](person) sat.", "[Lee](person) ran.")
    found = resolved(tmp_path, '[[merge]]\nnames = ["Ann Lee", "Lee @ a1.txt"]', *texts)
    assert found.entity_of["a0", "e0"] == found.entity_of["a1", "e0"] != found.entity_of["a2", "e0"]


def test_a_decision_is_a_step_of_the_ledger(tmp_path: Path) -> None:
    merges = resolved(tmp_path, '[[merge]]\nnames = ["Ann Lee", "Zoe Ray"]', "[Ann Lee](person).", "[Zoe Ray](person).").merges
    assert [(merge.verdict, merge.rule) for merge in merges] == [("one", "correction")]


def test_what_is_renamed_is_called_so_and_keeps_its_names(tmp_path: Path) -> None:
    (entity,) = resolved(tmp_path, '[[rename]]\nname = "Lee"\nto = "Ann Lee"', "[Lee](person).").entities
    assert (entity.name, entity.aliases) == ("Ann Lee", ("Lee",))


# ---- inside an article -------------------------------------------------------------------------------------------


def test_what_is_of_another_type_is_so_from_the_beginning(tmp_path: Path) -> None:
    toml = '[[retype]]\nname = "Dart"\ntype = "product"'
    found = resolved(tmp_path, toml, "[Dart](place) flies.").entities
    assert [(entity.type, entity.name) for entity in found] == [("product", "Dart")]


def test_what_is_dropped_is_no_entity_and_takes_part_in_nothing(tmp_path: Path) -> None:
    found = resolved(tmp_path, '[[drop]]\nname = "Ann Lee"', "[Ann Lee](person) [met](Meeting) [Bob Ray](person).")
    assert [entity.name for entity in found.entities] == ["Bob Ray"]
    assert [len(event.participations) for event in found.events] == [1]


def test_a_chain_with_names_of_two_sides_is_split(tmp_path: Path) -> None:
    toml = '[[apart]]\nnames = ["Ann Lee", "Lee"]'
    found = resolved(tmp_path, toml, "[Ann Lee](person) left. [Lee](person Ann Lee) sat. [he](person Ann Lee) ran.")
    assert [sorted(e.text for e in entity.evidence) for entity in found.entities] == [["Ann Lee"], ["Lee", "he"]]


def test_a_full_name_is_not_meant_by_its_surname(tmp_path: Path) -> None:
    text = "[Ann Lee](person) left. [Lee](person Ann Lee) sat."
    assert entities(tmp_path, '[[drop]]\nname = "Lee"', text) == [{"Ann Lee", "Lee"}]


def test_without_corrections_an_article_stays_as_it_is() -> None:
    said: Extraction = report("[Ann Lee](person) left.")
    assert correct(said, Corrections()) is said


# ---- the file ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("[[join]]", r"corrections\.toml: unknown key 'join' \(write \[\[merge\]\]"),
        ('[merge]\nnames = ["A", "B"]', r"corrections\.toml: merge must stand in double brackets"),
        ('[[merge]]\nnames = ["A"]', r"\[\[merge\]\] 1: names must be a list of two names or more"),
        ('[[merge]]\nnames = ["A", "--"]', r"\[\[merge\]\] 1: names must be a list"),
        ('[[merge]]\nnames = ["A", "B"]\nto = "C"', r"\[\[merge\]\] 1: unknown key 'to' \(known: names\)"),
        ('[[drop]]\nname = "A"\n[[drop]]', r"\[\[drop\]\] 2: key 'name' is missing"),
        ("[[rename]]\nname = 'A'\nto = ''", r"\[\[rename\]\] 1: to must be a text"),
        ("[[retype]]\nname = 'A'\ntype = 'animal'", r"\[\[retype\]\] 1: 'animal' is no type \(known: .*person"),
        ("[[merge]", r"corrections\.toml: "),
    ],
)
def test_a_wrong_file_is_refused_by_file_and_key(tmp_path: Path, toml: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        corrections(tmp_path, toml)


def test_a_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"nothing\.toml"):
        load_corrections(tmp_path / "nothing.toml")


def test_names_that_nothing_goes_by_are_told(tmp_path: Path) -> None:
    decided = corrections(tmp_path, '[[merge]]\nnames = ["Ann Lee", "Zoe Ray"]\n[[drop]]\nname = "Lee @ b.txt"')
    said = [report("[Ann Lee](person) left. [Lee](person Ann Lee) sat.", name="a")]
    assert decided.unused(said) == ["[[merge]] 'Zoe Ray'", "[[drop]] 'Lee @ b.txt'"]
