"""The one gate before any parser: a path goes in, and its bytes come out, or the reason why not."""

from __future__ import annotations

import datetime as dt
import errno
import os
import stat
from pathlib import Path

from reader.core.reasons import Reason, Trouble
from reader.ingest import formats
from reader.ingest.original import Original

MAX_MEGABYTES = 50
"""A year of one writer's stories is smaller. What is larger is an archive or a dump, and is read from its file."""
MAX_UNPACKED = MAX_MEGABYTES * 1_000_000
"""Bytes of one member of an archive."""
MAX_RATIO = 200
"""How many times as large as its archive's bytes a member may be; the densest real pages reach 40."""
MAX_MEMBERS = 100_000
"""Members of one archive that are read."""
MAX_TOTAL = 4_000_000_000
"""Bytes that may come out of one file, archives within archives counted, unless it is huge itself."""
MAX_TOTAL_RATIO = 20
"""How many times as large as itself such a file may unpack to; crawls of the web reach 10."""
_ALWAYS_FINE = 1_000_000  # bytes; a small member may be as dense as it likes
_HEAD = 1 << 16


def admit(path: Path) -> Original | Reason:
    """Read one file. The reason names what keeps it from being read: it is missing, empty, too large …"""
    name = str(path)
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            return Reason("not-a-file", (name,))  # a pipe would keep us waiting for ever
        with path.open("rb") as file:
            data = file.read(MAX_UNPACKED + 1 if about.st_size <= MAX_UNPACKED else _HEAD)
    except OSError as error:
        return reason_of(error, path)
    except ValueError:  # a NUL in the path
        return Reason("missing", (name,))
    if not data:
        return Reason("empty", (name,))
    original = Original(name, data, day=_day(about.st_mtime))
    if about.st_size <= MAX_UNPACKED and len(data) <= MAX_UNPACKED:  # a file may grow, or lie about its size
        return original
    original = Original(name, data[:_HEAD], day=original.day, file=path)
    try:
        is_stream = formats.format_of(original) in formats.STREAMS
    except Trouble as trouble:
        return trouble.reason
    except OSError as error:  # it went while we looked into it
        return reason_of(error, path)
    return original if is_stream else Reason("too-large", (name, str(MAX_MEGABYTES)))


def is_light(path: Path) -> bool:
    """Whether a file is a small plain text, which no parser of a format ever sees: it is safe to read right here."""
    original = admit(path)
    if isinstance(original, Reason) or original.file is not None or len(original.data) > _ALWAYS_FINE:
        return isinstance(original, Reason)
    try:
        return formats.format_of(original) == "text"
    except Trouble:
        return True


class Unpacked:
    """How many bytes have come out of one file, with all the archives that lie in it."""

    def __init__(self, limit: int) -> None:
        self._left = limit

    def take(self, size: int) -> bool:
        """Counts a member in; False where it is more than may come out of the file."""
        self._left -= size
        return self._left >= 0


def limit_of_total(original: Original) -> int:
    """How many bytes may come out of a file with everything that lies in it."""
    if original.file is None:
        return MAX_TOTAL
    with original.open() as file:
        return max(MAX_TOTAL, MAX_TOTAL_RATIO * file.seek(0, os.SEEK_END))


def too_much(size: int, packed: int, name: str) -> Trouble:
    """Why a member of so many bytes out of so many packed ones is not taken in."""
    if size > MAX_RATIO * packed:
        return Trouble("bomb", name)
    return Trouble("too-large", name, str(MAX_MEGABYTES))


def is_too_much(size: int, packed: int) -> bool:
    """Whether a member of ``size`` bytes out of ``packed`` ones is more than the gate lets in."""
    return size > MAX_UNPACKED or (size > _ALWAYS_FINE and size > MAX_RATIO * packed)


def _day(seconds: float) -> dt.date | None:
    """The day of a file's time in UTC; none for what no calendar holds."""
    try:
        return dt.datetime.fromtimestamp(seconds, dt.UTC).date()
    except (OverflowError, ValueError, OSError):
        return None


def reason_of(error: OSError, path: Path) -> Reason:
    """Why the system would not give us a file or a folder."""
    name = str(path)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Reason("missing", (name,))
    if isinstance(error, PermissionError):
        return Reason("unreadable", (name,))
    if error.errno == errno.ELOOP:
        return Reason("link-loop", (name,))
    return Reason("cannot-read", (name, os.strerror(error.errno) if error.errno else str(error)))


def reason_of_mistake(error: Exception) -> Reason:
    """Why something could not be read after a parser raised what none should."""
    return Reason("own-mistake", (f"{type(error).__name__}: {error}",))
