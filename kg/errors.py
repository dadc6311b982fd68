"""Every error that kg raises on purpose.

::

    KgError
    ├── ConfigError     a setting is unknown or has a bad value
    ├── OntologyError   an ontology file is wrong (names the file and the key)
    ├── UnknownFormat   no reader or writer for a name or suffix (lists the known ones)
    ├── ArticleError    an article cannot be read, is empty or is not text
    ├── ModelError      the language model is missing, damaged or of another version
    ├── GraphError      a graph file cannot be read or a node cannot be found in it
    ├── OutputError     a file cannot be written
    └── QueryError      a SPARQL query is wrong (with the position)
        └── QueryStopped    it took longer or more than it may

Only the command line catches them: one line on stderr, exit status 1.
"""

from __future__ import annotations


class KgError(Exception):
    """Anything that kg refuses with a reason a person can act on."""


class ConfigError(KgError):
    """A setting is unknown or has a value that it cannot have."""


class OntologyError(KgError):
    """An ontology file is wrong; the message names file and key."""


class UnknownFormat(KgError):
    """No reader or writer goes by this name or suffix; the message lists the known ones."""


class ArticleError(KgError):
    """An article cannot be read, is empty or is not text.

    Attributes:
        source: where the article was to come from (a path, or a path and a line number).
        reason: why it was left out, in words.
    """

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class ModelError(KgError):
    """The language model is missing, damaged or of another version."""


class GraphError(KgError):
    """A graph file cannot be read, or a name is not in the graph."""


class OutputError(KgError):
    """A file cannot be written."""


class QueryError(KgError):
    """A SPARQL query is wrong or was refused."""


class QueryStopped(QueryError):
    """A SPARQL query took longer or more than it may."""
