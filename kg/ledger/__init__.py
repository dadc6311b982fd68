"""The merge ledger: why every two names of an entity are one, what was kept apart, and what is doubtful; a file of JSON Lines.

An output for people, and for ``kg explain`` and ``kg review``; no build reads it. First a line an entity, then a line a step:
``left`` and ``right`` are mentions, ``verdict`` says whether they are one. Steps inside an article come from its coreference,
those between articles from resolution. What is called so in both is one step from the first article that does, so that there
are as many steps as mentions, and any two mentions of an entity are joined by a chain of few.
"""

from kg.ledger.doubts import doubtful
from kg.ledger.explanation import Explanation, explain, trace
from kg.ledger.file import FILE
from kg.ledger.lines import ledger_lines
from kg.ledger.records import End, Named, Step

__all__ = ["FILE", "End", "Explanation", "Named", "Step", "doubtful", "explain", "ledger_lines", "trace"]
