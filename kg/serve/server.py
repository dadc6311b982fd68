"""The server: a thread a connection, and a few processes that answer, each with the graph in its memory."""

from __future__ import annotations

import socket
import sys
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from queue import Empty, SimpleQueue
from socketserver import TCPServer
from typing import TYPE_CHECKING

from kg.errors import ConfigError
from kg.serve.handler import ENDPOINT, Handler
from kg.sparql import Asker, Limits, Table

if TYPE_CHECKING:
    from collections.abc import Iterator


class Server(ThreadingHTTPServer):
    """An endpoint for one graph; a context manager that ends its processes.

    Raises:
        ConfigError: nothing can listen at this address.
        GraphError: the file cannot be read.
        UnknownFormat: its suffix is not known.
    """

    daemon_threads = True

    def __init__(
        self, file: Path, host: str = "127.0.0.1", port: int = 0, limits: Limits | None = None, processes: int = 1
    ) -> None:
        """Listen, and load the graph.

        Args:
            file: a graph that kg wrote, or any RDF file.
            host: address to listen at.
            port: likewise; 0 for any that is free.
            limits: what a question may take.
            processes: how many questions are answered at a time.
        """
        self.file, self.limits = file, limits or Limits()
        self._askers: list[Asker] = []
        self._free: SimpleQueue[Asker] = SimpleQueue()
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        try:
            super().__init__((host, port), Handler)
        except (OSError, OverflowError) as error:
            raise ConfigError(f"{host}, port {port}: {getattr(error, 'strerror', None) or error}") from error
        self._askers += [Asker(file, self.limits) for _ in range(processes)]
        try:
            for asker in self._askers:
                asker.ask("ASK {}")  # so that a file that cannot be read is refused now
                self._free.put(asker)
        except BaseException:
            self.server_close()
            raise

    def server_bind(self) -> None:
        """Take the address, without asking a name server what this machine is called."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    @property
    def address(self) -> str:
        """Host and port, as they stand in an address."""
        host, port = self.server_address[:2]
        return f"[{host!s}]:{port}" if self.address_family == socket.AF_INET6 else f"{host!s}:{port}"

    @property
    def url(self) -> str:
        """Where questions go."""
        return f"http://{self.address}{ENDPOINT}"

    @property
    def is_local(self) -> bool:
        """Whether only this machine can ask."""
        return ip_address(str(self.server_address[0]).partition("%")[0]).is_loopback

    def ask(self, sparql: str) -> Table | None:
        """The answer to a query; None where none of the processes becomes free in the time that a question may take.

        Raises:
            QueryError: the query is wrong, or was stopped.
        """
        try:
            asker = self._free.get(timeout=self.limits.seconds)
        except Empty:
            return None
        try:
            return asker.ask(sparql)
        finally:
            self._free.put(asker)

    @contextmanager
    def running(self) -> Iterator[str]:
        """Answer in a thread while the context lasts; gives the address."""
        from threading import Thread

        thread = Thread(target=self.serve_forever, daemon=True)
        thread.start()
        try:
            yield self.url
        finally:
            self.shutdown()
            thread.join()

    def server_close(self) -> None:
        """Stop listening and end the processes."""
        super().server_close()
        for asker in self._askers:
            asker.close()

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of clients that went away."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]
