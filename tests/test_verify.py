"""kg verify: all that a graph says is found again in its articles, and nothing that they do not say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from kg import export
from kg.config import Config
from kg.errors import GraphError, UnknownFormat
from kg.gazetteer.places import lookup
from kg.graph import build_graph
from kg.model import Article, Aspect, Claim, Difference, Event, Evidence, Link, Relation, Resolution
from kg.verify import Report, find_graphs, verify, verify_file
from tests import make

WIRE = make.article(
    "Ann Lee met Bob Roe\nin Paris on Monday. Lee, a nurse, went home.",
    name="wire",
    title="Two meet",
    published="2023-09-13",
    publisher="Example Wire",
    url="https://news.example/1",
)
OTHER = make.article("Nothing happened.", name="other")
FORMATS = tuple(form.suffix for form in export.FORMATS if form.read is not None)


def said(*words: str) -> tuple[Evidence, ...]:
    return tuple(make.evidence(WIRE, word) for word in words)


def world() -> Resolution:
    ann = make.entity("person", "Ann Lee", *said("Ann Lee", "Lee,"), aliases=("Lee,",))
    bob = make.entity("person", "Bob Roe", *said("Bob Roe"))
    paris = make.entity("place", "Paris", *said("Paris"))
    meeting = make.event(
        *said("met"),
        parts=[make.part("participant", ann), make.part("participant", bob), make.part("place", paris)],
        time=make.day("2023-09-11", *said("Monday")),
        label="Meeting of Ann Lee and Bob Roe, Paris, 2023-09-11",
        name="met",
    )
    going = make.event(*said("went"), parts=[make.part("agent", ann)], type="Event", label="Go of Ann Lee", name="go")
    nurse = Relation("relation/nurse", "holds_position", ann.id, None, "nurse", False, None, None, 0.9, said("Lee, a nurse"))
    return make.resolution([WIRE], [ann, bob, paris], [meeting, going], [nurse])


def problems(resolution: Resolution, articles: Sequence[Article] = (WIRE, OTHER), given: Sequence[str] = ()) -> list[str]:
    return [str(problem) for problem in verify(build_graph(resolution), articles, given).problems]


def change_event(change: Callable[[Event], Event], name: str = "event/met") -> Resolution:
    events = (change(event) if event.id == name else event for event in world().events)
    return replace(world(), events=tuple(events))


def change_evidence(**fields: object) -> Resolution:
    """The world with another piece of evidence for the word "went"."""
    return change_event(lambda event: replace(event, evidence=(replace(event.evidence[0], **fields),)), "event/go")  # type: ignore[arg-type]


# ---- in the articles ---------------------------------------------------------------------------------------------


def test_all_is_found_again() -> None:
    assert verify(build_graph(world()), [WIRE, OTHER]) == Report(1, 8, 4, 2, 0, ())


def test_a_graph_without_text_is_checked_by_its_places() -> None:
    graph = build_graph(world()).without_text()
    assert verify(graph, [WIRE]) == Report(1, 8, 4, 2, 8, ())
    (problem,) = verify(graph, [replace(WIRE, title=None)]).problems
    assert "title" in problem.what


def test_an_article_that_is_not_there() -> None:
    assert problems(world(), [OTHER]) == ["article/wire: no article given has the text of wire.txt"]


@pytest.mark.parametrize("field", ["title", "published", "publisher", "url", "language"])
def test_an_article_that_says_something_else_of_itself(field: str) -> None:
    (found,) = problems(world(), [replace(WIRE, **{field: "something else"})])
    assert found.startswith(f"article/wire: {field} “")
    assert "“something else”" in found


def test_equal_texts_are_one_source_and_each_may_have_a_field() -> None:
    bare = replace(WIRE, id="b", source="b.txt", title=None, published=None, publisher=None, url=None)
    assert problems(world(), [bare, WIRE]) == []


WENT = said("went")[0]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        (
            {"start": WENT.start + 1, "end": WENT.end + 1},
            "“went” is not at characters 55-59 of wire.txt, which has “ent” there",
        ),
        ({"text": "gone"}, "“gone” is not at characters 54-58 of wire.txt, which has “went” there"),
        ({"end": 500, "sentence_end": 500}, "“went” is not at characters 54-500 of wire.txt, which has 64 characters"),
        ({"sentence": "Lee, a nurse, fled."}, "“Lee, a nurse, fled.” is not at characters 40-64"),
        ({"sentence_end": 50, "sentence": "Lee, a n"}, "“went” is not in the sentence “Lee, a n”"),
    ],
)
def test_words_that_are_not_there(fields: dict[str, object], reason: str) -> None:
    found = problems(change_evidence(**fields))
    assert any(line.startswith(f"event/go: {reason}") for line in found), found


def test_a_name_that_nobody_says_unless_a_person_gave_it() -> None:
    entities = tuple(replace(e, name="Robert Roe") if e.name == "Bob Roe" else e for e in world().entities)
    renamed = change_event(lambda event: replace(event, label="Meeting of Ann Lee and Robert Roe, Paris, 2023-09-11"))
    renamed = replace(renamed, entities=entities)
    assert problems(renamed) == ["person/bob-roe: no article calls it “Robert Roe”"]
    assert problems(renamed, given=["Robert Roe"]) == []


def test_a_name_over_a_line_break_is_found() -> None:
    long = make.entity("place", "Bob Roe in Paris", *said("Bob Roe\nin Paris"))
    assert problems(replace(world(), entities=(*world().entities, long))) == []


@pytest.mark.parametrize(
    "label", ["Meeting of Ann Lee and Cleo", "Secret meeting of Ann Lee", "Meeting of Ann Lee, 2024", "Go"]
)
def test_a_label_that_says_more(label: str) -> None:
    (found,) = problems(change_event(lambda event: replace(event, label=label)))
    assert found.startswith("event/met: the label “")


@pytest.mark.parametrize(
    ("label", "right"), [("Go of Ann Lee", True), ("Wander of Ann Lee", True), ("Leave of Ann Lee", False), ("Go home", False)]
)
def test_the_label_of_any_event_begins_with_the_lemma_of_its_word(label: str, right: bool) -> None:
    assert (problems(change_event(lambda event: replace(event, label=label), "event/go")) == []) is right


def link_of(name: str) -> Link:
    found = lookup(name)[0].entry
    place = (found.name, found.kind, found.country, found.wikidata, found.latitude, found.longitude, found.within)
    return Link(found.id, *place, 0.9)


def linked(link: Link, *candidates: Link) -> Resolution:
    entities = (replace(e, link=link, candidates=candidates) if e.name == "Paris" else e for e in world().entities)
    return replace(world(), entities=tuple(entities))


def test_what_is_said_of_an_entry_is_what_the_gazetteer_says() -> None:
    city, country = link_of("Paris"), link_of("France")
    assert problems(linked(city, country)) == []
    assert len(problems(linked(replace(city, latitude=1.5), replace(country, wikidata="Q1")))) == 2
    assert problems(linked(replace(city, country="DE"))) == [f"place/paris: country DE is not that of {city.id} (FR)"]


def test_an_entry_of_the_users_own_is_taken_as_it_is() -> None:
    own = Link("urn:list:7", "Head office", "", None, None, None, None, (), 1.0)
    assert problems(linked(own)) == problems(linked(replace(own, id=link_of("Paris").id, name="Paris"))) == []


def test_days_that_are_not_those_of_the_time() -> None:
    def change(event: Event) -> Event:
        assert event.time
        return replace(event, time=replace(event.time, end="2023-09-12"))

    assert problems(change_event(change)) == ["event/met: 2023-09-11 to 2023-09-12 are not the days of '2023-09-11'"]


def test_words_of_a_relation_that_no_sentence_has() -> None:
    relations = tuple(replace(relation, value="doctor") for relation in world().relations)
    assert problems(replace(world(), relations=relations)) == ["relation/nurse: no sentence of it has “doctor” in it"]


# ---- in the files ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("text", [True, False])
def test_a_file_as_kg_wrote_it_says_nothing_more(tmp_path: Path, suffix: str, text: bool) -> None:
    path = tmp_path / f"graph{suffix}"
    export.write(build_graph(world()), path, Config(text=text))
    assert verify_file(path, [WIRE]).problems == ()


@pytest.mark.parametrize("suffix", [".ttl", ".trig", ".nt"])
def test_so_does_one_in_rdf_1_2(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"graph{suffix}"
    export.write(build_graph(world()), path, rdf12=True)
    assert verify_file(path, [WIRE]).problems == ()


def test_triples_that_are_not_of_the_graph(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    build_graph(world()).write(path)
    claim = "<urn:x> rdfs:label 'Ann Lee stole it' ."
    path.write_text(path.read_text(encoding="utf-8") + claim, encoding="utf-8")
    (problem,) = verify_file(path, [WIRE]).problems
    assert (problem.where, "Ann Lee stole it" in problem.what) == (str(path), True)
    reordered = path.read_text(encoding="utf-8").removesuffix(claim).replace(" ;\n", "   ;\n")
    path.write_text(reordered, encoding="utf-8")
    assert verify_file(path, [WIRE]).problems == ()


def test_attributes_that_are_not_those_of_the_evidence(tmp_path: Path) -> None:
    path = tmp_path / "graph.graphml"
    build_graph(world()).write(path)
    content = path.read_text(encoding="utf-8")
    path.write_text(content.replace('<data key="e_text">went<', '<data key="e_text">fled<'), encoding="utf-8")
    assert "fled" in "".join(problem.what for problem in verify_file(path, [WIRE]).problems)


def test_the_graphs_of_a_folder(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="no graph there"):
        find_graphs(tmp_path)
    for name in ("graph.graphml", "graph.ttl", "graph.gexf"):
        build_graph(world()).write(tmp_path / name)
    assert find_graphs(tmp_path) == (tmp_path / "graph.ttl", tmp_path / "graph.graphml")
    with pytest.raises(UnknownFormat):
        verify_file(tmp_path / "graph.xyz", [WIRE])


# ---- differences -------------------------------------------------------------------------------------------------

TOLL = make.article("Fourteen people died in Paris, not 12.", name="toll")


def differing(aspect: Aspect, *claims: Claim) -> list[str]:
    """What is wrong with a difference between claims about the meeting."""
    changed = change_event(lambda event: replace(event, differences=(Difference(aspect, "", claims),)))
    sources = (*changed.sources, make.source(TOLL))
    return problems(replace(changed, sources=sources), (WIRE, OTHER, TOLL))


def toll(words: str) -> tuple[Evidence, ...]:
    return (make.evidence(TOLL, words),)


def test_claims_that_the_articles_make_are_found_again() -> None:
    assert differing("number", Claim("14", None, toll("Fourteen people")), Claim("12", None, toll("12"))) == []
    assert (
        differing("place", Claim("Paris", "place/paris", toll("Paris")), Claim("Bob Roe", "person/bob-roe", said("Bob Roe")))
        == []
    )
    assert differing("status", Claim("certain", "event/met", said("met")), Claim("certain", "event/go", said("went"))) == []


@pytest.mark.parametrize(
    ("aspect", "claim"),
    [
        ("number", Claim("15", None, toll("Fourteen people"))),
        ("time", Claim("soon", None, said("Monday"))),
        ("place", Claim("Rome", "place/paris", said("Paris"))),
        ("status", Claim("denied", "event/met", said("met"))),
    ],
)
def test_a_claim_that_its_words_do_not_make_is_a_problem(aspect: Aspect, claim: Claim) -> None:
    other = Claim("Ann Lee", "person/ann-lee", said("Ann Lee"))
    assert any(f"“{claim.value}” is not what is said by" in problem for problem in differing(aspect, claim, other))


def test_the_words_of_a_claim_have_to_be_in_the_article() -> None:
    paris = said("Paris")[0]
    moved = replace(paris, start=paris.start + 1)
    found = differing("place", Claim("Paris", "place/paris", (moved,)), Claim("Bob Roe", "person/bob-roe", said("Bob Roe")))
    assert any("is not at characters" in problem for problem in found)
