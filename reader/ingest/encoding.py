"""Bytes to text: the byte order mark, then UTF-8 strictly, then what the page declares, then a guess."""

from __future__ import annotations

import codecs
import re

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z][\w.:-]{1,30})""", re.IGNORECASE)
# What a page may ask for. UTF-7 and the codecs that are no encodings of text never get their way.
_ALLOWED = (
    "iso8859",
    "cp12",
    "cp8",
    "cp9",
    "koi8",
    "gb",
    "big5",
    "euc_",
    "shift_jis",
    "mac_",
    "tis_620",
    "utf_8",
    "ascii",
)
_SHORTEST_WIDE = 12  # bytes; in fewer the NULs may stand where they do by chance
_SAMPLE = 1 << 16
_ENOUGH = 32  # bytes from which the guess beats Windows-1252 on short texts


def decode(data: bytes, told: str = "") -> str:
    """The text that bytes hold. Never fails: what no encoding explains becomes U+FFFD.

    ``told`` is the encoding that a header beside the bytes names; a page's own declaration gives way to it.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    wide = utf16_without_mark(data)
    if wide:
        return data.decode(wide, "replace")
    try:
        return data.decode(told if told.lower().startswith("iso-2022-") and b"\x1b" in data else "utf-8")
    except (UnicodeDecodeError, LookupError):
        return _legacy(data, told)


def encoding_of(sample: bytes) -> str:
    """The encoding, without its mark, of a text that is read piece by piece, judged by its beginning."""
    for mark, name in _MARKS:
        if sample.startswith(mark):
            return name
    wide = utf16_without_mark(sample)
    if wide:
        return wide
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return "utf-8" if _nearly_utf8(sample) else _guess(sample)
    return "utf-8"


GLIMPSE = 1 << 16
"""Bytes that are enough to tell a format."""


def glimpse(data: bytes) -> str:
    """The beginning of a text, decoded well enough to tell its format: letters beyond ASCII may be wrong."""
    head = data[:GLIMPSE]
    for mark, name in _MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(name, "replace")
    return head.decode(utf16_without_mark(head) or "utf-8", "replace")


def utf16_without_mark(data: bytes) -> str:
    """ "utf-16-le" or "utf-16-be" where every second byte is NUL, as in Latin text without a mark; else empty."""
    sample = data[:4096]
    if len(sample) < _SHORTEST_WIDE or 0 not in sample:
        return ""
    half = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return ""


def _legacy(data: bytes, told: str) -> str:
    text = _by_name(data, told) if told else None
    text = _by_declaration(data) if text is None else text
    if text is not None:
        return text
    if _nearly_utf8(data):
        return data.decode("utf-8", "replace")
    name = _guess(data)
    return data.decode(name, "replace")


def _by_declaration(data: bytes) -> str | None:
    declared = _DECLARED.search(data[:4096])
    return _by_name(data, declared[1].decode("ascii")) if declared is not None else None


def _by_name(data: bytes, told: str) -> str | None:
    try:
        name = codecs.lookup(told).name.replace("-", "_")
        if not name.startswith(_ALLOWED) or name == "utf_8":
            return None
        # Browsers read ISO-8859-1 as Windows-1252, and so the pages that declare it are written.
        return data.decode("cp1252" if name == "iso8859_1" else name)
    except (LookupError, ValueError):  # also a name with a NUL
        return None


def _nearly_utf8(data: bytes) -> bool:
    """Whether a text is UTF-8 with a few broken bytes: far more whole sequences than broken ones."""
    sample = data[:_SAMPLE].decode("utf-8", "replace")
    broken = sample.count("\ufffd")
    whole = sum(1 for char in sample if char > "\x7f") - broken
    return whole > 4 * broken


def _guess(data: bytes) -> str:
    sample = data[:_SAMPLE]
    if len(sample) < _ENOUGH or _reads_as_english(sample) or _reads_as_western(sample):
        return "cp1252"
    from charset_normalizer import from_bytes  # late: costs 40 ms, and UTF-8 never needs it

    best = from_bytes(sample).best()
    return best.encoding if best is not None else "cp1252"


def _reads_as_english(sample: bytes) -> bool:
    """Whether the bytes beyond ASCII are the odd dash, quotation mark or accent of an English text.

    A guess by letters alone takes "Bjørn" for Central European, where ø is ř.
    """
    high = sum(1 for byte in sample if byte > 127)
    return high < 0.1 * len(sample) and b" the " in sample.lower()


# Letters and marks of German, French, Spanish and Italian whose bytes other code pages give to rarer letters.
_WESTERN = "éèêëàâäáçîïíìôöóòûüúùñßœÉÈÊÀÂÄÖÜÇÑ¿¡’‘“”„–—…«»€°§".encode("cp1252")
_MAX_WESTERN = 0.15  # of the bytes; Greek and Cyrillic texts have more than half


def _reads_as_western(sample: bytes) -> bool:
    """Whether nearly all bytes beyond ASCII are what Western languages write with them.

    A guess by letters alone takes the à of a short French list for an ŕ.
    """
    high = bytes(byte for byte in sample if byte > 127)
    strange = high.translate(None, _WESTERN)
    return len(strange) <= 0.03 * len(high) and len(high) < _MAX_WESTERN * len(sample)
