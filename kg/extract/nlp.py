"""The trained spaCy pipeline: found, checked, loaded once."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

SHIPPED = Path(__file__).parent.parent / "models" / "en_kg_news"
"""The pipeline that comes with the package."""

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

    path = name or str(SHIPPED)
    try:
        nlp = spacy.load(path)
    except (OSError, ValueError, KeyError) as error:
        advice = f"install it with: pip install {name}" if name else "reinstall kg: pip install --force-reinstall kg"
        raise ModelError(f"language model {path}: {error} ({advice})") from error
    missing = [part for part in _NEEDED if part not in nlp.pipe_names and part != "tagger"]
    if missing:
        raise ModelError(f"language model {path} has no {', '.join(missing)}")
    return nlp


def name_precision(nlp: Language) -> dict[str, float]:
    """Label -> precision of its names on held-out text (0..1), as the pipeline publishes it; empty where it does not."""
    measured = nlp.meta.get("performance", {}).get("ents_per_type", {})
    return {label: round(float(figures["p"]), 3) for label, figures in measured.items()}


def model_name(nlp: Language) -> str:
    """Name and version, as written into outputs: ``en_kg_news-0.1.0``."""
    return f"{nlp.meta.get('lang')}_{nlp.meta.get('name')}-{nlp.meta.get('version')}"
