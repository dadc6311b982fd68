"""The settings of a run: defaults, overlaid by a TOML file. Passed along, never global."""

from __future__ import annotations

import tomllib
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from kg.errors import ConfigError
from kg.ids import DEFAULT_BASE, hash_text, short_hash


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """All settings.

    Attributes:
        base: base IRI of the graph's nodes; ends in ``/`` or ``#``.
        model: path or installed name of another spaCy pipeline; empty for the one that ships with kg.
        any_language: analyse articles that do not look English, too.
        strict: stop at the first article that cannot be read.
        jobs: processes that extraction is spread over.
        text: whether exports carry the sentences (off for material that may not be passed on).
        authority: path of the user's own table of names (CSV); empty for none.
        corrections: path of the user's decisions about names (TOML); empty for none.
        ontology: folder of the user's own event types (TOML); empty for none.
    """

    base: str = DEFAULT_BASE
    model: str = ""
    any_language: bool = False
    strict: bool = False
    jobs: int = 1
    text: bool = True
    authority: str = ""
    corrections: str = ""
    ontology: str = ""

    def __post_init__(self) -> None:
        if not self.base.endswith(("/", "#")) or any(c in self.base for c in ' <>"{}|\\^`') or ":" not in self.base:
            raise ConfigError(f"base: {self.base!r} is not an absolute IRI that ends in '/' or '#'")
        if self.jobs < 1:
            raise ConfigError(f"jobs: {self.jobs} is not a number of processes (1 or more)")

    def hash(self) -> str:
        """Eight digits that name the settings on which the content of the outputs depends: of files, what they say.

        Raises:
            ConfigError: such a file cannot be read.
        """
        values = {key: value for key, value in asdict(self).items() if key not in {"jobs", "strict"}}
        values |= {key: _content(values[key]) for key in _FILES}
        return short_hash(*(f"{k}={v}" for k, v in sorted(values.items()) if v != "" or k not in _FILES))


_FILES = ("authority", "corrections", "ontology")
"""Settings that name a file, or a folder of them."""


def _content(path: str) -> str:
    try:
        found = sorted(Path(path).glob("*.toml")) if path and Path(path).is_dir() else [Path(path)]
        return hash_text("\n".join(file.read_text(encoding="utf-8") for file in found)) if path else ""
    except (OSError, ValueError) as error:
        raise ConfigError(f"{path}: {error}") from error


def load_config(path: Path) -> Config:
    """The settings of a TOML file over the defaults.

    Raises:
        ConfigError: the file cannot be read, or has an unknown key or a value of another type.
    """
    try:
        values: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigError(f"{path}: {error}") from error
    known = {field.name: type(field.default) for field in fields(Config)}
    for key, value in values.items():
        if key not in known:
            raise ConfigError(f"{path}: unknown key {key!r} (known: {', '.join(sorted(known))})")
        if type(value) is not known[key]:
            raise ConfigError(f"{path}: {key} must be of type {known[key].__name__}, not {type(value).__name__}")
    try:
        return Config(**values)
    except ConfigError as error:
        raise ConfigError(f"{path}: {error}") from error
