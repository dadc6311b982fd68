"""The stand-off file: its keys in their order, its offsets, and what resolution adds."""

from __future__ import annotations

import json
from typing import Any

from kg.model import Extraction, Span
from kg.resolve import resolve
from kg.standoff import standoff_lines, to_json
from tests.reports import report

KEYS = {
    "article": ["id", "source", "url", "title", "title_span", "published", "publisher", "language", "text"],
    "mentions": ["id", "start", "end", "text", "type", "kind", "entity", "score"],
    "times": ["id", "start", "end", "text", "type", "value", "score"],
    "entities": ["id", "type", "name", "mentions"],
    "events": [
        "id", "type", "trigger", "kind", "arguments", "time", "time_relation", "place", "certainty", "polarity", "tense",
        "source", "cluster", "score",
    ],
    "relations": [],
    "statements": [],
}  # fmt: skip
"""Key -> keys of its object, or of each object in its list."""


def meeting(name: str = "a", **fields: Any) -> Extraction:
    text = "[Åsa Lee](person) 😀 [met](Meeting) [Bob](person) in [Oslo](place) on [Monday](2023-09-11)."
    return report(f"{text} [She](person Åsa Lee) left.", name=name, **fields)


def line(extraction: Extraction, *, resolved: bool = False) -> dict[str, Any]:
    """The line of an article, as read back."""
    (text,) = standoff_lines([extraction], resolve([extraction]) if resolved else None)
    read: dict[str, Any] = json.loads(text)
    return read


def test_the_keys_are_those_of_the_format_in_its_order() -> None:
    record = line(meeting())
    assert list(record) == list(KEYS)
    for key, inner in KEYS.items():
        rows = record[key] if isinstance(record[key], list) else [record[key]]
        assert all(list(row) == inner for row in rows)
        assert rows or not inner


def test_the_keys_of_triggers_and_arguments() -> None:
    (event,) = line(meeting())["events"]
    assert list(event["trigger"]) == ["start", "end", "text"]
    assert [list(argument) for argument in event["arguments"]] == [["role", "mention", "score"]] * 2


def test_every_span_holds_the_text_that_stands_there_in_code_points() -> None:
    record = line(meeting())
    text = record["article"]["text"]
    spans = [*record["mentions"], *record["times"], *(event["trigger"] for event in record["events"])]
    assert [text[s["start"] : s["end"]] for s in spans] == [s["text"] for s in spans]


def test_every_reference_has_its_target() -> None:
    record = line(meeting())
    mentions, times = ({row["id"] for row in record[key]} for key in ("mentions", "times"))
    (event,) = record["events"]
    assert {argument["mention"] for argument in event["arguments"]} | {event["place"]} <= mentions
    assert event["time"] in times
    assert {number for entity in record["entities"] for number in entity["mentions"]} == mentions
    assert {mention["entity"] for mention in record["mentions"]} == {entity["id"] for entity in record["entities"]}


def test_an_article_is_one_line_in_readable_letters() -> None:
    (text,) = standoff_lines([meeting()])
    assert text.count("\n") == 1 and text.endswith("}\n")
    assert "Åsa Lee 😀" in text


def test_articles_come_in_the_order_given() -> None:
    lines = standoff_lines([meeting("b"), meeting("a")])
    assert [json.loads(text)["article"]["id"] for text in lines] == ["b", "a"]


def test_before_resolution_nothing_is_canonical() -> None:
    record = line(meeting())
    assert not any("canonical" in row for row in (*record["entities"], *record["events"]))


def test_after_resolution_entities_and_events_name_their_nodes() -> None:
    extraction = meeting()
    resolution = resolve([extraction])
    record = to_json(extraction, resolution)
    assert {entity["canonical"] for entity in record["entities"]} == {entity.id for entity in resolution.entities}
    assert [event["canonical"] for event in record["events"]] == [event.id for event in resolution.events]
    assert list(record["entities"][0])[-1] == list(record["events"][0])[-1] == "canonical"


def test_what_became_no_node_has_no_canonical_id() -> None:
    record = line(report("They [met](Meeting). [he](person) left."), resolved=True)
    assert [row["canonical"] for row in (*record["entities"], *record["events"])] == [None, None]


def test_the_span_of_a_title_is_a_pair() -> None:
    assert line(meeting(title="Åsa", title_span=Span(0, 3)))["article"]["title_span"] == [0, 3]
    assert line(meeting())["article"]["title_span"] is None
