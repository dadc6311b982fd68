"""All that is known of one node, each fact with its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from kg.model import Evidence
from kg.terminal.console import status_of

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph, Node


def show_node(graph: KnowledgeGraph, node: Node, console: Console) -> None:
    """All that is known of a node, each fact with its sentence."""
    console.print(Group(*_node_parts(graph, node)))


def _node_parts(graph: KnowledgeGraph, node: Node) -> Iterable[RenderableType]:
    aliases = getattr(node, "aliases", ())
    yield Text.assemble(
        (node.label, "bold"), (f"  {node.kind}", "dim"), (f"  also {', '.join(aliases)}" if aliases else "", "dim")
    )
    yield Text(node.iri, style="dim")
    if link := getattr(node, "link", None):
        facts = ", ".join(filter(None, (link.kind, link.country, link.wikidata, link.id)))
        yield Text(f"{link.name} ({facts})", style="dim")
    titles = {article.id: article for article in graph.articles()}
    if node.kind == "event":
        yield from _event_parts(graph, node, titles)
        return
    events = [event for event in graph.events(asserted=False) if node.id in {e.id for es in event.roles.values() for e in es}]
    yield from _relation_parts(graph, node, titles)
    if events:
        yield Text("\nEvents", style="bold cyan")
    for event in events:
        yield Text.assemble((event.label, "bold"), (f"  {status_of(event)}", "dim"))
        yield from quotes(event.evidence, titles)
    yield Text("\nMentions", style="bold cyan")
    yield from quotes(graph.evidence(node), titles)


def _relation_parts(graph: KnowledgeGraph, node: Node, titles: Mapping[str, Node]) -> Iterable[RenderableType]:
    """The lasting relations at whose one or other end the node stands."""
    relations = dict.fromkeys((*graph.relations(subject=node), *graph.relations(object=node)))
    if relations:
        yield Text("\nRelations", style="bold cyan")
    for relation in relations:
        yield Text(str(relation), style="bold")
        yield from quotes(relation.evidence, titles)


def _event_parts(graph: KnowledgeGraph, node: Node, titles: Mapping[str, Node]) -> Iterable[RenderableType]:
    event = next(event for event in graph.events(asserted=False) if event.id == node.id)
    for role, entities in event.roles.items():
        yield Text.assemble((f"{role}: ", "cyan"), ", ".join(map(str, entities)))
    if event.time:
        yield Text.assemble(("when: ", "cyan"), event.time.value)
    if status := status_of(event):
        yield Text.assemble(("status: ", "cyan"), status)
    yield Text("\nReported", style="bold cyan")
    yield from quotes(event.evidence, titles)


def quotes(evidence: Iterable[Evidence], titles: Mapping[str, Node]) -> Iterable[RenderableType]:
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
