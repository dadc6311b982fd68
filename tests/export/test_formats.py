"""What holds for every format of the registry."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings

from kg.config import Config
from kg.errors import GraphError, OutputError, UnknownFormat
from kg.export import FORMATS, Format, find_format, read, write
from kg.graph import KnowledgeGraph, build_graph
from kg.graph.build import assemble
from kg.graph.knowledge_graph import Header
from kg.model import Resolution
from kg.pipeline import Build, check_formats, write_build
from tests import make, required
from tests.strategies import resolutions

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "data"
HEADER = Header(base="https://example.org/kg/", generator="kg 0.0.0", config="00000000")
READ_BACK = [known for known in FORMATS if known.read]
FOLDERS = [known for known in FORMATS if isinstance(known.write, Mapping)]
WRITTEN_IN_TEXT = [known for known in FORMATS if known.name != "parquet"]

every_format = pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.name)
every_format_read_back = pytest.mark.parametrize("known", READ_BACK, ids=lambda known: known.name)
every_folder = pytest.mark.parametrize("known", FOLDERS, ids=lambda known: known.name)
every_text_format = pytest.mark.parametrize("known", WRITTEN_IN_TEXT, ids=lambda known: known.name)


@pytest.fixture(autouse=True)
def _libraries(request: pytest.FixtureRequest) -> None:
    known = getattr(request.node, "callspec", None) and request.node.callspec.params.get("known")
    if known and known.name == "parquet":
        required.module("pyarrow")


def written(graph: KnowledgeGraph, known: Format) -> bytes:
    """What is in the file, or in all files of the folder."""
    writers = known.write.values() if isinstance(known.write, Mapping) else [known.write]
    stream = io.BytesIO()
    for writer in writers:
        part = io.BytesIO()
        writer(graph, part)
        stream.write(part.getvalue())
    return stream.getvalue()


def content_of(path: Path) -> dict[str, bytes]:
    """The files of a folder by name; a file alone has none."""
    return {"": path.read_bytes()} if path.is_file() else {file.name: file.read_bytes() for file in path.iterdir()}


def read_from(content: bytes, known: Format) -> KnowledgeGraph:
    assert known.read
    return known.read(io.BytesIO(content))


@every_text_format
def test_a_small_graph_looks_like_this(known: Format, tmp_path: Path) -> None:
    """To accept a change: KG_GOLDEN=write pytest tests/export, then read the difference."""
    path = tmp_path / f"summit{known.suffix}"
    graph = assemble(make.summit(), HEADER)
    write(graph, path)
    if os.environ.get("KG_GOLDEN") == "write":
        write(graph, GOLDEN / path.name)
    assert content_of(path) == content_of(GOLDEN / path.name)


@every_format_read_back
@given(resolution=resolutions())
@settings(max_examples=60)
def test_reading_gives_back_what_was_written(known: Format, resolution: Resolution) -> None:
    graph = build_graph(resolution)
    assert read_from(written(graph, known), known) == graph


@every_format_read_back
@pytest.mark.parametrize("base", ["https://example.org/kg#", "urn:kg/", "http://h.example/%C3%A9/ü/"])
def test_any_base_iri_survives(known: Format, base: str) -> None:
    graph = build_graph(make.summit(), Config(base=base))
    assert read_from(written(graph, known), known) == graph


@every_format_read_back
def test_a_graph_without_anything_survives(known: Format) -> None:
    graph = build_graph(make.resolution([]))
    assert read_from(written(graph, known), known) == graph


@every_format
def test_the_bytes_do_not_depend_on_the_hash_seed_or_the_order(known: Format, tmp_path: Path) -> None:
    program = (
        "import sys; from kg.export import write; from kg.graph import build_graph; from tests import make; "
        "write(build_graph(make.reverse(make.summit())), sys.argv[1])"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "4711"}
    mine, theirs = (tmp_path / f"{name}{known.suffix}" for name in ("mine", "theirs"))
    subprocess.run([sys.executable, "-c", program, theirs], env=environment, check=True)
    write(build_graph(make.summit()), mine)
    assert content_of(theirs) == content_of(mine)


@every_text_format
def test_without_text_no_sentence_is_written(known: Format, tmp_path: Path) -> None:
    path = tmp_path / f"graph{known.suffix}"
    graph = build_graph(make.summit())
    write(graph, path, Config(text=False))
    content = b"".join(content_of(path).values()).decode()
    assert "held talks" not in content
    assert "Wednesday" not in content
    assert "Vladimir Putin" in content or known.name == "geojson"  # where no place of the summit has coordinates
    if known.read:
        assert read(path) == graph.without_text()


@every_format_read_back
def test_a_file_cut_short_is_refused(known: Format) -> None:
    content = written(build_graph(make.summit()), known)
    cuts = [
        *range(0, len(content) - 2, len(content) // 40),
        content.rindex(b"\n\n") if b"\n\n" in content else len(content) - 8,
    ]
    for cut in cuts:
        with pytest.raises(GraphError):
            read_from(content[:cut], known)


FOREIGN = {
    "nothing": b"",
    "binary": bytes(range(256)),
    "HTML": b"<!doctype html><html><body><p>Hello<br></body></html>",
    "other Turtle": b"<http://a.example/x> <http://a.example/y> 1 .",
    "other GraphML": b'<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph><node id="a"/></graph></graphml>',
}


@every_format_read_back
@pytest.mark.parametrize("content", FOREIGN.values(), ids=FOREIGN)
def test_a_foreign_file_is_refused_by_name(known: Format, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"foreign{known.suffix}"
    path.write_bytes(content)
    with pytest.raises(GraphError, match="foreign"):
        read(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"none\.ttl: No such file"):
        read(tmp_path / "none.ttl")


def test_an_unknown_suffix_lists_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat, match=r"turtle \(\.ttl\), .*graphml \(\.graphml\)"):
        write(build_graph(make.summit()), tmp_path / "graph.xyz")


@every_format
def test_a_format_is_found_by_name_and_by_suffix(known: Format) -> None:
    assert find_format(known.name) is known
    assert find_format(Path(f"a/b{known.suffix.upper()}")) is known


@every_format
@pytest.mark.parametrize("where", ["missing/graph", "file/graph", "directory"])
def test_an_unwritable_path_is_refused(known: Format, where: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / f"directory{known.suffix}").mkdir()
    (tmp_path / f"directory{known.suffix}" / "mine.txt").touch()
    with pytest.raises(OutputError, match=where):
        write(build_graph(make.summit()), tmp_path / f"{where}{known.suffix}")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["file", f"directory{known.suffix}"])
    assert (tmp_path / f"directory{known.suffix}" / "mine.txt").exists()


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, OSError(28, "No space left on device"), RuntimeError])
def test_an_interrupted_write_leaves_the_old_file_whole(
    interruption: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "graph.graphml"
    path.write_text("old")

    def fail(graph: KnowledgeGraph) -> None:
        raise interruption

    monkeypatch.setattr(KnowledgeGraph, "edge_attributes", fail)
    with pytest.raises((KeyboardInterrupt, OutputError, RuntimeError)):
        write(build_graph(make.summit()), path)
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]


@every_folder
@pytest.mark.parametrize("interruption", [KeyboardInterrupt, OSError(28, "No space left on device"), RuntimeError])
def test_an_interrupted_write_leaves_the_old_folder_whole(
    interruption: BaseException, known: Format, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / f"graph{known.suffix}"
    write(build_graph(make.summit()), path)
    before = content_of(path)

    def fail(graph: KnowledgeGraph) -> None:
        raise interruption

    for name in ("edge_attributes", "to_resolution"):
        monkeypatch.setattr(KnowledgeGraph, name, fail)
    with pytest.raises((KeyboardInterrupt, OutputError, RuntimeError)):
        write(build_graph(make.resolution([])), path)
    assert content_of(path) == before
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


@every_folder
def test_a_folder_is_written_anew(known: Format, tmp_path: Path) -> None:
    path, other = tmp_path / f"graph{known.suffix}", tmp_path / f"other{known.suffix}"
    write(build_graph(make.summit()), path)
    for target in (path, other):
        write(build_graph(make.resolution([])), target)
    assert content_of(path) == content_of(other)


def test_what_is_written_only_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "graph.gexf"
    write(build_graph(make.summit()), path)
    with pytest.raises(GraphError, match=r"graph\.gexf: gexf is written only"):
        read(path)


def test_a_library_that_is_missing_is_known_before_work_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(OutputError, match=r"parquet needs pyarrow: pip install 'kg\[parquet\]'"):
        check_formats(["turtle", "parquet"])
    assert check_formats(["turtle", "csv", "turtle"]) == ("turtle", "csv")


def test_rdf_12_takes_a_format_that_has_it() -> None:
    assert check_formats(["turtle", "graphml", "standoff"], rdf12=True) == ("turtle", "graphml", "standoff")
    with pytest.raises(UnknownFormat, match=r"graphml, csv: no form in RDF 1\.2"):
        check_formats(["graphml", "csv"], rdf12=True)


def test_a_build_writes_rdf_12_where_there_is_such_a_form(tmp_path: Path) -> None:
    graph = build_graph(make.summit())
    built = Build((), make.summit(), graph)
    write_build(built, tmp_path, Config(), ["turtle", "graphml"], rdf12=True)
    assert b"rdf:reifies" in (tmp_path / "graph.ttl").read_bytes()
    assert read(tmp_path / "graph.graphml") == read(tmp_path / "graph.ttl") == graph


def test_parquet_without_its_library_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(OutputError, match=r"pip install 'kg\[parquet\]'"):
        write(build_graph(make.summit()), tmp_path / "graph.parquet")
    assert not list(tmp_path.iterdir())
