"""Sorted lines in compressed blocks."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from kg.gazetteer.blocks import Blocks, write_blocks

KEYS = st.dictionaries(st.text("abcé ", min_size=1, max_size=6), st.text("xyz;,", min_size=1, max_size=2_000), min_size=1)


@given(KEYS, st.text("abcé ", max_size=6))
def test_every_line_is_found_and_no_other(lines: dict[str, str], other: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "lines.bin"
        write_blocks(path, (f"{key}\t{lines[key]}" for key in sorted(lines, key=str.encode)))
        blocks = Blocks(path.read_bytes())
    assert {key: blocks.find(key) for key in lines} == lines
    assert blocks.find(other) == lines.get(other)


def test_lines_of_several_blocks_are_found(tmp_path: Path) -> None:
    lines = {f"{number:06}": "x" * 20 for number in range(10_000)}
    path = tmp_path / "lines.bin"
    write_blocks(path, (f"{key}\t{value}" for key, value in lines.items()))
    blocks = Blocks(path.read_bytes())
    assert all(blocks.find(key) == value for key, value in lines.items())
    assert blocks.find("0000005") is None
