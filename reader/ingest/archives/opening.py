"""The one door to zip archives, whatever they are called: documents, books and packages of web archives are such."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

from reader.core.reasons import Trouble
from reader.ingest.original import Original

_LONGEST_DIRECTORY = 30_000_000  # bytes; a hundred thousand long names take half of it
_MOST = "100000"
# What the library raises on archives that are damaged, or not what they say.
_BROKEN = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, OSError)


@contextmanager
def open_zip(original: Original) -> Iterator[zipfile.ZipFile]:
    """An archive to read from. Raises Trouble("damaged-archive"), ("too-many-members")."""
    with original.open() as file:
        if _length_of_directory(original) > _LONGEST_DIRECTORY:
            raise Trouble("too-many-members", place_of(original), _MOST)
        try:
            archive = zipfile.ZipFile(file)
        except _BROKEN as error:
            raise Trouble("damaged-archive", place_of(original)) from error
        with archive:
            yield archive


def place_of(original: Original) -> str:
    """The path of a file, or of the archive with the member in it."""
    return f"{original.path}/{original.member}" if original.member else original.path


def _length_of_directory(original: Original) -> int:
    """What the end of an archive says of the length of its list of names: it would all be taken into memory."""
    with original.open() as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - 66_000))
        tail = file.read(66_000)
    at = tail.rfind(b"PK\x05\x06")
    found = int(struct.unpack_from("<I", tail, at + 12)[0]) if 0 <= at <= len(tail) - 22 else 0
    wide = tail.rfind(b"PK\x06\x06")
    if found == 0xFFFFFFFF and 0 <= wide <= len(tail) - 56:
        return int(struct.unpack_from("<Q", tail, wide + 40)[0])
    return found
