"""What a user names -> the files to read: directories, patterns and ``-``.

Files come sorted by name, so that the order in which they were named makes no difference.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import ArticleError
from kg.ingest.duplicates import DuplicateArticleError

STDIN = "-"
_WILDCARDS = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class Input:
    """One file, or standard input where there is no path; ``source`` is the name that is shown."""

    source: str
    path: Path | None


def find_inputs(names: Iterable[str | Path], suffixes: Sequence[str]) -> Iterator[Input | ArticleError]:
    """The files that paths, directories and patterns stand for, sorted; in place of what cannot be found, why.

    Args:
        names: as the user gave them. A file is taken whatever its name is; of directories, all the way down, and of patterns,
            only what has a known suffix. Hidden files and directories are passed over.
        suffixes: the known ones, in lower case.
    """
    found = [item for name in names for item in _expand(str(name), suffixes)]
    seen: set[str] = set()
    for item in sorted(found, key=lambda item: item.source):
        if isinstance(item, ArticleError):
            yield item
            continue
        place = os.path.realpath(item.path) if item.path else STDIN
        yield DuplicateArticleError(item.source, "is given twice: read once") if place in seen else item
        seen.add(place)


def _expand(name: str, suffixes: Sequence[str]) -> Iterator[Input | ArticleError]:
    if name == STDIN:
        yield Input("stdin", None)
        return
    try:
        yield from _expand_path(name, suffixes)
    except (OSError, ValueError) as error:  # the name itself: too long, or with a NUL
        yield ArticleError(name, getattr(error, "strerror", None) or str(error))


def _expand_path(name: str, suffixes: Sequence[str]) -> Iterator[Input | ArticleError]:
    path = Path(name)
    if not name or not (path.exists() or _WILDCARDS.intersection(name)):
        yield ArticleError(name, "no such file or directory")
    elif path.is_dir():
        yield from _known(name, [path], suffixes)
    elif path.exists():
        yield Input(path.as_posix(), path)
    else:
        matches = Path(path.anchor).glob(str(path.relative_to(path.anchor)))
        yield from _known(name, (match for match in matches if _is_hidden(path) or not _is_hidden(match)), suffixes)


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") and part != ".." for part in path.parts)


def _known(name: str, paths: Iterable[Path], suffixes: Sequence[str]) -> Iterator[Input | ArticleError]:
    """The articles among files and directories, or that there are none."""
    is_empty = True
    for item in (item for path in paths for item in _walk(path)):
        if isinstance(item, ArticleError) or item.suffix.lower() in suffixes:
            yield item if isinstance(item, ArticleError) else Input(item.as_posix(), item)
            is_empty = False
    if is_empty:
        yield ArticleError(name, f"no articles there (known: {', '.join('*' + suffix for suffix in suffixes)})")


def _walk(path: Path) -> Iterator[Path | ArticleError]:
    """The files of a directory and of all in it; a file is itself."""
    if not path.is_dir():
        yield path
        return
    errors: list[OSError] = []
    for directory, subdirectories, files in os.walk(path, onerror=errors.append):
        subdirectories[:] = (child for child in subdirectories if not child.startswith("."))
        yield from (Path(directory, file) for file in files if not file.startswith("."))
    yield from (ArticleError(str(error.filename), error.strerror or str(error)) for error in errors)
