"""Names: folding, variants, acronyms, initials, and the nouns of built things."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.facilities import FacilityName, parse_facility
from kg.names import compare_names, compare_persons, fold, initials, is_acronym, words
from kg.ontology import load_ontology

NAMES = st.text("aBé.-' \N{RIGHT SINGLE QUOTATION MARK}北ß", max_size=12)
PERSONS = st.lists(
    st.sampled_from(["Ann", "Maria", "A.", "Lee", "Ray", "de", "al-Ray", "Jong-un", "the"]), min_size=1, max_size=4
).map(" ".join)
THINGS = st.lists(
    st.sampled_from(["World", "Grain", "Union", "WGU", "W.G.U.", "N.", "Inc.", "of", "the"]), min_size=1, max_size=4
).map(" ".join)


# ---- words -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ann Lee", ["ann", "lee"]),
        ("Zoë Åström", ["zoe", "astrom"]),
        ("Norway's", ["norway"]),
        ("Norway\N{RIGHT SINGLE QUOTATION MARK}s", ["norway"]),
        ("Netherlands'", ["netherlands"]),
        ("O'Brien", ["o'brien"]),
        ("U.S.", ["us"]),
        ("N. Korea", ["north", "korea"]),
        ("S.Korea", ["south", "korea"]),
        ("N", ["n"]),
        ("Newcastle", ["newcastle"]),
        ("the Kremlin", ["kremlin"]),
        ("The", ["the"]),
        ("5th Amendment", ["fifth", "amendment"]),
        ("15 March", ["15", "march"]),
        ("Jong-un", ["jong", "un"]),
        ("", []),
        ("--", []),
    ],
)
def test_the_words_of_a_name(name: str, expected: list[str]) -> None:
    assert list(words(name)) == expected


@given(NAMES)
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(NAMES)
def test_case_and_surrounding_blanks_make_no_difference(name: str) -> None:
    assert words(f"  {name} ".replace("ß", "ss")) == words(name)


def test_initials_leave_small_words_out() -> None:
    assert initials("Bank of the North and South") == "bns"


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("WGU", "World Grain Union", True),
        ("W.G.U.", "World Grain Union", True),
        ("BNS", "Bank of the North and South", True),
        ("BOTNAS", "Bank of the North and South", True),
        ("Wgu", "World Grain Union", False),
        ("WG", "World Grain Union", False),
        ("W", "World", False),
        ("WO", "Word", False),
    ],
)
def test_acronyms(short: str, long: str, *, expected: bool) -> None:
    assert is_acronym(short, long) is expected


# ---- persons -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Ann Lee", "ann lee", "equal"),
        ("Lee Ann", "Ann Lee", "equal"),
        ("Park Min-ji", "Park Minji", "equal"),
        ("Park Min-ji", "Park Min Ji", "equal"),
        ("A. Lee", "Ann Lee", "variant"),
        ("Ann M. Lee", "Ann Lee", "variant"),
        ("Ann M. Lee", "Ann Maria Lee", "variant"),
        ("Ahmed al-Ray", "Ahmed Ray", "variant"),
        ("Lee", "Ann Lee", "surname"),
        ("Park", "Park Min-ji", "surname"),
        ("Lee", "Lee", "equal"),
        ("Lee", "Ray", "conflict"),
        ("Maria", "Ann Maria Lee", "conflict"),
        ("Ann Lee", "Bob Lee", "conflict"),
        ("B. Lee", "Ann Lee", "conflict"),
        ("Park Min-ji", "Park Ha-na", "conflict"),
        ("Ann Lee", "Ann Ray", "conflict"),
        ("", "Ann Lee", None),
    ],
)
def test_two_persons_names(left: str, right: str, expected: str | None) -> None:
    assert compare_persons(left, right) == expected


@pytest.mark.parametrize(("short", "long"), [("al-Ray", "Ahmed al-Ray"), ("von der Lee", "Ann von der Lee")])
def test_a_surname_with_its_particle_is_no_full_name(short: str, long: str) -> None:
    assert compare_persons(short, long) == "surname"


def test_a_particle_may_be_left_out() -> None:
    assert compare_persons("Charles de Ray", "Charles Ray") == "variant"


@given(PERSONS, PERSONS)
@example("Ann de Lee", "Ann Maria Lee")
def test_persons_compare_alike_from_both_sides(left: str, right: str) -> None:
    assert compare_persons(left, right) == compare_persons(right, left)


@given(PERSONS)
def test_a_person_is_equal_to_itself(name: str) -> None:
    assert compare_persons(name, name) == "equal"


# ---- things ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Acme Corp.", "Acme", "equal"),
        ("Acme Ltd", "ACME Inc.", "equal"),
        ("the Grain Union", "Grain Union", "equal"),
        ("N.Korea", "North Korea", "equal"),
        ("Facebook", "Face Book", "equal"),
        ("WGU", "World Grain Union", "acronym"),
        ("World Grain Union", "W.G.U.", "acronym"),
        ("North Korea", "South Korea", None),
        ("Korea", "North Korea", None),
        ("Company", "Corporation", None),
    ],
)
def test_two_names_of_things(left: str, right: str, expected: str | None) -> None:
    assert compare_names(left, right) == expected


@given(THINGS, THINGS)
def test_things_compare_alike_from_both_sides(left: str, right: str) -> None:
    assert compare_names(left, right) == compare_names(right, left)


# ---- built things ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Northgate Cosmodrome", FacilityName(("northgate",), "spaceport")),
        ("the Northgate space launch centre", FacilityName(("northgate",), "spaceport")),
        ("Northgate International Airport", FacilityName(("northgate",), "airport")),
        ("Northgate Air Base", FacilityName(("northgate",), "airbase")),
        ("Northgate Base", FacilityName(("northgate",), "base")),
        ("spaceport", FacilityName((), "spaceport")),
        ("Northgate", None),
        ("Cosmodrome Northgate", None),
        ("", None),
    ],
)
def test_the_parts_of_a_facilitys_name(name: str, expected: FacilityName | None) -> None:
    assert parse_facility(name) == expected


@pytest.mark.parametrize(("kind", "nouns"), load_ontology().entities["facility"].kinds.items())
def test_every_noun_of_a_kind_says_the_kind(kind: str, nouns: tuple[str, ...]) -> None:
    assert {parse_facility(f"Northgate {noun}") for noun in nouns} == {FacilityName(("northgate",), kind)}
