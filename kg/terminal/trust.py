"""What was found again in the articles, why two things hang together, what changed between two graphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text

from kg.graph.wording import status_of
from kg.terminal.console import count_of
from kg.terminal.ledger import show_step
from kg.terminal.node import difference_parts, quotes

if TYPE_CHECKING:
    from kg.diff import Change
    from kg.graph import ArticleNode, KnowledgeGraph
    from kg.model import Evidence
    from kg.verify import Report
    from kg.why import Connection, Fact, Shared

_SHOWN = 50
_SIGNS = {
    "added": ("+", "green"),
    "removed": ("-", "red"),
    "merged": ("→", "yellow"),
    "split": ("←", "yellow"),
    "changed": ("~", ""),
}


def show_report(path: Path, report: Report, console: Console) -> None:
    """What was looked for in the articles, and what was not found."""
    for problem in report.problems[:_SHOWN]:
        console.print(Text.assemble((problem.where, "bold"), f": {problem.what}"), soft_wrap=True)
    if len(report.problems) > _SHOWN:
        console.print(Text(f"and {len(report.problems) - _SHOWN} more", style="dim"))
    looked = (
        count_of(report.spans, "span"),
        count_of(report.names, "name"),
        count_of(report.labels, "event label"),
        count_of(report.articles, "article"),
    )
    found = f"{count_of(len(report.problems), 'thing')} not found again" if report.problems else "all found again"
    console.print(Text(f"{path}: {', '.join(looked[:-1])} of {looked[-1]}: {found}"), soft_wrap=True)
    if report.wordless:
        where = "by its place alone" if report.wordless == 1 else "by their places alone"
        console.print(Text(f"{count_of(report.wordless, 'span')} without text: checked {where}", style="dim"))


def show_connection(graph: KnowledgeGraph, connection: Connection, console: Console) -> None:
    """The facts between two nodes, each with role, score and sentences, and why the words mean them."""
    left, right = connection.left, connection.right
    for node in (left, right):
        console.print(Text.assemble((node.label, "bold"), (f"  {node.kind}  {node.id}", "dim")))
    titles = {article.id: article for article in graph.articles()}
    if connection.facts:
        console.print(Text("\nBetween them", style="bold cyan"))
    for fact in connection.facts:
        _print(console, _fact_parts(fact, titles, f"{fact.source} — {fact.relation.replace('_', ' ')} — {fact.target}"))
    if connection.events:
        console.print(Text(f"\n{count_of(len(connection.events), 'event')} of both", style="bold cyan"))
    for shared in connection.events:
        _print(console, _shared_parts(shared, titles))
    for path in connection.paths:
        console.print(Text(f"\nA chain of {count_of(len(path), 'event')}", style="bold cyan"))
        for shared in path:
            _print(console, _shared_parts(shared, titles))
    if not (connection.facts or connection.events or connection.paths):
        console.print("\nnothing connects them")
    if connection.identities:
        console.print(Text("\nWhom the words mean", style="bold cyan"))
    for identity in connection.identities:
        console.print(Text.assemble((f"“{identity.words.text}”", "bold"), " is ", (identity.entity.label, "bold")))
        for number, step in enumerate(identity.steps, 1):
            show_step(step, f"  {number}  ", console)
    if connection.others:
        shown = ", ".join(f"{node.label} ({node.id})" for node in connection.others[:5])
        console.print(Text(f"\nalso fitting: {shown}", style="dim"))


def show_changes(changes: Sequence[Change], console: Console) -> None:
    """What changed between two graphs, sort by sort."""
    if not changes:
        console.print("nothing changed")
        return
    for what in dict.fromkeys(change.what for change in changes):
        found = [change for change in changes if change.what == what]
        counts = Counter(change.kind for change in found)
        summary = ", ".join(f"{count} {kind}" for kind, count in sorted(counts.items()))
        console.print(Text.assemble((f"{what}: ", "bold cyan"), summary))
        for change in found:
            sign, style = _SIGNS[change.kind]
            console.print(Text.assemble((f"  {sign} ", style), (change.name, "bold"), (f"  {change.kind}", "dim")))
            for detail in change.details:
                console.print(Padding(Text(detail), (0, 0, 0, 6)))


def _print(console: Console, parts: Iterable[RenderableType]) -> None:
    for part in parts:
        console.print(part)


def _shared_parts(shared: Shared, titles: dict[str, ArticleNode]) -> Iterable[RenderableType]:
    event = shared.event
    status = f"  {status_of(event)}" if status_of(event) else ""
    yield Text.assemble((event.label, "bold"), (f"  {event.score:.2f}{status}  {event.id}", "dim"))
    yield _indented(Text.assemble(("reported by ", "cyan"), _words(event.evidence)))
    yield from map(_indented, quotes(event.evidence, titles))
    yield from map(_indented, difference_parts(event, titles))
    quoted = {(piece.article, piece.sentence_start) for piece in event.evidence}
    for fact in shared.facts:
        yield from map(_indented, _fact_parts(fact, titles, f"{fact.relation}: {fact.target}", quoted))


def _fact_parts(
    fact: Fact, titles: dict[str, ArticleNode], words: str, quoted: Collection[tuple[str, int]] = ()
) -> Iterable[RenderableType]:
    """A fact with its words, and their sentences but for those that are quoted already."""
    score = "" if fact.score is None else f"  {fact.score:.2f}"
    yield Text.assemble((words, "cyan"), f"  {_words(fact.evidence)}", (score, "dim"))
    yield from quotes((piece for piece in fact.evidence if (piece.article, piece.sentence_start) not in quoted), titles)


def _words(evidence: Iterable[Evidence]) -> str:
    return ", ".join(dict.fromkeys(f"“{piece.text}”" for piece in evidence))


def _indented(part: RenderableType) -> RenderableType:
    return Padding(part, (0, 0, 0, 2))
