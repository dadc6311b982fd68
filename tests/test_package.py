"""The package as a whole: what it costs to import, what it offers, and that its layers hold."""

from __future__ import annotations

import subprocess
import sys

import pytest
from importlinter.cli import lint_imports

import kg

HEAVY = ("spacy", "rdflib", "networkx", "pyoxigraph", "numpy")


def loaded_after(code: str) -> set[str]:
    script = f"{code}\nimport sys; print(*[m for m in {HEAVY!r} if m in sys.modules])"
    return set(subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout.split())


def test_importing_kg_loads_nothing_heavy() -> None:
    assert not loaded_after("import kg")


def test_help_loads_nothing_heavy() -> None:
    quietly = "import contextlib, io\nfrom kg.cli import app\nwith contextlib.redirect_stdout(io.StringIO()): "
    run = quietly + "app(['--help'], standalone_mode=False)"
    assert not loaded_after(run)


@pytest.mark.parametrize("name", kg.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(kg, name) is not None


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        kg.nothing  # noqa: B018


def test_the_layers_hold() -> None:
    assert lint_imports(no_logo=True) == 0


def test_no_public_name_hides_behind_a_subpackage() -> None:
    script = (
        "import kg; kg.build; import kg.pipeline; print(callable(kg.build), callable(kg.read), callable(kg.KnowledgeGraph))"
    )
    printed = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout
    assert printed.split() == ["True", "True", "True"]
