"""Nodes and relations as small pieces of HTML, for notebooks. Everything from outside is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from kg.graph.attributes import describe_difference
from kg.graph.chronology import SECTIONS, Chronology, Entry
from kg.graph.nodes import ArticleNode, EntityNode, EventNode, Node, RelationEdge
from kg.graph.palette import color_of
from kg.graph.wording import status_of
from kg.model import Evidence, Link

_QUOTED = 3  # sentences that are shown
_LISTED = 12  # names that are shown


def card(thing: Node | RelationEdge) -> str:
    """What is known of it: its kind, its name, its facts, and the sentences that say so."""
    kind = thing.type.replace("_", " ") if isinstance(thing, EventNode | RelationEdge) else thing.kind.replace("_", " ")
    color = color_of(thing.kind if isinstance(thing, Node) else "event")
    facts = "".join(f"<tr>{_cell('th', name)}{_cell('td', text)}</tr>" for name, text in _facts(thing) if text)
    return (
        f'<div style="border-left:4px solid {color};padding:2px 10px;margin:4px 0;max-width:46em">'
        f'<div><b>{escape(str(thing))}</b> <span style="opacity:.6">{escape(kind)}</span></div>'
        f'<table style="margin:2px 0;border-collapse:collapse">{facts}</table>{_quotations(thing)}</div>'
    )


def chronology_card(chronology: Chronology) -> str:
    """A table for each section: when, what with its sentence, in how many articles."""
    found = ((title, chronology.section(name)) for name, title in SECTIONS.items())
    parts = (f"<div><b>{title}</b></div><table>{''.join(map(_row, entries))}</table>" for title, entries in found if entries)
    return f"<div><b>{escape(str(chronology.who))}</b>{''.join(parts)}</div>"


def _row(entry: Entry) -> str:
    what = f'<b>{escape(entry.summary)}</b> <span style="opacity:.6">{escape(entry.status)}</span>'
    differs = "".join(f"<div>articles differ: {escape(words)}</div>" for words in entry.differences)
    articles = len(entry.event.articles)
    cells = (escape(entry.when), f"{what}{differs}{_quotation(entry.quote)}", f"{articles} article{'s' * (articles != 1)}")
    return f"<tr>{''.join(_cell('td', cell) for cell in cells)}</tr>"


def _cell(tag: str, text: str) -> str:
    return f'<{tag} style="text-align:left;vertical-align:top;font-weight:normal;padding:0 12px 0 0">{text}</{tag}>'


def _facts(thing: Node | RelationEdge) -> Iterator[tuple[str, str]]:
    if isinstance(thing, EntityNode):
        yield "also", _listed(thing.aliases)
        yield "is", _link(thing.link) if thing.link else ""
        yield "mentions", str(thing.mentions)
    elif isinstance(thing, EventNode):
        for role, players in thing.roles.items():
            yield escape(role.replace("_", " ")), _listed(map(str, players))
        yield "time", escape(thing.time.value) if thing.time else ""
        yield "status", status_of(thing)
        yield "articles differ", _listed(map(describe_difference, thing.differences))
        yield "reported in", _listed(map(str, thing.articles))
    elif isinstance(thing, RelationEdge):
        yield "time", escape(" – ".join(filter(None, (thing.begin, thing.end))))
    elif isinstance(thing, ArticleNode):
        yield "published", escape(" · ".join(filter(None, (thing.published, thing.publisher))))
        yield "address", _anchor(thing.url) if thing.url else ""
    if isinstance(thing, EntityNode | EventNode | RelationEdge):
        yield "score", str(thing.score)


def _listed(names: Iterable[str]) -> str:
    shown = [escape(name) for name in names]
    return " · ".join(shown[:_LISTED]) + (f" · and {len(shown) - _LISTED} more" if len(shown) > _LISTED else "")


def _link(link: Link) -> str:
    facts = ", ".join(filter(None, (link.kind, link.country)))
    return _anchor(link.id, link.name) + (f" ({escape(facts)})" if facts else "")


def _anchor(address: str, text: str = "") -> str:
    """A link, if the address leads into the web and nowhere else."""
    shown = escape(text or address)
    return f'<a href="{escape(address)}">{shown}</a>' if address.startswith(("https://", "http://")) else shown


def _quotations(thing: Node | RelationEdge) -> str:
    evidence = thing.evidence if isinstance(thing, EventNode | RelationEdge) else ()
    return "".join(map(_quotation, evidence[:_QUOTED]))


def _quotation(piece: Evidence) -> str:
    """The sentence with the words marked."""
    if not piece.sentence:
        return ""
    start, end = piece.start - piece.sentence_start, piece.end - piece.sentence_start
    before, words, after = piece.sentence[:start], piece.sentence[start:end], piece.sentence[end:]
    marked = f"{escape(before)}<mark>{escape(words)}</mark>{escape(after)}"
    return f'<blockquote style="margin:2px 0 2px 8px">{marked}</blockquote>'
