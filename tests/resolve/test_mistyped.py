"""One word that articles take for two sorts of thing, by the entities that come of it."""

from __future__ import annotations

from tests.resolve.test_context import with_name

COMPANY = "[Bob Ray](person) and the [Harbour Union](organization) saw it."
SHIP = f"[INS Tarkash](product) left. {COMPANY}"
MAN = f"[Anthony LaSalle](person) left. {COMPANY}"


def test_a_surname_taken_for_a_town_is_the_man_whose_company_it_keeps() -> None:
    assert with_name("LaSalle", MAN, f"[LaSalle](place) came. {COMPANY}") == [{"Anthony LaSalle", "LaSalle"}]


def test_without_company_it_stays_a_town() -> None:
    assert with_name("LaSalle", MAN, "[LaSalle](place) is far from [Cid Ford](person).") == [{"LaSalle"}]


def test_a_firm_is_not_its_founder() -> None:
    assert with_name("LaSalle", MAN, f"[LaSalle](organization) grew. {COMPANY}") == [{"LaSalle"}]


def test_a_word_that_two_bear_is_neither() -> None:
    texts = (MAN, f"[Bea LaSalle](person) left. {COMPANY}", f"[LaSalle](place) came. {COMPANY}")
    assert with_name("LaSalle", *texts) == [{"LaSalle"}]


def test_a_make_is_the_one_with_its_maker_before_it() -> None:
    text = f"[Ford](organization) showed it. The [Ford Taurus](product) sold. The [Taurus](organization) lasted. {COMPANY}"
    assert with_name("Taurus", text) == [{"Ford Taurus", "Taurus"}]
    assert with_name("Taurus", text.replace("[Ford](organization)", "[Opel](organization)")) == [{"Taurus"}]


def test_a_part_of_an_organization_is_no_make() -> None:
    text = f"[Ford](organization) gave. [Ford Foundation](organization) took. The [Foundation](organization) lasts. {COMPANY}"
    assert with_name("Foundation", text) == [{"Foundation"}]


def test_a_firm_called_by_its_first_word_is_not_a_man() -> None:
    text = f"[Lenox Care](organization) grew. [Lenox](organization Lenox Care) fell. [Lenox](person) was big. {COMPANY}"
    assert with_name("Lenox", text) == [{"Lenox Care", "Lenox"}]
    assert len(with_name("Lenox", text.replace("[Lenox](person)", "President [Lenox](person)"))) == 2
