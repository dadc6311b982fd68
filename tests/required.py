"""Programs and libraries that a test needs and a machine may lack.

Where one is lacking, the test is skipped with the reason, or fails if KG_REQUIRE_ALL is set.
"""

from __future__ import annotations

import importlib
import os
import shutil
import subprocess
from functools import cache
from types import ModuleType
from typing import Never

import pytest

SYSTEM_PYTHON = "/usr/bin/python3"  # what Debian's python3-… packages are for


def module(name: str) -> ModuleType:
    """The Python module."""
    try:
        return importlib.import_module(name)
    except ImportError:
        return _lacking(f"the Python module {name}")


def command(name: str) -> str:
    """The path of the program."""
    return shutil.which(name) or _lacking(f"the program {name}")


def node_with(package: str) -> str:
    """The path of Node.js, which finds this package."""
    node = command("node")
    return node if _runs(node, "-e", f"require.resolve('{package}')") else _lacking(f"the npm package {package}")


def system_python_with(name: str) -> str:
    """The path of the system's Python, which has this module."""
    return SYSTEM_PYTHON if _runs(SYSTEM_PYTHON, "-c", f"import {name}") else _lacking(f"{name} for {SYSTEM_PYTHON}")


@cache
def _runs(*words: str) -> bool:
    try:
        return subprocess.run(words, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _lacking(what: str) -> Never:
    if os.environ.get("KG_REQUIRE_ALL"):
        pytest.fail(f"{what} is not installed, and KG_REQUIRE_ALL is set")
    pytest.skip(f"{what} is not installed")
