"""Questions asked in a process of their own, so that one that runs away can be stopped: the engine itself knows no limit."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as Late
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from kg import errors
from kg.errors import KgError, QueryStopped
from kg.export.rdf_graph import ntriples
from kg.graph import KnowledgeGraph
from kg.sparql.engine import check
from kg.sparql.table import Table, Term

_GIGABYTE = 2**30


@dataclass(frozen=True, slots=True)
class Limits:
    """What a question may take.

    Attributes:
        seconds: from asking to the answer.
        rows: of the answer.
        memory: gigabytes of the process that answers, with the graph in it (where the system can limit them).
    """

    seconds: float = 60.0
    rows: int = 1_000_000
    memory: float = 8.0


class Asker:
    """A process that has loaded a graph and answers questions about it, one at a time.

    A question that takes longer than it may ends the process; the next one starts another.

    Raises:
        GraphError: the file cannot be read (with the first question).
        UnknownFormat: its suffix is not known (likewise).
    """

    def __init__(self, source: KnowledgeGraph | str | Path, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._path = None if isinstance(source, KnowledgeGraph) else str(source)
        self._content = ntriples(source) if isinstance(source, KnowledgeGraph) else b""
        self._process: subprocess.Popen[bytes] | None = None
        self._reader = ThreadPoolExecutor(1)

    def ask(self, sparql: str) -> Table:
        """The answer to a query.

        Raises:
            QueryError: the query is wrong, would change something, or asks another machine.
            QueryStopped: it takes longer or more than it may.
        """
        check(sparql)
        process = self._started()
        self._send(process, json.dumps(sparql).encode() + b"\n")
        reply = self._receive(process, self.limits.seconds)
        terms = [tuple(None if term is None else Term(*term) for term in row) for row in reply["terms"]]
        return Table(tuple(reply["columns"]), tuple(terms), reply["truth"])

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None
        self._reader.shutdown()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        command = [sys.executable, "-m", "kg.sparql.worker"]
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
        )
        self._process = process
        memory = int(self.limits.memory * _GIGABYTE)
        order = {"path": self._path, "size": len(self._content), "rows": self.limits.rows, "memory": memory}
        self._send(process, json.dumps(order).encode() + b"\n" + self._content)
        self._receive(process, None)
        return process

    def _send(self, process: subprocess.Popen[bytes], message: bytes) -> None:
        assert process.stdin is not None
        with suppress(BrokenPipeError):  # it has ended: so will say what it has to say, or its silence
            process.stdin.write(message)
            process.stdin.flush()

    def _receive(self, process: subprocess.Popen[bytes], seconds: float | None) -> dict[str, Any]:
        assert process.stdout is not None
        try:
            line = self._reader.submit(process.stdout.readline).result(seconds)
        except Late as error:
            self._end(process)
            raise QueryStopped(f"the query was stopped after {seconds:g} s: ask for less, or allow more time") from error
        if not line:
            self._end(process)
            raise QueryStopped(f"the query ended its process: it may need more than {self.limits.memory:g} GB of memory")
        reply: dict[str, Any] = json.loads(line)
        if "error" in reply:
            kind: type[KgError] = getattr(errors, reply["error"])
            raise kind(reply["message"])
        return reply

    def _end(self, process: subprocess.Popen[bytes]) -> None:
        process.kill()
        process.wait()
        self._process = None
