"""The commands about what is one and what is two: explain, review, and build with corrections."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.test_cli import MEETING, kg

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a build of one article."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "vienna.txt").write_text(MEETING, encoding="utf-8")
    assert kg("build", "vienna.txt", "-o", "out", cwd=folder).returncode == 0
    return folder


def test_explain_says_why_two_names_are_one(desk: Path) -> None:
    result = kg("explain", "out", "Merkel", "Angela Merkel", cwd=desk)
    assert result.returncode == 0, result.stderr
    assert "“Merkel” and “Angela Merkel” are one: Angela Merkel (person)" in result.stdout
    assert "Merkel and Macron spoke for two hours" in result.stdout
    assert "vienna.txt" in result.stdout


def test_explain_says_why_two_names_are_two(desk: Path) -> None:
    result = kg("explain", "out", "Merkel", "Macron", cwd=desk)
    assert "are not one" in result.stdout
    assert "different names" in result.stdout


def test_explain_writes_json(desk: Path) -> None:
    answer = json.loads(kg("explain", "out", "Merkel", "Angela Merkel", "--json", cwd=desk).stdout)
    assert answer["left"]["name"] == "Angela Merkel"
    assert {step["verdict"] for step in answer["steps"]} == {"one"}


def test_a_name_that_is_not_there_is_one_line_and_ends_with_1(desk: Path) -> None:
    result = kg("explain", "out", "Merkel", "Nobody", cwd=desk)
    assert (result.returncode, len(result.stderr.splitlines())) == (1, 1)
    assert "Nobody" in result.stderr


def test_review_of_a_build_without_doubts_says_so(desk: Path) -> None:
    assert kg("review", "out", cwd=desk).stdout == "nothing doubtful\n"
    assert json.loads(kg("review", "out", "--json", cwd=desk).stdout) == []


def test_a_build_obeys_corrections_and_tells_which_fit_nothing(desk: Path) -> None:
    toml = '[[rename]]\nname = "Angela Merkel"\nto = "A. D. Merkel"\n[[drop]]\nname = "Nobody"\n'
    (desk / "corrections.toml").write_text(toml, encoding="utf-8")
    result = kg("build", "vienna.txt", "-o", "corrected", "--corrections", "corrections.toml", cwd=desk)
    assert result.returncode == 0, result.stderr
    assert "A. D. Merkel" in result.stdout
    assert result.stderr == "corrections: nothing goes by [[drop]] 'Nobody'\n"


def test_wrong_corrections_are_refused_before_anything_is_read(desk: Path) -> None:
    (desk / "wrong.toml").write_text("[[join]]", encoding="utf-8")
    result = kg("build", "vienna.txt", "-o", "wrong", "--corrections", "wrong.toml", cwd=desk)
    assert result.returncode == 1
    assert "wrong.toml: unknown key 'join'" in result.stderr
    assert not (desk / "wrong").exists()
