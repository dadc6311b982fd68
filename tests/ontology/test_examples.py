"""Every event type's own examples, read by the pipeline that ships."""

from __future__ import annotations

import pytest

from kg.extract import extract_article, load_nlp
from kg.model import EventMention
from kg.ontology import EventType, Example, load_ontology
from tests import make

CASES = [
    pytest.param(
        event,
        example,
        id=f"{event.name}: {example.text}",
    )
    for event in load_ontology().events.values()
    for example in event.examples
]


@pytest.mark.model
@pytest.mark.parametrize(("type_", "example"), CASES)
def test_example(type_: EventType, example: Example) -> None:
    article = make.article(example.text, published="2020-01-15")
    extraction = extract_article(article, load_nlp())
    found = [event for event in extraction.events if event.type == type_.name]
    assert bool(found) is example.event
    if not example.event:
        return
    names = {
        mention.id: chain.name for chain in extraction.chains for mention in extraction.mentions if mention.entity == chain.id
    }
    said = {role: {names[number] for number in _fillers(found, role)} for role in example.arguments}
    assert said == {role: set(filled) for role, filled in example.arguments.items()}


def _fillers(events: list[EventMention], role: str) -> list[str]:
    """The mentions in a role of any of the events; the place is the role ``place``."""
    arguments = [argument.mention for event in events for argument in event.arguments if argument.role == role]
    return arguments + [event.place for event in events if role == "place" and event.place is not None]
