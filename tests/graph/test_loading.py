"""What a program pays for that only wants the graph."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [("kg.graph", {"rdflib", "pyoxigraph", "spacy"}), ("kg.export", {"rdflib", "spacy"}), ("kg.sparql", {"rdflib", "spacy"})],
)
def test_loading_a_module_loads_no_more_than_it_needs(module: str, unwanted: set[str]) -> None:
    program = f"import sys, {module}; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True).stdout.split()
    assert not unwanted & set(loaded)
