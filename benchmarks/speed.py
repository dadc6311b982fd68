"""How fast articles are read on one core, beside a blank spaCy tokenizer in the same run, and how much memory it takes.

python benchmarks/speed.py GOLD.jsonl... [--articles 1000] [--model NAME]

Articles are the texts of the files, repeated until there are enough. Times on shared machines are worth their ratio alone.
"""

from __future__ import annotations

import argparse
import itertools
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import spacy

from kg.extract import extract_article, load_nlp
from kg.ingest import read_articles
from kg.model import Article
from kg.pipeline import write_lines
from kg.standoff import standoff_lines


def texts(paths: list[str], count: int) -> Iterator[Article]:
    """As many articles as asked for."""
    found = [article for article in read_articles(paths) if isinstance(article, Article)]
    if not found:
        sys.exit("no articles")
    return itertools.islice(itertools.cycle(found), count)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("gold", nargs="+")
    options.add_argument("--articles", type=int, default=1000)
    options.add_argument("--model", default="")
    args = options.parse_args()
    nlp, blank = load_nlp(args.model), spacy.blank("en")
    sample = [article.text for article in texts(args.gold, min(args.articles, 200))]
    words = sum(len(text.split()) for text in sample)
    for name, pipe in (("blank tokenizer", blank), ("language model", nlp)):
        start = time.perf_counter()
        for text in sample:
            for paragraph in text.split("\n\n"):
                pipe(paragraph)
        print(f"{name:16} {words / (time.perf_counter() - start):10,.0f} words/s")
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        written = 0

        def counted() -> Iterator[Article]:
            nonlocal written
            for article in texts(args.gold, args.articles):
                written += len(article.text.split())
                yield article

        write_lines(standoff_lines(extract_article(article, nlp) for article in counted()), Path(folder) / "out.jsonl")
    seconds = time.perf_counter() - start
    print(f"{'kg extract':16} {written / seconds:10,.0f} words/s  ({args.articles} articles, {written:,} words)")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


if __name__ == "__main__":
    main()
