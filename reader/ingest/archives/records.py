"""The records of a web archive (WARC, ARC), one after another; warcio reads what stands above each."""

from __future__ import annotations

import logging
import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field

from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord, ArcWarcRecordLoader

from reader.ingest.archives.record_stream import RecordStream
from reader.ingest.gate import MAX_UNPACKED

logging.getLogger("warcio").setLevel(logging.CRITICAL)  # odd addresses are no mistakes of ours

_WARC = re.compile(rb"WARC/[01]\.\d{1,2}\s")
_ARC = re.compile(rb"[a-z]{2,20}:[^\r\n]{1,8000} [0-9a-fA-F.:]{1,50} \d{8,17} \S{1,200} \d{1,15}\s*$")
_PIECE = 4_000_000  # bytes that are passed over at a time, in less than a second
_MANY_LINES = 10_000
_LONGEST_HEADER = 1 << 20  # bytes
_WANTED = frozenset(("response", "resource", "conversion"))
_BROKEN = (ArchiveLoadFailed, ValueError, TypeError, AttributeError, LookupError, EOFError)


@dataclass(frozen=True, slots=True)
class Record:
    """What an archive holds under one address."""

    kind: str
    """Of: response, resource, conversion."""
    url: str
    date: str
    content_type: str
    data: bytes = field(repr=False)
    """All of it, HTTP header included."""
    number: int
    is_whole: bool
    is_too_large: bool = False


class _Limited:
    """The stream as warcio reads a header from it: no header is longer than a megabyte."""

    def __init__(self, stream: RecordStream) -> None:
        self._stream, self._left = stream, _LONGEST_HEADER

    def readline(self, size: int = -1) -> bytes:
        line = self._stream.readline(size) if self._left > 0 else b""
        self._left -= len(line)
        return line

    def read(self, size: int = -1) -> bytes:
        return self._stream.read(size)

    def tell(self) -> int:
        return 0


def records_of(stream: RecordStream) -> Iterator[Record | None]:
    """The records that may hold a story, whole or as far as they go. ``stream.is_damaged`` says what was lost.

    None is a sign that the reading goes on: there may be hours of film between two pages.
    """
    loader = ArcWarcRecordLoader(verify_http=False, arc2warc=True)
    number = lines = 0
    while stream.go_on():
        line = stream.readline()
        if not line.strip():
            continue
        if not _is_start(line):
            stream.is_damaged = True
            lines += 1
            if lines % _MANY_LINES == 0:
                yield None
            continue
        number += 1
        try:
            record = loader.parse_record_stream(_Limited(stream), line, None, no_record_parse=True)
        except _BROKEN:
            stream.is_damaged = True
            continue
        yield from _record(record, stream, number)


def _record(record: ArcWarcRecord, stream: RecordStream, number: int) -> Iterator[Record | None]:
    is_wanted = record.rec_type in _WANTED
    length = record.length if isinstance(record.length, int) else None
    left = stream.left()
    if length is None or (left is not None and length > left):
        data, is_whole = (yield from _until_next(stream)), False
    else:
        data = stream.read(min(length, MAX_UNPACKED)) if is_wanted else b""
        is_whole = yield from _skip(stream, length - len(data))
    if not is_whole:
        stream.is_damaged = True
    if not is_wanted:
        return
    found = record.rec_headers.get_header
    yield Record(
        kind=record.rec_type,
        url=(found("WARC-Target-URI") or "").strip("<> "),
        date=found("WARC-Date") or "",
        content_type=found("Content-Type") or "",
        data=data,
        number=number,
        is_whole=is_whole,
        is_too_large=length is not None and length > MAX_UNPACKED,
    )


def _is_start(line: bytes) -> bool:
    return bool(_WARC.match(line) or _ARC.match(line) or line.startswith(b"filedesc://"))


def _skip(stream: RecordStream, size: int) -> Generator[None, None, bool]:
    """Passes over bytes; False where there are fewer."""
    while size > 0:
        part = stream.read(min(size, _PIECE))
        if not part:
            return False
        size -= len(part)
        if size:
            yield None
    return True


def _until_next(stream: RecordStream) -> Generator[None, None, bytes]:
    """The lines up to the next record, for a record whose length is no length."""
    parts: list[bytes] = []
    size = passed = 0
    while line := stream.readline():
        if _WARC.match(line):
            stream.give_back(line)
            break
        size += len(line)
        if size <= MAX_UNPACKED:
            parts.append(line)
        if size - passed > _PIECE:
            passed = size
            yield None
    return b"".join(parts)
