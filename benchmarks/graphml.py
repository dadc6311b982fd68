"""How fast GraphML is written, and in how much memory, beside networkx's writers in the same run.

python benchmarks/graphml.py [--edges 200000]

Each writer runs in a process of its own over the same generated graph (meetings of people, one sentence of evidence an edge).
networkx writes with lxml where it is installed and with the standard library too. "memory" is what writing added to the peak.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path

import networkx as nx

from kg.export import graphml
from kg.graph import KnowledgeGraph, build_graph
from kg.model import Entity, Event, Evidence, Participation, Resolution, Source

SENTENCE = "The president & <others> met officials of the ministry on Wednesday, officials said in a statement."
PARTS = 3


def generate(edges: int) -> KnowledgeGraph:
    """Meetings of three people each; with the edges to the articles, about as many edges as asked for."""
    count = edges // (PARTS + 2)
    sources, people, meetings = [], [], []
    for number in range(count):
        article = f"article/a-{number}"
        said = Evidence(article, 10, 20, "met", 0, len(SENTENCE), SENTENCE, 0.9)
        sources.append(Source(article, f"Article {number}", "2023-09-13", "Example Wire", None, "en", "a.txt", "0" * 64))
        people.append(Entity(f"person/p-{number}", "person", f"Jürgen {number}", ("J. Doe",), 0.9, (said,)))
        who = [f"person/p-{number * step % count}" for step in (1, 7, 11)]
        parts = tuple(Participation("participant", person, 0.9, (said,)) for person in dict.fromkeys(who))
        label = f"Meeting {number}"
        meetings.append(Event(f"event/e-{number}", "Meeting", label, parts, None, "certain", "positive", "past", 0.9, (said,)))
    return build_graph(Resolution(tuple(sources), tuple(people), tuple(meetings), {}, {}))


def write_kg(graph: KnowledgeGraph, path: Path) -> None:
    with path.open("wb") as stream:
        graphml.write(graph, stream)


def write_lxml(graph: KnowledgeGraph, path: Path) -> None:
    nx.write_graphml_lxml(graph._graph, path)


def write_xml(graph: KnowledgeGraph, path: Path) -> None:
    nx.write_graphml_xml(graph._graph, path)


WRITERS: dict[str, Callable[[KnowledgeGraph, Path], None]] = {
    "kg": write_kg,
    "networkx, lxml": write_lxml,
    "networkx, standard library": write_xml,
}


def measure(name: str, edges: int) -> tuple[float, float, int]:
    """Seconds, MB added to the peak, bytes."""
    graph = generate(edges)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.graphml"
        start = time.perf_counter()
        WRITERS[name](graph, path)
        seconds = time.perf_counter() - start
        size = path.stat().st_size
    return seconds, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024, size


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--edges", type=int, default=200_000)
    edges = options.parse_args().edges
    print(f"networkx {nx.__version__}, Python {sys.version.split()[0]}, about {edges:,} edges")
    for name in WRITERS:
        with get_context("spawn").Pool(1) as pool:
            try:
                seconds, memory, size = pool.apply(measure, (name, edges))
            except ImportError as error:
                print(f"{name:28} not measured: {error}")
                continue
        print(f"{name:28} {seconds:7.2f} s  {memory:7.0f} MB memory  {size / 1e6:6.0f} MB file")


if __name__ == "__main__":
    main()
