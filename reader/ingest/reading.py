"""Reading one file: the gate, then the parser of its format, then what an archive holds, one member after another."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

from reader.core.reasons import Reason, Trouble
from reader.core.steps import Failed
from reader.ingest.formats import OTHER_PACKINGS, format_of
from reader.ingest.gate import Unpacked, admit, limit_of_total, reason_of, reason_of_mistake
from reader.ingest.original import DEEPEST, Feed, Found, Hints, Original, Parsed, Passed, Read

# What a page among thousands of a crawl may be without being a loss.
_NO_LOSS = frozenset({"no-article", "no-text-in-pdf", "binary", "unsupported", "empty", "damaged-html", "damaged"})


def read(path: Path, hints: Hints) -> Iterator[Read]:
    """The articles and feeds of one file, and a ``Failed`` for whatever could not be read; never nothing at all.

    Never raises for what a file holds: one bad entry or member does not lose the good ones.
    """
    admitted = admit(path)
    if isinstance(admitted, Reason):
        yield Failed(str(path), admitted)
    else:
        yield from read_original(admitted, hints)


def read_original(original: Original, hints: Hints, unpacked: Unpacked | None = None) -> Iterator[Read]:
    """What is in bytes that passed the gate; never nothing at all, and no more than ``Passed`` where they are optional.

    ``unpacked`` counts what comes out of one file, whatever lies in whatever; it is made for the outermost one.
    """
    nothing = True
    try:
        unpacked = unpacked or Unpacked(limit_of_total(original))
        for found in _parsed(original, hints):
            if isinstance(found, Original) and not unpacked.take(len(found.data)):
                raise Trouble("bomb", _name(original))
            for step in read_original(found, hints, unpacked) if isinstance(found, Original) else (found,):
                nothing = nothing and isinstance(step, Passed)
                yield step
    except Trouble as trouble:
        yield from _failed(original, trouble.reason)
        return
    except MemoryError:
        yield from _failed(original, Reason("too-much-memory", (_name(original),)))
        return
    except Exception as error:  # barrier: one member
        # Bytes in memory cannot be missing: then it is a file of ours, or of a library, that is not where it should be.
        if isinstance(error, OSError) and original.file is not None:
            yield from _failed(original, reason_of(error, Path(original.path)))
            return
        logging.getLogger("dateline.ingest").exception("a file or a member of one could not be read")
        yield from _failed(original, reason_of_mistake(error))
        return
    if nothing:
        yield from _failed(original, Reason("no-article", (_name(original),)))


def member_of(original: Original, member: str, hints: Hints, unpacked: Unpacked | None = None) -> Original | None:
    """What lies in an archive under a name, "/" between archives that lie in one another; None where nothing does.

    Raises Trouble and OSError where the archive cannot be read so far.
    """
    unpacked = unpacked or Unpacked(limit_of_total(original))
    for found in _parsed(original, hints):
        if not isinstance(found, Original):
            continue
        if not unpacked.take(len(found.data)):
            raise Trouble("bomb", _name(original))
        if found.member == member:
            return found
        inside = f"{found.member}/"
        if member.startswith(inside) and (inner := member_of(found, member, hints, unpacked)) is not None:
            return inner
    return None


def _failed(original: Original, reason: Reason) -> Iterator[Failed | Passed]:
    is_loss = not (original.optional and reason.code in _NO_LOSS)
    yield Failed(original.path, reason, member=original.member) if is_loss else Passed()


def _parsed(original: Original, hints: Hints) -> Parsed:
    if original.depth > DEEPEST:
        raise Trouble("too-deep", _name(original))
    name = format_of(original)
    from reader.ingest.guessed import may_be_text, or_text

    if may_be_text(original, name):
        return or_text(_late(name, original, hints), original, hints)
    return _by_format(name, original, hints)


def _late(name: str, original: Original, hints: Hints) -> Parsed:
    yield from _by_format(name, original, hints)


def _by_format(name: str, original: Original, hints: Hints) -> Parsed:
    """The parser of a format; each is imported when the first file needs it, for some cost half a second."""
    match name:
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
        case "mail":
            from reader.ingest.mail.message import read_mail

            return read_mail(original, hints)
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
        case "feed":
            from reader.ingest.feeds.syndication import read_feed

            return read_feed(original, hints)
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
    raise Trouble("other-packing" if name in OTHER_PACKINGS else "unsupported", _name(original), name)


def _name(original: Original) -> str:
    return f"{original.path}/{original.member}" if original.member else original.path


__all__ = ["Feed", "Found", "Hints", "Passed", "member_of", "read", "read_original"]
