"""The word lists of ``lists.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

_LISTS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("lists.toml").read_text(encoding="utf-8"))


def words(name: str) -> frozenset[str]:
    """A list of words."""
    return frozenset(_LISTS["words"][name].split())


def mapping(name: str) -> dict[str, str]:
    """A table from names to kinds."""
    return dict(_LISTS[name])


def sequence(section: str, name: str) -> tuple[str, ...]:
    """A list in which the order or the space inside matters."""
    return tuple(_LISTS[section][name])
