"""Settings, ids and errors."""

from __future__ import annotations

import inspect
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import errors
from kg.config import Config, load_config
from kg.errors import ArticleError, ConfigError, KgError
from kg.ids import hash_text, node_id, short_hash, slugify

CHANGED = Config(base="https://kg.example/", model="other", any_language=True, strict=True, jobs=2, text=False)


# ---- settings ----------------------------------------------------------------------------------------------------


def load(folder: Path, toml: str | bytes) -> Config:
    path = folder / "kg.toml"
    path.write_bytes(toml if isinstance(toml, bytes) else toml.encode())
    return load_config(path)


def test_an_empty_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path, "") == Config()


def test_a_file_overlays_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path, 'jobs = 2\nbase = "https://kg.example/#"') == Config(jobs=2, base="https://kg.example/#")


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        (
            "job = 2",
            r"kg\.toml: unknown key 'job' \(known: any_language, authority, base, corrections, jobs, model, ontology, "
            r"strict, text\)",
        ),
        ("jobs = true", r"kg\.toml: jobs must be of type int, not bool"),
        ('jobs = "2"', r"kg\.toml: jobs must be of type int, not str"),
        ("strict = 1", r"kg\.toml: strict must be of type bool, not int"),
        ("jobs = ", r"kg\.toml: .*[Ii]nvalid value"),
        (b"model = '\xff'", r"kg\.toml: .*utf-8"),
    ],
)
def test_a_wrong_file_is_refused_by_name_and_key(tmp_path: Path, toml: str | bytes, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        load(tmp_path, toml)


def test_a_value_out_of_range_is_refused_by_file_and_key(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"kg\.toml: jobs"):
        load(tmp_path, "jobs = 0")


def test_a_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"kg\.toml"):
        load_config(tmp_path / "kg.toml")


@pytest.mark.parametrize("base", ["https://kg.example", "kg/", "https://kg.example/a b/", "https://kg.example/<x>/", ""])
def test_a_base_that_makes_no_iris_is_refused(base: str) -> None:
    with pytest.raises(ConfigError, match=r"^base: "):
        Config(base=base)


@pytest.mark.parametrize("jobs", [0, -1])
def test_fewer_than_one_job_is_refused(jobs: int) -> None:
    with pytest.raises(ConfigError, match=r"^jobs: "):
        Config(jobs=jobs)


@pytest.mark.parametrize(
    "name", sorted({field.name for field in fields(Config)} - {"jobs", "strict", "authority", "corrections", "ontology"})
)
def test_the_hash_names_every_setting_that_changes_the_outputs(name: str) -> None:
    changed = replace(Config(), **{name: getattr(CHANGED, name)})
    assert changed.hash() != Config().hash()


@pytest.mark.parametrize("name", ["authority", "corrections", "ontology"])
def test_the_hash_names_what_a_file_says_not_where_it_lies(tmp_path: Path, name: str) -> None:
    hashes = []
    for file, content in (("a", "one"), ("b", "one"), ("c", "two")):
        (tmp_path / file).write_text(content, encoding="utf-8")
        hashes.append(Config(**{name: str(tmp_path / file)}).hash())
    assert hashes[0] == hashes[1] != hashes[2]
    assert Config().hash() not in hashes


def test_a_file_that_is_missing_has_no_hash(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"nothing\.toml"):
        Config(corrections=str(tmp_path / "nothing.toml")).hash()


def test_the_hash_leaves_out_what_does_not_change_the_outputs() -> None:
    assert Config(jobs=2, strict=True).hash() == Config().hash()


# ---- ids ---------------------------------------------------------------------------------------------------------


def test_ids_of_earlier_graphs_stay_the_same() -> None:
    assert node_id("person", "Ann Lee", "article/a", 3) == "person/ann-lee-b3fac43e"


@given(st.text())
def test_a_slug_needs_no_escape(text: str) -> None:
    slug = slugify(text)
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug == slug.strip("-")
    assert len(slug) <= 60


def test_a_label_without_latin_letters_still_has_an_id() -> None:
    assert node_id("place", "北京", 1) == f"place/{short_hash('place', 1)}"


def test_other_content_makes_another_id() -> None:
    assert len({node_id("person", "Ann", "a", 1), node_id("person", "Ann", "a", 2), node_id("place", "Ann", "a", 1)}) == 3


def test_where_one_part_ends_makes_a_difference() -> None:
    assert short_hash("ab", "c") != short_hash("a", "bc")


def test_half_a_surrogate_pair_has_a_hash() -> None:
    assert len(hash_text("\ud800")) == 64


# ---- errors ------------------------------------------------------------------------------------------------------

RAISED = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if kind is not KgError]


@pytest.mark.parametrize("kind", RAISED)
def test_every_error_is_a_kg_error_and_in_the_tree(kind: type[Exception]) -> None:
    assert issubclass(kind, KgError)
    assert f"── {kind.__name__} " in (errors.__doc__ or "")


def test_an_article_error_says_where_and_why() -> None:
    error = ArticleError("a.txt", "it is empty")
    assert (str(error), error.source, error.reason) == ("a.txt: it is empty", "a.txt", "it is empty")
