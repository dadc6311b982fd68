"""What holds for every format of the registry."""

from __future__ import annotations

import io
import os
import subprocess
import sys
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
from tests import make
from tests.strategies import resolutions

GOLDEN = Path(__file__).parents[1] / "data"
HEADER = Header(base="https://example.org/kg/", generator="kg 0.0.0", config="00000000")
READ_BACK = [known for known in FORMATS if known.read]

every_format = pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.name)
every_format_read_back = pytest.mark.parametrize("known", READ_BACK, ids=lambda known: known.name)


def written(graph: KnowledgeGraph, known: Format) -> bytes:
    stream = io.BytesIO()
    known.write(graph, stream)
    return stream.getvalue()


def read_from(content: bytes, known: Format) -> KnowledgeGraph:
    assert known.read
    return known.read(io.BytesIO(content))


@every_format
def test_a_small_graph_looks_like_this(known: Format) -> None:
    """To accept a change: KG_GOLDEN=write pytest tests/export, then read the difference."""
    golden = GOLDEN / f"summit{known.suffix}"
    content = written(assemble(make.summit(), HEADER), known)
    if os.environ.get("KG_GOLDEN") == "write":
        golden.write_bytes(content)
    assert content.decode() == golden.read_text(encoding="utf-8")


@every_format_read_back
@given(resolution=resolutions())
@settings(max_examples=60, deadline=None)
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
def test_the_bytes_do_not_depend_on_the_hash_seed_or_the_order(known: Format) -> None:
    program = (
        "import sys, kg.export; from kg.graph import build_graph; from tests import make; "
        "kg.export.find_format(sys.argv[1]).write(build_graph(make.reverse(make.summit())), sys.stdout.buffer)"
    )
    root = Path(__file__).parents[2]
    environment = os.environ | {"PYTHONPATH": str(root), "PYTHONHASHSEED": "4711"}
    command = [sys.executable, "-c", program, known.name]
    other = subprocess.run(command, env=environment, capture_output=True, check=True).stdout
    assert other == written(build_graph(make.summit()), known)


@every_format
def test_without_text_no_sentence_is_written(known: Format, tmp_path: Path) -> None:
    path = tmp_path / f"graph{known.suffix}"
    graph = build_graph(make.summit())
    write(graph, path, Config(text=False))
    content = path.read_text(encoding="utf-8")
    assert "held talks" not in content
    assert "Wednesday" not in content
    assert "Vladimir Putin" in content
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
    with pytest.raises(UnknownFormat, match=r"turtle \(\.ttl\), graphml \(\.graphml\)"):
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
    with pytest.raises(OutputError, match=where):
        write(build_graph(make.summit()), tmp_path / f"{where}{known.suffix}")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["file", f"directory{known.suffix}"])


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
