"""Why names are one thing or two, and what a person may want to decide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from kg.terminal.console import count_of

if TYPE_CHECKING:
    from kg.ledger import End, Explanation, Step

_VERDICT = {"one": "", "apart": ", kept apart", "doubtful": ", left apart"}
_AROUND = 90
"""Characters of a sentence that are shown on each side of a name."""


def show_explanation(explanation: Explanation, names: tuple[str, str], console: Console) -> None:
    """The chain of reasons from one name to the other, or what keeps them apart."""
    left, right, steps = explanation.left, explanation.right, explanation.steps
    quoted = [(f"“{name}”", "bold") for name in names]
    if explanation.one:
        weakest = f", the weakest step {min(step.score for step in steps):.2f}" if steps else ""
        console.print(Text.assemble(quoted[0], " and ", quoted[1], " are one: ", (left.name, "bold"), f" ({left.type})"))
        console.print(Text(f"{left.id}: {count_of(len(steps), 'step')}{weakest}", style="dim"))
    else:
        console.print(Text.assemble(quoted[0], " and ", quoted[1], " are not one."))
        for name, entity in zip(quoted, (left, right), strict=True):
            console.print(Text.assemble(name, " is ", (entity.name, "bold"), f" ({entity.type})  ", (entity.id, "dim")))
        if explanation.reason:
            console.print(Text(explanation.reason))
    for number, step in enumerate(steps, 1):
        console.print()
        show_step(step, f"{number}  ", console)
    if explanation.others:
        shown = ", ".join(f"{entity.name} ({entity.id})" for entity in explanation.others[:5])
        console.print(Text(f"\nalso called so: {shown}", style="dim"))


def show_review(steps: Sequence[Step], total: int, console: Console) -> None:
    """Doubtful pairs with the lines that decide them."""
    if not steps:
        console.print("nothing doubtful")
        return
    console.print(Text(f"{count_of(total, 'doubtful pair')}, the most doubtful first", style="bold"))
    console.print(Text("to decide one, copy its lines into a file for kg build --corrections", style="dim"))
    for number, step in enumerate(steps, 1):
        console.print()
        show_step(step, f"{number}  ", console)
        now = "merge" if step.verdict == "one" else "apart"
        for kind in ("merge", "apart"):
            note = "  # as it is" if kind == now else ""
            for line in (f"[[{kind}]]{note}", f"names = [{', '.join(map(_quote, step.references))}]"):
                console.print(Text(line, style="green" if kind == "merge" else "yellow"), soft_wrap=True)
    if total > len(steps):
        console.print(Text(f"\nand {total - len(steps)} more", style="dim"))


def _quote(name: str) -> str:
    """A text as TOML writes it."""
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def show_step(step: Step, number: str, console: Console) -> None:
    """One decision about two names: its rule, score and reason, and their sentences."""
    score = f"{step.score:.2f}" if step.score >= 0 else "forbidden"
    names = ((f"“{step.left.text}”", "bold"), " / ", (f"“{step.right.text}”", "bold"))
    console.print(Text.assemble((number, "bold cyan"), *names, (f"  {step.rule} {score}{_VERDICT[step.verdict]}", "dim")))
    console.print(Padding(Text(step.reason), (0, 0, 0, 3)))
    same = step.left.sentence == step.right.sentence and step.left.article == step.right.article
    for end in (step.left,) if same else (step.left, step.right):
        if end.sentence:
            console.print(Padding(_excerpt(end), (0, 0, 0, 5)))


def _excerpt(end: End) -> Text:
    """The words around a mention, the mention in bold, and the article's file."""
    at = max(0, end.start - end.sentence_start)
    first, last = max(0, at - _AROUND), min(len(end.sentence), at + len(end.text) + _AROUND)
    words = Text(end.sentence[first:last].replace("\n", " "))
    words.stylize("bold", at - first, at - first + len(end.text))
    parts = ("… " if first else "", words, " …" if last < len(end.sentence) else "")
    return Text.assemble(*parts, (f"  {end.file}", "dim"))
