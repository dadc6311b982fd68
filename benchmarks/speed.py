"""How fast articles are read on one core, beside a blank spaCy tokenizer in the same run, and how much memory it takes.

python benchmarks/speed.py GOLD.jsonl... [--articles 1000] [--model NAME]

Articles are the texts of the files, repeated until there are enough. Ten by ten they are read by the tokenizer, by the language
model alone and by all of extraction, so that what else the machine does slows them alike. Times are worth their ratio alone.
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


def batched(articles: Iterator[Article], size: int = 10) -> Iterator[list[Article]]:
    """The articles, so many at a time."""
    while batch := list(itertools.islice(articles, size)):
        yield batch


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("gold", nargs="+")
    options.add_argument("--articles", type=int, default=1000)
    options.add_argument("--model", default="")
    args = options.parse_args()
    nlp, blank = load_nlp(args.model), spacy.blank("en")
    spent = {"blank tokenizer": 0.0, "language model": 0.0, "kg extract": 0.0}
    words = 0
    with tempfile.TemporaryDirectory() as folder:
        for batch in batched(texts(args.gold, args.articles)):
            words += sum(len(article.text.split()) for article in batch)
            paragraphs = [paragraph for article in batch for paragraph in article.text.split("\n\n")]
            for name, pipe in (("blank tokenizer", blank), ("language model", nlp)):
                start = time.perf_counter()
                for paragraph in paragraphs:
                    pipe(paragraph)
                spent[name] += time.perf_counter() - start
            start = time.perf_counter()
            write_lines(standoff_lines(extract_article(article, nlp) for article in batch), Path(folder) / "out.jsonl")
            spent["kg extract"] += time.perf_counter() - start
    for name, seconds in spent.items():
        print(f"{name:16} {words / seconds:10,.0f} words/s")
    share = spent["language model"] / spent["kg extract"]
    print(f"kg extract / language model {share:.3f}  ({args.articles} articles, {words:,} words)")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


if __name__ == "__main__":
    main()
