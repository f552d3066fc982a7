"""Packed bytes as files to read, whose trouble is ours: damage and bombs are ``Trouble``, whatever a library raises."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO, Any, BinaryIO, Literal, cast

from reader.core.reasons import Trouble
from reader.ingest.gate import MAX_RATIO
from reader.ingest.original import Original

BROKEN = (
    zipfile.BadZipFile,
    tarfile.TarError,
    lzma.LZMAError,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
)
"""What the libraries raise on archives that are damaged, cut off, or packed in a way that they do not know."""
_OPENERS: dict[str, Callable[[BinaryIO], Any]] = {
    "gzip": lambda file: gzip.GzipFile(fileobj=file, mode="rb"),
    "bzip2": bz2.BZ2File,
    "xz": lzma.LZMAFile,
}
_PIECE = 1 << 16  # bytes
_ALWAYS_FINE = 100_000_000  # bytes of a stream, which is never in memory as a whole


class Careful(io.RawIOBase):
    """A stream of unpacked bytes that ends with ``Trouble``: "cut-off" on damage, "bomb" beyond the ratio."""

    def __init__(self, name: str, packed_size: int, *streams: IO[bytes]) -> None:
        self._name, self._streams = name, streams
        self._most = max(_ALWAYS_FINE, MAX_RATIO * packed_size)

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """Always, but going back means to unpack anew."""
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Goes to a place."""
        if whence == os.SEEK_END:
            while self.readinto(bytearray(_PIECE)):  # a bomb has no end
                pass
            return self.tell()
        try:
            return self._streams[0].seek(offset, whence)
        except BROKEN as error:
            raise Trouble("cut-off", self._name) from error

    def tell(self) -> int:
        """How many bytes lie before this place."""
        return self._streams[0].tell()

    def readinto(self, buffer: Any) -> int:
        """The next bytes; what came before damage was given out already."""
        try:
            data = cast(Any, self._streams[0]).read1(len(buffer))
        except BROKEN as error:
            raise Trouble("cut-off", self._name) from error
        buffer[: len(data)] = data
        if self.tell() > self._most:
            raise Trouble("bomb", self._name)
        return len(data)

    def close(self) -> None:
        """Closes what it reads from, too."""
        for stream in self._streams:
            stream.close()
        super().close()


@dataclass(frozen=True, slots=True)
class PackedFile:
    """A file behind gzip, bzip2 or xz."""

    original: Original
    format: str
    name: str

    def open(self, _mode: Literal["rb"] = "rb") -> BinaryIO:
        """The unpacked bytes. Raises OSError; reading may raise Trouble."""
        packed = self.original.open()
        size = packed.seek(0, os.SEEK_END)
        packed.seek(0)
        stream: IO[bytes] = cast(IO[bytes], _OPENERS[self.format](packed))
        return io.BufferedReader(Careful(self.name, size, stream, packed), _PIECE)


@dataclass(frozen=True, slots=True)
class ZipMember:
    """A member of a zip archive that is open."""

    archive: zipfile.ZipFile
    info: zipfile.ZipInfo
    name: str

    def open(self, _mode: Literal["rb"] = "rb") -> BinaryIO:
        """The unpacked bytes. Raises Trouble where the archive does not give them, and while they are read."""
        try:
            stream = self.archive.open(self.info)
        except BROKEN as error:
            raise Trouble("protected" if self.info.flag_bits & 1 else "damaged", self.name) from error
        return io.BufferedReader(Careful(self.name, self.info.compress_size, stream), _PIECE)


def read_some(stream: BinaryIO, most: int) -> tuple[bytes, Trouble | None]:
    """Up to ``most`` bytes, and the trouble that ended them before: what came before damage is not lost."""
    found = bytearray()
    try:
        while len(found) < most and (chunk := cast(Any, stream).read1(most - len(found))):
            found += chunk
    except Trouble as trouble:
        return bytes(found), trouble
    return bytes(found), None
