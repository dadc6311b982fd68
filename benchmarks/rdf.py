"""How fast a graph is written as Turtle, read back and asked, beside rdflib in the same run.

python benchmarks/rdf.py [--triples 1000000] [--skip-rdflib]

The graph is generated: articles that report meetings, with the awkward proportions of real ones (most triples describe
phrases). Times are processor seconds of all threads together, so that other work on the machine counts as little as possible;
they are worth their ratio alone.
"""

from __future__ import annotations

import argparse
import io
import resource
import time
from collections import defaultdict
from collections.abc import Callable
from random import Random

import pyoxigraph
import rdflib

from kg.export import turtle
from kg.export.rdf_graph import ntriples
from kg.export.vocabulary import PREFIXES
from kg.graph import KnowledgeGraph, build_graph
from kg.ids import node_id
from kg.model import Entity, Event, EventTime, Evidence, Participation, Resolution, Source
from kg.sparql import load, query

TRIPLES_AN_ARTICLE = 350
DAY = "2023-09-13"
JOIN = """SELECT ?place (COUNT(DISTINCT ?who) AS ?people) {
  ?event a sem:Event ; sem:hasActor ?who ; sem:hasPlace ?place . ?place a sem:Place . } GROUP BY ?place"""


def generate(articles: int) -> Resolution:
    """A world with two meetings an article, of three people each."""
    random = Random(13)
    people = [node_id("person", f"Person {i}", i) for i in range(max(10, articles // 4))]
    places = [node_id("place", f"Place {i}", i) for i in range(max(5, articles // 20))]
    said: dict[str, list[Evidence]] = defaultdict(list)
    sources, events = [], []
    for number in range(articles):
        source = Source(
            node_id("article", f"Report {number}", number),
            f"Report {number}",
            DAY,
            "Wire",
            None,
            "en",
            f"{number}.txt",
            "0" * 64,
        )
        sources.append(source)
        for which in range(2):
            events.append(_meeting(source.id, number, which, random.sample(people, 3), random.choice(places), said))
    entities = [
        Entity(node, node.split("/")[0], f"Name of {node}", (f"Alias of {node}",), 0.9, tuple(pieces))
        for node, pieces in said.items()
    ]
    return Resolution(tuple(sources), tuple(entities), tuple(events), {}, {})


def _meeting(article: str, number: int, which: int, who: list[str], place: str, said: dict[str, list[Evidence]]) -> Event:
    def piece(words: str, order: int, score: float) -> Evidence:
        start = which * 400 + order * 40
        sentence = (
            f'In sentence {start} of report {number} the leaders met for talks on trade, and an aide said "so" to reporters.'
        )
        return Evidence(article, start, start + len(words), words, start, start + len(sentence), sentence, score)

    parts = []
    for order, person in enumerate(who):
        mentions = [piece("The President", 2 * order, 0.9), piece("he", 2 * order + 1, 0.7)]
        said[person] += mentions
        parts.append(Participation("participant", person, 0.8, (mentions[0],)))
    said[place].append(where := piece("the city", 6, 0.8))
    parts.append(Participation("place", place, 0.7, (where,)))
    when = EventTime(DAY, DAY, DAY, "day", 0.9, (piece("Wednesday", 7, 0.9),))
    label = f"Meeting {number}.{which}"
    said_so = (piece("met", 8, 0.9),)
    return Event(
        node_id("event", label, label), "Meeting", label, tuple(parts), when, "certain", "positive", "past", 0.9, said_so
    )


def timed(name: str, run: Callable[[], object]) -> float:
    """The processor seconds that something takes, printed."""
    start = time.process_time()
    run()
    seconds = time.process_time() - start
    print(f"{name:28} {seconds:9.2f} s", flush=True)
    return seconds


def written(graph: KnowledgeGraph) -> bytes:
    stream = io.BytesIO()
    turtle.write(graph, stream)
    return stream.getvalue()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--triples", type=int, default=1_000_000)
    options.add_argument("--skip-rdflib", action="store_true")
    args = options.parse_args()
    graph = build_graph(generate(max(1, args.triples // TRIPLES_AN_ARTICLE)))
    content = written(graph)
    print(f"{len(ntriples(graph).splitlines()):,} triples, {len(content) / 1e6:.1f} MB of Turtle")
    ours = {
        "write": timed("kg: Turtle written", lambda: written(graph)),
        "read": timed("kg: Turtle read", lambda: turtle.read(io.BytesIO(content))),
    }
    start = time.process_time()
    store = load(graph)
    print(f"{'kg: made ready to be asked':28} {time.process_time() - start:9.2f} s")
    ours["join"] = timed("kg: join of four patterns", lambda: query(store, JOIN))
    timed("pyoxigraph: Turtle parsed", lambda: sum(1 for _ in pyoxigraph.parse(content, format=pyoxigraph.RdfFormat.TURTLE)))
    print(f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB at most")
    if args.skip_rdflib:
        return
    other = rdflib.Graph()
    theirs = {
        "read": timed("rdflib: Turtle parsed", lambda: other.parse(data=content, format="turtle")),
        "join": timed("rdflib: join", lambda: list(other.query(JOIN, initNs=PREFIXES))),
        "write": timed("rdflib: Turtle serialized", lambda: other.serialize(format="turtle")),
    }
    for name, seconds in ours.items():
        print(f"{name}: {theirs[name] / seconds:.1f} times as fast as rdflib")


if __name__ == "__main__":
    main()
