"""The lists of addresses that browsers, Pocket, Instapaper and Pinboard write as HTML, to bookmarks."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from lxml import etree

from reader.ingest.encoding import decode
from reader.ingest.exports.references import read_references
from reader.ingest.facts import Facts
from reader.ingest.html.fragments import tidy
from reader.ingest.markup import parse_html
from reader.ingest.original import Hints, Original, Parsed
from reader.ingest.tables.columns import is_address
from reader.ingest.tables.entries import Entry

_Link = tuple[etree._Element, str]
"""An address with the note below it."""


def read_bookmarks(original: Original, hints: Hints) -> Parsed:
    """A bookmark for each link of the list; the note below it ("<DD>") is its text.

    Scripts and the browser's own pages that stand among them are no bookmarks.
    """
    yield from read_references(_links(parse_html(decode(original.data))), _entry, _written, original, hints)


def _entry(found: _Link) -> Entry:
    link, note = found
    url = (link.get("href") or "").strip()
    return Entry(Facts(headline=tidy(map(str, link.itertext())), url=url), notes=(note,) if note else ())


def _links(root: etree._Element) -> Iterator[_Link]:
    for link in root.iter("a"):
        if is_address((link.get("href") or "").strip()):
            yield link, _note(link)


def _note(link: etree._Element) -> str:
    parent = link.getparent()
    below = parent.getnext() if parent is not None and parent.tag == "dt" else link.getnext()
    if below is None or below.tag != "dd" or next(below.iterdescendants("a"), None) is not None:
        return ""
    return "\n".join(line.strip() for line in map(str, below.itertext()) if line.strip())


def _written(found: _Link) -> bytes:
    """A bookmark as a list of its own, by which it can be read again without the thousands beside it."""
    entry = _entry(found)
    note = "".join(f"\n<DD>{escape(note)}" for note in entry.notes)
    link = f'<DT><A HREF="{escape(entry.facts.url)}">{escape(entry.facts.headline)}</A>'
    return f"<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL>\n{link}{note}\n</DL>\n".encode("utf-8", "replace")
