"""kg serve: the SPARQL 1.1 Protocol, asked by a real client and by hand."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

import pytest
import rdflib

from kg.errors import ConfigError, GraphError
from kg.graph import build_graph
from kg.serve import Server
from kg.serve.formats import ROWS, choose
from kg.sparql import Limits
from tests import make, required

NAMES = "SELECT ?name { ?p a schema:Person ; rdfs:label ?name } ORDER BY ?name"
TRIPLES = "PREFIX x: <urn:x#> # names\nCONSTRUCT { ?p x:called ?name } WHERE { ?p a schema:Person ; rdfs:label ?name }"
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("served") / "graph.ttl"
    build_graph(make.summit()).write(path)
    return path


@pytest.fixture(scope="module")
def url(file: Path) -> Iterator[str]:
    with Server(file, limits=Limits(seconds=2, rows=20)) as server, server.running() as address:
        yield address


def ask(url: str, data: bytes | None = None, method: str | None = None, **headers: str) -> tuple[int, str, bytes]:
    """Status, content type and body of an answer; underscores in the names of headers stand for hyphens."""
    fields = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        with urlopen(Request(url, data, fields, method=method), timeout=30) as answer:
            return answer.status, answer.headers.get_content_type(), answer.read()
    except HTTPError as error:
        return error.code, error.headers.get_content_type(), error.read()


def question(url: str, query: str, **more: str) -> str:
    return f"{url}?{urlencode({'query': query, **more})}"


def names_in(body: bytes) -> list[str]:
    return [row["name"]["value"] for row in json.loads(body)["results"]["bindings"]]


# ---- questions ---------------------------------------------------------------------------------------------------


def test_get_and_both_ways_to_post_have_the_same_answer(url: str) -> None:
    form = ask(url, urlencode({"query": NAMES}).encode())
    direct = ask(url, NAMES.encode(), Content_Type="application/sparql-query")
    assert ask(question(url, NAMES)) == form == direct
    assert names_in(form[2]) == ["Kim Jong-un", "Vladimir Putin"]


@pytest.mark.parametrize(
    ("accept", "kind", "start"),
    [
        ("*/*", "application/sparql-results+json", b"{"),
        ("application/sparql-results+xml", "application/sparql-results+xml", b"<?xml"),
        ("text/csv", "text/csv", b"name\r\nKim Jong-un\r\n"),
        ("text/tab-separated-values", "text/tab-separated-values", b'?name\n"Kim Jong-un"\n'),
        ("text/csv;q=0.5, application/xml;q=0.9", "application/sparql-results+xml", b"<?xml"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html", b"<!doctype html>"),
    ],
)
def test_rows_come_in_the_format_that_is_wanted(url: str, accept: str, kind: str, start: bytes) -> None:
    status, content_type, body = ask(question(url, NAMES), Accept=accept)
    assert (status, content_type) == (200, kind)
    assert body.startswith(start)


@pytest.mark.parametrize(
    ("accept", "parser"),
    [
        ("text/turtle", "turtle"),
        ("application/n-triples", "nt"),
        ("application/ld+json", "json-ld"),
        ("application/rdf+xml", "xml"),
    ],
)
def test_triples_come_in_the_format_that_is_wanted(url: str, accept: str, parser: str) -> None:
    status, kind, body = ask(question(url, TRIPLES), Accept=accept)
    assert (status, kind) == (200, accept)
    names = rdflib.Graph().parse(data=body, format=parser).objects(None, rdflib.URIRef("urn:x#called"))
    assert sorted(map(str, names)) == ["Kim Jong-un", "Vladimir Putin"]


def test_ask_is_true_or_false(url: str) -> None:
    assert json.loads(ask(question(url, "ASK { ?x a sem:Event }"))[2])["boolean"] is True
    assert b"<boolean>false</boolean>" in ask(question(url, "ASK { <urn:x> ?p ?o }"), Accept="application/xml")[2]


def test_head_has_no_body(url: str) -> None:
    assert ask(question(url, NAMES), method="HEAD") == (200, "application/sparql-results+json", b"")


def test_the_start_page_asks_an_example(url: str) -> None:
    status, kind, body = ask(url.removesuffix("/sparql") + "/?example=former-positions")
    assert (status, kind) == (200, "text/html")
    assert b"<textarea" in body and b"former" in body and b"graph.ttl" in body


def test_what_is_on_a_page_is_no_markup(url: str) -> None:
    body = ask(question(url, 'SELECT ("<script>" AS ?x) {}'), Accept="text/html")[2]
    assert b"&lt;script&gt;" in body and b"<script>" not in body


def test_sparqlwrapper_asks_it(url: str) -> None:
    client = required.module("SPARQLWrapper")
    wrapper = client.SPARQLWrapper(url)
    for method in (client.GET, client.POST):
        wrapper.setMethod(method)
        wrapper.setQuery(NAMES)
        wrapper.setReturnFormat(client.JSON)
        rows = wrapper.queryAndConvert()["results"]["bindings"]
        assert [row["name"]["value"] for row in rows] == ["Kim Jong-un", "Vladimir Putin"]
        wrapper.setReturnFormat(client.XML)
        assert len(wrapper.queryAndConvert().getElementsByTagName("result")) == 2
        wrapper.setReturnFormat(client.TURTLE)
        wrapper.setQuery(TRIPLES)
        assert wrapper.queryAndConvert().count(b"<urn:x#called>") == 2
    wrapper.setRequestMethod(client.POSTDIRECTLY)
    wrapper.setMethod(client.POST)
    wrapper.setQuery("ASK {}")
    wrapper.setReturnFormat(client.JSON)
    assert wrapper.queryAndConvert()["boolean"] is True


# ---- what is refused ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "status", "reason"),
    [
        ("SELECT ?x\nWHERE { ?x foo:bar ?y }", 400, "line 2, column"),
        ("DROP ALL", 400, "updates are refused"),
        ("SELECT * { SERVICE <urn:x> { ?s ?p ?o } }", 400, "asks no other machine"),
        ("SELECT * { ?s ?p ?o }", 400, "more than 20 rows"),
        ("", 400, "line 1"),
    ],
)
def test_a_wrong_query_is_told_what_is_wrong(url: str, query: str, status: int, reason: str) -> None:
    found, kind, body = ask(question(url, query))
    assert (found, kind) == (status, "text/plain")
    assert reason in body.decode()


def test_a_query_that_runs_away_is_stopped_and_the_next_one_answered(url: str) -> None:
    status, _, body = ask(question(url, RUNAWAY))
    assert (status, "stopped after 2 s" in body.decode()) == (503, True)
    assert ask(question(url, NAMES))[0] == 200


def test_updates_are_refused(url: str) -> None:
    assert ask(url, b"update=DROP+ALL")[0] == 403
    assert ask(url, b"DROP ALL", Content_Type="application/sparql-update")[0] == 403


def test_one_query_is_needed(url: str) -> None:
    assert ask(url)[0] == 400
    assert ask(f"{question(url, NAMES)}&query=ASK")[0] == 400
    assert ask(f"{question(url, NAMES)}&default-graph-uri=urn:x")[0] == 400
    assert ask(f"{url}?query=%ff")[0] == 400


def test_another_path_or_method_is_refused(url: str) -> None:
    root = url.removesuffix("/sparql")
    assert ask(f"{root}/other")[0] == 404
    assert ask(f"{root}/", b"x=y")[0] == 405
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS"):
        assert ask(question(url, NAMES), method=method)[0] == 405


def test_no_format_that_the_client_takes(url: str) -> None:
    assert ask(question(url, NAMES), Accept="image/png")[0] == 406
    assert ask(question(url, TRIPLES), Accept="text/csv")[0] == 406
    assert ask(question(url, NAMES), Accept="text/turtle, */*;q=0")[0] == 406


def test_a_body_must_be_a_question_of_some_length(url: str) -> None:
    assert ask(url, b"<x/>", Content_Type="text/xml")[0] == 415
    assert ask(url, b"\xff", Content_Type="application/sparql-query")[0] == 400
    assert ask(url, b" " * (2**20 + 1), Content_Type="application/sparql-query")[0] == 413
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=30)
    connection.putrequest("POST", "/sparql")
    connection.endheaders()
    assert connection.getresponse().status == 411
    connection.close()


def test_a_page_of_another_host_gets_nothing(url: str) -> None:
    assert ask(question(url, NAMES), Host="evil.example")[0] == 421
    assert ask(question(url, NAMES), Host="localhost:1234")[0] == 200


def test_a_connection_serves_several_questions(url: str) -> None:
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=30)
    for _ in range(2):
        connection.request("GET", question("/sparql", NAMES))
        assert names_in(connection.getresponse().read()) == ["Kim Jong-un", "Vladimir Putin"]
    connection.close()


# ---- the server --------------------------------------------------------------------------------------------------


def test_a_question_waits_for_a_process_and_no_longer_than_it_may(file: Path) -> None:
    with Server(file, limits=Limits(seconds=1)) as server:
        server._free.get()
        assert server.ask("ASK {}") is None


def test_a_file_that_is_none_is_refused_before_anybody_asks(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"none\.ttl"):
        Server(tmp_path / "none.ttl")


def test_a_port_that_is_taken_is_refused(file: Path, url: str) -> None:
    with pytest.raises(ConfigError, match="port"):
        Server(file, port=urlsplit(url).port or 0)


def test_the_command_says_where_and_ends_when_told(file: Path) -> None:
    command = [sys.executable, "-m", "kg", "serve", str(file), "--port", "0", "--processes", "1"]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout and process.stderr
        address = process.stdout.readline().split(" at ")[1].split()[0]
        assert names_in(ask(question(address, NAMES))[2]) == ["Kim Jong-un", "Vladimir Putin"]
        process.send_signal(signal.SIGTERM)
        assert (process.wait(30), process.stderr.read()) == (0, "")


# ---- which format ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("accept", "wanted"),
    [
        ("", "application/sparql-results+json"),
        ("text/*", "text/csv"),
        ("text/*;q=0.1, text/html", "text/html"),
        ("TEXT/CSV; charset=utf-8", "text/csv"),
        ("*/*;q=0.1, text/csv;q=high", "application/sparql-results+json"),
        ("application/json", "application/sparql-results+json"),
        ("text/csv;q=0", None),
        ("nonsense", None),
    ],
)
def test_the_format_that_a_client_likes_best(accept: str, wanted: str | None) -> None:
    chosen = choose(accept, ROWS)
    assert (chosen and chosen.media_type) == wanted
