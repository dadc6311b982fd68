"""A graph without its articles' words: for material that may not be passed on."""

from __future__ import annotations

from dataclasses import replace

import networkx as nx

from kg.graph.attributes import dump_differences, dump_evidence, load_differences, load_evidence
from kg.model import Difference


def wordless(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """A copy with the places of evidence only."""
    graph = graph.copy()
    for *_, data in [*graph.nodes(data=True), *graph.edges(data=True)]:
        for name in {"text", "sentence"} & data.keys():
            del data[name]
        for name in {"evidence", "time_evidence"} & data.keys():
            pieces = load_evidence(data[name])
            data[name] = dump_evidence(replace(piece, text="", sentence="") for piece in pieces)
        if "differences" in data:
            data["differences"] = dump_differences(map(_wordless, load_differences(data["differences"])))
    return graph


def _wordless(difference: Difference) -> Difference:
    """A difference with places of evidence only."""
    claims = (
        replace(claim, evidence=tuple(replace(piece, text="", sentence="") for piece in claim.evidence))
        for claim in difference.claims
    )
    return replace(difference, claims=tuple(claims))
