"""The same shapes, checked by pySHACL: the reference, and an extra (``kg[shacl]``)."""

from __future__ import annotations

from pathlib import Path

from kg.errors import ConfigError
from kg.sparql.engine import dump
from kg.sparql.validation import Violation, shapes_text


def validate(path: str | Path) -> tuple[Violation, ...]:
    """All that breaks a rule, in the words of pySHACL.

    Raises:
        ConfigError: pySHACL is not installed.
        GraphError: the file cannot be read.
        UnknownFormat: its suffix is not known.
    """
    try:
        import pyshacl
        import rdflib
    except ImportError as error:
        raise ConfigError("pySHACL is not installed: pip install 'kg[shacl]'") from error
    shapes = rdflib.Graph().parse(data=shapes_text(), format="turtle")
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    _, results, _ = pyshacl.validate(rdflib.Graph().parse(data=dump(path), format="nt"), shacl_graph=shapes)
    found = set()
    for result in results.subjects(rdflib.RDF.type, sh.ValidationResult):
        rule, value = results.value(result, sh.resultMessage), results.value(result, sh.value)
        found.add(Violation(str(results.value(result, sh.focusNode)), str(rule), None if value is None else str(value)))
    return tuple(sorted(found, key=lambda violation: (violation.node, violation.rule, violation.value or "")))
