"""Tar archives, read from their beginning to their end, and never unpacked to the disk."""

from __future__ import annotations

import datetime as dt
import tarfile
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from reader.core.reasons import Reason, Trouble
from reader.core.steps import Failed
from reader.ingest.archives.names import is_passed_over
from reader.ingest.archives.opening import place_of
from reader.ingest.archives.streams import BROKEN
from reader.ingest.distinct import Distinct
from reader.ingest.encoding import decode
from reader.ingest.gate import MAX_MEGABYTES, MAX_MEMBERS, MAX_UNPACKED
from reader.ingest.original import Original, Parsed, Passed

_BLOCK = 512  # bytes
_PIECE = 4_000_000  # bytes that are passed over at a time, in less than a second


def read_tar(original: Original) -> Parsed:
    """The members of an archive that is not packed."""
    place = place_of(original)
    with original.open() as file:
        yield from members_of_tar(file, original, place)


def members_of_tar(file: BinaryIO, original: Original, place: str) -> Parsed:
    """The files in a stream of tar; what stands before damage is read, and a ``Failed`` says that it is cut off."""
    watched, names = _Watched(file), Distinct()
    try:
        with tarfile.open(fileobj=cast(BinaryIO, watched), mode="r|") as archive:
            for number, info in enumerate(archive, 1):
                if number > MAX_MEMBERS:
                    reason = Reason("too-many-members", (place, str(MAX_MEMBERS)))
                    yield Failed(original.path, reason, member=original.member)
                    return
                info.name = _readable(info.name)
                if info.isfile() and not is_passed_over(info.name):
                    yield from _member(archive, info, original, place, names)
                yield from _rest(archive)
        if watched.last.strip(b"\x00"):  # it ends with zeros; the library takes a cut header for the end
            yield Failed(original.path, Reason("cut-off", (place,)), member=original.member)
    except Trouble as trouble:
        yield Failed(original.path, trouble.reason, member=original.member)
    except BROKEN:
        yield Failed(original.path, Reason("cut-off", (place,)), member=original.member)


class _Watched:
    """A stream of which the last block is remembered."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.last = b""

    def read(self, size: int) -> bytes:
        data = self._file.read(size)
        self.last = (self.last + data)[-_BLOCK:]
        return data


def _member(archive: tarfile.TarFile, info: tarfile.TarInfo, original: Original, place: str, names: Distinct) -> Parsed:
    name = names.file(info.name)
    if info.size > MAX_UNPACKED:
        reason = Reason("too-large", (f"{place}/{name}", str(MAX_MEGABYTES)))
        yield Failed(original.path, reason, member=_member_name(original, name))
        return
    stream = archive.extractfile(info)
    data = stream.read(MAX_UNPACKED) if stream is not None else b""
    if data:
        yield original.within(name, data, day=_day(info.mtime))


def _rest(archive: tarfile.TarFile) -> Iterator[Passed]:
    """Passes over what is left of a member piece by piece: a film takes longer to unpack than anybody waits."""
    stream: Any = archive.fileobj
    before = -1
    while archive.offset - stream.tell() > _PIECE and stream.tell() > before:
        before = stream.tell()
        stream.seek(before + _PIECE)
        yield Passed()


def _readable(name: str) -> str:
    """The name of a member as text: older archives have names in the alphabet of whoever packed them."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return decode(name.encode("utf-8", "surrogateescape"))
    return name


def _member_name(original: Original, name: str) -> str:
    return f"{original.member}/{name}" if original.member else name


def _day(seconds: float) -> dt.date | None:
    try:
        return dt.datetime.fromtimestamp(seconds, dt.UTC).date() if seconds > 0 else None
    except (OverflowError, ValueError, OSError):
        return None
