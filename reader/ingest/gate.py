"""The one gate before any parser: a path goes in, and decoded text with its kind comes out, or the reason why not."""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from reader.core.identity import digest_of
from reader.core.reasons import Reason
from reader.ingest import formats
from reader.ingest.encoding import decode, utf16_without_mark

MAX_MEGABYTES = 50
"""A year of one writer's stories is smaller; what is larger is a dump, and would hold the worker for minutes."""

_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that passed: its text as decoded (not yet canonical), "text" or "html", and the digest of its bytes."""

    text: str
    format: str
    digest: str


def open_file(path: Path) -> Opened | Reason:
    """Read one file. The reason names what keeps it from being read: it is missing, empty, binary, too large …"""
    data = _bytes_of(path)
    if isinstance(data, Reason):
        return data
    name = str(path)
    if not data.strip(b"\x00"):
        return Reason("empty", (name,)) if not data else Reason("binary", (name,))
    known = formats.format_of_bytes(data)
    if known:
        return Reason("unsupported", (name, known))
    filled = data.rstrip(b"\x00")  # programs that died while saving leave a tail of NULs
    if not data.startswith(_WIDE_MARKS) and not utf16_without_mark(filled) and formats.is_binary(filled):
        return Reason("binary", (name,))
    text = decode(data)
    if not text.strip("\ufeff\x00 \t\r\n\f\v\u00a0\u2028\u2029"):
        return Reason("no-article", (name,))
    found = formats.format_of_text(text, path.suffix)
    if found not in ("text", "html"):
        return Reason("unsupported", (name, found))
    return Opened(text, found, digest_of(data))


def _bytes_of(path: Path) -> bytes | Reason:
    name = str(path)
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            return Reason("not-a-file", (name,))  # a pipe would keep us waiting for ever
        if about.st_size > MAX_MEGABYTES * 1_000_000:
            return Reason("too-large", (name, str(MAX_MEGABYTES)))
        with path.open("rb") as file:
            data = file.read(MAX_MEGABYTES * 1_000_000 + 1)  # a file may grow, or lie about its size
    except OSError as error:
        return reason_of(error, path)
    except ValueError:  # a NUL in the path
        return Reason("missing", (name,))
    return data if len(data) <= MAX_MEGABYTES * 1_000_000 else Reason("too-large", (name, str(MAX_MEGABYTES)))


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
