"""All that is known of one node: its relations, what it did in the order of time, where it is mentioned; with sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kg.graph.attributes import describe_difference
from kg.graph.chronology import SECTIONS, Chronology, Entry
from kg.graph.nodes import ArticleNode, EntityNode, EventNode, RelationEdge
from kg.graph.wording import describe_relation, status_of
from kg.model import Evidence
from kg.terminal.console import count_of

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph, Node

Titles = Mapping[str, ArticleNode]

_TITLE = 50
"""Characters of an article's title that are shown."""
_WHEN = 12
"""Columns of a time."""
_ALIASES = 8


def show_node(graph: KnowledgeGraph, node: Node, console: Console) -> None:
    """All that is known of a node."""
    for part in _node_parts(graph, node):
        console.print(part)


def _node_parts(graph: KnowledgeGraph, node: Node) -> Iterator[RenderableType]:
    titles = {article.id: article for article in graph.articles()}
    yield Text.assemble((node.label, "bold"), (f"  {node.kind.replace('_', ' ')}", "dim"))
    if isinstance(node, EntityNode):
        yield from _names(node)
    yield Text(node.iri, style="dim")
    if isinstance(node, EventNode):
        yield from _event_parts(node, titles)
        return
    if not isinstance(node, EntityNode):
        yield Text("\nMentions", style="bold cyan")
        yield from quotes(graph.evidence(node), titles)
        return
    yield from _relation_parts(graph, node, titles)
    chronology = graph.chronology(node)
    yield from _chronology_parts(chronology, titles)
    yield from _mention_parts(graph.evidence(node), titles, in_full=not chronology.entries)


def _names(node: EntityNode) -> Iterator[Text]:
    if node.aliases:
        more = f" and {len(node.aliases) - _ALIASES} more" if len(node.aliases) > _ALIASES else ""
        yield Text(f"also {', '.join(node.aliases[:_ALIASES])}{more}", style="dim")
    if link := node.link:
        facts = ", ".join(filter(None, (link.kind, link.country, link.wikidata, link.id)))
        yield Text(f"{link.name} ({facts})", style="dim")


# ---- what holds, what happened, where it is mentioned ------------------------------------------------------------


def _relation_parts(graph: KnowledgeGraph, node: EntityNode, titles: Titles) -> Iterator[RenderableType]:
    """The lasting relations at whose one or other end the node stands, those that most articles state first."""
    relations = dict.fromkeys((*graph.relations(subject=node), *graph.relations(object=node)))
    if relations:
        yield Text("\nRelations", style="bold cyan")

    stated: dict[tuple[Evidence, ...], list[RelationEdge]] = {}
    for relation in relations:
        stated.setdefault(relation.evidence, []).append(relation)

    def weight(evidence: tuple[Evidence, ...]) -> tuple[bool, int, str]:
        first = stated[evidence][0]
        return first.subject.id != node.id, -len(_articles(evidence)), first.id

    for evidence in sorted(stated, key=weight):
        words = " · ".join(describe_relation(node, relation) for relation in stated[evidence])
        yield Text.assemble((words, "bold"), _count(_articles(evidence)))
        shortest = min(evidence, key=lambda piece: (len(piece.sentence), piece))
        yield Padding(_quote(shortest, titles), (0, 0, 0, 2))


def _chronology_parts(chronology: Chronology, titles: Titles) -> Iterator[RenderableType]:
    for name, title in SECTIONS.items():
        if entries := chronology.section(name):
            yield Text(f"\n{title}", style="bold cyan")
            table = Table.grid(padding=(0, 2, 0, 0))
            table.add_column(style="cyan", min_width=_WHEN if any(entry.when for entry in entries) else 0, no_wrap=True)
            table.add_column()
            for entry in entries:
                table.add_row(entry.when, Group(*_entry_parts(entry, titles)))
            yield table


def _entry_parts(entry: Entry, titles: Titles) -> Iterator[RenderableType]:
    """A line that says what, with how surely and by how many; where the articles differ; and a sentence."""
    status = (f"{entry.status}: ", "yellow") if entry.status else ""
    if entry.section not in {"said", "heard", "told"}:
        yield Text.assemble(status, (entry.summary, "bold"), _count([article.id for article in entry.event.articles]))
    for words in entry.differences:
        yield Text(f"articles differ: {words}", style="yellow")
    yield _quote(entry.quote, titles, *(piece for other in entry.others for piece in other.evidence))


def _mention_parts(evidence: Sequence[Evidence], titles: Titles, in_full: bool) -> Iterator[RenderableType]:
    """In which articles it is mentioned how often; each sentence where there is nothing else to show."""
    counts = Counter(piece.article for piece in evidence)
    yield Text(f"\n{count_of(len(evidence), 'mention')} in {count_of(len(counts), 'article')}", style="bold cyan")
    if in_full:
        yield from quotes(evidence, titles)
        return
    for article in sorted(counts, key=lambda name: (-counts[name], name)):
        known = titles.get(article)
        yield Text.assemble(
            f"  {counts[article]:4}  ", str(known or article), (f", {_day(known)}" if _day(known) else "", "dim")
        )


def _event_parts(event: EventNode, titles: Titles) -> Iterator[RenderableType]:
    for role, entities in event.roles.items():
        yield Text.assemble((f"{role.replace('_', ' ')}: ", "cyan"), ", ".join(map(str, entities)))
    if event.time:
        yield Text.assemble(("when: ", "cyan"), event.time.value)
    if status := status_of(event):
        yield Text.assemble(("status: ", "cyan"), status)
    yield from difference_parts(event, titles)
    yield Text("\nReported", style="bold cyan")
    yield from quotes(event.evidence, titles)


def difference_parts(event: EventNode, titles: Titles) -> Iterator[RenderableType]:
    """Where the articles differ about an event: each claim with its sentences."""
    for difference in event.differences:
        yield Text(f"articles differ: {describe_difference(difference)}", style="yellow")
        for claim in difference.claims:
            yield Padding(Text(claim.value, style="bold"), (0, 0, 0, 2))
            yield from (Padding(part, (0, 0, 0, 2)) for part in quotes(claim.evidence, titles))


# ---- sentences ---------------------------------------------------------------------------------------------------


def quotes(evidence: Iterable[Evidence], titles: Mapping[str, ArticleNode]) -> Iterator[RenderableType]:
    """Each sentence once, with the words that matter set off, and its article."""
    seen: dict[tuple[str, int], list[Evidence]] = {}
    for piece in evidence:
        seen.setdefault((piece.article, piece.sentence_start), []).append(piece)
    for first, *rest in seen.values():
        yield Padding(_quote(first, titles, *rest), (0, 0, 0, 2))


def _quote(piece: Evidence, titles: Titles, *others: Evidence) -> Text:
    """A sentence with the words that matter set off, and where it stands."""
    same = [piece, *(o for o in others if (o.article, o.sentence_start) == (piece.article, piece.sentence_start))]
    text = Text(piece.sentence.replace("\n", " "))
    for found in same:
        text.stylize("bold", found.start - piece.sentence_start, found.end - piece.sentence_start)
    first, last = min(found.start for found in same), max(found.end for found in same)
    known = titles.get(piece.article)
    origin = ", ".join(filter(None, (_shortened(str(known or piece.article)), _day(known), f"characters {first}-{last}")))
    return Text.assemble(text, ("  — " if piece.sentence else "", "dim"), (origin, "dim"))


def _shortened(title: str) -> str:
    return title if len(title) <= _TITLE else f"{title[: _TITLE - 1].rstrip()}…"


def _day(article: ArticleNode | None) -> str:
    return (article.published or "")[:10] if article else ""


def _articles(evidence: Iterable[Evidence]) -> set[str]:
    return {piece.article for piece in evidence}


def _count(articles: Iterable[str]) -> tuple[str, str]:
    return f"  {count_of(len(set(articles)), 'article')}", "dim"
