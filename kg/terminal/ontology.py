"""The types of events: all as a tree, or one with all that is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.text import Text
from rich.tree import Tree

if TYPE_CHECKING:
    from kg.ontology import EventType, Frame


def show_types(types: Mapping[str, EventType], console: Console) -> None:
    """All types, the narrower under the wider, each with its definition."""
    for event in types.values():
        if event.parent is None:
            console.print(_grow(Tree(_title(event), guide_style="dim"), event, types))


def _grow(tree: Tree, event: EventType, types: Mapping[str, EventType]) -> Tree:
    for narrower in sorted((known for known in types.values() if known.parent == event.name), key=lambda known: known.name):
        _grow(tree.add(_title(narrower)), narrower, types)
    return tree


def _title(event: EventType) -> Text:
    return Text.assemble((event.name, "bold"), (f"  {event.definition}", "dim"))


def show_type(event: EventType, console: Console) -> None:
    """What a type means, who takes part, which words mean it, and its own examples."""
    console.print(Text.assemble((event.label, "bold"), (f"  a kind of {event.parent}" if event.parent else "", "dim")))
    console.print(Text(event.definition))
    codes = [(scheme, code) for scheme, code in (("PLOVER", event.plover), ("CAMEO", event.cameo)) if code]
    for scheme, value in (*codes, *(("class", iri) for iri in event.iris)):
        console.print(Text.assemble((f"{scheme}: ", "cyan"), value))
    _show_lines("Roles", (f"{r.name}: {r.definition} ({', '.join(sorted(r.accepts))})" for r in event.roles.values()), console)
    _show_lines("Verbs", _words(event.verbs), console)
    _show_lines("Nouns", _words(event.nouns), console)
    _show_lines("Verbs that only carry its nouns", filter(None, [", ".join(sorted(event.light_verbs))]), console)
    _show_lines("Examples", (example.text for example in event.examples if example.event), console)
    _show_lines("No such event", (example.text for example in event.examples if not example.event), console)


def _show_lines(title: str, lines: Iterable[str], console: Console) -> None:
    found = list(lines)
    if found:
        console.print(Text(f"\n{title}", style="bold cyan"))
    for line in found:
        console.print(Padding(Text(line), (0, 0, 0, 2)))


def _words(frames: Iterable[Frame]) -> Iterator[str]:
    """Words that ask for the same, with what that is ("launch, relaunch: object missile, rocket; not with at")."""
    for asked, same in groupby(frames, _asked):
        yield ", ".join(frame.lemma for frame in same) + (f": {asked}" if asked else "")


def _asked(frame: Frame) -> str:
    asked = [f"{slot} {', '.join(sorted(words))}" for slot, words in sorted(frame.only.items())]
    asked += [f"with {slot}" for slot in sorted(frame.needs - frame.only.keys())]
    asked += [f"a person named as {slot}" for slot in sorted(frame.named)]
    asked += [f"not {slot} {', '.join(sorted(words))}" for slot, words in sorted(frame.unless.items())]
    asked += [f"not with {slot}" for slot in sorted(frame.blocked_by)]
    asked += ["in the plural"] if frame.plural else []
    return "; ".join(asked)
