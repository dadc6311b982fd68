"""Names in credits and datelines."""

from __future__ import annotations

import pytest

from kg.extract.mentions.furniture import names_of_furniture
from kg.model import Block, BlockKind
from tests import make


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("dateline", "GENEVA, Oct. 3 (Alpine Wire) --", [("GENEVA", "place"), ("Alpine Wire", "organization")]),
        (
            "dateline",
            "SEOUL/TOKYO (Northern Wire) -",
            [("SEOUL", "place"), ("TOKYO", "place"), ("Northern Wire", "organization")],
        ),
        ("dateline", "PORTLAND, Maine —", [("PORTLAND", "place"), ("Maine", "place")]),
        ("dateline", "Moscow, 13 September 2023 -", [("Moscow", "place")]),
        (
            "dateline",
            "LIMA, Peru, Sept. 13, 2023 (Andes Post) --",
            [("LIMA", "place"), ("Peru", "place"), ("Andes Post", "organization")],
        ),
        ("credit", "Photo: Alpine Wire", [("Alpine Wire", "organization")]),
        ("credit", "(Photo: A. Keller/Alpine Wire)", [("Alpine Wire", "organization")]),
        ("paragraph", "Photo: Alpine Wire", []),
    ],
)
def test_names_of_furniture(kind: BlockKind, text: str, expected: list[tuple[str, str]]) -> None:
    article = make.article(text, blocks=(Block(0, len(text), kind),))
    assert [(text[n.span.start : n.span.end], n.type) for n in names_of_furniture(article)] == expected
