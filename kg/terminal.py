"""What a person reads on the terminal: progress, the summary of a build, and all that is known of one node."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from kg.errors import ArticleError
from kg.ingest import DuplicateArticleError
from kg.model import Article, Evidence

if TYPE_CHECKING:
    from kg.graph import EntityNode, EventNode, KnowledgeGraph, Node

_TOP = 10
_PIPE_WIDTH = 120
"""Columns where the output goes to a file or another program."""

_STATUS = {
    "certain": "",
    "probable": "probably",
    "planned": "planned",
    "possible": "possible",
}


def make_console(*, stderr: bool = False) -> Console:
    """A console that is plain and of fixed width where nobody looks on."""
    console = Console(stderr=stderr, highlight=False)
    if not console.is_terminal:
        console = Console(stderr=stderr, highlight=False, width=_PIPE_WIDTH, no_color=True)
    return console


# ---- progress ----------------------------------------------------------------------------------------------------


class Reporter:
    """Counts what was read and left out, and shows it while it goes on, if somebody looks."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.read = 0
        self.left_out = 0
        self.repeated = 0
        self._progress: Progress | None = None

    @contextmanager
    def running(self) -> Iterator[Reporter]:
        """Show progress inside the block."""
        columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
        with Progress(*columns, console=self.console, transient=True, disable=not self.console.is_terminal) as progress:
            self._progress = progress
            progress.add_task("loading the language model")
            yield self
            self._progress = None

    def __call__(self, result: Article | ArticleError) -> None:
        """Take note of an article, or of one that was left out."""
        if isinstance(result, DuplicateArticleError):
            self.repeated += 1
            self.console.print(f"read once: {result}", markup=False, soft_wrap=True)
        elif isinstance(result, ArticleError):
            self.left_out += 1
            self.console.print(f"left out: {result}", markup=False, soft_wrap=True)
        else:
            self.read += 1
        if self._progress is not None:
            last = f": {Path(result.source).name}"
            self._progress.update(self._progress.task_ids[0], description=f"{self.count()}{last}")

    def count(self) -> str:
        """``7 articles read, 1 left out``."""
        out = f", {self.left_out} left out" if self.left_out else ""
        again = f", {self.repeated} given twice" if self.repeated else ""
        return f"{_number(self.read, 'article')} read{out}{again}"


# ---- the summary of a build --------------------------------------------------------------------------------------


def show_summary(graph: KnowledgeGraph, read: str, written: Sequence[Path], console: Console) -> None:
    """Who, where, what happened and when, in how many articles, and where it was written."""
    events = graph.events(asserted=False)
    console.print(Text(f"{read}: {_counts(graph)}", style="bold"))
    console.print()
    for title, entities in (
        ("Who", (*graph.people(), *graph.organizations())),
        ("Where", graph.places()),
    ):
        if entities:
            console.print(
                _entity_table(title, sorted(entities, key=lambda e: (-e.mentions, e.id))[:_TOP], graph, len(entities))
            )
            console.print()
    if events:
        console.print(_event_table(events))
        console.print()
    for path in written:
        console.print(f"wrote {path}", markup=False, soft_wrap=True)


def _counts(graph: KnowledgeGraph) -> str:
    parts = (
        (len(graph.people()), "person", "people"),
        (len(graph.organizations()), "organization", "organizations"),
        (len(graph.places()), "place", "places"),
        (len(graph.events(asserted=False)), "event", "events"),
    )
    return ", ".join(_number(count, one, many) for count, one, many in parts)


def _entity_table(title: str, entities: Sequence[EntityNode], graph: KnowledgeGraph, total: int) -> Table:
    table = _table()
    table.add_column(title, style="bold", max_width=40)
    table.add_column("", style="dim")
    table.add_column("also", style="dim", ratio=1, no_wrap=True, overflow="ellipsis")
    table.add_column("articles", justify="right")
    table.add_column("mentions", justify="right")
    for entity in entities:
        articles = {piece.article for piece in graph.evidence(entity)}
        table.add_row(entity.label, entity.kind, ", ".join(entity.aliases), str(len(articles)), str(entity.mentions))
    if total > len(entities):
        table.add_row(Text(f"and {total - len(entities)} more", style="dim"))
    return table


def _event_table(events: Sequence[EventNode]) -> Table:
    table = _table()
    table.add_column("What happened", style="bold")
    table.add_column("when", no_wrap=True)
    table.add_column("who", ratio=3)
    table.add_column("where", ratio=2)
    table.add_column("", style="dim")
    table.add_column("articles", justify="right")
    ranked = sorted(events, key=lambda event: (-len(event.articles), -len(event.participants), event.id))
    chosen = {event.id for event in ranked[: 2 * _TOP]}
    for event in (event for event in events if event.id in chosen):
        table.add_row(
            event.type,
            event.time.value if event.time else "",
            ", ".join(map(str, event.participants)),
            str(event.place or ""),
            _status(event),
            str(len(event.articles)),
        )
    if len(events) > len(chosen):
        table.add_row(Text(f"and {len(events) - len(chosen)} more", style="dim"))
    return table


def _status(event: EventNode) -> str:
    return "denied" if event.polarity == "negative" else _STATUS[event.certainty]


def _table() -> Table:
    return Table(box=None, padding=(0, 2, 0, 0), header_style="bold cyan", title_justify="left", expand=False)


# ---- the language model ------------------------------------------------------------------------------------------


def show_model(meta: Mapping[str, Any], console: Console) -> None:
    """Name, size, parts, figures and sources of a pipeline, as its card gives them."""
    console.print(
        Text.assemble((f"{meta.get('lang')}_{meta.get('name')} {meta.get('version')}", "bold"), f"  {meta['size']} MB")
    )
    console.print(Text(meta["path"], style="dim"))
    for label, value in (
        ("", meta.get("description")),
        ("licence: ", meta.get("license")),
        ("parts: ", ", ".join(meta.get("pipeline", ()))),
        ("sources: ", "; ".join(f"{s['name']} ({s['license']})" for s in meta.get("sources") or ())),
    ):
        if value:
            console.print(Text.assemble((label, "cyan"), str(value)))
    for kind, sets in (meta.get("performance") or {}).items():
        if isinstance(sets, Mapping) and all(isinstance(row, Mapping) for row in sets.values()):
            console.print()
            console.print(_figures_table(kind, sets))


def _figures_table(kind: str, sets: Mapping[str, Mapping[str, Any]]) -> Table:
    table = _table()
    columns = list(dict.fromkeys(column for row in sets.values() for column in row))
    table.add_column(kind, style="bold")
    for column in columns:
        table.add_column(column, justify="right")
    for name, row in sets.items():
        table.add_row(name, *(f"{row[c]:.3f}" if isinstance(row.get(c), float) else str(row.get(c, "")) for c in columns))
    return table


# ---- one node ----------------------------------------------------------------------------------------------------


def show_node(graph: KnowledgeGraph, node: Node, console: Console) -> None:
    """All that is known of a node, each fact with its sentence."""
    console.print(Group(*_node_parts(graph, node)))


def _node_parts(graph: KnowledgeGraph, node: Node) -> Iterable[RenderableType]:
    aliases = getattr(node, "aliases", ())
    yield Text.assemble(
        (node.label, "bold"), (f"  {node.kind}", "dim"), (f"  also {', '.join(aliases)}" if aliases else "", "dim")
    )
    yield Text(node.iri, style="dim")
    titles = {article.id: article for article in graph.articles()}
    if node.kind == "event":
        yield from _event_parts(graph, node, titles)
        return
    events = [event for event in graph.events(asserted=False) if node.id in {e.id for es in event.roles.values() for e in es}]
    if events:
        yield Text("\nEvents", style="bold cyan")
    for event in events:
        yield Text.assemble((event.label, "bold"), (f"  {_status(event)}", "dim"))
        yield from _quotes(event.evidence, titles)
    yield Text("\nMentions", style="bold cyan")
    yield from _quotes(graph.evidence(node), titles)


def _event_parts(graph: KnowledgeGraph, node: Node, titles: Mapping[str, Node]) -> Iterable[RenderableType]:
    event = next(event for event in graph.events(asserted=False) if event.id == node.id)
    for role, entities in event.roles.items():
        yield Text.assemble((f"{role}: ", "cyan"), ", ".join(map(str, entities)))
    if event.time:
        yield Text.assemble(("when: ", "cyan"), event.time.value)
    if status := _status(event):
        yield Text.assemble(("status: ", "cyan"), status)
    yield Text("\nReported", style="bold cyan")
    yield from _quotes(event.evidence, titles)


def _quotes(evidence: Iterable[Evidence], titles: Mapping[str, Node]) -> Iterable[RenderableType]:
    """Each sentence once, with the words that matter set off, and its article."""
    seen: dict[tuple[str, int], list[Evidence]] = {}
    for piece in evidence:
        seen.setdefault((piece.article, piece.sentence_start), []).append(piece)
    for (article, _), pieces in seen.items():
        text = Text(pieces[0].sentence.replace("\n", " "))
        for piece in pieces:
            text.stylize("bold", piece.start - piece.sentence_start, piece.end - piece.sentence_start)
        yield Padding(Group(text, Text(_origin(titles.get(article), article, pieces), style="dim")), (0, 0, 0, 2))


def _origin(article: Node | None, name: str, pieces: Sequence[Evidence]) -> str:
    """The article's title and day, and the characters of the first and last words that matter."""
    day = (getattr(article, "published", None) or "")[:10]
    return ", ".join(filter(None, (str(article or name), day, f"characters {pieces[0].start}-{pieces[-1].end}")))


def _number(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or one + 's'}"
