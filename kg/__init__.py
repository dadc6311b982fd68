"""News articles to a knowledge graph: who met whom, where and when, and the sentence that says so.

>>> import kg
>>> graph = kg.build(["seeds"])  # doctest: +SKIP
>>> graph.write("graph.ttl")  # doctest: +SKIP

The public names load on first use, so that ``import kg`` itself is quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.config import Config as Config
    from kg.errors import KgError as KgError
    from kg.graph import KnowledgeGraph as KnowledgeGraph
    from kg.pipeline import build as build
    from kg.pipeline import read as read

__version__ = "0.1.0"
__all__ = ["Config", "KgError", "KnowledgeGraph", "__version__", "build", "read"]

_HOMES = {
    "Config": "kg.config",
    "KgError": "kg.errors",
    "KnowledgeGraph": "kg.graph",
    "build": "kg.pipeline",
    "read": "kg.pipeline",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'kg' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
