"""The parser of each format. Each is imported when the first file needs it, for some cost half a second.

The imports are written out: what collects the modules of a frozen program finds no others.
"""

from __future__ import annotations

from reader.ingest.original import Hints, Original, Parsed


def parser_of(format: str, original: Original, hints: Hints) -> Parsed | None:
    """What the parser of a format makes of a file; None where there is no such parser."""
    for family in (_page, _holder, _list, _wire):
        found = family(format, original, hints)
        if found is not None:
            return found
    return None


def _page(format: str, original: Original, hints: Hints) -> Parsed | None:
    """Texts, pages and documents: one story each, mostly."""
    match format:
        case "text":
            from reader.ingest.plain.articles import read_plain

            return read_plain(original, hints)
        case "html":
            from reader.ingest.html.page import read_html

            return read_html(original, hints)
        case "markdown":
            from reader.ingest.documents.markdown import read_markdown

            return read_markdown(original, hints)
        case "pdf":
            from reader.ingest.documents.pdf import read_pdf

            return read_pdf(original, hints)
        case "epub":
            from reader.ingest.documents.epub import read_epub

            return read_epub(original, hints)
        case "docx":
            from reader.ingest.documents.word import read_docx

            return read_docx(original, hints)
        case "odt":
            from reader.ingest.documents.odt import read_odt

            return read_odt(original, hints)
        case "rtf":
            from reader.ingest.documents.rtf import read_rtf

            return read_rtf(original, hints)
    return None


def _holder(format: str, original: Original, hints: Hints) -> Parsed | None:
    """Mail and archives: files that hold others."""
    match format:
        case "mail":
            from reader.ingest.mail.message import read_mail

            return read_mail(original, hints)
        case "mbox":
            from reader.ingest.mail.mailbox import read_mbox

            return read_mbox(original, hints)
        case "mhtml":
            from reader.ingest.archives.mhtml import read_mhtml

            return read_mhtml(original, hints)
        case "warc":
            from reader.ingest.archives.warc import read_warc

            return read_warc(original)
        case "wacz":
            from reader.ingest.archives.warc import read_wacz

            return read_wacz(original)
        case "zip":
            from reader.ingest.archives.zips import read_zip

            return read_zip(original)
        case "gzip" | "bzip2" | "xz":
            from reader.ingest.archives.packed import read_packed

            return read_packed(original)
        case "tar":
            from reader.ingest.archives.tars import read_tar

            return read_tar(original)
    return None


def _list(format: str, original: Original, hints: Hints) -> Parsed | None:
    """Tables, feeds and exports: files with many entries."""
    match format:
        case "csv":
            from reader.ingest.tables.csv_file import read_csv

            return read_csv(original, hints)
        case "json":
            from reader.ingest.tables.json_file import read_json

            return read_json(original, hints)
        case "jsonl":
            from reader.ingest.tables.json_lines import read_json_lines

            return read_json_lines(original, hints)
        case "feed":
            from reader.ingest.feeds.syndication import read_feed

            return read_feed(original, hints)
        case "opml":
            from reader.ingest.feeds.opml import read_opml

            return read_opml(original, hints)
        case "bookmarks":
            from reader.ingest.exports.bookmarks import read_bookmarks

            return read_bookmarks(original, hints)
        case "zotero-rdf":
            from reader.ingest.exports.zotero_rdf import read_zotero_rdf

            return read_zotero_rdf(original, hints)
        case "ris":
            from reader.ingest.exports.ris import read_ris

            return read_ris(original, hints)
        case "bibtex":
            from reader.ingest.exports.bibtex import read_bibtex

            return read_bibtex(original, hints)
    return None


def _wire(format: str, original: Original, hints: Hints) -> Parsed | None:
    """What agencies send."""
    match format:
        case "anpa":
            from reader.ingest.wire.transmission import read_transmission

            return read_transmission(original, hints)
        case "nitf":
            from reader.ingest.wire.nitf import read_nitf

            return read_nitf(original, hints)
        case "newsml":
            from reader.ingest.wire.newsml import read_newsml

            return read_newsml(original, hints)
        case "newsml-g2":
            from reader.ingest.wire.newsml_g2 import read_newsml_g2

            return read_newsml_g2(original, hints)
    return None
