"""Names of types of vehicles and weapons, taken apart."""

from __future__ import annotations

import pytest

from kg.products import parse_model


@pytest.mark.parametrize(
    ("name", "maker", "designation", "nickname"),
    [
        ("Boeing 787 Dreamliner", ("boeing",), "787", ("dreamliner",)),
        ('Boeing 787 "Dreamliner"', ("boeing",), "787", ("dreamliner",)),
        ("Boeing 737-800", ("boeing",), "737800", ()),
        ("A380s", (), "a380", ()),
        ("MiG-29", (), "mig29", ()),
        ("Sikorsky UH-60 Black Hawk", ("sikorsky",), "uh60", ("black", "hawk")),
    ],
)
def test_a_type_is_maker_designation_and_nickname(
    name: str, maker: tuple[str, ...], designation: str, nickname: tuple[str, ...]
) -> None:
    model = parse_model(name)
    assert model is not None
    assert (model.maker, model.key, model.nickname) == (maker, designation, nickname)


@pytest.mark.parametrize("name", ["Dreamliner", "Windows 2000", "Group 5", "1987", "Channel 4"])
def test_without_a_designation_a_name_is_no_types(name: str) -> None:
    assert parse_model(name) is None


def test_a_number_alone_needs_its_maker() -> None:
    numbered, lettered = parse_model("787"), parse_model("A380")
    assert numbered is not None
    assert lettered is not None
    assert (numbered.is_numeric, lettered.is_numeric) == (True, False)
