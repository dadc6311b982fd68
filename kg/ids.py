"""Stable ids: content -> hash -> slug -> IRI. Nothing here depends on order, clock, machine or hash seed."""

from __future__ import annotations

import hashlib
import re
import unicodedata

DEFAULT_BASE = "https://example.org/kg/"
"""Base IRI of a graph unless a setting says otherwise (reserved for examples by RFC 2606)."""

_SLUG_LENGTH = 60


def hash_text(text: str) -> str:
    """The SHA-256 of a text, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def short_hash(*parts: object) -> str:
    """Eight hexadecimal digits that stand for the parts, in their order."""
    return hash_text("\x1f".join(map(str, parts)))[:8]


def slugify(text: str) -> str:
    """A readable name in ``[a-z0-9-]`` alone, so that no tool has to escape it.

    >>> slugify("São Paulo & Söhne")
    'sao-paulo-sohne'
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return slug[:_SLUG_LENGTH].rstrip("-")


def node_id(kind: str, label: str, *content: object) -> str:
    """The id of a node: its kind, a slug of its label, and a hash of what it is made of.

    >>> node_id("person", "Vladimir Putin", "article/a", 3)
    'person/vladimir-putin-...'
    """
    return f"{kind}/{'-'.join(filter(None, (slugify(label), short_hash(kind, *content))))}"
