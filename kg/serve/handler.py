"""The SPARQL 1.1 Protocol over HTTP: what is asked, what is refused and with which status.

======  ==============================================================================
400     no query or several, a query that is wrong (with its place), another data set
403     an update
404     another path
405     another method
406     no format that the client takes
411     a body without its length
413     a body that is too long
415     a body that is neither a form nor a query
421     another host's name, which a page in a browser may use to get at a local graph
503     a query that took too long or too much, or no process was free for it
======  ==============================================================================
"""

from __future__ import annotations

import re
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs, urlsplit

from kg import __version__
from kg.errors import QueryError, QueryStopped
from kg.serve.formats import ROWS, TRIPLES, TRUTHS, Format, choose
from kg.serve.page import start_page

if TYPE_CHECKING:
    from kg.serve.server import Server

ENDPOINT: Final = "/sparql"
_FORM: Final = "application/x-www-form-urlencoded"
_QUERY: Final = "application/sparql-query"
_UPDATE: Final = "application/sparql-update"
_LONGEST: Final = 2**20
"""Bytes that a body may have."""
_SWALLOWED: Final = 2**24
"""Bytes of a body refused that are read all the same: a client that is still writing hears no refusal."""
_NO_UPDATES: Final = "updates are refused: this endpoint answers questions only"
_LOCAL: Final = frozenset({"localhost", "127.0.0.1", "::1"})
_FIRST_WORD: Final = re.compile(r"(?:\s|\#[^\n]*|BASE\s*<[^>]*>|PREFIX\s*[^\s:]*:\s*<[^>]*>)*+(\w*)", re.IGNORECASE)
"""What stands before the form of a query, and the form."""


class _Refusal(Exception):
    """A request that gets no answer: its status and why."""

    def __init__(self, status: HTTPStatus, reason: str, **headers: str) -> None:
        super().__init__(reason)
        self.status, self.reason, self.headers = status, reason, headers


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version, sys_version = f"kg/{__version__}", ""
    error_content_type, error_message_format = "text/plain; charset=utf-8", "%(message)s\n"
    timeout = 60  # seconds without a word from the client

    def do_GET(self) -> None:
        """Answer a question in the address, or show the page to ask from."""
        self._respond(self._get)

    def do_POST(self) -> None:
        """Answer a question in the body."""
        self._respond(self._post)

    def _other(self) -> None:
        self._respond(self._refuse_method)

    do_HEAD = do_GET  # noqa: N815
    do_PUT = do_DELETE = do_PATCH = do_OPTIONS = _other  # noqa: N815

    # ---- what is asked -------------------------------------------------------------------------------------------

    def _get(self) -> tuple[str, bytes]:
        path, fields = self._address()
        if path == "/":
            example = fields.get("example", [""])[0]
            return "text/html; charset=utf-8", start_page(self.server.file.name, self.server.address, ENDPOINT, example)
        return self._answer(fields)

    def _post(self) -> tuple[str, bytes]:
        path, fields = self._address()
        if path == "/":
            self._refuse_method()
        body = self._body()
        kind = self.headers.get_content_type()
        if kind == _UPDATE:
            raise _Refusal(HTTPStatus.FORBIDDEN, _NO_UPDATES)
        try:
            if kind == _QUERY:
                return self._answer({**fields, "query": [*fields.get("query", ()), body.decode()]})
            if kind == _FORM:
                return self._answer(_parse(body.decode(), fields))
        except UnicodeDecodeError as error:
            raise _Refusal(HTTPStatus.BAD_REQUEST, "the body is not UTF-8") from error
        raise _Refusal(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"the body is neither {_QUERY} nor {_FORM}")

    def _refuse_method(self) -> tuple[str, bytes]:
        path, _ = self._address()
        allowed = "GET, HEAD" if path == "/" else "GET, HEAD, POST"
        raise _Refusal(HTTPStatus.METHOD_NOT_ALLOWED, f"{self.command} is not for {path}: {allowed} are", Allow=allowed)

    def _address(self) -> tuple[str, dict[str, list[str]]]:
        """Path and fields of the address."""
        try:
            host = urlsplit(f"//{self.headers.get('Host', '')}").hostname
            url = urlsplit(self.path)
        except ValueError as error:
            raise _Refusal(HTTPStatus.BAD_REQUEST, f"the address is wrong: {error}") from error
        if self.server.is_local and host not in {*_LOCAL, str(self.server.server_address[0])}:
            raise _Refusal(HTTPStatus.MISDIRECTED_REQUEST, f"this is not {host}")
        if url.path not in {"/", ENDPOINT}:
            raise _Refusal(HTTPStatus.NOT_FOUND, f"nothing at {url.path}: questions go to {ENDPOINT}")
        return url.path, _parse(url.query, {})

    def _body(self) -> bytes:
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal():
            raise _Refusal(HTTPStatus.LENGTH_REQUIRED, "the request does not say how long its body is")
        if int(length) > _LONGEST:
            self.rfile.read(min(int(length), _SWALLOWED))
            raise _Refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"the body is longer than {_LONGEST:,} bytes")
        return self.rfile.read(int(length))

    # ---- what is answered ----------------------------------------------------------------------------------------

    def _answer(self, fields: dict[str, list[str]]) -> tuple[str, bytes]:
        """The answer to the query among the fields, and its type."""
        if "update" in fields:
            raise _Refusal(HTTPStatus.FORBIDDEN, _NO_UPDATES)
        if fields.keys() & {"default-graph-uri", "named-graph-uri"}:
            raise _Refusal(HTTPStatus.BAD_REQUEST, "there is one data set here: say FROM in the query, or ask without")
        if len(queries := fields.get("query", [])) != 1:
            raise _Refusal(HTTPStatus.BAD_REQUEST, "one field “query” is needed" if not queries else "more than one query")
        form = self._choose(queries[0])
        try:
            table = self.server.ask(queries[0])
        except QueryStopped as error:
            raise _Refusal(HTTPStatus.SERVICE_UNAVAILABLE, str(error)) from error
        except QueryError as error:
            raise _Refusal(HTTPStatus.BAD_REQUEST, str(error)) from error
        if table is None:
            raise _Refusal(HTTPStatus.SERVICE_UNAVAILABLE, "other questions are being answered: ask again later")
        return form.content_type, form.write(table)

    def _choose(self, query: str) -> Format:
        """The format for the answer to a query."""
        word = (match := _FIRST_WORD.match(query)) and match[1].upper()
        formats = TRIPLES if word in {"CONSTRUCT", "DESCRIBE"} else TRUTHS if word == "ASK" else ROWS
        form = choose(",".join(self.headers.get_all("Accept", ())), formats)
        if form is None:
            names = ", ".join(known.media_type for known in formats)
            raise _Refusal(HTTPStatus.NOT_ACCEPTABLE, f"the answer can be had as {names}")
        return form

    def _respond(self, act: Callable[[], tuple[str, bytes]]) -> None:
        """Send what an action gives, or why it gives nothing."""
        try:
            kind, content = act()
        except _Refusal as refusal:
            self.close_connection = True  # there may be more of the request
            self._send(refusal.status, "text/plain; charset=utf-8", f"{refusal.reason}\n".encode(), refusal.headers)
        else:
            self._send(HTTPStatus.OK, kind, content, {"Vary": "Accept"})

    def _send(self, status: HTTPStatus, kind: str, content: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        fixed = {
            "Content-Type": kind,
            "Content-Length": str(len(content)),
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
        }
        closing = {"Connection": "close"} if self.close_connection else {}
        for name, value in {**fixed, **headers, **closing}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the base class has it
        """Say nothing: what is asked is nobody else's business."""


def _parse(text: str, others: dict[str, list[str]]) -> dict[str, list[str]]:
    """The fields of a form or address, beside others."""
    try:
        found = parse_qs(text, keep_blank_values=True, errors="strict", max_num_fields=100)
    except ValueError as error:  # not UTF-8, or too many
        raise _Refusal(HTTPStatus.BAD_REQUEST, f"the fields cannot be read: {error}") from error
    return {name: [*others.get(name, ()), *found.get(name, ())] for name in {**others, **found}}
