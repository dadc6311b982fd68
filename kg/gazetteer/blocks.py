"""Sorted lines in compressed blocks: a line is found without reading the others.

A file is 8 digits with the length of the index, the index (a line with first key and length for every block), and the blocks;
both are packed with zlib.
"""

from __future__ import annotations

import zlib
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate
from pathlib import Path

_BLOCK = 32_768
"""Bytes of text in a block: a fifth of a millisecond to unpack."""
_KEPT = 256
"""Blocks of a file that are kept as text."""


class Blocks:
    """The lines of such a file; each begins with its key and a tab."""

    def __init__(self, data: bytes) -> None:
        size = int(data[:8])
        index = [line.rsplit("\t", 1) for line in zlib.decompress(data[8 : 8 + size]).decode().split("\n")]
        self._data = data
        self._keys = [key.encode() for key, _ in index]
        self._starts = [8 + size, *accumulate((int(length) for _, length in index), initial=8 + size)][1:]
        self._text = lru_cache(maxsize=_KEPT)(self._unpack)

    def find(self, key: str) -> str | None:
        """What stands behind a key, or None."""
        sought = key.encode()
        block = bisect_right(self._keys, sought) - 1
        if block < 0:
            return None
        text = self._text(block)
        at = text.find(b"\n%b\t" % sought)
        if at < 0:
            return None
        start = at + len(sought) + 2
        return text[start : text.index(b"\n", start)].decode()

    def _unpack(self, block: int) -> bytes:
        """The lines of a block, with a new line before and behind each."""
        return b"\n%b\n" % zlib.decompress(self._data[self._starts[block] : self._starts[block + 1]])


def write_blocks(path: Path, lines: Iterable[str]) -> None:
    """Write lines that are sorted by the bytes of their keys."""
    blocks: list[list[str]] = [[]]
    size = 0
    for line in lines:
        if size > _BLOCK:
            blocks.append([])
            size = 0
        blocks[-1].append(line)
        size += len(line.encode()) + 1
    packed = [zlib.compress("\n".join(block).encode(), 9) for block in blocks]
    keys = [block[0].split("\t", 1)[0] for block in blocks]
    index = zlib.compress("\n".join(f"{key}\t{len(data)}" for key, data in zip(keys, packed, strict=True)).encode(), 9)
    path.write_bytes(b"%08d" % len(index) + index + b"".join(packed))
