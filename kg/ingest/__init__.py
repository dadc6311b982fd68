"""Files -> articles: text decoded, newspaper furniture told from prose, dates and titles kept.

A format is a row of ``READERS``; what follows from the text alone (encoding, layout, language) is shared by all.
"""

from kg.ingest.articles import read, read_articles
from kg.ingest.duplicates import DuplicateArticleError
from kg.ingest.readers import READERS, Reader

__all__ = ["READERS", "DuplicateArticleError", "Reader", "read", "read_articles"]
