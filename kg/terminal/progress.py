"""Progress of long work, for people only."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from kg.errors import ArticleError
from kg.ingest import DuplicateArticleError
from kg.model import Article
from kg.terminal.console import count_of


class Reporter:
    """Counts what was read and left out, and shows it while it goes on, if somebody looks."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.read = 0
        self.left_out = 0
        self.repeated = 0
        self._progress: Progress | None = None

    @contextmanager
    def running(self) -> Iterator[Reporter]:
        """Show progress inside the block."""
        columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
        with Progress(*columns, console=self.console, transient=True, disable=not self.console.is_terminal) as progress:
            self._progress = progress
            progress.add_task("loading the language model")
            yield self
            self._progress = None

    def __call__(self, result: Article | ArticleError) -> None:
        """Take note of an article, or of one that was left out."""
        if isinstance(result, DuplicateArticleError):
            self.repeated += 1
            self.console.print(f"read once: {result}", markup=False, soft_wrap=True)
        elif isinstance(result, ArticleError):
            self.left_out += 1
            self.console.print(f"left out: {result}", markup=False, soft_wrap=True)
        else:
            self.read += 1
        if self._progress is not None:
            last = f": {Path(result.source).name}"
            self._progress.update(self._progress.task_ids[0], description=f"{self.count()}{last}")

    def count(self) -> str:
        """``7 articles read, 1 left out``."""
        out = f", {self.left_out} left out" if self.left_out else ""
        again = f", {self.repeated} given twice" if self.repeated else ""
        return f"{count_of(self.read, 'article')} read{out}{again}"
