"""Text as XML has it."""

from __future__ import annotations


def escape(text: str) -> str:
    """Text between tags; a carriage return survives.

    >>> escape("<b> & more")
    '&lt;b&gt; &amp; more'
    """
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def quote(text: str) -> str:
    r"""The value of an attribute, in quotation marks; white space survives.

    >>> quote('"no"\n')
    '"&quot;no&quot;&#10;"'
    """
    return '"' + escape(text).replace('"', "&quot;").replace("\t", "&#9;").replace("\n", "&#10;") + '"'
