"""How much of an article is about a chain of names."""

from __future__ import annotations

from collections import Counter

from kg.extract.discourse import Discourse


class Topics:
    """How much of an article is about a chain."""

    def __init__(self, discourse: Discourse) -> None:
        self.counts = Counter(draft.chain for draft in discourse.drafts)
        self.titled = {
            draft.chain
            for draft in discourse.drafts
            if (number := discourse.passage_of(draft.span)) is not None and discourse.passages[number].block.kind == "headline"
        }
        self.kinds = {chain: discourse.type_of(chain) for chain in self.counts}
        self.most: dict[str, list[int]] = {}
        for chain, count in self.counts.items():
            self.most.setdefault(self.kinds[chain], []).append(count)
        for counts in self.most.values():
            counts.sort()

    def of(self, chain: int) -> dict[str, int]:
        """The columns for a markable of a chain."""
        if chain < 0:
            return {"topic": 0, "titled": 0, "main": 0}
        count, counts = self.counts[chain], self.most[self.kinds[chain]]
        first = count > 1 and count == counts[-1] and (len(counts) == 1 or counts[-2] < count)
        return {"topic": count, "titled": int(chain in self.titled), "main": int(first)}
