"""One small file for each library that reads a format: does it work in this installation?"""

from __future__ import annotations

import gzip
import io
import zipfile

WORDS = "The council voted on Tuesday to repair the old bridge before the winter, the mayor told reporters."
_PAGE = f"<!doctype html><html><head><title>Bridge</title></head><body><h1>Bridge</h1><p>{WORDS}</p></body></html>"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


def files() -> dict[str, bytes]:
    """Name and bytes of each file; every one of them holds one story."""
    return {
        "page.html": _PAGE.encode(),
        "feed.rss": _feed(),
        "note.md": f"# Bridge\n\n{WORDS}\n".encode(),
        "letter.eml": f"From: a@example.org\nSubject: Bridge\nMIME-Version: 1.0\n\n{WORDS}\n".encode(),
        "print.pdf": _pdf(),
        "book.epub": _epub(),
        "document.docx": _docx(),
        "crawl.warc.gz": _warc(),
    }


def _feed() -> bytes:
    item = f"<item><title>Bridge</title><description>{WORDS}</description></item>"
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{item}</channel></rss>'.encode()


def _pdf() -> bytes:
    """One page with two lines of Helvetica, its objects one after the other with their table."""
    first, _, second = WORDS.partition(" bridge ")
    heading, lines = "/F1 20 Tf 72 700 Td (Bridge) Tj", f"0 -40 Td ({first}) Tj 0 -14 Td (bridge {second}) Tj"
    drawn = f"BT {heading} /F1 11 Tf {lines} ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(drawn), drawn),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return b"%sxref\n0 6\n0000000000 65535 f \n%strailer\n<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        out, table, len(out),
    )  # fmt: skip


def _epub() -> bytes:
    container = (
        '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="o.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Bridge</dc:title></metadata><manifest>'
        '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="a"/></spine></package>'
    )
    chapter = (
        f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>B</title></head><body><p>{WORDS}</p></body></html>'
    )
    parts = {"META-INF/container.xml": container, "o.opf": package, "a.xhtml": chapter}
    return _zipped({"mimetype": "application/epub+zip", **parts})


def _docx() -> bytes:
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPES}"/></Types>'
    )
    links = (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="r" Type="{_OFFICE}" Target="word/document.xml"/></Relationships>'
    )
    paragraphs = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in ("Bridge", WORDS))
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{paragraphs}</w:body></w:document>'
    return _zipped({"[Content_Types].xml": types, "_rels/.rels": links, "word/document.xml": document})


def _zipped(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, words in parts.items():
            archive.writestr(name, words)
    return out.getvalue()


def _warc() -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + _PAGE.encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\n"
        "WARC-Target-URI: http://example.org/bridge\r\nWARC-Date: 2025-01-01T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + answer + b"\r\n\r\n", mtime=0)
