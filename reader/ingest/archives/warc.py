"""Web archives (WARC, ARC, WACZ): each page, document and feed in them as a file of its own, read as the file goes."""

from __future__ import annotations

import datetime as dt
import os
import re
import zipfile
from dataclasses import replace
from pathlib import PurePosixPath
from typing import BinaryIO
from urllib.parse import urlsplit

from reader.core.reasons import Reason, Trouble
from reader.core.steps import Failed
from reader.ingest.archives.http_body import body_of
from reader.ingest.archives.opening import open_zip, place_of
from reader.ingest.archives.pages import Pages, listed_pages
from reader.ingest.archives.record_stream import RecordStream
from reader.ingest.archives.records import Record, records_of
from reader.ingest.archives.streams import PackedFile
from reader.ingest.archives.zips import member_of
from reader.ingest.barrier import guarded
from reader.ingest.gate import MAX_MEGABYTES
from reader.ingest.mail.headers import Headers, read_headers
from reader.ingest.original import Original, Parsed, Passed

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]{1,10}(\d{3})[^\n]{0,4000}\n")
_STORIES = frozenset(
    "text/html application/xhtml+xml application/pdf application/rss+xml application/atom+xml application/rdf+xml "
    "application/xml text/xml text/markdown text/plain application/feed+json application/json application/epub+zip "
    "multipart/related application/vnd.openxmlformats-officedocument.wordprocessingml.document".split()
)
_PAGES = ("text/html", "application/xhtml+xml")
_PACKAGED = re.compile(r"archive/[^/]{1,500}\.w?arc(?:\.gz)?")
_TEXTS = (*_PAGES, "text/plain", "text/markdown")
# Data of programs, mostly; what has one of these words near its beginning is a feed or a story.
_JSON_STORY = re.compile(rb'jsonfeed\.org/version|"body_(?:text|x?html)"|iptc\.org/std/ninjs')
_NO_TEXTS = frozenset(
    "robots.txt ads.txt app-ads.txt sellers.json humans.txt security.txt llms.txt trust.txt favicon.ico".split()
)
_TEXT_SUFFIXES = ("", ".txt", ".text", ".md", ".asc", ".html", ".htm")
_DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")
_DECLARES = re.compile(rb"charset\s{0,5}=|encoding\s{0,5}=", re.IGNORECASE)


def read_warc(original: Original) -> Parsed:
    """The pages of an archive. Damage costs the records that it struck, and a ``Failed`` says so."""
    with original.open() as file:
        # How long a file is that is packed in another shows only when all of it was unpacked.
        size = None if isinstance(original.file, PackedFile) else file.seek(0, os.SEEK_END)
        file.seek(0)
        yield from _members(file, size, original, Pages(set()))


def read_wacz(original: Original) -> Parsed:
    """The pages of the web archives in a package of them: those that it lists, where it lists any that are there."""
    with open_zip(original) as archive:
        pages = listed_pages(archive)
        is_empty = True
        for member in _packaged(archive, original, pages):
            is_empty = is_empty and isinstance(member, Passed)
            yield member
        if is_empty and pages:
            yield from _packaged(archive, original, Pages(set()))


def _packaged(archive: zipfile.ZipFile, original: Original, pages: Pages) -> Parsed:
    for info in archive.infolist():
        if _PACKAGED.fullmatch(info.filename) and info.file_size:
            inner = original.within(info.filename, b"")
            try:
                with member_of(archive, info, original).open() as file:
                    yield from _members(file, info.file_size, inner, pages)
            except Trouble as trouble:
                yield Failed(original.path, trouble.reason, member=inner.member)


def _members(file: BinaryIO, size: int | None, original: Original, pages: Pages) -> Parsed:
    stream = RecordStream(file, size, place_of(original))
    for record in records_of(stream):
        if record is None:
            yield Passed()
            continue
        place = original.part(record.url or str(record.number), b"")
        yield from guarded(place, (_member(one, original, pages) or Passed() for one in (record,)))
    if stream.is_damaged:
        yield Failed(original.path, Reason("cut-off", (place_of(original),)), member=original.member)


def _member(record: Record, original: Original, pages: Pages) -> Original | None:
    """The page of a record, or None for what is no page. Raises Trouble("bomb"), ("too-large")."""
    headers, body = Headers((("content-type", record.content_type),)), record.data
    if record.url.startswith("urn:"):  # what a crawler notes down beside the pages
        return None
    status = _STATUS.match(record.data)
    if status is not None:
        headers, start = read_headers(record.data, status.end(), len(record.data))
        if status[1] not in (b"200", b"203"):
            pages.lead_on(record.url, headers.get("location"))
            return None
        body = record.data[start:]
    elif record.kind == "response" and record.url.startswith(("http:", "https:")) and not record.data.startswith(b"<"):
        return None
    if not _is_wanted(headers, body, record) or (_kind(headers) in _PAGES and not pages.holds(record.url)):
        return None
    place = f"{original.path}/{_name(record, original)}"
    if record.is_too_large:
        raise Trouble("too-large", place, str(MAX_MEGABYTES))
    data = body_of(body, headers, place)
    if not data.strip() or (_kind(headers) == "application/json" and not _JSON_STORY.search(data[:4096])):
        return None
    member = original.within(record.url or str(record.number), data, url=record.url)
    day = _day(record.date) or original.day
    return replace(member, day=day, optional=True, encoding=_encoding(data, headers))


def _name(record: Record, original: Original) -> str:
    name = record.url or str(record.number)
    return f"{original.member}/{name}" if original.member else name


def _kind(headers: Headers) -> str:
    return headers.kind("")


def _is_wanted(headers: Headers, body: bytes, record: Record) -> bool:
    kind = _kind(headers)
    if not kind:
        return body.lstrip()[:1] == b"<"
    if kind not in _STORIES:
        return False
    if kind in ("text/plain", "application/json") and record.kind != "conversion":
        path = PurePosixPath(_path(record.url))
        is_text = path.suffix.lower() in _TEXT_SUFFIXES or kind == "application/json"
        return is_text and path.name.lower() not in _NO_TEXTS
    return True


def _path(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:
        return ""


def _encoding(data: bytes, headers: Headers) -> str:
    """The encoding of a text that says it only in its header."""
    is_declared = _kind(headers) not in _TEXTS or _DECLARES.search(data[:4096]) is not None
    return "" if is_declared else headers.parameter("charset")


def _day(stamp: str) -> dt.date | None:
    found = _DAY.match(stamp)
    try:
        return dt.date(int(found[1]), int(found[2]), int(found[3])) if found is not None else None
    except ValueError:
        return None
