"""A small transformer as a spaCy component: one pass gives tags, features, lemmas, trees, sentence ends and names.

Needs ``onnxruntime``; training (``training/encoder``) shares ``pieces``, ``wordpieces`` and ``lemmas`` with it.
"""

from __future__ import annotations

from kg.extract.encoder.component import FACTORY, NewsEncoder

__all__ = ["FACTORY", "NewsEncoder"]
