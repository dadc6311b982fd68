"""How nodes look in a notebook: readable, and nothing of the text becomes markup."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from kg.graph import KnowledgeGraph, build_graph
from kg.graph.cards import card
from kg.model import Resolution
from tests import make
from tests.graph.worlds import meetings
from tests.strategies import resolutions

TAGS = {"div", "b", "span", "table", "tr", "th", "td", "a", "mark", "blockquote"}


class Reader(HTMLParser):
    """The tags and the words of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: list[str] = []
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.addresses += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.words += data + " "


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return meetings()


def words_of(graph: KnowledgeGraph, node: str) -> str:
    return Reader(graph[node]._repr_html_()).words


def test_an_event_shows_who_where_when_and_the_sentence(graph: KnowledgeGraph) -> None:
    shown = words_of(graph, "event/first")
    for words in ("Ann · Bob", "Paris", "2023-05-03", "May talks", "Ann  met  Bob in Paris on 3 May 2023."):
        assert words in shown
    assert "<mark>met</mark>" in graph["event/first"]._repr_html_()
    assert "certain" not in shown
    assert "planned" in words_of(graph, "event/plan")


def test_an_entity_shows_names_and_what_it_is() -> None:
    shown = Reader(meetings()["place/paris"]._repr_html_())
    assert "Paris" in shown.words
    assert "(capital, FR)" in shown.words
    assert shown.addresses == ["https://sws.geonames.org/2988507/"]
    assert "Mr. Putin · Putin" in words_of(build_graph(make.summit()), "person/vladimir-putin")


def test_an_article_and_a_relation_show_themselves(graph: KnowledgeGraph) -> None:
    assert "2023-05-06 · Example Wire" in words_of(graph, "article/wire")
    [relation] = graph.relations()
    assert "Cid holds position head Acme" in Reader(relation._repr_html_()).words


@given(resolution=resolutions())
@settings(max_examples=40)
def test_no_text_becomes_markup(resolution: Resolution) -> None:
    graph = build_graph(resolution)
    for thing in (*graph, *graph.relations()):
        shown = Reader(card(thing))
        assert shown.tags <= TAGS
        assert all(address.startswith(("https://", "http://")) for address in shown.addresses)
