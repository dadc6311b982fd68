"""README's examples run, and give what it shows ("..." stands for anything)."""

from __future__ import annotations

import doctest
import re
import shlex
import shutil
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from kg import KnowledgeGraph
from kg.cli import COMMANDS, app
from kg.export import FORMATS
from kg.ontology import load_ontology
from kg.sparql import load_examples

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with the seeds in it."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.model
def test_the_commands_of_the_console_examples_succeed(desk: Path) -> None:
    commands = re.findall(r"^\$ kg (.*)$", README, re.MULTILINE)
    assert commands
    for command in commands:
        result = CliRunner().invoke(app, shlex.split(command))
        assert result.exit_code == 0, (command, result.output, result.exception)
        assert result.output.strip(), command


@pytest.mark.model
def test_the_python_examples_give_what_they_show(desk: Path) -> None:
    examples = "\n".join(re.findall(r"```python\n(.*?)```", README, re.DOTALL))
    test = doctest.DocTestParser().get_doctest(examples, {}, "README", "README.md", 0)
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    output: list[str] = []
    runner.run(test, out=output.append)
    assert not runner.failures, "".join(output)


def test_the_files_that_it_names_are_there() -> None:
    for link in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / link).exists(), link


def test_it_names_every_command_and_no_other() -> None:
    named = re.findall(r"`kg ((?:model )?[a-z]+)[ `]", README)
    assert set(named) == {f"{command.group} {command.run.__name__}".strip() for command in COMMANDS}


def test_the_options_that_it_names_are_there() -> None:
    commands = [typer.main.get_command(app).commands[command.group or command.run.__name__] for command in COMMANDS]
    known = {option for command in commands for parameter in command.params for option in parameter.opts}
    named = re.findall(r"(?<=[` ])--[a-z][a-z-]+", re.sub(r"pip install --quiet", "", README))
    assert set(named) <= known | {"--help"}


def test_it_names_every_format_with_its_suffix() -> None:
    for known in FORMATS:
        assert f"`{known.name}` `{known.suffix}`" in README


def test_the_methods_that_it_names_are_there() -> None:
    for name in re.findall(r"`(?:graph)?\.([a-z_]+)\(", README):
        assert callable(getattr(KnowledgeGraph, name)), name


def test_its_counts_are_right() -> None:
    ontology = load_ontology()
    assert f"{len(ontology.events) - 1} types" in README  # and the root, which it names apart
    assert f"{len(ontology.relations)} lasting relations" in README
    assert f"the {len(load_examples())} questions that ship" in README
