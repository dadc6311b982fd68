"""What is particular to one RDF format: named graphs, RDF 1.2, what XML cannot write, and any of them into any other."""

from __future__ import annotations

import io
import json
import os
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings

from kg.errors import GraphError, UnknownFormat
from kg.export import FORMATS, find_format, jsonld, rdfxml, read, trig, turtle, write
from kg.export.rdf_graph import triples
from kg.graph import KnowledgeGraph, build_graph
from kg.graph.build import assemble
from kg.graph.knowledge_graph import Header
from kg.model import Resolution
from tests import make
from tests.dossier import dossier
from tests.strategies import resolutions

GOLDEN = Path(__file__).parents[1] / "data"
HEADER = Header(base="https://example.org/kg/", generator="kg 0.0.0", config="00000000", model="en_none 0.0.0")
READ_BACK = [known.name for known in FORMATS if known.read]
RDF12 = [known for known in FORMATS if known.write_rdf12]


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return assemble(dossier(), HEADER)


def written(graph: KnowledgeGraph, write: object) -> bytes:
    stream = io.BytesIO()
    write(graph, stream)  # type: ignore[operator]
    return stream.getvalue()


def statements(content: bytes, form: ox.RdfFormat) -> set[ox.Triple]:
    return {ox.Triple(quad.subject, quad.predicate, quad.object) for quad in ox.parse(content, format=form)}


@pytest.mark.parametrize("known", [turtle, trig], ids=["turtle", "trig"])
def test_relations_and_links_look_like_this(graph: KnowledgeGraph, known: object) -> None:
    """To accept a change: KG_GOLDEN=write pytest tests/export, then read the difference."""
    golden = GOLDEN / f"dossier.{'ttl' if known is turtle else 'trig'}"
    content = written(graph, known.write)  # type: ignore[attr-defined]
    if os.environ.get("KG_GOLDEN") == "write":
        golden.write_bytes(content)
    assert content.decode() == golden.read_text(encoding="utf-8")


def test_the_header_names_the_language_model(graph: KnowledgeGraph) -> None:
    assert b'kg:model "en_none 0.0.0"' in written(graph, turtle.write)
    assert turtle.read(io.BytesIO(written(graph, turtle.write))).header == HEADER


@given(resolution=resolutions())
@settings(max_examples=30)
def test_every_format_has_the_same_triples(resolution: Resolution) -> None:
    graph = build_graph(resolution)
    expected = {ox.Triple(quad.subject, quad.predicate, quad.object) for quad in triples(graph)}
    assert statements(written(graph, turtle.write), ox.RdfFormat.TURTLE) == expected
    assert statements(written(graph, trig.write), ox.RdfFormat.TRIG) == expected
    assert statements(written(graph, jsonld.write), ox.RdfFormat.JSON_LD) == expected


def test_a_graph_goes_through_all_formats_and_back(graph: KnowledgeGraph, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}{find_format(name).suffix}" for number, name in enumerate([*READ_BACK, *READ_BACK[::-1]])]
    write(graph, paths[0])
    for source, target in pairwise(paths):
        write(read(source), target)
    assert read(paths[-1]) == graph
    assert paths[-1].read_bytes() == paths[0].read_bytes()


# ---- TriG ------------------------------------------------------------------------------------------------------------


def test_an_article_has_a_graph_of_what_it_alone_says(graph: KnowledgeGraph) -> None:
    store = ox.Store()
    store.load(written(graph, trig.write), format=ox.RdfFormat.TRIG)
    assert {name.value for name in store.named_graphs()} == {article.iri for article in graph.articles()}  # type: ignore[union-attr]
    question = """PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      SELECT ?who { GRAPH <https://example.org/kg/article/%s> {
        <https://example.org/kg/event/summit> sem:hasActor ?x . ?x rdfs:label ?who } } ORDER BY ?who"""
    told = {name: [row["who"].value for row in store.query(question % name)] for name in ("wire", "paper", "desk")}  # type: ignore[union-attr]
    assert told == {
        "wire": ["Kim Jong Un", "Sergei Shoigu", "Vladimir Putin"],
        "paper": ["Kim Jong Un", "Vladimir Putin"],
        "desk": [],
    }


def test_trig_has_no_graph_keyword_for_the_tools_that_do_not_know_it(graph: KnowledgeGraph) -> None:
    assert b"\nGRAPH" not in written(graph, trig.write)


# ---- RDF 1.2 ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("known", RDF12, ids=lambda known: known.name)
def test_reifiers_take_the_place_of_statements_and_read_back(graph: KnowledgeGraph, known: object, tmp_path: Path) -> None:
    path = tmp_path / f"graph{known.suffix}"  # type: ignore[attr-defined]
    write(graph, path, rdf12=True)
    content = path.read_text(encoding="utf-8")
    assert "<<( " in content
    assert "rdf-syntax-ns#subject>" not in content
    assert "rdf:Statement" not in content
    assert read(path) == graph


@given(resolution=resolutions())
@settings(max_examples=30)
def test_rdf_12_gives_back_what_was_written(resolution: Resolution) -> None:
    graph = build_graph(resolution)
    content = io.BytesIO()
    turtle.write(graph, content, rdf12=True)
    assert turtle.read(io.BytesIO(content.getvalue())) == graph


def test_a_format_without_rdf_12_says_so(graph: KnowledgeGraph, tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat, match=r"graph\.rdf: rdfxml has no form in RDF 1\.2"):
        write(graph, tmp_path / "graph.rdf", rdf12=True)


# ---- RDF/XML and JSON-LD ---------------------------------------------------------------------------------------------


def test_what_xml_cannot_write_is_escaped_in_texts() -> None:
    article = make.article("The\x0bbar\r\nmet Ann \\u000b.")
    bar = make.entity("organization", "bar", make.evidence(article, "The\x0bbar"), make.evidence(article, "Ann \\u000b"))
    graph = build_graph(make.resolution([article], [bar]))
    content = written(graph, rdfxml.write)
    ElementTree.fromstring(content)
    assert rdfxml.read(io.BytesIO(content)).evidence(bar.id) == graph.evidence(bar.id)


def test_rdflib_reads_rdf_xml_and_json_ld(graph: KnowledgeGraph) -> None:
    expected = len(set(triples(graph)))
    for form, known in (("xml", rdfxml), ("json-ld", jsonld)):
        assert len(rdflib.Graph().parse(data=written(graph, known.write), format=form)) == expected


def test_json_ld_is_json_with_a_node_a_line(graph: KnowledgeGraph) -> None:
    content = written(graph, jsonld.write)
    document = json.loads(content)
    kim = next(node for node in document["@graph"] if node["@id"] == "person:kim-jong-un")
    assert (kim["rdfs:label"], kim["@type"]) == ("Kim Jong Un", ["schema:Person", "sem:Actor"])
    assert content.count(b"\n") >= len(document["@graph"])


# ---- bad input -------------------------------------------------------------------------------------------------------


BAD = {
    "an IRI with a space": ("<https://example.org/kg/article/wire>", "<https://example.org/kg/article/wi re>", "not Turtle"),
    "an IRI outside of the base": ("person:ivan-petrov a ", '<https://else.example/p> kg:kind "person" ; a ', "is outside of"),
    "no score": ("\tkg:score 0.6 ;\n", "", "score> of .*georgia> is missing"),
    "a score that is none": ("\tkg:score 0.6 ;\n", '\tkg:score "high" ;\n', "not a graph of kg: could not convert"),
    "an offset that is none": ('nif:endIndex "14"', 'nif:endIndex "x"', "not a graph of kg: invalid literal"),
    "a fact of an unknown entity": ("rdf:value person:xi-jinping", "rdf:value person:nobody", "there is no person/nobody"),
    "a fact of an unknown phrase": (
        "wasDerivedFrom <https://example.org/kg/article/desk#",
        "wasDerivedFrom <urn:x#",
        "is missing",
    ),
    "another header": ("kg:generator", "kg:maker", "no void:Dataset with a kg:generator"),
    "more phrases than said": ("kg:phrases ", "kg:phrases 1", "phrases instead of"),
}


@pytest.mark.parametrize(("old", "new", "message"), BAD.values(), ids=BAD)
def test_a_bad_file_is_refused_with_a_reason(graph: KnowledgeGraph, old: str, new: str, message: str) -> None:
    content = written(graph, turtle.write).decode()
    assert old in content
    with pytest.raises(GraphError, match=message):
        turtle.read(io.BytesIO(content.replace(old, new, 1).encode()))


def test_triples_of_others_do_not_disturb(graph: KnowledgeGraph) -> None:
    more = '<urn:x> a <urn:y> ; <urn:p> [ <urn:q> "z"@en ] .\n<https://example.org/kg/person/ivan-petrov> <urn:p> 7 .\n'
    assert turtle.read(io.BytesIO(written(graph, turtle.write) + more.encode())) == graph
