"""Laws of resolution: order, repetition, evidence, and who went where."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Block, Entity, Event, Evidence, Extraction, Participation, Resolution
from kg.resolve import resolve
from tests.marked import unmark
from tests.reports import report

_PEOPLE = [
    "[Ann Lee](person)",
    "[A. Lee](person)",
    "[Lee](person)",
    "[Bob Lee](person)",
    "[Bob Ray](person)",
    "[Ann Lee](place)",
    "[Acme](organization)",
]
_PLACES = [
    "",
    " in [Oslo](place)",
    " at [Northgate Palace](facility)",
    " at [Northgate Airport](facility)",
    " in [Acme](place)",
]
_DATES = ["", " on [Monday](2023-09-11)", " in [September](2023-09)", " on [Friday](2023-09-15)"]
_TRIGGERS = ["[met](Meeting)", "[met](Meeting v0)", "[did not meet](Meeting negative)", "[will meet](Meeting planned)"]

sentences = st.builds(
    "{} {} {}{}{}.".format,
    st.sampled_from(_PEOPLE),
    st.sampled_from(_TRIGGERS),
    st.sampled_from(_PEOPLE),
    st.sampled_from(_PLACES),
    st.sampled_from(_DATES),
)
texts = st.lists(sentences, min_size=1, max_size=3).map(" ".join)


def _plain(said: tuple[str, str | None]) -> str:
    return unmark(said[0])[0]


@st.composite
def extractions(draw: st.DrawFn, *, distinct: bool = False) -> list[Extraction]:
    """A handful of articles, some perhaps of equal text unless they are to be distinct."""
    days = st.none() | st.sampled_from(["2023-09-14", "2023-09-20", "2023-11-01"])
    said = draw(st.lists(st.tuples(texts, days), min_size=1, max_size=5, unique_by=_plain if distinct else None))
    read: dict[str, str] = {}  # equal texts are read alike
    return [
        report(read.setdefault(_plain((text, day)), text), name=f"a{i}", published=day) for i, (text, day) in enumerate(said)
    ]


def meeting(name: str = "a", **fields: Any) -> Extraction:
    return report(
        "[Ann Lee](person) [met](Meeting) [Bob Ray](person) in [Oslo](place) on [Monday](2023-09-11).", name=name, **fields
    )


# ---- laws --------------------------------------------------------------------------------------------------------


@settings(max_examples=50)
@given(st.data())
def test_the_order_of_the_articles_changes_nothing(data: st.DataObject) -> None:
    said = data.draw(extractions())
    assert resolve(data.draw(st.permutations(said))) == resolve(said)


@settings(max_examples=50)
@given(extractions())
def test_resolving_twice_gives_the_same(said: list[Extraction]) -> None:
    assert resolve(said) == resolve(said)


@settings(max_examples=50)
@given(extractions())
def test_the_same_articles_again_add_no_source(said: list[Extraction]) -> None:
    once = resolve(said)
    again = resolve([*said, *(replace(e, article=replace(e.article, id=f"{e.article.id}-again")) for e in said)])
    assert [source.id for source in again.sources] == [source.id for source in once.sources]


@settings(max_examples=50)
@given(extractions())
def test_all_evidence_quotes_its_article_and_lies_in_its_sentence(said: list[Extraction]) -> None:
    resolution = resolve(said)
    articles = texts_of(said, resolution)
    for evidence in resolution.all_evidence():
        text = articles[evidence.article]
        assert text[evidence.start : evidence.end] == evidence.text
        assert text[evidence.sentence_start : evidence.sentence_end] == evidence.sentence
        assert evidence.sentence_start <= evidence.start < evidence.end <= evidence.sentence_end


@settings(max_examples=50)
@given(extractions())
def test_everything_has_evidence_and_a_score(said: list[Extraction]) -> None:
    resolution = resolve(said)
    parts = [part for event in resolution.events for part in event.participations]
    things: list[Entity | Event | Participation] = [*resolution.entities, *resolution.events, *parts]
    assert all(thing.evidence and 0 <= thing.score <= 1 for thing in things)
    assert all(event.time.evidence for event in resolution.events if event.time)


@settings(max_examples=50)
@given(extractions())
def test_every_chain_with_a_name_and_every_event_with_somebody_went_somewhere(said: list[Extraction]) -> None:
    resolution = resolve(said)
    ids = {entity.id for entity in resolution.entities} | {event.id for event in resolution.events}
    assert set(resolution.entity_of) == {(e.article.id, chain.id) for e in said for chain in e.chains}
    assert set(resolution.event_of) >= {(e.article.id, event.id) for e in said for event in e.events if event.arguments}
    assert {*resolution.entity_of.values(), *resolution.event_of.values()} == ids


@settings(max_examples=50)
@given(extractions(distinct=True))
def test_ids_are_unique_and_sorted(said: list[Extraction]) -> None:
    resolution = resolve(said)
    for records in (resolution.sources, resolution.entities, resolution.events):
        ids = [record.id for record in records]
        assert ids == sorted(set(ids))


@settings(max_examples=50)
@given(extractions())
def test_who_takes_part_and_where_are_entities(said: list[Extraction]) -> None:
    resolution = resolve(said)
    known = {entity.id for entity in resolution.entities}
    assert {part.entity for event in resolution.events for part in event.participations} <= known


@settings(max_examples=50)
@given(extractions())
def test_different_given_names_are_never_one_person(said: list[Extraction]) -> None:
    for entity in resolve(said).entities:
        assert not {"Ann Lee", "Bob Lee"} <= {entity.name, *entity.aliases}


def texts_of(said: list[Extraction], resolution: Resolution) -> dict[str, str]:
    """Source id -> text."""
    (hashes, by_hash) = ({s.id: s.text_sha256 for s in resolution.sources}, {})
    for extraction in said:
        (source,) = resolve([extraction]).sources
        by_hash[source.text_sha256] = extraction.article.text
    return {name: by_hash[digest] for name, digest in hashes.items()}


# ---- sources -----------------------------------------------------------------------------------------------------


def test_nothing_resolves_to_nothing() -> None:
    assert resolve([]) == Resolution((), (), (), {}, {})


def test_equal_texts_are_one_source() -> None:
    resolution = resolve([meeting("a"), meeting("b")])
    assert len(resolution.sources) == 1
    assert resolution.event_of["a", "v0"] == resolution.event_of["b", "v0"]
    assert [len(event.evidence) for event in resolution.events] == [1]


def test_a_source_has_what_any_of_its_articles_knows() -> None:
    (source,) = resolve(
        [meeting("a", publisher="Northern Wire", published=None), meeting("b", url="https://news.example/")]
    ).sources
    assert (source.publisher, source.url, source.published) == ("Northern Wire", "https://news.example/", "2023-09-14")


def test_a_source_of_several_articles_goes_by_the_first_path() -> None:
    (source,) = resolve([meeting("b"), meeting("a")]).sources
    assert source.path == "a.txt"


def test_articles_of_one_title_and_other_texts_are_two_sources() -> None:
    assert len(resolve([meeting("a", title="T"), report("[Ann Lee](person) left.", name="b", title="T")]).sources) == 2


@pytest.mark.parametrize(
    "text", ["[Ann Lee](person) [met](Meeting) others.", "[Ann Lee](person) [met](Meeting) [Bob Ray](person)."]
)
def test_equal_texts_tell_of_one_event(text: str) -> None:
    assert len(resolve([report(text, name=name, published=None) for name in "ab"]).events) == 1


def test_equal_texts_with_different_titles_are_one_source() -> None:
    assert len(resolve([meeting("a", title="Ann meets Bob"), meeting("b")]).sources) == 1


# ---- quoting -----------------------------------------------------------------------------------------------------


def test_what_stands_in_no_sentence_is_quoted_with_its_block() -> None:
    extraction = report("[Ann Lee](person) left.", "Photo: [Northern Wire](organization)")
    credit = extraction.article.text.index("Photo")
    kept = tuple(sentence for sentence in extraction.sentences if sentence.start < credit)
    blocks = (*extraction.article.blocks[:1], Block(credit, len(extraction.article.text), "credit"))
    said = replace(extraction, sentences=kept, article=replace(extraction.article, blocks=blocks))
    evidence: list[Evidence] = [e for entity in resolve([said]).entities for e in entity.evidence]
    assert {(e.text, e.sentence) for e in evidence} == {
        ("Ann Lee", "Ann Lee left."),
        ("Northern Wire", "Photo: Northern Wire"),
    }


def test_who_is_named_in_another_sentence_is_quoted_by_the_trigger() -> None:
    extraction = report("[Ann Lee](person) came. She [met](Meeting) [Bob Ray](person).")
    (event,) = extraction.events
    with_ann = replace(event, arguments=(replace(event.arguments[0], mention="m0"), *event.arguments))
    (resolved,) = resolve([replace(extraction, events=(with_ann,))]).events
    quoted = {re.sub(r"-\w+$", "", part.entity): part.evidence[0].text for part in resolved.participations}
    assert quoted == {"person/ann-lee": "met", "person/bob-ray": "Bob Ray"}
