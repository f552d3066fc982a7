"""Originals that the library keeps, read again: what their file told beside their own bytes is given once more."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html import escape
from pathlib import Path, PurePosixPath

from reader.core.article import Origin
from reader.ingest.original import Hints, Original, Read
from reader.ingest.reading import read_original

_ENTRY = re.compile(rb"\s{0,100}<((?:\w{1,20}:)?)(item|entry)[\s/>]", re.IGNORECASE)
_PREFIX = re.compile(rb"[<\s]/?([A-Za-z][\w-]{0,30}):[A-Za-z][\w-]{0,60}[\s=/>]")
# What the prefixes of feeds stand for; they are declared above the entry, where its bytes do not reach.
_SPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "wp": "http://wordpress.org/export/1.2/",
}
_JSON_FEED = "https://jsonfeed.org/version/1.1"
# Formats for which a name may decide; entries of a file are called by a number, a guid or an address.
_TELLING = frozenset(
    ".txt .text .md .markdown .csv .tsv .tab .jsonl .ndjson .eml .emlx .mht .mhtml .bib .ris .htm .html .xhtml".split()
)


@dataclass(frozen=True, slots=True)
class Kept:
    """The bytes of an article as the library keeps them, with what it knows of the article."""

    data: bytes = field(repr=False)
    origin: Origin
    publication: str = ""
    language: str = ""
    today: dt.date = dt.date.max
    """When it was first taken in: a year that is inferred is no later, however late the bytes are read again."""
    day: dt.date | None = None
    """When the file was last changed, where that is known."""


def read_kept(kept: Kept, hints: Hints) -> Iterator[Read]:
    """What is read from kept bytes by now; like ``read`` it never raises for what they hold.

    Where they hold several articles, the members are named within them.
    """
    original = original_of(kept)
    yield from read_original(original, replace(hints, today=min(hints.today, kept.today)))


def original_of(kept: Kept) -> Original:
    """Kept bytes as a parser takes them: an entry of a feed stands in a feed of that publication again."""
    member = _telling_name(kept.origin)
    url = kept.origin.url if kept.origin.member and member == kept.origin.member else ""
    return Original(kept.origin.path, _in_its_feed(kept), member, url, kept.day)


def _telling_name(origin: Origin) -> str:
    """The member, or the nearest above it whose suffix may tell the format."""
    for member in _and_above(origin.member):
        if PurePosixPath(member).suffix.lower() in _TELLING:
            return member
    return "" if Path(origin.path).suffix.lower() in _TELLING else origin.member


def _and_above(member: str) -> Iterator[str]:
    while member:
        yield member
        member = member.rpartition("/")[0]


def _in_its_feed(kept: Kept) -> bytes:
    if not kept.origin.member:
        return kept.data
    entry = _ENTRY.match(kept.data)
    if entry is not None:
        return _xml_feed(kept, entry[1].decode(), is_atom=entry[2].lower() == b"entry")
    if kept.data.startswith(b"{") and (b'"content_html"' in kept.data or b'"content_text"' in kept.data):
        return _json_feed(kept)
    return kept.data


def _xml_feed(kept: Kept, prefix: str, *, is_atom: bool) -> bytes:
    prefixes = {found.decode() for found in _PREFIX.findall(kept.data)} - {"xml", "xmlns", "http", "https"}
    spaces = "".join(
        f' xmlns:{name}="{escape(_SPACES.get(name, "urn:" + name))}"'
        for name in sorted(prefixes | {prefix[:-1]} - {""})
    )
    title, language = escape(kept.publication), escape(kept.language)
    if is_atom:
        lang = f' xml:lang="{language}"' if language else ""
        top = f'<{prefix}feed xmlns="{_SPACES["atom"]}"{spaces}{lang}><{prefix}title>{title}</{prefix}title>'
        return top.encode() + kept.data + f"</{prefix}feed>".encode()
    told = f"<language>{language}</language>" if language else ""
    top = f'<rss version="2.0"{spaces}><channel><title>{title}</title>{told}'
    return top.encode() + kept.data + b"</channel></rss>"


def _json_feed(kept: Kept) -> bytes:
    try:
        item = json.loads(kept.data)
    except (ValueError, RecursionError):
        return kept.data
    if not isinstance(item, dict) or "id" not in item or "version" in item:
        return kept.data
    feed = {"version": _JSON_FEED, "title": kept.publication, "language": kept.language, "items": [item]}
    return json.dumps(feed, ensure_ascii=False).encode("utf-8", "replace")
