"""SPARQL over a graph or a file, on Oxigraph.

Questions only: an update is refused, and so is ``SERVICE``, which would ask another machine. The prefixes of the export
(``sem:``, ``schema:``, ``kg:`` …) need not be declared.

========  ==============================================================================
engine    the store: loading, asking, errors in words
table     what an answer is
asker     the same in a process of its own, which ends when a question takes too long
examples  the questions that ship with kg
========  ==============================================================================
"""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from kg.graph import KnowledgeGraph
from kg.sparql.asker import Asker, Limits
from kg.sparql.engine import check, load, run
from kg.sparql.examples import Example, find_example, load_examples
from kg.sparql.table import Table, Term

__all__ = ["Asker", "Example", "Limits", "Table", "Term", "find_example", "load", "load_examples", "query"]


def query(source: KnowledgeGraph | ox.Store | str | Path, sparql: str, limits: Limits | None = None) -> Table:
    """The answer to a query; its rows have an order only if the query asks for one.

    Args:
        source: a graph, a file of any format that can be read (or any RDF file), or what `load` gave.
        sparql: a SELECT, ASK, CONSTRUCT or DESCRIBE query.
        limits: with them the query runs in a process of its own, which is ended when it takes too long or too much; not for
            what `load` gave, which cannot leave this process.

    Raises:
        QueryError: the query is wrong (with line and column), would change something, asks another machine, or takes more
            than it may.
        GraphError: the file cannot be read.
        UnknownFormat: the file's suffix is not known.
    """
    if limits is not None and not isinstance(source, ox.Store):
        with Asker(source, limits) as asker:
            return asker.ask(sparql)
    check(sparql)
    store = source if isinstance(source, ox.Store) else load(source)
    return run(store, sparql, limits.rows if limits else None)
