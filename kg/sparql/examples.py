"""The questions that ship with kg: ``queries/*.rq``, each with a first line that says what it asks."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

from kg.errors import QueryError


@dataclass(frozen=True, slots=True)
class Example:
    """A question in SPARQL.

    Attributes:
        name: of its file, without suffix.
        question: the same in words.
        sparql: the query, with the question as its first line.
    """

    name: str
    question: str
    sparql: str


def load_examples() -> tuple[Example, ...]:
    """All of them, in the order of their names."""
    texts = {
        entry.name.removesuffix(".rq"): entry.read_text(encoding="utf-8")
        for entry in files("kg.sparql").joinpath("queries").iterdir()
        if entry.name.endswith(".rq")
    }
    return tuple(Example(name, text.partition("\n")[0].lstrip("# "), text) for name, text in sorted(texts.items()))


def find_example(name: str) -> Example:
    """The example of this name.

    Raises:
        QueryError: there is none; the message lists those that there are.
    """
    examples = load_examples()
    for example in examples:
        if example.name == name:
            return example
    raise QueryError(f"no example is called {name!r} (there are: {', '.join(example.name for example in examples)})")
