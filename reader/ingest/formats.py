"""What kind of file some bytes are, told from the bytes and not from the suffix."""

from __future__ import annotations

import re

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "PDF"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"PK\x03\x04", "ZIP"),
    (b"PK\x05\x06", "ZIP"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Microsoft Office 97"),
    (b"{\\rtf", "RTF"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"OggS", "Ogg"),
    (b"ID3", "MP3"),
    (b"fLaC", "FLAC"),
    (b"WARC/", "WARC"),
)
# Kinds of ZIP that say what they are in their first entry.
_ZIPPED: tuple[tuple[bytes, str], ...] = (
    (b"mimetypeapplication/epub+zip", "EPUB"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "OpenDocument"),
    (b"word/", "DOCX"),
    (b"[Content_Types].xml", "DOCX"),
)
_PICTURES = {b"WEBP": "WebP", b"WAVE": "WAV", b"AVI ": "AVI"}
_SAMPLE = 1 << 16
# Tab, line feed, vertical tab, form feed, return and escape occur in texts; the rest of the control characters do not.
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})
_MAX_CONTROLS = 0.05  # random bytes hold one tenth; a text with a stray NUL or two holds far less

_SPACE = "\ufeff \t\r\n\f\x00"
_PROLOGUE = r"(?:<\?xml[^<>]{0,200}\?>\s*)?(?:<!--[^<>]{0,1000}-->\s*){0,5}"
_HTML_TOP = re.compile(_PROLOGUE + r"(?:<!doctype\s+html\b|<html\b)", re.IGNORECASE)
_HTML_TAG = re.compile(r"<(?:!--|head|body|main|article|section|meta|title|link|script|div|p|h1)\b", re.IGNORECASE)
_ANY_TAG = re.compile(r"<(?:html|head|body|article|div|p|h[1-6]|br|a|b|i|span|table)\b[^<>]{0,2000}>", re.IGNORECASE)
_XML = re.compile(r"<(?:\?xml|!DOCTYPE|rss|feed|rdf:RDF|opml|nitf|newsItem|newsMessage|NewsML)\b", re.IGNORECASE)
_XML_ROOTS = {"rss": "RSS", "feed": "Atom", "rdf:rdf": "RSS", "opml": "OPML", "nitf": "NITF"}
_ROOT = re.compile(r"<([A-Za-z][\w:.-]{0,60})[\s>/]")
_JSON = re.compile(r'\{\s*"|\[\s*[\[{"]|\{\s*\}\s*\Z|\[\s*\]\s*\Z')
_TABLES = (".csv", ".tsv", ".tab")
_MAIL = re.compile(
    r"(?:From |(?:From|Received|Return-Path|Delivered-To|Message-ID|MIME-Version|Date|Subject|To|X-[\w-]{1,40}):)",
    re.IGNORECASE,
)
_MAIL_FIELD = re.compile(r"^(?:From|To|Date|Subject|Message-ID|MIME-Version|Received):", re.IGNORECASE | re.MULTILINE)


def format_of_bytes(data: bytes) -> str:
    """The name of the format that bytes show by their signature ("PDF"), or empty where they show none."""
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return _zipped(data) if name == "ZIP" else name
    if data[:4] == b"RIFF":
        return _PICTURES.get(data[8:12], "RIFF")
    if data[4:8] == b"ftyp":
        return "MP4"
    return ""


def is_binary(data: bytes) -> bool:
    """Whether bytes that are no UTF-16 hold too many control characters to be a text."""
    sample = data[:_SAMPLE]
    return len(sample) - len(sample.translate(None, _CONTROLS)) > _MAX_CONTROLS * len(sample)


def format_of_text(text: str, suffix: str = "") -> str:
    """ "text", "html", or the name of a marked-up format that is neither ("RSS", "JSON", "e-mail")."""
    head = text[:4096].lstrip(_SPACE)
    if _HTML_TOP.match(head) or _HTML_TAG.match(head):
        return "html"
    if _XML.match(head):
        root = _ROOT.search(head)
        return _XML_ROOTS.get(root[1].lower(), "XML") if root else "XML"
    if suffix.lower() in (".html", ".htm", ".xhtml") and _ANY_TAG.search(head):
        return "html"
    if suffix.lower() in _TABLES and any(mark in head.partition("\n")[0] for mark in ",;\t"):
        return "CSV"
    if _JSON.match(head):
        return "JSON"
    if _MAIL.match(head) and len(_MAIL_FIELD.findall(head)) >= 2:
        return "e-mail"
    return "text"


def _zipped(data: bytes) -> str:
    opening = data[26:4096]
    return next((name for mark, name in _ZIPPED if mark in opening), "ZIP")
