"""Bytes -> the text that is analysed.

From here on every character keeps its place: ``clean_text`` replaces one for one, so offsets into the analysed text are
offsets into the decoded file (counted after a byte-order mark is dropped and CRLF has become LF).
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from kg.errors import ArticleError

SIZE_LIMIT = 10_000_000
"""Bytes of one article; the longest newspaper articles have a hundredth of that."""

_BYTE_ORDER_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF", "a PDF file"),
    (b"{\\rtf", "an RTF file"),
    (b"PK\x03\x04", "a ZIP file or a Word document"),
    (b"\xd0\xcf\x11\xe0", "a Word document"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a zstd file"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
_ENCODINGS = ["cp1252", "mac_roman", "cp1251", "koi8_r", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"]
"""What news is found in besides UTF-8. More candidates would tell less: those of one family decode most texts alike."""

_MESS_LIMIT = 0.1
_CONTROL_LIMIT = 0.05
_HTML_TAGS = 5
_SAMPLE = 100_000

_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
_TYPOGRAPHIC = frozenset("‘’“”–—…€£")
_BEYOND_ASCII = re.compile(r"(?<=(.))([^\x00-\x7f])(?=(.))", re.DOTALL)
_HTML_START = re.compile(r"\s*<(?:!doctype\s+html|html|head|body|\?xml)\b", re.IGNORECASE)
_HTML_TAG = re.compile(
    r"</?(?:p|div|span|a|br|h[1-6]|ul|li|td|script|style|meta|link|img)(?:\s[^<>]{0,300})?/?>", re.IGNORECASE
)
_SEPARATE = dict.fromkeys({*range(0x20), *range(0x7F, 0xA0), 0xFEFF} - {ord("\n"), ord("\t")}, " ")
_IMPOSSIBLE = dict.fromkeys((*range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\ufffd")
_REPLACEMENTS = _SEPARATE | _IMPOSSIBLE


def decode_article(data: bytes, source: str) -> str:
    """The text of a file: decoded, line ends as LF, cleaned.

    Raises:
        ArticleError: the file is too large, empty, no text, HTML, or in an encoding that cannot be told.
    """
    if len(data) > SIZE_LIMIT:
        raise ArticleError(source, f"is larger than {SIZE_LIMIT // 1_000_000} MB: split it into articles")
    text = _decode(data, source).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise ArticleError(source, "is empty")
    if _HTML_START.match(text) or sum(1 for _ in _HTML_TAG.finditer(text[:_SAMPLE])) >= _HTML_TAGS:
        raise ArticleError(source, "is HTML: save the text of the article alone, as plain text")
    return clean_text(text)


def clean_text(text: str) -> str:
    r"""The text with a space for every control character but newline and tab, and for every byte-order mark.

    Half surrogate pairs and noncharacters, which no file can hold, become U+FFFD.

    >>> clean_text("Vostochny\x00Cosmodrome")
    'Vostochny Cosmodrome'
    """
    return text.translate(_REPLACEMENTS)


def _decode(data: bytes, source: str) -> str:
    encoding = _marked_encoding(data) or _unmarked_utf16(data)
    if encoding:
        return _decode_as(encoding, data, source)
    _refuse_binary(data, source)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        if _is_damaged_utf8(data):
            raise ArticleError(source, f"is damaged UTF-8 (at byte {error.start}): save it again as UTF-8") from error
    return _guess(data, source)


def _marked_encoding(data: bytes) -> str | None:
    return next((encoding for mark, encoding in _BYTE_ORDER_MARKS if data.startswith(mark)), None)


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without its mark: in English text nearly every other byte is NUL, and none of the rest."""
    sample = data[: _SAMPLE & ~1]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(sample) < 20 or min(even, odd) > 0.01 * len(sample) or max(even, odd) < 0.4 * len(sample):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _decode_as(encoding: str, data: bytes, source: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.upper().removesuffix("-SIG")
        raise ArticleError(source, f"is damaged {name} (at byte {error.start}): save it again as UTF-8") from error


def _refuse_binary(data: bytes, source: str) -> None:
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise ArticleError(source, f"is {name}, not text: save the text of the article alone, as plain text")
    sample = data[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > _CONTROL_LIMIT * len(sample):
        raise ArticleError(source, "is binary, not text")


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether more of the bytes beyond ASCII are good UTF-8 than bad: then no other encoding is meant."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(1 for _ in re.finditer(r"[^\x00-\x7f]", text)) - bad
    return good > bad


def _guess(data: bytes, source: str) -> str:
    """The text in the likeliest encoding, of those that make no mess of it."""
    matches = from_bytes(data, cp_isolation=_ENCODINGS, threshold=_MESS_LIMIT, preemptive_behaviour=False)
    texts = [_decode_as(match.encoding, data, source) for match in matches]
    if not texts:
        raise ArticleError(source, "is not UTF-8, and its encoding cannot be told: save it as UTF-8")
    return max(texts, key=_plausibility)


def _plausibility(text: str) -> int:
    """How many typographic marks stand where they belong, less what stands where it does not.

    An English text has only a few characters beyond ASCII, and they tell: "presidentís", "JosŽ" and "Espa–a" are misread.
    """
    return sum(_weigh(*match.groups()) for match in _BEYOND_ASCII.finditer(text))


def _weigh(before: str, character: str, after: str) -> int:
    if character in _TYPOGRAPHIC:
        return 1 if character == "’" or not (before.isalpha() and after.isalpha()) else -1
    return 0 if character.isalpha() and not (character.isupper() and before.islower()) else -1
