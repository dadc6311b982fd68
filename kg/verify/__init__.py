"""Whether a graph says only what its articles say: every span, name, label and date found again, every file compared.

=========  ===========================================================================================================
article    is there (found by the SHA-256 of its text), with this title, date, publisher, address and language
span       the article has these words, and around them this sentence, at these places
name       each name of an entity is what one of its spans says, or was given to it by a person
label      that of an event is made of its type, the names of those in it and its time, and of nothing else
time       the days of an event are those of its TIMEX3 value
difference each claim about an event is what its words say: a TIMEX3 value, a name, a number, the status of an event
link       what is said of an entry of the gazetteer is what the gazetteer says of it
value      the words of a relation are in a sentence that states it
file       has what the graph has, and nothing besides
=========  ===========================================================================================================
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from kg import export
from kg.graph import KnowledgeGraph
from kg.model import Article
from kg.verify.articles import Check
from kg.verify.files import differences, find_graphs
from kg.verify.report import Problem, Report

__all__ = ["Problem", "Report", "find_graphs", "verify", "verify_file"]


def verify_file(path: Path, articles: Iterable[Article], given: Collection[str] = ()) -> Report:
    """All of a file looked for in the articles that it was made of, as `verify` does, and compared with what kg writes.

    Raises:
        GraphError: the file is no graph of kg's.
        UnknownFormat: its suffix is not known.
    """
    graph = export.read(path)
    report = verify(graph, articles, given)
    problems = (*report.problems, *(Problem(str(path), what) for what in differences(path, graph)))
    return Report(report.articles, report.spans, report.names, report.labels, report.wordless, problems)


def verify(graph: KnowledgeGraph, articles: Iterable[Article], given: Collection[str] = ()) -> Report:
    """All of a graph looked for in the articles that it was made of.

    Args:
        graph: what is to be verified.
        articles: those that it was made of; others do no harm.
        given: names that a person has given (``rename`` in the corrections).
    """
    return Check(graph.to_resolution(), articles, given).report()
