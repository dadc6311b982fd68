"""Groups that grow together: union-find, for whoever decides that two things are one."""

from __future__ import annotations

from collections.abc import Hashable, Iterable


class DisjointSets:
    """Numbers in groups; the smallest number of a group stands for it, whatever the order of the joins.

    >>> sets = DisjointSets()
    >>> sets.union(3, 1)
    >>> sets.join(5, ["red"])
    >>> sets.join(3, ["red"])
    >>> sets.find(5), sets.find(2)
    (1, 2)
    """

    def __init__(self) -> None:
        self._parent: dict[int, int] = {}
        self._owner: dict[Hashable, int] = {}

    def find(self, number: int) -> int:
        """The smallest number of the group; a number that was never joined is a group of its own."""
        root = number
        while self._parent.setdefault(root, root) != root:
            root = self._parent[root]
        while self._parent[number] != root:
            self._parent[number], number = root, self._parent[number]
        return root

    def union(self, left: int, right: int) -> None:
        """Make two groups one."""
        low, high = sorted((self.find(left), self.find(right)))
        self._parent[high] = low

    def join(self, number: int, keys: Iterable[Hashable]) -> None:
        """Put a number into one group with all that share a key with it."""
        for key in keys:
            self.union(number, self._owner.setdefault(key, number))
