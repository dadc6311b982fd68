"""Whom a reflexive pronoun stands for."""

from __future__ import annotations

import pytest

from tests.extract.test_coreference_speakers import joined
from tests.parse import read


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Bob@person/nsubj>hid hid.VBD himself.PRP/obj>hid", ["Bob"]),
        ("Ann@person/nsubj>met met Bob@person/obj>met who.WP/nsubj>hid hid.VBD/acl:relcl>Bob himself.PRP/obj>hid", ["Bob"]),
        ("Bob@person/nsubj>left left himself.PRP/nmod:unmarked>Bob", ["Bob"]),
        ("himself.PRP/nsubj>left left.VBD", []),
    ],
    ids=["subject", "of a relative clause", "beside", "nowhere"],
)
def test_himself_is_the_subject_of_its_clause(line: str, who: list[str]) -> None:
    found = joined(read("Cid@person/nsubj>left left", line).discourse(), "reflexive")
    assert found == [(name, "himself") for name in who]
