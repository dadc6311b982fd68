"""Files and folders that are there whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Container, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from kg.errors import OutputError


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A stream whose content takes the place of the file when the block ends; when it fails, the old file stays as it was.

    Raises:
        OutputError: the file cannot be written.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as stream:
            yield stream
        temporary.replace(path)
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror or error}") from error
    finally:
        with suppress(OSError):  # after a success it is not there any more
            temporary.unlink()


@contextmanager
def replacing_folder(path: Path, names: Container[str]) -> Iterator[Path]:
    """An empty folder that takes the place of the old one when the block ends; when it fails, the old one stays as it was.

    Args:
        path: where the folder will be.
        names: the files that belong into it; a folder with others in it is somebody's own, and is not replaced.

    Raises:
        OutputError: the folder cannot be written, or has other files in it.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    retired = path.with_name(f".{path.name}.{os.getpid()}.old")
    try:
        _check_own(path, names)
        temporary.mkdir()
        yield temporary
        if path.exists():
            path.rename(retired)
        temporary.rename(path)
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror or error}") from error
    finally:
        if retired.exists() and not path.exists():
            retired.rename(path)
        for rest in (temporary, retired):
            shutil.rmtree(rest, ignore_errors=True)


def _check_own(path: Path, names: Container[str]) -> None:
    others = [] if not path.exists() else sorted(entry.name for entry in path.iterdir() if entry.name not in names)
    if others:
        raise OutputError(f"{path}: this folder is not replaced, for {others[0]} in it is not kg's")
