"""What kind of file some bytes are, told from the bytes and not from the suffix."""

from __future__ import annotations

import re
import zlib

from reader.core.reasons import Trouble
from reader.ingest.archives.cut_zips import first_name
from reader.ingest.archives.opening import open_zip
from reader.ingest.encoding import GLIMPSE, glimpse, utf16_without_mark
from reader.ingest.original import Original
from reader.ingest.prolog import root_name
from reader.ingest.tables.words import names_columns

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "pdf"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x1f\x8b", "gzip"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"\x28\xb5\x2f\xfd", "Zstandard"),
    (b"\x5d\x2a\x4d\x18", "Zstandard"),  # with a dictionary of its own, as web archives have it
    (b"\x04\x22\x4d\x18", "LZ4"),
    (b"\x1f\x9d", "compress (.Z)"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Microsoft Office 97"),
    (b"SQLite format 3\x00", "SQLite"),
)
# Signatures of letters, with which a text may begin as well: what stands behind them tells.
_LETTERS: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"WARC/[01]\.\d{1,2}[ \t]{0,20}\r?\n"), "warc"),
    (re.compile(rb"filedesc://\S{0,4000} [\da-fA-F.:]{1,40} \d{8,17} "), "warc"),
    (re.compile(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)"), "bzip2"),
    (re.compile(rb"\]\x00\x00[\x00-\xff]{2}(?:\xff{8}|[\x00-\xff]{5}\x00{3})"), "xz"),  # LZMA by itself
    (re.compile(rb"\{\\rtf[\d\\{}\s]"), "rtf"),
)
_BINARY_LETTERS: tuple[tuple[int, bytes, str], ...] = (
    (0, b"GIF87a", "GIF"),
    (0, b"GIF89a", "GIF"),
    (0, b"OggS", "Ogg"),
    (0, b"ID3", "MP3"),
    (0, b"fLaC", "FLAC"),
    (4, b"ftyp", "MP4"),
)
_BINARY_HEAD = 64  # bytes, among which the headers of pictures, sound and films have a control character
_PDF_OBJECT = re.compile(rb"\b\d{1,10} \d{1,5} obj\b")
_FIRST_OF_DOCUMENTS = ("mimetype", "[Content_Types].xml", "META-INF/container.xml")
_RIFF = {b"WEBP": "WebP", b"WAVE": "WAV", b"AVI ": "AVI"}
_SAMPLE = 1 << 16
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
MOST_MEMBERS = 100_000
"""Names of an archive that are looked at."""
# Tab, line feed, vertical tab, form feed, return and escape occur in texts; the rest of the control characters do not.
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})
_MAX_CONTROLS = 0.05  # random bytes hold one tenth; a text with a stray NUL or two holds far less

_SPACE = "\ufeff \t\r\n\f\x00"
_PROLOGUE = r"(?:<\?xml[^<>]{0,200}\?>\s*)?(?:<!--[^<>]{0,1000}-->\s*){0,5}"
_HTML_TOP = re.compile(_PROLOGUE + r"(?:<!doctype\s+html\b|<html\b)", re.IGNORECASE)
_HTML_TAG = re.compile(r"<(?:!--|head|body|main|article|section|meta|title|link|script|div|p|h1)\b", re.IGNORECASE)
_ANY_TAG = re.compile(r"<(?:html|head|body|article|div|p|h[1-6]|br|a|b|i|span|table)\b[^<>]{0,2000}>", re.IGNORECASE)
_XML_ROOTS = {
    "rss": "feed",
    "feed": "feed",
    "rdf": "feed",
    "channel": "feed",
    "entry": "feed",
    "opml": "opml",
    "nitf": "nitf",
    "newsml": "newsml",
    "newsitem": "newsml-g2",
    "newsmessage": "newsml-g2",
    "packageitem": "newsml-g2",
    "planningitem": "newsml-g2",
    "contentset": "newsml-g2",
    "html": "html",
}
_ZOTERO = re.compile(r"zotero\.org/namespaces|purl\.org/net/biblio|purl\.org/ontology/bibo")
_RSS_1 = re.compile(r"purl\.org/rss/1\.0/[\"']|purl\.org/net/rss1|netscape\.com/rdf|<(?:\w{1,20}:)?channel\b")
_BOOKMARKS = re.compile(
    r"<!DOCTYPE\s+NETSCAPE-Bookmark|<title>\s*(?:Pocket Export|Instapaper: Export|Bookmarks)\s*</title>",
    re.IGNORECASE,
)
_JSON = re.compile(r'\{\s*"|\[\s*[\[{"]|\{\s*\}\s*\Z|\[\s*\]\s*\Z')
_TABLES = (".csv", ".tsv", ".tab")
_MAIL = re.compile(
    r"(?:From |(?:From|Received|Return-Path|Delivered-To|Message-ID|MIME-Version|Date|Subject|To|Reply-To|Sender"
    r"|(?:X|List|ARC|DKIM|Content|Authentication)-[\w-]{1,40}|Delivery-date|Envelope-to):)",
    re.IGNORECASE,
)
_MAIL_FIELD = re.compile(
    r"^(?:From|To|Date|Subject|Message-ID|MIME-Version|Received|Content-Type):", re.IGNORECASE | re.MULTILINE
)
_LENGTH_LINE = re.compile(r"\d{1,10}[ \t]{0,20}\r?\n[A-Za-z][\w-]{0,60}:")
_ANY_FIELD = re.compile(r"[A-Za-z][\w-]{0,60}:")
_BLANK_LINE = re.compile(r"\n[ \t]*\r?\n")
_MBOX = re.compile(r"From \S{1,200} {1,3}\w{3} {1,2}\w{3} {1,2}\d{1,2} \d{1,2}:\d\d")
_SAVED_PAGE = re.compile(r"^(?:X-)?Snapshot-Content-Location:|^From:\s*<?Saved by ", re.IGNORECASE | re.MULTILINE)
# Newsletters hold their pictures as saved pages do, but they were sent to somebody.
_RELATED = re.compile(r"^Content-Type:\s*multipart/related|^Content-Location:", re.IGNORECASE | re.MULTILINE)
_SENT = re.compile(r"^(?:To|Received|Message-ID|Delivered-To|Return-Path|List-[\w-]+):", re.IGNORECASE | re.MULTILINE)
_MAIL_SUFFIXES = (".eml", ".mht", ".mhtml")
_RIS = re.compile(r"TY[ \t]{0,3}-[ \t]{0,3}[A-Z]{3,8}\s")
_BIBTEX = re.compile(
    r"(?:%[^\n]{0,200}\n\s*){0,5}@(?:(?:string|preamble|comment)\s{0,5}[{(]|[A-Za-z]{3,20}\s{0,5}[{(]\s{0,5}[^\s,{}]{0,100},)",
    re.IGNORECASE,
)
_REFERENCE_LISTS = {".bib": ("bibtex", "@"), ".ris": ("ris", "TY")}
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?:[\w .-]{1,60}:|#)")

# The header of a message that lost its control characters, or was printed: "eca0124 3 i 93  dpa", "BC-EU--Fishing,
# 1st Ld-Writethru", a line of AP between "^" and "<".
_WIRE = re.compile(
    r"[A-Za-z]{2,4}\d{3,5} \d [A-Za-z]{1,3} \d{1,5}\b|ZCZC\b|\^[^\n<]{3,200}<\s*\n"
    r"|(?:[a-z] [a-z]\s{1,4})?(?:(?:BC|bc)-[A-Z][\w'’-]{1,60}[,/\s]"
    r"|bc-[\w'’-]{3,80}[ \t]*\r?\n|(?:AM|PM|AP)-[\w'’-]{1,60}(?:--|,))"
)

OTHER_PACKINGS = frozenset({"7-Zip", "RAR", "Zstandard", "LZ4", "compress (.Z)"})
"""Archives and packed files that we have no library for."""
STREAMS = frozenset({"zip", "wacz", "warc", "mbox", "json", "jsonl", "csv", "gzip", "bzip2", "xz", "tar"})
"""Formats of archives and dumps, which may be larger than memory: they are read from their file, piece by piece."""


def format_of(original: Original) -> str:
    """The format of some bytes, in small letters where Dateline may read it. Raises Trouble("binary"), ("no-article").

    The suffix decides only where the bytes leave it open.
    """
    data, name = original.data, f"{original.path}/{original.member}" if original.member else original.path
    known = format_of_bytes(data)
    if known in ("zip", "gzip"):
        return _inside_zip(original) if known == "zip" else _inside_gzip(data)
    if known:
        return known
    if _is_wire(data):
        return "anpa"
    filled = data.rstrip(b"\x00")  # programs that died while saving leave a tail of NULs
    if not filled:
        raise Trouble("binary", name)
    if not data.startswith(_WIDE_MARKS) and not utf16_without_mark(filled) and is_binary(filled):
        raise Trouble("binary", name)
    text = glimpse(data)
    if len(data) <= GLIMPSE and not text.strip("\ufeff\x00 \t\r\n\f\v\u00a0\u2028\u2029"):
        raise Trouble("no-article", name)
    return format_of_text(text, original.suffix)


def format_of_bytes(data: bytes) -> str:
    """The name of the format that bytes show by their signature, or empty where they show none."""
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return name
    for pattern, name in _LETTERS:
        if pattern.match(data):
            return name
    if b"%PDF-" in data[:1024] and _is_pdf(data[:_SAMPLE]):  # the standard allows some bytes before it
        return "pdf"
    if data[257:262] == b"ustar" and b"\x00" in data[:257]:
        return "tar"
    if has_controls(data[:_BINARY_HEAD]):
        for at, magic, name in _BINARY_LETTERS:
            if data.startswith(magic, at):
                return name
        if data.startswith(b"RIFF"):
            return _RIFF.get(data[8:12], "RIFF")
    return ""


def has_controls(data: bytes) -> bool:
    """Whether bytes hold a control character that texts do not have."""
    return len(data.translate(None, _CONTROLS)) < len(data)


def _is_pdf(sample: bytes) -> bool:
    """Whether it is more than the name of the format in a text."""
    return has_controls(sample) or _PDF_OBJECT.search(sample) is not None


def is_binary(data: bytes) -> bool:
    """Whether bytes that are no UTF-16 hold too many control characters to be a text."""
    sample = data[:_SAMPLE]
    return len(sample) - len(sample.translate(None, _CONTROLS)) > _MAX_CONTROLS * len(sample)


def format_of_text(text: str, suffix: str = "") -> str:
    """The format that the beginning of a text shows, "text" where it shows none."""
    head = text[:8192].lstrip(_SPACE)
    if _BOOKMARKS.search(head[:1000]):
        return "bookmarks"
    if _HTML_TOP.match(head):
        return "html"
    root = root_name(head)
    if root in _XML_ROOTS or head.startswith("<?xml"):
        return _xml(head, root)
    if _HTML_TAG.match(head) and suffix not in (".md", ".markdown"):
        return "html"
    if suffix in (".html", ".htm", ".xhtml") and _ANY_TAG.search(head):
        return "html"
    if _WIRE.match(head):
        return "anpa"
    if suffix in _TABLES and any(mark in head.partition("\n")[0] for mark in ",;\t"):
        return "csv"
    if _JSON.match(head):
        return _json(head, suffix)
    if mail := _mail(head, suffix):
        return mail
    if _RIS.match(head):
        return "ris"
    if _BIBTEX.match(head):
        return "bibtex"
    listed, mark = _REFERENCE_LISTS.get(suffix, ("", ""))
    if listed and mark in head:
        return listed
    if suffix in _TABLES or names_columns(head):
        return "csv"
    if suffix in (".md", ".markdown") or _FRONT_MATTER.match(head):
        return "markdown"
    return "text"


def _xml(head: str, root: str) -> str:
    if root == "rdf" and (_ZOTERO.search(head) or not _RSS_1.search(head)):
        return "zotero-rdf"
    return _XML_ROOTS.get(root, "XML")


def _mail(head: str, suffix: str) -> str:
    if _MBOX.match(head):
        return "mbox"
    header = _BLANK_LINE.split(head, maxsplit=1)[0]
    if suffix == ".emlx":  # Apple Mail sets the length of a message above it
        return "mail" if _LENGTH_LINE.match(header) else ""
    is_named = suffix in _MAIL_SUFFIXES and _ANY_FIELD.match(header) is not None
    if not is_named and not (_MAIL.match(header) and len(_MAIL_FIELD.findall(header)) >= 2):
        return ""
    is_page = suffix != ".eml" and _RELATED.search(header) is not None and not _SENT.search(header)
    return "mhtml" if is_page or suffix in (".mht", ".mhtml") or _SAVED_PAGE.search(header) else "mail"


def _json(head: str, suffix: str) -> str:
    if suffix in (".jsonl", ".ndjson"):
        return "jsonl"
    first, end, rest = head.partition("\n")
    is_lines = end and first.rstrip().endswith("}") and first[0] == "{" and rest.lstrip()[:1] == "{"
    return "jsonl" if is_lines else "json"


def _is_wire(data: bytes) -> bool:
    """Whether bytes are a message of IPTC 7901 or ANPA 1312: its header stands between SOH and STX."""
    head = data[:400].lstrip(b"\x16\x00\r\n ")
    return head[:1] in (b"\x01", b"\x02") and b"\x02" in head and not is_binary(data)


def _inside_zip(original: Original) -> str:
    try:
        with open_zip(original) as archive:
            names = set(archive.namelist()[:MOST_MEMBERS])
    except Trouble as trouble:
        if trouble.reason.code != "damaged-archive":
            raise
        with original.open() as file:
            if first_name(file) in _FIRST_OF_DOCUMENTS:  # of no use in parts
                raise
        return "zip"
    if "META-INF/container.xml" in names:
        return "epub"
    if "word/document.xml" in names:
        return "docx"
    if "datapackage.json" in names and any(name.startswith("archive/") for name in names):
        return "wacz"
    if "content.xml" in names and "mimetype" in names:
        return "odt"
    return "Office" if "[Content_Types].xml" in names else "zip"


def _inside_gzip(data: bytes) -> str:
    try:
        head = zlib.decompressobj(wbits=31).decompress(data[:_SAMPLE], 64)
    except zlib.error:
        return "gzip"
    return "warc" if head.startswith((b"WARC/", b"filedesc://")) else "gzip"
