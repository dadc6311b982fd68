"""read -> extract -> resolve -> build_graph -> write: composes the five verbs, nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from kg import export
from kg.config import Config
from kg.errors import ArticleError, OutputError, UnknownFormat
from kg.extract import extract_article, load_nlp, model_name
from kg.gazetteer.authority import Authority, load_authority
from kg.graph import KnowledgeGraph, build_graph
from kg.ingest import read_articles
from kg.ledger import FILE as LEDGER_FILE
from kg.ledger import ledger_lines
from kg.model import Article, Extraction, Resolution
from kg.ontology import use_types
from kg.resolve import NO_CORRECTIONS, correct, load_corrections, resolve
from kg.standoff import standoff_lines

Inputs = str | Path | Sequence[str | Path]
Report = Callable[[Article | ArticleError], None]
"""Called once an article: with the article when it is done, with the error where it was left out."""

STANDOFF = "standoff"
LEDGER = "ledger"
DEFAULT_FORMATS = ("turtle", "graphml", STANDOFF, LEDGER)
"""What `kg build` writes unless told otherwise; the last two are no exports of the graph, but go with it."""


@dataclass(frozen=True, slots=True)
class Build:
    """All that came out of a run, in the order of the flow.

    Attributes:
        unused: the names in the user's corrections that no article goes by.
    """

    extractions: tuple[Extraction, ...]
    resolution: Resolution
    graph: KnowledgeGraph
    unused: tuple[str, ...] = ()


def build(inputs: Inputs, config: Config | None = None, report: Report | None = None) -> KnowledgeGraph:
    """The knowledge graph of some articles.

    Args:
        inputs: files, folders or patterns of articles (``.txt``, ``.jsonl``), or ``-`` for standard input.
        config: settings; the defaults where none are given.
        report: called with every article and with every error that left one out.

    Raises:
        ArticleError: no article could be read, or one could not and the settings are strict.
        ModelError: the language model is missing or damaged.
        OntologyError: the user's own event types are wrong.
        ConfigError: the user's table of names or corrections are wrong.
    """
    return run(inputs, config or Config(), report).graph


def run(inputs: Inputs, config: Config, report: Report | None = None) -> Build:
    """As `build`, with what lies on the way."""
    authority = load_authority(Path(config.authority)) if config.authority else Authority()
    corrections = load_corrections(Path(config.corrections)) if config.corrections else NO_CORRECTIONS
    said = tuple(extract(inputs, config, report))
    extractions = tuple(correct(extraction, corrections) for extraction in said)
    resolution = resolve(extractions, authority=authority, corrections=corrections)
    graph = build_graph(resolution, config, model_name(load_nlp(config.model)))
    return Build(extractions, resolution, graph, tuple(corrections.unused(said)))


def extract(inputs: Inputs, config: Config | None = None, report: Report | None = None) -> Iterator[Extraction]:
    """What each article says, one after the other as they are read.

    Raises:
        ArticleError: no article could be read, or one could not and the settings are strict.
        ModelError: the language model is missing or damaged.
    """
    settings = config or Config()
    paths = [inputs] if isinstance(inputs, str | Path) else list(inputs)
    found = 0
    first_error: ArticleError | None = None
    for result in _extract_all(read_articles(paths, settings), settings):
        if report is not None:
            report(result.article if isinstance(result, Extraction) else result)
        if isinstance(result, Extraction):
            found += 1
            yield result
        else:
            first_error = first_error or result
    if not found:
        raise first_error or ArticleError(", ".join(map(str, paths)) or "no input", "no article to read")


def read(path: str | Path) -> KnowledgeGraph:
    """A graph from a file that kg wrote.

    Raises:
        UnknownFormat: no format that can be read has this suffix.
        GraphError: the file cannot be read, is cut off, or is no graph of kg's.
    """
    return export.read(path)


def check_formats(names: Sequence[str], rdf12: bool = False) -> tuple[str, ...]:
    """The names of formats, each once; that they can be written is known before a long run, not after it.

    Args:
        names: of the formats.
        rdf12: whether reifiers of RDF 1.2 are asked for, which one of them at least has to have.

    Raises:
        UnknownFormat: a name is no format, or none of them has a form in RDF 1.2.
        OutputError: a package that a format takes is not installed.
    """
    chosen = [export.find_format(name) for name in names if name not in {STANDOFF, LEDGER}]
    for form in chosen:
        export.check_writable(form)
    if rdf12 and not any(form.write_rdf12 for form in chosen):
        raise UnknownFormat(f"{', '.join(names)}: no form in RDF 1.2")
    return tuple(dict.fromkeys(names))


def write_build(
    result: Build, folder: Path, config: Config, formats: Sequence[str] = DEFAULT_FORMATS, rdf12: bool = False
) -> list[Path]:
    """Write the named formats into a folder, with reifiers of RDF 1.2 where asked for and known; the paths written.

    Every file is whole or stays as it was.

    Raises:
        UnknownFormat: a name is no format.
        OutputError: a file cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{folder}: {error.strerror or error}") from error
    paths: list[Path] = []
    for name in formats:
        if name == STANDOFF:
            path = folder / "standoff.jsonl"
            ordered = sorted(result.extractions, key=lambda extraction: (extraction.article.source, extraction.article.id))
            write_lines(standoff_lines(ordered, result.resolution), path)
        elif name == LEDGER:
            path = folder / LEDGER_FILE
            write_lines(ledger_lines(result.extractions, result.resolution, text=config.text), path)
        else:
            form = export.find_format(name)
            path = folder / f"graph{form.suffix}"
            export.write(result.graph, path, config, rdf12 and form.write_rdf12 is not None)
        paths.append(path)
    return paths


def write_lines(lines: Iterable[str], path: Path) -> None:
    """Write lines as they come; the file is there when all are.

    Raises:
        OutputError: the file cannot be written.
    """
    with export.replacing(path) as stream:
        for line in lines:
            stream.write(line.encode("utf-8"))


# ---- spreading the work ------------------------------------------------------------------------------------------


def _extract_all(articles: Iterable[Article | ArticleError], config: Config) -> Iterator[Extraction | ArticleError]:
    use_types(config.ontology)
    if config.jobs == 1:
        nlp = None
        for article in articles:
            nlp = nlp or load_nlp(config.model)
            yield article if isinstance(article, ArticleError) else extract_article(article, nlp)
        return
    with get_context("spawn").Pool(config.jobs, initializer=_prepare, initargs=(config.model, config.ontology)) as pool:
        work = ((article, config.model) for article in articles)
        yield from pool.imap(_extract_one, work, chunksize=4)


def _prepare(model: str, ontology: str) -> None:
    use_types(ontology)
    load_nlp(model)


def _extract_one(work: tuple[Article | ArticleError, str]) -> Extraction | ArticleError:
    article, model = work
    return article if isinstance(article, ArticleError) else extract_article(article, load_nlp(model))
