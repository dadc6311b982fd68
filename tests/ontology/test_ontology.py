"""The ontology that ships, and what is said of a broken one."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.ontology import EntityClass, EventType, Ontology, load_ontology, read_ontology

ENTITIES = load_ontology().entities.values()
EVENTS = load_ontology().events.values()

MERGER = """
name = "Merger"
label = "Merger"
definition = "Two companies become one."
parent = "Event"

[roles.party]
definition = "A company that merges."
accepts = ["organization"]

[[verbs]]
lemma = "merge"
slots = { subject = "party", with = "party" }

[[examples]]
text = "Acme merged with Apex."
arguments = { party = ["Acme", "Apex"] }
"""


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ontology]:
    """Load the ontology that ships with some files added or replaced."""

    def load(**texts: str) -> Ontology:
        with as_file(files("kg.ontology")) as home:
            for kind in ("entities", "events", "relations"):
                shutil.copytree(home / kind, tmp_path / kind)
        for name, text in texts.items():
            kind = "entities" if (tmp_path / "entities" / f"{name}.toml").exists() else "events"
            (tmp_path / kind / f"{name}.toml").write_text(text, encoding="utf-8")
        monkeypatch.setattr("kg.ontology.files", lambda package: tmp_path)
        return read_ontology.__wrapped__()

    return load


# ---- what ships --------------------------------------------------------------------------------------------------


def test_there_are_the_types_that_the_file_format_knows() -> None:
    assert set(load_ontology().entities) == {"person", "organization", "place", "facility", "group", "product", "event"}


@pytest.mark.parametrize("entity", ENTITIES, ids=lambda entity: entity.name)
def test_every_entity_type_is_described_and_has_a_class(entity: EntityClass) -> None:
    assert entity.label and entity.definition.endswith(".")
    assert entity.iris and all(iri.startswith("https://") for iri in entity.iris)


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.name)
def test_every_event_type_is_described_and_goes_back_to_event(event: EventType) -> None:
    assert event.label and event.definition.endswith(".")
    names = [event.name]
    while (parent := load_ontology().events[names[-1]].parent) is not None:
        assert parent not in names
        names.append(parent)
    assert names[-1] == "Event"


@pytest.mark.parametrize("event", [event for event in EVENTS if event.verbs or event.nouns], ids=lambda event: event.name)
def test_every_event_type_with_triggers_shows_them_in_examples_for_and_against(event: EventType) -> None:
    assert {example.event for example in event.examples} == {True, False}
    assert all(set(example.arguments) <= {*event.roles, "place"} for example in event.examples)
    assert all(name in example.text for example in event.examples for names in example.arguments.values() for name in names)


def test_one_noun_names_one_kind_of_facility() -> None:
    nouns = [noun for nouns in load_ontology().entities["facility"].kinds.values() for noun in nouns]
    assert sorted(set(nouns)) == sorted(nouns)


def test_institutions_are_kinds() -> None:
    facility = load_ontology().entities["facility"]
    assert facility.institutions <= set(facility.kinds)


@pytest.mark.parametrize("entity", ENTITIES, ids=lambda entity: entity.name)
def test_the_words_of_entity_types_are_written_as_they_are_compared(entity: EntityClass) -> None:
    for word in (*entity.titles, *entity.nouns, *entity.heads):
        assert word == word.lower().strip()


# ---- a new type --------------------------------------------------------------------------------------------------


def test_a_new_file_is_a_new_type(load: Callable[..., Ontology]) -> None:
    merger = load(merger=MERGER).events["Merger"]
    assert merger.roles["party"].accepts == {"organization"}
    assert (merger.verbs[0].lemma, dict(merger.verbs[0].slots)) == ("merge", {"subject": ("party",), "with": ("party",)})
    assert merger.examples[0].event


def test_what_a_file_leaves_out_has_its_default(load: Callable[..., Ontology]) -> None:
    merger = load(merger=MERGER).events["Merger"]
    assert (merger.iris, merger.nouns, merger.light_verbs, merger.reciprocal) == ((), (), frozenset(), False)
    frame = merger.verbs[0]
    assert (frame.blocked_by, frame.needs, frame.named, frame.only, frame.unless) == (frozenset(),) * 3 + ({},) * 2
    assert (frame.plural, frame.object_decides, frame.strictness) == (False, False, 0)


def test_a_row_of_lemmas_is_a_frame_for_each(load: Callable[..., Ontology]) -> None:
    merger = load(merger=MERGER.replace('lemma = "merge"', 'lemmas = ["merge", "combine"]')).events["Merger"]
    assert [frame.lemma for frame in merger.verbs] == ["merge", "combine"]
    assert merger.verbs[0].slots == merger.verbs[1].slots


def test_a_frame_without_slots_has_those_of_its_type(load: Callable[..., Ontology]) -> None:
    text = MERGER.replace('slots = { subject = "party", with = "party" }', "")
    merger = load(merger=text.replace("[roles.party]", '[verb_slots]\nsubject = ["party"]\n\n[roles.party]')).events["Merger"]
    assert dict(merger.verbs[0].slots) == {"subject": ("party",)}


def test_the_more_a_frame_asks_for_the_stricter_it_is(load: Callable[..., Ontology]) -> None:
    asking = 'lemma = "merge"\nneeds = ["with"]\nonly = { with = ["@organization"] }'
    merger = load(merger=MERGER.replace('lemma = "merge"', asking)).events["Merger"]
    assert merger.verbs[0].strictness > load_ontology().events["Meeting"].nouns[0].strictness
    assert dict(merger.verbs[0].only) == {"with": {"@organization"}}


# ---- broken files ------------------------------------------------------------------------------------------------

LABEL = 'label = "Merger"'
WRONG = {
    "not TOML": (LABEL, "label = ", r"merger\.toml: .*line"),
    "a missing key": (LABEL, "", r"merger\.toml: key 'label' is missing"),
    "an unknown key": (LABEL, f"{LABEL}\ncolour = 'red'", r"merger\.toml: unknown key 'colour'"),
    "a key of another type": (LABEL, "label = 3", r"merger\.toml: label must be of type str, not int"),
    "a text for a list": (LABEL, f"{LABEL}\niris = 'x'", r"merger\.toml: iris must be of type list, not str"),
    "a list of numbers": (LABEL, f"{LABEL}\niris = [1]", r"merger\.toml: iris must be a list of texts"),
    "a table for a list": ("[[verbs]]", "[verbs]", r"merger\.toml: verbs must be of type list, not dict"),
    "a missing key of a trigger": ('lemma = "merge"', "", r"merger\.toml, verbs 1: key 'lemma' is missing"),
    "an unknown key of a trigger": (
        'lemma = "merge"',
        'lemma = "merge"\nform = "x"',
        r"merger\.toml, verbs 1: unknown key 'form'",
    ),
    "an unknown key of a role": ("accepts", "takes = 1\naccepts", r"merger\.toml, roles\.party: unknown key 'takes'"),
    "an unknown key of an example": ("text = ", "why = 'x'\ntext = ", r"merger\.toml, examples 1: unknown key 'why'"),
}
DANGLING = {
    "parent": ('parent = "Event"', 'parent = "Deal"', r"parent 'Deal' is not a type"),
    "accepts": ('["organization"]', '["company"]', r"roles\.party\.accepts: no entity type \['company'\]"),
    "slots": ('with = "party"', 'with = "partner"', r"slots of 'merge': no role \['partner'\]"),
    "fillers": (
        'lemma = "merge"',
        'lemma = "merge"\nonly = { with = ["@company"] }',
        r"fillers of 'merge': no .* \['company'\]",
    ),
}
UNTOLD = {
    "a role that is no table": (
        '[roles.party]\ndefinition = "A company that merges."\naccepts = ["organization"]',
        "[roles]\nparty = 'x'",
        "roles",
    ),
    "a trigger that is no table": ('[[verbs]]\nlemma = "merge"\nslots = { subject = "party", with = "party" }', "", "verbs"),
    "a slot without a text": ('with = "party"', "with = 3", "slots"),
    "an argument that is no list": ('["Acme", "Apex"]', '"Acme"', "arguments"),
}


def broken(old: str, new: str) -> str:
    assert old in MERGER
    return MERGER.replace(old, new, 1)


@pytest.mark.parametrize(("old", "new", "message"), WRONG.values(), ids=WRONG)
def test_a_broken_file_is_refused_by_file_and_key(load: Callable[..., Ontology], old: str, new: str, message: str) -> None:
    with pytest.raises(OntologyError, match=message):
        load(merger=broken(old, new))


@pytest.mark.parametrize(("old", "new", "message"), DANGLING.values(), ids=DANGLING)
def test_a_reference_to_nothing_is_refused_by_type_and_key(
    load: Callable[..., Ontology], old: str, new: str, message: str
) -> None:
    with pytest.raises(OntologyError, match=f"type Merger: {message}"):
        load(merger=broken(old, new))


@pytest.mark.parametrize(("old", "new", "key"), UNTOLD.values(), ids=UNTOLD)
def test_a_wrong_value_inside_a_table_is_refused_by_file_and_key(
    load: Callable[..., Ontology], old: str, new: str, key: str
) -> None:
    text = broken(old, new)
    if key == "verbs":
        text = text.replace(LABEL, f"{LABEL}\nverbs = ['merge']")
    with pytest.raises(OntologyError, match=rf"merger\.toml.*{key}"):
        load(merger=text)


def test_an_unknown_key_of_an_entity_type_is_refused(load: Callable[..., Ontology]) -> None:
    with pytest.raises(OntologyError, match=r"group\.toml: unknown key 'lable'"):
        load(group='label = "G"\nlable = "G"\ndefinition = "D."\niris = []')


def test_nouns_of_a_kind_that_are_no_list_are_refused(load: Callable[..., Ontology]) -> None:
    with pytest.raises(OntologyError, match=r"facility\.toml.*kinds"):
        load(facility='label = "F"\ndefinition = "D."\niris = []\n[kinds]\nairport = "airport"')


def test_an_argument_of_no_role_is_refused(load: Callable[..., Ontology]) -> None:
    with pytest.raises(OntologyError, match=r"type Merger: .*buyer"):
        load(merger=broken("{ party = [", "{ buyer = ["))


def test_two_files_of_one_type_are_refused(load: Callable[..., Ontology]) -> None:
    with pytest.raises(OntologyError, match="Meeting"):
        load(merger=MERGER.replace('name = "Merger"', 'name = "Meeting"'))
