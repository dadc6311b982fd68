"""The trained spaCy pipeline: found, checked, loaded once."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

SHIPPED = Path(__file__).parent.parent / "models" / "en_kg_news"
"""The pipeline that comes with the package."""

NAME_SCORES = "name_scores"
"""Key in ``Doc.user_data`` under which a pipeline leaves how sure it is of each name: (start, end) in tokens -> 0..1."""

_NEEDED = ("tagger", "morphologizer", "parser", "lemmatizer", "ner")


@lru_cache(maxsize=2)
def load_nlp(name: str = "") -> Language:
    """A spaCy pipeline that tags, parses and finds names.

    Args:
        name: an installed pipeline or a path; empty for the one that ships with kg.

    Raises:
        ModelError: it is not there, cannot be loaded, or lacks a part.
    """
    import spacy

    path = _find(name)
    try:
        nlp = spacy.load(path)
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"language model {path}: {error} ({_advice(name)})") from error
    missing = [part for part in _NEEDED if part not in nlp.pipe_names and part != "tagger"]
    if missing:
        raise ModelError(f"language model {path} has no {', '.join(missing)}")
    return nlp


def model_info(name: str = "") -> dict[str, Any]:
    """What a pipeline says of itself (``meta.json``), with its folder under ``path`` and its size in MB under ``size``.

    Raises:
        ModelError: it is not there or says nothing.
    """
    path = _find(name)
    try:
        meta: dict[str, Any] = json.loads((path / "meta.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"language model {path}: {error} ({_advice(name)})") from error
    size = sum(file.stat().st_size for file in path.rglob("*") if file.is_file())
    return {**meta, "path": str(path), "size": round(size / 1e6, 1)}


def _find(name: str) -> Path:
    """The folder of a pipeline: the shipped one, a path, or an installed package's."""
    if not name:
        return SHIPPED
    if Path(name).is_dir():
        return Path(name)
    spec = find_spec(name) if name.isidentifier() else None
    folders = sorted(Path(place) for place in (spec.submodule_search_locations or ()) if spec) if spec else []
    found = [
        meta.parent for folder in folders for meta in sorted(folder.rglob("meta.json")) if (meta.parent / "config.cfg").exists()
    ]
    if not found:
        raise ModelError(f"language model {name}: neither a folder nor an installed pipeline ({_advice(name)})")
    return found[0]


def _advice(name: str) -> str:
    return f"pip install {name}, or give its folder" if name else "it comes with the package: pip install --force-reinstall kg"


def name_precision(nlp: Language) -> dict[str, float]:
    """Label -> precision of its names on held-out text (0..1), as the pipeline publishes it; empty where it does not."""
    measured = nlp.meta.get("performance", {}).get("ents_per_type", {})
    return {label: round(float(figures["p"]), 3) for label, figures in measured.items()}


def model_name(nlp: Language) -> str:
    """Name and version, as written into outputs: ``en_kg_news-0.1.0``."""
    return f"{nlp.meta.get('lang')}_{nlp.meta.get('name')}-{nlp.meta.get('version')}"
