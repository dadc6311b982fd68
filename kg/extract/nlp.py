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

    from kg.extract.tokens import Span

SHIPPED = Path(__file__).parent.parent / "models" / "en_kg_news"
"""The pipeline that comes with the package."""


_NAME_SCORE = "name_score"
_NEEDED = ("token.pos", "token.dep", "token.lemma", "doc.ents")
"""What extraction reads; some component of a pipeline has to write it."""


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
    given = {attribute for component in nlp.pipe_names for attribute in nlp.get_pipe_meta(component).assigns}
    if missing := [attribute for attribute in _NEEDED if attribute not in given]:
        raise ModelError(f"language model {path}: no part of it gives {', '.join(missing)}")
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


def name_score(ent: Span) -> float | None:
    """How sure the pipeline is of a name (0..1, calibrated), None where it does not say."""
    notes: dict[Any, Any] = ent.doc.user_data
    score: float | None = notes.get((_NAME_SCORE, ent.start, ent.end))
    return score


def name_precision(nlp: Language) -> dict[str, float]:
    """Label -> precision of its names on held-out text (0..1), as the pipeline publishes it; empty where it does not."""
    measured = nlp.meta.get("performance", {}).get("ents_per_type", {})
    return {label: round(float(figures["p"]), 3) for label, figures in measured.items()}


def model_name(nlp: Language) -> str:
    """Name and version, as written into outputs: ``en_kg_news-0.1.0``."""
    return f"{nlp.meta.get('lang')}_{nlp.meta.get('name')}-{nlp.meta.get('version')}"
