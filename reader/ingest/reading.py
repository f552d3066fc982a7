"""Reading one file: the gate, then the parser of its format, then what an archive holds, one member after another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reader.core.reasons import Reason, Trouble
from reader.core.steps import Failed
from reader.ingest.formats import format_of
from reader.ingest.gate import admit, reason_of
from reader.ingest.original import DEEPEST, Feed, Found, Hints, Original, Parsed, Read


def read(path: Path, hints: Hints) -> Iterator[Read]:
    """The articles and feeds of one file, and a ``Failed`` for whatever could not be read; never nothing at all.

    Never raises for what a file holds: one bad entry or member does not lose the good ones.
    """
    admitted = admit(path)
    if isinstance(admitted, Reason):
        yield Failed(str(path), admitted)
    else:
        yield from read_original(admitted, hints)


def read_original(original: Original, hints: Hints) -> Iterator[Read]:
    """What is in bytes that passed the gate; never nothing at all."""
    nothing = True
    try:
        for found in _parsed(original, hints):
            nothing = False
            yield from read_original(found, hints) if isinstance(found, Original) else (found,)
    except Trouble as trouble:
        yield Failed(original.path, trouble.reason, member=original.member)
        return
    except OSError as error:  # a file that is read as it goes
        yield Failed(original.path, reason_of(error, Path(original.path)), member=original.member)
        return
    if nothing:
        yield Failed(original.path, Reason("no-article", (_name(original),)), member=original.member)


def _parsed(original: Original, hints: Hints) -> Parsed:
    """The parser of a format; each is imported when the first file needs it, for some cost half a second."""
    if original.depth > DEEPEST:
        raise Trouble("too-deep", _name(original))
    name = format_of(original)
    match name:
        case "text":
            from reader.ingest.plain.articles import read_plain

            return read_plain(original, hints)
        case "html":
            from reader.ingest.saved_html import read_html

            return read_html(original, hints)
        case "markdown":
            from reader.ingest.documents.markdown import read_markdown

            return read_markdown(original, hints)
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
        case "mail":
            from reader.ingest.mail.message import read_mail

            return read_mail(original, hints)
        case "mhtml":
            from reader.ingest.archives.mhtml import read_mhtml

            return read_mhtml(original, hints)
        case "mbox":
            from reader.ingest.mail.mailbox import read_mbox

            return read_mbox(original, hints)
        case "csv":
            from reader.ingest.tables.csv_file import read_csv

            return read_csv(original, hints)
        case "json":
            from reader.ingest.tables.json_file import read_json

            return read_json(original, hints)
        case "jsonl":
            from reader.ingest.tables.json_lines import read_json_lines

            return read_json_lines(original, hints)
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
    raise Trouble("unsupported", _name(original), name)


def _name(original: Original) -> str:
    return f"{original.path}/{original.member}" if original.member else original.path


__all__ = ["Feed", "Found", "Hints", "read", "read_original"]
        case "feed":
            from reader.ingest.feeds.syndication import read_feed

            return read_feed(original, hints)
        case "opml":
            from reader.ingest.feeds.opml import read_opml

            return read_opml(original, hints)
